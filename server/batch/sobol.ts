// Sobol indices: which of many uncertain parameters the answer's variance comes from. First-order: by the parameter
// alone (estimator of Saltelli et al. 2010, centred); total: with all its interactions (Jansen 1999).

import { type Stream, uniform } from "../../shared/random.ts";
import { type Interval, meanOf, middle } from "./statistics.ts";

type Point = number[];

/** Points of the unit cube, in the order in which they are evaluated: A, B, then A with one column of B, column by column. */
export interface Design {
  a: Point[];
  b: Point[];
  mixed: Point[][];
}

/** n points, each coordinate once in each of n equal strata (Latin hypercube, McKay et al. 1979). */
function hypercube(n: number, k: number, random: Stream): Point[] {
  const columns = Array.from({ length: k }, () => {
    const strata = Array.from({ length: n }, (_, row) => ({ row, rank: uniform(random) }));
    return strata.sort((x, y) => x.rank - y.rank).map(({ row }) => (row + uniform(random)) / n);
  });
  return Array.from({ length: n }, (_, row) => columns.map((column) => column[row]!));
}

export function designOf(n: number, k: number, random: Stream): Design {
  const a = hypercube(n, k, random);
  const b = hypercube(n, k, random);
  const mixed = Array.from({ length: k }, (_, i) =>
    a.map((row, j) => row.map((x, col) => (col === i ? b[j]![col]! : x))),
  );
  return { a, b, mixed };
}

export const pointsOf = ({ a, b, mixed }: Design): Point[] => [...a, ...b, ...mixed.flat()];

/** What was found at the points of a design, row by row. */
export interface Found {
  a: number[];
  b: number[];
  mixed: number[][];
}

/** Parts values in the order of `pointsOf` again. */
export function partedBy(n: number, values: readonly number[]): Found {
  const rows = (k: number) => values.slice(k * n, (k + 1) * n);
  const k = values.length / n - 2;
  return { a: rows(0), b: rows(1), mixed: Array.from({ length: k }, (_, i) => rows(2 + i)) };
}

const at = (column: readonly number[], rows: readonly number[]): number[] => rows.map((j) => column[j]!);

/** Mean and variance of the answer over the first two matrices. */
function spread({ a, b }: Found, rows: readonly number[]): { mean: number; variance: number } {
  const all = [...at(a, rows), ...at(b, rows)];
  const mean = meanOf(all);
  return { mean, variance: meanOf(all.map((y) => (y - mean) ** 2)) };
}

/** Share of the variance from parameter i alone, over these rows; 0 where nothing varies. */
export function firstOrder(found: Found, i: number, rows: readonly number[]): number {
  const { mean, variance } = spread(found, rows);
  if (variance === 0) return 0;
  const terms = rows.map((j) => (found.b[j]! - mean) * (found.mixed[i]![j]! - found.a[j]!));
  return meanOf(terms) / variance;
}

/** Share of the variance that parameter i has a part in. */
export function totalOrder(found: Found, i: number, rows: readonly number[]): number {
  const { variance } = spread(found, rows);
  if (variance === 0) return 0;
  return meanOf(rows.map((j) => (found.a[j]! - found.mixed[i]![j]!) ** 2)) / (2 * variance);
}

export interface Index extends Interval {
  value: number;
}

interface Indices {
  first: Index;
  total: Index;
}

/** Both indices of every parameter, with bootstrap intervals over redrawn rows. */
export function indicesOf(found: Found, samples: readonly number[][]): Indices[] {
  const all = found.a.map((_, j) => j);
  const index = (of: typeof firstOrder, i: number): Index => ({
    value: of(found, i, all),
    ...middle(samples.map((rows) => of(found, i, rows))),
  });
  return found.mixed.map((_, i) => ({ first: index(firstOrder, i), total: index(totalOrder, i) }));
}
