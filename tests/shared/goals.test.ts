// Secret goals: each kind is read off what happened, and no seat knows another's.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { type Goal, type GoalKind, isReached, needOf, SCALES } from "../../shared/scenario/goal.ts";
import { compile, indexOf } from "../../shared/scenario.ts";
import { type MemberCode, SEATS, type Seat } from "../../shared/seat.ts";
import { type Contract, clone, type Pledged, type State, type Vote } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { castBallot } from "../../shared/world/caucus.ts";
import { openVote } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { customsWeek, holdGoods } from "../../shared/world/customs.ts";
import { answerOffer, makeOffer } from "../../shared/world/deals.ts";
import { goalPoints, goalsOf, goalsWeek, readGoal } from "../../shared/world/goals.ts";
import { giveWay } from "../../shared/world/resolve.ts";
import { newState } from "../../shared/world/start.ts";
import { tallyWeek } from "../../shared/world/tally.ts";
import { aimLicences, turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { pledged, standing } from "../helpers/agreement.ts";
import { order, position } from "../helpers/order.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules, scenario } = brussels;
const at = (code: string) => indexOf(rules.members, code);
const fresh = () => newState(rules, { seed: 1, weeks: 104 });
const project = (s: State, id: string) => s.projects.find((p) => p.id === id)!;

/** A vote that is counted now: who says what, the rest abstains. */
function count(
  state: State,
  said: Partial<Record<string, "for" | "against">>,
  more: Partial<Vote> = {},
): Vote {
  const file = state.files.find((f) => f.id === "accelerator-act")!;
  const vote = openVote(rules, state, file, "for", silent);
  Object.assign(vote, more);
  vote.cast = rules.members.map(({ code }) => said[code] ?? "abstain");
  vote.closes = state.tick - 1;
  votesWeek(rules, state, silent);
  return vote;
}
const yes = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, "for" as const]));
/** 14 states with enough people: any one more would do. */
const FOURTEEN = "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT".split(" ");

const agreement = (more: Partial<Contract>): Contract =>
  standing(1, { template: "custom", weeks: 52, until: 52, ...more });
const term = (more: Partial<Pledged>): Pledged =>
  pledged({ metric: "china-duty", value: 0, weeks: 13, measure: "public", ...more });

type Row = [kind: GoalKind, seat: Seat, goal: object, make: (s: State, m: number) => unknown, have: number];

const ROWS: Row[] = [
  ["measured-weeks", "commission", { weeks: 40 }, (s) => (s.tally.verifiedWeeks = 41), 41],
  [
    "fair-burden",
    "commission",
    { share: 0.4 },
    (s) => {
      s.tally.pain.fill(0);
      s.tally.pain[at("HU")] = 3 / rules.members[at("HU")]!.gdp;
      s.tally.pain[at("SK")] = 7 / rules.members[at("SK")]!.gdp;
    },
    0.7,
  ],
  ["europe-blocked", "beijing", { times: 1 }, (s) => count(s, yes("DE")), 1],
  [
    "squeezes-apart",
    "beijing",
    { weeks: 52 },
    (s) => {
      turnValve(rules, s, 0, "go-slow", silent);
      turnValve(rules, s, 0, "case-by-case", silent);
      s.tick = 30;
      turnValve(rules, s, 0, "go-slow", silent);
    },
    30,
  ],
  [
    "yields",
    "beijing",
    { times: 1 },
    (s) => {
      turnValve(rules, s, 0, "go-slow", silent);
      giveWay(rules, s, silent);
      giveWay(rules, s, silent);
    },
    1,
  ],
  [
    "sales",
    "IE",
    { sectors: ["agrifood"], share: 0.9 },
    (s, m) => {
      for (let w = 1; w <= 4; w++) {
        s.tick = w;
        const k = indexOf(rules.sectors, "agrifood") * rules.M + m;
        s.trade.exports[k] = 0.5 * rules.members[m]!.exports[indexOf(rules.sectors, "agrifood")]!;
        tallyWeek(rules, s);
      }
    },
    // The usual course of sales to China shrinks a little by the week.
    0.501,
  ],
  [
    "lines",
    "CZ",
    { share: 0.08 },
    (s, m) => {
      s.members[m]!.linesStopped = 0.25 * rules.members[m]!.lines;
      tallyWeek(rules, s);
    },
    0.25,
  ],
  [
    "shortage",
    "NL",
    { input: "chips", weeks: 4 },
    (s, m) => {
      s.inputs[3]!.loss[m] = 1;
      for (let w = 0; w < 5; w++) tallyWeek(rules, s);
    },
    5,
  ],
  ["stores", "DK", { input: "magnets", weeks: 6 }, (s, m) => (s.inputs[0]!.stock[m] = 7.3), 7.5],
  ["votes-sunk", "MT", { ballots: ["abstain"], most: 0 }, (s) => count(s, yes(...FOURTEEN)), 1],
  ["pivotal", "MT", { times: 1, count: "any" }, (s) => count(s, yes(...FOURTEEN, "MT")), 1],
  ["pivotal", "MT", { times: 1, count: "states" }, (s) => count(s, yes(...FOURTEEN, "MT")), 1],
  [
    "with-outcome",
    "LU",
    { share: 0.7 },
    (s) => {
      count(s, yes(...FOURTEEN, "LU"));
      Object.assign(s.files.find((f) => f.id === "accelerator-act")!, { stage: "proposal", gate: 0 });
      count(s, yes(...FOURTEEN, "MT"));
    },
    0.5,
  ],
  [
    "both-ways",
    "SK",
    {},
    (s) => {
      count(s, yes("SK"));
      count(s, { SK: "against" });
    },
    2,
  ],
  [
    "last-to-vote",
    "AT",
    { most: 0 },
    (s, m) => {
      const vote = openVote(rules, s, s.files.find((f) => f.id === "accelerator-act")!, "for", silent);
      vote.cast = rules.members.map((_, k) => (k === m ? null : "for"));
      castBallot(rules, s, vote.id, m, "for");
    },
    1,
  ],
  ["own-items", "FR", { times: 1 }, (s) => count(s, yes(...FOURTEEN, "MT"), { by: "FR" }), 1],
  [
    "votes-traded",
    "CZ",
    { times: 1 },
    (s) =>
      s.contracts.push(
        agreement({
          parties: ["CZ", "PL"],
          terms: [
            term({ by: "CZ", metric: "ballot", state: "kept" }),
            term({ by: "PL", metric: "share-stock" }),
          ],
        }),
      ),
    1,
  ],
  [
    "caucus",
    "CY",
    { times: 1, role: "leader" },
    (s) => {
      const block = (["CY", "MT", "LU", "EE", "SI"] as const).map((code) => ({ code, says: "for" as const }));
      count(s, yes(...FOURTEEN), { block });
    },
    1,
  ],
  [
    "caucus",
    "SI",
    { times: 1, role: "member" },
    (s) => {
      const block = (["CY", "MT", "LU", "EE", "SI"] as const).map((code) => ({ code, says: "for" as const }));
      count(s, yes(...FOURTEEN), { block });
    },
    1,
  ],
  [
    "soft-texts",
    "SI",
    { times: 1 },
    (s) => {
      s.members[at("SI")]!.points = 5;
      expect(order(s, "SI", { kind: "write-report", file: "accelerator-act", text: "soft" })).toBeNull();
    },
    1,
  ],
  [
    "presidency",
    "IE",
    { files: "any", times: 1 },
    (s) => ((s.tick = 7), count(s, yes(...FOURTEEN, "MT"))),
    1,
  ],
  [
    "promises-won",
    "RO",
    { times: 1 },
    (s, m) =>
      count(s, yes(...FOURTEEN, "MT"), { pledged: rules.members.map((_, k) => (k === m ? 0.25 : 0)) }),
    1,
  ],
  [
    "term",
    "FR",
    { metric: "china-duty", about: "agrifood" },
    (s) =>
      s.contracts.push(
        agreement({ parties: ["beijing", "commission"], terms: [term({ about: "agrifood" })] }),
      ),
    1,
  ],
  ["card", "FI", { card: "E66", options: ["full"] }, (s) => (s.outcomes["E66/FI"] = "full"), 1],
  [
    "card",
    "FI",
    { card: "E66", options: ["full"], unstopped: "graphite" },
    (s) => {
      s.outcomes["E66/FI"] = "full";
      // A go-slow, and a stop of something else, are no embargo on it.
      turnValve(rules, s, indexOf(rules.inputs, "graphite"), "go-slow", silent);
      turnValve(rules, s, indexOf(rules.inputs, "chips"), "embargo", silent);
      tallyWeek(rules, s);
    },
    1,
  ],
  ["plants-running", "PL", { times: 1 }, (s) => (project(s, "poland-magnets").stage = "operating"), 1],
  ["plant-late", "ES", { project: "zaragoza", most: 4 }, (s) => (project(s, "zaragoza").weeksLeft += 9), 9],
  ["plant-financed", "EE", { project: "narva-two" }, (s) => (project(s, "narva-two").stage = "building"), 1],
  ["chinese-plants", "HU", { billion: 2 }, (s, m) => (s.members[m]!.plants = 2.4), 2.4],
  [
    "deals",
    "SE",
    { most: 0 },
    (s) =>
      answerOffer(
        rules,
        s,
        makeOffer(rules, s, { to: "SE", gift: "order", ask: "silence", vote: "" }),
        "take",
        silent,
      ),
    1,
  ],
  ["exposures", "PT", { most: 0 }, (s, m) => (s.tally.exposed[m] = 1), 1],
  [
    "picked-out",
    "LU",
    { most: 0 },
    (s, m) => {
      holdGoods(rules, s, m, 2, silent);
      aimLicences(rules, s, [m], false, silent);
      aimLicences(rules, s, [m], true, silent);
    },
    2,
  ],
  [
    "probes",
    "BE",
    { sector: "chemicals", most: 0 },
    (s) => {
      s.beijing.points = 9;
      expect(order(s, "beijing", { kind: "open-probe", sector: "chemicals" })).toBeNull();
    },
    1,
  ],
  [
    "holds-ignored",
    "LT",
    { most: 0 },
    (s) => {
      holdGoods(rules, s, at("SK"), 3, silent);
      holdGoods(rules, s, at("SK"), 2, silent);
      s.beijing.bans[0]!.exposed = true;
      s.tick = 60;
      customsWeek(rules, s, silent);
    },
    1,
  ],
  [
    "fund",
    "RO",
    { payout: "need" },
    (s) => void Object.assign(s.commission, { fund: 1, fundFrom: 0, payout: "need" }),
    1,
  ],
  [
    "store-used",
    "IT",
    { weeks: 0.5 },
    (s) => ((s.inputs[0]!.released = 0.3), tallyWeek(rules, s), tallyWeek(rules, s)),
    0.6,
  ],
  ["recycling", "AT", { input: "magnets", share: 0.04 }, (s) => (s.inputs[0]!.recycling = 0.05), 0.05],
  ["helped", "BG", { times: 1 }, (s) => share(s, "DE", "BG"), 1],
  [
    "received",
    "HR",
    { million: 40 },
    (s) => {
      const parties: Seat[] = ["commission", "HR"];
      s.contracts.push(
        agreement({
          parties,
          terms: [term({ by: "commission", metric: "payment", about: "HR", start: 60 })],
        }),
      );
    },
    60,
  ],
  ["shared", "EE", { times: 1 }, (s) => share(s, "EE", "LV"), 1],
  ["solidarity", "LT", { times: 2 }, (s) => (s.tally.solidarity[at("LT")] = 2), 2],
];

/** A capital sends another some magnets that it lacks. */
function share(state: State, from: Seat, to: MemberCode): void {
  state.inputs[0]!.gap[at(to)] = 0.2;
  expect(order(state, from, { kind: "share-stock", input: "magnets", to })).toBeNull();
}

describe("each kind of goal is read off what happened", () => {
  test.each(ROWS)("%s of %s", (kind, seat, figures, make, have) => {
    const goal = { kind, text: "t", ...figures } as Goal;
    const m = seat === "commission" || seat === "beijing" ? -1 : at(seat);
    const state = position();
    const before = readGoal(rules, state, goal, m);
    make(state, m);
    expect(readGoal(rules, state, goal, m)).toBeCloseTo(have, 9);
    expect(readGoal(rules, state, goal, m)).not.toBe(before);
  });

  test("and the list is complete", () =>
    expect([...new Set(ROWS.map(([kind]) => kind))].sort()).toEqual(Object.keys(SCALES).sort()));
});

test("a vote that was given for nothing, or to Brussels, was not traded", () => {
  const state = position();
  const goal = { kind: "votes-traded", times: 1, text: "t" } as Goal;
  const [vote, back] = [
    term({ by: "CZ", metric: "ballot", state: "kept" }),
    term({ by: "PL", metric: "share-stock" }),
  ];
  const paid = term({ by: "commission", metric: "payment", about: "CZ" });
  state.contracts.push(
    agreement({ parties: ["CZ", "PL"], terms: [vote] }),
    agreement({ parties: ["CZ", "commission"], terms: [vote, paid] }),
  );
  expect(readGoal(rules, state, goal, at("CZ"))).toBe(0);
  state.contracts.push(agreement({ parties: ["CZ", "PL"], terms: [vote, back] }));
  expect(readGoal(rules, state, goal, at("CZ"))).toBe(1);
});

test("a fund that pays by another rule than was wanted is not the fund that was wanted", () => {
  const state = position();
  const goal = rules.members[at("RO")]!.goals.find(({ kind }) => kind === "fund")!;
  Object.assign(state.commission, { fund: 1, fundFrom: 0, payout: "key" });
  expect(readGoal(rules, state, goal, at("RO"))).toBe(0);
  state.commission.payout = "need";
  expect(readGoal(rules, state, goal, at("RO"))).toBe(1);
});

test("a screening without an embargo: one week in which nothing is licensed is the end of it", () => {
  const goal: Goal = { kind: "card", card: "E66", options: ["full"], unstopped: "graphite", text: "t" };
  const state = position();
  const graphite = indexOf(rules.inputs, "graphite");
  const read = () => readGoal(rules, state, goal, at("FI"));
  state.outcomes["E66/FI"] = "full";
  tallyWeek(rules, state);
  expect(read()).toBe(1);
  turnValve(rules, state, graphite, "embargo", silent);
  tallyWeek(rules, state);
  turnValve(rules, state, graphite, "free", silent);
  tallyWeek(rules, state);
  expect(read()).toBe(0);
});

test("a promise for one's vote counts in writing too, where the other side gives something for it", () => {
  const won = (by: Seat): number => {
    const state = fresh();
    const sold = term({ by: "RO", metric: "ballot", about: "accelerator-act", value: 1 });
    const price = term({ by, metric: "payment", about: "RO", value: 20 });
    state.contracts.push(agreement({ parties: ["commission", "RO"], terms: [sold, price] }));
    count(state, yes(...FOURTEEN, "MT"));
    return state.tally.deeds[at("RO")]!.promised;
  };
  expect([won("commission"), won("RO")]).toEqual([1, 0]);
});

test("a vote that fails is nobody's fault when more than one was missing, nor of those who were for it", () => {
  const state = position();
  count(state, yes(...FOURTEEN.slice(1)));
  for (const { sunk } of state.tally.deeds) expect(sunk).toEqual({ for: 0, abstain: 0, against: 0 });
  count(state, yes(...FOURTEEN));
  expect(state.tally.deeds[at("DE")]!.sunk).toEqual({ for: 0, abstain: 0, against: 0 });
  expect(state.tally.deeds[at("MT")]!.sunk.abstain).toBe(1);
});

test("a state that is pivotal by its people alone does not count for the number of states", () => {
  const state = position();
  const all = rules.members
    .map((m) => m.code)
    .filter((code) => !["DE", "FR", "NL", "LU", "MT"].includes(code));
  count(state, yes(...all));
  expect(state.tally.deeds[at("DE")]).toMatchObject({ pivotal: 1, tipped: 0 });
});

test("a goal that asks for enough is reached at it, one that forbids is lost beyond it", () => {
  const least = { kind: "helped", times: 2, text: "t" } as const;
  const most = { kind: "lines", share: 0.1, text: "t" } as const;
  expect([1, 2, 3].map((x) => isReached(least, x))).toEqual([false, true, true]);
  expect([0.09, 0.1, 0.11].map((x) => isReached(most, x))).toEqual([true, true, false]);
});

describe("points", () => {
  test("8 for the first and 7 for the second, for every seat alike", () => {
    const { goalFirst, goalSecond } = rules.model.score;
    expect([goalFirst, goalSecond]).toEqual([8, 7]);
    const state = fresh();
    expect(goalsOf(rules)).toHaveLength(SEATS.length);
    goalsOf(rules).forEach((goals, seat) => {
      expect(goals).toHaveLength(2);
      const reached = goals.map((goal) => isReached(goal, readGoal(rules, state, goal, seat - 2)));
      expect(goalPoints(rules, state, seat)).toBe((reached[0] ? 8 : 0) + (reached[1] ? 7 : 0));
    });
  });
});

describe("what a seat sees", () => {
  const state = fresh();
  for (let w = 0; w < 3; w++) week(rules, state, silent);

  test("is its own goals as they stand at the end of the week", () => {
    for (const [k, seat] of SEATS.entries()) {
      const place = k < 2 ? k : at(seat) + 2;
      expect(view(rules, state, seat).own.goals).toEqual(state.goals[place]);
    }
    expect(view(rules, state, "observer").own.goals).toEqual([]);
    goalsWeek(rules, state);
  });

  test("is nothing of another's", () => {
    const other = clone(state);
    other.goals = other.goals.map((goals, place) =>
      place === at("HU") + 2 ? goals : goals.map((x) => x + 1),
    );
    expect(view(rules, other, "HU")).toEqual(view(rules, state, "HU"));
    expect(view(rules, other, "DE")).not.toEqual(view(rules, state, "DE"));
  });
});

test("goals name what there is, and offices have goals of offices", () => {
  for (const goals of goalsOf(rules))
    for (const goal of goals) {
      expect(needOf(goal)).toBeGreaterThanOrEqual(0);
      expect(goal.text).toMatch(/^[A-Z].*\.$/);
    }
  expect(compile(scenario).goals).toEqual(rules.goals);
});
