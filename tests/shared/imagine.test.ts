// An imagined world keeps the agreements that the seat knows as they were last seen: looking ahead breaks none by itself.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { forecast, forecastSigned, imagine, MIDDLE, summary } from "../../shared/forecast.ts";
import type { MetricId } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type Term } from "../../shared/state.ts";
import { type View, view } from "../../shared/view.ts";
import { suspend } from "../../shared/world/breach.ts";
import { openVote } from "../../shared/world/council.ts";
import { layDuty } from "../../shared/world/duties.ts";
import { heatUp } from "../../shared/world/heat.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { aid } from "../../shared/world/relief.ts";
import { newState } from "../../shared/world/start.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { draftOf, LICENCES, signed } from "../helpers/agreement.ts";
import { order, position } from "../helpers/order.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

const CASES: [MetricId, Seat, Partial<Term>][] = [
  ["no-new-control", "beijing", { about: "magnets", value: 0 }],
  ["investment", "beijing", { about: "HU", value: 2, weeks: 6 }],
  ["law-delay", "commission", { about: "accelerator-act", value: 26 }],
  ["share-stock", "DE", { about: "HU", value: 1, weeks: 6 }],
  ["access", "beijing", { about: "", value: 0.15, weeks: 6 }],
  ["payment", "DE", { about: "HU", value: 20, weeks: 6 }],
];

test.each(CASES)("%s stays kept while nobody acts", (metric, by, more) => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  const term: Term = { by, metric, about: "", value: 0, weeks: 20, measure: "public", ...more };
  const parties: Seat[] = [...new Set<Seat>([by, "commission", "HU"])];
  const contract = signed(rules, state, [term], parties);
  // It has been helped since.
  const m = (code: string) => rules.members.findIndex((member) => member.code === code);
  if (metric === "share-stock") state.tally.shares[m("DE") * rules.M + m("HU")]! += 1;
  if (metric === "access") state.trade.access += 0.15;
  const early = clone(state);
  for (let w = 0; w < 4; w++) week(rules, state, silent);
  expect(contract.state).toBe("kept");
  for (const from of ["share-stock", "access"].includes(metric) ? [state] : [early, state]) {
    const world = imagine(rules, view(rules, from, "commission"), 1);
    const [known] = world.contracts;
    const { read } = METRIC[metric];
    if (metric !== "payment")
      expect(read(rules, world, known!, known!.terms[0]!)).toBe(
        read(rules, from, contract, from.contracts.at(-1)!.terms[0]!),
      );
    for (let w = 0; w < 8; w++) week(rules, world, silent);
    expect(world.contracts[0]!.state).toBe("kept");
  }
});

test("minds in a vote follow what is voted on: in the middle world others’ support as read, one’s own mind exactly", () => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  const act = state.files.find((f) => f.id === "diversification-law")!;
  const minds = (strict: boolean, from: Seat) => {
    act.strict = strict;
    const at = clone(state);
    const file = at.files.find((f) => f.id === act.id)!;
    const { id } = openVote(rules, at, file, "for", silent);
    const seen = view(rules, at, from);
    const mind = imagine(rules, seen, MIDDLE).votes.find((v) => v.id === id)!.leaning;
    return { mind, seen, id, truth: at.votes.find((v) => v.id === id)!.leaning };
  };
  const [strict, soft] = [minds(true, "DE"), minds(false, "DE")];
  const [DE, CZ] = ["DE", "CZ"].map((code) => rules.members.findIndex((m) => m.code === code));
  expect(strict.mind[DE!]).toBe(strict.seen.own.leanings[strict.id]);
  const { lawSoft, lawCarSupplier, lawSoftShare } = rules.model.politics;
  expect(soft.mind[CZ!]! - strict.mind[CZ!]!).toBeCloseTo(lawSoft + lawCarSupplier * (1 - lawSoftShare), 6);
  // What another capital really thinks, DE cannot know.
  expect(strict.mind[CZ!]).not.toBe(strict.truth[CZ!]);
});

test("a running squeeze can be ended in an imagined world, whoever imagines it, and Beijing knows what it wore off", () => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  turnValve(rules, state, 0, "go-slow", silent);
  for (let w = 0; w < 6; w++) week(rules, state, silent);
  const from = view(rules, state, "beijing");
  const { wear } = imagine(rules, from, MIDDLE).beijing;
  expect(wear).toHaveLength(1);
  expect(wear[0]!.after - wear[0]!.before).toBeCloseTo(from.own.wear[0]!.lost, 9);
  for (const seat of ["beijing", "commission", "DE"] as const) {
    const world = imagine(rules, view(rules, state, seat), MIDDLE);
    turnValve(rules, world, 0, "case-by-case", silent);
    expect(world.beijing.wear.at(-1)!.until).toBe(state.tick);
  }
  const loosen = { kind: "set-licence-mode", input: "magnets", mode: "case-by-case" } as const;
  expect(() => forecast(rules, from, loosen, 2, 1)).not.toThrow();
});

test("a look ahead knows what one's own relief eases", () => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  const germany = rules.members.findIndex(({ code }) => code === "DE");
  const { reliefDelay, reliefWeeks } = rules.model.politics;
  aid(rules, state, germany, "lines");
  expect(imagine(rules, view(rules, state, "DE"), MIDDLE).members[germany]!.aid).toEqual([
    { of: "lines", from: reliefDelay, until: reliefDelay + reliefWeeks - 1 },
  ]);
  expect(imagine(rules, view(rules, state, "FR"), MIDDLE).members[germany]!.aid).toEqual([]);
});

test("a look ahead knows which capitals have been to Beijing in the quarter, and so what one's own mission still brings", () => {
  const state = position();
  const italy = rules.members.findIndex(({ code }) => code === "IT");
  const split = (): number => {
    const mission = { kind: "send-mission" } as const;
    const found = forecast(rules, view(rules, state, "IT"), mission, 1, 1);
    return found.find(({ indicator }) => indicator === "cohesion")?.mid ?? 0;
  };
  const alone = split();
  expect(order(state, "FR", { kind: "send-mission" })).toBeNull();
  expect(imagine(rules, view(rules, state, "IT"), MIDDLE).members[italy]!.missionNext).toBe(0);
  expect(alone).toBeLessThan(0);
  expect(split()).toBeCloseTo(alone / 2, 1);
});

test("a draft is looked ahead on as if it were signed: what it frees stops fewer lines, what it does not touch changes nothing", () => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  turnValve(rules, state, 0, "go-slow", silent);
  for (let w = 0; w < 10; w++) week(rules, state, silent);
  const from = view(rules, state, "commission");
  const likely = (...terms: Term[]) =>
    forecastSigned(rules, from, draftOf(...terms), ["commission", "beijing"]);
  const lines = likely(LICENCES).find(({ indicator }) => indicator === "stopped");
  expect(lines!.high).toBeLessThan(0);
  expect(likely()).toEqual([]);
  expect(state.contracts).toEqual([]);
});

test("a look ahead leaves out what makers promised: the market of that week is not known", () => {
  const state = newState(rules, { seed: 3, weeks: 104 });
  const terms: Term[] = [
    {
      ...{ by: "beijing", metric: "least-price", about: "chemicals-dumping" },
      ...{ value: 1, weeks: 52, measure: "public" },
    },
    {
      ...{ by: "beijing", metric: "no-new-control", about: "magnets" },
      ...{ value: 0, weeks: 52, measure: "public" },
    },
  ];
  signed(rules, state, terms, ["beijing", "commission"]);
  for (let w = 0; w < 10; w++) week(rules, state, silent);
  const world = imagine(rules, view(rules, state, "commission"), MIDDLE);
  expect(world.contracts.at(-1)!.terms.map(({ metric }) => metric)).toEqual(["no-new-control"]);
  week(rules, world, silent);
  expect(world.trade.held.every((x) => x === 0)).toBe(true);
});

describe("what a look ahead tells of the differences it found", () => {
  const told = (...differences: number[]) =>
    summary("heat", 0, differences).map(({ low, high }) => [low, high]);

  test.each([
    ["a change one way", [2, 3, 4], [[2, 4]]],
    ["a change one way in all worlds but one", [0, 3, 3, 3, 4], [[0, 4]]],
    ["luck either way", [-3, -1, 0, 0, 2, 5], []],
    ["a rare stroke of luck", [-8, 0, 0, 0, 0, 0], []],
    ["nothing that shows", [0.1, -0.2, 0.3], []],
  ])("%s", (_, differences, range) => expect(told(...differences)).toEqual(range));
});

describe("a case that an agreement closed", () => {
  const CASE = "chemicals-dumping";
  const closing: Term = {
    ...{ by: "commission", metric: "close-case", about: CASE },
    ...{ value: 0, weeks: 52, measure: "public" },
  };
  const quick: Term = { ...LICENCES, measure: "public" };

  /** An agreement that closed a case whose duty was paid, some weeks ago. */
  function closedFor(terms: Term[], parties: Seat[], secret = false) {
    const state = newState(rules, { seed: 3, weeks: 104 });
    const file = state.files.find(({ id }) => id === CASE)!;
    Object.assign(file, { stage: "in-force", gate: 0, nextGate: 90 });
    layDuty(rules, state, file, 0.4);
    heatUp(state, file, 3);
    signed(rules, state, terms, parties, { secret });
    for (let w = 0; w < 4; w++) week(rules, state, silent);
    return state;
  }

  test("goes on in an imagined world as in the true one, once who it was closed for leaves", () => {
    const state = closedFor([closing, quick], ["commission", "beijing"]);
    for (const seat of ["beijing", "commission", "DE"] as const) {
      const true_ = clone(state);
      const world = imagine(rules, view(rules, state, seat), MIDDLE);
      for (const each of [true_, world]) suspend(rules, each, each.contracts[0]!, "beijing", silent);
      const [really, imagined] = [true_, world].map(({ files }) => files.find(({ id }) => id === CASE)!);
      expect(really).toMatchObject({ stage: "in-force", duty: 0.4 });
      expect(imagined).toEqual(really);
    }
  });

  test("makes leaving hotter than the breach alone", () => {
    const state = closedFor([closing, quick], ["commission", "beijing"]);
    const leave = { kind: "enforce-contract", contract: state.contracts[0]!.id, how: "suspend" } as const;
    const heat = (from: View) =>
      forecast(rules, from, leave).find(({ indicator }) => indicator === "heat")!.mid;
    const from = view(rules, state, "beijing");
    const blind = clone(from);
    for (const { terms } of blind.pub.contracts) for (const term of terms) term.shelved = null;
    expect(heat(from)).toBeGreaterThan(heat(blind) + 1);
  });

  test("is told to nobody outside a secret agreement, nor once that is over", () => {
    const state = closedFor(
      [closing, { ...quick, by: "HU", metric: "payment", about: "commission", value: 10 }],
      ["commission", "HU"],
      true,
    );
    const told = (seat: Seat) =>
      imagine(rules, view(rules, state, seat), MIDDLE).files.some((f) => f.id === CASE);
    expect([told("HU"), told("commission"), told("FR"), told("beijing")]).toEqual([true, true, false, false]);
    state.contracts[0]!.until = state.tick;
    expect(told("HU")).toBe(false);
  });
});
