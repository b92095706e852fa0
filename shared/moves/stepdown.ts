// B13, and its counterpart in Brussels: a way down that both sides take in the same week. Either may offer it; the other
// answers within a few weeks, or it lapses.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import { isSqueezed, type View } from "../view.ts";
import {
  answerStepDown as answerOffer,
  EXTENTS,
  hasLaidOn,
  offerStepDown as makeOffer,
} from "../world/stepdown.ts";
import { bite, cooling, id, missing, move, price, wait } from "./move.ts";
import { hawks } from "./objectors.ts";

/** Both sides have something to take back: Europe duties of this game, Beijing such duties or a squeeze. */
function isMutual(rules: Rules, view: View): boolean {
  const { files } = view.pub;
  return hasLaidOn(rules, files, "europe") && (isSqueezed(view) || hasLaidOn(rules, files, "beijing"));
}

export const offerStepDown = move({
  kind: "offer-step-down",
  office: "sides",
  schema: z.strictObject({ kind: z.literal("offer-step-down"), extent: z.enum(EXTENTS) }),
  cost: (rules) => price(rules, "offer-step-down"),
  check(rules, view) {
    const { pub } = view;
    const open = pub.words.find((word) => word.form === "step-down");
    if (open) return { code: "already-so", until: open.until };
    if (!isMutual(rules, view)) return { code: "no-target", what: "measures" };
    return cooling(view, view.own.clocks["step-down"]);
  },
  apply(rules, state, seat, { extent }) {
    makeOffer(rules, state, seat, extent);
  },
  options: () => EXTENTS.map((extent) => ({ kind: "offer-step-down" as const, extent })),
  clock: (rules) => [
    { name: "answer", weeks: rules.model.beijing.stepDownAnswer, gate: "decision" },
    bite("in-force", 0),
    wait("in-force", rules.model.beijing.stepDownWeeks),
  ],
  objects: hawks,
});

export const answerStepDown = move({
  kind: "answer-step-down",
  office: "sides",
  schema: z.strictObject({
    kind: z.literal("answer-step-down"),
    word: id,
    reply: z.enum(["accept", "decline"]),
  }),
  cost: (rules) => price(rules, "answer-step-down"),
  check(_rules, view, { word }) {
    const found = view.pub.words.find((w) => w.id === word && w.form === "step-down");
    if (!found) return missing("offer");
    return found.to === view.seat ? null : { code: "not-your-seat" };
  },
  apply(rules, state, _seat, { word, reply }, trace) {
    const found = state.words.find((w) => w.id === word);
    if (found) answerOffer(rules, state, found, reply === "accept", trace);
  },
  options: (_rules, view) =>
    view.pub.words
      .filter((word) => word.form === "step-down" && word.to === view.seat)
      .flatMap((word) =>
        (["accept", "decline"] as const).map((reply) => ({
          kind: "answer-step-down" as const,
          word: word.id,
          reply,
        })),
      ),
  clock: (rules, _view, { reply }) =>
    reply === "accept"
      ? [bite("in-force", 0), wait("in-force", rules.model.beijing.stepDownWeeks)]
      : [bite("told", 0)],
  objects: (rules, _view, { reply }) => (reply === "accept" ? hawks(rules) : []),
});
