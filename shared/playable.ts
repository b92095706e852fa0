// The checks of a scenario that need the rules: agreements ready to be filled in must be ones that a table would take.
// What can be promised, by whom and how it is looked at is written down once, with the metrics.

import { bodiesFor, twice, unknownSubject, weeksOf } from "./moves/terms.ts";
import type { Fail } from "./scenario/check.ts";
import type { Template } from "./scenario/terms.ts";
import { compile, type Problem, parseScenario, type Rules, type Scenario } from "./scenario.ts";
import { isMember, type Seat } from "./seat.ts";
import { METRIC, mayPromise, type Subject } from "./world/metrics.ts";

/** Checks a scenario from top to bottom. Answers the scenario or every problem of the first stage that has any. */
export function parsePlayable(json: unknown): { scenario: Scenario } | { problems: Problem[] } {
  const parsed = parseScenario(json);
  if ("problems" in parsed) return parsed;
  const problems: Problem[] = [];
  checkTemplates(compile(parsed.scenario), (path, reason) => problems.push({ path, reason }));
  return problems.length > 0 ? { problems } : parsed;
}

function checkTemplates(rules: Rules, fail: Fail): void {
  rules.templates.forEach((template, k) => checkTemplate(rules, template, `templates[${k}]`, fail));
  const [first] = rules.templates as [Template];
  if (first.between !== "commission-beijing")
    fail("templates[0].between", "the first one is the benchmark between Brussels and Beijing");
  else if (first.terms.every(({ about }) => about === "case"))
    fail("templates[0].terms", "all of it needs a case, and a benchmark must be possible without");
}

function checkTemplate(rules: Rules, template: Template, path: string, fail: Fail): void {
  const { terms, weeks, between, secret, snapback } = template;
  const { weeksLeast, weeksMost, termsMost } = rules.model.contracts;
  if (weeks < weeksLeast || weeks > weeksMost)
    fail(`${path}.weeks`, `must lie between ${weeksLeast} and ${weeksMost}`);
  if (terms.length > termsMost) fail(`${path}.terms`, `are more than ${termsMost} terms`);
  const again = twice(terms as Parameters<typeof twice>[0]);
  if (again) fail(`${path}.terms[${terms.indexOf(again as (typeof terms)[number])}]`, "stands here twice");
  const isFormal = between === "commission-beijing";
  if (secret && isFormal) fail(`${path}.secret`, "what Brussels and Beijing sign may be read by all");
  if (snapback && !isFormal) fail(`${path}.snapback`, "is there only between Brussels and Beijing");
  else if (snapback && !terms.some((t) => t.by === "beijing" && t.measure !== "none"))
    fail(`${path}.snapback`, "nobody looks whether Beijing keeps its part");
  terms.forEach((term, k) => checkTerm(rules, template, term, `${path}.terms[${k}]`, fail));
}

type Term = Template["terms"][number];

/** Blanks for capitals: the one at the table, and the second one. */
const CAPITALS = ["member", "other"];

/** Whether somebody sits at a table of this kind. */
function sitsAt(rules: Rules, by: Term["by"], between: Template["between"]): boolean {
  const isCapital = by === "member" || rules.members.some((m) => m.code === by);
  switch (between) {
    case "commission-beijing":
      return by === "commission" || by === "beijing";
    case "commission-member":
      return by === "commission" || isCapital;
    case "member-beijing":
      return by === "beijing" || isCapital;
    case "members":
      return by === "other" || isCapital;
  }
}

function checkTerm(rules: Rules, { between, weeks }: Template, t: Term, path: string, fail: Fail): void {
  const { least, most } = METRIC[t.metric];
  const promiser = CAPITALS.includes(t.by) ? rules.members[0]!.code : (t.by as Seat);
  if (!sitsAt(rules, t.by, between)) fail(`${path}.by`, `"${t.by}" does not sit at such a table`);
  else if (!mayPromise(promiser, t.metric)) fail(`${path}.by`, `"${t.by}" cannot promise ${t.metric}`);
  const unknown = whyUnknown(rules, t);
  if (unknown) fail(`${path}.about`, unknown);
  if (t.value < least || t.value > most) fail(`${path}.value`, `must lie between ${least} and ${most}`);
  const span = weeksOf(rules, t, weeks);
  if (t.weeks > weeks) fail(`${path}.weeks`, "is longer than the agreement");
  else if (t.weeks < span.least || t.weeks > span.most)
    fail(`${path}.weeks`, `must lie between ${span.least} and ${span.most}: a body looks back over so many`);
  const bodies = bodiesFor(t.metric);
  if (!bodies.includes(t.measure)) fail(`${path}.measure`, `must be one of ${bodies.join(", ")}`);
}

/** Blanks for procedures, and for sectors. */
const CASES = ["case", "duty"];
const TAXED = ["taxed", "levied"];
/** Blanks that may stand for what a promise is about. */
const BLANKS: Partial<Record<Subject, readonly string[]>> = {
  sector: TAXED,
  "sector-or-all": TAXED,
  member: CAPITALS,
  seat: CAPITALS,
  case: CASES,
  file: [...CASES, "file", "next-file", "law"],
  law: ["law"],
};

/** Why a term is about nothing that there is, or no blank for it; nothing when it is. */
function whyUnknown(rules: Rules, term: Term): string | undefined {
  const { metric, about, by } = term;
  const kind = METRIC[metric].about;
  if (about !== by && BLANKS[kind]?.includes(about)) return undefined;
  const files = rules.files.map((f) => ({
    ...f,
    sector: rules.sectors.findIndex(({ id }) => id === f.sector),
  }));
  const unknown = unknownSubject(rules, files, term);
  if (unknown === "") return undefined;
  if (kind === "none") return "must be empty: the promise is about nothing more";
  const isOther = kind === "seat" || (kind === "member" && (isMember(about) || CAPITALS.includes(about)));
  const what = kind === "seat" ? "seat" : unknown;
  return `no ${isOther ? `other ${what}` : what} is called "${about}"`;
}
