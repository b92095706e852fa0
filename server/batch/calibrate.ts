// npm run calibrate -- [files] [--parameters file] [--holdout ids] [--seed n] [--evaluations n] [--profile n] [--json]: fits
// a few parameters to episodes of history, holds others back to test the fit, and says how well each parameter is pinned
// down. Policy (what licences let through) is part of the episodes and never fitted. It changes no file.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { PathError, places, setAt, valueAt } from "../../shared/episode/path.ts";
import { namesOf } from "../../shared/episode/quantity.ts";
import { type Check, type Comparison, type Prepared, playEpisode } from "../../shared/episode.ts";
import { newStream, uniform } from "../../shared/random.ts";
import type { Rules } from "../../shared/scenario.ts";
import { clone } from "../../shared/state.ts";
import { loadScenario } from "../scenarios.ts";
import { EpisodeError, houseEpisodes, loadEpisode } from "./episodes.ts";
import { minimise } from "./search.ts";

const parameterSchema = z
  .array(z.strictObject({ path: z.string().min(1), low: z.number(), high: z.number() }))
  .min(1)
  .max(14);
/** A parameter that may move between bounds: its path in the scenario, in its own unit. */
export type Parameter = z.infer<typeof parameterSchema>[number];

/** What the episodes of the house can say something about. */
const USUAL: Parameter[] = [
  { path: "inputs[magnets].halfWeeks", low: 0.4, high: 2 },
  { path: "inputs[magnets].covered", low: 0.8, high: 0.95 },
  { path: "model.inputs.adjustWeeks", low: 4, high: 12 },
  { path: "model.inputs.bufferRisk", low: 1, high: 4 },
  { path: "model.inputs.riskUp", low: 0.02, high: 0.08 },
  { path: "model.inputs.riskHalfLife", low: 39, high: 156 },
  { path: "model.inputs.starts", low: 0.001, high: 0.01 },
  { path: "model.inputs.allyCap", low: 0.03, high: 0.15 },
  { path: "model.inputs.exit", low: 0.003, high: 0.02 },
  { path: "model.inputs.spotStock", low: 0.2, high: 1 },
  { path: "model.inputs.spotRisk", low: 0.4, high: 2 },
  { path: "sectors[vehicles].elasticity", low: 1, high: 3 },
  { path: "model.trade.leakage", low: 0.25, high: 0.9 },
  { path: "model.trade.exportDecline", low: 0, high: 0.09 },
];

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

export interface Fit {
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

export interface Pinned extends Parameter {
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

const round = (x: number): number => Number(x.toPrecision(4));

/** The answer as it is printed. */
function report(base: Rules, [fitTo, held]: [Prepared[], Prepared[]], settings: Settings) {
  const { parameters, seed, evaluations } = settings;
  const start = startOf(base, parameters);
  const { fitted, loss, pinned } = calibrate(fitTo, start, settings);
  const before = judge([...fitTo, ...held], parameters, start);
  const after = judge([...fitTo, ...held], parameters, fitted);
  return {
    ...{
      seed,
      evaluations,
      calibration: fitTo.map((p) => p.episode.id),
      holdout: held.map((p) => p.episode.id),
    },
    loss: {
      ...{ start: round(judge(fitTo, parameters, start).loss), fitted: round(loss) },
      holdoutStart: round(judge(held, parameters, start).loss),
      holdoutFitted: round(judge(held, parameters, fitted).loss),
    },
    parameters: pinned.map((p) => ({
      ...{ path: p.path, low: p.low, high: p.high, start: round(p.start), fitted: round(p.fitted) },
      ...{ from: round(p.from), to: round(p.to), share: round(p.share) },
      profile: p.profile.map((x) => ({ value: round(x.value), loss: round(x.loss) })),
    })),
    checks: after.checks.map(({ id, comparison: c }, k) => {
      const old = before.checks[k]!.comparison;
      return {
        id,
        what: c.what,
        observed: c.observed,
        low: c.low,
        high: c.high,
        start: old.modelled,
        fitted: c.modelled,
      };
    }),
  };
}

type Report = ReturnType<typeof report>;

function print({ loss, parameters, checks, ...rest }: Report): void {
  const cell = (x: number | null) => (x === null ? "-" : String(round(x))).padStart(9);
  console.log(`fitted to ${rest.calibration.join(", ")}\nheld back ${rest.holdout.join(", ") || "nothing"}`);
  console.log(
    `loss ${loss.start} -> ${loss.fitted}, held back ${loss.holdoutStart} -> ${loss.holdoutFitted}\n`,
  );
  console.log("    start    fitted      from        to  of bounds: the range that does nearly as well");
  for (const p of parameters)
    console.log(
      `${[p.start, p.fitted, p.from, p.to].map(cell).join(" ")}  ${p.profile.length > 0 ? `${Math.round(100 * p.share)} %`.padStart(9) : "not asked"}  ${p.path}`,
    );
  console.log("\n observed       low      high     start    fitted");
  for (const c of checks)
    console.log(`${[c.observed, c.low, c.high, c.start, c.fitted].map(cell).join(" ")}  ${c.id}: ${c.what}`);
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new EpisodeError(`--${name} must be a whole number of at least ${least}, not "${text}"`);
  return value;
}

function readParameters(path: string | undefined): Parameter[] {
  if (path === undefined) return USUAL;
  const parsed = parameterSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  const rows = parsed.error.issues.map((i) => `  ${z.core.toDotPath(i.path)}: ${i.message}`);
  throw new EpisodeError(`${path} is no list of parameters:\n${rows.join("\n")}`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      parameters: { type: "string" },
      holdout: { type: "string", default: "" },
      seed: { type: "string", default: "1" },
      evaluations: { type: "string", default: "300" },
      profile: { type: "string", default: "5" },
      json: { type: "boolean", default: false },
    },
  });
  const seed = whole("seed", values.seed, 0);
  const settings: Settings = {
    ...{ parameters: readParameters(values.parameters), seed },
    evaluations: whole("evaluations", values.evaluations, 1),
    ...{ profilePoints: whole("profile", values.profile, 0), profileEvaluations: 40 },
  };
  const all = (positionals.length > 0 ? positionals : houseEpisodes()).map(loadEpisode);
  // Bots answer to no parameter of the economy, and their games take a hundred times as long.
  const plans = all.filter((p) => Object.keys(p.episode.bots).length === 0);
  const scenarios = new Set(plans.map((p) => p.episode.scenario));
  if (scenarios.size !== 1)
    throw new EpisodeError("all episodes must start from one scenario, and play without bots");
  const base = loadScenario([...scenarios][0]!).rules;
  const answer = report(base, split(plans, values.holdout.split(",").filter(Boolean), seed), settings);
  if (values.json) console.log(JSON.stringify(answer));
  else print(answer);
}

if (import.meta.main)
  try {
    main();
  } catch (error) {
    if (!(error instanceof EpisodeError) && !(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS"))
      throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
