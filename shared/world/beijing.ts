// Beijing: growth, jobs, face and its name as a supplier (E37), the price of using the valve, side deals, quiet bans,
// floods, the suspended package of controls.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Beijing, LicenceMode, Offer, State } from "../state.ts";

/** Beijing in week 0. */
export function newBeijing(_rules: Rules): Beijing {
  throw new Error("to be written");
}
/** True while any input is at go-slow or embargo. */
export function isSqueezing(_state: State): boolean {
  throw new Error("to be written");
}
/** Sets the licence mode of an input with all that follows: heat, flicker, squeeze clock, assurance broken, news. Not its cost. */
export function turnValve(
  _rules: Rules,
  _state: State,
  _input: number,
  _mode: LicenceMode,
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Favours or punishes members in every licence queue for `aimWeeks`. */
export function aimLicences(
  _rules: Rules,
  _state: State,
  _members: readonly number[],
  _favour: boolean,
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Puts an offer to a capital; it lapses after `offerWeeks`. `vote` = id of the vote it is about, or "". */
export function makeOffer(
  _rules: Rules,
  _state: State,
  _plan: Pick<Offer, "to" | "gift" | "ask" | "vote">,
): Offer {
  throw new Error("to be written");
}
/** A capital answers: taken (gift and ask begin), stalled (four more weeks), refused, or published. */
export function answerOffer(
  _rules: Rules,
  _state: State,
  _offer: Offer,
  _answer: "take" | "stall" | "refuse" | "publish",
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Holds up a member's goods of a sector at customs, deniably, for `banWeeks`. */
export function holdGoods(_rules: Rules, _state: State, _m: number, _sector: number, _trace: Trace): void {
  throw new Error("to be written");
}
/** A week of Beijing. */
export function beijingWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
