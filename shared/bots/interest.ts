// What a draft means to a seat that bargains by a stance: its worth in euros and standing, the order that measured terms
// bring, and firms that are lulled. The other side's interest is guessed by the same sum from one's own View.

import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Draft } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { isSupply } from "../world/agreement.ts";
import { CAPITAL_POINTS } from "../world/score.ts";
import { qualityOf } from "../world/signing.ts";
import { wonBy } from "./ambition.ts";
import { YEAR } from "./place.ts";
import { type Value, valueTo } from "./worth.ts";

/** How a doctrine bargains. Points are EUR bn to Brussels and Beijing, and points of the score to a capital. */
export interface Stance {
  /** Interest from which it signs; below 0 it pays for a signature. */
  signs: number;
  /** What a year under measured promises of licences is worth to it, besides. */
  order: number;
  /** What it gives, or takes, for each percent by which firms are lulled. */
  lull: number;
  /** Pain, as a share of what Europe bears, from which it takes a promise that nobody checks. */
  bare: number;
  /** Drafts it answers with before it says no. */
  counters: number;
}

/** Points of a capital's score beyond which more of the same counts ever less. */
const ENOUGH = 12;
/** Years over which a capital's losses are measured. */
const YEARS = 2;

/** A promise about licences that somebody checks and that asks for more than there was. */
const isOrder = (rules: Rules, draft: Draft): boolean =>
  isSupply(draft) && qualityOf(rules, draft.terms) >= 0.5;

/** Euros as points of a capital's score, with what it has enough of counting less. */
function capitalPoints(rules: Rules, m: number, euro: number): number {
  const { gdp, painScale } = rules.members[m]!;
  const points = (CAPITAL_POINTS.pain * euro) / ((YEARS * gdp * painScale) / 100);
  return (ENOUGH * points) / (ENOUGH + Math.abs(points));
}

export interface Interest {
  points: number;
  worth: Value;
}

/** What the draft means to a seat: one's own, or another that is guessed at. */
export function interestOf(
  rules: Rules,
  view: View,
  seat: Seat,
  stance: Stance,
  draft: Draft,
  parties: readonly Seat[],
): Interest {
  const worth = valueTo(rules, seat === view.seat ? view : { ...view, seat }, draft, parties);
  if (isMember(seat)) {
    const m = memberIndex(rules, seat);
    const won = seat === view.seat ? wonBy(rules, view, draft, parties) : 0;
    return {
      points: capitalPoints(rules, m, worth.euro) + worth.standing + won - 100 * stance.lull * worth.soothe,
      worth,
    };
  }
  const formal = parties.includes("commission") && parties.includes("beijing");
  const ordered = formal && isOrder(rules, draft) ? (stance.order * Math.min(draft.weeks, YEAR)) / YEAR : 0;
  return { points: worth.euro + ordered - 100 * stance.lull * worth.soothe, worth };
}

/** Pain of the Union as a share of what it bears, by people. */
export const painShare = (rules: Rules, { pub }: View): number =>
  rules.members.reduce((sum, m, k) => sum + ((pub.pain[k]! / m.tolerance) * m.population) / 100, 0);
