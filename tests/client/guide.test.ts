// The guide without a browser: what it says about orders, clocks, votes and scores is what the rules do.

import { describe, expect, test } from "vitest";
import { verdictOf } from "../../client/guide/council.tsx";
import { FUSES, fusesOf, ordersOf } from "../../client/guide/orders.ts";
import { exampleOf } from "../../client/guide/talks.tsx";
import { text } from "../../client/guide/text.ts";
import { pagePath, parseRoute, READING_PAGES } from "../../client/route.ts";
import { speech } from "../../client/speech.ts";
import { unchecked } from "../../client/talks/broken.ts";
import { titleText } from "../../client/talks/term.ts";
import { words } from "../../client/words.ts";
import { MOVES } from "../../shared/moves/list.ts";
import { checkDraft } from "../../shared/moves/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import { clone } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import {
  baseline,
  beijingScore,
  type Course,
  commissionScore,
  memberScore,
  runOn,
} from "../../shared/world/score.ts";
import { newState } from "../../shared/world/start.ts";
import { week } from "../../shared/world/week.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const { rules } = brussels;
const { guide } = text;

describe("addresses", () => {
  test.each(READING_PAGES)("%s has one, and a link on the start page", (page) => {
    expect(parseRoute(pagePath(page))).toEqual({ kind: page });
    expect(parseRoute(`${pagePath(page)}/`)).toEqual({ kind: page });
    expect(words.start.links[page]).toBeTruthy();
  });

  test("others lead where they did", () => {
    expect(parseRoute("/guides")).toEqual({ kind: "nowhere", path: "/guides" });
    expect(parseRoute("/j/guide")).toEqual({ kind: "join", code: "guide" });
    expect(parseRoute("/t/K7P4QX")).toEqual({ kind: "table", code: "K7P4QX" });
  });
});

describe("orders", () => {
  const orders = ordersOf(rules);

  test("every move stands once, under the office that may make it", () => {
    const shown = Object.entries(orders).flatMap(([office, list]) =>
      list.map(({ kind }) => `${office} ${kind}`),
    );
    expect([...shown].sort()).toEqual(MOVES.map(({ office, kind }) => `${office} ${kind}`).sort());
    for (const list of Object.values(orders))
      for (const { kind } of list) expect(speech.moves[kind].title).toBeTruthy();
  });

  test("prices are those of the scenario, variants and money included", () => {
    const of = (kind: string) =>
      Object.values(orders)
        .flat()
        .find((order) => order.kind === kind)!;
    const { cost, moves } = rules.model;
    expect(of("table-package").points).toEqual([cost["table-package"], cost["table-package"]]);
    expect(of("send-envoy").points).toEqual([cost["send-envoy"], cost["send-envoy/big"]]);
    // All gallium that the reserve takes costs less than the usual least order.
    expect(of("order-stock").money).toEqual([16, moves.stockMost]);
    expect(of("set-licence-mode").money).toBeUndefined();
  });

  test("first effects are spans of weeks; what cannot be ordered yet has none", () => {
    const all = Object.values(orders).flat();
    expect(all.find((order) => order.kind === "order-stock")!.bite).toEqual([
      rules.model.inputs.stockDelay,
      rules.model.inputs.stockDelay,
    ]);
    expect(all.find((order) => order.kind === "declare-emergency")!.bite).toBeUndefined();
    for (const { bite } of all) if (bite) expect(bite[0]).toBeLessThanOrEqual(bite[1]);
  });

  test("a small scenario has a guide as well", () => {
    expect(Object.values(ordersOf(tiny.rules)).flat()).toHaveLength(MOVES.length);
  });

  test("who is quick, who is slow: by the law’s clock, Beijing first, the quickest first", () => {
    const fuses = fusesOf(rules, orders);
    const { law, inputs } = rules.model;
    const weeks = Object.fromEntries(fuses.map((fuse) => [fuse.id, fuse.weeks]));
    expect(fuses.map((fuse) => fuse.id).sort()).toEqual([...FUSES].sort());
    expect(weeks.subsidy).toBe(law.provisional);
    expect(weeks.law).toBe(law.lawCouncil + law.voteWindow + 1 + law.lawForce);
    expect(weeks.plant).toBe(inputs.permitWeeks + inputs.buildWeeks + inputs.rampWeeks);
    const sides = fuses.map((fuse) => fuse.side);
    expect(sides.lastIndexOf("beijing")).toBeLessThan(sides.indexOf("europe"));
    for (const side of ["beijing", "europe"]) {
      const own = fuses.filter((fuse) => fuse.side === side).map((fuse) => fuse.weeks);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });
});

describe("talks", () => {
  test("the example is the scenario's first agreement, measured, and could be tabled as it stands", () => {
    const draft = exampleOf(rules)!;
    expect(draft.template).toBe("licence-benchmark");
    expect(unchecked(draft)).toEqual([]);
    const state = newState(rules, { seed: 1, weeks: 104 });
    const seen = view(rules, state, "commission");
    expect(checkDraft(rules, seen, state.talks[0]!, draft)).toBeNull();
    for (const term of draft.terms) expect(titleText(rules, [], term)).toMatch(/^[A-Z]/);
  });

  test("a small scenario has one as well", () => {
    expect(exampleOf(tiny.rules)?.terms.length).toBeGreaterThan(1);
  });
});

describe("the Council to try out", () => {
  const real = rules.members.map((member) => member.evVote);
  const all = (ballot: "for" | "abstain" | "against") => rules.members.map(() => ballot);

  test("the same ballots pass a duty and fail a law", () => {
    const duty = verdictOf(rules, { rule: "unless-against", cast: real });
    const law = verdictOf(rules, { rule: "for", cast: real });
    expect(duty[0]).toBe(guide.council.passes);
    expect(duty[1]).toContain("5 states with 22.42");
    expect(duty).not.toContain(guide.council.appeal);
    expect(law[0]).toBe(guide.council.fails);
    expect(law[1]).toContain("10 states with 46.04");
  });

  test("abstaining lets a duty through and stops a law", () => {
    expect(verdictOf(rules, { rule: "unless-against", cast: all("abstain") })[0]).toBe(guide.council.passes);
    expect(verdictOf(rules, { rule: "for", cast: all("abstain") })[0]).toBe(guide.council.fails);
  });

  test("names who could turn it alone, or together, or how many it takes", () => {
    // 14 states with enough people: any one more would do.
    const fourteen = [...rules.members].sort((a, b) => b.population - a.population).slice(0, 14);
    const cast = rules.members.map((m) => (fourteen.includes(m) ? ("for" as const) : ("abstain" as const)));
    expect(verdictOf(rules, { rule: "for", cast }).at(-1)).toMatch(/knife/);
    expect(verdictOf(rules, { rule: "for", cast: all("abstain") }).at(-1)).toMatch(/15 states or more/);
    const thirteen = cast.map((ballot, m) => (rules.members[m]!.code === "CZ" ? "abstain" : ballot));
    expect(verdictOf(rules, { rule: "for", cast: thirteen }).at(-1)).toMatch(/^Together, /);
  });

  test("a duty that most states are against goes to the appeal committee", () => {
    const small = [...rules.members].sort((a, b) => a.population - b.population).slice(0, 14);
    const cast = rules.members.map((m) => (small.includes(m) ? ("against" as const) : ("for" as const)));
    expect(verdictOf(rules, { rule: "unless-against", cast })).toContain(guide.council.appeal);
  });
});

describe("scores", () => {
  type Term = [low: (c: Course) => unknown, high: (c: Course) => unknown];

  /** Goals that hang on nothing else. */
  const apart: Rules["goals"]["beijing"] = [1, 2].map(() => ({
    kind: "squeezes-apart",
    weeks: 52,
    text: "",
  }));
  const GOALS: Term = [(c) => (c.state.tally.squeezedAt = [0, 9]), (c) => (c.state.tally.squeezedAt = [])];
  /** Full marks of each term are what the guide says; parts of a term that start below it are set to begin at it. */
  const even: Rules = {
    ...tiny.rules,
    members: tiny.rules.members.map((member) => ({ ...member, goals: apart })),
    goals: { commission: apart, beijing: apart },
    model: {
      ...tiny.rules.model,
      score: { ...tiny.rules.model.score, gapKept: 1, growthKept: 1, growthGap: 0, painKept: 1 },
    },
  };
  const T = 104;
  const still = baseline(even, newState(even, { seed: 1, weeks: 400 }), T, week);
  const stillLater = runOn(even, still, even.model.score.runOn);

  function course(change: (c: Course) => unknown): Course {
    const c: Course = {
      ...{ state: { ...clone(still), weeks: T }, later: clone(stillLater), still, stillLater },
      ...{ verdict: "unfinished-business", early: false, k: 1 },
    };
    change(c);
    return c;
  }

  const COMMISSION: Term[] = [
    [(c) => (c.later.leverage.gone = 0), (c) => (c.later.leverage.gone = 1)],
    [(c) => (c.later.tally.loss = 1e6), (c) => (c.later.tally.loss = -1e6)],
    [(c) => (c.state.tally.cohesion = 0), (c) => (c.state.tally.cohesion = 100 * T)],
    [
      (c) => Object.assign(c.state.tally, { qualityWeeks: 0, assuranceWeeks: 0 }),
      (c) => {
        c.state.tally.qualityWeeks = T;
        c.state.trade.access = 9;
      },
    ],
    [(c) => (c.state.legitimacy = 0), (c) => (c.state.legitimacy = 100)],
    GOALS,
  ];

  const BEIJING: Term[] = [
    [(c) => c.later.trade.imports.fill(0), (c) => c.later.trade.imports.fill(1e6)],
    [(c) => (c.state.beijing.squeezes = 99), (c) => (c.state.beijing.squeezes = 0)],
    [(c) => (c.later.leverage.gone = 1), (c) => (c.later.leverage.gone = -1)],
    [
      (c) => {
        Object.assign(c.state.commission, { obligation: "strict", snapback: true });
        Object.assign(c.state.tally, { failedVotes: 0, acceptedOffers: 0, assuranceWeeks: 0 });
      },
      (c) => (c.state.beijing.yields = 99),
    ],
    [(c) => (c.state.tally.qualityWeeks = 0), (c) => (c.state.tally.qualityWeeks = T)],
    [(c) => (c.state.beijing.face = 0), (c) => (c.state.beijing.face = 100)],
    [(c) => (c.state.beijing.reputation = 0), (c) => (c.state.beijing.reputation = 100)],
    GOALS,
  ];

  const MEMBER: Term[] = [
    [(c) => (c.state.tally.pain[0] = 1e6), (c) => (c.state.tally.pain[0] = 0)],
    [(c) => c.state.tally.sold.fill(0), (c) => c.state.tally.sold.fill(1e6)],
    [
      (c) => {
        for (const project of c.state.projects) project.stage = "dead";
        c.state.members[0]!.plants = 0;
      },
      (c) => (c.state.members[0]!.plants = 1e3),
    ],
    [(c) => (c.state.members[0]!.standing = 0), (c) => (c.state.members[0]!.standing = 99)],
    GOALS,
  ];

  const SEATS = [
    ["commission", COMMISSION, (c: Course) => commissionScore(even, c)],
    ["beijing", BEIJING, (c: Course) => beijingScore(even, c)],
    ["member", MEMBER, (c: Course) => memberScore(even, c, 0)],
  ] as const;

  test.each(SEATS)("the terms of the %s are worth what the guide says, 100 in all", (seat, terms, score) => {
    const told = guide.end[seat].map(([points]) => points);
    const worth = terms.map(([low, high]) => score(course(high)) - score(course(low)));
    worth.forEach((points, k) => {
      expect(points, guide.end[seat][k]![1]).toBeCloseTo(told[k]!, 6);
    });
    expect(told.reduce((a, b) => a + b, 0)).toBe(100);
  });
});

test("the limits say how many groups of inputs can stop", () => {
  const licensed = rules.inputs.filter((input) => input.stockable).length;
  expect(licensed).toBe(4);
  expect(rules.inputs).toHaveLength(5);
  expect(guide.limits.join(" ")).toContain("only four groups of inputs can stop");
});

describe("run sheets", () => {
  const { lesson, workshop } = guide.teachers;

  test.each([
    [45, lesson, "class"],
    [90, workshop, "workshop"],
  ] as const)("%i minutes without a gap, enough of them to play and to talk", (minutes, sheet, preset) => {
    const ends = sheet.rows.map((row) => row.to);
    expect(sheet.rows.map((row) => row.from)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(minutes);
    const spent = (wanted: RegExp) =>
      sheet.rows.filter((row) => wanted.test(row.what)).reduce((sum, row) => sum + row.to - row.from, 0);
    const { weeks, secondsPerWeek } = rules.presets[preset];
    const [low = 0, high = 0] = sheet.play;
    expect(low).toBeGreaterThan((weeks * secondsPerWeek) / 60);
    expect(spent(/^Play|Freeze/)).toBeGreaterThanOrEqual(high - 2);
    const talk = spent(/Debrief|Review|Close|Out of/) / minutes;
    expect(talk).toBeGreaterThanOrEqual(0.25);
    expect(talk).toBeLessThanOrEqual(0.35);
  });
});
