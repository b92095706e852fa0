// E1-E11: how trade answers to prices, duties, holds at customs and access.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import { newTrace } from "../../shared/explain.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import type { File, State } from "../../shared/state.ts";
import { sellLater, sellLess, sellMore, tradeWeek, trendShare } from "../../shared/world/trade.ts";
import { altered, measure, newEconomy, tradePass as trade } from "../helpers/economy.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const deficit = (state: State): number => sum(state.trade.imports) - sum(state.trade.exports);

/** Rules in which neither prices nor markets drift. */
const still = (world: Rules): Rules => {
  const copy = altered(world, { "model.trade.growth": 0, "model.trade.exportDecline": 0 });
  for (const sector of copy.sectors) sector.drift = 0;
  return copy;
};

describe("at rest", () => {
  test("week 0 is the scenario's trade", () => {
    const state = newEconomy(rules);
    expect(sum(state.trade.imports)).toBeCloseTo(559, 6);
    expect(deficit(state)).toBeCloseTo(360.6, 0);
  });

  test("without drift and without anybody acting nothing moves", () => {
    const world = still(rules);
    const state = trade(world, newEconomy(world), 100);
    world.sectors.forEach((sector, s) => expect(state.trade.imports[s]).toBeCloseTo(sector.imports, 9));
    expect(sum(state.trade.exports)).toBeCloseTo(sum(newEconomy(world).trade.exports), 9);
    expect(state.trade.injuryLoss + state.trade.tariffCost).toBe(0);
    expect(sum(state.members.map((m) => m.exportLoss))).toBe(0);
  });
});

describe("the deficit", () => {
  test("broad duties slow it down and do not turn it", () => {
    const state = newEconomy(rules);
    for (const id of ["electronics", "electrical", "vehicles"])
      state.trade.dutyEurope[indexOf(rules.sectors, id)]! += 0.175;
    const taxed = deficit(trade(rules, state, 182));
    const free = deficit(trade(rules, newEconomy(rules), 182));
    expect(free - taxed).toBeGreaterThan(50);
    expect(free - taxed).toBeLessThan(130);
    expect(taxed).toBeGreaterThan(361);
  });
});

/** A market that China alone serves from abroad, and thinly: the upper nest's elasticity can be read off it. */
const upperNest = (): Rules =>
  altered(still(rules), {
    "model.trade.thirdShare": 0.98,
    "model.trade.demand": 0,
    "sectors.0.elasticity": 1,
    "sectors.0.passThrough": 1,
    "sectors.0.foreignShare": 0.01,
    "sectors.0.market": 10_000,
    "sectors.0.imports": 98,
  });

describe("elasticities", () => {
  test.each([
    { weeks: 1, elasticity: 0.23, within: 0.06 },
    { weeks: 52, elasticity: 0.76, within: 0.08 },
    { weeks: 442, elasticity: 1.91, within: 0.12 },
  ])("foreign against home-made goods: $elasticity after $weeks weeks", ({ weeks, elasticity, within }) => {
    const world = upperNest();
    const state = newEconomy(world);
    const before = state.trade.imports[0]!;
    state.trade.dutyEurope[0]! += 0.01;
    trade(world, state, weeks);
    const price = Math.log((1.01 + world.sectors[0]!.dutyEurope) / (1 + world.sectors[0]!.dutyEurope));
    const got = -Math.log(state.trade.imports[0]! / before) / price;
    expect(Math.abs(got - elasticity)).toBeLessThan(within);
  });
});

describe("leakage (E8)", () => {
  const leaked = (files: File[], weeks: number): number => {
    const state = newEconomy(rules);
    state.trade.dutyEurope[3]! += 0.1;
    state.files = files;
    return trade(rules, state, weeks).trade.leaked[3]!;
  };

  test("a measure on one product leaks between a quarter and two thirds of what it stops", () => {
    expect(leaked([measure(3, 0.4, 0.25)], 52)).toBeGreaterThan(0.25);
    expect(leaked([measure(3, 0.4, 0.25)], 208)).toBeLessThan(0.65);
  });

  test("a measure on the whole sector does not", () => {
    expect(leaked([measure(3, 0.1, 1)], 208)).toBe(0);
  });

  test("a case against circumvention closes most of it", () => {
    const open = leaked([measure(3, 0.4, 0.25)], 104);
    const closed = leaked([measure(3, 0.4, 0.25), measure(3, 0.01, 0.25, "circumvention")], 104);
    expect(closed).toBeLessThan(0.3 * open);
  });

  test("when the measure ends the leak closes", () => {
    const state = newEconomy(rules);
    state.trade.dutyEurope[3]! += 0.1;
    state.files = [measure(3, 0.4, 0.25)];
    trade(rules, state, 52);
    state.files = [];
    state.trade.dutyEurope[3] = rules.sectors[3]!.dutyEurope;
    expect(trade(rules, state, 400).trade.leaked[3]).toBe(0);
  });
});

test("buyers pay the part of a new duty that reaches their prices", () => {
  const world = still(rules);
  const state = newEconomy(world);
  state.trade.dutyEurope[3]! += 0.1;
  trade(world, state, 1);
  const { imports, tariffCost } = state.trade;
  expect(tariffCost).toBeCloseTo(imports[3]! * 0.1 * world.sectors[3]!.passThrough, 9);
});

describe("injury (E9)", () => {
  test("it follows imports up and forgets slowly when they fall", () => {
    const state = trade(rules, newEconomy(rules), 156);
    state.trade.dutyEurope[0]! += 1;
    const high = trade(rules, state, 1).trade.injury[0]!;
    expect(high).toBeGreaterThan(0.02);
    trade(rules, state, 52);
    const later = state.trade.injury[0]!;
    expect(later).toBeLessThan(high);
    expect(later).toBeCloseTo(high * (1 - rules.model.trade.injuryDecay) ** 52, 6);
  });

  test("its cost grows faster than itself", () => {
    const world = still(rules);
    const cost = (injury: number): number => {
      const state = newEconomy(world);
      state.trade.injury[0] = injury;
      return trade(world, state, 1).trade.injuryLoss;
    };
    expect(cost(0.08)).toBeGreaterThan(2.5 * cost(0.04));
    expect(cost(0.04)).toBeCloseTo(0.1225 * world.sectors[0]!.market * 0.04 * 2, 1);
  });
});

describe("sales to China", () => {
  const consumer = indexOf(rules.sectors, "consumer");
  const france = indexOf(rules.members, "FR");
  const spain = indexOf(rules.members, "ES");
  const at = (m: number): number => consumer * rules.M + m;

  test("they decline by 4.5 % a year, and full access halts that", () => {
    const state = trade(rules, newEconomy(rules), 52);
    const start = sum(newEconomy(rules).trade.exports);
    expect(sum(state.trade.exports) / start).toBeCloseTo(0.956, 3);
    const open = newEconomy(rules);
    open.trade.access = 1;
    expect(sum(trade(rules, open, 52).trade.exports) / start).toBeCloseTo(1, 9);
    const usual = newEconomy(rules).trade.exports[at(france)]!;
    expect(state.trade.exports[at(france)]).toBeCloseTo(usual * trendShare(rules, 52), 9);
  });

  test("access counts up to its ceiling", () => {
    const open = (access: number): number => {
      const state = newEconomy(rules);
      state.trade.access = access;
      return sum(trade(rules, state, 26).trade.exports);
    };
    expect(open(9)).toBe(open(rules.model.trade.accessMax));
  });

  test.each([
    { weeks: 13, from: -0.75, to: -0.4 },
    { weeks: 52, from: -0.85, to: -0.5 },
  ])(
    "a duty of a third on branded spirits costs $to to $from of sales in $weeks weeks",
    ({ weeks, from, to }) => {
      const world = altered(still(rules), { [`sectors.${consumer}.dutyChina`]: 0 });
      const state = newEconomy(world);
      const before = state.trade.exports[at(france)]!;
      state.trade.dutyChina[consumer] = 0.322;
      trade(world, state, weeks);
      const change = state.trade.exports[at(france)]! / before - 1;
      expect(change).toBeGreaterThan(from);
      expect(change).toBeLessThan(to);
    },
  );

  test("a hold at customs bites within three weeks, on one state alone, and lifts again", () => {
    const world = still(rules);
    const state = newEconomy(world);
    const before = [...state.trade.exports];
    state.trade.banGoal[at(france)] = 0.6;
    trade(world, state, 3);
    expect(state.trade.exports[at(france)]! / before[at(france)]!).toBeLessThan(0.5);
    expect(state.trade.exports[at(spain)]).toBeCloseTo(before[at(spain)]!, 9);
    state.trade.banGoal[at(france)] = 0;
    trade(world, state, 20);
    expect(state.trade.exports[at(france)]).toBeCloseTo(before[at(france)]!, 9);
  });

  test("what is lost finds other buyers in part (E11)", () => {
    const world = still(rules);
    const state = newEconomy(world);
    const before = state.trade.exports[at(france)]!;
    state.trade.banGoal[at(france)] = 1;
    trade(world, state, 12);
    const early = state.members[france]!.exportLoss / before;
    trade(world, state, 200);
    const late = state.members[france]!.exportLoss / before;
    expect(early).toBeGreaterThan(0.85);
    expect(late).toBeCloseTo(1 - world.sectors[consumer]!.diversion, 2);
    expect(state.members[spain]!.exportLoss).toBe(0);
  });

  test("what is sold more for two reasons adds up, and each ends in its own week", () => {
    const world = still(rules);
    const state = newEconomy(world);
    const before = state.trade.exports[at(spain)]!;
    const more = () => state.trade.exports[at(spain)]! / before;
    sellMore(state.trade, { of: "order", m: spain, by: 0.15, until: 4 });
    sellMore(state.trade, { of: "mission", m: spain, by: 0.05, until: 8 });
    trade(world, state, 3);
    expect(more()).toBeCloseTo(1.2, 9);
    trade(world, state, 1);
    expect(more()).toBeCloseTo(1.05, 9);
    sellMore(state.trade, { of: "deal", m: spain, by: 0.1, until: 99 });
    expect(sellLess(state.trade, "deal", spain)).toBe(true);
    trade(world, state, 1);
    expect(more()).toBeCloseTo(1.05, 9);
    trade(world, state, 3);
    expect(more()).toBeCloseTo(1, 9);
  });

  test("what is agreed for later begins in its own week", () => {
    const world = still(rules);
    const state = newEconomy(world);
    const before = state.trade.exports[at(spain)]!;
    sellLater(state.trade, { of: "mission", m: spain, by: 0.1, until: 99 }, 2);
    sellLater(state.trade, { of: "mission", m: spain, by: 0.05, until: 99 }, 4);
    const path = [1, 2, 3, 4].map(() => {
      trade(world, state, 1);
      return state.trade.exports[at(spain)]! / before;
    });
    expect(path.map((x) => Math.round(100 * x))).toEqual([100, 110, 110, 115]);
    expect(state.trade.ahead).toEqual([]);
  });

  test("a mission's orders end with their week", () => {
    const world = still(rules);
    const state = newEconomy(world);
    const before = state.trade.exports[at(spain)]!;
    sellMore(state.trade, { of: "mission", m: spain, by: 0.06, until: 10 });
    trade(world, state, 9);
    expect(state.trade.exports[at(spain)]! / before).toBeCloseTo(1.06, 9);
    trade(world, state, 1);
    expect(state.trade.exports[at(spain)]).toBeCloseTo(before, 9);
  });
});

describe("explained and sound", () => {
  test("a new duty, a hold and the drift are each booked on their own cause", () => {
    const state = newEconomy(rules);
    state.trade.dutyEurope[3]! += 0.2;
    state.trade.banGoal[0] = 0.5;
    state.trade.banGoal[1] = 0.5;
    state.trade.banKnown[0] = 1;
    const trace = newTrace({
      cars: () => state.trade.imports[3]!,
      sold: () => state.trade.exports[0]!,
      denied: () => state.trade.exports[1]!,
    });
    const before = { cars: state.trade.imports[3]!, sold: state.trade.exports[0]! };
    state.tick += 1;
    tradeWeek(rules, state, trace);
    const share = (row: "cars" | "sold" | "denied", cause: string): number =>
      trace.rows[row]!.find((r) => r.cause === cause)?.amount ?? 0;
    expect(share("cars", "duties")).toBeLessThan(-1);
    expect(share("cars", "market-drift")).toBeGreaterThan(0);
    expect(share("sold", "bans")).toBeLessThan(0);
    expect(share("sold", "quiet-holds")).toBe(0);
    expect(share("denied", "quiet-holds")).toBeLessThan(0);
    expect(share("denied", "bans")).toBe(0);
    expect(sum(trace.rows.cars!.map((r) => r.amount))).toBeCloseTo(state.trade.imports[3]! - before.cars, 9);
    expect(sum(trace.rows.sold!.map((r) => r.amount))).toBeCloseTo(state.trade.exports[0]! - before.sold, 9);
  });

  test("whatever is ordered, numbers stay numbers and within their bounds, and the same orders give the same trade", () => {
    const order = fc.record({
      week: fc.integer({ min: 0, max: 59 }),
      europe: fc.double({ min: 0, max: 2, noNaN: true }),
      china: fc.double({ min: 0, max: 2, noNaN: true }),
      ban: fc.double({ min: 0, max: 1, noNaN: true }),
      access: fc.double({ min: 0, max: 3, noNaN: true }),
      price: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      s: fc.integer({ min: 0, max: 1 }),
      m: fc.integer({ min: 0, max: 2 }),
    });
    const play = (
      orders: {
        week: number;
        europe: number;
        china: number;
        ban: number;
        access: number;
        price: number;
        s: number;
        m: number;
      }[],
    ): State => {
      const state = newEconomy(tiny.rules);
      for (let week = 0; week < 60; week++) {
        for (const o of orders.filter((x) => x.week === week)) {
          state.trade.dutyEurope[o.s] = o.europe;
          state.trade.dutyChina[o.s] = o.china;
          state.trade.banGoal[o.s * tiny.rules.M + o.m] = o.ban;
          state.trade.access = o.access;
          state.trade.price[o.s]! += o.price;
          state.files = [measure(o.s, o.europe, 0.25)];
        }
        trade(tiny.rules, state, 1);
      }
      return state;
    };
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), (orders) => {
        const { trade: t, members } = play(orders);
        for (const x of Object.values(t).flat()) expect(Number.isFinite(x)).toBe(true);
        for (const x of [...t.imports, ...t.exports]) expect(x).toBeGreaterThanOrEqual(0);
        for (const x of [...t.ban, ...t.leaked, ...t.injury]) expect(x >= 0 && x <= 1).toBe(true);
        for (const m of members) expect(m.exportLoss).toBeGreaterThanOrEqual(0);
        expect(JSON.stringify(play(orders).trade)).toBe(JSON.stringify(t));
      }),
      { numRuns: 60 },
    );
  });
});
