// Answers to event cards.

import { describe, expect, test } from "vitest";
import type { State } from "../../shared/state.ts";
import { order, play, position, type Row, rules } from "../helpers/order.ts";

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
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }
    }
  });
});
