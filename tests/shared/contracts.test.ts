// Agreements: how they come about, what is seen of them, what follows from a breach and from their end.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { MEASURES, METRICS } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import { flowOf, holds, type State, type Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { isBare, isMeasured, isStretched, soothing } from "../../shared/world/agreement.ts";
import { breach, suspend } from "../../shared/world/breach.ts";
import { contractsWeek } from "../../shared/world/contracts.ts";
import { answerOffer, makeOffer, returnDeal } from "../../shared/world/deals.ts";
import { closeFile } from "../../shared/world/duties.ts";
import { openFile } from "../../shared/world/files.ts";
import { openLane } from "../../shared/world/gifts.ts";
import { owedTo } from "../../shared/world/hushed.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { offRampChance } from "../../shared/world/offramp.ts";
import { complain } from "../../shared/world/panel.ts";
import { publish } from "../../shared/world/sidedeal.ts";
import { assure, benchmark } from "../../shared/world/signing.ts";
import { newState } from "../../shared/world/start.ts";
import { stepDown } from "../../shared/world/stepdown.ts";
import { aimLicences, turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { LICENCES, signed } from "../helpers/agreement.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { beijing: p, contracts: c, heat } = rules.model;
const fresh = (seed = 1) => newState(rules, { seed, weeks: 208 });
const inForce = (state: State, template: string) =>
  state.contracts.find((c) => c.template === template && holds(c, state.tick));
const m = (code: string) => rules.members.findIndex((x) => x.code === code);

const weeks = (state: State, n: number): void => {
  for (let k = 0; k < n; k++) {
    state.tick += 1;
    contractsWeek(rules, state, silent);
  }
};

const news = (state: State, code: string) => state.news.filter((n) => n.code === code);

describe("a bare assurance", () => {
  test("lets more through, cools, soothes in full, and ends", () => {
    const state = fresh();
    const promise = assure(rules, state, 26, silent);
    expect(state.inputs[0]).toMatchObject({ shift: p.assuranceThroughput, shiftEnds: 26 });
    expect(state.heat).toBeCloseTo(heat.start - heat.assurance, 10);
    expect(soothing(rules, state)).toBeCloseTo(1, 12);
    expect(isBare(promise)).toBe(true);
    expect(inForce(state, "bare-assurance")).toBe(promise);
    expect(state.beijing.next.assurance).toBe(p.assuranceEvery);
    weeks(state, 26);
    expect(soothing(rules, state)).toBe(0);
    expect(inForce(state, "bare-assurance")).toBeUndefined();
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

  test("never comes to light as broken while nobody measures it", () => {
    const state = fresh();
    const promise = assure(rules, state, 52, silent);
    state.inputs[0]!.throughput = 0;
    weeks(state, 40);
    expect(promise.state).toBe("kept");
    expect(promise.terms[0]!.truth).toBeGreaterThan(c.breachShare);
  });

  test("is broken by a squeeze, and a measured one is not at once", () => {
    const state = fresh();
    const bare = assure(rules, state, 26, silent);
    const measured = benchmark(rules, state, 26, silent);
    turnValve(rules, state, 0, "go-slow", silent);
    expect([bare.state, measured.state]).toEqual(["broken", "kept"]);
  });
});

describe("a measured benchmark", () => {
  test("tells the offices to be quicker, and counts as measured", () => {
    const state = fresh();
    const contract = benchmark(rules, state, 52, silent);
    const days = contract.terms.find((t) => t.metric === "licence-days")!;
    expect(7 * state.inputs[0]!.licenceWeeks).toBeLessThan(days.value);
    expect(isMeasured(contract)).toBe(true);
    expect(soothing(rules, state)).toBeCloseTo(1 - c.registerQuality, 3);
  });

  test("stands while licences flow: one in twenty at most is called broken by chance", () => {
    let broken = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const state = fresh(seed);
      const contract = benchmark(rules, state, 52, silent);
      weeks(state, 51);
      if (contract.state === "broken") broken += 1;
    }
    expect(broken / 60).toBeLessThanOrEqual(0.05);
  });

  test("is broken for all to see when licences stop, some weeks late, at a price in reputation", () => {
    const state = fresh();
    const contract = benchmark(rules, state, 52, silent);
    const before = state.beijing.reputation;
    state.inputs[0]!.throughput = 0.2;
    state.inputs[0]!.shift = 0;
    weeks(state, 7);
    expect(contract.state).toBe("kept");
    weeks(state, 5);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
    expect(state.beijing.reputation).toBeCloseTo(before - c.breachReputation, 10);
    expect(news(state, "agreement-broken")).toHaveLength(1);
  });

  test("reports what was so a lag ago, not what is", () => {
    const state = fresh();
    const contract = signed(rules, state, [LICENCES]);
    weeks(state, 4);
    const first = contract.terms[0]!.seen;
    state.inputs[0]!.throughput = 0;
    state.inputs[0]!.shift = 0;
    weeks(state, 1);
    expect(contract.terms[0]!.seen).toBe(first);
    weeks(state, 3);
    expect(contract.terms[0]!.seen).toBeLessThan(0.1);
  });

  test("a promise laxer than practice does not bind", () => {
    const state = fresh();
    const lax = signed(rules, state, [{ ...LICENCES, value: 0.5 }]);
    expect([lax.binding, isMeasured(lax)]).toEqual([false, false]);
  });

  test("when its time is over the offices go back to what the mode says", () => {
    const state = fresh();
    const usual = state.inputs[0]!.licenceWeeks;
    benchmark(rules, state, 10, silent);
    expect(state.inputs[0]!.licenceWeeks).toBeLessThan(usual);
    weeks(state, 10);
    expect(state.inputs[0]!.licenceWeeks).toBe(usual);
    // No duty had rested under it, so none comes back.
    expect(news(state, "agreement-ended")).toMatchObject([{ amount: 0 }]);
  });
});

describe("a report that errs", () => {
  /** Weeks until an agreement about half of the licences is broken, where the reports of some weeks miss it; -1 for never. */
  const brokenIn = (window: number, ...late: number[]): number => {
    const state = fresh();
    const half: Term = { ...LICENCES, value: 0.5, weeks: window };
    const contract = signed(rules, state, [half], undefined, { weeks: 78 });
    state.inputs[0]!.shift = 0;
    for (let week = 1; week <= 52 && contract.state === "kept"; week++) {
      state.inputs[0]!.throughput = late.includes(week + c.registerLag) ? 0 : 1;
      weeks(state, 1);
    }
    return contract.state === "broken" ? state.tick : -1;
  };

  test.each([4, 8, 12, 13])("is no breach alone, with a window of %d weeks; the next one is", (window) => {
    expect(brokenIn(window, 20)).toBe(-1);
    expect(brokenIn(window, 20, 24)).toBe(24);
  });

  test("counts as far back as the window goes, and no further", () => {
    expect(brokenIn(8, 20, 28)).toBe(-1);
    expect(brokenIn(13, 20, 28)).toBe(28);
    expect(brokenIn(13, 20, 36)).toBe(-1);
  });

  test("is told to the parties with the report", () => {
    const state = fresh();
    signed(rules, state, [LICENCES]);
    Object.assign(state.inputs[0]!, { throughput: 0, shift: 0 });
    weeks(state, 4);
    const [contract] = view(rules, state, "commission").pub.contracts;
    expect(contract!.terms[0]).toMatchObject({ seen: 0, late: [4] });
  });
});

describe("what a survey says", () => {
  const SURVEYED: Term = { ...LICENCES, measure: "survey" };

  test("is no proof: the agreement stands until a panel has looked, which then finds for who is right", () => {
    const state = fresh();
    const contract = signed(rules, state, [SURVEYED]);
    Object.assign(state.inputs[0]!, { throughput: 0.1, shift: 0 });
    weeks(state, 16);
    expect(contract.terms[0]!.state).toBe("broken");
    expect(contract.state).toBe("kept");
    complain(rules, state, contract, "commission", silent);
    weeks(state, c.panelWeeks - 1);
    expect(contract.state).toBe("kept");
    weeks(state, 1);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
  });

  test("a complaint without ground costs legitimacy", () => {
    const state = fresh();
    const contract = signed(rules, state, [SURVEYED]);
    weeks(state, 8);
    const before = state.legitimacy;
    complain(rules, state, contract, "commission", silent);
    weeks(state, c.panelWeeks);
    expect(contract.state).toBe("kept");
    expect(state.legitimacy).toBeCloseTo(before - c.unproven, 10);
  });
});

describe("a complaint that a panel does not uphold", () => {
  const SURVEYED: Term = { ...LICENCES, measure: "survey" };
  const AT_TABLE: Seat[] = ["beijing", "commission", "HU", "CZ"];
  /** What each seat at the table lost of its name: legitimacy, face, standing. */
  const lostBy = (complainer: Seat, parties: Seat[]) => {
    const state = fresh();
    const contract = signed(rules, state, [SURVEYED], parties);
    weeks(state, 8);
    const names = () => ({
      commission: state.legitimacy,
      beijing: state.beijing.face,
      HU: state.members[m("HU")]!.standing,
      CZ: state.members[m("CZ")]!.standing,
    });
    const before = names();
    complain(rules, state, contract, complainer, silent);
    weeks(state, c.panelWeeks);
    expect(contract).toMatchObject({ state: "kept", panel: -1, complainer: "" });
    const after = names();
    return Object.fromEntries(
      Object.entries(before).map(([seat, had]) => [seat, had - after[seat as keyof typeof after]]),
    );
  };

  test.each([
    ["commission", c.unproven],
    ["beijing", c.unproven],
    ["HU", c.unproven / 2],
  ] as const)("costs %s, who complained, and nobody else", (complainer, cost) => {
    const lost = lostBy(complainer, AT_TABLE);
    for (const [seat, by] of Object.entries(lost))
      expect(by, seat).toBeCloseTo(seat === complainer ? cost : 0, 10);
  });

  test("nor the other capitals where Brussels has no part", () => {
    const lost = lostBy("HU", ["beijing", "HU", "CZ"]);
    expect(lost.HU).toBeCloseTo(c.unproven / 2, 10);
    expect(lost.CZ).toBe(0);
  });
});

describe("leaving", () => {
  test("without cause is a breach of one's own, with cause it is free", () => {
    const state = fresh();
    const first = signed(rules, state, [LICENCES]);
    const before = state.legitimacy;
    suspend(rules, state, first, "commission", silent);
    expect(first).toMatchObject({ state: "broken", breaker: "commission" });
    expect(state.legitimacy).toBeCloseTo(before - c.breachLegitimacy, 10);
    const second = signed(rules, state, [LICENCES]);
    second.terms[0]!.state = "broken";
    suspend(rules, state, second, "commission", silent);
    expect(second).toMatchObject({ state: "suspended", breaker: "" });
    expect(state.legitimacy).toBeCloseTo(before - c.breachLegitimacy, 10);
  });

  test("heats either way, a breach more", () => {
    const heatOf = (cause: boolean) => {
      const state = fresh();
      const contract = signed(rules, state, [LICENCES]);
      if (cause) contract.terms[0]!.state = "broken";
      const before = state.heat;
      suspend(rules, state, contract, "commission", silent);
      return state.heat - before;
    };
    expect(heatOf(false)).toBeCloseTo(c.breachHeat, 10);
    expect(heatOf(true)).toBeCloseTo(c.suspendHeat, 10);
    expect(c.breachHeat).toBeGreaterThan(c.suspendHeat);
    expect(c.suspendHeat).toBeGreaterThan(0);
  });

  test("duties that rested come back: whole after a breach, by half when it steps down", () => {
    const rest: Term = {
      ...{ by: "commission", metric: "europe-duty", about: "vehicles" },
      ...{ value: 0.4, weeks: 10, measure: "public" },
    };
    const duty = (state: State) => state.files.find((f) => f.id === "ev-duties")!;
    const state = fresh();
    const full = duty(state).duty;
    const contract = signed(rules, state, [rest, LICENCES]);
    expect(duty(state).duty).toBeCloseTo(0.4 * full, 12);
    suspend(rules, state, contract, "beijing", silent);
    expect(duty(state).duty).toBeCloseTo(full, 12);
    const other = fresh();
    const stepped = signed(rules, other, [rest], undefined, { weeks: 10, expiry: "step-down" });
    weeks(other, 10);
    expect(duty(other).duty).toBeCloseTo(0.7 * full, 12);
    weeks(other, c.stepDownWeeks);
    expect(duty(other).duty).toBeCloseTo(full, 12);
    expect(stepped).toMatchObject({ state: "ended", breaker: "" });
    expect(news(other, "agreement-ended")).toMatchObject([{ amount: 1 }]);
  });

  test("what another agreement still holds down stays down, and breaks nothing", () => {
    const rest = (value: number): Term => ({
      ...{ by: "commission", metric: "europe-duty", about: "vehicles" },
      ...{ value, weeks: 10, measure: "public" },
    });
    const state = fresh();
    const duty = () => state.files.find((f) => f.id === "ev-duties")!.duty;
    const full = duty();
    signed(rules, state, [rest(0.4)], undefined, { weeks: 10 });
    const longer = signed(rules, state, [rest(0.7), LICENCES], undefined, { weeks: 20 });
    weeks(state, 12);
    expect(duty()).toBeCloseTo(0.7 * full, 12);
    expect(longer.state).toBe("kept");
    weeks(state, 8);
    expect(duty()).toBeCloseTo(full, 12);
  });

  test("the duty voted in advance is no new case: it may follow a stop while one has promised none", () => {
    const state = fresh();
    const none: Term = {
      ...{ by: "commission", metric: "no-new-case", about: "all" },
      ...{ value: 0, weeks: 10, measure: "public" },
    };
    state.commission.snapback = true;
    const contract = signed(rules, state, [none]);
    weeks(state, 2);
    turnValve(rules, state, 0, "go-slow", silent);
    weeks(state, 4);
    expect(state.files.some((f) => f.kind === "snapback")).toBe(true);
    expect(contract.state).toBe("kept");
  });

  test("renews itself until it is denounced", () => {
    const state = fresh();
    const contract = signed(rules, state, [LICENCES], undefined, { weeks: 10, expiry: "renew" });
    expect(state.inputs[0]!.shiftEnds).toBe(10);
    weeks(state, 11);
    expect(contract).toMatchObject({ state: "kept", until: 20 });
    weeks(state, 10);
    expect(contract).toMatchObject({ state: "kept", until: 30 });
    expect(state.inputs[0]!.shiftEnds).toBe(30);
    contract.expiry = "lapse";
    weeks(state, 9);
    expect(contract.state).toBe("ended");
  });
});

test("what is renewed prolongs only what it gives itself, not what others gave until the same week", () => {
  const state = fresh();
  const CZ = rules.members.findIndex(({ code }) => code === "CZ");
  openLane(state, CZ, 1.5, 10);
  signed(rules, state, [LICENCES], undefined, { weeks: 10, expiry: "renew" });
  weeks(state, 10);
  expect(state.inputs[0]!.shiftEnds).toBe(20);
  expect(state.inputs[0]!.tiltEnds[CZ]).toBe(10);
});

describe("promises of licences that lie on top of each other", () => {
  const more = (value: number): Term => ({ ...LICENCES, value });
  const { margin } = rules.model.contracts;

  test("one that renews itself goes on when a longer one ends", () => {
    const state = fresh();
    const contract = signed(rules, state, [more(1.3)], undefined, { weeks: 10, expiry: "renew" });
    signed(rules, state, [more(1.3)], undefined, { weeks: 14 });
    weeks(state, 15);
    expect(contract).toMatchObject({ state: "kept", until: 20 });
    expect(state.inputs[0]!.shiftEnds).toBe(20);
    expect(flowOf(state.inputs[0]!)).toBeCloseTo(1.3 * (1 + margin), 9);
  });

  test("what a short one lets through beyond a long one ends with it", () => {
    const state = fresh();
    signed(rules, state, [more(1.3)], undefined, { weeks: 40 });
    signed(rules, state, [more(1.5)], undefined, { weeks: 10 });
    weeks(state, 9);
    expect(flowOf(state.inputs[0]!)).toBeCloseTo(1.5 * (1 + margin), 9);
    weeks(state, 2);
    const { throughput, shiftEnds } = state.inputs[0]!;
    expect(shiftEnds).toBe(40);
    expect(flowOf(state.inputs[0]!)).toBeCloseTo(
      Math.max(1.3 * (1 + margin), throughput + p.assuranceThroughput),
      9,
    );
    weeks(state, 30);
    expect(state.inputs[0]!.shiftEnds).toBeLessThanOrEqual(state.tick);
  });

  test("and so with the days that a licence may take", () => {
    const state = fresh();
    const quick = (value: number): Term => ({ ...LICENCES, metric: "licence-days", value });
    signed(rules, state, [quick(30)], undefined, { weeks: 40 });
    signed(rules, state, [quick(15)], undefined, { weeks: 10 });
    const told = (days: number) => ((1 - margin) * days) / 7;
    weeks(state, 9);
    expect(state.inputs[0]!.licenceWeeks).toBeCloseTo(told(15), 9);
    weeks(state, 2);
    expect(state.inputs[0]!.licenceWeeks).toBeCloseTo(told(30), 9);
  });
});

describe("a capital's word", () => {
  const ballot: Term = {
    ...{ by: "CZ", metric: "ballot", about: "accelerator-act" },
    ...{ value: 0, weeks: 20, measure: "public" },
  };
  const lane: Term = {
    ...{ by: "beijing", metric: "fast-lane", about: "CZ" },
    ...{ value: 1.5, weeks: 20, measure: "public" },
  };
  const counted = (state: State, cast: "for" | "abstain") =>
    state.votes.push({
      ...{ id: "v", file: "accelerator-act", by: "", rule: "for", appeal: false, opened: 0, closes: 4 },
      outcome: "failed",
      cast: rules.members.map(() => cast),
      ...{ block: [], leaning: [], pledged: [], offered: [] },
    });

  describe("a lane that a gift and an agreement keep open", () => {
    const CZ = m("CZ");
    const both = (first: "gift" | "agreement", until = 20) => {
      const state = fresh();
      const offer = makeOffer(rules, state, { to: "CZ", gift: "fast-lane", ask: "silence", vote: "" });
      const give = () => answerOffer(rules, state, offer, "take", silent);
      const terms = [{ ...lane, value: p.fastLane }];
      const sign = () => signed(rules, state, terms, ["beijing", "CZ"], { weeks: until });
      if (first === "gift") give();
      const contract = sign();
      if (first === "agreement") give();
      return { state, offer, contract, ends: () => state.inputs.map(({ tiltEnds }) => tiltEnds[CZ]) };
    };
    const all = (week: number) => rules.inputs.map(() => week);

    test.each(["gift", "agreement"] as const)("lasts as long as the longer of the two: %s first", (first) => {
      for (const until of [20, p.dealWeeks + 20]) {
        const { ends, offer } = both(first, until);
        expect(ends()).toEqual(all(Math.max(until, offer.ends)));
      }
    });

    test("stays for the agreement when the gift is given back, and for the gift when the agreement is broken", () => {
      const given = both("gift");
      given.state.tick = 2;
      returnDeal(rules, given.state, given.offer);
      expect(given.ends()).toEqual(all(20));
      breach(rules, given.state, given.contract, "CZ", silent);
      expect(given.ends()).toEqual(all(2));
      const broken = both("gift", p.dealWeeks + 20);
      broken.state.tick = 2;
      breach(rules, broken.state, broken.contract, "CZ", silent);
      expect(broken.ends()).toEqual(all(broken.offer.ends));
    });

    test("ends no punishment that has taken its place", () => {
      const { state, offer, ends } = both("gift");
      aimLicences(rules, state, [CZ], false, silent);
      const until = ends();
      state.tick = 2;
      returnDeal(rules, state, offer);
      expect(ends()).toEqual(until);
    });
  });

  test("that nobody was to look at is told when it is broken at the count, and breaks nothing else", () => {
    const state = fresh();
    const contract = signed(rules, state, [lane, { ...ballot, measure: "none" }], ["beijing", "CZ"]);
    counted(state, "for");
    weeks(state, 1);
    expect([contract.state, contract.terms[1]!.state]).toEqual(["kept", "broken"]);
    expect(news(state, "term-missed")).toMatchObject([{ by: "CZ", amount: 1, to: [] }]);
  });

  test("a fast lane opens at signature, and closes within a week of the broken promise", () => {
    const state = fresh();
    const contract = signed(rules, state, [lane, ballot], ["beijing", "CZ"], { secret: true });
    expect(state.inputs[0]!.tilt[m("CZ")]).toBe(1.5);
    expect(state.dealWeight).toBe(1);
    counted(state, "for");
    const before = state.members[m("CZ")]!.standing;
    weeks(state, 1);
    expect(contract).toMatchObject({ state: "broken", breaker: "CZ" });
    expect(state.members[m("CZ")]!.standing).toBe(before);
    expect(owedTo(state, "CZ")).toBe(-c.breachStanding);
    expect(state.inputs[0]!.tiltEnds[m("CZ")]).toBe(state.tick);
  });

  test("kept, it is thought the better of", () => {
    const state = fresh();
    const contract = signed(rules, state, [lane, ballot], ["beijing", "CZ"]);
    counted(state, "abstain");
    const before = state.members[m("CZ")]!.standing;
    weeks(state, 1);
    expect(contract.terms[1]!.state).toBe("kept");
    expect(state.members[m("CZ")]!.standing).toBe(before + rules.model.score.kept);
  });

  test("kept in secret, once that gets about", () => {
    const state = fresh();
    const contract = signed(rules, state, [lane, ballot], ["beijing", "CZ"], { secret: true });
    counted(state, "abstain");
    const before = state.members[m("CZ")]!.standing;
    weeks(state, 1);
    expect(contract.terms[1]!.state).toBe("kept");
    expect(state.members[m("CZ")]!.standing).toBe(before);
    expect(owedTo(state, "CZ")).toBe(rules.model.score.kept);
  });

  test("a secret deal that is published costs the capital in it, not the one who told", () => {
    const state = fresh();
    const contract = signed(rules, state, [lane], ["beijing", "CZ"], { secret: true });
    const before = state.members[m("CZ")]!.standing;
    publish(rules, state, contract, "beijing", silent);
    expect(contract.secret).toBe(false);
    expect(state.members[m("CZ")]!.standing).toBe(before - p.exposedStanding);
    expect(news(state, "agreement-published")[0]!.to).toEqual([]);
  });

  test.each([
    ["CZ", 0, p.exposedFace],
    ["beijing", p.exposedStanding, 0],
    ["HU", p.exposedStanding, p.exposedFace],
  ] as const)("who tells pays nothing for it, the others do: %s tells", (by, standing, face) => {
    const state = fresh();
    const contract = signed(rules, state, [lane], ["beijing", "CZ", "HU"], { secret: true });
    const before = structuredClone(state);
    publish(rules, state, contract, by, silent);
    expect(before.members[m("CZ")]!.standing - state.members[m("CZ")]!.standing).toBe(standing);
    expect(state.tally.exposed[m("CZ")]).toBe(standing > 0 ? 1 : 0);
    expect(before.beijing.face - state.beijing.face).toBeCloseTo(face, 10);
    expect(before.cohesion - state.cohesion).toBeCloseTo(p.exposedCohesion, 10);
  });

  test("costs a capital points at home while it runs in secret, and Beijing none", () => {
    const state = fresh();
    signed(rules, state, [lane], ["beijing", "CZ"], { secret: true });
    state.members[m("CZ")]!.points = 2;
    const { points } = state.beijing;
    weeks(state, 1);
    expect(2 - state.members[m("CZ")]!.points).toBeCloseTo(rules.model.points.dealUpkeep / 13, 12);
    expect(rules.model.points.dealUpkeep).toBeGreaterThan(0);
    expect(state.beijing.points).toBe(points);
    const open = fresh();
    signed(rules, open, [lane], ["beijing", "CZ"]);
    open.members[m("CZ")]!.points = 2;
    weeks(open, 1);
    expect(open.members[m("CZ")]!.points).toBe(2);
  });

  test("some secret deals come to light by themselves", () => {
    let leaked = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const state = fresh(seed);
      const contract = signed(rules, state, [lane], ["beijing", "CZ"], { secret: true, weeks: p.dealWeeks });
      weeks(state, p.dealWeeks);
      if (!contract.secret) leaked += 1;
    }
    expect(leaked / 200).toBeGreaterThan(p.exposure - 0.1);
    expect(leaked / 200).toBeLessThan(p.exposure + 0.1);
  });

  test("money changes hands at signature, or the promise is broken when its week comes", () => {
    const pay: Term = {
      ...{ by: "DE", metric: "payment", about: "CZ" },
      ...{ value: 20, weeks: 1, measure: "public" },
    };
    const state = fresh();
    const [de, cz] = [state.members[m("DE")]!.purse, state.members[m("CZ")]!.purse];
    signed(rules, state, [pay], ["DE", "CZ"]);
    expect([state.members[m("DE")]!.purse, state.members[m("CZ")]!.purse]).toEqual([de - 20, cz + 20]);
    const poor = fresh();
    poor.members[m("DE")]!.purse = 5;
    const contract = signed(rules, poor, [pay], ["DE", "CZ"]);
    weeks(poor, 1);
    expect(contract).toMatchObject({ state: "broken", breaker: "DE" });
  });
});

describe("every metric", () => {
  test.each(METRICS)("%s is within its own bounds, and can be read in week 0", (id) => {
    const { least, most, step, about, read, mark } = METRIC[id];
    expect(least).toBeLessThanOrEqual(most);
    expect(step).toBeGreaterThan(0);
    const state = fresh();
    const subject = {
      input: "magnets",
      sector: "vehicles",
      "sector-or-all": "all",
      member: "HU",
      seat: "HU",
      case: "hybrid-circumvention",
      file: "accelerator-act",
      law: "accelerator-act",
      none: "",
    }[about];
    const by =
      METRIC[id].promiser === "beijing"
        ? "beijing"
        : METRIC[id].promiser === "commission"
          ? "commission"
          : "DE";
    const term: Term = { by, metric: id, about: subject, value: most, weeks: 8, measure: MEASURES[0] };
    const start = mark ? mark(rules, state, term) : 0;
    const reading = read(rules, state, { id: "c", parties: [by, "HU"], from: 0 }, { ...term, start });
    expect(typeof reading).toBe("number");
    if (id !== "ballot") expect(reading).not.toBeNaN();
  });

  const sudden: Term = {
    ...{ by: "beijing", metric: "stop-notice", about: "magnets" },
    ...{ value: 0, weeks: 52, measure: "public" },
  };
  const { noticeHolds } = rules.model.moves;
  test.each([
    ["none was given", undefined, "broken"],
    ["it was given for a week to come", 21, "broken"],
    ["it was given for now", 20, "kept"],
    ["its date is some weeks past", 20 - noticeHolds, "kept"],
    ["it is an old one", 20 - noticeHolds - 1, "broken"],
  ])("a stop breaks the promise of notice, where %s", (_, until, is) => {
    const state = fresh();
    const contract = signed(rules, state, [sudden]);
    if (until !== undefined)
      state.words.push({
        ...{ id: "w", by: "beijing", to: "commission", form: "notice", file: "magnets" },
        ...{ until, state: "none", heard: [] },
      });
    state.tick = 20;
    turnValve(rules, state, 0, "go-slow", silent);
    weeks(state, 1);
    expect(contract.state).toBe(is);
  });

  test("it is not stretched by a stop that was announced, as a promise of throughput is", () => {
    const stretched = (term: Term, noticed: boolean) => {
      const state = fresh();
      const contract = signed(rules, state, [term]);
      if (noticed)
        state.words.push({
          ...{ id: "w", by: "beijing", to: "commission", form: "notice", file: "magnets" },
          ...{ until: 20, state: "none", heard: [] },
        });
      state.tick = 20;
      turnValve(rules, state, 0, "go-slow", silent);
      return isStretched(rules, state, contract);
    };
    expect([true, false].map((noticed) => stretched(sudden, noticed))).toEqual([false, true]);
    expect([true, false].map((noticed) => stretched(LICENCES, noticed))).toEqual([true, true]);
  });
});

describe("general licences", () => {
  test("come at signature, out of a squeeze as well, which ends", () => {
    const general: Term = { ...LICENCES, metric: "general-licences", value: 15, measure: "public" };
    for (const mode of ["case-by-case", "go-slow"] as const) {
      const state = fresh();
      turnValve(rules, state, 0, mode, silent);
      signed(rules, state, [general]);
      expect(state.inputs[0]!.mode, mode).toBe("general");
      expect(state.beijing.squeezeSince, mode).toBe(-1);
    }
  });
});

describe("market access", () => {
  const step = (value: number, weeks: number): Term => ({
    ...{ by: "beijing", metric: "access", about: "" },
    ...{ value, weeks, measure: "public" },
  });
  const opened = (by: number[]) => {
    const state = fresh();
    state.trade.access = 0.5;
    const contract = signed(rules, state, [step(0.15, 2), step(0.3, 4)]);
    for (const more of by) {
      state.trade.access += more;
      weeks(state, 2);
    }
    return contract;
  };

  test("counts from signature: what was open before keeps no promise", () => {
    expect(opened([0])).toMatchObject({ state: "broken", breaker: "beijing" });
  });

  test("step by step, each looked at in its own week", () => {
    const states = (by: number[]) => opened(by).terms.map((t) => t.state);
    expect(states([0.15])).toEqual(["kept", "open"]);
    expect(states([0.15, 0.15])).toEqual(["kept", "kept"]);
    expect(states([0.15, 0.1])).toEqual(["kept", "broken"]);
  });

  test("all of it opened keeps any promise", () => {
    const state = fresh();
    state.trade.access = rules.model.trade.accessMax;
    const contract = signed(rules, state, [step(0.15, 2)]);
    weeks(state, 2);
    expect(contract.terms[0]!.state).toBe("kept");
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

  test("is no likelier for a case that was dropped, nor for a review of an old duty", () => {
    const state = squeezed(20);
    const before = offRampChance(rules, state);
    const plan = { side: "europe", sector: 0, breadth: 0.2, why: "move" } as const;
    closeFile(rules, state, openFile(rules, state, { kind: "anti-subsidy", ...plan }, silent), silent);
    openFile(rules, state, { kind: "review", ...plan }, silent);
    expect(offRampChance(rules, state)).toBe(before);
  });

  test("does not grow with a third case: two are enough to show that Europe is ready", () => {
    const state = squeezed(20);
    const chances = [0, 1, 2, 3].map((sector) => {
      const now = offRampChance(rules, state);
      openFile(
        rules,
        state,
        { kind: "anti-subsidy", side: "europe", sector, breadth: 0.2, why: "move" },
        silent,
      );
      return now;
    });
    expect(chances[1]! - chances[0]!).toBeCloseTo(p.offRamp * p.offRampCase, 12);
    expect(chances[2]! - chances[1]!).toBeCloseTo(p.offRamp * p.offRampCase, 12);
    expect(chances[3]).toBe(chances[2]);
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
    expect(inForce(state, "mutual-step-down")).toBeDefined();
  });
});
