// The sentence under the verdict: true at any figure, since it names the one that decided.

import { verdictLines } from "../../assets/words/en-end.ts";
import { verdicts } from "../../assets/words/en-game.ts";
import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { printPercent } from "../print.ts";
import { printGone } from "./told.ts";

/** Why the game came to its verdict. */
export function verdictLine(rules: Rules, { ending, corridor }: Pick<Result, "ending" | "corridor">): string {
  if (ending.verdict !== "empty-language") return verdicts[ending.verdict].line;
  const { bareSecurity, bareShare } = rules.model.score;
  const tooLittle = ending.security < corridor.empty;
  const gone = printGone(ending.security);
  const need = printGone(tooLittle ? corridor.empty : bareSecurity);
  // Rounded alike, the one would seem to reach the other.
  const told = gone === need ? verdictLines.justUnder(gone) : gone;
  return tooLittle
    ? verdictLines.tooLittle(told, need)
    : verdictLines.soothed(told, need, printPercent(100 * bareShare));
}
