// The answer to an event card.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import type { View } from "../view.ts";
import { takeOption } from "../world/events.ts";
import { bite, id, missing, move, price } from "./move.ts";

function optionOf(rules: Rules, view: View, choice: string, option: string) {
  const card = view.own.choices.find((c) => c.id === choice)?.card;
  return rules.cards.find((c) => c.id === card)?.options.find((o) => o.id === option);
}

export const choose = move({
  kind: "choose",
  office: "anyone",
  schema: z.strictObject({ kind: z.literal("choose"), choice: id, option: id }),
  cost(rules, view, { choice, option }) {
    const { points, money } = price(rules, "choose");
    return { points: points + (optionOf(rules, view, choice, option)?.points ?? 0), money };
  },
  check(rules, view, { choice, option }) {
    const found = view.own.choices.find((c) => c.id === choice);
    if (!found) return missing("choice");
    if (found.chosen !== "") return { code: "already-answered" };
    if (found.until < view.pub.tick) return { code: "too-late" };
    return optionOf(rules, view, choice, option) ? null : missing("option");
  },
  apply(rules, state, _seat, { choice, option }, trace) {
    const found = state.choices.find((c) => c.id === choice);
    if (found) takeOption(rules, state, found, option, trace);
  },
  options: (rules, view) =>
    view.own.choices
      .filter((c) => c.chosen === "")
      .flatMap((c) =>
        (rules.cards.find((card) => card.id === c.card)?.options ?? []).map((o) => ({
          kind: "choose" as const,
          choice: c.id,
          option: o.id,
        })),
      ),
  clock: () => [bite("chosen", 0)],
  objects: () => [],
});
