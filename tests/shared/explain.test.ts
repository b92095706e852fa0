// Contributions sum to the change of every number, whatever the formula behind it.

import { expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { newTrace, SECRET_CAUSES } from "../../shared/explain.ts";
import { countOf, INDICATORS, type Indicator } from "../../shared/indicators.ts";
import { why } from "../../shared/why.ts";
import { newGame } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const CATALOGUE = INDICATORS as readonly Indicator[];

test("a trace books each change on its cause, and the sum is the whole change", () => {
  let x = 1;
  const trace = newTrace({ square: () => x * x });
  x = 3;
  trace.mark("duties");
  x = 2;
  trace.mark("bans");
  x = 4;
  trace.mark("duties");
  expect(trace.rows.square).toEqual([
    { cause: "duties", amount: 8 + 12 },
    { cause: "bans", amount: -5 },
  ]);
});

test.each([
  ["tiny", tiny, 100],
  ["brussels", brussels, 40],
] as const)("%s: every week, every number, every kind of seat", (_, { rules }, weeks) => {
  const match = newGame(rules, { seed: 77, weeks: weeks + 4, botOf: mixedBots(77), explain: true });
  const seats = ["commission", "beijing", rules.members[0]!.code] as const;
  const read = () =>
    JSON.stringify(
      CATALOGUE.map((i) =>
        Array.from({ length: countOf(rules, i.per) }, (_, k) => i.of(rules, match.state, k, -1)),
      ),
    );
  let before = JSON.parse(read()) as number[][];
  for (let w = 0; w < weeks && !match.state.ending; w++) {
    match.advance();
    const now = JSON.parse(read()) as number[][];
    CATALOGUE.forEach((indicator, n) => {
      for (let k = 0; k < countOf(rules, indicator.per); k++) {
        for (const seat of seats) {
          const answer = why(rules, match.state, match.rows, seat, indicator.id, k);
          if (!answer) continue;
          const sum = answer.reasons.reduce((total, r) => total + r.amount, 0);
          expect(sum, `${indicator.id} ${k} ${seat}`).toBeCloseTo(answer.after - answer.before, 6);
        }
        if (indicator.part === "own") continue;
        const rows = match.rows[`${indicator.id}/${k}/-1`] ?? [];
        const booked = rows.reduce((total, r) => total + r.amount, 0);
        expect(booked, `${indicator.id} ${k} week ${match.state.tick}`).toBeCloseTo(
          now[n]![k]! - before[n]![k]!,
          6,
        );
      }
    });
    before = now;
  }
});

test("a cause that a side may not know is not named to it", () => {
  const match = newGame(brussels.rules, { seed: 5, weeks: 60, botOf: mixedBots(5), explain: true });
  for (let w = 0; w < 40; w++) {
    match.advance();
    for (const seat of ["commission", "beijing"] as const) {
      const answer = match.why(seat, "cohesion", 0)!;
      const secret = SECRET_CAUSES[seat === "beijing" ? "beijing" : "europe"] as readonly string[];
      expect(answer.reasons.filter((r) => secret.includes(r.cause))).toEqual([]);
    }
  }
});
