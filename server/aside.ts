// What people who may think as long as they like have put aside: the clock no longer waits for it.

import { asks } from "../shared/asks.ts";
import type { Match } from "../shared/match.ts";
import type { Seat } from "../shared/seat.ts";

export interface Aside {
  /** Puts aside all that waits for this seat now. */
  put(seat: Seat): void;
  /** Whether something waits for this seat that it has not put aside. */
  waits(seat: Seat): boolean;
}

export function newAside(match: Match): Aside {
  const put = new Map<Seat, Set<string>>();
  const asksOf = (seat: Seat) => asks(match.rules, match.glance(seat)).map((ask) => ask.id);
  return {
    // What is no longer asked is forgotten with it.
    put: (seat) => void put.set(seat, new Set(asksOf(seat))),
    waits: (seat) => asksOf(seat).some((id) => !put.get(seat)?.has(id)),
  };
}
