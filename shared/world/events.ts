// Event cards: they come up by date or by the state of the world, ask a seat, and do what the chosen option says.
// An unanswered card takes its last option when its time is over.

import type { Trace } from "../explain.ts";
import type { Effect } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Choice, State } from "../state.ts";

/** Applies effects in the name of a seat ("" = nobody); `about` = members a card speaks of, by code. Marks "event". */
export function applyEffects(
  _rules: Rules,
  _state: State,
  _effects: readonly Effect[],
  _by: Seat | "",
  _about: readonly string[],
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Takes an option of an open choice. A card put to both sides does what the less willing one chose, once both have answered. */
export function takeOption(
  _rules: Rules,
  _state: State,
  _choice: Choice,
  _option: string,
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Cards of the week, and choices whose time is over. */
export function eventsWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
