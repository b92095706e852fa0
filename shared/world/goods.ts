// E12-E16 for one input: what firms order, what the licence office lets through, what is on the way, in store, used and
// missing. Quantities are weeks of the user's own normal use, so one week's demand is about 1 for a state and for the
// Union alike; the stress test runs the same equations on the Union as if it were one firm.

import { clip } from "../exact.ts";
import type { Rules } from "../scenario.ts";
import { flowOf, type Input } from "../state.ts";
import { once } from "./once.ts";

/** What one input's flows follow from, worked out of the scenario. */
export interface Terms {
  /** Weekly licences at a throughput of 1, share of normal use (chi c0), and the share of orders that needs one (chi). */
  licensed: number;
  covered: number;
  adjust: number;
  transit: number;
  /** Share of each half of the way that is covered in a week. */
  pace: number;
  stock: number;
  half: number;
  slack: number;
  adaptSlack: number;
  /** Value added lost when nothing comes, EUR bn a year, Union. */
  value: number;
  critical: boolean;
  /** Members' shares of the Union's use. */
  use: number[];
}

export const termsOf = once((rules: Rules): Terms[] => {
  const p = rules.model.inputs;
  return rules.inputs.map((input, i) => ({
    licensed: input.covered * input.chinaShare,
    covered: input.covered,
    adjust: p.adjustWeeks,
    transit: input.transitWeeks,
    pace: Math.min(1, 2 / input.transitWeeks),
    stock: input.stockWeeks,
    half: input.halfWeeks,
    slack: input.slack,
    adaptSlack: p.adaptSlack,
    value: input.valueAtRisk * input.omega,
    critical: input.critical,
    use: rules.members.map((member) => member.use[i]!),
  }));
});

/** E12: what users order from China in a week. need = demand that other sources do not serve; wish = stock they want. */
export const ordered = (
  t: Terms,
  demand: number,
  need: number,
  wish: number,
  position: number,
  licence: number,
) => clip(need + (demand * wish + need * (t.transit + licence / 2) - position) / t.adjust, 0, 2 * demand);

/** E13: licences granted in a week, no faster than the office works through its queue and no more than it may. */
export const granted = (queue: number, licence: number, most: number): number =>
  Math.min(licence > 1 ? queue / licence : queue, most);

/**
 * E15: what factories use of a stock. Firms' stocks are dispersed, so the first lines stop long before the mean is
 * empty; at normal stock none does. `square` = half weeks squared.
 */
export function used(t: Terms, stock: number, demand: number, square: number): number {
  const weeks = stock / demand;
  const normal = t.stock * t.stock;
  if (weeks >= t.stock) return Math.min(stock, demand);
  const filled = ((1 + square / normal) * weeks * weeks) / (weeks * weeks + square);
  return Math.min(stock, demand * filled);
}

/** E15 turned round: weeks of stock at which factories use a share of what they would. */
export const stockFor = (t: Terms, share: number, square: number): number =>
  Math.sqrt((share * square) / (1 + square / (t.stock * t.stock) - share));

/** E16: share of output lost at a gap, once slack and thrift are used up; who gets nothing makes nothing, however thrifty. */
export const shortfall = (gap: number, slack: number): number =>
  gap > slack ? (gap - slack) / (1 - slack) : 0;

/** Shortage that an input's users absorb without losing output (E16). */
export const slackOf = (t: Terms, adapt: number): number => Math.min(0.95, t.slack + t.adaptSlack * adapt);

/** theta: weekly licences as a share of normal covered use, with what shifts it for a while. */
export const theta = (input: Input): number => Math.max(0, flowOf(input));

/** Half weeks squared, less what new designs and the matching platform save (E26). */
export function halfSquare(rules: Rules, t: Terms, input: Pick<Input, "half">, matching: number): number {
  const half = t.half * input.half * (1 - rules.model.inputs.matchHalf * matching);
  return half * half;
}

/** Mean over the Union of a member table, by use of the input. */
export function meanByUse(t: Terms, table: readonly number[]): number {
  let sum = 0;
  for (let m = 0; m < table.length; m++) sum += table[m]! * t.use[m]!;
  return sum;
}
