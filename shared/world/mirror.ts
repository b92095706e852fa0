// Beijing mirrors closed tenders within weeks (sixteen days after the first measure of the kind, in 2025), and opens its
// own again when Europe does.

import type { Trace } from "../explain.ts";
import { chance, uniform } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import { closeFile } from "./duties.ts";
import { openFile } from "./files.ts";

/** True for a measure that shuts Chinese firms out of Europe's tenders, or holds them back there. */
export const closesTenders = (file: File): boolean =>
  file.kind === "procurement" || (file.kind === "coercion" && file.remedy === "procurement");

/** Closed tenders have begun to apply: in all likelihood Beijing does the same. */
export function provokeMirror(rules: Rules, state: State, file: File, trace: Trace): void {
  const { mirrorChance, mirrorShare, mirrorWeeks } = rules.model.beijing;
  if (!chance(state.random, mirrorChance)) return;
  const mirror = openFile(
    rules,
    state,
    {
      kind: "mirror",
      side: "beijing",
      sector: file.sector,
      breadth: mirrorShare,
      of: file.id,
      why: "answer",
    },
    trace,
  );
  mirror.gate = state.tick + 1 + Math.floor(mirrorWeeks * uniform(state.random));
}

/** What mirrors a measure that has gone goes as well. */
export function mirrorEnds(rules: Rules, state: State, file: File, trace: Trace): void {
  if (!state.files.some((f) => f.id === file.of && f.stage !== "closed"))
    closeFile(rules, state, file, trace);
}
