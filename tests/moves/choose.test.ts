// Answers to event cards.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { isOpenTo } from "../../shared/scenario/card.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { takeOption } from "../../shared/world/events.ts";
import { drawn } from "../helpers/deck.ts";
import { member, order, play, position, type Row, rules } from "../helpers/order.ts";

const ask = (card: string, seat: Seat) => (state: State) => {
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
/** The card on which Beijing and a host must agree, put to both. */
const together = (state: State): void => {
  for (const [id, seat] of [
    ["q", "beijing"],
    ["r", "HU"],
  ] as const)
    state.choices.push({
      id,
      card: "E50",
      seat,
      asked: state.tick,
      until: state.tick + 4,
      about: [],
      chosen: "",
    });
};

const first = rules.cards.find((c) => c.deciders[0] === "commission")!;

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
    const seat = card.deciders[0] as "commission" | "beijing";
    const state = position();
    ask(card.id, seat)(state);
    (seat === "beijing" ? state.beijing : state.commission).points = 1;
    expect(order(state, seat, choose(dear.id))).toEqual({
      code: "not-enough-points",
      have: 1,
      need: dear.points,
    });
  });

  test("an option that a capital pays out of its purse costs a share of it, and is refused without", () => {
    const card = rules.cards.find((c) => c.id === "E19")!;
    const dear = card.options.find((o) => o.purse)!;
    const state = position();
    ask("E19", "DE")(state);
    const purse = member(state, "DE").purse;
    expect(order(state, "DE", choose(dear.id))).toBeNull();
    expect(member(state, "DE").purse).toBe(purse - Math.round(dear.purse! * purse));
    const poor = position();
    ask("E19", "DE")(poor);
    member(poor, "DE").purse = 0;
    expect(order(poor, "DE", choose(dear.id))).toMatchObject({ code: "not-enough-money" });
  });

  test("an option for one side alone is none for the other", () => {
    const state = position();
    ask("E52", "commission")(state);
    expect(order(state, "commission", choose("lower"))).toEqual({ code: "no-such-thing", what: "option" });
    expect(order(state, "commission", choose("calm"))).toBeNull();
  });

  describe("an option that opens a European case meets the bounds of the order that does the same", () => {
    const asked = (given: (state: State) => void = () => {}) => {
      const state = position();
      ask("E68", "commission")(state);
      state.choices.at(-1)!.about = ["electronics", "DE"];
      given(state);
      return order(state, "commission", choose("open"));
    };
    const open = (sector: string) => ({
      kind: "open-case",
      form: "anti-dumping",
      sector,
      breadth: "product",
    });

    test("with none of them reached it is taken, for the price of a case", () => {
      const state = position();
      ask("E68", "commission")(state);
      state.choices.at(-1)!.about = ["electronics", "DE"];
      const { points } = state.commission;
      expect(order(state, "commission", choose("open"))).toBeNull();
      expect(points - state.commission.points).toBe(rules.model.cost["open-case"]);
      expect(order(state, "commission", open("machinery"))).toMatchObject({ code: "cooling-down" });
    });
    test("the weeks between two cases", () =>
      expect(asked((state) => (state.commission.caseNext = 3))).toEqual({ code: "cooling-down", until: 3 }));
    test("the number of cases at a time", () =>
      expect(
        asked((state) => {
          for (const sector of ["machinery", "vehicles", "consumer"]) {
            expect(order(state, "commission", open(sector))).toBeNull();
            state.commission.caseNext = 0;
          }
        }),
      ).toEqual({ code: "limit-reached", need: rules.model.law.maxCases, what: "case" }));
    test("one case of a kind for a sector", () =>
      expect(
        asked((state) => {
          expect(order(state, "commission", open("electronics"))).toBeNull();
          state.commission.caseNext = 0;
        }),
      ).toMatchObject({ code: "already-so" }));
    test("to say no is always possible", () => {
      const state = position();
      ask("E68", "commission")(state);
      state.choices.at(-1)!.about = ["electronics", "DE"];
      state.commission.caseNext = 9;
      expect(order(state, "commission", choose("no"))).toBeNull();
    });
  });

  test("Beijing's plan steers the economy for half the price of the order, and as rarely", () => {
    const given = (next: number) => {
      const state = position();
      ask("E13", "beijing")(state);
      state.beijing.next.economy = next;
      return state;
    };
    const state = given(0);
    expect(order(state, "beijing", choose("shoppers"))).toBeNull();
    expect(state.beijing).toMatchObject({
      ...{ course: "stimulus", courseSince: 0 },
      points: 10 - rules.model.cost["steer-economy"]! / 2,
    });
    expect(order(given(5), "beijing", choose("shoppers"))).toEqual({ code: "cooling-down", until: 5 });
  });

  describe("an option that the emergency fund pays", () => {
    const asked = (card: string, seat: Seat, option: string, fund: number, fundFrom: number) => {
      const state = position();
      Object.assign(state.commission, { fund, fundFrom });
      state.tick = 3;
      ask(card, seat)(state);
      return order(state, seat, choose(option));
    };
    test.each<[string, Seat, string]>([
      ["E10", "commission", "fund"],
      ["E10", "commission", "large"],
      ["E21", "DE", "fund"],
      ["E31", "DE", "fund"],
    ])("%s: %s may take %s while its money flows, and not before", (card, seat, option) => {
      expect(asked(card, seat, option, 0, 0)).toEqual({ code: "no-fund" });
      expect(asked(card, seat, option, 1, 4)).toEqual({ code: "no-fund" });
      expect(asked(card, seat, option, 1, 3)).toBeNull();
    });
    test("without a fund the others are there", () => {
      expect(asked("E10", "commission", "yearly", 0, 0)).toBeNull();
      expect(asked("E21", "DE", "silent", 0, 0)).toBeNull();
      expect(asked("E31", "DE", "share", 0, 0)).toBeNull();
    });
  });

  test("every option of every card can be taken by whoever is asked, and pays its price", () => {
    for (const card of rules.cards) {
      const { about, seats } = drawn(rules, card);
      for (const seat of seats.slice(0, 3))
        for (const option of card.options.filter((o) => isOpenTo(o, seat))) {
          const state = position();
          state.choices = [{ id: "q", card: card.id, seat, asked: 0, until: 4, about, chosen: "" }];
          if (option.needs) state.commission.fund = 1;
          const before = view(rules, state, seat).own;
          expect(order(state, seat, choose(option.id)), `${card.id}/${option.id}`).toBeNull();
          const after = view(rules, state, seat).own;
          if (!option.effects.concat(option.otherwise ?? []).some((e) => e.kind === "points"))
            expect(before.points - after.points, `${card.id}/${option.id}`).toBe(option.points ?? 0);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        }
    }
  });
});

describe("an answer to a card on which both must agree", () => {
  const dear = rules.cards.find((c) => c.id === "E50")!.options.find((o) => (o.points ?? 0) > 0)!;
  const left = (host: string, beijing = dear.id) => {
    const state = position();
    together(state);
    const before = [state.beijing.points, member(state, "HU").points];
    expect(order(state, "beijing", choose(beijing))).toBeNull();
    expect(state.beijing.points).toBe(before[0]! - (beijing === dear.id ? dear.points! : 0));
    expect(order(state, "HU", choose(host, "r"))).toBeNull();
    return [state.beijing.points - before[0]!, member(state, "HU").points - before[1]!];
  };

  test("is paid for where it comes about", () => {
    expect(left(dear.id)).toEqual([-dear.points!, -dear.points!]);
  });

  test("what a capital paid out of its purse is given back too", () => {
    const options = [{ ...dear, purse: 0.1 }, ...rules.cards.find((c) => c.id === "E50")!.options.slice(1)];
    const world = { ...rules, cards: rules.cards.map((c) => (c.id === "E50" ? { ...c, options } : c)) };
    const state = position();
    together(state);
    const { purse } = member(state, "HU");
    takeOption(world, state, state.choices.find((c) => c.seat === "HU")!, dear.id, silent);
    takeOption(world, state, state.choices.find((c) => c.seat === "beijing")!, "wait", silent);
    expect(member(state, "HU").purse).toBe(purse + Math.round(purse * 0.1));
  });

  test.each(["terms", "wait"])("is given back where the other says %s", (host) => {
    expect(left(host)).toEqual([0, 0]);
    expect(left(dear.id, host)).toEqual([0, 0]);
  });
});
