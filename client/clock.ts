// A legal clock laid out in weeks: its stretches end to end, the votes on the way, and the first week with an effect.

import type { Stage } from "../shared/moves/move.ts";

export interface Laid {
  stretches: { name: string; from: number; to: number }[];
  /** Weeks of Council votes. */
  votes: { name: string; week: number }[];
  /** First week with an effect. */
  bite: number | undefined;
  /** Week in which all is over. */
  end: number;
}

/** Whether a measure can begin to apply once a stage is over; who decides alone decides at once, and a provisional duty is one. */
const bites = ({ name, gate }: Stage, isLast: boolean): boolean =>
  gate === "bite" || name === "provisional-gate" || (isLast && (gate === "vote" || name.endsWith("-gate")));

/** Lays the stages end to end from a week on; what is counted at the end of a week stands in the next one. */
export function laid(stages: readonly Stage[], from = 0): Laid {
  const out: Laid = { stretches: [], votes: [], bite: undefined, end: from };
  let week = from;
  stages.forEach((stage, k) => {
    const { name, weeks, gate } = stage;
    const end = week + weeks;
    if (weeks > 0) out.stretches.push({ name, from: out.stretches.at(-1)?.to ?? from, to: end });
    if (gate === "vote") out.votes.push({ name, week: end });
    week = end + (gate === "vote" ? 1 : 0);
    if (bites(stage, k === stages.length - 1)) out.bite ??= week;
    out.end = Math.max(end, out.bite ?? 0);
  });
  return out;
}
