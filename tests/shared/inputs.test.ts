// E12-E17, E21-E26: licences, firms' stocks, fear, adaptation, the Union's store, and what a gap costs.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTrace } from "../../shared/explain.ts";
import { indexOf } from "../../shared/scenario.ts";
import { elsewhere, type State } from "../../shared/state.ts";
import { ordered, slackOf, termsOf, theta, used } from "../../shared/world/goods.ts";
import { inputsWeek, setMode, wishedStock } from "../../shared/world/inputs.ts";
import { orderStock } from "../../shared/world/store.ts";
import { altered, lossOf, meanOf, newEconomy, pass, inputsPass as weeks } from "../helpers/economy.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const member = (code: string): number => indexOf(rules.members, code);

describe("at rest", () => {
  test("with licences as in week 0 nobody runs short in four years", () => {
    const state = newEconomy(rules);
    pass(rules, state, 208, (s) => {
      for (const input of s.inputs) expect(Math.max(...input.gap)).toBeLessThan(0.01);
      expect(lossOf(s)).toBe(0);
    });
    expect(state.inputs[0]!.stock[0]).toBeGreaterThan(rules.inputs[0]!.stockWeeks);
  });

  test("the plants and scrap of week 0 are what China does not supply", () => {
    const state = newEconomy(rules);
    rules.inputs.forEach((input, i) => {
      expect(1 - elsewhere(state.inputs[i]!)).toBeCloseTo(input.chinaShare, 2);
    });
  });
});

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

describe("who is favoured and who is punished", () => {
  test("a punished state runs short first, a favoured one last", () => {
    const state = newEconomy(rules);
    const input = state.inputs[0]!;
    setMode(rules, state, 0, "go-slow");
    input.tilt[member("LT")] = 0;
    input.tiltEnds[member("LT")] = 99;
    input.tilt[member("HU")] = 3;
    input.tiltEnds[member("HU")] = 99;
    weeks(rules, state, 12);
    expect(input.gap[member("LT")]).toBeGreaterThan(input.gap[member("FR")]! + 0.02);
    expect(input.gap[member("HU")]).toBeLessThan(input.gap[member("FR")]! - 0.02);
  });

  test("favours and passing shifts end with their week", () => {
    const state = newEconomy(rules);
    const input = state.inputs[0]!;
    Object.assign(input, { shift: -0.2, shiftEnds: 4 });
    input.tilt[0] = 0.5;
    input.tiltEnds[0] = 4;
    weeks(rules, state, 3);
    expect([theta(input) - input.throughput, input.tilt[0]]).toEqual([expect.closeTo(-0.2, 9), 0.5]);
    weeks(rules, state, 1);
    expect([theta(input), input.tilt[0]]).toEqual([input.throughput, 1]);
  });
});

describe("licence regimes", () => {
  test("a mode brings its throughput and its time; a squeeze counts from its first week", () => {
    const state = newEconomy(rules);
    const input = state.inputs[0]!;
    state.tick = 5;
    setMode(rules, state, 0, "go-slow");
    expect(input).toMatchObject({
      mode: "go-slow",
      throughput: 0.15,
      licenceWeeks: 11,
      since: 5,
      squeezedSince: 5,
    });
    state.tick = 9;
    setMode(rules, state, 0, "embargo");
    expect(input).toMatchObject({ throughput: 0, since: 9, squeezedSince: 5 });
    setMode(rules, state, 0, "general");
    expect(input.squeezedSince).toBe(-1);
  });
});

describe("what firms fear (E17)", () => {
  const riskAfter = (n: number, start: number, change: (state: State) => void): number => {
    const state = newEconomy(rules);
    state.inputs[0]!.risk = start;
    change(state);
    return weeks(rules, state, n).inputs[0]!.risk;
  };
  const promise = (verified: number) => (state: State) => {
    state.contracts = [
      { id: "c", kind: "assurance", from: 0, until: 999, verified, throughput: 1, breached: false },
    ];
  };

  test("a full stop raises it, half of what calm keeps is gone in 78 weeks", () => {
    expect(riskAfter(10, 0.2, (s) => setMode(rules, s, 0, "embargo"))).toBeGreaterThan(0.5);
    expect(riskAfter(78, 0.45, () => {}) - 0.05).toBeCloseTo(0.2, 2);
  });

  test("a promise that nobody measures makes firms forget sooner; one that is measured does not", () => {
    const calm = riskAfter(52, 0.5, () => {});
    expect(riskAfter(52, 0.5, promise(0))).toBeLessThan(calm - 0.1);
    expect(riskAfter(52, 0.5, promise(1))).toBeCloseTo(calm, 9);
  });

  test("a supplier without a good name is never quite trusted", () => {
    const risk = riskAfter(2000, 0.05, (s) => {
      s.beijing.reputation = 0;
    });
    expect(risk).toBeCloseTo(rules.model.inputs.riskNormal + rules.model.inputs.riskReputation, 3);
  });

  test("fear makes firms hoard: after a scare they hold more than before", () => {
    const t = termsOf(rules)[0]!;
    expect(wishedStock(rules, t, 0.05)).toBe(5);
    expect(wishedStock(rules, t, 0.55)).toBe(10);
    const state = newEconomy(rules);
    state.inputs[0]!.risk = 0.6;
    weeks(rules, state, 20);
    expect(meanOf(rules, 0, state.inputs[0]!.stock)).toBeGreaterThan(6.5);
  });

  test("firms that the fund covers hold less (E33)", () => {
    const state = newEconomy(rules);
    state.members[0]!.cover = 1;
    weeks(rules, state, 40);
    expect(state.inputs[0]!.stock[0]).toBeLessThan(state.inputs[0]!.stock[1]! - 1);
  });
});

describe("doing with less, and elsewhere", () => {
  test("a stop teaches users to do with less, up to a bound (E21)", () => {
    const state = newEconomy(rules);
    setMode(rules, state, 0, "embargo");
    weeks(rules, state, 52);
    const year = state.inputs[0]!.adapt;
    expect(year).toBeGreaterThan(0.04);
    weeks(rules, state, 2000);
    expect(state.inputs[0]!.adapt).toBeLessThanOrEqual(rules.model.inputs.adaptCap);
    expect(state.inputs[4]!.adapt).toBeLessThan(state.inputs[0]!.adapt / 3);
  });

  test("allies lend capacity half a year after firms begin to worry, and take it back (E20)", () => {
    const state = newEconomy(rules);
    const input = state.inputs[1]!;
    input.risk = 0.1;
    weeks(rules, state, 30);
    expect(input.ally).toBe(0);
    const lend = (n: number) => {
      weeks(rules, state, n, () => {
        input.risk = 0.5;
      });
      return input.ally / rules.model.inputs.allyCap;
    };
    expect(lend(6)).toBeLessThan(0.2);
    expect(lend(20)).toBeGreaterThan(0.5);
    expect(lend(100)).toBeCloseTo(1, 2);
    input.risk = 0.06;
    weeks(rules, state, 100);
    expect(input.ally).toBeLessThan(0.01);
  });

  test("scrap that must stay is recycled, a point of demand in 26 weeks, up to a bound (E22)", () => {
    const recycled = (limit: number, n: number): number => {
      const state = newEconomy(rules);
      state.commission.scrapLimit = limit;
      Object.assign(state.inputs[0]!, { recycling: 0.02, recyclingCap: 0.05 });
      return weeks(rules, state, n).inputs[0]!.recycling;
    };
    expect(recycled(0, 100)).toBe(0.02);
    expect(recycled(0.5, 26)).toBeCloseTo(0.025, 9);
    expect(recycled(1, 26)).toBeCloseTo(0.03, 9);
    expect(recycled(1, 200)).toBe(0.05);
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
    expect(lossOf(state)).toBe(0);
    expect(sum(state.members.map((x) => x.linesStopped))).toBe(0);
  });

  test("users who have learnt to do with less stand more of a shortage", () => {
    const loss = (adapt: number): number => {
      const state = newEconomy(rules);
      state.inputs[0]!.adapt = adapt;
      state.inputs[0]!.stock.fill(1 - adapt);
      return lossOf(weeks(altered(rules, { "model.inputs.adaptSlack": 0.5 }), state, 1));
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
    const apart = lossOf(empty(0)) + lossOf(empty(2)) + lossOf(empty(3));
    const together = empty(0, 2, 3);
    expect(lossOf(together) / apart).toBeCloseTo(rules.model.inputs.network, 6);
    expect(sum(together.inputs.map((x) => sum(x.loss)))).toBeCloseTo(lossOf(together), 9);
    expect(lossOf(empty(0, 2)) / (lossOf(empty(0)) + lossOf(empty(2)))).toBeCloseTo(1, 9);
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
      return lossOf(weeks(rules, state, 1));
    };
    expect(cost("none", 0)).toBe(0);
    const strict = cost("strict", 0);
    expect(strict).toBeGreaterThan(0.1);
    expect(strict).toBeLessThan(1);
    expect(cost("soft", 0)).toBeCloseTo(strict * rules.model.inputs.obligationSoft, 3);
    expect(cost("strict", 0.2)).toBeCloseTo(strict * 0.8, 3);
    expect(cost("strict", 0.5)).toBeCloseTo(cost("soft", 0.5), 9);
  });
});

describe("explained and sound", () => {
  test("stocks: what arrives, what others send and what is used are booked apart", () => {
    const state = newEconomy(rules);
    const before = state.inputs[0]!.stock[4]!;
    const trace = newTrace({
      stock: () => state.inputs[0]!.stock[4]!,
      queue: () => state.inputs[0]!.queue[4]!,
    });
    state.tick += 1;
    inputsWeek(rules, state, trace);
    const causes = trace.rows.stock!.map((r) => r.cause);
    expect(causes).toEqual(["licences", "allies-recycling", "use"]);
    expect(sum(trace.rows.stock!.map((r) => r.amount))).toBeCloseTo(state.inputs[0]!.stock[4]! - before, 9);
    expect(trace.rows.queue!.map((r) => r.cause)).toEqual(["firms-orders", "licences"]);
  });

  test("whatever Beijing and Brussels do, numbers stay numbers within their bounds, and the same acts give the same State", () => {
    const act = fc.record({
      week: fc.integer({ min: 0, max: 79 }),
      mode: fc.constantFrom("free", "general", "case-by-case", "go-slow", "embargo"),
      shift: fc.double({ min: -1, max: 1, noNaN: true }),
      tilt: fc.double({ min: 0, max: 2, noNaN: true }),
      million: fc.integer({ min: 1, max: 200 }),
      obligation: fc.constantFrom("none", "soft", "strict"),
      flood: fc.boolean(),
      emergency: fc.boolean(),
      m: fc.integer({ min: 0, max: 2 }),
    });
    type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
    const play = (acts: Act[]): State => {
      const state = newEconomy(tiny.rules, 7);
      pass(tiny.rules, state, 80, (s, week) => {
        for (const a of acts.filter((x) => x.week === week)) {
          setMode(tiny.rules, s, 0, a.mode as "free");
          Object.assign(s.inputs[0]!, { shift: a.shift, shiftEnds: week + 9 });
          s.inputs[0]!.tilt[a.m] = a.tilt;
          s.inputs[0]!.tiltEnds[a.m] = week + 13;
          orderStock(tiny.rules, s, 0, a.million);
          s.commission.obligation = a.obligation as "none";
          if (a.flood) s.beijing.floodUntil = week + 20;
          if (a.emergency) s.commission.emergencyUntil = week + 26;
        }
      });
      return state;
    };
    const moving = ({ inputs, projects, members, trade, leverage }: State) => [
      inputs,
      projects,
      members,
      trade,
      leverage,
    ];
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const state = play(acts);
        const text = JSON.stringify(moving(state));
        expect(text).not.toMatch(/null/);
        for (const input of state.inputs) {
          for (const x of [input.risk, ...input.gap]) expect(x >= -1e-12 && x <= 1).toBe(true);
          for (const x of [...input.stock, ...input.queue, ...input.transit1, input.stockpile, input.running])
            expect(x).toBeGreaterThan(-1e-9);
          expect(elsewhere(input)).toBeLessThan(1.5);
          expect(input.spot).toBeGreaterThan(0.5);
        }
        expect(JSON.stringify(moving(play(acts)))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});
