// Scenario files on disk, checked when they are read.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlayable } from "../shared/playable.ts";
import { compile, type Rules, type Scenario } from "../shared/scenario.ts";

const FOLDER = join(import.meta.dirname, "..", "assets", "scenarios");

export interface LoadedScenario {
  scenario: Scenario;
  rules: Rules;
  /** First 16 hex digits of the SHA-256 of the file; a journal names it. */
  hash: string;
  /** The file as sent to browsers. */
  text: string;
}

export class ScenarioError extends Error {
  override name = "ScenarioError";
}

const loaded = new Map<string, LoadedScenario>();

/** Ids of the scenarios that there are. */
export const scenarioIds = (folder = FOLDER): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

/** Reads a scenario once. Throws a ScenarioError that names the file, and each path with its reason. */
export function loadScenario(id: string, folder = FOLDER): LoadedScenario {
  const path = join(folder, `${id}.json`);
  const known = loaded.get(path);
  if (known) return known;
  if (!scenarioIds(folder).includes(id)) throw new ScenarioError(`there is no scenario called "${id}"`);
  const text = readFileSync(path, "utf8");
  const result = parsePlayable(parseJson(path, text));
  if ("problems" in result) {
    const rows = result.problems.map((p) => `  ${p.path || "(top)"}: ${p.reason}`);
    throw new ScenarioError(`${path} is not a playable scenario:\n${rows.join("\n")}`);
  }
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const entry = { scenario: result.scenario, rules: compile(result.scenario), hash, text };
  loaded.set(path, entry);
  return entry;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`${path} is not JSON: ${(error as Error).message}`);
  }
}
