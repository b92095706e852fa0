// What a capital may hope for from a mission to Beijing.

import { QUARTER } from "../indicators.ts";
import type { Rules } from "../scenario.ts";
import type { View } from "../view.ts";
import { freshness } from "../world/missions.ts";

/** Part of the sales of a first mission for which a capital travels that needs them now. */
export const SOMETHING = 0.3;

/** Part of the sales of a first mission, sent in time to be paid in full, that one sent now would still bring home. */
export function missionBrings({ model }: Rules, { pub, seat }: View): number {
  const { tick, weeks, news } = pub;
  const others = news.filter((n) => n.code === "mission-sent" && n.by !== seat && n.tick > tick - QUARTER);
  return freshness(others.length) * Math.min(1, (weeks - tick) / model.politics.missionEvery);
}
