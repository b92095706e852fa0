// Whole games: they end, they repeat, they stay within bounds, and their journals fold to what was played.

import { describe, expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { fold, type Header, JournalError, RULES_VERSION, refuse } from "../../shared/journal.ts";
import { result } from "../../shared/result.ts";
import { PRESETS } from "../../shared/scenario.ts";
import { clone, digest, type State } from "../../shared/state.ts";
import { seatsOf, step } from "../../shared/step.ts";
import { newState } from "../../shared/world/start.ts";
import { anarchist, header, newGame, playOut } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";
import { unsound } from "../helpers/sound.ts";

const SCENARIOS = { brussels, tiny };

describe("liveness: bots finish every scenario in every preset", () => {
  for (const [name, { rules }] of Object.entries(SCENARIOS))
    test.each(PRESETS)(`${name}, %s`, (preset) => {
      const { state } = playOut(newGame(rules, { preset, seed: 7 }));
      expect(state.ending).not.toBeNull();
      expect(state.ending!.early || state.tick === rules.presets[preset].weeks).toBe(true);
      expect(state.ending!.scores).toHaveLength(rules.M + 2);
      for (const score of state.ending!.scores) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(108);
      }
    });
});

describe("determinism", () => {
  test("the same seed gives the same game, another seed another", () => {
    const play = (seed: number) => digest(playOut(newGame(brussels.rules, { seed, weeks: 52 })).state);
    expect(play(3)).toBe(play(3));
    expect(play(4)).not.toBe(play(3));
  });

  test("a live game's digest equals its replay's, folded twice", () => {
    const match = playOut(newGame(brussels.rules, { seed: 5, weeks: 78, botOf: mixedBots(5) }));
    const journal = { header: match.header, lines: [...match.lines] };
    expect(digest(fold(brussels.rules, journal))).toBe(digest(match.state));
    expect(digest(fold(brussels.rules, journal))).toBe(digest(match.state));
  });

  test("a game that its host ends is judged in that week, once, and its replay ends the same", async () => {
    const { rules } = brussels;
    const match = newGame(rules, { seed: 5, weeks: 78 });
    match.end();
    expect(match.lines).toHaveLength(0);
    for (let w = 0; w < 26; w++) match.advance();
    match.end();
    const { length } = match.lines;
    match.end();
    match.advance();
    expect(match.lines).toHaveLength(length);
    expect(match.lines.at(-2)).toMatchObject({ kind: "end" });
    expect(match.state).toMatchObject({ tick: 26, weeks: 26, ending: { tick: 26, early: false } });
    const journal = { header: match.header, lines: [...match.lines] };
    const again = fold(rules, journal);
    expect(digest(again)).toBe(digest(match.state));
    const { bots, weeks } = await result(rules, match.header, again, match.lines);
    expect([weeks, bots.scores]).toEqual([26, match.state.ending!.scores]);
  });

  test("going through JSON after every line changes nothing", () => {
    const match = playOut(newGame(tiny.rules, { seed: 6, weeks: 52, botOf: () => anarchist }));
    let state: State = newState(tiny.rules, match.header);
    for (const line of match.lines) {
      if (line.kind === "digest") continue;
      state = JSON.parse(JSON.stringify(state)) as State;
      step(tiny.rules, state, line);
    }
    expect(digest(state)).toBe(digest(match.state));
  });

  test("explaining a game does not change it", () => {
    const play = (explain: boolean) =>
      digest(playOut(newGame(brussels.rules, { seed: 8, weeks: 30, explain })).state);
    expect(play(true)).toBe(play(false));
  });

  test("a copy is equal and apart", () => {
    const state = newState(brussels.rules, header(brussels.rules));
    const copy = clone(state);
    expect(digest(copy)).toBe(digest(state));
    copy.inputs[0]!.stock[0]! += 1;
    expect(digest(copy)).not.toBe(digest(state));
  });
});

describe("a journal that these rules cannot fold says so by its header, before a line is folded", () => {
  const played: Header = header(tiny.rules);
  test.each<[string, Partial<Header>, string | undefined]>([
    ["of these rules", {}, undefined],
    [
      "of older rules",
      { rules: RULES_VERSION - 1 },
      `played under rules version ${RULES_VERSION - 1}, this program has ${RULES_VERSION}`,
    ],
    ["of another format", { format: 9 }, "journal format 9, this program reads 1"],
    ["of another scenario", { hash: "other" }, `the scenario "tiny" has changed since the game was played`],
  ])("%s", (_, change, reason) => {
    expect(refuse({ ...played, ...change }, played.hash)).toBe(reason);
  });
});

describe("a journal that was tampered with is refused with the line", () => {
  const match = playOut(newGame(tiny.rules, { seed: 2, weeks: 26 }));
  const lines = [...match.lines];
  test("a digest that does not agree", () => {
    const wrong = lines.map((line) =>
      line.kind === "digest" ? { ...line, digest: "0000000000000000" } : line,
    );
    expect(() => fold(tiny.rules, { header: match.header, lines: wrong })).toThrow(JournalError);
    expect(() => fold(tiny.rules, { header: match.header, lines: wrong })).toThrow(/week 13 folds to/);
  });
  test("a line that is missing", () => {
    expect(() => fold(tiny.rules, { header: match.header, lines: lines.slice(1) })).toThrow(
      /line 1 carries the number 2/,
    );
  });
});

describe("soundness: no sequence of legal orders breaks the world", () => {
  test.each([11, 12, 13, 14])("seed %i, the whole Union, every seat does anything", (seed) => {
    const match = newGame(brussels.rules, { seed, weeks: 104, botOf: () => anarchist });
    playOut(match, ({ state }) => expect(unsound(state)).toEqual([]));
    expect(match.lines.length).toBeGreaterThan(500);
  });
  test("forty games of the small scenario", () => {
    for (let seed = 100; seed < 140; seed++)
      playOut(newGame(tiny.rules, { seed, weeks: 104, botOf: () => anarchist }), ({ state }) =>
        expect(unsound(state)).toEqual([]),
      );
  });
});

test("every seat has something to do in a class game", () => {
  const match = playOut(newGame(brussels.rules, { seed: 21, botOf: mixedBots(21) }));
  const acted = new Set(match.lines.flatMap((line) => (line.kind === "order" ? [line.seat] : [])));
  expect(seatsOf(brussels.rules).filter((seat) => !acted.has(seat))).toEqual([]);
});
