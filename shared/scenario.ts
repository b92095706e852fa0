// A scenario is checked data: start values, parameters with unit, range and source, events, seats, presets. No code.
// This file checks a scenario and compiles it: every parameter is unwrapped to a plain number (Rules).

import type * as z from "zod";
import { crossCheck, type Problem } from "./scenario/check.ts";
import { HORIZONS } from "./scenario/model.ts";
import { type Scenario, scenarioSchema } from "./scenario/schema.ts";

export type { Problem } from "./scenario/check.ts";
export { PRESETS, type Preset, type Scenario } from "./scenario/schema.ts";

/** A scenario with every parameter replaced by its value. */
type Plain<T> = T extends { value: infer V; unit: string }
  ? V
  : T extends readonly (infer U)[]
    ? Plain<U>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;

export interface Rules extends Plain<Omit<Scenario, "sources">> {
  /** Number of members, sectors, inputs. */
  M: number;
  S: number;
  I: number;
  /** What each member bears is drawn within these bounds at the start of a game, % of GDP. */
  toleranceRange: [number, number][];
}

const printPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );

/** Checks a scenario: its shape, then sums, references and ranges. Answers the scenario or every problem found. */
export function parseScenario(json: unknown): { scenario: Scenario } | { problems: Problem[] } {
  const shape = scenarioSchema.safeParse(json, {
    error: (issue) => (issue.input === undefined ? "is missing" : undefined),
  });
  if (!shape.success) return { problems: shape.error.issues.flatMap(explain) };
  const problems = crossCheck(shape.data);
  return problems.length > 0 ? { problems } : { scenario: shape.data };
}

/** A fault of shape with the path of the field itself; unknown fields one by one. */
function explain(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "unrecognized_keys") return [{ path: printPath(issue.path), reason: issue.message }];
  return issue.keys.map((key) => ({
    path: printPath([...issue.path, key]),
    reason: "is no field of a scenario",
  }));
}

/** Unwraps every parameter of a checked scenario. The answer is frozen in spirit: nothing may write to it. */
export function compile(scenario: Scenario): Rules {
  const { sources: _, ...rest } = scenario;
  const rules = plain(rest) as Rules;
  rules.M = scenario.members.length;
  rules.S = scenario.sectors.length;
  rules.I = scenario.inputs.length;
  rules.toleranceRange = scenario.members.map(({ tolerance: t }) => t.range ?? [t.value, t.value]);
  return rules;
}

function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== "object") return node;
  if ("value" in node && "unit" in node) return node.value;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}

/** A number given for games of the `HORIZONS`, at any length in between (and held flat outside). */
export function byHorizon(values: readonly number[], weeks: number): number {
  const k = HORIZONS.findIndex((length) => weeks <= length);
  if (k <= 0) return values.at(k)!;
  const [from, to] = [HORIZONS[k - 1]!, HORIZONS[k]!];
  const share = (weeks - from) / (to - from);
  return values[k - 1]! + share * (values[k]! - values[k - 1]!);
}

/** Position of a member state among those of the scenario; -1 for any other name. */
export function memberAt({ members }: Pick<Rules, "members">, code: string | undefined): number {
  for (let m = 0; m < members.length; m++) if (members[m]!.code === code) return m;
  return -1;
}

/** Position of a member, sector or input by its id; throws when there is none, since ids are checked at the door. */
export function indexOf(list: readonly { id?: string; code?: string }[], id: string): number {
  const k = list.findIndex((item) => item.id === id || item.code === id);
  if (k < 0) throw new RangeError(`nothing is called "${id}"`);
  return k;
}
