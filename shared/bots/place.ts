// From where a draft is looked at, and what is agreed already.

import { BEIJING_INDEX } from "../indicators.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Draft, Term } from "../state.ts";
import { agreed, type TermView, type View } from "../view.ts";
import { METRIC } from "../world/metrics.ts";
import { isSamePromise } from "../world/promise.ts";

/** Weeks. */
export const YEAR = 52;
export const HALF = 26;

/** From where a draft is looked at. */
export interface Place {
  rules: Rules;
  view: View;
  draft: Draft;
  parties: readonly Seat[];
  /** As `memberIndex` says: a capital's place, -1 the Commission, BEIJING_INDEX. */
  me: number;
  /** Length of the agreement. */
  years: number;
}

export const isBeijing = ({ me }: Place): boolean => me === BEIJING_INDEX;

export const sectorOf = (rules: Rules, id: string): number => rules.sectors.findIndex((s) => s.id === id);

/** What a step of a promise adds to the steps before it in the draft, and to what is owed already. */
export function added({ draft, view }: Place, term: Term): number {
  const owing = ({ value, seen }: TermView) => (METRIC[term.metric].counts ? value - seen : value);
  const before = draft.terms.filter((t) => t !== term && isSamePromise(t, term) && t.weeks < term.weeks);
  const owed = agreed(view).flatMap((c) =>
    c.terms.filter((t) => t.state === "open" && isSamePromise(t, term)).map(owing),
  );
  return Math.max(0, term.value - Math.max(0, ...before.map((t) => t.value), ...owed));
}

/** Last week for which agreements in force hold a promise like this; the present one without any. */
export const promisedUntil = (view: View, like: (term: Term) => boolean): number =>
  Math.max(
    view.pub.tick,
    ...agreed(view).flatMap((c) => (c.terms.some((t) => t.state === "open" && like(t)) ? c.until : [])),
  );

/** True for a deal with Beijing behind the others' backs. */
export const isHidden = ({ secret }: Draft, parties: readonly Seat[]): boolean =>
  secret &&
  parties.includes("beijing") &&
  parties.some((seat) => isMember(seat)) &&
  !parties.includes("commission");
