// When two promises are one, and whether a promise asks for anything at all.

import type { MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import type { Term } from "../state.ts";
import { METRIC, misses } from "./metrics.ts";
import { restrictable } from "./readings.ts";

/** The same promise of one side about the same thing; steps of it are the same too. */
export const isSamePromise = (
  a: Pick<Term, "by" | "metric" | "about">,
  b: Pick<Term, "by" | "metric" | "about">,
): boolean => a.by === b.by && a.metric === b.metric && a.about === b.about;

/** The same promise, and no further step of it: a later one must go further, else one deed would keep several. */
export const isSameStep = (a: Term, b: Term): boolean =>
  isSamePromise(a, b) && !(METRIC[a.metric].steps && (a.weeks - b.weeks) * (a.value - b.value) > 0);

/** Asks for more than would be so without it: else nobody has to do or leave anything for it. */
export function binds(rules: Rules, term: Pick<Term, "metric" | "about" | "value">): boolean {
  const { usual } = METRIC[term.metric];
  return usual === undefined || misses(term, usual(rules, term.about));
}

/** Promises to leave something: of steps and stops that could come, not of what there was. */
const FORBORNE: readonly MetricId[] = ["no-new-control", "stop-notice"];

/** Why nobody has to do or leave anything for a promise: it was so anyway, a squeeze may begin, or there is nothing to restrict. */
export type Idle = "usual" | "room" | "harmless";

/** Why a promise asks for nothing; undefined where it asks for something. */
export function idleness(rules: Rules, term: Pick<Term, "metric" | "about" | "value">): Idle | undefined {
  if (binds(rules, term)) return undefined;
  if (!FORBORNE.includes(term.metric)) return "usual";
  return restrictable(rules, term.about) > 0 ? "room" : "harmless";
}
