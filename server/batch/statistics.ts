// What a sample says about what it was drawn from: means with t intervals, shares with Wilson intervals, and bootstrap
// intervals for everything else. All intervals are 95 %.

import { below, type Stream } from "../../shared/random.ts";

export interface Interval {
  low: number;
  high: number;
}

export interface Estimate extends Interval {
  mean: number;
  sd: number;
}

export interface Share extends Interval {
  share: number;
}

/** Normal quantile of 97.5 %, and those of t with one to four degrees of freedom, where the expansion fails. */
const Z = 1.959964;
const FEW = [12.7062, 4.30265, 3.18245, 2.77645];

/** Quantile of 97.5 % of Student's t (Cornish-Fisher expansion of Abramowitz and Stegun 26.7.5, within 0.001). */
export function quantileT(freedom: number): number {
  if (freedom < 1) return Number.POSITIVE_INFINITY;
  if (freedom <= FEW.length) return FEW[freedom - 1]!;
  const g1 = (Z ** 3 + Z) / 4;
  const g2 = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const g3 = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3;
}

export const meanOf = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;

/** Mean with its interval; one figure alone says nothing about its spread, and its interval is itself. */
export function estimate(xs: readonly number[]): Estimate {
  const mean = meanOf(xs);
  const sd = xs.length < 2 ? 0 : Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1));
  const half = sd === 0 ? 0 : (quantileT(xs.length - 1) * sd) / Math.sqrt(xs.length);
  return { mean, sd, low: mean - half, high: mean + half };
}

/** Share of hits among n with Wilson's interval (1927), which stays within 0 and 1 at the edges. */
export function wilson(hits: number, n: number): Share {
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n * n));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Rows 0 to n - 1 drawn again with replacement, so many times. */
export const redrawn = (n: number, draws: number, random: Stream): number[][] =>
  Array.from({ length: draws }, () => Array.from({ length: n }, () => below(random, n)));

/** The middle 95 % of a statistic's values over redrawn samples. */
export function middle(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}

/** Rounds every number of an answer for print. */
export function rounded<T>(node: T, digits: number): T {
  if (typeof node === "number") return Number(node.toFixed(digits)) as T;
  if (Array.isArray(node)) return node.map((item) => rounded(item, digits)) as T;
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, rounded(v, digits)])) as T;
}
