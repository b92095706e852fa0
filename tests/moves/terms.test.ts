// Drafts: what may stand in them, when they may be tabled, and what signing does.

import { describe, expect, test } from "vitest";
import { lateOf } from "../../client/talks/termrow.tsx";
import { silent } from "../../shared/explain.ts";
import { begun, countOf } from "../../shared/moves/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Draft, State, Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { isEuropesStep, STEP_DOWN } from "../../shared/world/agreement.ts";
import { examine } from "../../shared/world/coercion.ts";
import { openVote } from "../../shared/world/council.ts";
import { sign } from "../../shared/world/signing.ts";
import { answeringLast, LICENCES, tabling } from "../helpers/agreement.ts";
import { file, m, order, pass, play, position, type Row, rules } from "../helpers/order.ts";

const { talksFirst, talksEvery } = rules.calendar;
const { contracts: c } = rules.model;

const draft = (terms: Partial<Term>[], more: object = {}) =>
  tabling(
    terms.map((t) => ({ ...LICENCES, ...t })),
    more,
  );

const meet = (state: State) => {
  state.tick = talksFirst;
};
/** Beijing and Czechia in a room of their own. */
const private_ = (state: State) => {
  order(state, "beijing", { kind: "open-talk", seats: ["CZ"] });
};
const inRoom =
  (terms: Partial<Term>[], more: object = {}) =>
  (state: State) =>
    draft(terms, { talk: state.talks.at(-1)!.id, ...more });

const LANE: Partial<Term> = {
  ...{ by: "beijing", metric: "fast-lane", about: "CZ" },
  ...{ value: 1.5, weeks: 26, measure: "public" },
};
const VOTE: Partial<Term> = {
  ...{ by: "CZ", metric: "ballot", about: "accelerator-act" },
  ...{ value: 0, weeks: 26, measure: "public" },
};

const BARE: Partial<Term> = {
  ...{ by: "beijing", metric: "throughput", about: "all" },
  ...{ value: 1, weeks: 13, measure: "none" },
};

const step = (value: number, weeks: number): Partial<Term> => ({
  ...{ by: "beijing", metric: "access", about: "" },
  ...{ value, weeks, measure: "public" },
});

const ROWS: Row[] = [
  {
    name: "Brussels opens at a session, for a point",
    seat: "commission",
    given: meet,
    order: draft([{}]),
    does: (after, before) => {
      expect(after.proposals.at(-1)).toMatchObject({ number: 1, accepted: ["commission"], state: "open" });
      expect(before.commission.points - after.commission.points).toBe(
        rules.model.cost["table-terms/opening"],
      );
    },
  },
  {
    name: "between sessions",
    seat: "commission",
    order: draft([{}]),
    refused: { code: "no-session", until: talksFirst },
  },
  {
    name: "after a session the next one is named",
    seat: "beijing",
    given: (state) => {
      state.tick = talksFirst + c.sessionWeeks;
    },
    order: draft([{}]),
    refused: { code: "no-session", until: talksFirst + talksEvery },
  },
  {
    name: "a counter-draft is free, also between sessions",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "commission", draft([{}]));
      state.tick = talksFirst + c.sessionWeeks;
    },
    order: draft([{ value: 0.9 }]),
    does: (after, before) => {
      expect(after.proposals.map((p) => p.state)).toEqual(["countered", "open"]);
      expect(after.beijing.points).toBe(before.beijing.points);
    },
  },
  {
    name: "a capital and Beijing need no session",
    seat: "beijing",
    given: private_,
    order: inRoom([LANE, VOTE], { secret: true }),
    does: (after) => expect(after.proposals.at(-1)).toMatchObject({ secret: true, state: "open" }),
  },
  {
    name: "about somebody who does not sit there",
    seat: "beijing",
    given: private_,
    order: inRoom([{ ...LANE, about: "HU" }]),
    refused: { code: "not-a-party", what: "HU" },
  },
  {
    name: "a promise by somebody who does not sit there",
    seat: "beijing",
    given: private_,
    order: inRoom([{ ...VOTE, by: "SK" }]),
    refused: { code: "not-a-party", what: "SK" },
  },
  {
    name: "what another office alone can promise",
    seat: "commission",
    given: meet,
    order: draft([{ by: "commission" }]),
    refused: { code: "not-theirs", what: "throughput" },
  },
  {
    name: "a threshold out of range",
    seat: "commission",
    given: meet,
    order: draft([{ value: 7 }]),
    refused: { code: "out-of-range", need: 1.5 },
  },
  {
    name: "a window longer than the agreement",
    seat: "commission",
    given: meet,
    order: draft([{ weeks: 60 }]),
    refused: "out-of-range",
  },
  ...[c.windowMost + 1, c.windowLeast - 1].map(
    (weeks): Row => ({
      name: `a window of ${weeks} weeks, over which nobody looks back`,
      seat: "commission",
      given: meet,
      order: draft([{ weeks }]),
      refused: {
        ...{ code: "out-of-range", what: "window" },
        ...{ have: weeks, need: weeks > c.windowMost ? c.windowMost : c.windowLeast },
      },
    }),
  ),
  {
    name: "no window where everybody sees each week, nor where nobody looks",
    seat: "commission",
    given: meet,
    order: draft([
      { metric: "no-new-control", value: 0, weeks: 52, measure: "public" },
      { weeks: 52, measure: "none" },
    ]),
    does: (after) => expect(after.proposals.at(-1)!.terms.map(({ weeks }) => weeks)).toEqual([52, 52]),
  },
  {
    name: "an agreement too long",
    seat: "commission",
    given: meet,
    order: draft([{}], { weeks: 200 }),
    refused: { code: "out-of-range", need: c.weeksMost },
  },
  {
    name: "an input that does not exist",
    seat: "commission",
    given: meet,
    order: draft([{ about: "unobtainium" }]),
    refused: { code: "no-such-thing", what: "input" },
  },
  {
    name: "an answer to coercion is no case that can be bargained shut",
    seat: "commission",
    given: (state) => {
      meet(state);
      const { id } = examine(rules, state, silent);
      Object.assign(file(state, id), { id: "the-answer", sector: 0, remedy: "duties", stage: "council" });
    },
    order: draft([
      { by: "commission", metric: "close-case", about: "the-answer", value: 0, measure: "public" },
    ]),
    refused: { code: "no-such-thing", what: "case" },
  },
  {
    name: "figures that only a body can know, called public",
    seat: "commission",
    given: meet,
    order: draft([{ measure: "public" }]),
    refused: { code: "cannot-observe" },
  },
  {
    name: "the same term twice",
    seat: "commission",
    given: meet,
    order: draft([{}, { value: 0.8 }]),
    refused: "already-so",
  },
  {
    name: "one promise in steps, each by a later week and further",
    seat: "commission",
    given: meet,
    order: draft([step(0.15, 13), step(0.3, 26), step(0.45, 39)]),
    does: (after) => expect(after.proposals.at(-1)!.terms).toHaveLength(3),
  },
  {
    name: "two steps by the same week",
    seat: "commission",
    given: meet,
    order: draft([step(0.15, 13), step(0.3, 13)]),
    refused: { code: "already-so", what: "access" },
  },
  {
    name: "a later step that goes no further: one deed would keep both",
    seat: "commission",
    given: meet,
    order: draft([step(0.15, 13), step(0.15, 26)]),
    refused: { code: "already-so", what: "access" },
  },
  {
    name: "more terms than an agreement holds",
    seat: "commission",
    given: meet,
    order: draft(
      [
        "vehicles",
        "machinery",
        "metals",
        "consumer",
        "agrifood",
        "chemicals",
        "electrical",
        "electronics",
        "all",
      ].map((about) => ({
        ...{ by: "commission", metric: "no-new-case", about },
        ...{ value: 0, measure: "public" },
      })) as Partial<Term>[],
    ),
    refused: "limit-reached",
  },
  {
    name: "a secret of Brussels and Beijing",
    seat: "commission",
    given: meet,
    order: draft([{}], { secret: true }),
    refused: "must-be-open",
  },
  {
    name: "a snapback without the law for it",
    seat: "commission",
    given: meet,
    order: draft([{}], { snapback: true }),
    refused: { code: "not-open", what: "snapback" },
  },
  {
    name: "a snapback on a promise that nobody measures",
    seat: "commission",
    given: (state) => {
      meet(state);
      state.commission.snapback = true;
    },
    order: draft([{ measure: "none" }], { snapback: true }),
    refused: { code: "cannot-observe", what: "snapback" },
  },
  {
    name: "a vote that has been held",
    seat: "beijing",
    given: (state) => {
      private_(state);
      file(state, "accelerator-act").stage = "in-force";
    },
    order: inRoom([VOTE]),
    refused: { code: "too-late", what: "vote" },
  },
  {
    name: "gifts beyond Beijing's means",
    seat: "beijing",
    given: (state) => {
      private_(state);
      state.beijing.points = 0;
    },
    order: inRoom([LANE]),
    refused: "not-enough-points",
  },
  { name: "at a table of others", seat: "DE", given: meet, order: draft([{}]), refused: "no-such-thing" },
  {
    name: "signing brings it into force",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "commission", draft([{ metric: "licence-days", value: 25 }]));
    },
    order: answeringLast,
    does: (after) => {
      expect(after.contracts.at(-1)).toMatchObject({
        state: "kept",
        until: talksFirst + 52,
        verified: c.registerQuality,
      });
      expect(after.inputs[0]!.licenceWeeks * 7).toBeLessThan(25);
      expect(after.news.at(-1)).toMatchObject({ code: "agreement-signed", to: [] });
    },
  },
  {
    name: "a promise nobody checks, signed under a squeeze, is giving in",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
      order(state, "commission", draft([BARE]));
    },
    order: answeringLast,
    does: (after, before) => {
      expect(before.beijing.squeezeSince).toBeGreaterThanOrEqual(0);
      expect(after.beijing.yields - before.beijing.yields).toBe(1);
      expect(after.resolve).toBeLessThan(before.resolve);
    },
  },
  {
    name: "the same without a squeeze is not",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "commission", draft([BARE]));
    },
    order: answeringLast,
    does: (after, before) => {
      expect(after.beijing.yields).toBe(before.beijing.yields);
      expect(after.resolve).toBe(before.resolve);
    },
  },
  {
    name: "a second one in the same squeeze is a sign of weakness and no second yield",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
      state.beijing.squeezePain = -1;
      state.beijing.yields = 1;
      order(state, "commission", draft([BARE]));
    },
    order: answeringLast,
    does: (after, before) => {
      expect(after.beijing.yields).toBe(1);
      expect(after.resolve).toBeCloseTo(before.resolve - rules.model.resolve.lapse, 9);
    },
  },
  {
    name: "nor is a benchmark signed under one",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
      order(state, "commission", draft([{ metric: "licence-days", value: 25 }]));
    },
    order: answeringLast,
    does: (after, before) => expect(after.beijing.yields).toBe(before.beijing.yields),
  },
  {
    name: "one's own draft cannot be signed twice",
    seat: "commission",
    given: (state) => {
      meet(state);
      order(state, "commission", draft([{}]));
    },
    order: answeringLast,
    refused: "already-so",
  },
  {
    name: "refused, it is off the table",
    seat: "beijing",
    given: (state) => {
      meet(state);
      order(state, "commission", draft([{}]));
    },
    order: (state) => answeringLast(state, "reject"),
    does: (after) => expect(after.proposals.at(-1)!.state).toBe("rejected"),
  },
  {
    name: "a draft that has become impossible is not signed",
    seat: "CZ",
    given: (state) => {
      private_(state);
      order(state, "beijing", inRoom([LANE, VOTE])(state));
      file(state, "accelerator-act").stage = "in-force";
    },
    order: answeringLast,
    refused: { code: "too-late", what: "vote" },
  },
  {
    name: "a secret deal is told to its parties alone",
    seat: "CZ",
    given: (state) => {
      private_(state);
      order(state, "beijing", inRoom([LANE, VOTE], { secret: true })(state));
    },
    order: answeringLast,
    does: (after, before) => {
      expect(after.news.at(-1)).toMatchObject({ code: "agreement-signed", to: ["beijing", "CZ"] });
      expect(after.inputs[0]!.tilt[m("CZ")]).toBe(1.5);
      expect(before.beijing.points - after.beijing.points).toBe(rules.model.cost["send-envoy"]);
    },
  },
];

describe("a template with a vote in it", () => {
  const blank = (state: State) =>
    begun(rules, view(rules, state, "commission"), "vote-for-money", ["commission", "CZ"])!;
  const about = (state: State) => blank(state).terms.find(({ metric }) => metric === "ballot")!.about;

  test("is about the open vote that is counted first, before what may come to a vote later", () => {
    const state = position();
    expect(about(state)).toBe("accelerator-act");
    const [late, soon] = ["hybrid-circumvention", "chemicals-dumping"].map((id) => file(state, id));
    openVote(rules, state, late!, "for", silent, { closes: 16 });
    expect(about(state)).toBe(late!.id);
    openVote(rules, state, soon!, "for", silent, { closes: 8 });
    expect(about(state)).toBe(soon!.id);
  });

  test("lasts until the count, or says in the editor that it does not", () => {
    const state = position();
    const count = countOf(rules, view(rules, state, "CZ"), "accelerator-act");
    expect(count).toBeGreaterThan(file(state, "accelerator-act").gate);
    const made = blank(state);
    expect(made.weeks).toBe(count + 1);
    const game = { rules, view: view(rules, state, "commission") };
    const k = made.terms.findIndex(({ metric }) => metric === "ballot");
    expect(lateOf(game, made, k)).toBeUndefined();
    expect(lateOf(game, { ...made, weeks: 13 }, k)).toContain(`week ${count}`);
  });
});

test("a sold vote falls due under the agreement that the template makes", () => {
  const state = position();
  openVote(rules, state, file(state, "chemicals-dumping"), "for", silent, { closes: 17 });
  const made = begun(rules, view(rules, state, "commission"), "vote-for-money", ["commission", "CZ"])!;
  const contract = sign(rules, state, made, ["commission", "CZ"], silent);
  pass(state, 18);
  expect(contract.terms.find(({ metric }) => metric === "ballot")!.state).not.toBe("open");
});

describe("drafts", () => {
  test.each(ROWS.map((row) => [row.name, row] as const))("%s", (_, row) => play(row));

  test("one that nobody answers lapses", () => {
    const state = position();
    meet(state);
    order(state, "commission", draft([{}]));
    pass(state, c.answerWeeks);
    expect(state.proposals.at(-1)!.state).toBe("open");
    pass(state, 1);
    expect(state.proposals.at(-1)!.state).toBe("lapsed");
  });

  test("of three at the table all must sign", () => {
    const state = position();
    order(state, "CZ", { kind: "open-talk", seats: ["SK", "HU"] });
    const talk = state.talks.at(-1)!.id;
    const pay = { by: "CZ", metric: "payment", about: "SK", value: 10, weeks: 1, measure: "public" } as const;
    order(state, "CZ", draft([pay], { talk, weeks: 4 }));
    const proposal = state.proposals.at(-1)!.id;
    order(state, "SK", { kind: "answer-terms", proposal, answer: "accept" });
    expect(state.contracts).toHaveLength(0);
    order(state, "HU", { kind: "answer-terms", proposal, answer: "accept" });
    expect(state.contracts.at(-1)!.parties).toEqual(["CZ", "SK", "HU"]);
  });
});

describe("the name of a draft", () => {
  const DAYS: Partial<Term> = { metric: "licence-days", value: 25, weeks: 13 };
  const NO_CASE: Partial<Term> = {
    ...{ by: "commission", metric: "no-new-case", about: "all" },
    ...{ value: 0, weeks: 26, measure: "public" },
  };
  test.each<[string, string, Partial<Term>[], string]>([
    ["a benchmark", "licence-benchmark", [DAYS, NO_CASE], "licence-benchmark"],
    ["a benchmark with more in it", "licence-benchmark", [DAYS, NO_CASE, BARE], "licence-benchmark"],
    [
      "a benchmark that nobody looks at",
      "licence-benchmark",
      [{ ...DAYS, measure: "none" }, NO_CASE],
      "custom",
    ],
    ["a promise of one side under its name", "licence-benchmark", [DAYS], "custom"],
    ["other terms under its name", "licence-benchmark", [BARE, NO_CASE], "custom"],
    ["a name that there is not", "eternal-peace", [DAYS, NO_CASE], "custom"],
    ["another table’s name", "side-deal", [DAYS, NO_CASE], "custom"],
  ])("%s", (_, template, terms, name) => {
    const state = position();
    meet(state);
    expect(order(state, "commission", draft(terms, { template }))).toBeNull();
    expect(state.proposals.at(-1)!.template).toBe(name);
  });

  test("is no step down of Europe’s where Brussels promises nothing", () => {
    const state = position();
    meet(state);
    order(state, "beijing", draft([BARE], { template: STEP_DOWN }));
    expect(order(state, "commission", answeringLast(state))).toBeNull();
    expect(isEuropesStep(state.contracts.at(-1)!)).toBe(false);
  });
});

describe("templates", () => {
  /** A template filled in at a table, as the first of the seats sees the world. */
  const filled = (state: State, template: string, seats: Seat[]): Draft =>
    begun(rules, view(rules, state, seats[0]!), template, seats)!;

  test("a vote for a vote: each capital votes, on one file and on the next", () => {
    const state = position();
    file(state, "diversification-law").stage = "proposal";
    const made = filled(state, "vote-trade", ["DE", "CZ"]);
    expect(made.terms).toMatchObject([
      { by: "DE", metric: "ballot" },
      { by: "CZ", metric: "ballot" },
    ]);
    expect(made.terms.map(({ about }) => about).sort()).toEqual(["accelerator-act", "diversification-law"]);
    order(state, "DE", { kind: "open-talk", seats: ["CZ"] });
    expect(order(state, "DE", { kind: "table-terms", talk: state.talks.at(-1)!.id, ...made })).toBeNull();
  });

  test("market access by three steps, for the sector that bears most of the duties", () => {
    const state = position();
    const { terms } = filled(state, "access-milestones", ["commission", "beijing"]);
    expect(terms.filter((t) => t.metric === "access").map(({ value, weeks }) => [value, weeks])).toEqual([
      [0.15, 13],
      [0.3, 26],
      [0.45, 39],
    ]);
    expect(terms.find((t) => t.metric === "europe-duty")!.about).toBe("vehicles");
    const steel = file(state, "steel-quota");
    Object.assign(steel, { duty: 0.5, breadth: 0.9 });
    const other = filled(state, "access-milestones", ["commission", "beijing"]).terms;
    expect(other.find((t) => t.metric === "europe-duty")!.about).toBe("metals");
    for (const f of state.files) if (f.side === "europe") f.duty = 0;
    const none = filled(state, "access-milestones", ["commission", "beijing"]).terms;
    expect(none.some((t) => t.metric === "europe-duty")).toBe(false);
  });

  test("a vote for stock where only one file comes to a vote", () => {
    const state = position();
    file(state, "cybersecurity-act").stage = "closed";
    const made = filled(state, "vote-trade", ["DE", "CZ"]);
    expect(made.terms).toMatchObject([
      { by: "DE", metric: "ballot", about: "accelerator-act" },
      { by: "CZ", metric: "share-stock", about: "DE" },
    ]);
    order(state, "DE", { kind: "open-talk", seats: ["CZ"] });
    expect(order(state, "DE", { kind: "table-terms", talk: state.talks.at(-1)!.id, ...made })).toBeNull();
  });
});
