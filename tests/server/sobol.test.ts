// Sobol indices of functions whose indices are known in closed form.

import { describe, expect, test } from "vitest";
import { designOf, indicesOf, partedBy, pointsOf } from "../../server/batch/sobol.ts";
import { redrawn } from "../../server/batch/statistics.ts";
import { newStream } from "../../shared/random.ts";

const read = (f: (x: number[]) => number, n: number, k: number, seed = 1) => {
  const points = pointsOf(designOf(n, k, newStream(seed, "sobol")));
  return indicesOf(partedBy(n, points.map(f)), redrawn(n, 200, newStream(seed, "samples")));
};

/** Ishigami and Homma 1990 with a = 7, b = 0.1, on the unit cube. */
function ishigami(x: number[]): number {
  const [a, b, c] = x.map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
}

/** Sobol's g-function: the smaller a, the more its variable matters. */
const G = [0, 1, 4.5, 9, 99];
const g = (x: number[]): number =>
  x.reduce((y, u, i) => (y * (Math.abs(4 * u - 2) + G[i]!)) / (1 + G[i]!), 1);

describe("indices", () => {
  test("of the Ishigami function are those of theory, in their intervals", () => {
    const found = read(ishigami, 4096, 3);
    const first = [0.3139, 0.4424, 0];
    const total = [0.5576, 0.4424, 0.2437];
    found.forEach((index, i) => {
      expect(Math.abs(index.first.value - first[i]!)).toBeLessThan(0.04);
      expect(Math.abs(index.total.value - total[i]!)).toBeLessThan(0.03);
      expect(index.total.low < total[i]! && total[i]! < index.total.high).toBe(true);
    });
  });

  test("of the g-function are those of theory", () => {
    const parts = G.map((a) => 1 / (3 * (1 + a) ** 2));
    const whole = parts.reduce((product, v) => product * (1 + v), 1) - 1;
    read(g, 4096, 5).forEach((index, i) => {
      const total = (parts[i]! * (whole + 1)) / (1 + parts[i]!) / whole;
      expect(Math.abs(index.first.value - parts[i]! / whole)).toBeLessThan(0.05);
      expect(Math.abs(index.total.value - total)).toBeLessThan(0.04);
    });
  });

  test("are 0 for what changes nothing, and for a function that never varies", () => {
    const [idle] = read((x) => x[1]!, 64, 2);
    expect([idle!.first.value, idle!.total.value, idle!.total.high]).toEqual([0, 0, 0]);
    expect(read(() => 5, 16, 1)[0]!.total).toEqual({ value: 0, low: 0, high: 0 });
  });
});

test("a design takes every stratum of every coordinate once, and mixes one column at a time", () => {
  const { a, b, mixed } = designOf(10, 3, newStream(2, "sobol"));
  for (let k = 0; k < 3; k++)
    expect(a.map((row) => Math.floor(10 * row[k]!)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  mixed.forEach((rows, i) => {
    rows.forEach((row, j) => {
      expect(row).toEqual(a[j]!.map((x, k) => (k === i ? b[j]![k] : x)));
    });
  });
});
