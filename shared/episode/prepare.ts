// From an episode to a plan: the base scenario as the episode changes it, and everything in it that must lead somewhere.
// All problems of a stage are found at once, each with the path in the file and the reason.

import { parsePlayable } from "../playable.ts";
import { compile, type Problem, type Rules, type Scenario } from "../scenario.ts";
import { clone } from "../state.ts";
import { type Fail, inspect, inspectStart, orFail } from "./inspect.ts";
import { quantitiesOf } from "./measure.ts";
import { type Names, places, scaled, setAt, valueAt } from "./path.ts";
import { type Plan, STATE } from "./play.ts";
import type { Episode } from "./schema.ts";
import type { Quantity } from "./vocabulary.ts";

const scenarioNames = (s: Scenario): Names => ({
  members: s.members.map((m) => m.code),
  sectors: s.sectors.map((x) => x.id),
  inputs: s.inputs.map((x) => x.id),
});

/** Dates that would lie beyond every episode. */
const NEVER = 100_000;

/** A goal about nothing that can be left out: nobody keeps score in an episode. */
const NO_GOAL = { kind: "deals", most: 0, text: "None." } as const;

function leaveOut(scenario: Scenario, parts: Episode["without"]): void {
  for (const member of scenario.members) member.goals = [NO_GOAL, NO_GOAL];
  for (const part of parts) {
    if (part !== "calendar") scenario[part] = [];
    else
      Object.assign(scenario.calendar, { elections: [], dates: [], licenceWaves: [], packageReturns: NEVER });
  }
}

/** The base scenario with the episode's changes; `touched` = the places changed, for a fit that must leave them alone. */
function changedScenario(
  episode: Episode,
  base: Scenario,
  fail: Fail,
): { scenario: Scenario; touched: Set<string> } {
  const scenario = clone(base);
  leaveOut(scenario, episode.without);
  const touched = new Set<string>();
  episode.overrides.forEach(({ path, value, scale }, k) => {
    if (path.startsWith(STATE)) return;
    orFail(fail, `overrides[${k}].path`, () => {
      for (const place of places(scenario, path, scenarioNames(scenario))) {
        const old = valueAt(place);
        const next = scale === undefined ? clone(value) : scaled(old, scale);
        if (typeof next !== typeof old) return fail(`overrides[${k}].value`, `takes a ${typeof old}`);
        setAt(place, next);
        touched.add(place.address.replace(/\.value$/, ""));
      }
    });
  });
  return { scenario, touched };
}

/** Limits at which a game would end early; history went on. */
function endless(rules: Rules): Rules {
  rules.model.heat.collapseWeeks = Number.POSITIVE_INFINITY;
  rules.model.heat.lossWeeks = Number.POSITIVE_INFINITY;
  return rules;
}

export interface Prepared extends Plan {
  /** Places of the scenario that the episode itself decides. */
  touched: ReadonlySet<string>;
}

/** Checks everything in an episode against its base scenario, and answers what is needed to play it. */
export function prepare(episode: Episode, base: Scenario): { plan: Prepared } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const fail: Fail = (path, reason) => problems.push({ path, reason });
  const { scenario, touched } = changedScenario(episode, base, fail);
  const parsed = parsePlayable(scenario);
  if ("problems" in parsed)
    for (const p of parsed.problems) fail("overrides", `make no valid scenario: ${p.path} ${p.reason}`);
  if (problems.length > 0 || "problems" in parsed) return { problems };
  const rules = endless(compile(parsed.scenario));
  inspectStart(episode, rules, fail);
  if (problems.length > 0) return { problems };
  inspect(episode, rules, fail);
  if (problems.length > 0) return { problems };
  return { plan: { episode, rules, touched, quantities: quantities(episode) } };
}

/** Every figure that the checks read, once each. */
function quantities(episode: Episode): Quantity[] {
  const all = episode.checks.flatMap((check) => quantitiesOf(check.measure));
  return [...new Map(all.map((q) => [JSON.stringify(q), q])).values()];
}
