// The figures of the debrief as text, each in the step that the catalogue gives its number: the same wherever it is told.

import { type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import type { FiveId } from "../../shared/result.ts";
import { quantise } from "../../shared/view.ts";
import { printEuro, printNumber, printPercent } from "../print.ts";
import { debrief } from "./text.ts";

const held = (id: IndicatorId, x: number): number => quantise(x, indicatorOf(id).quantum);

/** A share of Beijing's hold in whole percent: .305 -> 31. */
export const inPercent = (share: number): number => Math.round(100 * held("gone", share));

/** The same as text: .305 -> "31 %". */
export const printGone = (share: number): string => printPercent(inPercent(share));

export const printHeat = (heat: number): string => printNumber(held("heat", heat));

function printLost(bn: number): string {
  const { quantum } = indicatorOf("loss");
  return bn > 0 && held("loss", bn) === 0
    ? debrief.figures.under(printEuro(quantum))
    : printEuro(held("loss", bn));
}

/** One of the five numbers without its unit; `weeks` is the length of the game. */
export const printFive: Record<FiveId, (x: number, weeks: number) => string> = {
  gone: printGone,
  lost: printLost,
  cohesion: (x) => printNumber(held("cohesion", x)),
  worstHeat: printHeat,
  benchmark: (x, weeks) => debrief.figures.ofWeeks(Math.round(x), weeks),
};
