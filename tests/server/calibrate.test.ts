// The fit itself never runs here: only how it counts a miss, splits the episodes, and searches.

import { describe, expect, test } from "vitest";
import { houseEpisodes, loadEpisode } from "../../server/batch/episodes.ts";
import { judge, missOf, split, startOf } from "../../server/batch/fit.ts";
import { minimise } from "../../server/batch/search.ts";
import { newStream } from "../../shared/random.ts";
import { brussels } from "../helpers/scenario.ts";

const seen = (observed: number | null, low: number | null, high: number | null, modelled: number | null) =>
  missOf({ what: "x", observed, low, high, modelled, pass: false });

describe("a miss in tolerances", () => {
  test.each([
    ["as observed", seen(10, 8, 12, 10), 0],
    ["half-way to the edge", seen(10, 8, 12, 11), 0.5],
    ["at the edge", seen(10, 8, 12, 8), 1],
    ["at the nearer edge of a lopsided range", seen(10, 8, 11, 11), 1],
    ["anywhere between bounds", seen(null, 8, 12, 11.9), 0],
    ["half a range beyond", seen(null, 8, 12, 14), 2],
    ["under a single bound", seen(null, 10, null, 5), 1.5],
    ["out of sight", seen(10, 8, 12, 99), 5],
    ["no figure at all", seen(10, 8, 12, null), 5],
  ])("%s", (_, got, expected) => {
    expect(got).toBeCloseTo(expected, 12);
  });
});

const plans = houseEpisodes()
  .map(loadEpisode)
  .filter((p) => Object.keys(p.episode.bots).length === 0);

test("episodes are held back by name, by what they are, or drawn by the seed", () => {
  const ids = ([, held]: ReturnType<typeof split>) => held.map((p) => p.episode.id);
  expect(ids(split(plans, ["03-gallium-germanium"], 1))).toEqual(["03-gallium-germanium", "12-magnets-2026"]);
  const fitTo = plans.filter((p) => p.episode.set === "calibration");
  expect(ids(split(fitTo, [], 1))).toEqual(ids(split(fitTo, [], 1)));
  expect(ids(split(fitTo, [], 1))).toHaveLength(2);
  expect(split(fitTo, [], 1)[0]).toHaveLength(fitTo.length - 2);
  expect(() => split(plans, ["mars"], 1)).toThrow(/no episode "mars"/);
});

test("a parameter moves an episode unless the episode itself decides it", () => {
  const magnets = plans.filter((p) => p.episode.id === "01-magnets-2025");
  const loss = (path: string, value: number) => judge(magnets, [{ path, low: 0, high: 1 }], [value]).loss;
  const now = judge(magnets, [], []).loss;
  expect(loss("inputs[magnets].halfWeeks", 0.4)).not.toBe(now);
  expect(loss("inputs[magnets].chinaShare", 0.5)).toBe(now);
  expect(startOf(brussels.rules, [{ path: "inputs[magnets].stockWeeks", low: 1, high: 9 }])).toEqual([5]);
  expect(() => startOf(brussels.rules, [{ path: "inputs[magnets].mood", low: 1, high: 9 }])).toThrow(
    /no number/,
  );
});

describe("the search", () => {
  /** A valley that lies askew, lowest at 0.3 in every direction. */
  const valley = (x: number[]) =>
    x.reduce((sum, v, k) => sum + 10 ** (k % 3) * (v - 0.3 + 0.5 * ((x[k + 1] ?? 0.3) - 0.3)) ** 2, 0);

  test("finds the lowest place of a crooked valley, inside the bounds, and the same one again", () => {
    const run = (seed: number) =>
      minimise(valley, [0.9, 0.9, 0.1, 0.1, 0.9], { evaluations: 1500 }, newStream(seed, "test"));
    const found = run(1);
    expect(found.value).toBeLessThan(1e-4);
    for (const x of found.at) expect(Math.abs(x - 0.3)).toBeLessThan(0.05);
    expect(run(1)).toEqual(found);
    expect(run(2)).not.toEqual(found);
  });

  test("never answers worse than the start, and stays in the cube", () => {
    const steep = (x: number[]) => -x.reduce((a, b) => a + b, 0);
    const { at, value } = minimise(steep, [0.5, 0.5], { evaluations: 60 }, newStream(3, "test"));
    expect(value).toBeLessThanOrEqual(-1);
    for (const x of at) expect(x >= 0 && x <= 1).toBe(true);
  });
});
