// The Union's own store of an input (E24, E25): ordered with money, filled no faster than licences for hoarding allow,
// opened to the members by a rule the Council chose.

import type { Rules } from "../scenario.ts";
import type { Input, State } from "../state.ts";
import { isMeasured } from "./contracts.ts";
import { type Terms, termsOf, used } from "./goods.ts";
import { once } from "./once.ts";

/** EUR m that one week of Union use costs, with a year of storage (E24). */
export const priceOfWeek = once((rules: Rules): number[] =>
  rules.inputs.map((input) => ((input.demand * input.price) / 52) * (1 + rules.model.inputs.carry)),
);

/** EUR m that may still be ordered of an input before the store is full; 0 for what cannot be stored. */
function stockRoom(rules: Rules, state: State, i: number): number {
  if (!rules.inputs[i]!.stockable) return 0;
  const { stockpile, ordered } = state.inputs[i]!;
  return Math.max(0, rules.model.inputs.stockCapWeeks - stockpile - ordered) * priceOfWeek(rules)[i]!;
}

/** Orders an input for EUR m (no more than there is room for). The first order starts the matching platform (E26). */
export function orderStock(rules: Rules, state: State, i: number, million: number): void {
  const input = state.inputs[i]!;
  const p = rules.model.inputs;
  if (input.ordered <= 0) input.orderedFrom = state.tick + p.stockDelay;
  input.ordered += Math.min(million, stockRoom(rules, state, i)) / priceOfWeek(rules)[i]!;
  state.commission.matching = Math.max(state.commission.matching, p.matchSpeed);
}

/** E24, E27: a week of purchases. Nothing is to be had while licences are squeezed; a contract helps, and buying together. */
export function buyWeek(rules: Rules, state: State, input: Input, club: boolean): void {
  if (input.ordered <= 0 || state.tick < input.orderedFrom || input.squeezedSince >= 0) return;
  const p = rules.model.inputs;
  const contract = state.contracts.some((c) => c.state === "kept" && c.until > state.tick && isMeasured(c));
  const flow = p.stockFlow * (contract ? p.stockFlowContract : 1) * (club ? p.clubFlow : 1);
  const bought = Math.min(input.ordered, flow);
  input.ordered -= bought;
  input.stockpile += bought;
}

/** True while the emergency act applies. */
const isEmergency = ({ tick, commission }: State): boolean =>
  tick >= commission.emergencyFrom && tick <= commission.emergencyUntil;

/** Share of weekly Union use that the store may give out now (E25): 0 while it is shut. */
function opening(rules: Rules, state: State, t: Terms, input: Input): number {
  const p = rules.model.inputs;
  if (isEmergency(state)) return p.releaseMax;
  let short = 0;
  for (let m = 0; m < rules.M; m++) if (input.gap[m]! > t.slack) short += 1;
  return short >= Math.min(p.releaseMembers, rules.M) ? p.releaseOrdinary : 0;
}

/** How a rule weighs a member's want: where most value hangs on it, small states first, by want alone, or by who pays. */
function weights(rules: Rules, rule: State["commission"]["releaseRule"], i: number): (m: number) => number {
  switch (rule) {
    case "by-value":
      return (m) => termsOf(rules)[i]!.use[m]!;
    case "by-size":
      return (m) => 1 / rules.members[m]!.population;
    case "by-contribution":
      return (m) => rules.members[m]!.gdp;
    case "pro-rata":
      return () => 1;
  }
}

/** Rounds after which what is still left over stays in store: some member is served in full in each. */
const ROUNDS = 6;

/**
 * Shares out up to `most` by weight; nobody gets more than it wants, and what one does not need goes to the others. Takes
 * it off the wants, and answers what each was given, shares of weekly Union use.
 */
function shareOut(wants: number[], most: number, weight: (m: number) => number): number[] {
  const given = wants.map(() => 0);
  let left = most;
  for (let round = 0; round < ROUNDS && left > 0; round++) {
    let sum = 0;
    for (let m = 0; m < wants.length; m++) sum += wants[m]! * weight(m);
    if (sum <= 0) break;
    const pot = left;
    for (let m = 0; m < wants.length; m++) {
      const part = Math.min(wants[m]!, (pot * wants[m]! * weight(m)) / sum);
      wants[m]! -= part;
      given[m]! += part;
      left -= part;
    }
  }
  return given;
}

/** E25: gives the store out to members short of the input. Weeks of each one's use. */
export function releaseWeek(rules: Rules, state: State, i: number, square: number): void {
  const input = state.inputs[i]!;
  input.released = 0;
  if (input.stockpile <= 0) return;
  const t = termsOf(rules)[i]!;
  const most = Math.min(input.stockpile, opening(rules, state, t, input));
  if (most <= 0) return;
  const demand = 1 - input.adapt;
  const weight = weights(rules, state.commission.releaseRule, i);
  const wants = rules.members.map((member, m) =>
    Math.max(0, (demand - used(t, input.stock[m]!, demand, square)) * member.use[i]!),
  );
  const given = shareOut(wants, most, weight);
  for (let m = 0; m < rules.M; m++) {
    if (given[m]! <= 0) continue;
    input.stock[m]! += given[m]! / rules.members[m]!.use[i]!;
    input.released += given[m]!;
  }
  // The parts may sum to a last bit more than the whole.
  input.stockpile = Math.max(0, input.stockpile - input.released);
}
