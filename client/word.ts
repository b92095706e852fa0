// What a capital is told before it gives an order that breaks what it has promised of its ballot.

import type { Command } from "../shared/moves/table.ts";
import { type Word, wordsBroken } from "../shared/moves/word.ts";
import type { Rules } from "../shared/scenario.ts";
import type { Seat } from "../shared/seat.ts";
import type { View } from "../shared/view.ts";
import { fileNamed } from "./label.ts";
import { printNumber } from "./print.ts";
import { speech } from "./speech.ts";
import { returns } from "./talks/broken.ts";

/** Standing that a broken word of this kind costs. */
const lostBy = ({ model: { contracts, score } }: Rules, by: Word["by"]): number =>
  by === "agreement" ? contracts.breachStanding : score.broken;

/** One sentence for each promise that could not be kept after the order. */
export function wordTexts({ rules, view }: { rules: Rules; view: View }, command: Command): string[] {
  const texts = wordsBroken(rules, view, command).map(({ by, file, contract }) => {
    const lost = speech.act.breaksBallot[by](
      speech.quoted(fileNamed(rules, view.pub.files, file)),
      printNumber(lostBy(rules, by)),
    );
    const back = contract ? returns(contract.terms, [view.seat as Seat]) : [];
    return back.length > 0 ? `${lost} ${speech.act.andThen(back.join("; "))}` : lost;
  });
  return [...new Set(texts)];
}
