// M8: capitals that travel to Beijing by themselves. Buyers there have so many orders to give in a quarter, and the first
// to travel shows that the Union is split: who follows within the quarter brings home less, and tells less that is new.

import { QUARTER } from "../indicators.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";

/** Part of what a first mission brings home, and splits, that is left to one after so many others in the quarter. */
export const freshness = (others: number): number => 1 / (1 + others);

/** Missions that other capitals have sent in the quarter up to now. */
export const missionsBefore = ({ model }: Rules, { members, tick }: State, m: number): number =>
  members.filter(
    ({ missionNext }, k) => k !== m && missionNext - model.politics.missionEvery > tick - QUARTER,
  ).length;
