// npm run calibrate -- [files] [--parameters file] [--holdout ids] [--seed n] [--evaluations n] [--profile n] [--json]: fits
// a few parameters to episodes of history, holds others back to test the fit, and says how well each parameter is pinned
// down. It takes minutes and changes no file.

import type { Prepared } from "../../shared/episode.ts";
import type { Rules } from "../../shared/scenario.ts";
import { loadScenario } from "../scenarios.ts";
import { checkChanges, FlagError, flagsOf, MOST_GAMES, readParameters, run, whole } from "./command.ts";
import { EpisodeError, houseEpisodes, loadEpisode } from "./episodes.ts";
import { calibrate, judge, type Parameter, parameterSchema, type Settings, split, startOf } from "./fit.ts";

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

/** Most points of a profile. */
const MOST_POINTS = 1000;

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

function main(): void {
  const options = {
    parameters: { type: "string" },
    holdout: { type: "string" },
    seed: { type: "string", default: "1" },
    evaluations: { type: "string", default: "300" },
    profile: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = flagsOf(options, true);
  const seed = whole("seed", values.seed, 0);
  const path = values.parameters;
  const settings: Settings = {
    ...{ parameters: path === undefined ? USUAL : readParameters(path, parameterSchema), seed },
    evaluations: whole("evaluations", values.evaluations, 1, MOST_GAMES),
    ...{ profilePoints: whole("profile", values.profile, 0, MOST_POINTS), profileEvaluations: 40 },
  };
  const all = (positionals.length > 0 ? positionals : houseEpisodes()).map(loadEpisode);
  // Bots answer to no parameter of the economy, and their games take a hundred times as long.
  const plans = all.filter((p) => Object.keys(p.episode.bots).length === 0);
  const scenarios = new Set(plans.map((p) => p.episode.scenario));
  if (scenarios.size !== 1)
    throw new EpisodeError("all episodes must start from one scenario, and play without bots");
  const [scenario] = [...scenarios] as [string];
  for (const end of ["low", "high"] as const)
    checkChanges(
      scenario,
      settings.parameters.map((parameter) => ({ path: parameter.path, value: parameter[end] })),
    );
  const parted = split(plans, values.holdout?.split(",").map((id) => id.trim()) ?? [], seed);
  if (parted[0].length === 0) throw new FlagError("all episodes are held back, and none is left to fit to");
  const answer = report(loadScenario(scenario).rules, parted, settings);
  if (values.json) console.log(JSON.stringify(answer));
  else print(answer);
}

if (import.meta.main) await run(main, EpisodeError);
