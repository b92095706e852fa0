// Numbers that an episode may ask for by name: the catalogue of what people see in a game, and what observers of the real
// world count, which the catalogue does not hold.

import { exp, log } from "../exact.ts";
import { INDICATORS, type Per } from "../indicators.ts";
import type { Rules } from "../scenario.ts";
import { elsewhere, type File, type State } from "../state.ts";
import { termsOf } from "../world/goods.ts";

/** Goods on the way before the week passed, by input and member: what flowed is read off the difference. */
export interface Past {
  transit1: number[][];
  transit2: number[][];
}

/** Copies what flows are read off; taken after all orders of the week, before the week passes. */
export const pastOf = (state: State): Past => ({
  transit1: state.inputs.map((input) => input.transit1.slice()),
  transit2: state.inputs.map((input) => input.transit2.slice()),
});

interface Count {
  id: string;
  per: Per;
  /** What it is and its unit. */
  what: string;
  of(rules: Rules, state: State, k: number, past: Past | null): number | null;
}

/** Sum over members by their share of the Union's use. */
const byUse = (rules: Rules, i: number, of: (m: number) => number): number =>
  rules.members.reduce((sum, member, m) => sum + member.use[i]! * of(m), 0);

/** Weeks of Union use as units of the input a week. */
const units = (rules: Rules, i: number, weeks: number): number => (weeks * rules.inputs[i]!.demand) / 52;

/** What reaches the firms this week: what the second leg of the way gave up (E14). */
function arrived(rules: Rules, i: number, past: Past | null): number | null {
  if (!past) return null;
  const { pace } = termsOf(rules)[i]!;
  return units(
    rules,
    i,
    byUse(rules, i, (m) => past.transit2[i]![m]! * pace),
  );
}

/** What sets out this week: all that is on the way now and was not before, and what arrived meanwhile. */
function shipped(rules: Rules, state: State, i: number, past: Past | null): number | null {
  if (!past) return null;
  const { transit1, transit2 } = state.inputs[i]!;
  const before = (m: number) => past.transit1[i]![m]! + past.transit2[i]![m]!;
  const more = byUse(rules, i, (m) => transit1[m]! + transit2[m]! - before(m));
  return units(rules, i, more) + arrived(rules, i, past)!;
}

/** E2 taken out of E6: imports at the exporters' prices of week 0, so that only quantities move. */
function volume(rules: Rules, { trade }: State, s: number): number {
  const { dutyEurope, passThrough } = rules.sectors[s]!;
  const duty = log((1 + trade.feltEurope[s]!) / (1 + dutyEurope)) * (1 - trade.leaked[s]!);
  return trade.imports[s]! * exp(trade.price[s]! + (1 - passThrough) * duty);
}

/** Sales to China of all members in a sector, EUR bn a year. */
const sold = (rules: Rules, state: State, s: number): number =>
  rules.members.reduce((sum, _, m) => sum + state.trade.exports[s * rules.M + m]!, 0);

/** Trade that the procedures opened since week 0 cover, EUR bn a year. */
function atStake(rules: Rules, state: State, side: File["side"]): number {
  let total = 0;
  for (const file of state.files) {
    if (file.side !== side || file.sector < 0 || file.why === "start" || file.stage === "closed") continue;
    const goods = side === "europe" ? state.trade.imports[file.sector]! : sold(rules, state, file.sector);
    total += file.breadth * goods;
  }
  return total;
}

// biome-ignore format: one number a line
const COUNTS = [
  { id: "shipped", per: "input", what: "sent off in China for the Union, as customs there count it; units of the input a week", of: shipped },
  { id: "arrived", per: "input", what: "reaching the Union's firms; units of the input a week", of: (r, _s, i, past) => arrived(r, i, past) },
  { id: "china-share", per: "input", what: "China's share of what the Union's users need, 0 to 1", of: (_r, s, i) => 1 - elsewhere(s.inputs[i]!) / (1 - s.inputs[i]!.adapt) },
  { id: "largest-gap", per: "input", what: "need not met in the member that is shortest, 0 to 1", of: (_r, s, i) => Math.max(...s.inputs[i]!.gap) },
  { id: "import-volume", per: "sector", what: "goods from China at their prices of week 0; EUR bn a year", of: volume },
  { id: "exports", per: "sector", what: "goods to China of all members; EUR bn a year", of: sold },
  { id: "at-stake-europe", per: "union", what: "China's goods under Union procedures opened since week 0; EUR bn a year", of: (r, s) => atStake(r, s, "europe") },
  { id: "at-stake-beijing", per: "union", what: "Union goods under Chinese procedures opened since week 0; EUR bn a year", of: (r, s) => atStake(r, s, "beijing") },
] as const satisfies readonly Count[];

const KNOWN = new Map<string, Count>([
  ...INDICATORS.map(({ id, per, unit, of }): [string, Count] => [
    id,
    { id, per, what: unit, of: (rules, state, k) => of(rules, state, k, -1) },
  ]),
  ...COUNTS.map((count): [string, Count] => [count.id, count]),
]);

/** Every name there is. */
export const NUMBERS: readonly string[] = [...KNOWN.keys()];

/** All names with what they count, and for whom. */
export const describeNumbers = (): string =>
  [...KNOWN.values()].map(({ id, per, what }) => `${id} (by ${per}; ${what})`).join(", ");

/** The number of a name; throws a RangeError on an unknown one. */
export function numberCalled(id: string): Count {
  const found = KNOWN.get(id);
  if (!found) throw new RangeError(`no number is called "${id}"`);
  return found;
}

/** Ids of what a number is counted for, in their order; none for the Union's. */
export const subjects = (rules: Rules, per: Per): readonly string[] =>
  per === "union"
    ? []
    : per === "member"
      ? rules.members.map((m) => m.code)
      : (per === "sector" ? rules.sectors : rules.inputs).map((x) => x.id);
