// The only thing that changes a State: one entry of the journal.

import { silent, type Trace } from "./explain.ts";
import { type Command, moveOf } from "./moves/table.ts";
import { memberAt, type Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { State } from "./state.ts";
import { type View, view } from "./view.ts";
import { pay } from "./world/purse.ts";
import { endNow, week } from "./world/week.ts";

/** What can happen to a game. `by` = the person who gave the order, or "bot". */
export type Entry =
  | { kind: "order"; seat: Seat; by: string; command: Command }
  | { kind: "week" }
  /** The host ends play in the week as it stands. */
  | { kind: "end" }
  | { kind: "holder"; seat: Seat; holder: "bot" | "people" };

/** Position of a seat in `holders`: commission, beijing, then the members in the scenario's order; -1 if not played. */
export function holderIndex(rules: Rules, seat: Seat): number {
  if (seat === "commission") return 0;
  if (seat === "beijing") return 1;
  const m = memberAt(rules, seat);
  return m < 0 ? -1 : m + 2;
}

/** Seats of a scenario in the order of `holders`. */
export const seatsOf = (rules: Rules): Seat[] => [
  "commission",
  "beijing",
  ...rules.members.map((m) => m.code),
];

/**
 * Applies one entry, in place. The order in it must have passed `check` against the View of its seat; `seen` = that
 * View, if it was computed already.
 */
export function step(rules: Rules, state: State, entry: Entry, trace: Trace = silent, seen?: View): void {
  switch (entry.kind) {
    case "week":
      week(rules, state, trace);
      return;
    case "end":
      endNow(rules, state);
      return;
    case "holder":
      state.holders[holderIndex(rules, entry.seat)] = entry.holder;
      return;
    case "order":
      order(rules, state, entry.seat, entry.command, trace, seen ?? view(rules, state, entry.seat));
      return;
  }
}

function order(rules: Rules, state: State, seat: Seat, command: Command, trace: Trace, seen: View): void {
  const move = moveOf(command.kind);
  const { points, money } = move.cost(rules, seen, command);
  pay(rules, state, seat, points, money);
  move.apply(rules, state, seat, command, trace);
}
