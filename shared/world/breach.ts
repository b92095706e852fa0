// What follows from a breach of an agreement (E46): who pays for it, what capitals take it as a sign of, and who is free.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type Contract, holds, type State } from "../state.ts";
import { announce, hasCause, isBare, isProof } from "./agreement.ts";
import { snapBack } from "./files.ts";
import { esteem, warm } from "./heat.ts";
import { regard } from "./hushed.ts";
import { learn } from "./resolve.ts";
import { reclaim, rescind, resumeLaws, wake } from "./restore.ts";

/** What a proven breach costs the side that broke its word (E46); of a secret text, once that gets about. */
function penalise(rules: Rules, state: State, contract: Contract, by: Seat): void {
  const { breachReputation, breachLegitimacy, breachStanding } = rules.model.contracts;
  if (by === "beijing") esteem(state, 0, -breachReputation);
  else regard(rules, state, by, by === "commission" ? -breachLegitimacy : -breachStanding, contract);
}

/** Capitals that know of an agreement take its keeping, or its breach, as a sign of what a side's word is worth. */
export function remember(rules: Rules, state: State, contract: Contract, by: Seat, worth: number): void {
  const belief = by === "beijing" ? "trustBeijing" : by === "commission" ? "trustBrussels" : undefined;
  if (!belief) return;
  rules.members.forEach(({ code }, m) => {
    if (!contract.secret || contract.parties.includes(code)) learn(rules, state, m, belief, worth);
  });
}

/** A panel has done its work. */
export function dismiss(contract: Contract): void {
  contract.panel = -1;
  contract.complainer = "";
}

/** A breach is proven: the agreement ends, everybody else is free, and what had been suspended comes back. */
export function breach(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  contract.state = "broken";
  contract.breaker = by;
  dismiss(contract);
  penalise(rules, state, contract, by);
  remember(rules, state, contract, by, -rules.model.resolve.breach);
  if (!contract.secret) warm(state, rules.model.contracts.breachHeat);
  rescind(rules, state, contract);
  announce(state, contract, "agreement-broken", by);
  reclaim(rules, state, contract, [by]);
  trace.mark("contract");
}

/**
 * A squeeze breaks every promise about supply that is bare: nothing follows by right, but buyers remember, and what the
 * other side had given for it comes back.
 */
export function breakByStop(rules: Rules, state: State, trace: Trace): void {
  for (const contract of state.contracts) {
    if (!holds(contract, state.tick) || !isBare(contract)) continue;
    contract.state = "broken";
    contract.breaker = "beijing";
    esteem(state, 0, -rules.model.contracts.breachReputation);
    remember(rules, state, contract, "beijing", -rules.model.resolve.breach);
    wake(rules, state, contract, 0);
    resumeLaws(rules, state, contract);
    announce(state, contract, "assurance-broken", "beijing");
    reclaim(rules, state, contract, ["beijing"]);
  }
  trace.mark("assurance");
}

/** Whoever gave a side cause to leave and has truly broken its word: a survey that errs takes nothing back. */
const faithless = (rules: Rules, { terms }: Contract, seat: Seat): Seat[] =>
  terms
    .filter((term) => term.by !== seat && term.state === "broken")
    .filter((term) => isProof(term) || term.truth > rules.model.contracts.breachShare)
    .map((term) => term.by);

/** A side leaves: with cause it is free, without it it has broken its word. */
export function suspend(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  if (!hasCause(contract, by)) {
    breach(rules, state, contract, by, trace);
    return;
  }
  contract.state = "suspended";
  const rested = rescind(rules, state, contract);
  if (!contract.secret) warm(state, rules.model.contracts.suspendHeat);
  announce(state, contract, "agreement-suspended", by, rested ? 1 : 0);
  reclaim(rules, state, contract, faithless(rules, contract, by));
  trace.mark("contract");
}

/** A breach answered by the measure voted in advance: it applies within weeks (E46). */
export function answerByDuty(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  if (contract.state === "kept") {
    contract.state = "suspended";
    rescind(rules, state, contract);
    reclaim(rules, state, contract, faithless(rules, contract, "commission"));
  }
  contract.snapback = false;
  snapBack(rules, state, trace, "move");
}
