// H, how close both sides are to losing control: 0 to 100. Every step adds or takes points, calm wears it down.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";

/** Adds points of heat (or takes them); who caused it is marked by the caller. */
export function warm(state: State, points: number): void {
  state.heat = clip(state.heat + points, 0, 100);
}

/** A week of calm: heat falls by its share. */
export function heatWeek(rules: Rules, state: State, trace: Trace): void {
  state.heat *= rules.model.heat.decay;
  trace.mark("time");
}
