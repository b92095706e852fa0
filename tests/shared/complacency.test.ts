// E17-E19, E48: calm and promises that nobody measures make private diversification die, verified ones do not; and a
// player can see it happen, and why.

import { describe, expect, test } from "vitest";
import { SILENT } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import type { IndicatorId } from "../../shared/indicators.ts";
import type { Match } from "../../shared/match.ts";
import { clone, type State } from "../../shared/state.ts";
import type { Why } from "../../shared/why.ts";
import { closingNow, readPace, startingNow } from "../../shared/world/plants.ts";
import { assure, benchmark } from "../../shared/world/signing.ts";
import { newState } from "../../shared/world/start.ts";
import { week } from "../../shared/world/week.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

/** Without event cards, which would tell the worlds apart by luck. */
const rules = { ...brussels.rules, cards: [] };
const fresh = () => newState(rules, { seed: 1, weeks: 156 });

/** The same world under three kinds of promise, signed anew each year. */
function world(promise: "none" | "bare" | "verified", weeks: number): State {
  const state = fresh();
  // The frozen controls stay frozen: what differs is the promise alone.
  state.beijing.packageUntil = 999;
  for (let w = 0; w < weeks; w++) {
    if (w % 52 === 0 && promise === "bare") assure(rules, state, 52, silent);
    if (w % 52 === 0 && promise === "verified") benchmark(rules, state, 52, silent);
    week(rules, state, silent);
  }
  return state;
}

describe.each([26, 52, 104])("after %i weeks", (weeks) => {
  const [none, bare, verified] = [world("none", weeks), world("bare", weeks), world("verified", weeks)];
  const [a, b, c] = [none, bare, verified].map((state) => state.inputs[0]!);

  test("a bare promise lowers the risk that firms see far more than a verified one does", () => {
    const lost = (x: number) => a!.risk - x;
    expect(b!.risk).toBeLessThan(a!.risk);
    expect(lost(c!.risk)).toBeLessThan(0.35 * lost(b!.risk));
  });

  test("so fewer plants are started under it, and more of those that run close", () => {
    expect(b!.started).toBeLessThan(0.9 * c!.started);
    expect(b!.closed).toBeGreaterThan(1.1 * c!.closed);
  });
});

test("after a year of bare promises nobody starts a plant for magnets; under a verified one some still do", () => {
  expect(world("bare", 52).inputs[0]!.starting).toBe(0);
  expect(world("verified", 52).inputs[0]!.starting).toBeGreaterThan(0);
});

test("it is told: who has stopped building, what closes, and that a promise is the reason", () => {
  const state = fresh();
  state.beijing.packageUntil = 999;
  const told = new Map<string, string[]>();
  for (let w = 0; w < 78; w++) {
    if (w % 52 === 0) assure(rules, state, 52, silent);
    week(rules, state, silent);
    for (const { code, about } of state.news) if (about[0] === "magnets") told.set(code, about);
  }
  expect(told.get("starts-ended")).toEqual(["magnets", "assurance"]);
  expect(told.get("plants-closed")).toEqual(["magnets", "assurance"]);
  expect(told.get("starts-resumed")).toBeUndefined();
  state.contracts = [];
  state.inputs[0]!.risk = 0.3;
  week(rules, state, silent);
  expect(state.news.at(-1)).toMatchObject({ code: "starts-resumed", about: ["magnets"] });
});

test("closures in a flood are told as a flood's", () => {
  const state = fresh();
  state.beijing.floodUntil = 60;
  state.inputs[0]!.risk = 0.1;
  const codes: string[][] = [];
  for (let w = 0; w < 40; w++) {
    week(rules, state, silent);
    for (const { code, about } of state.news) if (code === "plants-closed") codes.push(about);
  }
  expect(codes[0]).toEqual(["magnets", "flood"]);
});

test("the pace noted at the end of a week is that of the world as it stands", () => {
  const state = world("bare", 30);
  const noted = state.inputs.map(({ starting, closing }) => [starting, closing]);
  expect(noted).toEqual(
    rules.inputs.map((_, i) => [startingNow(rules, state, i), closingNow(rules, state, i)]),
  );
  const other = clone(state);
  other.inputs[0]!.risk += 0.2;
  readPace(rules, other);
  expect(other.inputs[0]!.starting).toBeGreaterThan(state.inputs[0]!.starting);
  expect(other.inputs[0]!.closing).toBeLessThan(state.inputs[0]!.closing);
});

describe("why, as the Commission reads it", () => {
  /** A game in which nobody acts but Beijing promises in its first week, if it does. */
  function game(promise: "none" | "bare" | "verified"): Match {
    const match = newGame(rules, { seed: 3, botOf: () => SILENT, explain: true });
    if (promise === "bare") assure(rules, match.state, 52, silent);
    if (promise === "verified") benchmark(rules, match.state, 52, silent);
    return match;
  }
  /** Contributions of a cause to a number over some weeks. */
  function booked(match: Match, id: IndicatorId, weeks: number): Map<string, number> {
    const sums = new Map<string, number>();
    for (let w = 0; w < weeks; w++) {
      match.advance();
      const why = match.why("commission", id, 0) as Why;
      for (const { cause, amount } of why.reasons) sums.set(cause, (sums.get(cause) ?? 0) + amount);
    }
    return sums;
  }

  test.each(["risk", "starts", "closures"] as const)("%s: the promise is named, with its amount", (id) => {
    const [bare, verified, none] = [game("bare"), game("verified"), game("none")].map((match) =>
      booked(match, id, 12),
    );
    const sign = id === "closures" ? 1 : -1;
    expect(sign * bare!.get("assurance")!).toBeGreaterThan(0);
    expect(bare!.get("assurance")! / bare!.get("calm")!).toBeCloseTo(rules.model.inputs.complacency, 0);
    expect(verified!.get("assurance")).toBeUndefined();
    expect(Math.abs(verified!.get("contract") ?? 0)).toBeLessThan(0.35 * Math.abs(bare!.get("assurance")!));
    expect(none!.get("assurance")).toBeUndefined();
    expect(sign * none!.get("calm")!).toBeGreaterThan(0);
  });

  test("Beijing is not told what firms build by themselves", () => {
    const match = game("bare");
    match.advance();
    for (const id of ["starts", "closures", "underway", "closed"]) {
      expect(match.why("beijing", id, 0)).toBeUndefined();
      expect((match.view("beijing").own as unknown as Record<string, number[]>)[id]).toEqual([0, 0, 0, 0, 0]);
    }
  });
});
