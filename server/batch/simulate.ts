// npm run simulate: many games with bots in every seat, on all cores. JSON on stdout, progress on stderr.

import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { mixedBots } from "../../shared/bots/table.ts";
import { PRESETS, type Preset } from "../../shared/scenario.ts";
import type { Verdict } from "../../shared/state.ts";
import { loadScenario, ScenarioError } from "../scenarios.ts";
import { playGame } from "./game.ts";

interface Task {
  scenario: string;
  preset: Preset;
  seeds: number[];
}

interface Outcome {
  verdict: Verdict;
  weeks: number;
  early: boolean;
  security: number;
  heatPeak: number;
  scores: number[];
}

function playTask(task: Task, done: (outcome: Outcome) => void): void {
  const loaded = loadScenario(task.scenario);
  for (const seed of task.seeds) {
    const { state } = playGame(loaded, { preset: task.preset, seed, botOf: mixedBots(seed) });
    const { verdict, early, security, scores } = state.ending!;
    done({ verdict, early, security, scores, weeks: state.tick, heatPeak: state.tally.heatPeak });
  }
}

const mean = (xs: number[]): number => xs.reduce((a, b) => a + b, 0) / Math.max(1, xs.length);
const round = (x: number, digits = 3): number => Number(x.toFixed(digits));

function moments(xs: number[]): { mean: number; sd: number } {
  const m = mean(xs);
  return { mean: round(m, 1), sd: round(Math.sqrt(mean(xs.map((x) => (x - m) ** 2))), 1) };
}

/** The printed answer; shares of verdicts between 0 and 1, scores of 100. */
function report(task: Task, outcomes: Outcome[], seconds: number) {
  const share = (verdict: Verdict) =>
    round(outcomes.filter((o) => o.verdict === verdict).length / outcomes.length);
  return {
    scenario: task.scenario,
    preset: task.preset,
    games: outcomes.length,
    weeks: loadScenario(task.scenario).rules.presets[task.preset].weeks,
    ticks: outcomes.reduce((sum, o) => sum + o.weeks, 0),
    seconds: round(seconds, 2),
    verdicts: {
      practicalLeverage: share("practical-leverage"),
      unfinishedBusiness: share("unfinished-business"),
      emptyLanguage: share("empty-language"),
      uncontrolledConfrontation: share("uncontrolled-confrontation"),
    },
    /** How near games came to the two failures: hold gone in %, worst heat, share that ended early. */
    gauges: {
      security: moments(outcomes.map((o) => 100 * o.security)),
      heatPeak: moments(outcomes.map((o) => o.heatPeak)),
      endedEarly: round(mean(outcomes.map((o) => (o.early ? 1 : 0)))),
    },
    scores: {
      commission: moments(outcomes.map((o) => o.scores[0]!)),
      beijing: moments(outcomes.map((o) => o.scores[1]!)),
      members: moments(outcomes.flatMap((o) => o.scores.slice(2))),
    },
  };
}

function progress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const full = Math.round((width * done) / all);
  process.stderr.write(
    `\r[${"#".repeat(full)}${" ".repeat(width - full)}] ${done}/${all} games${done === all ? "\n" : ""}`,
  );
}

/** Deals the seeds out to one worker a core and gathers what comes back, in the order of the seeds. */
async function spread(task: Task): Promise<Outcome[]> {
  const cores = Math.max(1, Math.min(availableParallelism(), task.seeds.length));
  const outcomes = new Map<number, Outcome>();
  const work = Array.from({ length: cores }, (_, core) => {
    const seeds = task.seeds.filter((_, i) => i % cores === core);
    const worker = new Worker(new URL(import.meta.url), { workerData: { ...task, seeds } });
    let next = 0;
    worker.on("message", (outcome: Outcome) => {
      outcomes.set(seeds[next++]!, outcome);
      progress(outcomes.size, task.seeds.length);
    });
    return new Promise<void>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("exit", () => resolve());
    });
  });
  await Promise.all(work);
  return task.seeds.map((seed) => outcomes.get(seed)!);
}

/** A whole number of at least `least`, or a clear end. */
function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`--${name} must be a whole number of at least ${least}, not "${text}"`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string", default: "brussels-2026" },
      preset: { type: "string", default: "class" },
      games: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  if (!(PRESETS as readonly string[]).includes(values.preset))
    throw new RangeError(`--preset must be one of ${PRESETS.join(", ")}, not "${values.preset}"`);
  const first = whole("seed", values.seed, 0);
  const seeds = Array.from({ length: whole("games", values.games, 1) }, (_, i) => first + i);
  const task: Task = { scenario: values.scenario, preset: values.preset as Preset, seeds };
  loadScenario(task.scenario);
  const started = performance.now();
  const outcomes = await spread(task);
  const answer = report(task, outcomes, (performance.now() - started) / 1000);
  console.log(JSON.stringify(answer, null, values.json ? 0 : 2));
}

if (!isMainThread) playTask(workerData as Task, (outcome) => parentPort!.postMessage(outcome));
else
  await main().catch((error: unknown) => {
    if (
      !(
        error instanceof RangeError ||
        error instanceof ScenarioError ||
        (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")
      )
    )
      throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  });
