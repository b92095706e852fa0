// What is told at the end: words against deeds.

import { expect, test } from "vitest";
import { SILENT } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { fold } from "../../shared/journal.ts";
import { result, yearBefore } from "../../shared/result.ts";
import { digest } from "../../shared/state.ts";
import { assure } from "../../shared/world/signing.ts";
import { endNow } from "../../shared/world/week.ts";
import { signed, standing } from "../helpers/agreement.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

test("every agreement and every threat stands at the end with what became of it", async () => {
  const { rules } = tiny;
  const match = newGame(rules, { weeks: 60, botOf: () => SILENT });
  const { state } = match;
  const survey = { by: "beijing", metric: "throughput", about: "magnets", value: 1, weeks: 8 } as const;
  signed(rules, state, [{ ...survey, measure: "none" }], undefined, {
    weeks: 10,
    template: "bare-assurance",
  });
  state.contracts.push(standing(1, { id: "b", secret: true, state: "broken", breaker: "beijing", until: 5 }));
  state.words.push({
    ...{ id: "w", by: "commission", to: "beijing", form: "threat" },
    ...{ file: "accelerator-act", until: 4, state: "open", heard: [] },
  });
  playOut(match);
  const { deeds } = await result(rules, match.header, state, match.lines);
  expect(deeds).toMatchObject([
    { kind: "threat", name: "accelerator-act", outcome: "broken" },
    { kind: "agreement", outcome: "broken", breaker: "beijing", secret: true, measured: 1 },
    { kind: "agreement", name: "bare-assurance", outcome: "open", measured: 0, terms: 1 },
  ]);
});

test("an agreement that ran out is kept only when something in it came to a test", async () => {
  const { rules } = tiny;
  const match = newGame(rules, { weeks: 40, botOf: () => SILENT });
  const { state } = match;
  const about = state.files.find((f) => f.side === "europe")!.id;
  const [by] = rules.members.map(({ code }) => code);
  const vote = { by: by!, metric: "ballot", about, value: 1, weeks: 13, measure: "public" } as const;
  const counted = { by: "beijing", metric: "throughput", about: "magnets", weeks: 8 } as const;
  signed(rules, state, [vote], ["commission", by!], { weeks: 13, template: "vote" });
  signed(rules, state, [{ ...counted, value: 0, measure: "register" }], undefined, {
    ...{ weeks: 20, template: "counted" },
  });
  playOut(match);
  const { deeds } = await result(rules, match.header, state, match.lines);
  expect(deeds).toMatchObject([
    { name: "vote", outcome: "open" },
    { name: "counted", outcome: "kept" },
  ]);
});

test.each([
  ["kept", "kept", "kept"],
  ["kept", "open", "open"],
] as const)(
  "one that still runs at the end, of terms %s and %s, is told as %s",
  async (first, second, told) => {
    const { rules } = tiny;
    const match = newGame(rules, { weeks: 20, botOf: () => SILENT });
    playOut(match);
    const running = standing(1, { until: 60 });
    const [term] = running.terms;
    running.terms = [first, second].map((state) => ({ ...term!, state }));
    match.state.contracts = [running];
    const { deeds } = await result(rules, match.header, match.state, match.lines);
    expect(deeds).toMatchObject([{ kind: "agreement", outcome: told }]);
  },
);

test("a promise that Beijing gave alone is told as its word alone", async () => {
  const { rules } = tiny;
  const match = newGame(rules, { weeks: 20, botOf: () => SILENT });
  assure(rules, match.state, 10, silent, "beijing");
  playOut(match);
  const { deeds } = await result(rules, match.header, match.state, match.lines);
  expect(deeds).toMatchObject([{ name: "bare-assurance", by: ["beijing"] }]);
});

test("what is over for long is no longer on the table, though the record keeps it", () => {
  const match = newGame(brussels.rules, { weeks: 208, botOf: () => SILENT });
  match.state.contracts.push(standing(1, { until: 5 }));
  for (let w = 0; w < 57; w++) match.advance();
  expect(match.view("commission").pub.contracts).toHaveLength(1);
  match.advance();
  expect(match.view("commission").pub.contracts).toHaveLength(0);
  expect(match.state.contracts).toHaveLength(1);
});

test("scores are read every quarter as if the host had ended the game then, and last at its end", async () => {
  const { rules } = tiny;
  const match = newGame(rules, { seed: 3, weeks: 60 });
  const at = new Map<number, number[]>();
  playOut(match, ({ lines, state }) => {
    if (state.tick % 13 !== 0) return;
    const stopped = fold(rules, { header: match.header, lines: [...lines] });
    endNow(rules, stopped);
    at.set(state.tick, stopped.ending!.scores);
  });
  const before = digest(match.state);
  const { moving } = await result(rules, match.header, match.state, match.lines);
  expect(digest(match.state)).toBe(before);
  expect(moving.weeks).toEqual([13, 26, 39, 52, 60]);
  expect(moving.scores.at(-1)).toEqual(match.state.ending!.scores);
  moving.weeks.slice(0, -1).forEach((week, n) => {
    expect(moving.scores[n]!.map((x) => Math.round(10 * x) / 10)).toEqual(at.get(week));
  });
  expect(moving.scores[0]).not.toEqual(moving.scores[3]);
  // A year before week 60 nobody had looked yet: the first look stands for it.
  expect(yearBefore(moving)).toBe(0);
  expect(yearBefore({ weeks: [13, 26, 39, 52, 65, 78], scores: [] })).toBe(1);
  expect(yearBefore({ weeks: [9], scores: [] })).toBe(-1);
});
