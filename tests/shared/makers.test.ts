// What makers owe under an undertaking (E48): a least price and a quota, read late off invoices, and what a breach brings.

import { describe, expect, test } from "vitest";
import { worthOf } from "../../shared/bots/worth.ts";
import { silent } from "../../shared/explain.ts";
import type { Contract, File, State, Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { contractsWeek } from "../../shared/world/contracts.ts";
import { makersRead } from "../../shared/world/makers.ts";
import { newState } from "../../shared/world/start.ts";
import { tradeWeek } from "../../shared/world/trade.ts";
import { draftOf, signed } from "../helpers/agreement.ts";
import { position, rules } from "../helpers/order.ts";

const duty = (state: State): File => state.files.find((f) => f.id === "ev-duties")!;
const owed = (metric: "least-price" | "quota", value: number, more: Partial<Term> = {}): Term => ({
  ...{ by: "beijing", metric, about: "ev-duties", value, weeks: 26, measure: "register", ...more },
});
const rests: Term = {
  ...{ by: "commission", metric: "floor-price", about: "ev-duties" },
  ...{ value: 0.5, weeks: 52, measure: "public" },
};

function weeks(state: State, n: number): State {
  for (let k = 0; k < n; k++) {
    state.tick += 1;
    tradeWeek(rules, state, silent);
    contractsWeek(rules, state, silent);
  }
  return state;
}

const vehicles = (state: State): number => state.trade.imports[duty(state).sector]!;
const read = (state: State, { terms }: Contract, k = 0): number => makersRead(rules, state, terms[k]!);

describe("a least price", () => {
  test("keeps covered goods dearer than the market, and Europe buys less of them", () => {
    const [free, bound] = [position(), position()];
    const contract = signed(rules, bound, [owed("least-price", 1)]);
    weeks(free, 40);
    weeks(bound, 40);
    expect(bound.trade.held[duty(bound).sector]).toBeGreaterThan(0);
    expect(bound.trade.held.filter((up) => up > 0)).toHaveLength(1);
    expect(vehicles(bound)).toBeLessThan(vehicles(free));
    expect(bound.trade.tariffCost).toBeGreaterThan(free.trade.tariffCost);
    // By its own price it is kept, with the margin makers leave for what invoices may seem to say.
    expect(read(bound, contract)).toBeCloseTo(1 + 0.2 * rules.model.contracts.margin, 9);
    expect(contract.state).toBe("kept");
  });

  test("is let go of at its end, and no later", () => {
    const state = position();
    signed(rules, state, [owed("least-price", 1)], undefined, { weeks: 20 });
    weeks(state, 19);
    expect(state.trade.held[duty(state).sector]).toBeGreaterThan(0);
    weeks(state, 2);
    expect(state.trade.held.every((up) => up === 0)).toBe(true);
  });

  test("far above the market holds for some time only, longer while capacity is cut", () => {
    const kept = (course: State["beijing"]["course"]): number => {
      const state = position();
      state.beijing.course = course;
      const contract = signed(rules, state, [owed("least-price", 1.05)], undefined, { weeks: 104 });
      let n = 0;
      for (; n < 104 && read(state, contract) >= 1.05; n++) weeks(state, 1);
      return n;
    };
    expect(kept("")).toBeGreaterThan(26);
    expect(kept("")).toBeLessThan(80);
    expect(kept("anti-involution")).toBeGreaterThan(kept(""));
  });

  test("is not kept in a flood: reports show it late, and the duty is back", () => {
    const state = position();
    const full = duty(state).duty;
    const contract = signed(rules, state, [rests, owed("least-price", 1)]);
    expect(duty(state).duty).toBeCloseTo(full / 2, 12);
    weeks(state, 30);
    expect(contract.state).toBe("kept");
    state.beijing.floodUntil = state.tick + 30;
    const before = state.beijing.reputation;
    weeks(state, 2);
    expect(read(state, contract, 1)).toBeLessThan(1);
    expect(contract.state).toBe("kept");
    weeks(state, 12);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
    expect(duty(state).duty).toBeCloseTo(full, 12);
    expect(state.beijing.reputation).toBeLessThan(before);
    expect(state.trade.held.every((up) => up === 0)).toBe(true);
  });

  test("kept, is called broken by chance in one game of twenty at most", () => {
    let broken = 0;
    for (let seed = 0; seed < 60; seed++) {
      const state = newState(rules, { seed, weeks: 104 });
      const contract = signed(rules, state, [owed("least-price", 1), owed("quota", 0.9)]);
      weeks(state, 51);
      if (contract.state === "broken") broken += 1;
    }
    expect(broken).toBeLessThanOrEqual(3);
  });
});

describe("a quota", () => {
  test("lowers what is sold under the measure at once, to what was promised", () => {
    const [free, bound] = [position(), position()];
    const contract = signed(rules, bound, [owed("quota", 0.9)]);
    weeks(free, 30);
    weeks(bound, 30);
    expect(read(bound, contract)).toBeLessThan(0.9);
    expect(read(bound, contract)).toBeGreaterThan(0.8);
    expect(vehicles(bound)).toBeLessThan(vehicles(free));
  });

  test("is broken where more is sold than promised", () => {
    const state = position();
    const contract = signed(rules, state, [rests, owed("quota", 0.7)]);
    state.beijing.floodUntil = 999;
    weeks(state, 40);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
  });
});

test("Europe gains by what makers owe, Beijing pays for it, and more the more is owed", () => {
  const state = position();
  const worth = (seat: "commission" | "beijing", term: Term) =>
    worthOf(rules, view(rules, state, seat), draftOf(term), ["commission", "beijing"]).euro;
  for (const [lax, strict] of [
    [owed("least-price", 0.95), owed("least-price", 1.05)],
    [owed("quota", 1), owed("quota", 0.8)],
  ] as const) {
    expect(worth("commission", strict)).toBeGreaterThan(worth("commission", lax));
    expect(worth("beijing", strict)).toBeLessThan(worth("beijing", lax));
    expect(worth("beijing", strict)).toBeLessThan(0);
  }
});
