// The scenario of a session, from the server: for the rules behind the moves, and for the sources behind the figures.

import { compile, type Rules, type Scenario } from "../shared/scenario.ts";
import { Said, words } from "./words.ts";

export interface LoadedScenario {
  scenario: Scenario;
  rules: Rules;
}

const PATIENCE_MS = 20_000;
const loaded = new Map<string, Promise<LoadedScenario>>();

/** Fetches a scenario once. The server has checked it; it is compiled here as it is there. */
export function loadScenario(id: string): Promise<LoadedScenario> {
  const known = loaded.get(id);
  if (known) return known;
  const loading = fetchScenario(id);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}

async function fetchScenario(id: string): Promise<LoadedScenario> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const reply = await fetch(`/api/scenarios/${encodeURIComponent(id)}`, { signal }).catch(() => {
    throw new Said(words.errors.offline);
  });
  if (!reply.ok) throw new Said(words.problems["no-such-scenario"]);
  const scenario = (await reply.json()) as Scenario;
  return { scenario, rules: compile(scenario) };
}
