// E12, E13, E17, E20-E22: licence regimes, favours, what firms fear, and what they learn to do without.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import { newTrace } from "../../shared/explain.ts";
import { indexOf } from "../../shared/scenario.ts";
import { elsewhere, lossNow, type State } from "../../shared/state.ts";
import { termsOf, theta } from "../../shared/world/goods.ts";
import { inputsWeek, setMode, wishedStock } from "../../shared/world/inputs.ts";
import { orderStock } from "../../shared/world/store.ts";
import { standing } from "../helpers/agreement.ts";
import { meanOf, newEconomy, pass, inputsPass as weeks } from "../helpers/economy.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const member = (code: string): number => indexOf(rules.members, code);

describe("at rest", () => {
  test("with licences as in week 0 nobody runs short in four years", () => {
    const state = newEconomy(rules);
    pass(rules, state, 208, (s) => {
      for (const input of s.inputs) expect(Math.max(...input.gap)).toBeLessThan(0.01);
      expect(lossNow(s)).toBe(0);
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
    state.contracts = [standing(verified)];
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
