// The checks that no schema can make: names that lead somewhere, sums, lengths, and the one Council vote we know.

import { sum } from "../exact.ts";
import { isMember, MEMBER_CODES } from "../seat.ts";
import { checkDeck } from "./deck.ts";
import { type Goal, scaleOf } from "./goal.ts";
import type { Scenario } from "./schema.ts";

export interface Problem {
  /** Where in the file, as "members[3].gdp.value". */
  path: string;
  reason: string;
}

export type Fail = (path: string, reason: string) => void;

/** Every problem of a scenario whose shape is right. */
export function crossCheck(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const fail: Fail = (path, reason) => problems.push({ path, reason });
  checkTwins(scenario, fail);
  checkNames(scenario, fail);
  checkMembers(scenario, fail);
  checkSums(scenario, fail);
  checkVote(scenario, fail);
  checkThresholds(scenario, fail);
  checkClock(scenario, fail);
  checkDeck(scenario, fail);
  checkGoals(scenario, fail);
  checkSources(scenario, scenario.sources, "", fail);
  return problems;
}

/** No two of a kind share a name. */
function checkTwins(scenario: Scenario, fail: Fail): void {
  const { members, sectors, inputs, projects, files, cards, templates } = scenario;
  const unique = (names: readonly string[], path: string) =>
    names.forEach((name, k) => {
      if (names.indexOf(name) !== k) fail(`${path}[${k}]`, `"${name}" stands here twice`);
    });
  unique(
    members.map((m) => m.code),
    "members",
  );
  for (const [path, list] of Object.entries({ sectors, inputs, projects, files, cards, templates }))
    unique(
      list.map((item) => item.id),
      path,
    );
  unique(scenario.seats, "seats");
  cards.forEach((card, k) =>
    unique(
      card.options.map((option) => option.id),
      `cards[${k}].options`,
    ),
  );
}

type Kind = "member" | "sector" | "input" | "project" | "file";

/** Fails when a name is given and nothing of that kind is called so. */
type Known = (kind: Kind, name: string | undefined, path: string) => void;

function checkNames(scenario: Scenario, fail: Fail): void {
  const names: Record<Kind, Set<string>> = {
    member: new Set(scenario.members.map((m) => m.code)),
    sector: new Set(scenario.sectors.map((s) => s.id)),
    input: new Set(scenario.inputs.map((i) => i.id)),
    project: new Set(scenario.projects.map((p) => p.id)),
    file: new Set(scenario.files.map((f) => f.id)),
  };
  const known: Known = (kind, name, path) => {
    if (name !== undefined && !names[kind].has(name)) fail(path, `no ${kind} is called "${name}"`);
  };
  namesOfStart(scenario, known);
  namesOfCalendar(scenario, known);
}

function namesOfStart({ members, projects, files }: Scenario, known: Known): void {
  members.forEach((m, i) => m.iconic.forEach((id, k) => known("sector", id, `members[${i}].iconic[${k}]`)));
  projects.forEach((p, i) => {
    known("member", p.host, `projects[${i}].host`);
    known("input", p.input, `projects[${i}].input`);
  });
  files.forEach((f, i) => {
    known("sector", f.sector, `files[${i}].sector`);
    known("file", f.of, `files[${i}].of`);
  });
}

function namesOfCalendar({ calendar, seats }: Scenario, known: Known): void {
  for (const row of ["presidency", "elections"] as const)
    calendar[row].forEach(({ member }, i) => known("member", member, `calendar.${row}[${i}].member`));
  seats.forEach((seat, i) => {
    if (isMember(seat)) known("member", seat, `seats[${i}]`);
  });
}

function checkMembers({ members, sectors, inputs }: Scenario, fail: Fail): void {
  const long = (row: readonly number[], want: readonly unknown[], path: string, what: string) => {
    if (row.length !== want.length) fail(path, `has ${row.length} numbers for ${want.length} ${what}`);
  };
  members.forEach((m, i) => {
    long(m.exports.value, sectors, `members[${i}].exports.value`, "sectors");
    long(m.use.value, inputs, `members[${i}].use.value`, "inputs");
    if (m.tolerance.range === undefined)
      fail(`members[${i}].tolerance.range`, "is missing, and every game draws within it");
  });
}

function checkSums({ members, sectors, inputs }: Scenario, fail: Fail): void {
  const close = (got: number, want: number, tolerance: number, path: string, what: string) => {
    if (!(Math.abs(got - want) <= tolerance))
      fail(path, `${what}: the sum is ${got.toFixed(3)}, expected ${want} ± ${tolerance.toFixed(2)}`);
  };
  close(sum(members.map((m) => m.population.value)), 100, 0.1, "members", "population shares in %");
  sectors.forEach((s, k) => {
    const total = sum(members.map((m) => m.exports.value[k] ?? 0));
    close(total, s.exports.value, 0.02 * s.exports.value + 0.01, `sectors[${k}].exports`, "members' exports");
  });
  inputs.forEach((_, k) => {
    close(sum(members.map((m) => m.use.value[k] ?? 0)), 1, 0.01, `inputs[${k}]`, "members' shares of use");
  });
}

/** Shares of the population behind each ballot as counted that day, %, by the weights of 2024. */
const EV_VOTE = { for: 45.99, abstain: 31.36, against: 22.65 } as const;

/** With all 27 at the table the weights must reproduce the count; a year moves them by less than 0.3 points. */
function checkVote({ members }: Scenario, fail: Fail): void {
  if (members.length !== MEMBER_CODES.length) return;
  for (const ballot of ["for", "abstain", "against"] as const) {
    const share = sum(members.filter((m) => m.evVote === ballot).map((m) => m.population.value));
    if (Math.abs(share - EV_VOTE[ballot]) > 0.3)
      fail(
        "members",
        `states that voted "${ballot}" on 4 October 2024 weigh ${share.toFixed(2)} %, the count was ${EV_VOTE[ballot]} %`,
      );
  }
}

/** Majorities that the states there are can reach, and least and most in their order. */
function checkThresholds({ members, model }: Scenario, fail: Fail): void {
  for (const name of ["states", "blockStates"] as const)
    if (model.law[name].value > members.length)
      fail(`model.law.${name}.value`, `is more than the ${members.length} states there are`);
  const { moves, contracts, law, politics } = model;
  // Votes are counted by who can block; everybody else reads the other side of the same line.
  if (law.people.value + law.blockPeople.value !== 100)
    fail("model.law.people.value", `does not come to 100 with blockPeople, ${law.blockPeople.value}`);
  const ordered = [
    ["model.moves.stockLeast", moves.stockLeast, "stockMost", moves.stockMost],
    ["model.moves.backLeast", moves.backLeast, "backMost", moves.backMost],
    ["model.moves.threatLeast", moves.threatLeast, "threatMost", moves.threatMost],
    ["model.moves.noticeLeast", moves.noticeLeast, "noticeMost", moves.noticeMost],
    ["model.contracts.weeksLeast", contracts.weeksLeast, "weeksMost", contracts.weeksMost],
    ["model.contracts.windowLeast", contracts.windowLeast, "windowMost", contracts.windowMost],
    ["model.contracts.windowLeast", contracts.windowLeast, "weeksLeast", contracts.weeksLeast],
    ["model.law.engagementLeast", law.engagementLeast, "engagementMost", law.engagementMost],
    ["model.politics.no", politics.no, "yes", politics.yes],
  ] as const;
  for (const [path, least, name, most] of ordered)
    if (least.value > most.value) fail(`${path}.value`, `is more than ${name}, ${most.value}`);
}

/** Dates in their order, and nothing that can never happen. */
function checkClock({ calendar, files }: Scenario, fail: Fail): void {
  calendar.presidency.forEach(({ tick }, i) => {
    if (i === 0 && tick > 0) fail("calendar.presidency[0].tick", "nobody presides in week 0");
    if (i > 0 && tick <= calendar.presidency[i - 1]!.tick)
      fail(`calendar.presidency[${i}].tick`, "does not come after the one before");
  });
  files.forEach((file, i) => {
    if (file.nextGate !== undefined && file.nextGate <= (file.gate ?? Number.POSITIVE_INFINITY))
      fail(`files[${i}].nextGate`, "does not come after its gate");
  });
}

/** Goals name what there is, and an office has none that only a capital can have, nor the other way round. */
function checkGoals(scenario: Scenario, fail: Fail): void {
  const { goals, members } = scenario;
  const office = (list: readonly Goal[], path: string) =>
    list.forEach((goal, k) => {
      if (!scaleOf(goal).office) fail(`${path}[${k}].kind`, "is no goal of an office");
      namesOfGoal(scenario, goal, `${path}[${k}]`, fail);
    });
  office(goals.commission, "goals.commission");
  office(goals.beijing, "goals.beijing");
  members.forEach((member, i) =>
    member.goals.forEach((goal, k) => {
      const path = `members[${i}].goals[${k}]`;
      if (scaleOf(goal).office) fail(`${path}.kind`, "is no goal of a capital");
      namesOfGoal(scenario, goal, path, fail);
    }),
  );
}

function namesOfGoal(scenario: Scenario, goal: Goal, path: string, fail: Fail): void {
  const { sectors, inputs, projects, cards } = scenario;
  const known = (list: readonly { id: string }[], kind: string, field: string, name: string) => {
    if (!list.some(({ id }) => id === name)) fail(`${path}.${field}`, `no ${kind} is called "${name}"`);
  };
  if ("input" in goal) known(inputs, "input", "input", goal.input);
  if ("sector" in goal) known(sectors, "sector", "sector", goal.sector);
  if ("project" in goal) known(projects, "project", "project", goal.project);
  if (goal.kind === "sales")
    goal.sectors.forEach((sector, n) => known(sectors, "sector", `sectors[${n}]`, sector));
  if (goal.kind !== "card") return;
  if (goal.unstopped !== undefined) known(inputs, "input", "unstopped", goal.unstopped);
  known(cards, "card", "card", goal.card);
  const options = cards.find(({ id }) => id === goal.card)?.options ?? [];
  goal.options.forEach((option, n) => known(options, "option", `options[${n}]`, option));
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
