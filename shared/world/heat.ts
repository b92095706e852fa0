// H, how close both sides are to losing control: 0 to 100. Every step adds or takes points, calm wears it down. Beside
// it the other gauges that single steps move: how fair Brussels looks, Beijing's face and its name, and what the others
// think of a capital.

import { clip, pow } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { QUARTER } from "../indicators.ts";
import type { Judges } from "../scenario/card.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { File, State } from "../state.ts";

/** Adds points of heat, or takes them; the caller marks the cause. */
export function warm(state: State, points: number): void {
  state.heat = clip(state.heat + points, 0, 100);
}

/** A step of a procedure adds points of heat to what the steps before it raised; all of it can be taken back once. */
export function heatUp(state: State, file: File, points: number): void {
  warm(state, points);
  file.heat += points;
}

/** What is taken back of a procedure cools by the same share of what is left of its heat, by so many points at most. */
export function coolDown(state: State, file: File, share: number, most = file.heat): void {
  const points = Math.min(most, share * file.heat);
  warm(state, -points);
  file.heat -= points;
}

/** E36: so low a legitimacy that partners leave and judges doubt. */
export const isDoubted = (rules: Rules, legitimacy: number): boolean =>
  legitimacy < rules.model.politics.clubLeaves;

/** What judges look at now. */
export const judgesOf = (rules: Rules, proof: number, legitimacy: number): Judges => ({
  proof,
  doubted: isDoubted(rules, legitimacy),
});

/** Adds points of legitimacy, 0 to 100, or takes them; the caller marks the cause. */
export function dignify(state: State, points: number): void {
  state.legitimacy = clip(state.legitimacy + points, 0, 100);
}

/** How much more a loss of face weighs in weeks in which nobody in Beijing may look weak. */
const PROUD = 2;

/** Moves Beijing's face and its name as a supplier, each 0 to 100; the caller marks the cause. */
export function esteem(state: State, face: number, reputation: number): void {
  const { beijing } = state;
  const weight = face < 0 && state.tick < beijing.proudUntil ? PROUD : 1;
  beijing.face = clip(beijing.face + weight * face, 0, 100);
  beijing.reputation = clip(beijing.reputation + reputation, 0, 100);
}

/** The others think the worse of a capital; nothing happens to the offices. */
export function lowerStanding(rules: Rules, state: State, seat: Seat, by: number): void {
  const m = memberAt(rules, seat);
  if (m >= 0) state.members[m]!.standing -= by;
}

/** A week of calm: heat falls by its share. */
export function heatWeek(rules: Rules, state: State, trace: Trace): void {
  const { decay } = rules.model.heat;
  state.heat *= decay;
  // What calm has worn down cannot be taken back; procedures are reckoned by quarters, so that they do not change each week.
  if (state.tick % QUARTER === 0) {
    const worn = pow(decay, QUARTER);
    for (const file of state.files) file.heat *= worn;
  }
  trace.mark("time");
}
