// History as a test of the model. An episode is data: how a stretch of history begins, what was done in it, what was
// seen of it. This file plays it and sets what the model says beside what was observed; a miss is shown as a miss.

import { weekOf } from "./episode/calendar.ts";
import { measure, type Runs } from "./episode/measure.ts";
import { type Plan, playRun, type Refusal, type Run } from "./episode/play.ts";
import type { Check } from "./episode/schema.ts";
import type { Omission } from "./episode/vocabulary.ts";
import { sum } from "./exact.ts";

export { parseEpisode } from "./episode/parse.ts";
export type { Plan, Refusal } from "./episode/play.ts";
export { type Prepared, prepare } from "./episode/prepare.ts";
export { type Check, type Episode, episodeSchema } from "./episode/schema.ts";

/** One comparison. Bounds are null where there is none; `modelled` is null when the model gives no such figure. */
export interface Comparison {
  what: string;
  observed: number | null;
  low: number | null;
  high: number | null;
  modelled: number | null;
  pass: boolean;
}

export interface EpisodeResult {
  id: string;
  set: "calibration" | "holdout";
  checks: Comparison[];
}

export interface Verdicts {
  result: EpisodeResult;
  /** What of the script could not be carried out, by seed and week. */
  refusals: Refusal[];
}

/** The runs of one seed, each played when it is first asked for. */
function runsOf(plan: Plan, seed: number): Runs & { whole: Run } {
  const { start, weeks } = plan.episode;
  const played = new Map<string, Run>();
  const run = (omitted: readonly Omission[]): Run => {
    const key = JSON.stringify(omitted);
    const known = played.get(key) ?? playRun(plan, seed, omitted);
    played.set(key, known);
    return known;
  };
  return {
    start,
    weeks,
    whole: run([]),
    series: (value, omitted) => run(omitted).series.get(JSON.stringify(value))!,
  };
}

type Bounds = Pick<Comparison, "observed" | "low" | "high">;

/** Bounds of what passes, and the observed value as a number. */
function boundsOf(start: string, check: Check): Bounds {
  const { observed: seen, tolerance, low = null, high = null } = check;
  const observed = seen === undefined ? null : typeof seen === "string" ? weekOf(start, seen) : seen;
  if (observed === null || !tolerance) return { observed, low, high };
  const { relative, absolute, weeks } = tolerance;
  const half = relative === undefined ? (absolute ?? weeks)! : relative * Math.abs(observed);
  return { observed, low: observed - half, high: observed + half };
}

const liesIn = (x: number, low: number | null, high: number | null): boolean =>
  (low === null || x >= low) && (high === null || x <= high);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The seeds' values as one. */
function across(values: readonly (number | null)[], how: Check["across"]): number | null {
  const given = values.filter((x) => x !== null);
  if (typeof how === "object") {
    const { low = null, high = null } = how.share;
    return given.filter((x) => liesIn(x, low, high)).length / values.length;
  }
  if (given.length === 0) return null;
  return how === "median" ? median(given) : sum(given) / given.length;
}

/** How far a value lies from what was observed, or from the nearest bound where only bounds are given. */
function distance(x: number, { observed, low, high }: Bounds): number {
  if (observed !== null) return Math.abs(x - observed);
  return Math.max(0, low === null ? 0 : low - x, high === null ? 0 : x - high);
}

function compare(runs: readonly Runs[], start: string, check: Check): Comparison {
  const bounds = boundsOf(start, check);
  let best: number | null = null;
  for (let shift = -check.within; shift <= check.within; shift++) {
    const values = runs.map((r) => measure(r, check.measure, { shift, omitted: [] }));
    const value = across(values, check.across);
    if (value !== null && (best === null || distance(value, bounds) < distance(best, bounds))) best = value;
  }
  const pass = best !== null && liesIn(best, bounds.low, bounds.high);
  return { what: check.what, ...bounds, modelled: best, pass };
}

/** History's orders must be possible in the game: a refusal is a miss like any other. */
function scriptCarriedOut({ episode }: Plan, refusals: readonly Refusal[]): Comparison[] {
  const { script, seeds } = episode;
  if (refusals.length === 0 && !script.some((entry) => entry.kind === "order")) return [];
  const failed = new Set(refusals.map(({ seed, entry }) => `${seed}/${entry}`)).size;
  const what = "Entries of the script carried out, mean of the seeds";
  const bounds = { observed: script.length, low: script.length, high: script.length };
  return [{ what, ...bounds, modelled: script.length - failed / seeds, pass: failed === 0 }];
}

/** Plays an episode with all its seeds and compares; the same plan always answers the same. */
export function playEpisode(plan: Plan): Verdicts {
  const { episode } = plan;
  const runs = Array.from({ length: episode.seeds }, (_, k) => runsOf(plan, k + 1));
  const refusals = runs.flatMap((r) => r.whole.refusals);
  const checks = episode.checks.map((check) => compare(runs, episode.start, check));
  const result = {
    id: episode.id,
    set: episode.set,
    checks: [...checks, ...scriptCarriedOut(plan, refusals)],
  };
  return { result, refusals };
}
