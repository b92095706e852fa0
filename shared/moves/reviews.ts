// C1: a review of a duty in force. It takes a year, and at its end the duty is confirmed for its full time, halved, or let go.

import * as z from "zod";
import { stagesOf } from "../world/files.ts";
import { isReviewable, openReview as open, reviewOf } from "../world/review.ts";
import { id, missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters } from "./objectors.ts";

export const openReview = move({
  kind: "open-review",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("open-review"), file: id }),
  cost: (rules) => price(rules, "open-review"),
  check(rules, { pub }, { file }) {
    const found = pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (!isReviewable(found)) return { code: "not-open", what: found.stage };
    if (reviewOf(pub.files, file)) return { code: "already-so", what: "review" };
    const from = found.gate + rules.model.law.reviewFrom;
    return from > pub.tick ? { code: "too-early", until: from } : null;
  },
  apply(rules, state, _seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (found) open(rules, state, found, trace);
  },
  options: (_rules, view) =>
    view.pub.files.filter(isReviewable).map((f) => ({ kind: "open-review" as const, file: f.id })),
  clock: (rules, view) => toBite(stagesOf(rules, "review", 0, nowOf(view))),
  objects: (rules, view) => doubters(rules, view),
});
