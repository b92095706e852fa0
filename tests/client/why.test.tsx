// Explanations as they are drawn: the rows sum to the change, the sentence names a cause that pulled that way, and what
// was kept out is told only where it follows from what came.

import { beforeAll, describe, expect, test } from "vitest";
import { counted, isChance } from "../../client/figure.ts";
import { mainCause } from "../../client/headline.ts";
import { rowsOf } from "../../client/panels/why.tsx";
import { sum } from "../../shared/exact.ts";
import { INDICATORS, type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import type { Match } from "../../shared/match.ts";
import { isBanded } from "../../shared/sight.ts";
import { quantise, sightIn } from "../../shared/view.ts";
import type { Why } from "../../shared/why.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
let game: Match;
beforeAll(() => {
  game = newGame(rules, { seed: 5, explain: true });
  for (let week = 0; week < 9; week++) game.advance();
});

/** The figure in a text such as "−€0.26bn". */
const figureIn = (text: string): number => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));

test("as they are written, the rows of every number sum to its change as its tile shows it", () => {
  let asked = 0;
  for (const seat of ["commission", "beijing", "CZ"] as const) {
    const view = game.view(seat);
    for (const { id, quantum } of INDICATORS) {
      const why = game.why(seat, id, 0);
      if (!why || why.reasons.length === 0) continue;
      asked++;
      const open = { id: id as IndicatorId, k: 0 };
      const { rows, print } = rowsOf({ rules, view }, open, why);
      const hint = isBanded(sightIn(rules, view, indicatorOf(id), 0));
      const shown = (x: number) => {
        const counts = counted(id as IndicatorId, quantise(x, quantum));
        return isChance(id as IndicatorId) ? Math.round(counts) : counts;
      };
      const change = hint ? 100 : shown(why.after) - shown(why.before);
      expect(sum(rows.map((row) => row.amount)), id).toBeCloseTo(change, 9);
      const written = sum(rows.map((row) => figureIn(print(row.amount))));
      expect(written, `${id}: ${rows.map((row) => print(row.amount)).join(" ")}`).toBeCloseTo(
        figureIn(print(change)),
        9,
      );
      expect(rows.length).toBeLessThanOrEqual(7);
      expect(new Set(rows.map((row) => row.label)).size, id).toBe(rows.length);
    }
  }
  expect(asked).toBeGreaterThan(15);
});

describe("a made-up week", () => {
  const why = (reasons: Why["reasons"], before: number, after: number): Why => ({
    ...{ indicator: "stock", tick: 9, before, after, reasons },
  });

  test("the cause named is the largest that pulled the way the number went", () => {
    const reasons: Why["reasons"] = [
      { cause: "use", amount: -1 },
      { cause: "licences", amount: 0.9 },
      { cause: "allies-recycling", amount: 0.2 },
    ];
    expect(mainCause(why(reasons, 5, 5.1))).toBe("licences");
    expect(mainCause(why(reasons, 5, 4.9))).toBe("use");
    expect(mainCause(why([], 5, 5))).toBeUndefined();
  });

  test("small ones are told in one row, and nothing gets lost", () => {
    const causes = [
      "use",
      "licences",
      "unlicensed",
      "calm",
      "plants",
      "prices",
      "capacity",
      "event",
    ] as const;
    const reasons = causes.map((cause, k) => ({ cause, amount: 1 - k / 10 }));
    const view = game.view("commission");
    const { rows } = rowsOf(
      { rules, view },
      { id: "stock", k: 0 },
      why(reasons, 0, sum(reasons.map((r) => r.amount))),
    );
    expect(rows).toHaveLength(7);
    expect(rows.at(-1)!.label).toBe("Everything else");
    expect(sum(rows.map((row) => row.amount))).toBeCloseTo(sum(reasons.map((r) => r.amount)), 9);
  });

  test("what rounding leaves is a row of its own, so that the sum is what the tile says", () => {
    const reasons: Why["reasons"] = [
      { cause: "use", amount: -0.94 },
      { cause: "licences", amount: 0.5 },
    ];
    const view = game.view("commission");
    const { rows, print } = rowsOf({ rules, view }, { id: "stock", k: 0 }, why(reasons, 2.33, 1.89));
    expect(rows.map((row) => [row.label, print(row.amount)])).toEqual([
      ["Factories used", "−0.94"],
      ["Licences", "+0.50"],
      ["Rounding", "+0.04"],
    ]);
  });

  test("what did not come is what would have come at the normal rate, less what came", () => {
    const view = game.view("commission");
    const slow = { ...view, own: { ...view.own, throughput: view.own.throughput.map(() => 0.25) } };
    const open = { id: "stock" as const, k: 0 };
    const came = [{ cause: "licences" as const, amount: 0.25 }];
    expect(rowsOf({ rules, view: slow }, open, why(came, 2, 2.25)).rows[0]!.keptOut).toBeCloseTo(0.75, 9);
    const free = { ...view, own: { ...view.own, throughput: view.own.throughput.map(() => 1.1) } };
    expect(rowsOf({ rules, view: free }, open, why(came, 2, 2.25)).rows[0]!.keptOut).toBeUndefined();
    expect(
      rowsOf({ rules, view: slow }, { id: "heat", k: 0 }, why(came, 2, 2.25)).rows[0]!.keptOut,
    ).toBeUndefined();
  });
});
