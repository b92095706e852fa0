// Search for the least of a function on the unit cube: uniform draws first, then a (1+1) evolution strategy that learns
// the shape of the valley from its own steps (Igel, Suttorp and Hansen 2006). Deterministic by its stream. The search
// asks for a value and waits for it, so that values may come from other threads.

import { exp } from "../../shared/exact.ts";
import { normal, type Stream, uniform } from "../../shared/random.ts";

export interface Found {
  at: number[];
  value: number;
}

type Matrix = number[][];

const identity = (n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

/** Lower triangle L with L·Lᵀ = c, for a positive definite c. */
function cholesky(c: Matrix): Matrix {
  const n = c.length;
  const l = identity(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = c[i]![j]!;
      for (let k = 0; k < j; k++) rest -= l[i]![k]! * l[j]![k]!;
      l[i]![j] = i === j ? Math.sqrt(Math.max(rest, 1e-20)) : rest / l[j]![j]!;
    }
  return l;
}

const times = (l: Matrix, z: readonly number[]): number[] =>
  l.map((row) => row.reduce((sum, x, k) => sum + x * z[k]!, 0));

/** Into the cube, mirrored at its walls. */
function fold(x: number): number {
  const y = Math.abs(x) % 2;
  return y > 1 ? 2 - y : y;
}

/** Success rates and learning speeds of the strategy, as published. */
const TARGET = 2 / 11;
const SPEED = 1 / 12;
const LUCKY = 0.44;

/** Yields a place, is told its value, and returns the best place found. */
type Search = Generator<number[], Found, number>;

/** Steps of the evolution strategy from a start, `evaluations` of them. */
function* evolve(start: Found, evaluations: number, sigma: number, random: Stream): Search {
  const n = start.at.length;
  const damping = 1 + n / 2;
  const pathSpeed = 2 / (n + 2);
  const shapeSpeed = 2 / (n * n + 6);
  let best = start;
  let size = sigma;
  let rate = TARGET;
  let shape = identity(n);
  let factor = shape;
  let path = new Array<number>(n).fill(0);
  for (let k = 0; k < evaluations; k++) {
    const step = times(
      factor,
      Array.from({ length: n }, () => normal(random)),
    );
    const at = best.at.map((x, i) => fold(x + size * step[i]!));
    const value = yield at;
    const better = value <= best.value;
    rate = (1 - SPEED) * rate + (better ? SPEED : 0);
    size = Math.min(0.5, size * exp((rate - TARGET) / (1 - TARGET) / damping));
    if (!better) continue;
    best = { at, value };
    const push = rate < LUCKY ? Math.sqrt(pathSpeed * (2 - pathSpeed)) : 0;
    path = path.map((p, i) => (1 - pathSpeed) * p + push * step[i]!);
    const kept = 1 - shapeSpeed + (push > 0 ? 0 : shapeSpeed * pathSpeed * (2 - pathSpeed));
    shape = shape.map((row, i) => row.map((c, j) => kept * c + shapeSpeed * path[i]! * path[j]!));
    factor = cholesky(shape);
  }
  return best;
}

export interface SearchSettings {
  evaluations: number;
  sigma?: number;
  /** Share of the evaluations that are drawn blindly. */
  blind?: number;
}

/** Looks for the lowest place within so many evaluations. `start` counts among what was found. */
export function* searching(
  start: readonly number[],
  { evaluations, sigma = 0.15, blind = 1 / 3 }: SearchSettings,
  random: Stream,
): Search {
  let best: Found = { at: [...start], value: yield [...start] };
  const drawn = Math.floor(evaluations * blind);
  for (let k = 0; k < drawn; k++) {
    const at = start.map(() => uniform(random));
    const value = yield at;
    if (value < best.value) best = { at, value };
  }
  return yield* evolve(best, evaluations - drawn, sigma, random);
}

/** The lowest place found of a function that answers at once. */
export function minimise(
  f: (x: number[]) => number,
  start: readonly number[],
  settings: SearchSettings,
  random: Stream,
): Found {
  const search = searching(start, settings, random);
  let step = search.next();
  while (!step.done) step = search.next(f(step.value));
  return step.value;
}
