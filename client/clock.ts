// A legal clock laid out in weeks: its stretches end to end, the votes on the way, and the first week with an effect.

import type { Stage } from "../shared/moves/move.ts";

export interface Laid {
  stretches: { name: string; from: number; to: number }[];
  /** Weeks of Council votes. */
  votes: { name: string; week: number }[];
  /** First week with an effect; a gate of a case counts, since a duty can begin there. */
  bite: number | undefined;
  /** Week in which all is over. */
  end: number;
}

const bites = ({ name, gate }: Stage): boolean =>
  gate === "bite" || (gate === "decision" && name.endsWith("-gate"));

/** Lays the stages end to end from a week on. */
export function laid(stages: readonly Stage[], from = 0): Laid {
  const out: Laid = { stretches: [], votes: [], bite: undefined, end: from };
  for (const stage of stages) {
    const { name, weeks, gate } = stage;
    const end = out.end + weeks;
    if (weeks > 0) out.stretches.push({ name, from: out.end, to: end });
    if (gate === "vote") out.votes.push({ name, week: end });
    if (bites(stage)) out.bite ??= end;
    out.end = end;
  }
  return out;
}
