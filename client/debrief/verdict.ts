// The sentences over and under the verdict, true at any figure, since they name the one that decided and what would have
// come by itself; and how a score has moved.

import { type Moving, type Result, yearBefore } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { debrief } from "./text.ts";
import { inPercent, printGone, printHeat } from "./told.ts";

/** From so many percent of the hold on, each part of it; what is less is "a part". */
const PARTS = [
  [60, "most"],
  [45, "half"],
  [30, "third"],
] as const;

/** What doing nothing would have brought, in a sentence of its own. */
function byItself(share: number): string {
  const { nobody } = debrief.finding;
  const gone = inPercent(share);
  if (gone === 0) return nobody.none;
  return gone > 0 ? nobody.gone(printGone(share)) : nobody.grown(printGone(-share));
}

/** How much of the hold is gone, and how much of that is not Europe's doing. */
function gone(share: number, nobody: number): string {
  const { finding } = debrief;
  const percent = inPercent(share);
  if (percent === 0) return finding.none(byItself(nobody));
  if (percent < 0) return finding.grown(printGone(-share), byItself(nobody));
  const part = PARTS.find(([least]) => percent >= least)?.[1] ?? "part";
  return finding.gone(part, percent - inPercent(nobody));
}

/** The game in one sentence that the pictures below prove. */
export function finding({ ending, weeks, numbers, nobody, corridor }: Result): string {
  const { outOfHand, tooDear } = debrief.finding;
  if (!ending.early) return gone(numbers.gone, nobody.numbers.gone);
  const time = words.units.weeks(weeks);
  return numbers.worstHeat >= corridor.confrontation
    ? outOfHand(time, printHeat(numbers.worstHeat))
    : tooDear(time);
}

/** Gone, held against what it stays below: rounded alike, the one would seem to reach the other. */
const below = (gone: string, need: string): string =>
  gone === need ? debrief.verdictLines.justUnder(gone) : gone;

/** Why the game came to its verdict. */
export function verdictLine(rules: Rules, { ending, corridor }: Pick<Result, "ending" | "corridor">): string {
  const gone = printGone(ending.security);
  if (ending.verdict === "unfinished-business") {
    if (ending.security >= corridor.practical)
      return debrief.verdictLines.tooHot(gone, printHeat(corridor.heat));
    const need = printGone(corridor.practical);
    return debrief.verdictLines.notEnough(below(gone, need), need);
  }
  if (ending.verdict !== "empty-language") return speech.verdicts[ending.verdict].line;
  const need = printGone(corridor.empty);
  const told = below(gone, need);
  return corridor.soothed
    ? debrief.verdictLines.soothed(told, need, printPercent(100 * rules.model.score.bareShare))
    : debrief.verdictLines.tooLittle(told, need);
}

/** Under the headline: why the verdict fell, how hot it became unless that ended the game, and what came a year later. */
export function verdictText(rules: Rules, result: Result): string {
  const { ending, numbers } = result;
  const { heat, later } = debrief.page;
  return [
    verdictLine(rules, result),
    ...(ending.early ? [] : [heat(printHeat(numbers.worstHeat))]),
    later(printGone(ending.securityAfter)),
  ].join(" ");
}

/** What the last year did to a seat's score, and when it stood highest if that is over. */
export function movedLine(moving: Moving, k: number): string {
  const scores = moving.scores.map((row) => Math.round(row[k]!));
  const from = yearBefore(moving);
  const by = scores.at(-1)! - scores[from]!;
  const change = by > 0 ? debrief.moved.up(by) : by < 0 ? debrief.moved.down(-by) : debrief.moved.same;
  const best = scores.indexOf(Math.max(...scores));
  const year = debrief.moved.year(moving.weeks[from]!, scores[from]!, change);
  const isPast = scores[best]! > Math.max(scores.at(-1)!, scores[from]!);
  return isPast ? `${year} ${debrief.moved.best(moving.weeks[best]!, scores[best]!)}` : year;
}
