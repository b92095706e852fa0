// Beijing's instruments and their price: the valve, flickers, holds at customs, side deals, the suspended package.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { indexOf } from "../../shared/scenario.ts";
import type { Offer, State, Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { beijingWeek } from "../../shared/world/beijing.ts";
import { dropVotes, openVote } from "../../shared/world/council.ts";
import { holdGoods } from "../../shared/world/customs.ts";
import { answerOffer, exposeDeal, makeOffer } from "../../shared/world/deals.ts";
import { flood } from "../../shared/world/economy.ts";
import { openFile } from "../../shared/world/files.ts";
import { assure } from "../../shared/world/signing.ts";
import { newState } from "../../shared/world/start.ts";
import { aimLicences, endSqueeze, suspendPackage, turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { signed } from "../helpers/agreement.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { beijing: p, heat, modes, points, politics } = rules.model;
const fresh = (seed = 1) => newState(rules, { seed, weeks: 208 });
const HU = indexOf(rules.members, "HU");
const FR = indexOf(rules.members, "FR");
const FARM = indexOf(rules.sectors, "agrifood");

const NO_HOLD: Term = {
  ...{ by: "beijing", metric: "no-hold", about: "HU" },
  ...{ value: 0, weeks: 52, measure: "public" },
};

const weeks = (state: State, n: number): void => {
  for (let k = 0; k < n; k++) {
    state.tick += 1;
    beijingWeek(rules, state, silent);
  }
};

describe("the valve", () => {
  test("a squeeze begins with its heat and its clock, a second input adds half the heat", () => {
    const state = fresh();
    turnValve(rules, state, 0, "go-slow", silent);
    expect(state.inputs[0]!.throughput).toBe(modes["go-slow"].throughput);
    expect(state.heat).toBeCloseTo(heat.start + heat.goSlow, 10);
    expect(state.beijing).toMatchObject({ squeezeSince: 0, squeezes: 1 });
    turnValve(rules, state, 1, "go-slow", silent);
    expect(state.heat).toBeCloseTo(heat.start + 1.5 * heat.goSlow, 10);
    expect(state.beijing.squeezes).toBe(1);
  });

  test("an embargo heats more than a go-slow", () => {
    const state = fresh();
    turnValve(rules, state, 0, "embargo", silent);
    expect(state.heat).toBeCloseTo(heat.start + heat.embargo, 10);
  });

  test("it ends when the last input is loosened; then another must wait", () => {
    const state = fresh();
    turnValve(rules, state, 0, "go-slow", silent);
    turnValve(rules, state, 1, "go-slow", silent);
    state.tick = 12;
    turnValve(rules, state, 0, "case-by-case", silent);
    expect(state.beijing.squeezeSince).toBe(0);
    turnValve(rules, state, 1, "case-by-case", silent);
    expect(state.beijing).toMatchObject({
      squeezeSince: -1,
      squeezeEnded: 12,
      next: { squeeze: 12 + p.squeezePause },
    });
  });

  test("Europe that held out is believed more, and the more so the more it bore", () => {
    const after = (pain: number): number => {
      const state = fresh();
      turnValve(rules, state, 0, "go-slow", silent);
      state.beijing.squeezePain = pain;
      state.tick = 12;
      endSqueeze(rules, state, silent);
      return state.resolve;
    };
    expect(after(0)).toBeGreaterThan(rules.model.resolve.start);
    expect(after(0.8)).toBeGreaterThan(after(0) + 0.3);
    expect(after(-1)).toBe(rules.model.resolve.start);
  });

  test("a flicker of a few weeks costs the name of a reliable supplier", () => {
    const [short, long] = [fresh(), fresh()];
    for (const [state, lasts] of [
      [short, p.flickerWeeks - 1],
      [long, p.flickerWeeks],
    ] as const) {
      turnValve(rules, state, 0, "go-slow", silent);
      state.tick = lasts;
      turnValve(rules, state, 0, "case-by-case", silent);
    }
    expect(short.beijing.reputation).toBe(p.reputationStart - p.flickerReputation);
    expect(long.beijing.reputation).toBe(p.reputationStart);
  });

  test("a running squeeze costs points and reputation each week, and ends when the points are gone", () => {
    const state = fresh();
    turnValve(rules, state, 0, "go-slow", silent);
    weeks(state, 1);
    expect(state.beijing.points).toBeCloseTo(
      points.beijingStart - p.squeezeUpkeep + points.beijingIncome,
      10,
    );
    expect(state.beijing.reputation).toBeCloseTo(p.reputationStart - p.reputationSlow, 10);
    state.beijing.points = p.squeezeUpkeep / 2;
    weeks(state, 1);
    expect(state.beijing.squeezeSince).toBe(-1);
    expect(state.inputs[0]!.mode).toBe("case-by-case");
  });

  test("is written down with what it wore off, for Beijing alone", () => {
    const state = fresh();
    state.tick = 4;
    state.leverage.gone = 0.1;
    turnValve(rules, state, 0, "go-slow", silent);
    state.leverage.gone = 0.16;
    const reckoned = () => view(rules, state, "beijing").own.wear;
    expect(reckoned()).toEqual([{ id: "4", from: 4, until: -1, lost: 0.06 }]);
    state.tick = 15;
    turnValve(rules, state, 0, "case-by-case", silent);
    state.leverage.gone = 0.3;
    expect(reckoned()).toEqual([{ id: "4", from: 4, until: 15, lost: 0.06 }]);
    for (const seat of ["commission", "DE", "observer"] as const)
      expect(view(rules, state, seat).own.wear).toEqual([]);
  });

  test("it breaks an assurance that still runs", () => {
    const state = fresh();
    const promise = assure(rules, state, 26, silent);
    turnValve(rules, state, 0, "go-slow", silent);
    expect(promise.state).toBe("broken");
    expect(state.beijing.reputation).toBeCloseTo(
      p.reputationStart - rules.model.contracts.breachReputation,
      10,
    );
  });

  test("aimed licences favour or punish for a quarter year", () => {
    const state = fresh();
    aimLicences(rules, state, [HU], true, silent);
    aimLicences(rules, state, [FR], false, silent);
    expect(state.inputs[0]!.tilt[HU]).toBe(p.aimFactor);
    expect(state.inputs[0]!.tilt[FR]).toBeCloseTo(1 / p.aimFactor, 12);
    expect(state.inputs[0]!.tiltEnds[HU]).toBe(p.aimWeeks);
    expect(state.inputs[0]!.tilt[0]).toBe(1);
  });
});

describe("the package of October 2025", () => {
  const returns = rules.calendar.packageReturns;

  test("comes back in its week unless prolonged: less goes through, licences take longer, heat rises", () => {
    const [back, prolonged] = [fresh(), fresh()];
    suspendPackage(rules, prolonged, returns + 52, silent);
    weeks(back, returns + 1);
    weeks(prolonged, returns + 1);
    const mode = modes["case-by-case"];
    expect(back.inputs[0]!.throughput).toBeCloseTo(mode.throughput - p.packageThroughput, 12);
    expect(back.inputs[0]!.licenceWeeks).toBeCloseTo(mode.weeks + p.packageWeeks, 12);
    expect(back.heat).toBeCloseTo(heat.start + p.packageHeat, 10);
    expect(prolonged.inputs[0]!.throughput).toBe(rules.inputs[0]!.throughput);
    expect(prolonged.heat).toBe(heat.start);
  });

  test("stays in force through changes of the valve, and leaves free trade alone", () => {
    const state = fresh();
    weeks(state, returns + 1);
    turnValve(rules, state, 0, "go-slow", silent);
    turnValve(rules, state, 0, "case-by-case", silent);
    expect(state.inputs[0]!.throughput).toBeCloseTo(
      modes["case-by-case"].throughput - p.packageThroughput,
      12,
    );
    const free = rules.inputs.findIndex((input) => input.mode === "free");
    expect(state.inputs[free]!.throughput).toBe(rules.inputs[free]!.throughput);
  });

  test("suspended again, the valves are as before", () => {
    const state = fresh();
    weeks(state, returns + 1);
    suspendPackage(rules, state, returns + 60, silent);
    expect(state.inputs[0]!.throughput).toBe(modes["case-by-case"].throughput);
  });
});

describe("goods held at customs", () => {
  test("are held at once and let go when the time is over", () => {
    const state = fresh();
    holdGoods(rules, state, FR, FARM, silent);
    expect(state.trade.banGoal[FARM * rules.M + FR]).toBe(p.banSize);
    expect(state.heat).toBe(heat.start);
    weeks(state, p.banWeeks);
    expect(state.trade.banGoal[FARM * rules.M + FR]).toBe(0);
    expect(state.beijing.bans).toEqual([]);
  });

  test("a second hold on the same state weighs half", () => {
    const state = fresh();
    holdGoods(rules, state, FR, FARM, silent);
    holdGoods(rules, state, FR, 0, silent);
    expect(state.trade.banGoal[FR]).toBe(p.banSize / 2);
  });

  test("come to light in about half of all cases, and Europe looks fairer and stands closer for it", () => {
    let exposed = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const state = fresh(seed);
      holdGoods(rules, state, FR, FARM, silent);
      const support = state.members.map((member) => member.support);
      weeks(state, p.banWeeks - 1);
      const closer = state.members.map((member, m) => member.support - support[m]!);
      if (!state.beijing.bans[0]!.exposed) {
        expect(Math.max(...closer)).toBe(0);
        continue;
      }
      exposed += 1;
      expect(state.legitimacy).toBeGreaterThan(politics.legitimacyNormal);
      for (const by of closer) expect(by).toBeCloseTo(p.banSolidarity, 10);
    }
    expect(exposed / 200).toBeGreaterThan(p.banExposure - 0.12);
    expect(exposed / 200).toBeLessThan(p.banExposure + 0.12);
  });
});

describe("side deals", () => {
  const offered = (state: State, more: Partial<Offer> = {}): Offer =>
    makeOffer(rules, state, { to: "HU", gift: "plant", ask: "silence", vote: "", ...more });

  test("taken, they turn support, weaken unity, and cost points at home", () => {
    const state = fresh();
    const offer = offered(state);
    answerOffer(rules, state, offer, "take", silent);
    const hungary = state.members[HU]!;
    expect(hungary).toMatchObject({ deals: 1, offerTurn: politics.offer, plants: p.plantWorth });
    expect(state.dealWeight).toBe(1);
    const before = hungary.points;
    weeks(state, 4);
    expect(hungary.points).toBeCloseTo(before - (4 * points.dealUpkeep) / 13, 10);
    weeks(state, p.dealWeeks);
    expect(offer.state).toBe("lapsed");
    expect(hungary.deals).toBe(0);
  });

  test.each([
    ["vote", politics.offerVote],
    ["abstain", politics.offerAbstain],
  ] as const)("one that asks to %s turns that vote", (ask, worth) => {
    const state = fresh();
    const file = openFile(
      rules,
      state,
      { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move", size: 1 },
      silent,
    );
    const vote = openVote(rules, state, file, "for", silent);
    answerOffer(rules, state, offered(state, { ask, vote: vote.id }), "take", silent);
    expect(vote.offered[HU]).toBe(-worth);
    expect(vote.offered[FR]).toBe(0);
  });

  test.each([
    ["order", (s: State) => expect(s.trade.boost[HU]).toBe(p.orderWorth)],
    ["fast-lane", (s: State) => expect(s.inputs[0]!.tilt[HU]).toBe(p.fastLane)],
    ["exemption", (s: State) => expect(s.trade.boost[HU]).toBeGreaterThan(0)],
  ] as const)("a gift of %s arrives", (gift, arrived) => {
    const state = fresh();
    answerOffer(rules, state, offered(state, { gift }), "take", silent);
    arrived(state);
  });

  test("an exemption lets go of goods at customs", () => {
    const state = fresh();
    holdGoods(rules, state, HU, FARM, silent);
    answerOffer(rules, state, offered(state, { gift: "exemption" }), "take", silent);
    expect(state.trade.banGoal[FARM * rules.M + HU]).toBe(0);
  });

  test("published, they unite the others and cost Beijing face; now and then goods wait for it", () => {
    let punished = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const state = fresh(seed);
      const before = { cohesion: state.cohesion, standing: state.members[HU]!.standing };
      answerOffer(rules, state, offered(state), "publish", silent);
      expect(state.cohesion).toBeCloseTo(before.cohesion + p.publishCohesion, 10);
      expect(state.members[HU]!.standing).toBe(before.standing + p.publishStanding);
      expect(state.beijing.face).toBeCloseTo(p.faceNormal - p.publishFace, 10);
      punished += state.beijing.bans.length;
    }
    expect(punished / 200).toBeGreaterThan(p.publishBan - 0.11);
    expect(punished / 200).toBeLessThan(p.publishBan + 0.11);
  });

  test("refused or published, no goods wait where a deal or an agreement rules that out", () => {
    const spared: ((state: State) => unknown)[] = [
      (state) =>
        answerOffer(rules, state, offered(state, { gift: "exemption", ask: "vote" }), "take", silent),
      (state) => signed(rules, state, [{ ...NO_HOLD, about: "HU" }]),
    ];
    for (const promise of spared)
      for (const answer of ["refuse", "publish"] as const)
        for (let seed = 1; seed <= 60; seed++) {
          const state = fresh(seed);
          promise(state);
          const { reputation } = state.beijing;
          answerOffer(rules, state, offered(state, { ask: "vote" }), answer, silent);
          expect(state.beijing).toMatchObject({ bans: [], reputation });
        }
    const held = Array.from({ length: 60 }, (_, seed) => {
      const state = fresh(seed);
      signed(rules, state, [{ ...NO_HOLD, about: "FR" }]);
      answerOffer(rules, state, offered(state), "publish", silent);
      return state.beijing.bans.length;
    });
    expect(held).toContain(1);
  });

  test("stalled, an offer waits longer once, then lapses", () => {
    const state = fresh();
    const offer = offered(state);
    state.tick = 3;
    answerOffer(rules, state, offer, "stall", silent);
    expect(offer.until).toBe(3 + p.offerWeeks);
    weeks(state, p.offerWeeks + 1);
    expect(offer.state).toBe("lapsed");
    const news = state.news.filter(({ code }) => code === "offer-lapsed");
    expect(news).toMatchObject([
      { about: [offer.to, offer.id, offer.gift, offer.ask], to: ["beijing", offer.to] },
    ]);
  });

  test("falls with a vote that is dropped, and both are told", () => {
    const state = fresh();
    const offer = offered(state);
    const file = state.files.find(({ id }) => id === "accelerator-act")!;
    offer.vote = openVote(rules, state, file, "for", silent).id;
    dropVotes(state, file);
    expect(offer.state).toBe("lapsed");
    expect(state.news.at(-1)).toMatchObject({ code: "offer-lapsed", to: ["beijing", offer.to] });
  });

  test("out, the vote that was paid for swings back a little, while it is open", () => {
    const state = fresh();
    const zeros = () => rules.members.map(() => 0);
    state.votes.push({
      ...{ id: "v", file: "accelerator-act", rule: "for", appeal: false, opened: 0, by: "", closes: 9 },
      ...{ outcome: "open", block: [], cast: rules.members.map(() => null) },
      ...{ leaning: zeros(), pledged: zeros(), offered: zeros() },
    });
    const offer = offered(state, { gift: "order", ask: "vote", vote: "v" });
    answerOffer(rules, state, offer, "take", silent);
    const vote = state.votes[0]!;
    expect(vote.offered[HU]).toBeCloseTo(-politics.offerVote, 12);
    exposeDeal(rules, state, offer);
    expect(vote.offered[HU]).toBeCloseTo(p.exposedVote - politics.offerVote, 12);
    vote.outcome = "failed";
    exposeDeal(rules, state, offer);
    expect(vote.offered[HU]).toBeCloseTo(p.exposedVote - politics.offerVote, 12);
  });

  test("about one in five comes to light, and hurts the standing of the capital", () => {
    let exposed = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const state = fresh(seed);
      const before = state.members[HU]!.standing;
      answerOffer(rules, state, offered(state), "take", silent);
      weeks(state, p.dealWeeks - 1);
      if (state.tally.exposed[HU] === 0) continue;
      exposed += 1;
      expect(state.members[HU]!.standing).toBe(before - p.exposedStanding);
    }
    expect(exposed / 300).toBeGreaterThan(p.exposure - 0.08);
    expect(exposed / 300).toBeLessThan(p.exposure + 0.08);
  });
});

test("a flood lasts as long as it is set for", () => {
  const state = fresh();
  state.tick = 5;
  flood(rules, state, 20, silent);
  expect(state.beijing.floodUntil).toBe(25);
});

describe("the economy behind it", () => {
  test("fewer sales to Europe than counted on cost growth and jobs", () => {
    const [usual, fewer] = [fresh(), fresh()];
    fewer.trade.imports = fewer.trade.imports.map((x) => 0.9 * x);
    weeks(usual, 60);
    weeks(fewer, 60);
    expect(usual.beijing.growth - fewer.beijing.growth).toBeCloseTo(p.growthPerGap * 10, 1);
    expect(fewer.beijing.jobs).toBeCloseTo(0.9 * usual.beijing.jobs, 10);
  });

  test("face returns to normal, reputation heals by points and not beyond normal", () => {
    const state = fresh();
    state.beijing.face = 40;
    weeks(state, 1);
    expect(state.beijing.face).toBeCloseTo(40 + p.facePull * (p.faceNormal - 40), 10);
    expect(state.beijing.reputation).toBeCloseTo(p.reputationStart + p.reputationPull, 10);
    weeks(state, 200);
    expect(state.beijing.reputation).toBe(p.reputationNormal);
  });

  test("points come in to a cap", () => {
    const state = fresh();
    weeks(state, 60);
    expect(state.beijing.points).toBe(points.beijingCap);
  });
});

test("waves of ending licences are told when they come", () => {
  const state = fresh();
  const told: number[] = [];
  for (let k = 0; k < 32; k++) {
    week(rules, state, silent);
    told.push(
      ...state.news.filter((n) => n.code === "licence-wave" && n.tick === state.tick).map(() => state.tick),
    );
  }
  expect(told).toEqual(rules.calendar.licenceWaves);
});
