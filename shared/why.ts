// The answer to "why did this number change?" for one seat: contributions of the last weeks, scaled to what the seat
// believes the number to be, with causes it may not know folded into one line.

import { estimate, focusOf, sightOf, truthBehind } from "./estimate.ts";
import {
  type Cause,
  COVERS,
  type Contribution,
  newTrace,
  OWN_CAUSES,
  SECRET_CAUSES,
  type Trace,
} from "./explain.ts";
import { BEIJING_INDEX, CATALOGUE, countOf, type Indicator, QUARTER } from "./indicators.ts";
import type { Rules } from "./scenario.ts";
import { isSeat, sideOf, type Viewpoint } from "./seat.ts";
import { isBanded, isRelative, lagOf, type Sight, sharpened } from "./sight.ts";
import type { Leverage, State } from "./state.ts";
import { memberIndex } from "./view.ts";
import { leverageOf } from "./world/leverage.ts";
import { closingNow, startingNow } from "./world/plants.ts";

export type Rows = Record<string, Contribution[]>;

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

/** The week that is explained: the State at its start and now, and the contributions of the week so many weeks before it. */
export interface Span {
  from: State;
  to: State;
  rows(ago: number): Rows;
}

/** Numbers that the State holds as of the week's end; an explanation needs them as of now. */
interface Now {
  rules: Rules;
  state: State;
  leverage(): Leverage;
}
const LIVE: Record<string, (now: Now, k: number) => number> = {
  hold: ({ leverage }) => leverage().hold,
  holdBy: ({ leverage }, i) => leverage().byInput[i]!,
  holdWeeks: ({ leverage }) => leverage().holdWeeks,
  holdNet: ({ leverage }) => leverage().holdNet,
  europeNet: ({ leverage }) => leverage().readyNet,
  gone: ({ leverage }) => leverage().gone,
  europeReady: ({ leverage }) => leverage().ready,
  europeVote: ({ leverage }) => leverage().vote,
  europeLaw: ({ leverage }) => leverage().law,
  europeWeeks: ({ leverage }) => leverage().europeWeeks,
  starts: ({ rules, state }, i) => QUARTER * startingNow(rules, state, i),
  closures: ({ rules, state }, i) => QUARTER * closingNow(rules, state, i),
};

const keyOf = (id: string, k: number, me: number): string => `${id}/${k}/${me}`;

/** A trace over every number of the catalogue as each kind of seat would read it. */
export function watch(rules: Rules, state: State): Trace & { rows: Rows } {
  let known: Leverage | undefined;
  const leverage = (): Leverage => {
    known ??= leverageOf(rules, state);
    return known;
  };
  const now: Now = { rules, state, leverage };
  const watched: Record<string, () => number> = {};
  for (const indicator of CATALOGUE) {
    const live = LIVE[indicator.id];
    for (let k = 0; k < countOf(rules, indicator.per); k++)
      for (const me of readersOf(rules, indicator))
        watched[keyOf(indicator.id, k, me)] = live
          ? () => live(now, k)
          : () => indicator.of(rules, state, k, me);
  }
  const trace = newTrace(watched);
  return {
    rows: trace.rows,
    mark(cause) {
      known = undefined;
      trace.mark(cause);
    },
  };
}

/** Who reads a number differently: -1 for all alike; every seat where the number is about its own firms or purse. */
function readersOf(rules: Rules, indicator: Indicator): number[] {
  const perReader = indicator.part === "own" && !LIVE[indicator.id] && indicator.per !== "member";
  return perReader ? [BEIJING_INDEX, -1, ...rules.members.keys()] : [-1];
}

/** True contributions as the seat may read them, of a number of its own or of others: causes it may not know stand in one row. */
function told(rows: readonly Contribution[], seat: Viewpoint, own: boolean): Reason[] {
  const secret = (
    isSeat(seat) ? SECRET_CAUSES[sideOf(seat)] : [...SECRET_CAUSES.europe, ...SECRET_CAUSES.beijing]
  )
    .filter((cause) => !(own && OWN_CAUSES.includes(cause)))
    .flatMap((cause) => [cause, COVERS[cause] ?? cause]);
  const reasons: Reason[] = rows.filter(({ cause }) => !secret.includes(cause)).map((row) => ({ ...row }));
  const hidden = rows.reduce((sum, { cause, amount }) => sum + (secret.includes(cause) ? amount : 0), 0);
  return hidden === 0 ? reasons : [...reasons, { cause: "not-known", amount: hidden }];
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((total, { amount }) => total + amount, 0);

/** A hint that moves to another band: the causes that pulled that way share the step between them. */
function shared(reasons: readonly Reason[], change: number): Reason[] {
  if (change === 0) return [];
  const pulled = reasons.filter(({ amount }) => amount > 0 === change > 0 && amount !== 0);
  const all = sum(pulled);
  return pulled.map(({ cause, amount }) => ({ cause, amount: (amount / all) * change }));
}

/** Contributions in the size in which the seat sees the number; what they leave of its change is a new survey's. */
function seen(reasons: readonly Reason[], sight: Sight, scale: number, change: number): Reason[] {
  const rows = isBanded(sight)
    ? shared(reasons, change)
    : reasons.map(({ cause, amount }) => ({ cause, amount: amount * scale }));
  const rest = change - sum(rows);
  return Math.abs(rest) < 1e-9 ? rows : [...rows, { cause: "survey", amount: rest }];
}

/** Explains the last change of a number as the seat sees it; undefined where the seat may not know it. */
export function why(
  rules: Rules,
  { from, to, rows }: Span,
  seat: Viewpoint,
  id: string,
  k: number,
): Why | undefined {
  const indicator = CATALOGUE.find((i) => i.id === id);
  if (!indicator || k < 0 || k >= countOf(rules, indicator.per)) return undefined;
  const me = memberIndex(rules, seat);
  const usual = sightOf(indicator, seat, k, me);
  if (usual === "hidden") return undefined;
  const sight = sharpened(usual, focusOf(rules, to, indicator, seat, k, me));
  const reader = readersOf(rules, indicator).includes(me) ? me : -1;
  const before = estimate(rules, from, indicator, seat, k, me);
  const after = estimate(rules, to, indicator, seat, k, me);
  const truth = truthBehind(rules, to, indicator, sight, k, me);
  const scale = isRelative(sight) && truth !== 0 ? after / truth : 1;
  const reasons = seen(
    told(rows(lagOf(sight))[keyOf(id, k, reader)] ?? [], seat, indicator.per === "member" && k === me),
    sight,
    scale,
    after - before,
  );
  reasons.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return { indicator: id, tick: to.tick, before, after, reasons };
}
