// Who sees what, and how well: errors, delays, hints, and what makes a seat see better than usual.

import { describe, expect, test } from "vitest";
import { estimate, focusOf, SURVEY_WEEKS } from "../../shared/estimate.ts";
import { CATALOGUE, type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import type { Seat, Viewpoint } from "../../shared/seat.ts";
import { bandOf, hint, marginOf, middleOf, type Sight } from "../../shared/sight.ts";
import type { State } from "../../shared/state.ts";
import { memberIndex, sightIn, view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { pass, rules } from "../helpers/order.ts";

const fresh = (seed = 1): State => newState(rules, { seed, weeks: 104 });
const DE = memberIndex(rules, "DE");
/** Share or size by which a seat may be wrong about a number, as its View says. */
function off(state: State, seat: Seat, id: IndicatorId, k = 0): number {
  const sight = sightIn(rules, view(rules, state, seat), indicatorOf(id), k);
  return marginOf(sight, 1);
}
const seen = (state: State, seat: Viewpoint, id: IndicatorId, k = 0): number =>
  estimate(rules, state, indicatorOf(id), seat, k, memberIndex(rules, seat));

describe("bands", () => {
  test.each([
    [-3, 0, -2],
    [-1, 1, 0],
    [0.99, 1, 0],
    [1, 2, 2],
    [40, 2, 2],
  ])("%d lies in band %i, for which %d stands", (x, band, middle) => {
    expect(bandOf([-1, 1], x)).toBe(band);
    expect(middleOf([-1, 1], band)).toBe(middle);
  });

  test("a hint may be half a band off", () => {
    expect(marginOf(hint(0.5, -1, 1), 7)).toBe(1);
  });
});

describe("what the design says of each item", () => {
  test.each([
    ["queue", 0.3, 0.1, 0],
    ["throughput", 0.3, 0.1, 0],
    ["approval", 0.3, 0.1, 0],
    ["licenceDays", 0.3, 0.1, 0],
    ["stockpile", 0, 0, 0.5],
    ["risk", 0.2, 0.2, 0.4],
    ["jobs", 0.15, 0.15, 0],
    ["realGrowth", 0, 0, 0],
  ] as const)("%s: the Commission ±%d, a capital ±%d, Beijing ±%d", (id, commission, member, beijing) => {
    const state = fresh();
    expect(off(state, "commission", id)).toBeCloseTo(commission, 9);
    expect(off(state, "DE", id)).toBeCloseTo(member, 9);
    expect(off(state, "beijing", id)).toBeCloseTo(beijing, 9);
  });

  test("support: two tenths in Brussels and elsewhere, its own exactly, a quarter in Beijing", () => {
    const state = fresh();
    expect(off(state, "commission", "support", DE)).toBe(0.2);
    expect(off(state, "FR", "support", DE)).toBe(0.2);
    expect(off(state, "DE", "support", DE)).toBe(0);
    expect(off(state, "beijing", "support", DE)).toBe(0.25);
  });

  test("errors are as large as they are said to be: one survey in twenty lies outside", () => {
    let outside = 0;
    const games = 400;
    for (let seed = 1; seed <= games; seed++) {
      const state = { ...start, seed };
      const truth = indicatorOf("risk").of(rules, state, 0, -1);
      if (Math.abs(seen(state, "commission", "risk") / truth - 1) > 0.2) outside += 1;
    }
    expect(outside / games).toBeGreaterThan(0.02);
    expect(outside / games).toBeLessThan(0.08);
  });
  const start = fresh();
});

describe("late figures", () => {
  const state = fresh();
  pass(state, 2);
  const before = (["throughput", "licenceDays"] as const).map((id) => seen(state, "commission", id));
  state.inputs[0]!.throughput = 0.15;
  state.inputs[0]!.licenceWeeks = 13;
  const own = seen(state, "DE", "throughput");

  test("a capital sees a change at once, Brussels only after four weeks", () => {
    expect(own).toBeLessThan(0.2);
    for (let week = 0; week < 4; week++) {
      expect((["throughput", "licenceDays"] as const).map((id) => seen(state, "commission", id))).toEqual(
        before,
      );
      pass(state, 1);
    }
    pass(state, 1);
    expect(seen(state, "commission", "throughput")).toBeLessThan(0.25);
    expect(seen(state, "commission", "licenceDays")).toBeGreaterThan(1.5 * before[1]!);
  });
});

test("applications granted follow all that holds licences back, a shock as well", () => {
  const granted = (by: number): number => {
    const state = fresh();
    const input = state.inputs[0]!;
    input.queue.fill(9);
    input.shocks.push({ by, until: 9 });
    return indicatorOf("approval").of(rules, state, 0, DE);
  };
  expect(granted(-0.3)).toBeLessThan(granted(0));
});

describe("what makes a seat see better", () => {
  test("the matching platform brings Brussels from a quarter to a tenth on firms' stocks", () => {
    const state = fresh();
    expect(off(state, "commission", "stock")).toBeCloseTo(0.25, 9);
    state.commission.matching = 1;
    expect(off(state, "commission", "stock")).toBeCloseTo(0.1, 9);
    expect(off(state, "commission", "magnets", DE)).toBeCloseTo(0.1, 9);
    expect(off(state, "DE", "stock")).toBeCloseTo(0.05, 9);
  });

  test("applications bring Beijing from four tenths to one, input by input, and what was laid open ages", () => {
    const state = fresh();
    const off0 = (i: number) => off(state, "beijing", "stock", i);
    state.inputs[0]!.laidOpen = 0;
    state.inputs[1]!.laidOpen = 1;
    expect([off0(0), off0(1)]).toEqual([expect.closeTo(0.4, 9), expect.closeTo(0.1, 9)]);
    expect(off(state, "beijing", "magnets", DE)).toBeCloseTo(0.4, 9);
    state.inputs[0]!.mode = "case-by-case";
    state.inputs[1]!.mode = "free";
    pass(state, 26);
    expect(state.inputs[0]!.laidOpen).toBeGreaterThan(0.6);
    expect(state.inputs[1]!.laidOpen).toBeLessThan(0.4);
  });

  test("a mission knows true licence figures for its quarter, others do not", () => {
    const state = fresh();
    state.members[DE]!.insightUntil = 13;
    for (const id of ["throughput", "licenceDays", "queue", "approval"] as const) {
      expect(off(state, "DE", id)).toBe(0);
      expect(off(state, "FR", id)).toBeGreaterThan(0);
      expect(seen(state, "DE", id)).toBe(indicatorOf(id).of(rules, state, 0, DE));
    }
    expect(off(state, "DE", "stock")).toBeGreaterThan(0);
    state.tick = 13;
    expect(off(state, "DE", "throughput")).toBeGreaterThan(0);
  });

  test("a leak halves Beijing's errors while it is fresh, and only Beijing's", () => {
    const state = fresh();
    const usual = (["stock", "hold", "stockpile", "support"] as const).map((id) => off(state, "beijing", id));
    const ours = off(state, "commission", "stock");
    state.beijing.leakUntil = 13;
    expect(
      (["stock", "hold", "stockpile", "support"] as const).map((id) => off(state, "beijing", id)),
    ).toEqual(usual.map((error) => expect.closeTo(error / 2, 2)));
    expect(off(state, "commission", "stock")).toBe(ours);
    state.tick = 13;
    expect(off(state, "beijing", "hold")).toBeCloseTo(usual[1]!, 9);
  });

  test("the View says so only where it is not as usual", () => {
    const state = fresh();
    expect(view(rules, state, "DE").own.focus).toEqual({});
    state.members[DE]!.insightUntil = 13;
    expect(Object.keys(view(rules, state, "DE").own.focus).sort()).toEqual(
      ["approval", "licenceDays", "queue", "throughput"].sort(),
    );
    expect(focusOf(rules, state, indicatorOf("heat"), "beijing", 0, -2)).toBe(1);
  });
});

describe("surveys", () => {
  test("an error stays for a quarter of a year and is drawn anew for the next", () => {
    const state = fresh();
    const error = () => seen(state, "commission", "risk") / indicatorOf("risk").of(rules, state, 0, -1);
    const first = error();
    state.tick = SURVEY_WEEKS - 1;
    expect(error()).toBe(first);
    state.tick = SURVEY_WEEKS;
    expect(error()).not.toBe(first);
  });

  test("parts and wholes come from one survey: magnets by state fit the Union's, costs by input fit the sum", () => {
    const state = fresh(7);
    for (const seat of ["commission", "beijing"] as const) {
      const parts = rules.inputs.reduce((sum, _, i) => sum + seen(state, seat, "holdBy", i), 0);
      expect(parts).toBeCloseTo(seen(state, seat, "hold"), 9);
      const stores = rules.members.reduce(
        (sum, m, k) => sum + m.use[0]! * seen(state, seat, "magnets", k),
        0,
      );
      expect(stores).toBeCloseTo(seen(state, seat, "stock"), 9);
    }
  });

  test("Beijing's statistics stand above the truth and follow it slowly; Beijing knows the truth", () => {
    const state = fresh();
    const { growth } = rules.model.beijing;
    const { officialBias } = rules.model.information;
    expect(view(rules, state, "commission").pub.growth).toBeCloseTo(growth + officialBias, 1);
    state.beijing.growth = 2;
    pass(state, 1);
    const now = view(rules, state, "beijing");
    expect(now.own.realGrowth).toBeLessThan(3);
    expect(now.pub.growth).toBeGreaterThan(growth - 0.2);
    const gap = () => Math.abs(state.beijing.official - state.beijing.growth);
    const first = gap();
    pass(state, 40);
    expect(gap()).toBeLessThan(first / 4);
  });

  test("every kind of sight is used, so that none is a dead letter", () => {
    const kinds = new Set<string>();
    for (const { sight } of CATALOGUE)
      for (const one of Object.values(sight) as Sight[])
        kinds.add(
          typeof one === "string"
            ? one
            : "bands" in one
              ? "hint"
              : one.lag
                ? "late"
                : one.relative
                  ? "%"
                  : "±",
        );
    expect([...kinds].sort()).toEqual(["%", "exact", "hidden", "hint", "late", "±"].sort());
  });
});
