// E38: what each side could cost the other.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { staticPower } from "../../shared/indicators.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import { clone, type File, lossNow, type State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { inputsWeek } from "../../shared/world/inputs.ts";
import { leverageOf, newLeverage } from "../../shared/world/leverage.ts";
import { altered, magnetsOnly, newEconomy, pass } from "../helpers/economy.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;

/** Rules in which a squeeze teaches nobody anything: no fear, thrift, allies or new scrap. What the test holds still. */
const unlearning = (world: Rules): Rules => {
  const copy = altered(world, {
    "model.inputs.riskUp": 0,
    "model.inputs.riskHalfLife": 1e9,
    "model.inputs.adaptSpeed": 0,
    "model.inputs.allyCap": 0,
    "model.inputs.recyclingSpeed": 0,
    "model.inputs.stockFlow": 0,
  });
  copy.inputs.forEach((input) => {
    input.stockable = input.critical;
  });
  return copy;
};

/** The squeeze of the stress test, played state by state with the rules of the week; EUR bn lost. */
function played(world: Rules, start: State): number {
  const state = clone(start);
  const { stressWeeks, stressThroughput, stressLicence } = world.model.resolve;
  state.commission.emergencyUntil = 9999;
  state.inputs.forEach((input, i) => {
    if (!world.inputs[i]!.critical) return;
    Object.assign(input, { throughput: stressThroughput, licenceWeeks: stressLicence, shift: 0 });
    input.tilt.fill(1);
  });
  let loss = 0;
  for (let week = 0; week < stressWeeks; week++) {
    state.tick += 1;
    inputsWeek(world, state, silent);
    loss += lossNow(state) / 52;
  }
  return loss;
}

describe("Beijing's hold is what a squeeze would cost (E38b)", () => {
  const world = unlearning(rules);

  test.each([0, 8, 40, 104])(
    "in week %d it agrees with the squeeze played by all 27 to within 1 %",
    (week) => {
      const state = pass(world, newEconomy(world), week);
      const want = played(world, state);
      expect(want).toBeGreaterThan(10);
      expect(Math.abs(leverageOf(world, state).hold / want - 1)).toBeLessThan(0.01);
    },
  );

  test("also with uneven stocks, a store and a squeeze under way, to within 6 %", () => {
    const scene = fc.record({
      stocks: fc.array(fc.double({ min: 0.7, max: 1.3, noNaN: true }), { minLength: 27, maxLength: 27 }),
      store: fc.double({ min: 0, max: 3, noNaN: true }),
      before: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(scene, ({ stocks, store, before }) => {
        const state = newEconomy(world);
        state.inputs[0]!.stockpile = store;
        for (const input of state.inputs) input.stock = input.stock.map((x, m) => x * stocks[m]!);
        state.inputs[0]!.throughput = 0.15;
        pass(world, state, before);
        const want = played(world, state);
        expect(Math.abs(leverageOf(world, state).hold - want)).toBeLessThan(0.06 * want + 0.3);
      }),
      { numRuns: 40 },
    );
  });

  test("also where the emergency fund makes firms hold less", () => {
    const state = newEconomy(world);
    for (const member of state.members) member.cover = 0.5;
    const want = played(world, state);
    expect(Math.abs(leverageOf(world, state).hold / want - 1)).toBeLessThan(0.01);
    expect(want).not.toBeCloseTo(played(world, newEconomy(world)), 3);
  });

  test("in the tiny world as well", () => {
    const small = unlearning(tiny.rules);
    const state = newEconomy(small);
    expect(Math.abs(leverageOf(small, state).hold / played(small, state) - 1)).toBeLessThan(0.01);
  });

  test("a squeeze that is really played costs less than that, since firms learn, but not much less", () => {
    const state = newEconomy(rules);
    const ratio = played(rules, state) / leverageOf(rules, state).hold;
    expect(ratio).toBeLessThan(1);
    expect(ratio).toBeGreaterThan(0.7);
  });

  test("reading it changes nothing", () => {
    const state = pass(rules, newEconomy(rules), 10);
    const before = JSON.stringify(state);
    leverageOf(rules, state);
    expect(JSON.stringify(state)).toBe(before);
  });

  test("it is the sum of its inputs; only critical ones count", () => {
    const { hold, byInput } = newEconomy(rules).leverage;
    expect(byInput.reduce((a, b) => a + b, 0)).toBeCloseTo(hold, 9);
    const tame = structuredClone(rules);
    tame.inputs[0]!.critical = false;
    expect(newEconomy(tame).leverage.byInput[0]).toBe(0);
    expect(byInput[indexOf(rules.inputs, "magnets")]).toBe(Math.max(...byInput));
  });

  test("weeks to the first bite: months with stocks, none without, the whole test when nothing ever bites", () => {
    const state = newEconomy(rules);
    expect(state.leverage.holdWeeks).toBeGreaterThanOrEqual(8);
    expect(state.leverage.holdWeeks).toBeLessThanOrEqual(14);
    const patient = altered(rules, { "model.resolve.biteLoss": 60 });
    expect(leverageOf(patient, state).holdWeeks).toBeGreaterThan(state.leverage.holdWeeks + 1);
    for (const input of state.inputs)
      for (const row of [input.stock, input.transit1, input.transit2]) row.fill(0);
    expect(leverageOf(rules, state).holdWeeks).toBe(0);
    const free = newEconomy(rules);
    for (const input of free.inputs) input.running = 1;
    expect(leverageOf(rules, free)).toMatchObject({ hold: 0, holdWeeks: rules.model.resolve.stressWeeks });
  });
});

describe("net of one's own cost (E38d)", () => {
  const { exportPain, tariffPain } = rules.model.politics;

  test("a squeeze costs Beijing the value added in what it does not sell: a little of what it costs Europe", () => {
    const state = newEconomy(rules);
    const { hold, holdNet } = state.leverage;
    expect(holdNet).toBeLessThan(hold);
    expect(holdNet).toBeGreaterThan(0.9 * hold);
    // Inputs ten times as dear cost ten times as much not to sell.
    const dear = structuredClone(rules);
    for (const input of dear.inputs) input.price *= 10;
    const costly = leverageOf(dear, state);
    expect(costly.hold).toBe(hold);
    expect(hold - costly.holdNet).toBeCloseTo(10 * (hold - holdNet), 9);
    // No more than a squeeze could keep back in half a year of all that is bought of them from China.
    const bought = rules.inputs.reduce(
      (sum, { critical, demand, price, chinaShare }) => sum + (critical ? demand * price * chinaShare : 0),
      0,
    );
    expect(hold - holdNet).toBeLessThan((exportPain * bought) / 2000);
    const free = newEconomy(rules);
    for (const input of free.inputs) input.running = 1;
    expect(leverageOf(rules, free).holdNet).toBe(0);
  });

  test("a duty costs Europe's buyers a part of what it costs China, the more the more is passed on", () => {
    const state = newEconomy(rules);
    const share = (passThrough: number): number => {
      const world = structuredClone(rules);
      for (const sector of world.sectors) sector.passThrough = passThrough;
      const { ready, readyNet } = leverageOf(world, state);
      return 1 - readyNet / ready;
    };
    expect(share(0)).toBe(0);
    expect(share(1)).toBeGreaterThan(share(0.5));
    // One sector alone, all of it passed on: buyers' pain over sales lost.
    const one = structuredClone(rules);
    one.sectors.forEach((sector) => Object.assign(sector, { passThrough: 1, elasticity: 1 }));
    const { ready, readyNet } = leverageOf(one, state);
    expect(1 - readyNet / ready).toBeCloseTo(tariffPain / (exportPain * rules.model.trade.impactLower), 9);
  });
});

describe("power falls faster than the share", () => {
  const hold = (share: number): number => newEconomy(magnetsOnly(rules, share)).leverage.byInput[0]!;
  const whole = hold(0.95);

  test.each([
    { share: 0.85, low: 0.12, high: 0.35 },
    { share: 0.65, low: 0.45, high: 0.75 },
    { share: 0.5, low: 0.75, high: 1 },
  ])("at a Chinese share of $share between $low and $high of it is gone", ({ share, low, high }) => {
    const gone = 1 - hold(share) / whole;
    expect(gone).toBeGreaterThan(low);
    expect(gone).toBeLessThan(high);
  });

  test("in the test of a quarter's throughput two thirds are gone at the cap of 65 %, as the cheap formula says (E38a)", () => {
    const quarter = (share: number): number => {
      const world = altered(magnetsOnly(rules, share), { "model.resolve.stressThroughput": 0.25 });
      return newEconomy(world).leverage.byInput[0]!;
    };
    const stress = 1 - quarter(0.65) / quarter(0.95);
    const power = (share: number): number => {
      const world = magnetsOnly(rules, share);
      return staticPower(world, newEconomy(world), 0, -1);
    };
    const cheap = 1 - power(0.65) / power(0.95);
    expect(cheap).toBeCloseTo(0.65, 2);
    expect(Math.abs(stress - cheap)).toBeLessThan(0.1);
  });

  test("the cheap formula is told to each seat about as well as it knows the share, by how easily users change sources", () => {
    const told = (seat: "commission" | "DE" | "beijing", elasticity = 4): number => {
      const world = altered(rules, { "model.resolve.sourcesElasticity": elasticity });
      return view(world, newEconomy(world), seat).own.marketPower[0]!;
    };
    const truth = staticPower(rules, newEconomy(rules), 0, -1);
    expect(truth).toBeGreaterThan(100);
    for (const seat of ["commission", "DE", "beijing"] as const)
      expect(Math.abs(told(seat) / truth - 1), seat).toBeLessThan(0.5);
    expect(told("commission", 2.5) / told("commission")).toBeCloseTo(2, 1);
    expect(view(rules, newEconomy(rules), "observer").own.marketPower[0]).toBe(0);
  });
});

describe("how much of it is gone for good", () => {
  const gone = (change: (state: State) => void): number => {
    const state = newEconomy(rules);
    change(state);
    return leverageOf(rules, state).gone;
  };

  test("nothing in week 0, and the yardstick stays that of week 0", () => {
    const state = newEconomy(rules);
    expect(state.leverage.gone).toBe(0);
    expect(state.leverage.base).toBeGreaterThan(50);
    expect(pass(rules, state, 30).leverage.base).toBe(newEconomy(rules).leverage.base);
    expect(newLeverage(rules, newEconomy(rules)).base).toBe(newEconomy(rules).leverage.base);
  });

  test("plants and the Union's store count, firms' stocks do not", () => {
    const full = gone((s) => {
      for (const input of s.inputs) for (const row of [input.stock, input.transit1, input.queue]) row.fill(9);
    });
    expect(full).toBe(0);
    const scared = gone((s) => {
      for (const input of s.inputs) input.risk = 0.9;
    });
    expect(scared).toBe(0);
    const plants = gone((s) => {
      s.inputs[0]!.running += 0.2;
    });
    expect(plants).toBeGreaterThan(0.08);
    const store = gone((s) => {
      s.inputs[0]!.stockpile = 3;
    });
    expect(store).toBeGreaterThan(0.02);
    expect(store).toBeLessThan(plants);
  });

  test("with nobody acting a tenth to a fifth goes by itself and comes back in calm", () => {
    const state = pass(rules, newEconomy(rules), 104);
    expect(state.leverage.gone).toBeGreaterThan(0.08);
    expect(state.leverage.gone).toBeLessThan(0.22);
    const later = pass(rules, state, 104).leverage.gone;
    expect(later).toBeLessThan(0.15);
  });
});

describe("what Europe could cost Beijing (E38c)", () => {
  const file = (change: Partial<File>): File =>
    ({
      side: "europe",
      kind: "anti-subsidy",
      sector: 0,
      duty: 0,
      breadth: 0.25,
      gate: 12,
      ...change,
    }) as File;
  const europe = (files: File[], change: (state: State) => void = () => {}) => {
    const state = newEconomy(rules);
    state.files = files;
    change(state);
    return leverageOf(rules, state);
  };
  const { europeScale, europeFloor, europeReadyCase, europeSnapback } = rules.model.resolve;
  const bare = europe([]);

  test("with nothing under way a small part is ready, and the first bite is a whole case away", () => {
    expect(bare.ready).toBeCloseTo(europeScale * europeFloor, 9);
    expect(bare.vote).toBe(0);
    expect(bare.europeWeeks).toBe(rules.model.law.provisional);
  });

  test.each([
    { stage: "asked", part: "law", weeks: 12 },
    { stage: "provisional-gate", part: "ready", weeks: 12 },
    { stage: "provisional", part: "ready", weeks: 0 },
    { stage: "council", part: "vote", weeks: 12 },
  ] as const)("a case at $stage counts as $part", ({ stage, part, weeks }) => {
    const got = europe([file({ stage })]);
    for (const each of ["ready", "vote", "law"] as const)
      expect(got[each] - bare[each]).toBeCloseTo(each === part ? europeScale * europeReadyCase : 0, 9);
    expect(got.europeWeeks).toBe(weeks);
  });

  test("three cases count and no more; Beijing's probes and closed cases do not", () => {
    const many = europe([1, 2, 3, 4, 5].map(() => file({ stage: "provisional-gate" })));
    expect(many.ready - bare.ready).toBeCloseTo(3 * europeScale * europeReadyCase, 9);
    expect(europe([file({ stage: "closed" }), file({ side: "beijing", stage: "provisional" })])).toEqual(
      bare,
    );
  });

  test("a snapback is worth a vote while it is tabled, and is ready once it is law", () => {
    const tabled = europe([file({ kind: "package", snapback: true, stage: "proposal" })]);
    expect(tabled.vote).toBeCloseTo(europeScale * europeSnapback, 9);
    expect(europe([file({ kind: "package", snapback: false, stage: "proposal" })]).vote).toBe(0);
    const armed = europe([], (s) => {
      s.commission.snapback = true;
    });
    expect(armed.ready - bare.ready).toBeCloseTo(europeScale * europeSnapback, 9);
    expect(armed.europeWeeks).toBe(rules.model.law.snapbackWeeks);
    const soon = europe([], (s) => {
      s.commission.snapback = true;
      s.commission.fundFrom = 5;
    });
    expect(soon.ready).toBe(bare.ready);
  });

  test("duties in force count by the trade they cover", () => {
    const covered = europe([file({ stage: "in-force", duty: 0.3, breadth: 0.5 })]);
    const share = (0.5 * rules.sectors[0]!.imports) / rules.sectors.reduce((sum, s) => sum + s.imports, 0);
    expect(covered.ready - bare.ready).toBeCloseTo(
      europeScale * rules.model.resolve.europeCovered * share,
      9,
    );
  });
});

test("the loss of now is the sum of the members' losses", () => {
  const state = newEconomy(rules);
  state.members.forEach((member, m) => {
    member.outputLoss = m;
  });
  expect(lossNow(state)).toBe((26 * 27) / 2);
});
