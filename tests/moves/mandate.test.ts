// M10: a national duty to hold stock.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { clone, type State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { drift } from "../../shared/world/drift.ts";
import { leverageOf } from "../../shared/world/leverage.ts";
import { input, m, member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const mandate = { kind: "mandate-stocks" };

const rows: Row[] = [
  {
    name: "a state obliges its firms, for one point",
    seat: "DE",
    order: mandate,
    does(after, before) {
      expect(member(after, "DE").mandate).toBe(0);
      expect(member(after, "DE").points).toBe(member(before, "DE").points - 1);
      expect(told(after, before, "stocks-mandated")[0]).toMatchObject({
        about: ["DE"],
        amount: rules.model.inputs.mandateWeeks,
      });
    },
  },
  {
    name: "once",
    seat: "DE",
    given: (state) => {
      member(state, "DE").mandate = 4;
    },
    order: mandate,
    refused: "already-so",
  },
  {
    name: "not for half a point",
    seat: "MT",
    given: (state) => {
      member(state, "MT").points = 0.75;
    },
    order: mandate,
    refused: { code: "not-enough-points", have: 0.75, need: 1 },
  },
  { name: "not for others", seat: "commission", order: mandate, refused: "not-your-seat" },
];

/** The same world with and without a mandate, so many weeks on; only what moves by itself. */
function apart(weeks: number, code = "DE"): [without: State, withIt: State] {
  const without = position();
  const withIt = clone(without);
  order(withIt, code as "DE", mandate);
  for (const state of [without, withIt])
    for (let w = 0; w < weeks; w++) {
      state.tick += 1;
      drift(rules, state, silent);
    }
  return [without, withIt];
}

describe("mandate-stocks", () => {
  test.each(rows)("$name", play);

  test("firms there, and only there, come to hold about a week more of what Beijing licenses", () => {
    const [without, withIt] = apart(30);
    for (const { id, stockable } of rules.inputs) {
      const gained = (code: string) => input(withIt, id).stock[m(code)]! - input(without, id).stock[m(code)]!;
      if (stockable) {
        expect(gained("DE"), id).toBeGreaterThan(0.7);
        expect(gained("DE"), id).toBeLessThan(1.3);
      } else expect(gained("DE"), id).toBeCloseTo(0, 6);
      expect(gained("FR"), id).toBeCloseTo(0, 6);
    }
  });

  test("it costs a thousandth a year of the value added that hangs on them", () => {
    const [without, withIt] = apart(30);
    const hangs = rules.inputs.reduce(
      (sum, plan) =>
        sum +
        (plan.stockable ? plan.valueAtRisk * rules.members[m("DE")]!.use[rules.inputs.indexOf(plan)]! : 0),
      0,
    );
    const more = member(withIt, "DE").outputLoss - member(without, "DE").outputLoss;
    expect(more).toBeCloseTo(rules.model.inputs.mandateCost * hangs, 6);
    expect(member(withIt, "FR").outputLoss).toBe(member(without, "FR").outputLoss);
  });

  test("the stress test keeps it while it sets firms’ stocks to normal", () => {
    const without = position();
    const withIt = clone(without);
    for (const { code } of rules.members) order(withIt, code, mandate);
    expect(leverageOf(rules, withIt).gone).toBeCloseTo(0, 9);
    for (const state of [without, withIt]) state.tick += rules.model.inputs.mandateWeeks;
    expect(leverageOf(rules, without).gone).toBeCloseTo(0, 9);
    expect(leverageOf(rules, withIt).gone).toBeGreaterThan(0.005);
    expect(leverageOf(rules, withIt).gone).toBeLessThan(0.1);
  });

  test("lines stop later there when licences stop", () => {
    const [without, withIt] = apart(26, "CZ");
    for (const state of [without, withIt]) {
      for (const stopped of state.inputs)
        Object.assign(stopped, { mode: "embargo", throughput: 0, licenceWeeks: 9 });
      for (let w = 0; w < 16; w++) {
        state.tick += 1;
        drift(rules, state, silent);
      }
    }
    expect(member(withIt, "CZ").linesStopped).toBeLessThan(member(without, "CZ").linesStopped);
  });
});

test("it is law, so everybody can read it", () => {
  const state = position();
  pass(state, 3);
  order(state, "PL", mandate);
  for (const seat of ["beijing", "commission", "MT", "observer"] as const)
    expect(view(rules, state, seat).pub.law.mandates[m("PL")]).toBe(3);
});
