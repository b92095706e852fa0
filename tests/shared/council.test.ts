// The arithmetic of the Council, against the official shares and the one vote that is known state by state.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { BALLOTS, type Ballot } from "../../shared/scenario/land.ts";
import type { MemberCode } from "../../shared/seat.ts";
import { type File, VOTE_RULES, type VoteRule } from "../../shared/state.ts";
import { castBallot } from "../../shared/world/caucus.ts";
import { countingWeek } from "../../shared/world/clock.ts";
import { ballotAt, openVote, pivotal, tally, waysToTurn } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { openFile } from "../../shared/world/files.ts";
import { exposure, utility } from "../../shared/world/stakes.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const codes = rules.members.map((m) => m.code);

/** Ballots of all 27: those named cast one, the rest another. */
const cast = (named: string, ballot: Ballot, rest: Ballot): Ballot[] => {
  const set = named.split(" ") as MemberCode[];
  return codes.map((code) => (set.includes(code) ? ballot : rest));
};

describe("the vote of 4 October 2024 on the car duties", () => {
  const vote = { rule: "unless-against" as VoteRule, cast: rules.members.map((m) => m.evVote) };

  test("ten for, twelve abstaining, five against, close to the shares counted that day", () => {
    const { states, people } = tally(rules, vote);
    expect(states).toEqual({ for: 10, abstain: 12, against: 5, open: 0 });
    expect(people.for).toBeCloseTo(45.99, 0);
    expect(people.abstain).toBeCloseTo(31.36, 0);
    expect(people.against).toBeCloseTo(22.65, 0);
  });

  test("passes without a majority in favour, and with no need of an appeal", () => {
    const count = tally(rules, vote);
    expect(count).toMatchObject({
      passes: true,
      majorityFor: false,
      majorityAgainst: false,
      mostAgainst: false,
    });
  });

  test("would have failed as a law: there an abstention is a no", () => {
    expect(tally(rules, { ...vote, rule: "for" }).passes).toBe(false);
  });
});

describe("thresholds of the 27", () => {
  test.each([
    // what, the states named, their ballot, the others' ballot, passes as "for", passes as "unless-against"
    ["all for", "", "for", "for", true, true],
    ["all against", "", "against", "against", false, false],
    ["all abstain", "", "abstain", "abstain", false, true],
    ["DE IT HU SK block with 35.06 % of people", "DE IT HU SK", "against", "for", false, true],
    ["DE IT HU do not: 33.85 %", "DE IT HU", "against", "for", true, true],
    ["abstaining blocks as well", "DE IT HU SK", "abstain", "for", false, true],
    ["DE FR HU SK block with 37 %", "DE FR HU SK", "against", "for", false, true],
    ["three states never block, whatever their people: 46.89 %", "DE FR IT", "against", "for", true, true],
    ["with a fourth they do", "DE FR IT MT", "abstain", "for", false, true],
    [
      "fourteen states with 88.93 % are a state short",
      "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT",
      "for",
      "against",
      false,
      true,
    ],
    [
      "fifteen states with a hundredth of a percent too little",
      "BE BG DE EE IE ES IT LT LU NL AT PT RO SK SE",
      "for",
      "against",
      false,
      true,
    ],
    [
      "fifteen states with just enough",
      "BE BG DK DE EE IE ES HR IT LV LT HU AT PL FI",
      "for",
      "against",
      true,
      true,
    ],
    ["fifteen are enough", "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT BG", "for", "against", true, true],
    [
      "against by fifteen states with 90 % stops a duty",
      "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT BG",
      "against",
      "for",
      false,
      false,
    ],
    [
      "fifteen states without Germany reach 67.31 %",
      "FR IT ES NL LT PL DK EE LV IE BG SE BE RO FI",
      "for",
      "against",
      true,
      true,
    ],
  ] as const)("%s", (_, named, ballot, rest, asLaw, asDuty) => {
    const ballots = cast(named, ballot, rest);
    expect(tally(rules, { rule: "for", cast: ballots }).passes).toBe(asLaw);
    expect(tally(rules, { rule: "unless-against", cast: ballots }).passes).toBe(asDuty);
  });

  test("the shares behind the knife edge are exact", () => {
    const { people } = tally(rules, { rule: "for", cast: cast("DE IT HU SK", "against", "for") });
    expect(people.against).toBe(35.06);
  });

  test("who has not voted counts as abstaining, and is shown as open", () => {
    const ballots = codes.map(() => null);
    const count = tally(rules, { rule: "unless-against", cast: ballots });
    expect(count.states.open).toBe(27);
    expect(count.passes).toBe(true);
  });

  test("fourteen states against are most of 27 and send a duty to appeal", () => {
    const small = "BG DK FI SK IE HR LT SI LV EE CY LU MT";
    expect(tally(rules, { rule: "unless-against", cast: cast(small, "against", "for") }).mostAgainst).toBe(
      false,
    );
    const more = tally(rules, { rule: "unless-against", cast: cast(`${small} AT`, "against", "for") });
    expect(more).toMatchObject({ mostAgainst: true, passes: true });
  });
});

test("advice is against when fourteen states are, whatever their people; a measure by appeal is counted like a law", () => {
  const small = "BG DK FI SK IE HR LT SI LV EE CY LU MT";
  const thirteen = cast(small, "against", "for");
  const fourteen = cast(`${small} AT`, "against", "for");
  expect(tally(rules, { rule: "advisory", cast: thirteen }).passes).toBe(true);
  expect(tally(rules, { rule: "advisory", cast: fourteen })).toMatchObject({
    passes: false,
    needStates: 14,
    needPeople: 0,
  });
  for (const ballots of [thirteen, fourteen])
    expect(tally(rules, { rule: "for-else-appeal", cast: ballots }).passes).toBe(
      tally(rules, { rule: "for", cast: ballots }).passes,
    );
});

test("three states vote by two of three", () => {
  const vote = (a: Ballot, b: Ballot, c: Ballot) =>
    tally(tiny.rules, { rule: "for", cast: [a, b, c] }).passes;
  expect(vote("for", "for", "against")).toBe(true);
  expect(vote("for", "against", "against")).toBe(false);
});

const ballots = fc.array(fc.constantFrom(...BALLOTS, null), { minLength: 27, maxLength: 27 });
const ruleOf = fc.constantFrom(...VOTE_RULES);

describe("for any ballots", () => {
  test("states sum to 27, people to the whole, and two majorities never stand at once", () =>
    fc.assert(
      fc.property(ballots, (cast) => {
        const { states, people, majorityFor, majorityAgainst } = tally(rules, { rule: "for", cast });
        expect(states.for + states.against + states.abstain + states.open).toBe(27);
        const whole = people.for + people.against + people.abstain + people.open;
        expect(whole).toBeCloseTo(
          rules.members.reduce((sum, m) => sum + m.population, 0),
          6,
        );
        expect(majorityFor && majorityAgainst).toBe(false);
      }),
    ));

  test("a majority is 15 states with 65 % of people, counted in hundredths, or all but three states", () => {
    const hundredths = rules.members.map((m) => Math.round(100 * m.population));
    const whole = hundredths.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }), (yes) => {
        const states = yes.filter(Boolean).length;
        const people = hundredths.reduce((sum, x, m) => sum + (yes[m] ? x : 0), 0);
        const want = states >= 15 && (people * 100 >= 65 * whole || states >= 24);
        const cast = yes.map((y): Ballot => (y ? "for" : "abstain"));
        expect(tally(rules, { rule: "for", cast }).majorityFor).toBe(want);
      }),
      { numRuns: 2000 },
    );
  });

  test("one more vote in favour never sinks a proposal", () =>
    fc.assert(
      fc.property(ballots, ruleOf, fc.nat(26), (cast, rule, m) => {
        const better = cast.map((b, k) => (k === m ? "for" : b));
        if (tally(rules, { rule, cast }).passes)
          expect(tally(rules, { rule, cast: better }).passes).toBe(true);
      }),
    ));

  test("pivotal states are those whose ballot alone turns it", () =>
    fc.assert(
      fc.property(ballots, ruleOf, (cast, rule) => {
        const now = tally(rules, { rule, cast }).passes;
        const turning = codes.flatMap((_, m) =>
          BALLOTS.some(
            (ballot) =>
              tally(rules, { rule, cast: cast.map((b, k) => (k === m ? ballot : b)) }).passes !== now,
          )
            ? [m]
            : [],
        );
        expect(pivotal(rules, { rule, cast })).toEqual(turning);
      }),
      { numRuns: 40 },
    ));

  test("a way to turn it turns it, and leaving one state out of it does not", () =>
    fc.assert(
      fc.property(ballots, ruleOf, (cast, rule) => {
        const now = tally(rules, { rule, cast }).passes;
        const reversed = rule === "unless-against" || rule === "advisory";
        const turned: Ballot = reversed ? (now ? "against" : "abstain") : now ? "abstain" : "for";
        const passesWith = (group: number[]) =>
          tally(rules, { rule, cast: cast.map((b, k) => (group.includes(k) ? turned : b)) }).passes;
        for (const group of waysToTurn(rules, { rule, cast })) {
          expect(passesWith(group)).toBe(!now);
          expect(passesWith(group.slice(1)) === now || passesWith(group.slice(0, -1)) === now).toBe(true);
        }
      }),
      { numRuns: 60 },
    ));
});

test("ways to turn a vote stand with the fewest people first", () => {
  const four = cast("DE IT HU SK", "against", "for");
  const ways = waysToTurn(rules, { rule: "for", cast: four }).map((group) =>
    group.map((m) => codes[m]).join(" "),
  );
  expect(ways[0]).toBe("SK");
  expect(ways[1]).toBe("HU");
});

describe("opening and counting", () => {
  const fresh = () => newState(rules, { seed: 1, weeks: 104 });
  const tableFund = (state = fresh()) => {
    const file = openFile(
      rules,
      state,
      { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move", size: 1, snapback: true },
      silent,
    );
    return { state, file };
  };

  test("votes are counted on Council days, three weeks away at least, two a day", () => {
    const { state, file } = tableFund();
    expect(countingWeek(rules, state, 0)).toBe(6);
    expect(countingWeek(rules, state, 3)).toBe(6);
    expect(countingWeek(rules, state, 4)).toBe(12);
    const first = openVote(rules, state, file, "for", silent);
    openVote(rules, state, file, "for", silent);
    expect(first.closes).toBe(6);
    expect(countingWeek(rules, state, 0)).toBe(12);
  });

  test("leanings are utilities with noise, drawn once", () => {
    const { state, file } = tableFund();
    const vote = openVote(rules, state, file, "for", silent);
    const gaps = vote.leaning.map((x, m) => x - utility(rules, state, file, m));
    const spread = Math.sqrt(gaps.reduce((sum, x) => sum + x * x, 0) / gaps.length);
    expect(spread).toBeGreaterThan(rules.model.politics.voteNoise / 3);
    expect(spread).toBeLessThan(rules.model.politics.voteNoise * 2);
  });

  /** A package voted on with every ballot the same; the file after the count. */
  function decided(ballot: Ballot): { file: File; state: ReturnType<typeof fresh> } {
    const { state, file } = tableFund();
    const vote = openVote(rules, state, file, "for", silent);
    codes.forEach((_, m) => castBallot(rules, state, vote.id, m, ballot));
    state.tick = vote.closes;
    votesWeek(rules, state, silent);
    expect(vote.outcome).toBe("open");
    state.tick = vote.closes + 1;
    votesWeek(rules, state, silent);
    expect(vote.outcome).toBe(ballot === "for" ? "passed" : "failed");
    return { file, state };
  }

  test("a package that passes brings its fund some weeks later", () => {
    const { file, state } = decided("for");
    expect(file.stage).toBe("in-force");
    expect(state.commission.fund).toBe(1);
    expect(state.commission.fundFrom).toBe(state.tick + rules.model.law.packageReady);
    expect(state.commission.snapback).toBe(false);
  });

  test("a package that fails is shut for a quarter year and weakens cohesion", () => {
    const { file, state } = decided("abstain");
    expect(file).toMatchObject({ stage: "proposal", shutUntil: state.tick + rules.model.law.retry });
    expect(state.commission.fund).toBe(0);
    expect(state.failedVotes).toBe(1);
    expect(state.tally.failedVotes).toBe(1);
  });

  test("when nobody votes, a proposal fails: silence is an abstention", () => {
    const { state, file } = tableFund();
    const vote = openVote(rules, state, file, "for", silent);
    state.tick = vote.closes + 1;
    votesWeek(rules, state, silent);
    expect(vote).toMatchObject({ outcome: "failed", cast: codes.map(() => "abstain") });
  });

  test("a ballot after the count changes nothing", () => {
    const { state } = decided("for");
    castBallot(rules, state, state.votes[0]!.id, 0, "against");
    expect(state.votes[0]!.cast[0]).toBe("for");
  });

  test("ballots follow utility at the cut-offs", () => {
    const { yes, no } = rules.model.politics;
    expect([yes + 0.01, yes, no, no - 0.01].map((u) => ballotAt(rules, u))).toEqual([
      "for",
      "abstain",
      "abstain",
      "against",
    ]);
  });
});

describe("what a proposal is worth to a capital", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  const at = (code: string) => rules.members.findIndex((m) => m.code === code);
  const file = (more: Partial<File>): File => ({
    ...state.files[0]!,
    snapback: false,
    strict: false,
    size: 0,
    ...more,
  });
  const gap = (m: number, a: Partial<File>, b: Partial<File>) =>
    utility(rules, state, file(a), m) - utility(rules, state, file(b), m);
  const { politics } = rules.model;

  test.each([
    [
      "the snapback costs",
      { kind: "package", size: 1, snapback: true },
      { kind: "package", size: 1 },
      -politics.fundSnapback,
    ],
    ["three billion cost", { kind: "package", size: 3 }, { kind: "package", size: 1 }, -politics.fundThree],
    [
      "five billion cost more",
      { kind: "package", size: 5 },
      { kind: "package", size: 1 },
      -politics.fundFive,
    ],
  ] as const)("%s", (_, a, b, worth) => expect(gap(at("PL"), a, b)).toBeCloseTo(worth, 10));

  test("suppliers of carmakers fear the strict duty to diversify most", () => {
    const strict = { kind: "law" as const, strict: true };
    const soft = { kind: "law" as const, strict: false };
    expect(gap(at("CZ"), strict, soft)).toBeLessThan(gap(at("PL"), strict, soft));
  });

  test("who sells much to China expects an answer to a law that shuts its suppliers out, less so under a fund", () => {
    const act = (id: string) => file({ kind: "law", name: id });
    const worth = (code: string, fund: number, id = "cybersecurity-act") =>
      utility(rules, { ...state, tick: 1, commission: { ...state.commission, fund } }, act(id), at(code));
    const fear = (code: string) => politics.actExposure * exposure(rules, state, at(code));
    const cover = politics.coverFund - politics.coverNone;
    expect(worth("DE", 1) - worth("DE", 0)).toBeCloseTo(cover * fear("DE"), 10);
    expect(fear("DE")).toBeGreaterThan(3 * fear("PL"));
    // The duty to diversify is weighed by what it asks of firms, not by what Beijing may do.
    expect(worth("DE", 1, "diversification-law")).toBe(worth("DE", 0, "diversification-law"));
    expect(worth("PL", 0) - worth("PL", 0, "diversification-law")).toBeCloseTo(
      politics.actBase - politics.lawBase - politics.lawSoft - (1 - politics.coverNone) * fear("PL"),
      10,
    );
  });

  test("sellers fear a duty when heat is high, and less so under a fund", () => {
    const duty = file({ kind: "anti-subsidy", sector: 1 });
    const worth = (heat: number, fund: number) =>
      utility(rules, { ...state, heat, tick: 1, commission: { ...state.commission, fund } }, duty, at("DE"));
    expect(worth(60, 0)).toBeLessThan(worth(10, 0) - 0.03);
    expect(worth(60, 1)).toBeGreaterThan(worth(60, 0) + 0.02);
  });
});
