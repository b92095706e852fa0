// C9: the resilience package, an emergency fund and a conditional snapback in one file, tabled for a Council vote. The
// snapback may be dropped near the end of that vote to save the fund.

import * as z from "zod";
import { announce } from "../world/duties.ts";
import { openFile, stagesLeft, stagesOf } from "../world/files.ts";
import { id, missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters, frugal, hawks, seats } from "./objectors.ts";

const SIZES = [1, 3, 5] as const;

export const tablePackage = move({
  kind: "table-package",
  office: "commission",
  schema: z.strictObject({
    kind: z.literal("table-package"),
    billion: z.literal(SIZES),
    snapback: z.boolean(),
  }),
  cost: (rules) => price(rules, "table-package"),
  check(_rules, view, { billion, snapback }) {
    const { pub } = view;
    if (pub.fund >= billion && (pub.law.snapback || !snapback)) return { code: "already-so" };
    const packages = pub.files.filter((f) => f.kind === "package" && f.side === "europe");
    const shut = Math.max(0, ...packages.map((f) => f.shutUntil));
    if (shut > pub.tick) return { code: "shut-after-vote", until: shut };
    const open = packages.find((f) => (f.stage === "in-force" ? f.gate > pub.tick : f.shutUntil <= 0));
    return open ? { code: "already-so", what: open.stage } : null;
  },
  apply(rules, state, _seat, { billion, snapback }, trace) {
    openFile(
      rules,
      state,
      { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move", size: billion, snapback },
      trace,
    );
  },
  options: () =>
    SIZES.flatMap((billion) =>
      [true, false].map((snapback) => ({ kind: "table-package" as const, billion, snapback })),
    ),
  clock: (rules, view) => stagesOf(rules, "package", 0, nowOf(view)),
  objects: (rules, view, { billion, snapback }) =>
    seats(billion > 1 ? frugal(rules) : [], snapback ? ["beijing", ...doubters(rules, view)] : []),
});

export const dropSnapback = move({
  kind: "drop-snapback",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("drop-snapback"), file: id }),
  cost: (rules) => price(rules, "drop-snapback"),
  check(rules, { pub }, { file }) {
    const found = pub.files.find((f) => f.id === file);
    const vote = pub.votes.find((v) => v.file === file && v.outcome === "open");
    if (found?.kind !== "package") return missing("file");
    if (!vote) return { code: "not-open", what: found.stage };
    if (!found.snapback) return { code: "already-so" };
    const from = vote.closes - rules.model.moves.dropWithin;
    return from > pub.tick ? { code: "too-early", until: from } : null;
  },
  apply(rules, state, _seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    const vote = state.votes.find((v) => v.file === file && v.outcome === "open");
    if (!found || !vote) return;
    found.snapback = false;
    // E30: every capital thinks of it as if it had never been in the text.
    vote.leaning = vote.leaning.map((leaning) => leaning + rules.model.politics.fundSnapback);
    announce(rules, state, found, "snapback-dropped");
    trace.mark("europe-move");
  },
  options: (_rules, { pub }) =>
    pub.files
      .filter((f) => f.kind === "package" && f.stage === "council" && f.snapback)
      .map((f) => ({ kind: "drop-snapback" as const, file: f.id })),
  clock(rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    return found ? toBite(stagesLeft(rules, found, nowOf(view))) : [];
  },
  objects: (rules) => hawks(rules),
});
