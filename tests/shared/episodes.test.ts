// Known episodes, replayed: what was observed, and how far off the model may be. Licence paths and programmes are given as
// policy; nothing else is fitted here.

import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import type { Rules } from "../../shared/scenario.ts";
import { elsewhere, lossNow, type State } from "../../shared/state.ts";
import { termsOf } from "../../shared/world/goods.ts";
import {
  altered,
  magnetsOnly,
  meanOf,
  measure,
  newEconomy,
  pass,
  tradePass as trade,
  inputsPass as weeks,
} from "../helpers/economy.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const deficit = (state: State): number => sum(state.trade.imports) - sum(state.trade.exports);

/**
 * Licences of 2025, set by hand after what was granted: share of normal, weeks they took; a month of four or five
 * whole weeks counts as a twelfth of a year.
 */
const YEAR_2025 = [
  { month: "April", ends: 4, weeks: 4, throughput: 0.6, licence: 6 },
  { month: "May", ends: 8, weeks: 4, throughput: 0.13, licence: 6 },
  { month: "June", ends: 13, weeks: 5, throughput: 0.72, licence: 6 },
  { month: "July", ends: 17, weeks: 4, throughput: 1.55, licence: 3 },
  { month: "August", ends: 21, weeks: 4, throughput: 1.55, licence: 3 },
  { month: "September", ends: 26, weeks: 5, throughput: 1.2, licence: 3 },
  { month: "October", ends: 30, weeks: 4, throughput: 1.45, licence: 3 },
  { month: "November", ends: 34, weeks: 4, throughput: 1.55, licence: 3 },
] as const;

interface Year {
  /** Tonnes leaving China for the Union, by month. */
  tonnes: Record<string, number>;
  /** Thinnest stocks, weeks; first week with a gap over 5 %; output lost, EUR bn. */
  thinnest: number;
  firstGap: number;
  loss: number;
}

/** Plays magnets from 4 April 2025 on. */
function year2025(world: Rules): Year {
  const state = newEconomy(world);
  const input = state.inputs[0]!;
  const { pace } = termsOf(world)[0]!;
  const year: Year = { tonnes: {}, thinnest: 99, firstGap: -1, loss: 0 };
  for (let week = 0; week < 34; week++) {
    const now = YEAR_2025.find((m) => week < m.ends)!;
    input.throughput = now.throughput;
    input.licenceWeeks = now.licence;
    const left = input.transit1.map((x) => x * (1 - pace));
    weeks(world, state, 1);
    const shipped = meanOf(
      world,
      0,
      input.transit1.map((x, m) => x - left[m]!),
    );
    const monthly = (shipped * world.inputs[0]!.demand) / 12 / now.weeks;
    year.tonnes[now.month] = (year.tonnes[now.month] ?? 0) + monthly;
    year.thinnest = Math.min(year.thinnest, meanOf(world, 0, input.stock));
    if (year.firstGap < 0 && Math.max(...input.gap) > 0.05) year.firstGap = week + 1;
    year.loss += lossNow(state) / 52;
  }
  return year;
}

describe("magnets, April to August 2025 (episode 1)", () => {
  const year = year2025(magnetsOnly(rules, 0.95));
  const SEEN = { May: 396, June: 1364, July: 2140, August: 2582 };

  test.each(Object.entries(SEEN))("%s: %d t for the Union", (month, seen) => {
    expect(Math.abs(year.tonnes[month]! / seen - 1)).toBeLessThan(0.16);
  });

  test("the four months together miss by 15 % at most", () => {
    const missed = Object.entries(SEEN).map(([month, seen]) => Math.abs(year.tonnes[month]! - seen));
    expect(sum(missed) / sum(Object.values(SEEN))).toBeLessThan(0.15);
  });

  test("first lines run short in weeks 8 to 12, stocks fall to 0.3-1.5 weeks, and the loss stays under EUR 2bn", () => {
    expect(year.firstGap).toBeGreaterThanOrEqual(8);
    expect(year.firstGap).toBeLessThanOrEqual(12);
    expect(year.thinnest).toBeGreaterThan(0.3);
    expect(year.thinnest).toBeLessThan(1.5);
    expect(year.loss).toBeLessThan(2);
  });
});

describe("magnets, October and November 2025 (episode 8)", () => {
  const SEEN = { October: 2060, November: 2569 };

  test.each(Object.entries(SEEN))("%s: %d t, as firms fill their stores", (month, seen) => {
    const year = year2025(magnetsOnly(rules, 0.95));
    expect(Math.abs(year.tonnes[month]! / seen - 1)).toBeLessThan(0.2);
  });

  test("firms that wanted no more stock after the scare than the first fit said would have bought too little", () => {
    const year = year2025(altered(magnetsOnly(rules, 0.95), { "model.inputs.bufferRisk": 1.2 }));
    expect(year.tonnes.November! / SEEN.November - 1).toBeLessThan(-0.2);
  });
});

/** Loss of a squeeze on magnets with all that follows until stocks are back, EUR bn, and the first week over 0.5 a year. */
function squeeze(throughput: number, length: number): { loss: number; first: number; gaps: number[] } {
  const world = magnetsOnly(rules, 0.95);
  const state = newEconomy(world);
  const input = state.inputs[0]!;
  const gaps: number[] = [];
  let loss = 0;
  let first = -1;
  weeks(world, state, 6);
  for (let week = 0; week < length + 20; week++) {
    input.throughput = week < length ? throughput : 1.55;
    input.licenceWeeks = week < length ? 6 : 3;
    weeks(world, state, 1);
    loss += lossNow(state) / 52;
    gaps.push(meanOf(world, 0, input.gap));
    if (first < 0 && lossNow(state) > 0.5) first = week + 1;
  }
  return { loss, first, gaps };
}

describe("how long a squeeze on magnets must last (episode 1b)", () => {
  test.each([
    { throughput: 0.25, length: 8, low: 0, high: 0.05 },
    { throughput: 0.25, length: 13, low: 2, high: 6 },
    { throughput: 0.25, length: 26, low: 19, high: 27 },
    { throughput: 0, length: 26, low: 34, high: 46 },
    { throughput: 0.5, length: 52, low: 23, high: 36 },
    { throughput: 0.75, length: 52, low: 2, high: 7 },
  ])(
    "$throughput of normal for $length weeks costs EUR $low-$high bn",
    ({ throughput, length, low, high }) => {
      const { loss } = squeeze(throughput, length);
      expect(loss).toBeGreaterThanOrEqual(low);
      expect(loss).toBeLessThan(high);
    },
  );

  test.each([
    { throughput: 0, first: 10 },
    { throughput: 0.25, first: 12 },
    { throughput: 0.5, first: 16 },
    { throughput: 0.75, first: 27 },
  ])("at $throughput the loss shows around week $first", ({ throughput, first }) => {
    expect(Math.abs(squeeze(throughput, 52).first - first)).toBeLessThanOrEqual(3);
  });

  test("shortage creeps in and then grows fast: the first lines are on watch weeks before any stops", () => {
    const { gaps } = squeeze(0.25, 26);
    expect(gaps[3]).toBeLessThan(0.02);
    expect(gaps[7]).toBeGreaterThan(0.01);
    expect(gaps[11]! - gaps[7]!).toBeGreaterThan(0.05);
    expect(gaps[25]).toBeGreaterThan(0.4);
  });
});

describe("gallium and germanium from August 2023 (episode 3)", () => {
  const world = altered(rules, { "inputs.1.risk": 0.05 });
  const MONTHS = [0, 0, 0.05, 0.27, 0.4, 0.5];
  const prices: number[] = [];
  const state = weeks(world, newEconomy(world), 0);
  weeks(world, state, 26, (week) => {
    const input = state.inputs[1]!;
    input.throughput = MONTHS[Math.floor(week / 4.345)]!;
    input.licenceWeeks = 9;
    if (week > 0) prices.push(input.spot);
  });

  test.each([
    { week: 9, seen: 1.65 },
    { week: 20, seen: 2.14 },
  ])("in week $week the price stood at $seen times normal", ({ week, seen }) => {
    expect(Math.abs(prices[week - 1]! / seen - 1)).toBeLessThan(0.2);
  });

  test("and no line in Europe stopped", () => {
    expect(lossNow(state)).toBe(0);
  });
});

/** Electric cars of 2024: a fifth of the market from China, half of what comes from abroad. */
const cars = (elasticity: number): Rules =>
  altered(rules, {
    "sectors.3.elasticity": elasticity,
    "sectors.3.imports": 10,
    "sectors.3.market": 50,
    "sectors.3.foreignShare": 0.4,
    "sectors.3.dutyEurope": 0.1,
  });

/** Cars sold with a duty of 21 points against those without it, less 1. */
function effect(world: Rules, weeks: number, breadth: number): number {
  const free = trade(world, newEconomy(world), weeks);
  const state = newEconomy(world);
  state.trade.dutyEurope[3]! += 0.21;
  state.files = [measure(3, 0.21 / breadth, breadth)];
  trade(world, state, weeks);
  const paid = Math.log(1.31 / 1.1) * (1 - state.trade.leaked[3]!);
  const exporters = -(1 - world.sectors[3]!.passThrough) * paid;
  return state.trade.imports[3]! / free.trade.imports[3]! / Math.exp(exporters) - 1;
}

describe("duties on electric cars (episode 2)", () => {
  test.each([
    [2, 26],
    [2, 52],
    [2.25, 26],
    [2.25, 52],
    [2.5, 26],
  ])("multiplier %d: volume falls by 18 to 32 % after %d weeks", (elasticity, weeks) => {
    const got = effect(cars(elasticity), weeks, 1);
    expect(got).toBeLessThan(-0.18);
    expect(got).toBeGreaterThan(-0.32);
  });

  test("when other cars come in by another door, less is stopped", () => {
    expect(effect(cars(2.25), 52, 0.3)).toBeGreaterThan(effect(cars(2.25), 52, 1) + 0.03);
  });

  test("the scenario's cars are in that range", () => {
    expect(rules.sectors[3]!.id).toBe("vehicles");
    expect(rules.sectors[3]!.elasticity).toBeGreaterThanOrEqual(2);
    expect(rules.sectors[3]!.elasticity).toBeLessThanOrEqual(2.5);
  });

  test("with the elasticities of all goods the effect would be too small", () => {
    expect(effect(cars(1), 26, 1)).toBeGreaterThan(-0.18);
  });
});

describe("the deficit (episode 5)", () => {
  test.each([
    { weeks: 52, from: 380, to: 415 },
    { weeks: 104, from: 410, to: 470 },
    { weeks: 208, from: 500, to: 600 },
  ])("with nobody acting it stands between $from and $to after $weeks weeks", ({ weeks, from, to }) => {
    const now = deficit(trade(rules, newEconomy(rules), weeks));
    expect(now).toBeGreaterThan(from);
    expect(now).toBeLessThan(to);
  });
});

describe("rare earths in Japan, 2010 to 2015 (episode 4)", () => {
  /** Nine tenths from China, little stock, some plants of its own; allies who lend more, since a mine was bought into. */
  const japan = (): Rules => {
    const world = altered(rules, {
      "inputs.0.chinaShare": 0.9,
      "inputs.0.running": 0.08,
      "inputs.0.recycling": 0.02,
      "inputs.0.recyclingCap": 0.05,
      "inputs.0.risk": 0.05,
      "inputs.0.throughput": 1.5,
      "inputs.0.licenceWeeks": 2,
      "inputs.0.permitting": 0.02,
      "inputs.0.building": 0.02,
      "model.inputs.allyCap": 0.1,
    });
    world.projects = [];
    return world;
  };
  /** China's share by year. The programme of YEN 100bn bound firms to other sources for three years: a strict duty. */
  const shares = (programme: boolean, years: number): number => {
    const world = japan();
    const state = newEconomy(world);
    const input = state.inputs[0]!;
    pass(world, state, years * 52, (s, week) => {
      input.throughput = week < 8 ? 0 : week < 60 ? 0.6 : week < 110 ? 0.8 : 1.3;
      input.licenceWeeks = week < 8 ? 9 : 4;
      s.commission.obligation = programme && week >= 13 && week < 170 ? "strict" : "none";
    });
    return 1 - elsewhere(input) / (1 - input.adapt);
  };

  test.each([
    { years: 1, low: 0.75, high: 0.85 },
    { years: 2, low: 0.6, high: 0.75 },
    { years: 5, low: 0.45, high: 0.62 },
  ])("after $years years China's share is $low to $high", ({ years, low, high }) => {
    const share = shares(true, years);
    expect(share).toBeGreaterThan(low);
    expect(share).toBeLessThan(high);
  });

  test("it levels off and does not collapse; without the programme less is kept", () => {
    expect(shares(true, 8)).toBeGreaterThan(0.4);
    expect(shares(false, 5)).toBeGreaterThan(shares(true, 5) + 0.05);
    expect(shares(false, 5)).toBeLessThan(0.75);
  });
});
