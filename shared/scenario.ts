// A scenario is checked data: start values, parameters with unit, range and source, events, seats, presets. No code.
// This file is its schema, its cross-check, and `compile`, which unwraps every parameter to a plain number (Rules).

import * as z from "zod";
import { cardSchema } from "./scenario/card.ts";
import { inputSchema, memberSchema, sectorSchema } from "./scenario/land.ts";
import { modelSchema } from "./scenario/model.ts";
import { fileSchema, projectSchema } from "./scenario/start.ts";
import { MEMBER_CODES, SEATS } from "./seat.ts";

const presetSchema = z.strictObject({
  weeks: z.int().min(13).max(260),
  secondsPerWeek: z.number().min(0).max(60),
  mode: z.enum(["running", "stop-and-think"]),
  minutes: z.int().min(5).max(600),
});

const sourceSchema = z.strictObject({
  what: z.string(),
  url: z.string(),
  grade: z.enum(["official", "relayed", "weak", "knowledge", "design"]),
});

export const PRESETS = ["quick", "class", "workshop", "full"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a scenario file must be; `parseScenario` adds the checks that cross from one part to another. */
export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  title: z.string(),
  /** Monday of week 0, ISO date. */
  start: z.iso.date(),
  presets: z.record(z.enum(PRESETS), presetSchema),
  /** Seats offered to people, the first ones first. */
  seats: z.array(z.enum(SEATS)).min(3),
  members: z.array(memberSchema).min(3).max(27),
  sectors: z.array(sectorSchema).min(1).max(16),
  inputs: z.array(inputSchema).min(1).max(8),
  projects: z.array(projectSchema).max(24),
  files: z.array(fileSchema).max(24),
  calendar: z.strictObject({
    councilDayEvery: z.int().min(1),
    talksEvery: z.int().min(1),
    talksFirst: z.int().min(0),
    lobbyEvery: z.int().min(1),
    presidency: z.array(z.strictObject({ tick: z.int(), member: z.enum(MEMBER_CODES) })),
    elections: z.array(z.strictObject({ tick: z.int(), member: z.enum(MEMBER_CODES) })),
    /** Waves in which the general licences of last year end. */
    licenceWaves: z.array(z.int()),
    /** Week in which Beijing's suspended package of controls comes back unless prolonged. */
    packageReturns: z.int(),
    source: z.string(),
  }),
  cards: z.array(cardSchema).max(80),
  model: modelSchema,
  sources: z.record(z.string(), sourceSchema),
});

export type Scenario = z.infer<typeof scenarioSchema>;

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
}

export interface Problem {
  /** Where in the file, as "members[3].gdp.value". */
  path: string;
  reason: string;
}

const printPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );

/** Checks a scenario: its shape, then sums, references and ranges. Answers the scenario or every problem found. */
export function parseScenario(json: unknown): { scenario: Scenario } | { problems: Problem[] } {
  const shape = scenarioSchema.safeParse(json);
  if (!shape.success)
    return {
      problems: shape.error.issues.map((issue) => ({ path: printPath(issue.path), reason: issue.message })),
    };
  const problems = crossCheck(shape.data);
  return problems.length > 0 ? { problems } : { scenario: shape.data };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The checks that no schema can make: sums, references, lengths, and the Council vote of 4 October 2024. */
function crossCheck(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const fail = (path: string, reason: string) => problems.push({ path, reason });
  checkNames(scenario, fail);
  checkSums(scenario, fail);
  checkVote(scenario, fail);
  checkSources(scenario, scenario.sources, "", fail);
  return problems;
}

type Fail = (path: string, reason: string) => void;

function checkNames(scenario: Scenario, fail: Fail): void {
  const members = new Set<string>(scenario.members.map((m) => m.code));
  const sectors = new Set(scenario.sectors.map((s) => s.id));
  const inputs = new Set(scenario.inputs.map((i) => i.id));
  const known = (set: Set<string>, name: string | undefined, path: string, what: string) => {
    if (name !== undefined && !set.has(name)) fail(path, `no ${what} is called "${name}"`);
  };
  const twice = (names: readonly string[], path: string) => {
    names.forEach((name, i) => {
      if (names.indexOf(name) !== i) fail(`${path}[${i}]`, `"${name}" stands here twice`);
    });
  };
  twice(
    scenario.members.map((m) => m.code),
    "members",
  );
  twice(
    scenario.sectors.map((s) => s.id),
    "sectors",
  );
  twice(
    scenario.inputs.map((i) => i.id),
    "inputs",
  );
  twice(
    scenario.projects.map((p) => p.id),
    "projects",
  );
  twice(
    scenario.files.map((f) => f.id),
    "files",
  );
  twice(
    scenario.cards.map((c) => c.id),
    "cards",
  );
  scenario.members.forEach((m, i) => {
    m.iconic.forEach((id, k) => known(sectors, id, `members[${i}].iconic[${k}]`, "sector"));
  });
  scenario.projects.forEach((p, i) => {
    known(members, p.host, `projects[${i}].host`, "member");
    known(inputs, p.input, `projects[${i}].input`, "input");
  });
  scenario.files.forEach((f, i) => known(sectors, f.sector, `files[${i}].sector`, "sector"));
  scenario.calendar.presidency.forEach((p, i) =>
    known(members, p.member, `calendar.presidency[${i}].member`, "member"),
  );
  scenario.calendar.elections.forEach((e, i) =>
    known(members, e.member, `calendar.elections[${i}].member`, "member"),
  );
  scenario.seats.forEach((seat, i) => {
    if (seat !== "commission" && seat !== "beijing") known(members, seat, `seats[${i}]`, "member");
  });
}

function checkSums(scenario: Scenario, fail: Fail): void {
  const { members, sectors, inputs } = scenario;
  const close = (got: number, want: number, tolerance: number, path: string, what: string) => {
    if (!(Math.abs(got - want) <= tolerance))
      fail(path, `${what}: the sum is ${got.toFixed(3)}, expected ${want} ± ${tolerance}`);
  };
  close(sum(members.map((m) => m.population.value)), 100, 0.1, "members", "population shares in %");
  members.forEach((m, i) => {
    if (m.exports.value.length !== sectors.length)
      fail(
        `members[${i}].exports.value`,
        `has ${m.exports.value.length} numbers for ${sectors.length} sectors`,
      );
    if (m.use.value.length !== inputs.length)
      fail(`members[${i}].use.value`, `has ${m.use.value.length} numbers for ${inputs.length} inputs`);
  });
  sectors.forEach((s, k) => {
    const total = sum(members.map((m) => m.exports.value[k] ?? 0));
    close(total, s.exports.value, 0.02 * s.exports.value + 0.01, `sectors[${k}].exports`, "members' exports");
  });
  inputs.forEach((input, k) => {
    close(sum(members.map((m) => m.use.value[k] ?? 0)), 1, 0.01, `inputs[${k}]`, "members' shares of use");
  });
}

/** The weights must reproduce the one vote we know: 45.99 % for, 31.36 % abstaining, 22.65 % against (2024 weights). */
function checkVote(scenario: Scenario, fail: Fail): void {
  if (scenario.members.length !== MEMBER_CODES.length) return;
  const known = { for: 45.99, abstain: 31.36, against: 22.65 } as const;
  for (const ballot of ["for", "abstain", "against"] as const) {
    const share = sum(scenario.members.filter((m) => m.evVote === ballot).map((m) => m.population.value));
    if (Math.abs(share - known[ballot]) > 0.3)
      fail(
        "members",
        `states that voted "${ballot}" on 4 October 2024 weigh ${share.toFixed(2)} %, the count was ${known[ballot]} %`,
      );
  }
}

/** Every `source` of every parameter names entries of `sources`. */
function checkSources(node: unknown, sources: Scenario["sources"], path: string, fail: Fail): void {
  if (node === null || typeof node !== "object" || node === sources) return;
  for (const [key, value] of Object.entries(node)) {
    const here = Array.isArray(node) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (/^(source|evVoteSource)$/.test(key) && typeof value === "string") {
      for (const id of value.split(" "))
        if (!Object.hasOwn(sources, id)) fail(here, `no source is called "${id}"`);
    } else checkSources(value, sources, here, fail);
  }
}

/** Unwraps every parameter of a checked scenario. The answer is frozen in spirit: nothing may write to it. */
export function compile(scenario: Scenario): Rules {
  const { sources: _, ...rest } = scenario;
  const rules = plain(rest) as Rules;
  rules.M = scenario.members.length;
  rules.S = scenario.sectors.length;
  rules.I = scenario.inputs.length;
  return rules;
}

function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== "object") return node;
  if ("value" in node && "unit" in node) return node.value;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}

/** A number given for games of 78, 104, 156 and 208 weeks, at any length in between (and held flat outside). */
export function byHorizon(values: readonly number[], weeks: number): number {
  const at = [78, 104, 156, 208];
  if (weeks <= 78) return values[0]!;
  for (let k = 1; k < 4; k++) {
    if (weeks <= at[k]!) {
      const share = (weeks - at[k - 1]!) / (at[k]! - at[k - 1]!);
      return values[k - 1]! + share * (values[k]! - values[k - 1]!);
    }
  }
  return values[3]!;
}

/** Position of a member, sector or input by its id; throws when there is none, since ids are checked at the door. */
export function indexOf(list: readonly { id?: string; code?: string }[], id: string): number {
  const k = list.findIndex((item) => item.id === id || item.code === id);
  if (k < 0) throw new RangeError(`nothing is called "${id}"`);
  return k;
}
