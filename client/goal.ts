// Secret goals as text: what is asked, and how far it has come.

import { type Goal, type GoalUnit, isReached, NEVER, needOf, scaleOf } from "../shared/scenario/goal.ts";
import type { Rules } from "../shared/scenario.ts";
import { isSeat, type Viewpoint } from "../shared/seat.ts";
import { printMillions } from "./figure.ts";
import { printEuro, printNumber, printPercent, withEuro } from "./print.ts";
import { speech } from "./speech.ts";
import { words } from "./words.ts";

/** The goals of a seat; none for onlookers. */
export function goalsOf(rules: Rules, seat: Viewpoint): readonly Goal[] {
  if (!isSeat(seat)) return [];
  if (seat === "commission" || seat === "beijing") return rules.goals[seat];
  return rules.members.find(({ code }) => code === seat)?.goals ?? [];
}

function printIn(unit: GoalUnit, x: number): string {
  if (unit === "weeks") return x < NEVER ? words.units.weeks(x) : speech.goals.never;
  // To a tenth of a percent: goals ask for half of one.
  if (unit === "share") return printPercent(Math.round(1000 * x) / 10, 4);
  if (unit === "EUR bn") return printEuro(x);
  if (unit === "EUR m") return printMillions(x);
  return unit === "times" ? speech.goals.times(printNumber(x)) : printNumber(x);
}

/** "12 weeks; at least 40 weeks", "0; none allowed", "done". */
export function printProgress(goal: Goal, have: number): string {
  const { unit, sense } = scaleOf(goal);
  const { goals } = speech;
  const need = needOf(goal);
  if (unit === "yes") return have >= need ? goals.done : goals.notDone;
  if (sense === "at-most" && need === 0)
    return goals.none(unit === "times" ? printNumber(have) : printIn(unit, have));
  if (unit === "times" && sense === "at-least" && have <= need)
    return goals.of(printNumber(have), printNumber(need));
  return (sense === "at-least" ? goals.least : goals.most)(printIn(unit, have), printIn(unit, need));
}

interface GoalRow {
  text: string;
  worth: number;
  progress: string;
  reached: boolean;
}

/** Goals of a seat with how far they have come; readings by their place. */
export function goalRows(rules: Rules, seat: Viewpoint, readings: readonly number[]): GoalRow[] {
  const { goalFirst, goalSecond } = rules.model.score;
  return goalsOf(rules, seat).map((goal, k) => {
    const have = readings[k] ?? 0;
    return {
      text: withEuro(goal.text),
      worth: k === 0 ? goalFirst : goalSecond,
      progress: printProgress(goal, have),
      reached: isReached(goal, have),
    };
  });
}
