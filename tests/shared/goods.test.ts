// E12-E16 and E23: goods are kept count of, and what a gap costs.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import { indexOf } from "../../shared/scenario.ts";
import { elsewhere, lossNow, type State } from "../../shared/state.ts";
import { ordered, slackOf, termsOf, used } from "../../shared/world/goods.ts";
import { setMode, wishedStock } from "../../shared/world/inputs.ts";
import { altered, meanOf, newEconomy, inputsPass as weeks } from "../helpers/economy.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const member = (code: string): number => indexOf(rules.members, code);

/** A tiny world thrown out of balance. */
const disorder = fc.record({
  throughput: fc.double({ min: 0, max: 2, noNaN: true }),
  licence: fc.double({ min: 0, max: 20, noNaN: true }),
  stock: fc.array(fc.double({ min: 0, max: 15, noNaN: true }), { minLength: 3, maxLength: 3 }),
  queue: fc.array(fc.double({ min: 0, max: 15, noNaN: true }), { minLength: 3, maxLength: 3 }),
  tilt: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
  risk: fc.double({ min: 0, max: 1, noNaN: true }),
  adapt: fc.double({ min: 0, max: 0.22, noNaN: true }),
  store: fc.double({ min: 0, max: 8, noNaN: true }),
  rule: fc.constantFrom("by-value", "by-size", "pro-rata", "by-contribution"),
});

describe("goods are neither made nor lost", () => {
  const world = tiny.rules;
  const shares = world.members.map((m) => m.use[0]!);

  test("what comes in and what is ordered equals what is used and what is kept, state by state", () => {
    fc.assert(
      fc.property(disorder, (d) => {
        const state = newEconomy(world);
        const input = state.inputs[0]!;
        Object.assign(input, {
          throughput: d.throughput,
          licenceWeeks: d.licence,
          risk: d.risk,
          adapt: d.adapt,
        });
        Object.assign(input, {
          stock: [...d.stock],
          queue: [...d.queue],
          tilt: [...d.tilt],
          stockpile: d.store,
        });
        input.tiltEnds = [99, 99, 99];
        state.commission.releaseRule = d.rule as State["commission"]["releaseRule"];
        state.commission.emergencyUntil = 99;
        const t = termsOf(world)[0]!;
        const held = () =>
          world.members.map(
            (_, m) => input.queue[m]! + input.transit1[m]! + input.transit2[m]! + input.stock[m]!,
          );
        const position = world.members.map(
          (_, m) => input.stock[m]! + input.transit1[m]! + input.transit2[m]! + input.queue[m]! / 2,
        );
        const before = held();
        const queued = [...input.queue];
        weeks(world, state, 1);
        const demand = 1 - input.adapt;
        const supply = Math.min(demand, elsewhere(input));
        const wish = wishedStock(world, t, input.risk);
        const after = held();
        let given = 0;
        for (let m = 0; m < world.M; m++) {
          const order = ordered(t, demand, demand - supply, wish, position[m]!, d.licence);
          const use = demand * (1 - input.gap[m]!);
          const released = after[m]! - before[m]! - order - supply + use;
          expect(released).toBeGreaterThan(-1e-9);
          given += released * shares[m]!;
          const licensed = queued[m]! + t.covered * order - input.queue[m]!;
          expect(licensed).toBeGreaterThan(-1e-9);
          expect(licensed).toBeLessThan(d.throughput * d.tilt[m]! * t.licensed + 1e-9);
          expect(use).toBeLessThan(demand + 1e-9);
          expect(input.stock[m]).toBeGreaterThan(-1e-9);
          expect(input.queue[m]).toBeGreaterThan(-1e-9);
        }
        expect(given).toBeCloseTo(input.released, 9);
        expect(d.store - input.stockpile).toBeCloseTo(input.released, 9);
        expect(input.released).toBeLessThan(world.model.inputs.releaseMax + 1e-9);
        expect(input.stockpile).toBeGreaterThan(-1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test("an office that needs weeks for a licence grants no more than its queue over those weeks", () => {
    const state = newEconomy(rules);
    const input = state.inputs[0]!;
    input.throughput = 2;
    input.licenceWeeks = 10;
    const before = meanOf(rules, 0, input.queue);
    weeks(rules, state, 1);
    const left = meanOf(rules, 0, input.queue);
    expect(left).toBeGreaterThan(before * 0.9);
  });
});

describe("what a gap costs (E15, E16)", () => {
  const t = termsOf(rules)[0]!;

  test("at normal stocks nobody is short; half of the firms stand at the half weeks", () => {
    const square = t.half * t.half;
    expect(used(t, 5, 1, square)).toBe(1);
    expect(used(t, 9, 1, square)).toBe(1);
    expect(used(t, t.half, 1, square)).toBeCloseTo(0.5 * (1 + square / 25), 9);
    expect(used(t, 0, 1, square)).toBe(0);
    expect(used(t, 0.01, 1, square)).toBeLessThanOrEqual(0.01);
  });

  test("output falls once slack is used up, and lines stop with it", () => {
    const state = newEconomy(rules);
    state.inputs[0]!.stock.fill(0.1);
    setMode(rules, state, 0, "embargo");
    weeks(rules, state, 1);
    const m = member("DE");
    const input = state.inputs[0]!;
    const short = (input.gap[m]! - t.slack) / (1 - t.slack);
    expect(short).toBeGreaterThan(0.3);
    const plan = rules.inputs[0]!;
    const most = plan.valueAtRisk * plan.omega * rules.members[m]!.use[0]!;
    expect(Math.abs(state.members[m]!.outputLoss / (most * short) - 1)).toBeLessThan(0.01);
    expect(state.members[m]!.linesStopped).toBeGreaterThan(0);
    expect(state.members[m]!.linesStopped).toBeLessThan(rules.members[m]!.lines);
    expect(state.news.filter((n) => n.code === "lines-stopped")).toHaveLength(1);
    weeks(rules, state, 3);
    expect(state.news.filter((n) => n.code === "lines-stopped")).toHaveLength(1);
  });

  test("a shortage within slack stops nothing", () => {
    const state = newEconomy(rules);
    state.inputs[0]!.stock.fill(2.2);
    weeks(rules, state, 1);
    expect(state.inputs[0]!.gap[0]).toBeGreaterThan(0.02);
    expect(state.inputs[0]!.gap[0]).toBeLessThan(t.slack);
    expect(lossNow(state)).toBe(0);
    expect(sum(state.members.map((x) => x.linesStopped))).toBe(0);
  });

  test.each(rules.inputs.map(({ id, stockable }, i) => [id, stockable, i] as const))(
    "two years without any %s from China stop lines only where Beijing licenses it: %s",
    (_, stockable, i) => {
      const state = newEconomy(rules);
      setMode(rules, state, i, "embargo");
      expect(lossNow(weeks(rules, state, 104)) > 0).toBe(stockable);
    },
  );

  test("users who have learnt to do with less stand more of a shortage", () => {
    const loss = (adapt: number): number => {
      const state = newEconomy(rules);
      state.inputs[0]!.adapt = adapt;
      state.inputs[0]!.stock.fill(1 - adapt);
      return lossNow(weeks(altered(rules, { "model.inputs.adaptSlack": 0.5 }), state, 1));
    };
    expect(loss(0)).toBeGreaterThan(10);
    expect(slackOf(t, 0.2) - t.slack).toBeCloseTo(0.2 * rules.model.inputs.adaptSlack, 9);
    expect(loss(0.2)).toBeLessThan(loss(0) - 10);
  });

  test("all lines stop when nothing is left, and no more lines than there are", () => {
    const state = newEconomy(rules);
    for (const input of state.inputs) {
      for (const row of [input.stock, input.queue, input.transit1, input.transit2]) row.fill(0);
      Object.assign(input, { throughput: 0, running: 0, plants: 0, recycling: 0 });
    }
    weeks(rules, state, 1);
    state.members.forEach((x, m) => expect(x.linesStopped).toBe(rules.members[m]!.lines));
  });

  test("shortages of three inputs at once cost more than each for itself; none costs more than manufacturing makes", () => {
    const empty = (...which: number[]): State => {
      const state = newEconomy(rules);
      for (const i of which) {
        const input = state.inputs[i]!;
        for (const row of [input.stock, input.queue, input.transit1, input.transit2]) row.fill(0);
      }
      return weeks(rules, state, 1);
    };
    const apart = lossNow(empty(0)) + lossNow(empty(2)) + lossNow(empty(3));
    const together = empty(0, 2, 3);
    expect(lossNow(together) / apart).toBeCloseTo(rules.model.inputs.network, 6);
    expect(sum(together.inputs.map((x) => sum(x.loss)))).toBeCloseTo(lossNow(together), 9);
    expect(lossNow(empty(0, 2)) / (lossNow(empty(0)) + lossNow(empty(2)))).toBeCloseTo(1, 9);
    const poor = altered(rules, { "members.4.manufacturing": 0.1 });
    const state = newEconomy(poor);
    for (const row of [state.inputs[0]!.stock, state.inputs[0]!.transit2]) row.fill(0);
    weeks(poor, state, 1);
    expect(state.members[4]!.outputLoss).toBeCloseTo((poor.members[4]!.gdp * 0.1) / 100, 9);
  });

  test("a duty to diversify costs those who still buy too much from one country (E23)", () => {
    const cost = (obligation: State["commission"]["obligation"], exempt: number): number => {
      const state = newEconomy(rules);
      Object.assign(state.commission, { obligation, exempt });
      return lossNow(weeks(rules, state, 1));
    };
    expect(cost("none", 0)).toBe(0);
    const strict = cost("strict", 0);
    expect(strict).toBeGreaterThan(0.1);
    expect(strict).toBeLessThan(1);
    expect(cost("soft", 0)).toBeGreaterThan(0.05);
    expect(cost("soft", 0)).toBeLessThan(0.8 * strict * rules.model.inputs.obligationSoft);
    expect(cost("strict", 0.2)).toBeCloseTo(strict * 0.8, 3);
    expect(cost("strict", 0.5)).toBeCloseTo(cost("soft", 0.5), 9);
  });

  test("three suppliers are asked for where one country has more than two fifths, the benchmark where it has two thirds", () => {
    const pays = (obligation: "soft" | "strict", share: number): boolean => {
      const world = altered(rules, { "model.inputs.obligationFine": 1 });
      const state = newEconomy(world);
      Object.assign(state.commission, { obligation });
      state.inputs.forEach((input, i) => {
        const china = i === 0 ? share : 0;
        Object.assign(input, { running: 1 - china, plants: 0, ally: 0, recycling: 0, adapt: 0 });
      });
      return lossNow(weeks(world, state, 1)) > 1;
    };
    expect([0.36, 0.5, 0.7].map((share) => pays("strict", share))).toEqual([false, true, true]);
    expect([0.36, 0.5, 0.7].map((share) => pays("soft", share))).toEqual([false, false, true]);
  });
});
