// Fits parameters to episodes of history: how far the model misses, what moves with a parameter, how well each is pinned
// down. Policy is part of the episodes and never fitted.

import * as z from "zod";
import { PathError, places, setAt, valueAt } from "../../shared/episode/path.ts";
import { namesOf } from "../../shared/episode/quantity.ts";
import { type Check, type Comparison, type Prepared, playEpisode } from "../../shared/episode.ts";
import { newStream, uniform } from "../../shared/random.ts";
import type { Rules } from "../../shared/scenario.ts";
import { clone } from "../../shared/state.ts";
import { EpisodeError } from "./episodes.ts";
import { minimise } from "./search.ts";

/** A list of at most 14 parameters, as a file. */
export const parameterSchema = z
  .array(z.strictObject({ path: z.string().min(1), low: z.number(), high: z.number() }))
  .min(1)
  .max(14);
/** A parameter that may move between bounds: its path in the scenario, in its own unit. */
export type Parameter = z.infer<typeof parameterSchema>[number];

/** Misses beyond this many tolerances, and figures the model does not give, count as so many. */
const FAR = 5;

/** How far a comparison misses, in tolerances: 0 = as observed or within its bounds, 1 = at the edge of what passes. */
export function missOf({ observed, low, high, modelled }: Comparison): number {
  if (modelled === null) return FAR;
  const outside = Math.max(0, low === null ? 0 : low - modelled, high === null ? 0 : modelled - high);
  if (observed !== null && low !== null && high !== null && high > low) {
    const width = Math.max(1e-9, modelled < observed ? observed - low : high - observed);
    return Math.min(FAR, Math.abs(modelled - observed) / width);
  }
  const width = low !== null && high !== null && high > low ? (high - low) / 2 : Math.abs(high ?? low ?? 1);
  return Math.min(FAR, outside > 0 ? 1 + outside / Math.max(1e-9, width) : 0);
}

/** The rules of an episode with other parameters. What the episode itself decides stays as it is. */
function altered(plan: Prepared, parameters: readonly Parameter[], values: readonly number[]): Rules {
  const rules = clone(plan.rules);
  parameters.forEach(({ path }, k) => {
    for (const place of places(rules, path, namesOf(rules)))
      if (!plan.touched.has(place.address)) setAt(place, values[k]!);
  });
  return rules;
}

interface Fit {
  loss: number;
  checks: { id: string; check: Check; comparison: Comparison }[];
}

/** Plays the episodes with these values: the weighted sum of squared misses. */
export function judge(
  plans: readonly Prepared[],
  parameters: readonly Parameter[],
  values: readonly number[],
): Fit {
  const checks = plans.flatMap((plan) => {
    const { result } = playEpisode({ ...plan, rules: altered(plan, parameters, values) });
    return plan.episode.checks.map((check, k) => ({ id: result.id, check, comparison: result.checks[k]! }));
  });
  return { checks, loss: checks.reduce((sum, c) => sum + c.check.weight * missOf(c.comparison) ** 2, 0) };
}

export interface Settings {
  parameters: readonly Parameter[];
  seed: number;
  /** Plays of all episodes to find the fit, and for each point of a profile. */
  evaluations: number;
  profilePoints: number;
  profileEvaluations: number;
}

/** One parameter held at a value, the others fitted again around it. */
interface Point {
  value: number;
  loss: number;
}

interface Pinned extends Parameter {
  start: number;
  fitted: number;
  profile: Point[];
  /** Values whose loss is within 1 of the least, as far as looked at, and their share of the bounds. */
  from: number;
  to: number;
  share: number;
}

/** Values of the parameters in the scenario the episodes start from. Throws an EpisodeError on a path that leads nowhere. */
export function startOf(rules: Rules, parameters: readonly Parameter[]): number[] {
  return parameters.map(({ path, low, high }) => {
    const value = numberAt(rules, path);
    if (!(low < high)) throw new EpisodeError(`${path}: low must lie under high`);
    return value;
  });
}

function numberAt(rules: Rules, path: string): number {
  try {
    const [place] = places(rules, path, namesOf(rules));
    const value = place && valueAt(place);
    if (typeof value === "number") return value;
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
  }
  throw new EpisodeError(`${path} is no number of the scenario`);
}

const scale = ({ low, high }: Parameter, x: number): number => low + x * (high - low);
const unscale = ({ low, high }: Parameter, v: number): number =>
  Math.min(1, Math.max(0, (v - low) / (high - low)));

/** How the least loss grows as one parameter moves over its bounds. */
function profileOf(plans: readonly Prepared[], s: Settings, fitted: readonly number[], k: number): Point[] {
  const own = s.parameters[k]!;
  const others = s.parameters.filter((_, i) => i !== k);
  const start = others.map((p) => unscale(p, fitted[s.parameters.indexOf(p)]!));
  return Array.from({ length: s.profilePoints }, (_, j) => {
    const value = scale(own, j / (s.profilePoints - 1));
    const lossAt = (x: number[]) =>
      judge(plans, [own, ...others], [value, ...others.map((p, i) => scale(p, x[i]!))]).loss;
    const options = { evaluations: s.profileEvaluations, sigma: 0.1, blind: 0 };
    return {
      value,
      loss: minimise(lossAt, start, options, newStream(s.seed, `profile/${own.path}/${j}`)).value,
    };
  });
}

/** The values of a profile that explain history nearly as well as the best: loss within 1. */
function pin(parameter: Parameter, start: number, fitted: number, loss: number, profile: Point[]): Pinned {
  const good = [...profile.filter((p) => p.loss <= loss + 1).map((p) => p.value), fitted];
  const [from, to] = [Math.min(...good), Math.max(...good)];
  const share = (to - from) / (parameter.high - parameter.low);
  return { ...parameter, start, fitted, profile, from, to, share };
}

/** Fits, then profiles every parameter. */
export function calibrate(plans: readonly Prepared[], start: readonly number[], s: Settings) {
  const { parameters, seed, evaluations } = s;
  const valuesAt = (x: readonly number[]) => x.map((v, k) => scale(parameters[k]!, v));
  const from = start.map((v, k) => unscale(parameters[k]!, v));
  const lossAt = (x: number[]) => judge(plans, parameters, valuesAt(x)).loss;
  const best = minimise(lossAt, from, { evaluations }, newStream(seed, "calibrate"));
  const fitted = valuesAt(best.at);
  const pinned = parameters.map((parameter, k) => {
    const profile = s.profilePoints > 1 ? profileOf(plans, s, fitted, k) : [];
    return pin(parameter, start[k]!, fitted[k]!, best.value, profile);
  });
  return { fitted, loss: best.value, pinned };
}

/** Episodes to fit to and episodes to test the fit on: those named, those marked so, or one in four drawn by the seed. */
export function split(
  plans: readonly Prepared[],
  named: readonly string[],
  seed: number,
): [Prepared[], Prepared[]] {
  const unknown = named.find((id) => !plans.some((p) => p.episode.id === id));
  if (unknown !== undefined)
    throw new EpisodeError(`--holdout: there is no episode "${unknown}" that plays without bots`);
  let held = plans.filter((p) => named.includes(p.episode.id) || p.episode.set === "holdout");
  if (held.length === 0) {
    const random = newStream(seed, "holdout");
    const ranked = plans.map((plan) => ({ plan, rank: uniform(random) })).sort((a, b) => a.rank - b.rank);
    held = ranked.slice(0, Math.floor(plans.length / 4)).map((x) => x.plan);
  }
  return [plans.filter((p) => !held.includes(p)), held];
}
