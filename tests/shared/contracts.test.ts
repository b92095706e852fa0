// Agreements: what a bare promise does and does not do, a measured benchmark, and the way down from a squeeze.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import {
  assure,
  benchmark,
  contractsWeek,
  inForce,
  offRampChance,
  soothing,
  stepDown,
} from "../../shared/world/contracts.ts";
import { openFile } from "../../shared/world/files.ts";
import { newState } from "../../shared/world/start.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { beijing: p, heat } = rules.model;
const fresh = (seed = 1) => newState(rules, { seed, weeks: 208 });

const weeks = (state: State, n: number): void => {
  for (let k = 0; k < n; k++) {
    state.tick += 1;
    contractsWeek(rules, state, silent);
  }
};

describe("a bare assurance", () => {
  test("lets more through, cools, soothes in full, and ends", () => {
    const state = fresh();
    const promise = assure(rules, state, 26, silent);
    expect(state.inputs[0]).toMatchObject({ shift: p.assuranceThroughput, shiftEnds: 26 });
    expect(state.heat).toBeCloseTo(heat.start - heat.assurance, 10);
    expect(soothing(state)).toBe(1);
    expect(inForce(state, "assurance")).toBe(promise);
    expect(state.beijing.next.assurance).toBe(p.assuranceEvery);
    weeks(state, 26);
    expect(soothing(state)).toBe(0);
    expect(inForce(state, "assurance")).toBeUndefined();
  });

  test("makes firms forget sooner than a measured one does, and none slower still", () => {
    const [bare, measured, none] = [fresh(), fresh(), fresh()];
    for (const state of [bare, measured, none]) state.inputs[0]!.risk = 0.5;
    assure(rules, bare, 26, silent);
    benchmark(rules, measured, 26, silent);
    for (const state of [bare, measured, none]) for (let k = 0; k < 10; k++) week(rules, state, silent);
    expect(bare.inputs[0]!.risk).toBeLessThan(measured.inputs[0]!.risk);
    expect(measured.inputs[0]!.risk).toBeLessThan(none.inputs[0]!.risk);
  });
});

describe("a measured benchmark", () => {
  test("stands while licences flow: one in five at most is called broken by chance", () => {
    let broken = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const state = fresh(seed);
      const contract = benchmark(rules, state, 52, silent);
      weeks(state, 51);
      if (contract.breached) broken += 1;
    }
    expect(broken / 60).toBeLessThan(0.2);
  });

  test("is broken within weeks when licences stop, with a price in reputation and the snapback", () => {
    const state = fresh();
    state.commission.snapback = true;
    const contract = benchmark(rules, state, 52, silent);
    const before = state.beijing.reputation;
    state.inputs[0]!.throughput = 0.2;
    weeks(state, p.breachWindow);
    expect(contract.breached).toBe(true);
    expect(state.beijing.reputation).toBeCloseTo(before - p.breachReputation, 10);
    expect(state.files.some((f) => f.kind === "snapback")).toBe(true);
  });

  test("is not judged before its window is full", () => {
    const state = fresh();
    const contract = benchmark(rules, state, 52, silent);
    state.inputs[0]!.throughput = 0;
    weeks(state, p.breachWindow - 1);
    expect(contract.breached).toBe(false);
  });
});

describe("the way down from a squeeze", () => {
  /** A squeeze that costs EUR bn so much a year. */
  const squeezed = (loss: number): State => {
    const state = fresh();
    turnValve(rules, state, 0, "go-slow", silent);
    state.members[0]!.outputLoss = loss;
    return state;
  };

  test("is on the table only in a squeeze that costs much", () => {
    expect(offRampChance(rules, squeezed(p.offRampLoss))).toBe(0);
    expect(offRampChance(rules, squeezed(p.offRampLoss + 1))).toBeCloseTo(p.offRamp * p.offRampBase, 12);
    const calm = fresh();
    calm.members[0]!.outputLoss = 50;
    expect(offRampChance(rules, calm)).toBe(0);
  });

  test("is likelier for who is prepared", () => {
    const state = squeezed(20);
    const chances = [offRampChance(rules, state)];
    state.commission.snapback = true;
    chances.push(offRampChance(rules, state));
    state.commission.fund = 1;
    chances.push(offRampChance(rules, state));
    openFile(
      rules,
      state,
      { kind: "anti-subsidy", side: "europe", sector: 0, breadth: 0.2, why: "move" },
      silent,
    );
    chances.push(offRampChance(rules, state));
    expect([...chances].sort((a, b) => a - b)).toEqual(chances);
    expect(new Set(chances).size).toBe(4);
  });

  test("costs part of the measures of this game and a little resolve, and cools", () => {
    const state = squeezed(20);
    const file = openFile(
      rules,
      state,
      { kind: "anti-subsidy", side: "europe", sector: 0, breadth: 0.2, why: "move" },
      silent,
    );
    file.duty = 0.2;
    const before = { heat: state.heat, resolve: state.resolve };
    stepDown(rules, state, 0.15, silent);
    expect(file.duty).toBeCloseTo(0.2 * 0.85, 12);
    expect(state.files.find((f) => f.id === "ev-duties")!.duty).toBe(0.21);
    expect(state.heat).toBeCloseTo(before.heat - heat.stepDown, 10);
    expect(state.resolve).toBeCloseTo(before.resolve - p.stepDownResolve, 12);
    expect(inForce(state, "step-down")).toBeDefined();
  });
});
