// The sentence under the verdict: true at any figure, since it names the one that decided.

import { verdictLines } from "../../assets/words/en-end.ts";
import { verdicts } from "../../assets/words/en-game.ts";
import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { printPercent } from "../print.ts";

/** Why the game came to its verdict. */
export function verdictLine(rules: Rules, { ending, corridor }: Pick<Result, "ending" | "corridor">): string {
  if (ending.verdict !== "empty-language") return verdicts[ending.verdict].line;
  const gone = printPercent(100 * ending.security);
  const { bareSecurity, bareShare } = rules.model.score;
  return ending.security < corridor.empty
    ? verdictLines.tooLittle(gone, printPercent(100 * corridor.empty))
    : verdictLines.soothed(gone, printPercent(100 * bareSecurity), printPercent(100 * bareShare));
}
