// What side deals of Beijing with a capital have in common, be they an offer that it took (deals.ts) or a secret agreement
// (E35): they cost it points at home each week, and may come to light, which makes everybody in them look worse.

import type { Trace } from "../explain.ts";
import { QUARTER } from "../indicators.ts";
import { chance, perWeek } from "../random.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Contract, State } from "../state.ts";
import { announce } from "./agreement.ts";
import { unite } from "./cohesion.ts";
import { esteem, lowerStanding } from "./heat.ts";
import { comeOut } from "./hushed.ts";
import { pay } from "./purse.ts";

/** A deal of Beijing with a capital that others do not know of. */
export const isSideDeal = ({ parties, secret }: Contract): boolean =>
  secret && parties.includes("beijing") && !parties.includes("commission");

/** A party lets everybody read it. */
export function publish(rules: Rules, state: State, contract: Contract, by: Seat | "", trace: Trace): void {
  const wasSide = isSideDeal(contract);
  contract.secret = false;
  announce(state, contract, by === "" ? "agreement-leaked" : "agreement-published", by);
  comeOut(rules, state, contract.id);
  if (wasSide) embarrass(rules, state, contract.parties, by);
  trace.mark("contract");
}

/** A side deal has come to light: everybody in it looks worse, but who told. */
export function embarrass(rules: Rules, state: State, parties: readonly Seat[], by: Seat | ""): void {
  const p = rules.model.beijing;
  unite(rules, state, -p.exposedCohesion);
  if (by !== "beijing") esteem(state, -p.exposedFace, 0);
  for (const seat of parties)
    if (isMember(seat) && seat !== by) {
      lowerStanding(rules, state, seat, p.exposedStanding);
      state.tally.exposed[memberAt(rules, seat)]! += 1;
    }
}

/** What a week of a side deal costs a capital at home. */
export const payUpkeep = (rules: Rules, state: State, capital: Seat): void =>
  pay(rules, state, capital, rules.model.points.dealUpkeep / QUARTER, 0);

/** Whether a side deal comes to light this week. */
export const leaksOut = ({ model: { beijing } }: Rules, { random }: State): boolean =>
  chance(random, perWeek(beijing.exposure, beijing.dealWeeks));

/** A week of a secret agreement with Beijing. */
export function sideDealWeek(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  for (const seat of contract.parties) if (isMember(seat)) payUpkeep(rules, state, seat);
  if (leaksOut(rules, state)) publish(rules, state, contract, "", trace);
}
