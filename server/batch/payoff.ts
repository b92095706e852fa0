// Who does best against whom: readings of a table of scores. Games of one number were played with the same seed in every
// cell, so that doctrines are compared game by game.

import { type Estimate, estimate, meanOf } from "./statistics.ts";

/** What one side scored with each of its doctrines against each of the other side's: [doctrine][opponent][game]. */
export interface Payoffs {
  doctrines: readonly string[];
  opponents: readonly string[];
  scores: readonly (readonly (readonly number[])[])[];
}

/** A doctrine's mean over the opponents, game by game. */
export const overall = ({ scores }: Payoffs, d: number): number[] =>
  scores[d]![0]!.map((_, game) => meanOf(scores[d]!.map((cell) => cell[game]!)));

/** By how much one doctrine beats another against an opponent, game by game. */
const lead = ({ scores }: Payoffs, d: number, rival: number, o: number): Estimate =>
  estimate(scores[d]![o]!.map((x, game) => x - scores[rival]![o]![game]!));

/** The least lead of a doctrine over a rival against any opponent. */
const leastLead = (table: Payoffs, d: number, rival: number): Estimate =>
  table.opponents
    .map((_, o) => lead(table, d, rival, o))
    .reduce((least, next) => (next.mean < least.mean ? next : least));

export interface Dominant {
  doctrine: string;
  /** The rival that comes nearest, and the least lead over it against any opponent. */
  over: string;
  lead: Estimate;
  /** Whether the interval of that lead lies above 0. */
  sure: boolean;
}

/** The doctrine that is best against every opponent, if there is one. */
export function dominantOf(table: Payoffs): Dominant | undefined {
  for (let d = 0; d < table.doctrines.length; d++) {
    const leads = table.doctrines
      .map((over, rival) => ({ over, rival }))
      .filter(({ rival }) => rival !== d)
      .map(({ over, rival }) => ({ over, lead: leastLead(table, d, rival) }))
      .sort((a, b) => a.lead.mean - b.lead.mean);
    const [nearest] = leads;
    if (nearest && nearest.lead.mean > 0)
      return { doctrine: table.doctrines[d]!, ...nearest, sure: nearest.lead.low > 0 };
  }
  return undefined;
}

/** Doctrines that some other one beats against every opponent, with one such. */
export const dominatedIn = (table: Payoffs): { doctrine: string; by: string }[] =>
  table.doctrines.flatMap((doctrine, rival) => {
    const d = table.doctrines.findIndex((_, k) => k !== rival && leastLead(table, k, rival).mean > 0);
    return d < 0 ? [] : [{ doctrine, by: table.doctrines[d]! }];
  });

/** Position of the doctrine with the highest mean over all opponents. */
export const bestOf = (table: Payoffs): number =>
  highest(table.doctrines.map((_, d) => meanOf(overall(table, d))));

/** The best doctrine against each opponent. */
export const repliesIn = (table: Payoffs): Record<string, string> =>
  Object.fromEntries(
    table.opponents.map((opponent, o) => [
      opponent,
      table.doctrines[highest(table.doctrines.map((_, d) => meanOf(table.scores[d]![o]!)))]!,
    ]),
  );

const highest = (xs: readonly number[]): number => xs.indexOf(Math.max(...xs));
