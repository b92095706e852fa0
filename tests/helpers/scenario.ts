// The scenarios of the house, read, checked and compiled once for all tests.

import { readFileSync } from "node:fs";
import { compile, parseScenario, type Rules, type Scenario } from "../../shared/scenario.ts";

const read = (id: string): string =>
  readFileSync(new URL(`../../assets/scenarios/${id}.json`, import.meta.url), "utf8");

function load(id: string): { text: string; scenario: Scenario; rules: Rules } {
  const text = read(id);
  const result = parseScenario(JSON.parse(text));
  if ("problems" in result)
    throw new Error(`${id}: ${result.problems.map((p) => `${p.path}: ${p.reason}`).join("; ")}`);
  return { text, scenario: result.scenario, rules: compile(result.scenario) };
}

/** The whole Union from 29 June 2026. Shared by all tests of a file: change a `structuredClone` of it, never this. */
export const brussels = load("brussels-2026");

/** Three states, two sectors, one input; the same model. */
export const tiny = load("tiny");
