// C3 and C13: stock orders, the release rule, the emergency act.

import { describe, expect, test } from "vitest";
import { type Command, check, moveOf } from "../../shared/moves/table.ts";
import { view } from "../../shared/view.ts";
import { input, member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const buy = (million: number, what = "magnets") => ({ kind: "order-stock", input: what, million });

const orders: Row[] = [
  {
    name: "EUR 28m buys two weeks of magnets, from the eighth week on",
    seat: "commission",
    order: buy(28),
    does(after, before) {
      expect(input(after, "magnets").ordered).toBeCloseTo(2, 0);
      expect(input(after, "magnets").orderedFrom).toBe(rules.model.inputs.stockDelay);
      expect(after.commission.money).toBe(before.commission.money - 28);
      expect(after.commission.points).toBe(before.commission.points);
      expect(after.commission.stockNext).toBe(rules.model.inputs.stockEvery);
      expect(told(after, before, "stock-ordered")).toMatchObject([{ about: ["magnets"], amount: 0, to: [] }]);
    },
  },
  {
    name: "the announcement itself makes firms more careful",
    seat: "commission",
    order: buy(20, "graphite"),
    does(after, before) {
      expect(input(after, "graphite").risk).toBeCloseTo(
        input(before, "graphite").risk + rules.model.moves.stockRisk,
      );
    },
  },
  {
    name: "less than the least",
    seat: "commission",
    order: buy(19),
    refused: { code: "out-of-range", have: 19, need: 20, what: "money" },
  },
  {
    name: "less than the least where it fills the store: all of it costs less",
    seat: "commission",
    order: buy(16, "gallium-germanium"),
    does(after, before) {
      expect(input(after, "gallium-germanium").ordered).toBeCloseTo(rules.model.inputs.stockCapWeeks, 0);
      expect(after.commission.money).toBe(before.commission.money - 16);
    },
  },
  {
    name: "no less than what fills the store",
    seat: "commission",
    order: buy(15, "gallium-germanium"),
    refused: { code: "out-of-range", have: 15, need: 16 },
  },
  {
    name: "no more than what fills the store",
    seat: "commission",
    order: buy(17, "gallium-germanium"),
    refused: { code: "limit-reached", have: 17, need: 16 },
  },
  {
    name: "more than the most",
    seat: "commission",
    order: buy(61),
    refused: { code: "out-of-range", have: 61, need: 60 },
  },
  {
    name: "what nobody can store",
    seat: "commission",
    order: buy(20, "intermediates"),
    refused: "no-such-thing",
  },
  { name: "what does not exist", seat: "commission", order: buy(20, "helium"), refused: "no-such-thing" },
  {
    name: "not while licences for it are squeezed",
    seat: "commission",
    given: (state) => {
      Object.assign(input(state, "magnets"), { mode: "go-slow", squeezedSince: 0 });
    },
    order: buy(20),
    refused: "during-squeeze",
  },
  {
    name: "a squeeze of another input does not stop it",
    seat: "commission",
    given: (state) => {
      Object.assign(input(state, "magnets"), { mode: "go-slow", squeezedSince: 0 });
    },
    order: buy(20, "graphite"),
    does: (after) => expect(input(after, "graphite").ordered).toBeGreaterThan(0),
  },
  {
    name: "not above the ceiling",
    seat: "commission",
    given: (state) => {
      input(state, "magnets").stockpile = rules.model.inputs.stockCapWeeks;
    },
    order: buy(20),
    refused: "limit-reached",
  },
  {
    name: "one order in eight weeks",
    seat: "commission",
    given: (state) => {
      state.commission.stockNext = 8;
    },
    order: buy(20, "chips"),
    refused: { code: "cooling-down", until: 8 },
  },
  {
    name: "an empty envelope",
    seat: "commission",
    given: (state) => {
      state.commission.money = 39.9;
    },
    order: buy(40),
    refused: { code: "not-enough-money", have: 39, need: 40 },
  },
  { name: "not a capital's purse", seat: "DE", order: buy(20), refused: "not-your-seat" },
];

describe("order-stock", () => {
  test.each(orders)("$name", play);

  test("every input that can be stored is offered in an amount that may be ordered", () => {
    const seen = view(rules, position(), "commission");
    const offered = moveOf("order-stock").options(rules, seen) as Command[];
    const possible = offered.filter((command) => check(rules, seen, command) === null);
    const stored = rules.inputs.filter(({ stockable }) => stockable).map(({ id }) => id);
    expect([...new Set(possible.map((command) => "input" in command && command.input))]).toEqual(stored);
  });

  test("goods arrive slowly after eight weeks, never faster than the flow allows", () => {
    const state = position();
    order(state, "commission", buy(60));
    const { stockDelay, stockFlow } = rules.model.inputs;
    pass(state, stockDelay - 1);
    const start = input(state, "magnets").stockpile;
    pass(state, 8);
    const gained = input(state, "magnets").stockpile - start;
    expect(gained).toBeGreaterThan(0.05);
    expect(gained).toBeLessThanOrEqual(8 * stockFlow * rules.model.inputs.stockFlowContract + 1e-9);
  });
});

const rule = (name: string) => ({ kind: "set-release-rule", rule: name });

const releases: Row[] = [
  {
    name: "smallest first pleases the small and cools the large",
    seat: "commission",
    order: rule("by-size"),
    given: (state) => {
      state.commission.releaseRule = "pro-rata";
    },
    does(after, before) {
      expect(after.commission.releaseRule).toBe("by-size");
      expect(member(after, "MT").support).toBeGreaterThan(member(before, "MT").support);
      expect(member(after, "DE").support).toBeLessThan(member(before, "DE").support);
      expect(member(after, "CZ").support).toBe(member(before, "CZ").support);
    },
  },
  {
    name: "where most value hangs on it: industry is glad, the rest is not",
    seat: "commission",
    order: rule("by-value"),
    does(after, before) {
      expect(member(after, "DE").support).toBeGreaterThan(member(before, "DE").support);
      expect(member(after, "EL").support).toBeLessThan(member(before, "EL").support);
      expect(told(after, before, "release-rule-set")).toMatchObject([{ about: ["by-value"] }]);
    },
  },
  {
    name: "by who paid in: the rich are glad, the poor are not",
    seat: "commission",
    order: rule("by-contribution"),
    does(after, before) {
      expect(member(after, "LU").support).toBeGreaterThan(member(before, "LU").support);
      expect(member(after, "BG").support).toBeLessThan(member(before, "BG").support);
    },
  },
  {
    name: "back to pro rata takes back what the last rule gave",
    seat: "commission",
    given: (state) => {
      state.commission.releaseRule = "by-size";
    },
    order: rule("pro-rata"),
    does: (after, before) =>
      expect(member(after, "MT").support).toBeCloseTo(
        member(before, "MT").support - rules.model.moves.releaseSupport,
      ),
  },
  {
    name: "it is so already",
    seat: "commission",
    given: (state) => {
      state.commission.releaseRule = "by-value";
    },
    order: rule("by-value"),
    refused: "already-so",
  },
];

describe("set-release-rule", () => {
  test.each(releases)("$name", play);
});

const emergency = { kind: "declare-emergency" };
const stopped: Row["given"] = (state) => {
  member(state, "DE").linesStopped = 12;
};

const emergencies: Row[] = [
  {
    name: "in a stoppage, for half a year",
    seat: "commission",
    given: stopped,
    order: emergency,
    does(after, before) {
      expect(after.commission.emergencyUntil).toBe(rules.model.moves.emergencyWeeks);
      expect(after.commission.emergencyFrom).toBe(2);
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(told(after, before, "emergency-declared")).toHaveLength(1);
    },
  },
  { name: "not while everything runs", seat: "commission", order: emergency, refused: "no-stoppage" },
  {
    name: "not twice",
    seat: "commission",
    given: (state) => {
      stopped(state);
      state.commission.emergencyUntil = 20;
    },
    order: emergency,
    refused: { code: "already-so", until: 20 },
  },
];

describe("declare-emergency", () => {
  test.each(emergencies)("$name", play);

  test("the store opens two weeks later, and then wider than without the act", () => {
    const release = (act: boolean) => {
      const state = position();
      const magnets = input(state, "magnets");
      Object.assign(magnets, { stockpile: 8, throughput: 0, mode: "embargo", squeezedSince: 0 });
      magnets.stock = magnets.stock.map(() => 0.4);
      magnets.transit1.fill(0);
      magnets.transit2.fill(0);
      stopped(state);
      if (act) expect(order(state, "commission", emergency)).toBeNull();
      return [1, 2, 3].map(() => {
        pass(state, 1);
        return input(state, "magnets").released;
      });
    };
    const [first, second] = release(true);
    expect(first).toBe(release(false)[0]);
    expect(second).toBeGreaterThan(release(false)[1]!);
  });
});
