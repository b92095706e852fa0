// C9: the resilience package, an emergency fund and a conditional snapback in one file, tabled for a Council vote.

import * as z from "zod";
import { openFile, stagesOf } from "../world/files.ts";
import { move, price } from "./move.ts";
import { doubters, frugal, seats } from "./objectors.ts";

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
  clock: (rules) => stagesOf(rules, "package"),
  objects: (rules, view, { billion, snapback }) =>
    seats(billion > 1 ? frugal(rules) : [], snapback ? ["beijing", ...doubters(rules, view)] : []),
});
