// Drafts: templates filled in, and what can be changed in one.

import { QUARTER } from "../indicators.ts";
import { fitted } from "../moves/terms.ts";
import { MEASURES, type Measure } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Draft, Term } from "../state.ts";
import { METRIC } from "../world/metrics.ts";
import { isSameStep } from "../world/promise.ts";

/** Thresholds are moved by this part of what is possible at once. */
const LEAP = 0.25;

/** A threshold that asks less of who promises, or more (`by` 1, -1), in whole steps and within bounds. */
function easedBy(term: Term, by: number): Term | undefined {
  const { least, most, step, keeps, unit } = METRIC[term.metric];
  if (keeps === "exactly" || unit === "acts") return undefined;
  const leap = Math.max(1, Math.round((LEAP * (most - least)) / step)) * step;
  const wished = term.value + (keeps === "at-most" ? by : -by) * leap;
  const value = Math.round(Math.min(most, Math.max(least, wished)) / step) * step;
  const clean = Math.round(value * 1000) / 1000;
  return clean === term.value ? undefined : { ...term, value: clean };
}

/** Bodies from the laxest to the strictest that can look at figures not everybody sees. */
const BODIES: readonly Measure[] = MEASURES.filter((m) => m !== "public");

function measuredBy(rules: Rules, term: Term, by: number, length: number): Term | undefined {
  if (METRIC[term.metric].open) return undefined;
  const measure = BODIES[BODIES.indexOf(term.measure) + by];
  return measure ? fitted(rules, { ...term, measure }, length) : undefined;
}

/** The draft with another term in one place, or without it. */
const put = (draft: Draft, k: number, term?: Term): Draft => ({
  ...draft,
  template: draft.template,
  terms: term ? draft.terms.with(k, term) : draft.terms.toSpliced(k, 1),
});

/** The same over so many weeks; windows fit in, and of steps that fall together the furthest stands. */
export function lasting(draft: Draft, weeks: number): Draft {
  const terms = draft.terms.map((t) => ({ ...t, weeks: Math.min(t.weeks, weeks) }));
  const isPassed = (t: Term) => terms.some((u) => u !== t && isSameStep(u, t) && u.value > t.value);
  return { ...draft, weeks, terms: terms.filter((t) => !isPassed(t)) };
}

/**
 * Drafts that differ from one in a single thing, in this seat's favour: a lighter promise of its own or a heavier one of
 * another, a body that looks less or more closely, another length, the term left out, and a duty that answers a breach.
 */
export function amendments(rules: Rules, draft: Draft, seat: Seat): Draft[] {
  const { weeksLeast, weeksMost } = rules.model.contracts;
  const made: (Draft | undefined)[] = [];
  draft.terms.forEach((term, k) => {
    const side = term.by === seat ? 1 : -1;
    const changed = [easedBy(term, side), measuredBy(rules, term, -side, draft.weeks)];
    if (side < 0 && term.measure === "none")
      changed.push(measuredBy(rules, { ...term, measure: "survey" }, 1, draft.weeks));
    made.push(...changed.flatMap((t) => (t ? [put(draft, k, t)] : [])));
    if (term.by === seat && draft.terms.length > 1) made.push(put(draft, k));
  });
  if (draft.weeks / 2 >= Math.max(weeksLeast, QUARTER))
    made.push(lasting(draft, Math.round(draft.weeks / 2)));
  if (draft.weeks * 2 <= weeksMost) made.push(lasting(draft, draft.weeks * 2));
  if (seat === "commission" && !draft.snapback) made.push({ ...draft, snapback: true });
  if (seat === "beijing" && draft.snapback) made.push({ ...draft, snapback: false });
  return made.flatMap((d) => d ?? []);
}
