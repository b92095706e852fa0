// The checks of a scenario that need the rules: agreements ready to be filled in must be ones that a table would take.
// What can be promised, by whom and how it is looked at is written down once, with the metrics.

import { bodiesFor, twice } from "./moves/terms.ts";
import type { Fail } from "./scenario/check.ts";
import type { Template } from "./scenario/terms.ts";
import { compile, type Problem, parseScenario, type Rules, type Scenario } from "./scenario.ts";
import { isMember, type Seat } from "./seat.ts";
import { inputsIn, METRIC, mayPromise } from "./world/metrics.ts";

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
  if (t.weeks > weeks) fail(`${path}.weeks`, "is longer than the agreement");
  const bodies = bodiesFor(t.metric);
  if (!bodies.includes(t.measure)) fail(`${path}.measure`, `must be one of ${bodies.join(", ")}`);
}

/** Blanks for procedures, and what each may become. */
const CASES = ["case", "duty"];
const FILES = [...CASES, "file", "next-file", "law"];
/** Blanks for sectors. */
const TAXED = ["taxed", "levied"];

/** Why a term is about nothing that there is, or no blank for it; nothing when it is. */
function whyUnknown(rules: Rules, { metric, about, by }: Term): string | undefined {
  const kind = METRIC[metric].about;
  const files = rules.files.filter((file) => file.side === "europe");
  const isSector = TAXED.includes(about) || rules.sectors.some((s) => s.id === about);
  const isOther = about !== by && (CAPITALS.includes(about) || rules.members.some((m) => m.code === about));
  const isIn = (blanks: readonly string[], list: readonly { id: string }[]) =>
    blanks.includes(about) || list.some((file) => file.id === about);
  const none = (what: string) => `no ${what} is called "${about}"`;
  switch (kind) {
    case "input":
      return inputsIn(rules, about).length > 0 ? undefined : none("input");
    case "sector":
      return isSector ? undefined : none("sector");
    case "sector-or-all":
      return isSector || about === "all" ? undefined : none("sector");
    case "member":
      return isOther
        ? undefined
        : none(isMember(about) || CAPITALS.includes(about) ? "other member" : "member");
    case "seat":
      return isOther || (about === "commission" && by !== about) ? undefined : none("other seat");
    case "case":
      return isIn(
        CASES,
        files.filter((file) => file.sector !== undefined),
      )
        ? undefined
        : none("case");
    case "file":
      return isIn(FILES, files) ? undefined : none("file");
    case "law":
      return isIn(
        ["law"],
        files.filter((file) => file.kind === "law"),
      )
        ? undefined
        : none("law");
    case "none":
      return about === "" ? undefined : "must be empty: the promise is about nothing more";
  }
}
