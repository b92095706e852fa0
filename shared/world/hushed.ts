// Words kept and broken in secret. What the others think of a seat is a public number: so it moves once the matter gets
// about, which is when the text is published, or when its time is over. Until then those at the table know, and nobody else.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type Contract, type State, tell } from "../state.ts";
import { earnsStanding } from "./agreement.ts";
import { dignify, lowerStanding } from "./heat.ts";

type Hushed = State["hushed"][number];

/** The others think better or worse of a seat, by points of standing of a capital or of legitimacy of the Commission. */
function judge(rules: Rules, state: State, seat: Seat, by: number): void {
  if (seat === "commission") dignify(state, by);
  else lowerStanding(rules, state, seat, -by);
}

/** The same for what it has done about a text, at once or, where that is secret, when it gets about. */
export function regard(
  rules: Rules,
  state: State,
  seat: Seat,
  by: number,
  { id, until, secret }: Pick<Contract, "id" | "until" | "secret">,
): void {
  if (secret) state.hushed.push({ seat, by, of: id, until });
  else judge(rules, state, seat, by);
}

/** Points of standing that a capital has still to gain or lose, of legitimacy the Commission. */
export function owedTo(state: State, seat: Seat): number {
  let points = 0;
  for (const one of state.hushed) if (one.seat === seat) points += one.by;
  return points;
}

const textOf = (state: State, of: string): Contract | undefined => state.contracts.find((c) => c.id === of);

/** The week it gets about: an agreement may run on, and is secret for as long. */
const endOf = (state: State, { of, until }: Hushed): number => textOf(state, of)?.until ?? until;

/** A ballot or a store shared in secret earns nothing beside the like to the same partner that all could see since. */
function isEarned(rules: Rules, state: State, { seat, by, of }: Hushed): boolean {
  const text = by > 0 ? textOf(state, of) : undefined;
  if (!text) return true;
  const others = state.contracts.filter((c) => c !== text && !c.secret);
  return earnsStanding(rules, others, text, { by: seat, metric: "ballot" });
}

function getAbout(rules: Rules, state: State, isOut: (one: Hushed) => boolean): void {
  state.hushed = state.hushed.filter((one) => isEarned(rules, state, one));
  for (const { seat, by } of state.hushed.filter(isOut)) {
    judge(rules, state, seat, by);
    tell(state, { code: "word-known", by: seat, about: [seat], amount: by, to: [] });
  }
  state.hushed = state.hushed.filter((one) => !isOut(one));
}

/** A secret text is out, and with it how its parties kept to it. The caller marks the cause. */
export const comeOut = (rules: Rules, state: State, of: string): void =>
  getAbout(rules, state, (one) => one.of === of);

/** What was promised in secret and is over gets about. */
export function hushedWeek(rules: Rules, state: State, trace: Trace): void {
  if (state.hushed.length === 0) return;
  getAbout(rules, state, (one) => endOf(state, one) <= state.tick);
  trace.mark("contract");
}
