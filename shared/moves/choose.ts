// The answer to an event card.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import { type CardOption, ITS, isOpenTo } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import { isSeat } from "../seat.ts";
import { memberIndex, type View } from "../view.ts";
import { takeOption } from "../world/events.ts";
import { yearPurse } from "../world/politics.ts";
import { refusedCase } from "./cases.ts";
import { bite, cooling, id, missing, move, price } from "./move.ts";

/** Options of a card that the seat was asked, as far as they are open to it. */
function optionsOf(rules: Rules, { own, seat }: View, choice: string) {
  const card = own.choices.find((c) => c.id === choice)?.card;
  const all = rules.cards.find((c) => c.id === card)?.options ?? [];
  return isSeat(seat) ? all.filter((option) => isOpenTo(option, seat)) : [];
}

const optionOf = (rules: Rules, view: View, choice: string, option: string) =>
  optionsOf(rules, view, choice).find((o) => o.id === option);

/**
 * Why an option may not be taken now: what it needs is not there, or it opens a European case or steers Beijing's
 * economy, and the bounds are those of the order that does the same.
 */
function beyond(
  rules: Rules,
  view: View,
  { effects, needs }: CardOption,
  about: readonly string[],
): Rejection | null {
  if (needs === "fund" && view.pub.fund <= 0) return { code: "no-fund" };
  for (const effect of effects) {
    const refused =
      effect.kind === "open" && effect.side === "europe"
        ? refusedCase(rules, view, effect.form, sectorOf(rules, effect.sector, about))
        : effect.kind === "steer"
          ? cooling(view, view.own.clocks.economy)
          : null;
    if (refused) return refused;
  }
  return null;
}

/** The sector an option names, by id: its own, or the one that the card is about. */
const sectorOf = (rules: Rules, id: string, about: readonly string[]): string =>
  id === ITS ? (rules.sectors.find((s) => about.includes(s.id))?.id ?? "") : id;

export const choose = move({
  kind: "choose",
  office: "anyone",
  schema: z.strictObject({ kind: z.literal("choose"), choice: id, option: id }),
  cost(rules, view, { choice, option }) {
    const base = price(rules, "choose");
    const { points = 0, money = 0, purse = 0 } = optionOf(rules, view, choice, option) ?? {};
    const m = memberIndex(rules, view.seat);
    const paid = m >= 0 ? Math.round(purse * yearPurse(rules, m)) : view.seat === "commission" ? money : 0;
    return { points: base.points + points, money: base.money + paid };
  },
  check(rules, view, { choice, option }) {
    const found = view.own.choices.find((c) => c.id === choice);
    if (!found) return missing("choice");
    if (found.chosen !== "") return { code: "already-answered" };
    if (found.until < view.pub.tick) return { code: "too-late" };
    const taken = optionOf(rules, view, choice, option);
    return taken ? beyond(rules, view, taken, found.about) : missing("option");
  },
  apply(rules, state, _seat, { choice, option }, trace) {
    const found = state.choices.find((c) => c.id === choice);
    if (found) takeOption(rules, state, found, option, trace);
  },
  options: (rules, view) =>
    view.own.choices
      .filter((c) => c.chosen === "")
      .flatMap((c) =>
        optionsOf(rules, view, c.id).map((o) => ({
          kind: "choose" as const,
          choice: c.id,
          option: o.id,
        })),
      ),
  clock: () => [bite("chosen", 0)],
  objects: () => [],
});
