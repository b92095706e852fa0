// The four numbers at the top of the table, by who looks.

import { type IndicatorId, indicatorOf } from "../shared/indicators.ts";
import type { Rules } from "../shared/scenario.ts";
import { isMember, type Viewpoint } from "../shared/seat.ts";
import { memberIndex, quantise, type View } from "../shared/view.ts";
import type { Why } from "../shared/why.ts";
import { type Figure, figure } from "./figure.ts";
import { lastChange, type Note } from "./history.ts";
import { numberName } from "./label.ts";
import { speech } from "./speech.ts";

/** How a headline changed last, as its tile tells it. */
export interface Changed {
  change: number;
  cause?: Why["reasons"][number]["cause"];
}

export interface Headline {
  id: IndicatorId;
  /** Member, sector or input; 0 for the Union. */
  k: number;
}

/** The first input of a scenario is the one the story turns on. */
const STORY = 0;

/** Four numbers, the same for everybody in a kind of seat. */
export function headlines(rules: Rules, seat: Viewpoint): Headline[] {
  const me = memberIndex(rules, seat);
  const of = (...list: [IndicatorId, number][]) => list.map(([id, k]) => ({ id, k }));
  if (isMember(seat)) return of(["lines", me], ["stock", STORY], ["pain", me], ["standing", me]);
  if (seat === "commission") return of(["hold", 0], ["stock", STORY], ["cohesion", 0], ["heat", 0]);
  if (seat === "beijing") return of(["hold", 0], ["realGrowth", 0], ["reputation", 0], ["heat", 0]);
  return of(["stopped", 0], ["cohesion", 0], ["heat", 0], ["legitimacy", 0]);
}

/** Numbers beside the headlines whose past a panel shows: the risk that firms see, by input. */
export const watched = (rules: Rules): Headline[] =>
  rules.inputs.flatMap(({ stockable }, k) => (stockable ? [{ id: "risk" as const, k }] : []));

/** What a headline is called for this seat. */
export function headlineName(rules: Rules, view: View, { id, k }: Headline): string {
  if (id === "stock") return speech.headline.stock(rules.inputs[k]!.name);
  return numberName(view.seat, id);
}

/** Its figure as the tile shows it. */
export function headlineFigure(rules: Rules, view: View, { id, k }: Headline): Figure {
  const shown = figure(rules, view, id, k) ?? { value: "–", unit: "" };
  if (id === "lines") return { ...shown, unit: speech.headline.ofLines(rules.members[k]!.lines) };
  // The name says over which time.
  if (id === "hold") return { ...shown, unit: "" };
  return shown;
}

/** The cause that pulled most the way the number went; none where it did not move. */
export const mainCause = ({ reasons, before, after }: Why): Changed["cause"] | undefined =>
  before === after ? undefined : reasons.find(({ amount }) => amount > 0 === after > before)?.cause;

/**
 * The change and its cause, both from the explanation where it speaks of the number as it is now; the change alone from
 * the notes until it does. The change is counted in the steps in which the number is shown.
 */
export function changed(id: IndicatorId, notes: readonly Note[] | undefined, why?: Why): Changed | undefined {
  const noted = lastChange(notes);
  const now = notes?.at(-1);
  const { quantum } = indicatorOf(id);
  const isOfNow = why && now && why.tick === now.tick && quantise(why.after, quantum) === now.value;
  if (!isOfNow || noted === undefined) return noted === undefined ? undefined : { change: noted };
  const change = now.value - quantise(why.before, quantum);
  const cause = change === 0 ? undefined : mainCause(why);
  return cause ? { change, cause } : { change };
}
