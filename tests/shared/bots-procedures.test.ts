// How the Commission's bots use the law: coercion when they are squeezed and the capitals hold, the law of several
// suppliers, the club, appeals, and a package that is about to fail.

import { describe, expect, test } from "vitest";
import { headcount } from "../../shared/bots/judge.ts";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import type { Command } from "../../shared/moves/table.ts";
import { newStream } from "../../shared/random.ts";
import { memberAt } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { determined, examine, noteCoercion } from "../../shared/world/coercion.ts";
import { openFile } from "../../shared/world/files.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { file, order, position, rules } from "../helpers/order.ts";

const { politics } = rules.model;

const orders = (id: string, state: State): Command[] =>
  botNamed("commission", id)
    .decide(rules, view(rules, state, "commission"), newStream(1, "test"))
    .map(({ command }) => command);
const kinds = (id: string, state: State): string[] => orders(id, state).map(({ kind }) => kind);

/** Some weeks into a squeeze, the capitals of one mind. */
function squeezed(): State {
  const state = position();
  setMode(rules, state, 0, "go-slow");
  state.beijing.squeezeSince = 0;
  state.tick = 4;
  state.cohesion = 80;
  for (const member of state.members) member.support = 0.6;
  noteCoercion(rules, state, silent);
  return state;
}

describe("coercion", () => {
  test("a squeeze that lasts is examined when the capitals hold together", () => {
    const state = squeezed();
    for (const id of ["prepared", "force"]) expect(kinds(id, state)).toContain("examine-coercion");
    expect(kinds("quiet", state)).not.toContain("examine-coercion");
    state.cohesion = 44;
    expect(kinds("prepared", state)).not.toContain("examine-coercion");
    expect(kinds("force", state)).toContain("examine-coercion");
  });

  test("one that would hurt little is let be, but not by the firm", () => {
    const state = squeezed();
    state.leverage.hold = 4;
    expect(kinds("prepared", state)).not.toContain("examine-coercion");
    expect(kinds("force", state)).toContain("examine-coercion");
  });

  test("threatens only what it can pay to carry out, and then keeps the point for it", () => {
    const ready = squeezed();
    expect(file(ready, "chemicals-dumping").stage).toMatch(/-gate$/);
    ready.commission.points = 1;
    const threats = (state: State) =>
      botNamed("commission", "prepared")
        .decide(rules, view(rules, state, "commission"), newStream(1, "test"))
        .filter(({ why }) => why === "threat");
    expect(threats(ready)).toHaveLength(1);
    ready.commission.points = 0.5;
    expect(threats(ready)).toEqual([]);
    ready.commission.points = 3;
    ready.cohesion = 40;
    expect(kinds("prepared", ready)).toContain("back-project");
    order(ready, "commission", {
      kind: "make-statement",
      form: "threat",
      file: "chemicals-dumping",
      weeks: 8,
    });
    expect(kinds("prepared", ready)).not.toContain("back-project");
  });

  test("plants are backed meanwhile: no points are put aside for it while a squeeze lasts", () => {
    const short = squeezed();
    short.commission.points = 1.5;
    expect(kinds("prepared", short)).toContain("back-project");
  });

  test("not the whim of a week, and not without a squeeze", () => {
    const state = squeezed();
    state.tick = 1;
    expect(kinds("force", state)).not.toContain("examine-coercion");
    setMode(rules, state, 0, "general");
    state.tick = 8;
    expect(kinds("force", state)).not.toContain("examine-coercion");
  });

  test("the Council is asked when it would say yes", () => {
    const state = squeezed();
    const opened = examine(rules, state, silent);
    state.tick = opened.nextGate;
    expect(kinds("prepared", state)).toContain("determine-coercion");
    for (const member of state.members) member.support = -0.3;
    expect(kinds("prepared", state)).not.toContain("determine-coercion");
  });

  test("capitals that sell much to China are counted out, the more so without a fund", () => {
    const ripe = (trade: number, fund = 0) => {
      const state = squeezed();
      for (const member of state.members) member.support = 0.12;
      state.trade.exports = state.trade.exports.map((sold) => trade * sold);
      Object.assign(state.commission, { fund, fundFrom: 0 });
      state.coercedCost = politics.coercionPain / 3;
      const opened = examine(rules, state, silent);
      state.tick = opened.nextGate;
      return { state, opened };
    };
    const asks = (trade: number) => kinds("prepared", ripe(trade).state).includes("determine-coercion");
    expect(asks(1)).toBe(true);
    expect(asks(8)).toBe(false);
    const people = (fund: number): number => {
      const { state, opened } = ripe(4, fund);
      return headcount(rules, view(rules, state, "commission"), 0.27, opened).people;
    };
    expect(people(1)).toBeGreaterThan(people(0));
  });

  test("a squeeze that is over is answered when it cost much and Beijing has had its time to sign", () => {
    const owed = (id: string, cost: number, weeks: number): Command[] => {
      const state = squeezed();
      const opened = examine(rules, state, silent);
      determined(rules, state, opened, silent);
      setMode(rules, state, 0, "case-by-case");
      state.beijing.squeezeSince = -1;
      state.coercedCost = cost;
      state.tick = opened.nextGate + weeks;
      return orders(id, state).filter(({ kind }) => kind === "answer-coercion");
    };
    const { coercionPain } = politics;
    expect(owed("prepared", coercionPain, 12)).toMatchObject([{ remedy: "duties", delay: 6 }]);
    expect(owed("prepared", coercionPain, 2)).toEqual([]);
    expect(owed("force", coercionPain, 2)).toHaveLength(1);
    expect(owed("force", coercionPain / 2, 12)).toEqual([]);
  });

  test("it is answered while heat allows", () => {
    const state = squeezed();
    const opened = examine(rules, state, silent);
    determined(rules, state, opened, silent);
    state.tick = opened.nextGate;
    expect(kinds("prepared", state)).toContain("answer-coercion");
    // Above what it likes, as long as the answer itself is not what ends in open confrontation.
    state.heat = rules.model.heat.confrontation - rules.model.heat.measures - 1;
    expect(kinds("prepared", state)).toContain("answer-coercion");
    state.heat = 60;
    expect(kinds("prepared", state)).not.toContain("answer-coercion");
    expect(kinds("force", state)).toContain("answer-coercion");
  });
});

test("the Council is asked as well where promises may bring what is missing", () => {
  const state = squeezed();
  const opened = examine(rules, state, silent);
  state.tick = opened.nextGate;
  for (const member of state.members) member.support = 0.6;
  const against = (...codes: string[]) => {
    for (const code of codes) state.members[rules.members.findIndex((x) => x.code === code)]!.support = -0.9;
  };
  against("DE", "ES", "RO", "PT");
  expect(kinds("prepared", state)).toContain("determine-coercion");
  against("IT");
  expect(kinds("prepared", state)).not.toContain("determine-coercion");
});

test("a hot case is narrowed, a duty that has done its work reviewed when there is time for it, but not by the firm", () => {
  const state = position();
  const soft = (id: string) => orders(id, state).filter(({ kind }) => /^(narrow|open-)/.test(kind));
  expect(soft("broker")).toMatchObject([{ kind: "open-review", file: "ev-duties" }]);
  state.commission.points = 4;
  expect(soft("broker")).toEqual([]);
  state.commission.points = 8;
  state.trade.injury.fill(0.05);
  expect(soft("broker")).toEqual([]);
  state.heat = 40;
  expect(soft("broker")).toMatchObject([{ kind: "narrow-case" }]);
  expect(soft("force").filter(({ kind }) => kind !== "open-case")).toEqual([]);
  state.heat = 10;
  state.trade.injury.fill(0);
  expect(soft("broker")).toHaveLength(1);
  expect(soft("force").filter(({ kind }) => kind !== "open-case")).toEqual([]);
});

test("points are put aside for the law that soundings would carry, and for no other", () => {
  const state = position();
  Object.assign(state.commission, { fund: 1, fundFrom: 0, points: 3.5 });
  state.tick = 28;
  const backs = (support: number): boolean => {
    for (const member of state.members) member.support = support;
    return kinds("prepared", state).includes("back-project");
  };
  expect(backs(0.8)).toBe(false);
  expect(backs(-0.3)).toBe(true);
  state.commission.points = 5;
  for (const member of state.members) member.support = 0.8;
  expect(orders("prepared", state)).toContainEqual({ kind: "propose-law", form: "soft" });
});

test("at an appeal the firm go on, the cool let go", () => {
  const state = position();
  const petition = { kind: "procurement", side: "europe", sector: 0, breadth: 0.1, why: "move" } as const;
  const opened = openFile(rules, state, petition, silent);
  Object.assign(opened, { stage: "appeal-gate", gate: 1 });
  const decides = (decision: string) => ({ kind: "decide-gate", file: opened.id, decision });
  expect(orders("force", state)).toContainEqual(decides("appeal"));
  state.heat = 60;
  expect(orders("quiet", state)).toContainEqual(decides("lapse"));
});

describe("the law of several suppliers", () => {
  test("quiet proposes it strict at once, and softer after a lost vote", () => {
    const state = position();
    expect(orders("quiet", state)).toContainEqual({ kind: "propose-law", form: "strict" });
    Object.assign(file(state, "diversification-law"), { stage: "asked", gate: 60, shutUntil: 13 });
    Object.assign(state.commission, { fund: 1, fundFrom: 0 });
    state.tick = 14;
    expect(orders("quiet", state)).toContainEqual({ kind: "propose-law", form: "soft" });
  });

  test("prepared saves for the package first", () => {
    const state = position();
    state.tick = 24;
    expect(kinds("prepared", state)).not.toContain("propose-law");
    Object.assign(state.commission, { fund: 1, fundFrom: 0 });
    expect(kinds("prepared", state)).toContain("propose-law");
  });
});

test("the club waits for calm, its week and a point to spare; plants wait for the club", () => {
  const state = position();
  state.tick = 40;
  expect(kinds("quiet", state)).toContain("join-club");
  state.commission.points = 2.5;
  expect(kinds("quiet", state)).not.toContain("join-club");
  expect(kinds("quiet", state)).not.toContain("back-project");
  state.heat = 40;
  expect(kinds("quiet", state)).toContain("back-project");
});

test("the package is tabled with the snapback where soundings would carry it, without it elsewhere", () => {
  const tabled = (support: number) => {
    const state = position();
    state.tick = 4;
    state.commission.points = 6;
    for (const member of state.members) member.support = support;
    return orders("prepared", state).find(({ kind }) => kind === "table-package");
  };
  expect(tabled(0.6)).toMatchObject({ snapback: true });
  expect(tabled(-0.2)).toMatchObject({ snapback: false });
});

test("the snapback goes when soundings in the last week would not carry it", () => {
  const state = position();
  order(state, "commission", { kind: "table-package", billion: 1, snapback: true });
  const { id, gate } = state.files.at(-1)!;
  state.tick = gate;
  order(state, "commission", { kind: "call-vote", file: id });
  state.tick = state.votes.at(-1)!.closes - 1;
  for (const member of state.members) member.support = -0.2;
  expect(kinds("prepared", state)).toContain("drop-snapback");
  for (const member of state.members) member.support = 0.6;
  expect(kinds("prepared", state)).not.toContain("drop-snapback");
  // Some 62 % of people: soundings err, so it is put to the count; 53 % is not.
  const turn = (code: string) => {
    state.members[memberAt(rules, code as Seat)]!.support = -0.2;
  };
  for (const code of ["DE", "FR", "NL"]) turn(code);
  expect(kinds("prepared", state)).not.toContain("drop-snapback");
  turn("IT");
  expect(kinds("prepared", state)).toContain("drop-snapback");
});
