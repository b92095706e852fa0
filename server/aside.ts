// What people who may think as long as they like have put aside: the clock no longer waits for it, until its last week.

import { type Ask, asks } from "../shared/asks.ts";
import type { Match } from "../shared/match.ts";
import type { Seat } from "../shared/seat.ts";

export interface Aside {
  /** Puts aside all that waits for this seat now. */
  put(seat: Seat): void;
  /**
   * Whether time waits for this seat: something is asked of it that it has not put aside, or that it put aside before and
   * that falls due now.
   */
  waits(seat: Seat): boolean;
}

/** Times at which one may act, and no questions: nothing is lost with them. */
const INVITES: readonly Ask["kind"][] = ["desk", "session"];

/** `lasting`: once time has waited for a seat it waits until the seat goes on, even if everything has been answered. */
export function newAside(match: Pick<Match, "rules" | "state" | "glance">, { lasting = false } = {}): Aside {
  /** By seat, the week in which each question was put aside. */
  const put = new Map<Seat, Map<string, number>>();
  const waiting = new Set<Seat>();
  const asksOf = (seat: Seat): Ask[] => asks(match.rules, match.glance(seat));
  const isOpen = (seat: Seat, { id, kind, until }: Ask): boolean => {
    const { tick } = match.state;
    const week = put.get(seat)?.get(id);
    return week === undefined || (until === tick && week < tick && !INVITES.includes(kind));
  };
  return {
    put(seat) {
      waiting.delete(seat);
      // What is no longer asked is forgotten with it.
      put.set(seat, new Map(asksOf(seat).map((ask) => [ask.id, match.state.tick])));
    },
    waits(seat) {
      const waits = asksOf(seat).some((ask) => isOpen(seat, ask));
      if (waits && lasting) waiting.add(seat);
      return waits || waiting.has(seat);
    },
  };
}
