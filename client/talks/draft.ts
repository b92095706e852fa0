// A draft as it is edited: every change gives a new draft. Whether it may be tabled the rules say; here is what can be
// picked, what a picked thing begins with, and what has changed against the draft on the table.

import { begun, bodiesFor, fitted, mayBeAbout } from "../../shared/moves/terms.ts";
import { METRICS, type MetricId, type Template } from "../../shared/scenario/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isMember, type Seat } from "../../shared/seat.ts";
import type { Draft, Proposal, Talk, Term } from "../../shared/state.ts";
import { onTable, type View } from "../../shared/view.ts";
import { isWindowed, METRIC, mayPromise } from "../../shared/world/metrics.ts";
import { isSamePromise } from "../../shared/world/promise.ts";
import { OWN_TERMS } from "../../shared/world/signing.ts";
import { present } from "../../shared/world/talks.ts";

/**
 * What the weeks of a term mean: a window that is looked back over, a week by which it must be done, or nothing, since it
 * holds as long as the agreement, at a count, or at signature.
 */
export type Timing = "window" | "within" | "throughout" | "at-count" | "at-once";

export function timingOf({ metric, measure }: Pick<Term, "metric" | "measure">): Timing {
  const { when } = METRIC[metric];
  if (when === "at-vote") return "at-count";
  if (when === "by-week") return metric === "payment" ? "at-once" : "within";
  return isWindowed({ metric, measure }) ? "window" : "throughout";
}

/** Whether the weeks of a term are the writer's to set. */
export const isTimed = (term: Pick<Term, "metric" | "measure">): boolean =>
  ["window", "within"].includes(timingOf(term));

/** Whether its figure is the writer's to set. */
export const isValued = (metric: MetricId): boolean => METRIC[metric].least < METRIC[metric].most;

/** A draft that is being written, and the draft on the table that it was begun from ("" for none). */
export interface Work {
  draft: Draft;
  base: string;
}

/** The draft that another one answers. */
export const answeredBy = (view: View, { talk, number }: Proposal): Proposal | undefined =>
  view.own.proposals.find((p) => p.talk === talk && p.number === number - 1 && p.state === "countered");

/** A draft with nothing in it yet. */
export const emptyDraft = (): Draft => ({
  ...{ template: OWN_TERMS, terms: [], weeks: 26 },
  ...{ expiry: "lapse", secret: false, snapback: false },
});

/** Between whom a talk is, in the words of templates. */
function betweenOf(seats: readonly (Seat | "")[]): Template["between"] {
  const [brussels, beijing] = [seats.includes("commission"), seats.includes("beijing")];
  if (brussels && beijing) return "commission-beijing";
  if (beijing) return "member-beijing";
  return brussels ? "commission-member" : "members";
}

/** Templates that make sense at a table. */
export const templatesFor = (rules: Rules, talk: Talk): Template[] =>
  rules.templates.filter(({ between }) => between === betweenOf(present(talk)));

/** A draft by a template, for a table on which there is none and that the template is made for. */
export const freshDraft = (rules: Rules, view: View, talk: Talk, template: string): Draft | undefined =>
  onTable(view, talk.id) || !templatesFor(rules, talk).some(({ id }) => id === template)
    ? undefined
    : begun(rules, view, template, present(talk));

/** With whom a seat may talk; "" = with a capital. */
const PARTNERS = ["commission", "beijing", ""] as const;

/** What a seat could begin, and with which office; "" = with a capital that it chooses. */
export function templatesOf(rules: Rules, seat: Seat): { template: Template; to: Seat | "" }[] {
  const partners = PARTNERS.filter((to) => to !== seat);
  return rules.templates.flatMap((template) =>
    partners.filter((to) => betweenOf([seat, to]) === template.between).map((to) => ({ template, to })),
  );
}

// Terms.

/** What a promise may be about at a table as matters stand; one empty subject where it is about nothing else. */
export const subjectsOf = (
  rules: Rules,
  view: View,
  parties: readonly Seat[],
  promise: Pick<Term, "by" | "metric">,
): string[] =>
  namesFor(rules, view, parties, promise).filter((about) =>
    mayBeAbout(rules, view.pub, { ...promise, about }),
  );

function namesFor(
  rules: Rules,
  view: View,
  parties: readonly Seat[],
  { by, metric }: Pick<Term, "by" | "metric">,
): string[] {
  const others = parties.filter((seat) => seat !== by);
  const sectors = rules.sectors.map((sector) => sector.id);
  switch (METRIC[metric].about) {
    case "input":
      return ["all", ...rules.inputs.map((input) => input.id)];
    case "sector":
      return sectors;
    case "sector-or-all":
      return ["all", ...sectors];
    case "member":
      return others.filter(isMember);
    case "seat":
      return others.filter((seat) => seat !== "beijing");
    case "case":
    case "file":
    case "law":
      return view.pub.files.map((file) => file.id);
    case "none":
      return [""];
  }
}

export interface Promises {
  by: Seat;
  metrics: { metric: MetricId; possible: boolean }[];
}

/** What each seat of a table could promise that it has not promised in this draft; not possible = about nothing there is. */
export function promisesOf(rules: Rules, view: View, parties: readonly Seat[], draft: Draft): Promises[] {
  return parties.map((by) => ({
    by,
    metrics: METRICS.filter((metric) => mayPromise(by, metric)).map((metric) => ({
      metric,
      possible: freeSubject(rules, view, parties, draft, { by, metric }) !== undefined,
    })),
  }));
}

const isSame = (a: Pick<Term, "by" | "metric">, b: Pick<Term, "by" | "metric">): boolean =>
  a.by === b.by && a.metric === b.metric;

function freeSubject(
  rules: Rules,
  view: View,
  parties: readonly Seat[],
  draft: Draft,
  promise: Pick<Term, "by" | "metric">,
): string | undefined {
  const used = draft.terms.filter((term) => isSame(term, promise)).map((term) => term.about);
  const subjects = subjectsOf(rules, view, parties, promise);
  const free = subjects.filter((about) => !used.includes(about));
  // The input that the story turns on comes first, and a further step last.
  const first = free.find((about) => about === rules.inputs[0]!.id) ?? free[0];
  return first ?? subjects.find((about) => nextStep(draft, { ...promise, about }));
}

/** Weeks between two steps of one promise. */
const STEP_WEEKS = 13;

/** Where the next step of a promise would lie: some weeks after its last one, and as far again as it goes at first. */
function nextStep(
  { terms, weeks }: Draft,
  promise: Pick<Term, "by" | "metric" | "about">,
): Pick<Term, "value" | "weeks"> | undefined {
  const { steps, most } = METRIC[promise.metric];
  const taken = terms.filter((term) => isSamePromise(term, promise)).sort((a, b) => a.weeks - b.weeks);
  const [first, last] = [taken[0], taken.at(-1)];
  if (!steps || !first || !last || last.weeks >= weeks || last.value >= most) return undefined;
  return {
    value: round(Math.min(most, last.value + first.value)),
    weeks: Math.min(last.weeks + STEP_WEEKS, weeks),
  };
}

/** The middle of what may be promised, on a step. */
function middle(metric: MetricId): number {
  const { least, most, step } = METRIC[metric];
  return round(least + Math.round((most - least) / 2 / step) * step);
}

const round = (x: number): number => Number(x.toFixed(4));

/** A draft with a promise more, as a template has it where one does. */
export function withPromise(
  rules: Rules,
  view: View,
  parties: readonly Seat[],
  draft: Draft,
  promise: Pick<Term, "by" | "metric">,
): Draft {
  const about = freeSubject(rules, view, parties, draft, promise);
  if (about === undefined) return draft;
  const usual = rules.templates
    .flatMap(({ terms }) => terms)
    .find(({ metric, measure }) => metric === promise.metric && measure !== "none");
  const term: Term = {
    ...promise,
    about,
    value: usual?.value ?? middle(promise.metric),
    weeks: Math.min(usual?.weeks ?? 13, draft.weeks),
    measure: bodiesFor(promise.metric)[0]!,
    ...nextStep(draft, { ...promise, about }),
  };
  return { ...draft, terms: [...draft.terms, fitted(rules, term, draft.weeks)] };
}

/** A draft with a part of one of its terms changed. With the body that looks its window follows. */
export const withTerm = (rules: Rules, draft: Draft, k: number, change: Partial<Term>): Draft => ({
  ...draft,
  terms: draft.terms.map((term, j) => {
    if (j !== k) return term;
    const next = { ...term, ...change };
    return change.measure ? fitted(rules, next, draft.weeks) : next;
  }),
});

export const withoutTerm = (draft: Draft, k: number): Draft => ({
  ...draft,
  terms: draft.terms.filter((_, j) => j !== k),
});

/** A draft of another length. Windows that nobody sees follow, so that nothing is refused for them. */
export const withLength = (draft: Draft, weeks: number): Draft => ({
  ...draft,
  weeks,
  terms: draft.terms.map((term) =>
    isTimed(term) || term.weeks <= weeks ? term : { ...term, weeks: Math.max(1, weeks) },
  ),
});

// What has changed.

export type Mark =
  | { kind: "new" }
  /** What stood there before. */
  | { kind: "changed"; was: Term };

export interface Changes {
  /** By term of the draft; undefined where it is as it was. */
  marks: (Mark | undefined)[];
  /** Terms that stand in the other draft alone. */
  gone: Term[];
  was: Partial<Pick<Draft, "weeks" | "expiry" | "secret" | "snapback">>;
  /** How many things are different. */
  count: number;
}

const sameTerm = (a: Term, b: Term): boolean =>
  isSamePromise(a, b) &&
  a.value === b.value &&
  a.measure === b.measure &&
  (!isTimed(a) || a.weeks === b.weeks);

/** Finds for each term the one it was: about the same thing if there is one, else the same promise about another. */
function partners(before: readonly Term[], now: readonly Term[]): (Term | undefined)[] {
  const left = [...before];
  const take = (fits: (term: Term) => boolean): Term | undefined => {
    const k = left.findIndex(fits);
    return k < 0 ? undefined : left.splice(k, 1)[0];
  };
  // Of steps the one by the same week first.
  const steps = now.map((term) => take((old) => isSamePromise(old, term) && old.weeks === term.weeks));
  const exact = now.map((term, k) => steps[k] ?? take((old) => isSamePromise(old, term)));
  return now.map((term, k) => exact[k] ?? take((old) => isSame(old, term)));
}

/** How a draft differs from another. */
export function changesOf(before: Draft, now: Draft): Changes {
  const found = partners(before.terms, now.terms);
  const marks = now.terms.map((term, k): Mark | undefined => {
    const was = found[k];
    if (!was) return { kind: "new" };
    return sameTerm(was, term) ? undefined : { kind: "changed", was };
  });
  const gone = before.terms.filter((term) => !found.includes(term));
  const was: Changes["was"] = {
    ...(before.weeks === now.weeks ? {} : { weeks: before.weeks }),
    ...(before.expiry === now.expiry ? {} : { expiry: before.expiry }),
    ...(before.secret === now.secret ? {} : { secret: before.secret }),
    ...(before.snapback === now.snapback ? {} : { snapback: before.snapback }),
  };
  const count = marks.filter(Boolean).length + gone.length + Object.keys(was).length;
  return { marks, gone, was, count };
}
