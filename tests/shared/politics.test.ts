// The capitals: pain and who relieves it, support and what moves it, cohesion, elections, purses, the lobby's cards.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTrace, silent, type Trace } from "../../shared/explain.ts";
import { indexOf } from "../../shared/scenario.ts";
import type { State } from "../../shared/state.ts";
import { yearPurse } from "../../shared/world/capitals.ts";
import { cohesionOf, disappoint, unite } from "../../shared/world/cohesion.ts";
import { lobbyWeek } from "../../shared/world/lobby.ts";
import { politicsWeek } from "../../shared/world/politics.ts";
import { relieve } from "../../shared/world/relief.ts";
import { newState } from "../../shared/world/start.ts";
import { meanSupport } from "../../shared/world/support.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { politics: p, points } = rules.model;
const fresh = (seed = 1) => newState(rules, { seed, weeks: 208 });
const DE = indexOf(rules.members, "DE");
const PL = indexOf(rules.members, "PL");

/** Weeks of politics with the world outside standing still. */
function weeks(state: State, n: number, each?: (state: State) => void): State {
  for (let k = 0; k < n; k++) {
    each?.(state);
    state.tick += 1;
    politicsWeek(rules, state, silent);
  }
  return state;
}

describe("the start", () => {
  test("lines at home follow posture, the vote of 2024 and ties, within the noise", () => {
    const means = rules.members.map((_, m) => {
      let sum = 0;
      for (let seed = 1; seed <= 60; seed++) sum += fresh(seed).members[m]!.alpha;
      return sum / 60;
    });
    rules.members.forEach((m, k) => {
      const vote = { for: 1, abstain: 0, against: -1 }[m.evVote];
      const line = p.alphaBase + p.alphaPosture * m.posture + p.alphaVote * vote - p.alphaTie * m.fdiTie;
      expect(Math.abs(means[k]! - line)).toBeLessThan(4 * (p.alphaNoise / Math.sqrt(60)));
    });
  });

  test("what each bears is drawn within its range, and differs between games", () => {
    const drawn = Array.from({ length: 40 }, (_, k) => fresh(k).members[DE]!.tolerance);
    const [low, high] = rules.toleranceRange[DE]!;
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(high);
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan((high - low) / 2);
  });

  test("large states begin with more points than small ones", () => {
    const { members } = fresh();
    expect(members[DE]!.points).toBe(points.largeStart);
    expect(members[indexOf(rules.members, "MT")]!.points).toBe(points.smallStart);
  });
});

describe("pain", () => {
  test("is the loss in % of GDP, half way there in six weeks", () => {
    const state = fresh();
    const goal = (100 * 10) / rules.members[DE]!.gdp;
    weeks(state, p.painHalfLife, (s) => (s.members[DE]!.outputLoss = 10));
    expect(state.members[DE]!.pain).toBeCloseTo(goal / 2, 6);
    weeks(state, 100, (s) => (s.members[DE]!.outputLoss = 10));
    expect(state.members[DE]!.pain).toBeCloseTo(goal, 3);
    expect(state.members[PL]!.pain).toBe(0);
  });

  test("of exports weighs a third, and twice in the sectors of national fame", () => {
    const pain = (sector: string): number => {
      const state = fresh();
      const k = indexOf(rules.sectors, sector) * rules.M + DE;
      return weeks(state, 1, (s) => {
        s.members[DE]!.exportLoss = 1;
        s.trade.lost[k] = 1;
      }).members[DE]!.pain;
    };
    const plain = pain("agrifood");
    expect(rules.members[DE]!.iconic).not.toContain("agrifood");
    expect(pain(rules.members[DE]!.iconic[0]!) / plain).toBeCloseTo(p.iconic, 1);
  });

  test("is eased by relief at home and by the fund, the fund by no more than its reach", () => {
    const pain = (prepare: (s: State) => void, loss = 4): number => {
      const state = fresh();
      prepare(state);
      return weeks(state, 10, (s) => (s.members[DE]!.outputLoss = loss)).members[DE]!.pain / loss;
    };
    const bare = pain(() => {});
    expect(
      pain((s) => Object.assign(s.members[DE]!, { reliefUntil: 50, reliefFactor: 0.6 })) / bare,
    ).toBeCloseTo(0.6, 6);
    const fund = (billion: number) => (s: State) =>
      Object.assign(s.commission, { fund: billion, fundFrom: 0 });
    expect(pain(fund(1)) / bare).toBeCloseTo(1 - p.fundCover, 6);
    expect(pain(fund(1), 48) / bare).toBeCloseTo(1 - p.fundReach / 48, 6);
    expect(pain((s) => Object.assign(s.commission, { fund: 1, fundFrom: 99 })) / bare).toBeCloseTo(1, 6);
  });

  test("eased by two things at once, what eases more counts, and each time is served", () => {
    const state = fresh();
    relieve(state, DE, 0.6, 10);
    relieve(state, DE, 0.8, 20);
    expect(state.members[DE]).toMatchObject({ reliefFactor: 0.6, reliefUntil: 20 });
    relieve(state, DE, 0.5, 5);
    expect(state.members[DE]).toMatchObject({ reliefFactor: 0.5, reliefUntil: 20 });
    state.tick = 21;
    relieve(state, DE, 0.9, 4);
    expect(state.members[DE]).toMatchObject({ reliefFactor: 0.9, reliefUntil: 25 });
  });

  describe("is eased by the fund as its rule has it", () => {
    const IT = indexOf(rules.members, "IT");
    /** Shares paid in a squeeze that hits three capitals, the fund too small for all. */
    const paid = (payout: "even" | "need" | "key", pain = [0.1, 0.1, 0.1], losses = [12, 12, 24]) => {
      const state = fresh();
      Object.assign(state.commission, { fund: 1, fundFrom: 0, payout });
      [DE, IT, PL].forEach((m, k) => {
        state.members[m]!.tolerance = 1;
        state.members[m]!.pain = pain[k]!;
      });
      weeks(state, 1, (s) => [DE, IT, PL].forEach((m, k) => (s.members[m]!.outputLoss = losses[k]!)));
      const cover = [DE, IT, PL].map((m) => state.members[m]!.cover);
      return { cover, total: cover.reduce((sum, share, k) => sum + share * losses[k]!, 0), state };
    };
    const all = p.fundReach;

    test("even: the same part of every loss, to all the same", () => {
      const { cover, total, state } = paid("even");
      for (const share of cover) expect(share).toBeCloseTo(all / 48, 12);
      expect(total).toBeCloseTo(all, 9);
      expect(new Set(state.members.map((member) => member.cover)).size).toBe(1);
    });

    test("by need: as much in all, more of it where pain is nearer to what can be borne", () => {
      const { cover, total } = paid("need", [0, 0, 0.9]);
      const same = paid("need", [0.4, 0.4, 0.4]);
      expect(total).toBeCloseTo(all, 9);
      expect(cover[2]!).toBeGreaterThan(all / 48);
      expect(cover[0]!).toBeLessThan(all / 48);
      expect(cover[2]! - cover[0]!).toBeGreaterThan(same.cover[2]! - same.cover[0]!);
    });

    test("by what they pay in: as much in all, by the size of the economy, to none more than its loss", () => {
      const { cover, total } = paid("key");
      expect(total).toBeCloseTo(all, 9);
      const { gdp: large } = rules.members[DE]!;
      expect((cover[0]! * 12) / (cover[2]! * 24)).toBeCloseTo(large / rules.members[PL]!.gdp, 9);
      const capped = paid("key", [0.1, 0.1, 0.1], [0.1, 12, 24]);
      expect(capped.cover[0]).toBe(1);
      expect(capped.total).toBeCloseTo(all, 9);
    });

    test("who has lost nothing may count on the usual share", () => {
      for (const payout of ["need", "key"] as const) {
        const { state } = paid(payout);
        expect(state.members[indexOf(rules.members, "MT")]!.cover).toBeCloseTo(all / 48, 12);
      }
    });
  });

  test("of duties at the border is shared by the size of the economy", () => {
    const state = weeks(fresh(), 1, (s) => (s.trade.tariffCost = 10));
    const felt = state.members.map((m) => m.pain);
    felt.forEach((x) => expect(x).toBeCloseTo(felt[0]!, 12));
    expect(felt[0]!).toBeGreaterThan(0);
  });
});

describe("support", () => {
  test("falls with pain, rises with injury, a fund and fairness, follows the others and sinks after a gift", () => {
    const after = (change: (s: State) => void) => weeks(fresh(), 26, change).members[PL]!.support;
    const usual = after(() => {});
    expect(after((s) => (s.members[PL]!.outputLoss = 5))).toBeLessThan(usual - 0.05);
    expect(after((s) => s.trade.injury.fill(0.05))).toBeGreaterThan(usual + 0.05);
    expect(after((s) => Object.assign(s.commission, { fund: 1 }))).toBeGreaterThan(usual + 0.05);
    expect(after((s) => (s.legitimacy = 90))).toBeGreaterThan(usual + 0.05);
    expect(after((s) => (s.members[PL]!.offerTurn = p.offer))).toBeLessThan(usual - 0.05);
    expect(after((s) => (s.members[PL]!.lobby = 0.1) && (s.members[PL]!.lobbyUntil = 99))).toBeGreaterThan(
      usual + 0.05,
    );
    expect(after((s) => s.members[PL]!.sways.push({ by: 0.1, until: 99 }))).toBeGreaterThan(usual + 0.05);
    expect(after((s) => s.members.forEach((m, k) => k !== PL && (m.support = 1)))).toBeGreaterThan(
      usual + 0.03,
    );
  });

  test("sinks a little with every Chinese plant won, for good, and says so", () => {
    const { plantWorth } = rules.model.beijing;
    const after = (plants: number, length: number) =>
      weeks(fresh(), length, (s) => (s.members[PL]!.plants = plants * plantWorth)).members[PL]!.support;
    for (const length of [40, 100]) {
      expect(after(0, length) - after(1, length)).toBeGreaterThan(p.plantTie / 2);
      expect(after(0, length) - after(1, length)).toBeLessThan(1.2 * p.plantTie);
      expect(after(0, length) - after(3, length)).toBeCloseTo(3 * (after(0, length) - after(1, length)), 6);
    }
    const state = fresh();
    state.members[PL]!.plants = plantWorth;
    const trace = newTrace({ support: () => state.members[PL]!.support });
    state.tick = 1;
    politicsWeek(rules, state, trace);
    expect(trace.rows.support!.map(({ cause }) => cause)).toContain("side-offers");
  });

  test("shifts for a time end when their time is over", () => {
    const state = fresh();
    Object.assign(state.members[PL]!, { lobby: 0.1, lobbyUntil: 5, offerTurn: 0.0011 });
    weeks(state, 4);
    expect(state.members[PL]!.lobby).toBe(0.1);
    weeks(state, 5);
    expect(state.members[PL]!.lobby).toBe(0);
    expect(state.members[PL]!.offerTurn).toBe(0);
  });

  test("of several events each ends by itself, and a lobby's cause leaves them alone", () => {
    const state = fresh();
    const member = state.members[PL]!;
    member.sways = [
      { by: 0.1, until: 5 },
      { by: -0.02, until: 9 },
    ];
    weeks(state, 4);
    expect(member.sways).toHaveLength(2);
    weeks(state, 1);
    expect(member.sways).toEqual([{ by: -0.02, until: 9 }]);
    weeks(state, 4);
    expect(member.sways).toEqual([]);
  });

  test("stays within -1 and 1, and cohesion within 0 and 100, whatever happens", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            loss: fc.double({ min: 0, max: 500, noNaN: true }),
            exports: fc.double({ min: 0, max: 200, noNaN: true }),
            deals: fc.double({ min: 0, max: 30, noNaN: true }),
            injury: fc.double({ min: 0, max: 1, noNaN: true }),
            legitimacy: fc.double({ min: 0, max: 100, noNaN: true }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.nat(26),
        (path, m) => {
          const state = fresh();
          for (const step of path) {
            state.members[m]!.outputLoss = step.loss;
            state.members[26 - m]!.exportLoss = step.exports;
            state.dealWeight = step.deals;
            state.trade.injury.fill(step.injury);
            state.legitimacy = step.legitimacy;
            weeks(state, 4);
            for (const member of state.members) {
              expect(Math.abs(member.support)).toBeLessThanOrEqual(1);
              expect(member.pain).toBeGreaterThanOrEqual(0);
            }
            expect(state.cohesion).toBeGreaterThanOrEqual(0);
            expect(state.cohesion).toBeLessThanOrEqual(100);
          }
        },
      ),
      { numRuns: 30 },
    ));
});

describe("cohesion", () => {
  test("is whole when all hold one line, and falls by 4 for a deal or a lost vote", () => {
    const state = fresh();
    for (const m of state.members) m.support = 0.2;
    expect(cohesionOf(rules, state)).toBeCloseTo(100, 9);
    state.dealsFelt[1] = 1;
    expect(cohesionOf(rules, state)).toBeCloseTo(100 - p.dealCohesion, 9);
    state.failedVotes = 1;
    expect(cohesionOf(rules, state)).toBeCloseTo(100 - p.dealCohesion - p.failedCohesion, 9);
  });

  test("a side deal wears it down over months, never by half a point in a week", () => {
    const [plain, sold] = [fresh(), fresh()];
    sold.dealWeight = 1;
    const lost = (week: number) => {
      weeks(plain, week - plain.tick);
      weeks(sold, week - sold.tick);
      return plain.cohesion - sold.cohesion;
    };
    const path = Array.from({ length: 27 }, (_, week) => lost(week));
    expect(path[1]).toBe(0);
    for (let week = 1; week < path.length; week++)
      expect(Math.abs(path[week]! - path[week - 1]!)).toBeLessThan(0.5);
    expect(Math.max(...path)).toBeGreaterThan(0.6 * p.dealCohesion);
  });

  test("each of its causes is marked by its own name", () => {
    const causesOf = (change: (s: State, trace: Trace) => void): Record<string, number> => {
      const state = fresh();
      const trace = newTrace({ cohesion: () => state.cohesion });
      change(state, trace);
      politicsWeek(rules, state, trace);
      return Object.fromEntries(trace.rows.cohesion!.map(({ cause, amount }) => [cause, amount]));
    };
    const usual = causesOf(() => {});
    expect(Object.keys(usual)).toEqual(["dispersion"]);
    const failed = causesOf((s, trace) => disappoint(rules, s, trace));
    expect(failed["failed-votes"]).toBeCloseTo(-p.failedCohesion, 9);
    expect(failed.dispersion).toBeCloseTo(usual.dispersion!, 9);
    const sold = causesOf((s) => Object.assign(s, { dealWeight: 1, dealsFelt: [1, 0.5] }));
    expect(sold["side-offers"]).toBeCloseTo(-p.dealCohesion * 0.5 * p.dealSpread, 9);
  });

  test("what unites is felt at once and fades", () => {
    const [plain, united] = [fresh(), fresh()];
    unite(rules, united, 2);
    weeks(plain, 1);
    weeks(united, 1);
    expect(united.cohesion - plain.cohesion).toBeCloseTo(2 * (1 - p.solidarityDecay), 6);
    weeks(plain, 100);
    weeks(united, 100);
    expect(united.cohesion - plain.cohesion).toBeLessThan(0.5);
  });

  test("weighs states half by head and half by people", () => {
    const state = fresh();
    for (const m of state.members) m.support = 0;
    state.members[DE]!.support = 1;
    expect(meanSupport(rules, state)).toBeCloseTo(0.5 / 27 + 0.5 * 0.1849, 3);
  });
});

test("legitimacy returns to normal by a twentieth a week", () => {
  const state = fresh();
  state.legitimacy = 40;
  weeks(state, 1);
  expect(state.legitimacy).toBeCloseTo(40 + p.legitimacyPull * (p.legitimacyNormal - 40), 10);
});

test("an election redraws the line of that capital, within its bound, and of no other", () => {
  const { tick, member } = rules.calendar.elections[0]!;
  const m = indexOf(rules.members, member);
  const shifts = Array.from({ length: 60 }, (_, seed) => {
    const state = fresh(seed);
    const before = state.members.map((x) => x.alpha);
    state.tick = tick - 1;
    weeks(state, 1);
    const moved = state.members.flatMap((x, k) => (x.alpha === before[k] ? [] : [k]));
    expect(moved).toEqual([m]);
    return state.members[m]!.alpha - before[m]!;
  });
  expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(p.electionDraw);
  expect(Math.min(...shifts)).toBeLessThan(0);
  expect(Math.max(...shifts)).toBeGreaterThan(0);
});

test("points come in by size, to a cap; purses refill by quarters; the envelope in week 26 and yearly", () => {
  const state = fresh();
  const money = state.commission.money;
  state.members[DE]!.purse = 0;
  weeks(state, 25);
  expect(state.commission.points).toBe(points.commissionCap);
  expect(state.members[DE]!.points).toBe(points.memberCap);
  expect(state.commission.money).toBe(money);
  weeks(state, 1);
  expect(state.commission.money).toBe(money + points.envelopeYear);
  expect(state.members[DE]!.purse).toBe(0);
  weeks(state, 26);
  expect(state.members[DE]!.purse).toBeCloseTo(yearPurse(rules, DE) / 4, 9);
  weeks(state, 26);
  expect(state.commission.money).toBe(money + 2 * points.envelopeYear);
});

test("a capital that spends all it has gets a year's money a year, by quarters; none that it was given is lost", () => {
  const year = yearPurse(rules, DE);
  const spend = (state: State): number => {
    const { purse } = state.members[DE]!;
    state.members[DE]!.purse = 0;
    return purse;
  };
  const state = fresh();
  const spent = Array.from({ length: 104 }, () => {
    const money = spend(state);
    weeks(state, 1);
    return money / year;
  });
  expect(spent.slice(0, 52).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
  expect(spent.slice(52).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
  expect(Math.max(...spent.slice(1))).toBeCloseTo(1 / 4, 9);
  const thrifty = fresh();
  weeks(thrifty, 51);
  expect(thrifty.members[DE]!.purse).toBeCloseTo(year, 9);
  thrifty.members[DE]!.purse += 500;
  weeks(thrifty, 60);
  expect(thrifty.members[DE]!.purse).toBeCloseTo(year + 500, 9);
  const careful = fresh();
  careful.members[DE]!.purse = 0.9 * year;
  weeks(careful, 52);
  expect(careful.members[DE]!.purse).toBeCloseTo(year, 9);
});

test("what a budget adds to the envelope comes each year", () => {
  const state = fresh();
  const { money } = state.commission;
  state.commission.envelope = 300;
  weeks(state, 26);
  expect(state.commission.money).toBe(money + points.envelopeYear + 300);
  weeks(state, 52);
  expect(state.commission.money).toBe(money + 2 * (points.envelopeYear + 300));
});

test("every eight weeks each capital is dealt a harder and a softer card; the old ones are gone", () => {
  const state = fresh();
  expect(state.lobbies).toHaveLength(27);
  const first = state.lobbies;
  state.tick = 7;
  lobbyWeek(rules, state);
  expect(state.lobbies).toBe(first);
  state.tick = 8;
  lobbyWeek(rules, state);
  expect(state.lobbies).not.toBe(first);
  const ids = state.lobbies.flatMap((l) => l.cards.map((c) => c.id));
  expect(new Set(ids).size).toBe(54);
  for (const { cards, until } of state.lobbies) {
    expect(until).toBe(15);
    expect(cards[0]!.turn).toBeGreaterThan(0);
    expect(cards[1]!.turn).toBeLessThan(0);
    expect(Math.abs(cards[0]!.turn)).toBeLessThanOrEqual(p.lobby);
  }
});

test("the explanation of a week's support and pain names causes that sum to the change", () => {
  const state = fresh();
  const before = { pain: state.members[DE]!.pain, support: state.members[DE]!.support };
  const trace = newTrace({
    pain: () => state.members[DE]!.pain,
    support: () => state.members[DE]!.support,
  });
  Object.assign(state.commission, { fund: 1 });
  state.members[DE]!.outputLoss = 8;
  state.members[DE]!.offerTurn = 0.1;
  state.tick = 1;
  politicsWeek(rules, state, trace);
  const sum = (rows: { amount: number }[]) => rows.reduce((a, b) => a + b.amount, 0);
  expect(sum(trace.rows.pain!)).toBeCloseTo(state.members[DE]!.pain - before.pain, 12);
  expect(sum(trace.rows.support!)).toBeCloseTo(state.members[DE]!.support - before.support, 12);
  expect(trace.rows.pain!.map((r) => r.cause)).toEqual(["job-losses", "fund-relief"]);
  expect(trace.rows.support!.map((r) => r.cause)).toContain("side-offers");
});
