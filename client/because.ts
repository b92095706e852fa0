// Why a bot did something, or would do it: the sentence of its reason with the figure filled in.

import { REASONS, type Reason, type ReasonUnit } from "../shared/bots/reason.ts";
import { printChance, printChange, printEuro, printNumber, printPercent } from "./print.ts";
import { speech } from "./speech.ts";
import { words } from "./words.ts";

const PRINT: Record<ReasonUnit, (x: number) => string> = {
  chance: printChance,
  share: (x) => printPercent(100 * x, 2),
  people: (x) => printPercent(x),
  "of-gdp": (x) => speech.becauseOf.gdp(printNumber(x, 2)),
  "euro-bn": printEuro,
  weeks: (x) => words.units.weeks(Math.max(0, Math.round(x))),
  "of-100": (x) => speech.becauseOf.of100(printNumber(x)),
  points: (x) => speech.becauseOf.score(printNumber(x, 2)),
  count: (x) => printNumber(x),
  "a-year": (x) => speech.becauseOf.aYear(printNumber(x, 2)),
  support: (x) => printChange(x, 2),
  none: () => "",
};

/** Reasons that nothing at all is one for: only so little comes through, is met elsewhere, would back it. */
const OF_NOTHING: readonly Reason[] = ["scoreboard", "law", "save-fund"];

/** The sentence; undefined where the figure in it is zero and therefore no reason. */
export function because({ why, amount }: { why: Reason; amount: number }): string | undefined {
  const unit = REASONS[why];
  const figure = PRINT[unit](amount);
  const isNothing = unit !== "none" && !/[1-9]/.test(figure);
  return isNothing && !OF_NOTHING.includes(why) ? undefined : speech.reasons[why](figure);
}
