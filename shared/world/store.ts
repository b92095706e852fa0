// The Union's own store of an input (E24, E25): ordered with money, filled no faster than licences for hoarding allow,
// opened to the members by a rule the Council chose.

import { clip } from "../exact.ts";
import type { Rules } from "../scenario.ts";
import { holds, type Input, type State } from "../state.ts";
import { isMeasured } from "./agreement.ts";
import { slackOf, stockFor, type Terms, termsOf, used } from "./goods.ts";
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
  const contract = state.contracts.some((c) => holds(c, state.tick) && isMeasured(c));
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

/** What a member claims of the store, share of weekly Union use, and when it is served: claims of one rank alike. */
interface Claim {
  want: number;
  rank: number;
}

/** E25: who is served first by each rule, the lowest before the others: the smallest, or who pays most into the budget. */
const RANKS: Record<State["commission"]["releaseRule"], (member: Rules["members"][number]) => number> = {
  "pro-rata": () => 0,
  "by-value": () => 0,
  "by-size": (member) => member.population,
  "by-contribution": (member) => -member.gdp,
};

/**
 * Shares out up to `most` of a store by rank, within a rank by want. What those served first will want in the `ahead`
 * weeks to come is kept for them. Answers what each is given, shares of weekly Union use.
 */
function shareOut(claims: readonly Claim[], store: number, most: number, ahead: number): number[] {
  const given = claims.map(() => 0);
  let left = most;
  let kept = 0;
  for (const rank of [...new Set(claims.map((claim) => claim.rank))].sort((a, b) => a - b)) {
    const tier = claims.filter((claim) => claim.rank === rank);
    const wanted = tier.reduce((sum, { want }) => sum + want, 0);
    const part = wanted > 0 ? clip(Math.min(left, store - kept) / wanted, 0, 1) : 0;
    claims.forEach((claim, m) => {
      if (claim.rank === rank) given[m] = part * claim.want;
    });
    left -= part * wanted;
    kept += ahead * wanted;
  }
  return given;
}

/**
 * E25: gives the store out to members short of the input. By value, it fills stocks up to where no output hangs on more;
 * by the other rules it hands out what is missing this week. Weeks of each one's use.
 */
export function releaseWeek(rules: Rules, state: State, i: number, square: number): void {
  const input = state.inputs[i]!;
  input.released = 0;
  if (input.stockpile <= 0) return;
  const t = termsOf(rules)[i]!;
  const most = Math.min(input.stockpile, opening(rules, state, t, input));
  if (most <= 0) return;
  const demand = 1 - input.adapt;
  const rule = state.commission.releaseRule;
  const enough = stockFor(t, 1 - slackOf(t, input.adapt), square) * demand;
  const claims = rules.members.map((member, m) => {
    const stock = input.stock[m]!;
    const lacks = rule === "by-value" ? enough - stock : demand - used(t, stock, demand, square);
    return { want: Math.max(0, lacks) * member.use[i]!, rank: RANKS[rule](member) };
  });
  const given = shareOut(claims, input.stockpile, most, rules.model.inputs.releaseAhead);
  for (let m = 0; m < rules.M; m++) {
    if (given[m]! <= 0) continue;
    input.stock[m]! += given[m]! / rules.members[m]!.use[i]!;
    input.released += given[m]!;
  }
  // The parts may sum to a last bit more than the whole.
  input.stockpile = Math.max(0, input.stockpile - input.released);
}
