// The games of a tournament: every doctrine of one side against every one of the other, cell by cell.

import { SILENT } from "../../shared/bots/table.ts";
import { VERDICTS } from "../../shared/state.ts";
import { type Common, progress } from "./command.ts";
import type { Payoffs } from "./payoff.ts";
import type { Side } from "./policy.ts";
import type { Pool } from "./pool.ts";
import { type Estimate, estimate, meanOf, rounded, wilson } from "./statistics.ts";
import type { Outcome } from "./trial.ts";

export interface Plan extends Common {
  commission: readonly string[];
  beijing: readonly string[];
  members: readonly string[];
  seeds: readonly number[];
}

/** The games of one cell, in the order of the seeds. */
export interface Cell {
  commission: string;
  beijing: string;
  members: string;
  outcomes: Outcome[];
}

/** Plays all cells; each plays the same seeds, so that doctrines are compared game by game. */
export async function playCells(plan: Plan, pool: Pool, parts = false): Promise<Cell[]> {
  const { scenario, preset, changes, seeds } = plan;
  const cells = plan.members.flatMap((members) =>
    plan.commission.flatMap((commission) =>
      plan.beijing.map((beijing) => ({ commission, beijing, members })),
    ),
  );
  const trials = cells.flatMap((players) =>
    seeds.map((seed) => ({ scenario, preset, changes, seed, players, parts })),
  );
  const outcomes = await pool.play(trials, progress("games"));
  const n = seeds.length;
  return cells.map((cell, k) => ({ ...cell, outcomes: outcomes.slice(k * n, (k + 1) * n) }));
}

/** Scores of the three parties game by game; the capitals' is their mean. */
export const SCORES = {
  commission: (o: Outcome) => o.scores[0]!,
  beijing: (o: Outcome) => o.scores[1]!,
  members: (o: Outcome) => meanOf(o.scores.slice(2)),
};
export type Party = keyof typeof SCORES;

/** The name of a verdict as a key. */
export const keyOf = (verdict: string): string =>
  verdict.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What came of a cell, as it is printed. */
export const pairOf = ({ outcomes, ...players }: Cell) => ({
  ...players,
  games: outcomes.length,
  verdicts: Object.fromEntries(
    VERDICTS.map((verdict) => {
      const hits = outcomes.filter((o) => o.verdict === verdict).length;
      return [keyOf(verdict), rounded(wilson(hits, outcomes.length), 3)];
    }),
  ),
  scores: Object.fromEntries(
    Object.entries(SCORES).map(([party, of]) => [party, rounded(estimate(outcomes.map(of)), 2)]),
  ) as Record<Party, Estimate>,
});
export type Pair = ReturnType<typeof pairOf>;

export const otherSide = (side: Side): Side => (side === "commission" ? "beijing" : "commission");

/** Those a side is measured against: silence is a yardstick among the doctrines, and no opponent if there are others. */
export const opponentsOf = (plan: Plan, side: Side): string[] => {
  const all = plan[otherSide(side)];
  const players = all.filter((id) => id !== SILENT.id);
  return players.length > 0 ? players : [...all];
};

/** What a side scored, with one line-up of capitals. */
export function payoffs(plan: Plan, cells: readonly Cell[], side: Side, members: string): Payoffs {
  const opponents = opponentsOf(plan, side);
  const cellOf = (d: string, o: string) =>
    cells.find((c) => c.members === members && c[side] === d && c[otherSide(side)] === o)!;
  const scores = plan[side].map((d) => opponents.map((o) => cellOf(d, o).outcomes.map(SCORES[side])));
  return { doctrines: plan[side], opponents, scores };
}
