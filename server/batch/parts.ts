// What the scores in the cells of a tournament are made of: means by part, so that a rule that pays the wrong thing shows.

import { type Cell, type Party, SCORES } from "./cells.ts";
import { columns } from "./command.ts";
import { meanOf, rounded } from "./statistics.ts";
import type { Outcome } from "./trial.ts";

/** Positions of a party among the seats. */
const PLACES: Record<Party, [number, number?]> = { commission: [0, 1], beijing: [1, 2], members: [2] };
const PARTIES = Object.keys(PLACES) as Party[];

/** Mean of every part of a party's score over games, and over the capitals. */
function partsIn(outcomes: readonly Outcome[], party: Party): Record<string, number> {
  const seats = outcomes.flatMap((o) => o.parts.slice(...PLACES[party]));
  return Object.fromEntries(
    Object.keys(seats[0]!).map((part) => [part, rounded(meanOf(seats.map((s) => s[part]!)), 2)]),
  );
}

export const partsOfCells = (cells: readonly Cell[]) =>
  cells.map(({ outcomes, ...players }) => ({
    ...players,
    games: outcomes.length,
    parts: Object.fromEntries(PARTIES.map((party) => [party, partsIn(outcomes, party)])) as Record<
      Party,
      Record<string, number>
    >,
    scores: Object.fromEntries(
      PARTIES.map((party) => [party, rounded(meanOf(outcomes.map(SCORES[party])), 2)]),
    ) as Record<Party, number>,
  }));

export function partsText(rows: ReturnType<typeof partsOfCells>): string {
  const tables = PARTIES.map((party) => {
    const names = Object.keys(rows[0]!.parts[party]);
    const lines = rows.map(({ commission, beijing, members, parts, scores }) => [
      `${commission} / ${beijing} / ${members}`,
      ...names.map((name) => parts[party][name]!.toFixed(1)),
      scores[party].toFixed(1),
    ]);
    return columns([[party, ...names, "score"], ...lines]);
  });
  return tables.join("\n\n");
}
