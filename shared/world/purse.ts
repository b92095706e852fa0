// What seats pay with: points of political capital, and euros of the common envelope or of a capital.

import { memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { State } from "../state.ts";

/** Where the points of a seat are; nothing for nobody. */
const purseOf = (rules: Rules, state: State, seat: Seat | ""): { points: number } | undefined =>
  seat === "commission"
    ? state.commission
    : seat === "beijing"
      ? state.beijing
      : state.members[memberAt(rules, seat)];

/** EUR m that a seat has: a capital of its own, everybody else of the common envelope. */
export const moneyOf = (rules: Rules, state: State, seat: Seat | ""): number =>
  state.members[memberAt(rules, seat)]?.purse ?? state.commission.money;

/** Takes points and EUR m of a seat; below 0 gives them back. Beijing counts no euros. */
export function pay(rules: Rules, state: State, seat: Seat | "", points: number, money: number): void {
  const purse = purseOf(rules, state, seat);
  // What was shown as enough may be a last bit short.
  if (purse) purse.points = Math.max(0, purse.points - points);
  const member = state.members[memberAt(rules, seat)];
  if (seat === "commission") state.commission.money -= money;
  else if (member) member.purse -= money;
}

/** A week's income of points, up to a cap; who has more keeps it. */
export function earn(purse: { points: number }, income: number, cap: number): void {
  if (purse.points < cap) purse.points = Math.min(cap, purse.points + income);
}
