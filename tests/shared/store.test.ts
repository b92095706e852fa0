// E24-E26: the Union's store: what money buys, when it opens, who is served.

import { describe, expect, test } from "vitest";
import { indexOf } from "../../shared/scenario.ts";
import { lossNow, type State } from "../../shared/state.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { orderStock, priceOfWeek } from "../../shared/world/store.ts";
import { standing } from "../helpers/agreement.ts";
import { newEconomy, inputsPass as weeks } from "../helpers/economy.ts";
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
      for (let week = 0; week < 20; week++) total += lossNow(weeks(rules, state, 1)) / 52;
      return total;
    };
    expect(loss(4)).toBeLessThan(0.4 * loss(0));
  });

  test.each([
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

  /** A squeeze of half a year: what the Union loses in it, and its thirteen smallest states, EUR bn. */
  const damage = (
    rule: State["commission"]["releaseRule"],
    {
      store,
      act,
      mode,
      uneven,
    }: { store: number; act: boolean; mode: "go-slow" | "embargo"; uneven: boolean },
  ): { all: number; small: number } => {
    const people = rules.members.map((m) => m.population).sort((a, b) => a - b);
    const isSmall = rules.members.map((m) => m.population <= people[12]!);
    const state = filled(store, (s) => {
      s.commission.releaseRule = rule;
      if (act) s.commission.emergencyUntil = 99;
      setMode(rules, s, 0, mode);
      if (!uneven) return;
      s.inputs[0]!.tilt = rules.members.map((_, m) => [1.6, 1, 0.4][m % 3]!);
      s.inputs[0]!.tiltEnds.fill(999);
    });
    const sum = { all: 0, small: 0 };
    for (let week = 0; week < 26; week++) {
      sum.all += lossNow(weeks(rules, state, 1)) / 52;
      state.members.forEach((member, m) => {
        if (isSmall[m]) sum.small += member.outputLoss / 52;
      });
    }
    return sum;
  };
  const SETTINGS = [0.5, 1, 2, 4, 6].flatMap((store) =>
    [false, true].flatMap((act) =>
      (["go-slow", "embargo"] as const).flatMap((mode) =>
        [false, true].map((uneven) => ({ store, act, mode, uneven })),
      ),
    ),
  );
  const OTHERS = ["pro-rata", "by-size", "by-contribution"] as const;

  test("by value does the least damage in all, much less where the store is not soon empty (E25)", () => {
    for (const setting of SETTINGS) {
      const least = Math.min(...OTHERS.map((rule) => damage(rule, setting).all));
      // Where all is gone in a few weeks whatever the rule, the sums differ by less than a thousandth.
      expect(damage("by-value", setting).all, JSON.stringify(setting)).toBeLessThan(1.001 * least);
    }
    const lasting = { store: 4, act: true, mode: "go-slow", uneven: false } as const;
    expect(damage("by-value", lasting).all).toBeLessThan(0.9 * damage("pro-rata", lasting).all);
    const ordinary = { store: 4, act: false, mode: "go-slow", uneven: true } as const;
    expect(damage("by-value", ordinary).all).toBeLessThan(0.98 * damage("pro-rata", ordinary).all);
  });

  test("the small ones first spares them, at a price for all; by who paid in passes them over (E25)", () => {
    for (const setting of SETTINGS.filter(({ store }) => store < 6)) {
      const [alike, small, paid] = OTHERS.map((rule) => damage(rule, setting));
      const what = JSON.stringify(setting);
      expect(small!.small, what).toBeLessThanOrEqual(alike!.small);
      expect(small!.all, what).toBeGreaterThan(alike!.all);
      expect(paid!.small, what).toBeGreaterThan(1.01 * alike!.small);
      if (setting.store >= 1 && setting.store <= 2)
        expect(small!.small, what).toBeLessThan(0.65 * alike!.small);
    }
  });

  test("hands out no more than a state is short of; the small ones in full, the large ones what they will not need", () => {
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
      expect(got(state, member("MT"))).toBeCloseTo(short[member("MT")]!, 2);
      if (store > SCARCE) expect(state.inputs[0]!.released).toBeCloseTo(wanted, 3);
      else expect(got(state, member("DE"))).toBeCloseTo(0, 9);
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
