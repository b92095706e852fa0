// The answer to "why did this number change?" for one seat: contributions of the last weeks, scaled to what the seat
// believes the number to be, with causes it may not know folded into one line.

import { type Cause, type Contribution, newTrace, SECRET_CAUSES, type Trace } from "./explain.ts";
import { BEIJING_INDEX, countOf, estimate, INDICATORS, type Indicator, sightOf } from "./indicators.ts";
import type { Rules } from "./scenario.ts";
import { isSeat, sideOf, type Viewpoint } from "./seat.ts";
import type { State } from "./state.ts";
import { memberIndex } from "./view.ts";
import { leverageOf } from "./world/leverage.ts";

export interface Reason {
  cause: Cause | "not-known";
  amount: number;
}

export interface Why {
  indicator: string;
  /** The week the change belongs to, and the number before and after. */
  tick: number;
  before: number;
  after: number;
  reasons: Reason[];
}

/** Numbers that the State holds as of the week's end; an explanation needs them as of now. */
const LIVE: Record<string, (rules: Rules, state: State) => number> = {
  hold: (rules, state) => leverageOf(rules, state).hold,
  holdWeeks: (rules, state) => leverageOf(rules, state).holdWeeks,
  gone: (rules, state) => leverageOf(rules, state).gone,
  europeReady: (rules, state) => leverageOf(rules, state).ready,
  europeVote: (rules, state) => leverageOf(rules, state).vote,
  europeLaw: (rules, state) => leverageOf(rules, state).law,
  europeWeeks: (rules, state) => leverageOf(rules, state).europeWeeks,
};

const CATALOGUE = INDICATORS as readonly Indicator[];
const keyOf = (id: string, k: number, me: number): string => `${id}/${k}/${me}`;

/** A trace over every number of the catalogue as each kind of seat would read it. */
export function watch(rules: Rules, state: State): Trace & { rows: Record<string, Contribution[]> } {
  const watched: Record<string, () => number> = {};
  for (const indicator of CATALOGUE) {
    const live = LIVE[indicator.id];
    for (let k = 0; k < countOf(rules, indicator.per); k++)
      for (const me of readersOf(rules, indicator))
        watched[keyOf(indicator.id, k, me)] = live
          ? () => live(rules, state)
          : () => indicator.of(rules, state, k, me);
  }
  return newTrace(watched);
}

/** Who reads a number differently: -1 for all alike; every seat where the number is about its own firms or purse. */
function readersOf(rules: Rules, indicator: Indicator): number[] {
  const perReader = indicator.part === "own" && !LIVE[indicator.id] && indicator.per !== "member";
  return perReader ? [BEIJING_INDEX, -1, ...rules.members.keys()] : [-1];
}

/** Explains the last change of a number as the seat sees it; undefined where the seat may not know it. */
export function why(
  rules: Rules,
  state: State,
  rows: Record<string, Contribution[]>,
  seat: Viewpoint,
  id: string,
  k: number,
): Why | undefined {
  const indicator = CATALOGUE.find((i) => i.id === id);
  if (!indicator || k < 0 || k >= countOf(rules, indicator.per)) return undefined;
  const me = memberIndex(rules, seat);
  const sight = sightOf(indicator, seat, k, me);
  if (sight === "hidden") return undefined;
  const reader = readersOf(rules, indicator).includes(me) ? me : -1;
  const after = estimate(rules, state, indicator, seat, k, me, state.seed);
  const truth = indicator.of(rules, state, k, me);
  const scale = sight !== "exact" && sight.relative && truth !== 0 ? after / truth : 1;
  const secret = isSeat(seat)
    ? SECRET_CAUSES[sideOf(seat)]
    : [...SECRET_CAUSES.europe, ...SECRET_CAUSES.beijing];
  const reasons: Reason[] = [];
  let hidden = 0;
  let total = 0;
  for (const { cause, amount } of rows[keyOf(id, k, reader)] ?? []) {
    total += amount * scale;
    if (secret.includes(cause)) hidden += amount * scale;
    else reasons.push({ cause, amount: amount * scale });
  }
  if (hidden !== 0) reasons.push({ cause: "not-known", amount: hidden });
  reasons.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return { indicator: id, tick: state.tick, before: after - total, after, reasons };
}
