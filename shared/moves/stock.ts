// C3 and C13: the Union's stockpile, the rule by which it is shared out, and the emergency act that opens its gates.

import * as z from "zod";
import { clip, sum } from "../exact.ts";
import type { Rules } from "../scenario.ts";
import { type Commission, tell } from "../state.ts";
import type { View } from "../view.ts";
import { orderStock as orderForStore, priceOfWeek } from "../world/store.ts";
import { bite, cooling, id, missing, move, outside, price, wait } from "./move.ts";
import { frugal } from "./objectors.ts";

const RULES_OF_RELEASE = ["by-value", "by-size", "pro-rata", "by-contribution"] as const;
type ReleaseRule = Commission["releaseRule"];

/** Amounts the card offers, as shares of the way from the least to the most. */
const AMOUNTS = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1];

/** EUR m for which the store of an input still has room, after what is on order; whole millions. */
function room(rules: Rules, view: View, i: number): number {
  const weeks = rules.model.inputs.stockCapWeeks - view.own.stockpile[i]! - view.own.ordered[i]!;
  return Math.floor(Math.max(0, weeks) * priceOfWeek(rules)[i]!);
}

/** The least order: what fills the store is enough, since of some inputs all of it costs less than the usual least. */
const leastOf = (rules: Rules, left: number): number =>
  left > 0 ? Math.min(left, rules.model.moves.stockLeast) : rules.model.moves.stockLeast;

export const orderStock = move({
  kind: "order-stock",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("order-stock"), input: id, million: z.int().min(1).max(10_000) }),
  cost: (rules, _view, { million }) => price(rules, "order-stock", million),
  check(rules, view, { input, million }) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    if (i < 0 || !rules.inputs[i]!.stockable) return missing("input");
    const { stockMost } = rules.model.moves;
    if (view.pub.law.squeezedSince[i]! >= 0) return { code: "during-squeeze" };
    const left = room(rules, view, i);
    if (million > left && million <= stockMost)
      return { code: "limit-reached", have: million, need: left, what: "stock" };
    return outside(million, leastOf(rules, left), stockMost, "money") ?? cooling(view, view.own.clocks.stock);
  },
  apply(rules, state, seat, { input, million }, trace) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    orderForStore(rules, state, i, million);
    state.commission.stockNext = state.tick + rules.model.inputs.stockEvery;
    trace.mark("europe-move");
    const stock = state.inputs[i]!;
    stock.risk = clip(stock.risk + rules.model.moves.stockRisk, 0, 1);
    trace.mark("europe-move");
    // How much, Europe alone reads off what is on order: Beijing sees the store with an error.
    tell(state, { code: "stock-ordered", by: seat, about: [input], amount: 0, to: [] });
  },
  options(rules, view) {
    const { stockLeast, stockMost } = rules.model.moves;
    const usual = AMOUNTS.map((share) => Math.round(stockLeast + share * (stockMost - stockLeast)));
    return rules.inputs.flatMap((input, i) => {
      if (!input.stockable) return [];
      const least = leastOf(rules, room(rules, view, i));
      const amounts = least < stockLeast ? [least] : usual;
      return amounts.map((million) => ({ kind: "order-stock" as const, input: input.id, million }));
    });
  },
  clock: (rules) => [wait("tender", rules.model.inputs.stockDelay), bite("first-delivery", 0)],
  objects: (rules) => ["beijing", ...frugal(rules)],
});

/** Whether a release rule favours a state (1), leaves it cold (0) or passes it over (-1). */
function favours(rules: Rules, rule: ReleaseRule, m: number): number {
  const member = rules.members[m]!;
  const people = member.population / 100;
  const { smallUpTo, largeFrom } = rules.model.points;
  const mean = (row: readonly number[]) => sum(row) / row.length;
  const gdp = rules.members.reduce((sum, x) => sum + x.gdp, 0);
  switch (rule) {
    case "by-value":
      return Math.sign(mean(member.use) - people);
    case "by-size":
      return member.population <= smallUpTo ? 1 : member.population >= largeFrom ? -1 : 0;
    case "by-contribution":
      return Math.sign(member.gdp / gdp - people);
    case "pro-rata":
      return 0;
  }
}

export const setReleaseRule = move({
  kind: "set-release-rule",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("set-release-rule"), rule: z.enum(RULES_OF_RELEASE) }),
  cost: (rules) => price(rules, "set-release-rule"),
  check: (_rules, view, { rule }) =>
    view.pub.law.releaseRule === rule ? { code: "already-so", what: rule } : null,
  apply(rules, state, seat, { rule }, trace) {
    const before = state.commission.releaseRule;
    state.commission.releaseRule = rule;
    state.members.forEach((member, m) => {
      const turn = favours(rules, rule, m) - favours(rules, before, m);
      member.support = clip(member.support + turn * rules.model.moves.releaseSupport, -1, 1);
    });
    trace.mark("europe-move");
    tell(state, { code: "release-rule-set", by: seat, about: [rule], amount: 0, to: [] });
  },
  options: () => RULES_OF_RELEASE.map((rule) => ({ kind: "set-release-rule" as const, rule })),
  clock: () => [bite("announced", 0)],
  objects: (rules, _view, { rule }) =>
    rules.members.flatMap((member, m) => (favours(rules, rule, m) < 0 ? [member.code] : [])),
});

export const declareEmergency = move({
  kind: "declare-emergency",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("declare-emergency") }),
  cost: (rules) => price(rules, "declare-emergency"),
  check(_rules, { pub }) {
    if (pub.law.emergencyUntil > pub.tick) return { code: "already-so", until: pub.law.emergencyUntil };
    return pub.stopped > 0 ? null : { code: "no-stoppage" };
  },
  apply(rules, state, seat, _command, trace) {
    const { emergencyLead, emergencyWeeks } = rules.model.moves;
    state.commission.emergencyFrom = state.tick + emergencyLead;
    state.commission.emergencyUntil = state.tick + emergencyWeeks;
    trace.mark("europe-move");
    tell(state, {
      code: "emergency-declared",
      by: seat,
      about: [],
      amount: state.commission.emergencyUntil,
      to: [],
    });
  },
  options: () => [{ kind: "declare-emergency" }],
  clock: (rules) => [wait("emergency-act", rules.model.moves.emergencyLead), bite("release", 0)],
  objects: (rules) => frugal(rules),
});
