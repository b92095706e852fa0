// Agreements in force: bare assurances that calm and prove nothing (E47, E48), measured benchmarks (E44), the step-down
// that ends a squeeze.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Contract, State } from "../state.ts";

/** E48: how much agreements soothe firms now, 0 to 1: the strongest in force times (1 - its verification). For E17. */
export function soothing(_state: State): number {
  throw new Error("to be written");
}
/** The running agreement of a kind, if any. */
export function inForce(_state: State, _kind: Contract["kind"]): Contract | undefined {
  throw new Error("to be written");
}
/** Gives a bare assurance of smooth licences for so many weeks. Starts its cooldown. Marks "assurance". */
export function assure(_rules: Rules, _state: State, _weeks: number, _trace: Trace): Contract {
  throw new Error("to be written");
}
/** Signs a measured benchmark of so many weeks. */
export function benchmark(_rules: Rules, _state: State, _weeks: number, _trace: Trace): Contract {
  throw new Error("to be written");
}
/** Chance this week that an off-ramp is offered, 0 to 1: only in a squeeze that costs more than `offRampLoss`. */
export function offRampChance(_rules: Rules, _state: State): number {
  throw new Error("to be written");
}
/** Both sides step down in the same week. */
export function stepDown(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
/** Ends what has run out, observes what was promised. */
export function contractsWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
