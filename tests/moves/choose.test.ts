// Answers to event cards.

import { describe, expect, test } from "vitest";
import type { State } from "../../shared/state.ts";
import { member, order, play, position, type Row, rules } from "../helpers/order.ts";

const ask = (card: string, seat: "commission" | "beijing") => (state: State) => {
  state.choices.push({
    id: "q",
    card,
    seat,
    asked: state.tick,
    until: state.tick + 4,
    about: [],
    chosen: "",
  });
};
const choose = (option: string, choice = "q") => ({ kind: "choose", choice, option });
const first = rules.cards.find((c) => c.decider === "commission")!;

const rows: Row[] = [
  {
    name: "the option is taken",
    seat: "commission",
    given: ask(first.id, "commission"),
    order: choose(first.options[0]!.id),
    does(after, before) {
      expect(after.choices.find((c) => c.id === "q")?.chosen ?? first.options[0]!.id).toBe(
        first.options[0]!.id,
      );
      expect(before.choices.find((c) => c.id === "q")!.chosen).toBe("");
    },
  },
  {
    name: "once",
    seat: "commission",
    given: (state) => {
      ask(first.id, "commission")(state);
      state.choices.at(-1)!.chosen = first.options[0]!.id;
    },
    order: choose(first.options[1]!.id),
    refused: "already-answered",
  },
  {
    name: "in time",
    seat: "commission",
    given: (state) => {
      ask(first.id, "commission")(state);
      state.tick = 5;
    },
    order: choose(first.options[0]!.id),
    refused: "too-late",
  },
  {
    name: "one of the options of the card",
    seat: "commission",
    given: ask(first.id, "commission"),
    order: choose("both"),
    refused: { code: "no-such-thing", what: "option" },
  },
  {
    name: "not another seat's card: it does not even exist",
    seat: "DE",
    given: ask(first.id, "commission"),
    order: choose(first.options[0]!.id),
    refused: { code: "no-such-thing", what: "choice" },
  },
];

describe("choose", () => {
  test.each(rows)("$name", play);

  test("an option that costs more than there is", () => {
    const card = rules.cards.find((c) => c.options.some((o) => (o.points ?? 0) >= 2))!;
    const dear = card.options.find((o) => (o.points ?? 0) >= 2)!;
    const seat = card.decider as "commission" | "beijing";
    const state = position();
    ask(card.id, seat)(state);
    (seat === "beijing" ? state.beijing : state.commission).points = 1;
    expect(order(state, seat, choose(dear.id))).toEqual({
      code: "not-enough-points",
      have: 1,
      need: dear.points,
    });
  });

  test("every option of every card can be taken by whoever is asked, and pays its points", () => {
    for (const card of rules.cards) {
      if (card.decider === "nobody") continue;
      const seat =
        card.decider === "beijing" ? "beijing" : card.decider === "commission" ? "commission" : "DE";
      for (const option of card.options) {
        const state = position();
        state.choices = [];
        state.choices.push({ id: "q", card: card.id, seat, asked: 0, until: 4, about: [], chosen: "" });
        expect(order(state, seat, choose(option.id)), `${card.id}/${option.id}`).toBeNull();
        const paid = {
          commission: 8 - state.commission.points,
          beijing: 10 - state.beijing.points,
          DE: 5 - member(state, "DE").points,
        };
        if (!option.effects.concat(option.otherwise ?? []).some((e) => e.kind === "points"))
          expect(paid[seat], `${card.id}/${option.id}`).toBe(option.points ?? 0);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }
    }
  });
});
