// The sentence under the verdict, true at any figure, since it names the one that decided; and how a score has moved.

import { moved, verdictLines } from "../../assets/words/en-end.ts";
import { verdicts } from "../../assets/words/en-game.ts";
import { type Moving, type Result, yearBefore } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { printPercent } from "../print.ts";
import { printGone, printHeat } from "./told.ts";

/** Gone, held against what it stays below: rounded alike, the one would seem to reach the other. */
const below = (gone: string, need: string): string => (gone === need ? verdictLines.justUnder(gone) : gone);

/** Why the game came to its verdict. */
export function verdictLine(rules: Rules, { ending, corridor }: Pick<Result, "ending" | "corridor">): string {
  const gone = printGone(ending.security);
  if (ending.verdict === "unfinished-business") {
    if (ending.security >= corridor.practical) return verdictLines.tooHot(gone, printHeat(corridor.heat));
    const need = printGone(corridor.practical);
    return verdictLines.notEnough(below(gone, need), need);
  }
  if (ending.verdict !== "empty-language") return verdicts[ending.verdict].line;
  const { bareSecurity, bareShare } = rules.model.score;
  const tooLittle = ending.security < corridor.empty;
  const need = printGone(tooLittle ? corridor.empty : bareSecurity);
  const told = below(gone, need);
  return tooLittle
    ? verdictLines.tooLittle(told, need)
    : verdictLines.soothed(told, need, printPercent(100 * bareShare));
}

/** What the last year did to a seat's score, and when it stood highest if that is over. */
export function movedLine(moving: Moving, k: number): string {
  const scores = moving.scores.map((row) => Math.round(row[k]!));
  const from = yearBefore(moving);
  const by = scores.at(-1)! - scores[from]!;
  const change = by > 0 ? moved.up(by) : by < 0 ? moved.down(-by) : moved.same;
  const best = scores.indexOf(Math.max(...scores));
  const year = moved.year(moving.weeks[from]!, scores[from]!, change);
  const isPast = scores[best]! > Math.max(scores.at(-1)!, scores[from]!);
  return isPast ? `${year} ${moved.best(moving.weeks[best]!, scores[best]!)}` : year;
}
