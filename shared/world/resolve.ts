// E39-E41: what Beijing believes about Europe's resolve. l is in log-odds; a challenge that is stood raises it, one
// that is folded lowers it, and how much depends on how hard standing was.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State, Word } from "../state.ts";

/** E39: change of log-odds when Europe stands a challenge of intensity 0 (light) to 1 (pain at the limit). */
export function standGain(_rules: Rules, _intensity: number): number {
  throw new Error("to be written");
}
/** E39: change of log-odds (below 0) when Europe folds. */
export function foldLoss(_rules: Rules, _intensity: number): number {
  throw new Error("to be written");
}
/** Europe stood: Beijing believes more. Marks "threat". */
export function stand(_rules: Rules, _state: State, _intensity: number, _trace: Trace): void {
  throw new Error("to be written");
}
/** Europe folded: Beijing believes less. Marks "threat". */
export function fold(_rules: Rules, _state: State, _intensity: number, _trace: Trace): void {
  throw new Error("to be written");
}
/** E41: chance that a target yields. hold = V/V0, cohesion 0 to 100, fund 0 or 1, stock in weeks. */
export function yieldChance(
  _rules: Rules,
  _hold: number,
  _resolve: number,
  _cohesion: number,
  _fund: number,
  _stock: number,
): number {
  throw new Error("to be written");
}
/** Makes a public threat to carry a file through within so many weeks; kept when the file bites, a fold when it does not. */
export function threaten(_rules: Rules, _state: State, _file: string, _weeks: number, _trace: Trace): Word {
  throw new Error("to be written");
}
/** A measure has bitten: open threats about the file are kept, and Beijing learns from it. */
export function keepWord(_rules: Rules, _state: State, _file: string, _trace: Trace): void {
  throw new Error("to be written");
}
/** Decay to the prior, threats past their deadline. */
export function resolveWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
