// Intervals on samples whose answer is known, and who dominates in tables made up to show it.

import { describe, expect, test } from "vitest";
import { bestOf, dominantOf, dominatedIn, type Payoffs, repliesIn } from "../../server/batch/payoff.ts";
import { estimate, meanOf, middle, quantileT, redrawn, wilson } from "../../server/batch/statistics.ts";
import { newStream, normal } from "../../shared/random.ts";

describe("intervals", () => {
  test.each([
    [1, 12.706],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [30, 2.042],
    [1000, 1.962],
  ])("the quantile of t with %i degrees of freedom is that of the printed tables", (freedom, printed) => {
    expect(quantileT(freedom)).toBeCloseTo(printed, 2);
  });

  test("a mean lies within its t interval, as worked out by hand", () => {
    // 1, 2, 3, 4, 5: mean 3, deviation 1.5811, half-width 2.776 * 1.5811 / sqrt 5 = 1.963
    const { mean, sd, low, high } = estimate([1, 2, 3, 4, 5]);
    expect([mean, sd]).toEqual([3, Math.sqrt(2.5)]);
    expect(low).toBeCloseTo(1.037, 3);
    expect(high).toBeCloseTo(4.963, 3);
    expect(estimate([7])).toEqual({ mean: 7, sd: 0, low: 7, high: 7 });
  });

  test("Wilson's interval is that of the textbook, and stays within 0 and 1", () => {
    // Newcombe 1998, table I: 81 of 263 and 0 of 20.
    const { low, high } = wilson(81, 263);
    expect([low, high].map((x) => x.toFixed(4))).toEqual(["0.2553", "0.3662"]);
    expect(wilson(0, 20).low).toBe(0);
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(wilson(20, 20).high).toBe(1);
  });

  test("a bootstrap of a mean comes near the interval that theory gives, and is the same again", () => {
    const random = newStream(1, "sample");
    const xs = Array.from({ length: 200 }, () => normal(random));
    const run = () =>
      middle(
        redrawn(xs.length, 1000, newStream(2, "bootstrap")).map((rows) => meanOf(rows.map((k) => xs[k]!))),
      );
    const theory = estimate(xs);
    expect(run().low).toBeCloseTo(theory.low, 1);
    expect(run().high).toBeCloseTo(theory.high, 1);
    expect(run()).toEqual(run());
  });
});

describe("a table of scores", () => {
  /** Two games a cell that lie a little around a mean, alike in every cell. */
  const table = (...rows: number[][]): Payoffs => ({
    doctrines: ["a", "b", "c"].slice(0, rows.length),
    opponents: ["x", "y"],
    scores: rows.map((row) => row.map((mean) => [mean - 1, mean + 1])),
  });

  test("names the doctrine that is best against all, its nearest rival and its least lead", () => {
    const found = dominantOf(table([50, 40], [53, 60], [52, 41]));
    expect(found).toMatchObject({ doctrine: "b", over: "c", lead: { mean: 1 }, sure: true });
  });

  test("names none where each wins somewhere, or where two do equally well", () => {
    expect(dominantOf(table([50, 60], [60, 50], [40, 40]))).toBeUndefined();
    expect(dominantOf(table([50, 60], [50, 60]))).toBeUndefined();
  });

  test("does not call sure what two games cannot tell from chance", () => {
    const noisy: Payoffs = { ...table([0, 0], [0, 0]), scores: [[[90, 10]], [[10, 89]]], opponents: ["x"] };
    expect(dominantOf(noisy)).toMatchObject({ doctrine: "a", sure: false });
  });

  test("lists doctrines beaten everywhere, the best over all, and the best reply to each", () => {
    const rows = table([50, 60], [60, 40], [49, 39]);
    expect(dominatedIn(rows)).toEqual([{ doctrine: "c", by: "a" }]);
    expect(rows.doctrines[bestOf(rows)]).toBe("a");
    expect(repliesIn(rows)).toEqual({ x: "b", y: "a" });
  });
});
