// B3 and M3: Beijing makes a capital an offer, in secret; the capital takes it, plays for time, refuses or publishes it.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import { MEMBER_CODES, type MemberCode } from "../seat.ts";
import { GIFT_ASKS, GIFTS, isWaiting } from "../state.ts";
import type { View } from "../view.ts";
import { answerOffer, makeOffer } from "../world/deals.ts";
import { decides } from "../world/majority.ts";
import { bite, cooling, id, missing, move, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";
import { soldBallots } from "./terms.ts";

const ANSWERS = ["take", "stall", "refuse", "publish"] as const;

/** A capital sells its vote once in a window. */
const hasSold = (view: View, to: MemberCode, vote: string): boolean =>
  vote !== "" && view.own.offers.some((o) => o.to === to && o.vote === vote && o.state === "taken");

const isBig = (rules: Rules, to: MemberCode): boolean =>
  (rules.members.find((m) => m.code === to)?.population ?? 0) > rules.model.beijing.envoyBig;

const isOpenVote = (view: View, vote: string): boolean =>
  view.pub.votes.some((v) => v.id === vote && v.outcome === "open");

export const sendEnvoy = move({
  kind: "send-envoy",
  office: "beijing",
  schema: z
    .strictObject({
      kind: z.literal("send-envoy"),
      to: z.enum(MEMBER_CODES),
      gift: z.enum(GIFTS),
      ask: z.enum(GIFT_ASKS),
      vote: id.optional(),
    })
    .refine((c) => (c.ask === "silence") === (c.vote === undefined), "a vote is asked for one vote"),
  cost: (rules, _view, { to }) => price(rules, isBig(rules, to) ? "send-envoy/big" : "send-envoy"),
  check(rules, view, { to, vote = "" }) {
    if (!rules.members.some((m) => m.code === to)) return missing("member");
    if (vote !== "" && !isOpenVote(view, vote)) return missing("vote");
    const past = view.own.offers.filter((o) => o.to === to);
    if (past.some(isWaiting)) return { code: "limit-reached", need: 1, what: "offer" };
    if (hasSold(view, to, vote)) return { code: "limit-reached", need: 1, what: "vote" };
    const last = Math.max(-rules.model.beijing.envoyEvery, ...past.map((o) => o.made));
    return cooling(view, last + rules.model.beijing.envoyEvery);
  },
  apply(rules, state, _seat, { to, gift, ask, vote = "" }, trace) {
    makeOffer(rules, state, { to, gift, ask, vote });
    trace.mark("beijing-move");
  },
  options(rules, view) {
    const votes = view.pub.votes.filter((v) => v.outcome === "open").map((v) => v.id);
    const asked = [
      { ask: "silence" as const },
      ...votes.flatMap((vote) => (["vote", "abstain"] as const).map((ask) => ({ ask, vote }))),
    ];
    return rules.members.flatMap(({ code }) =>
      GIFTS.flatMap((gift) => asked.map((a) => ({ kind: "send-envoy" as const, to: code, gift, ...a }))),
    );
  },
  clock: (rules) => [
    { name: "answer", weeks: rules.model.beijing.offerWeeks, gate: "decision" },
    bite("gift-and-ask", 0),
  ],
  objects: (rules) => seats(["commission"], hawks(rules)),
});

export const answerEnvoy = move({
  kind: "answer-envoy",
  office: "members",
  schema: z.strictObject({ kind: z.literal("answer-envoy"), offer: id, answer: z.enum(ANSWERS) }),
  cost: (rules) => price(rules, "answer-envoy"),
  check(_rules, view, { offer, answer }) {
    const found = view.own.offers.find((o) => o.id === offer);
    if (!found) return missing("offer");
    if (!isWaiting(found)) return { code: "already-answered", what: found.state };
    if (found.until < view.pub.tick) return { code: "too-late" };
    if (answer === "stall" && found.state === "stalled") return { code: "already-so", what: "stalled" };
    if (answer !== "take" || found.vote === "") return null;
    const vote = view.pub.votes.find((v) => v.id === found.vote && v.outcome === "open");
    if (!vote) return { code: "too-late", what: "vote" };
    const sold = hasSold(view, found.to, vote.id) || (decides(vote) && soldBallots(view).includes(vote.file));
    return sold ? { code: "limit-reached", need: 1, what: "vote" } : null;
  },
  apply(rules, state, _seat, { offer, answer }, trace) {
    const found = state.offers.find((o) => o.id === offer);
    if (found) answerOffer(rules, state, found, answer, trace);
  },
  options: (_rules, view) =>
    view.own.offers
      .filter(isWaiting)
      .flatMap((o) => ANSWERS.map((answer) => ({ kind: "answer-envoy" as const, offer: o.id, answer }))),
  clock: (rules, _view, { answer }) =>
    answer === "take"
      ? [bite("gift-and-ask", 0), wait("deal", rules.model.beijing.dealWeeks)]
      : [bite(answer === "stall" ? "time" : "told", 0)],
  objects: (rules, _view, { answer }) =>
    answer === "take" ? seats(["commission"], hawks(rules)) : answer === "stall" ? [] : ["beijing"],
});
