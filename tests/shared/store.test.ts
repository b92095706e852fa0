// E24-E26: the Union's store: what money buys, when it opens, who is served.

import { describe, expect, test } from "vitest";
import { indexOf } from "../../shared/scenario.ts";
import type { State } from "../../shared/state.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { orderStock, priceOfWeek } from "../../shared/world/store.ts";
import { standing } from "../helpers/agreement.ts";
import { lossOf, newEconomy, inputsPass as weeks } from "../helpers/economy.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const member = (code: string): number => indexOf(rules.members, code);

/** Weeks of use that do not suffice for everybody who is short. */
const SCARCE = 0.1;

describe("the Union's store", () => {
  const filled = (store: number, change: (state: State) => void): State => {
    const state = newEconomy(rules);
    const input = state.inputs[0]!;
    input.stockpile = store;
    setMode(rules, state, 0, "embargo");
    change(state);
    return state;
  };

  test("money buys weeks of use, delivered after the tender and no faster than a trickle (E24)", () => {
    const state = newEconomy(rules);
    const { stockDelay, stockFlow } = rules.model.inputs;
    expect(priceOfWeek(rules)[0]).toBeCloseTo((20_000 / 52) * 0.036 * 1.06, 6);
    orderStock(rules, state, 0, priceOfWeek(rules)[0]! * 0.1);
    weeks(rules, state, stockDelay - 1);
    expect(state.inputs[0]!.stockpile).toBe(0);
    weeks(rules, state, 1);
    expect(state.inputs[0]!.stockpile).toBeCloseTo(stockFlow, 9);
    weeks(rules, state, 20);
    expect(state.inputs[0]!.stockpile).toBeCloseTo(0.1, 9);
    expect(state.inputs[0]!.ordered).toBeCloseTo(0, 9);
  });

  test("a contract helps, a squeeze stops purchases, and the store has a size", () => {
    const state = newEconomy(rules);
    orderStock(rules, state, 0, 10_000);
    expect(state.inputs[0]!.ordered).toBeCloseTo(rules.model.inputs.stockCapWeeks, 9);
    weeks(rules, state, 10);
    const before = state.inputs[0]!.stockpile;
    state.contracts = [standing(1)];
    weeks(rules, state, 1);
    const { stockFlow, stockFlowContract } = rules.model.inputs;
    expect(state.inputs[0]!.stockpile - before).toBeCloseTo(stockFlow * stockFlowContract, 9);
    setMode(rules, state, 0, "go-slow");
    const held = state.inputs[0]!.stockpile;
    weeks(rules, state, 5);
    expect(state.inputs[0]!.stockpile).toBe(held);
  });

  test("the first order starts the platform, which sees stocks and fills gaps better (E26)", () => {
    const state = newEconomy(rules);
    weeks(rules, state, 10);
    expect(state.commission.matching).toBe(0);
    orderStock(rules, state, 0, 20);
    weeks(rules, state, 200);
    expect(state.commission.matching).toBe(1);
    const gap = (matching: number): number => {
      const other = newEconomy(rules);
      other.commission.matching = matching;
      other.inputs[0]!.stock.fill(2);
      return weeks(rules, other, 1).inputs[0]!.gap[0]!;
    };
    expect(gap(1)).toBeLessThan(gap(0) * 0.8);
  });

  test("it stays shut until three states run short or the emergency is declared (E25)", () => {
    const state = filled(4, () => {});
    weeks(rules, state, 5);
    expect(state.inputs[0]!.released).toBe(0);
    const short = () => state.inputs[0]!.gap.filter((gap) => gap > rules.inputs[0]!.slack).length;
    while (short() < 3 && state.tick < 20) expect(weeks(rules, state, 1).inputs[0]!.released).toBe(0);
    expect(state.tick).toBeLessThan(20);
    weeks(rules, state, 1);
    const ordinary = state.inputs[0]!.released;
    expect(ordinary).toBeGreaterThan(0);
    expect(ordinary).toBeLessThanOrEqual(rules.model.inputs.releaseOrdinary + 1e-9);
    state.commission.emergencyUntil = 99;
    weeks(rules, state, 1);
    expect(state.inputs[0]!.released).toBeGreaterThan(ordinary);
  });

  test("four weeks in store put off the loss of a squeeze by months", () => {
    const loss = (store: number): number => {
      const state = filled(store, (s) => {
        s.commission.emergencyUntil = 99;
      });
      let total = 0;
      for (let week = 0; week < 20; week++) total += lossOf(weeks(rules, state, 1)) / 52;
      return total;
    };
    expect(loss(4)).toBeLessThan(0.4 * loss(0));
  });

  test.each([
    { rule: "by-value", more: "DE", less: "LT" },
    { rule: "by-size", more: "LT", less: "DE" },
    { rule: "by-contribution", more: "DE", less: "LT" },
  ] as const)(
    "$rule: $more is served before $less where there is not enough for all",
    ({ rule, more, less }) => {
      const share = (code: string): number => {
        const state = filled(SCARCE, (s) => {
          s.commission.releaseRule = rule;
          s.commission.emergencyUntil = 99;
          s.inputs[0]!.stock.fill(0.4);
        });
        const bare = filled(0, (s) => {
          s.inputs[0]!.stock.fill(0.4);
        });
        weeks(rules, state, 1);
        weeks(rules, bare, 1);
        const m = member(code);
        return bare.inputs[0]!.gap[m]! - state.inputs[0]!.gap[m]!;
      };
      expect(share(more)).toBeGreaterThan(share(less) + 0.05);
    },
  );

  test("no rule gives a state more than it is short of; what one does not need, the others get", () => {
    const thin = (store: number): State =>
      filled(store, (s) => {
        s.commission.releaseRule = "by-size";
        s.commission.emergencyUntil = 99;
        s.inputs[0]!.stock.fill(0.4);
      });
    const bare = weeks(rules, thin(0), 1);
    const got = (s: State, m: number): number => {
      const used = (x: State) => 1 - x.inputs[0]!.adapt - x.inputs[0]!.gap[m]!;
      return s.inputs[0]!.stock[m]! + used(s) - bare.inputs[0]!.stock[m]! - used(bare);
    };
    for (const store of [SCARCE, 8]) {
      const state = weeks(rules, thin(store), 1);
      const short = bare.inputs[0]!.gap;
      let wanted = 0;
      for (let m = 0; m < rules.M; m++) {
        expect(got(state, m)).toBeLessThanOrEqual(short[m]! + 1e-9);
        wanted += short[m]! * rules.members[m]!.use[0]!;
      }
      // All that is wanted where there is enough, else the whole store: small states are served in full, Germany gets the rest.
      expect(state.inputs[0]!.released).toBeCloseTo(Math.min(store, wanted), 3);
      expect(got(state, member("MT"))).toBeCloseTo(short[member("MT")]!, 2);
      expect(got(state, member("DE"))).toBeGreaterThan(0);
    }
  });

  test("pro rata serves every state alike", () => {
    const state = filled(SCARCE, (s) => {
      s.commission.emergencyUntil = 99;
      s.inputs[0]!.stock.fill(0.4);
    });
    weeks(rules, state, 1);
    const { gap } = state.inputs[0]!;
    expect(Math.max(...gap) - Math.min(...gap)).toBeLessThan(1e-9);
  });
});
