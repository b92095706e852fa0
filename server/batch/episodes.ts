// npm run episodes -- [files] [--json] [--schema]: plays episodes of history and shows what the model says beside what was
// observed. Without files: those of the house. Exits with 2 on a file that is no episode, never because of a miss.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import {
  type Comparison,
  type EpisodeResult,
  episodeSchema,
  type Prepared,
  parseEpisode,
  playEpisode,
  prepare,
  type Verdicts,
} from "../../shared/episode.ts";
import { loadScenario, ScenarioError } from "../scenarios.ts";
import { flagsOf, readJson, run } from "./command.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "assets", "episodes");

export class EpisodeError extends Error {
  override name = "EpisodeError";
}

/** The episodes of the house, in the order of their names. */
export const houseEpisodes = (folder = FOLDER): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(folder, file));

/** Reads and checks an episode file. Throws an EpisodeError that names the file, and each path with its reason. */
export function loadEpisode(path: string): Prepared {
  const parsed = parseEpisode(readJson(path, EpisodeError));
  const ready =
    "problems" in parsed ? parsed : prepare(parsed.episode, baseOf(path, parsed.episode.scenario));
  if ("plan" in ready) return ready.plan;
  const rows = ready.problems.map((p) => `  ${p.path || "(top)"}: ${p.reason}`);
  throw new EpisodeError(`${path} is no episode:\n${rows.join("\n")}`);
}

function baseOf(path: string, id: string) {
  try {
    return loadScenario(id).scenario;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new EpisodeError(`${path} is no episode:\n  scenario: ${error.message}`);
  }
}

const figure = (x: number | null): string => (x === null ? "-" : String(Number(x.toPrecision(4))));

function rangeOf({ low, high }: Comparison): string {
  if (low === null) return `to ${figure(high)}`;
  return high === null ? `from ${figure(low)}` : `${figure(low)} to ${figure(high)}`;
}

/** The table of one episode as people read it; a miss that was known says why. */
function table(plan: Prepared, { result, refusals }: Verdicts): string {
  const { episode } = plan;
  const rows = result.checks.map((c, k) => {
    const known = episode.checks[k]?.expect === "miss" ? `  known: ${episode.checks[k]!.reason}` : "";
    const cells = [figure(c.observed).padStart(9), rangeOf(c).padStart(22), figure(c.modelled).padStart(9)];
    return `  ${c.pass ? "pass" : "MISS"} ${cells.join(" ")}  ${c.what}${c.pass ? "" : known}`;
  });
  const refused = refusals.map(
    (r) => `  seed ${r.seed}, week ${r.week}: script[${r.entry}] refused: ${r.reason}`,
  );
  const head = `${episode.id} (${episode.set}): ${episode.title}\n       observed               passes   modelled`;
  return [head, ...rows, ...refused, ""].join("\n");
}

/** Plays an episode; figures that run out of all bounds are the file's fault. */
function played(plan: Prepared): Verdicts {
  try {
    return playEpisode(plan);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EpisodeError(`the episode "${plan.episode.id}" cannot be played: ${error.message}`);
  }
}

function main(): void {
  const options = {
    json: { type: "boolean", default: false },
    schema: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = flagsOf(options, true);
  if (values.schema) {
    console.log(JSON.stringify(z.toJSONSchema(episodeSchema, { io: "input" }), null, 2));
    return;
  }
  const plans = (positionals.length > 0 ? positionals : houseEpisodes()).map(loadEpisode);
  const results: EpisodeResult[] = [];
  for (const plan of plans) {
    const verdicts = played(plan);
    results.push(verdicts.result);
    if (!values.json) console.log(table(plan, verdicts));
  }
  const checks = results.flatMap((r) => r.checks);
  if (values.json) console.log(JSON.stringify(results));
  else console.log(`${checks.filter((c) => c.pass).length} of ${checks.length} checks pass`);
}

if (import.meta.main) await run(main, EpisodeError);
