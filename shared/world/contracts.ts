// Agreements in force, week by week: what is seen of their terms (E44), and how they end or go on (E47). How they come about
// stands in signing.ts.

import type { Trace } from "../explain.ts";
import { normal } from "../random.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { Contract, Pledged, State } from "../state.ts";
import { announce, earnsStanding, measureOf } from "./agreement.ts";
import { breach, remember } from "./breach.ts";
import { regard } from "./hushed.ts";
import { METRIC, misses, windowOf } from "./metrics.ts";
import { panelWeek } from "./panel.ts";
import { inputsIn } from "./readings.ts";
import { standGain } from "./resolve.ts";
import { LICENCE_TERMS, restNew, undo } from "./restore.ts";
import { isSideDeal, sideDealWeek } from "./sidedeal.ts";

/** Looks at a term of the kind that must hold every week; answers whether it is broken for all to see. */
function watchTerm(rules: Rules, state: State, contract: Contract, term: Pledged): boolean {
  const { read, truth = read, open } = METRIC[term.metric];
  const reading = read(rules, state, contract, term);
  const { lag, error } = measureOf(rules, term.measure);
  const window = windowOf(rules, term);
  const share = 1 / window;
  term.past.push(reading);
  if (term.past.length > lag + 1) term.past.shift();
  term.truth += ((misses(term, truth(rules, state, contract, term)) ? 1 : 0) - term.truth) * share;
  if (open) {
    term.seen = reading;
    return misses(term, reading);
  }
  if (term.measure === "none") return false;
  const { reportEvery, breachShare, breachReports } = rules.model.contracts;
  if ((state.tick - contract.from) % reportEvery !== 0) return false;
  const { blur = 1 } = METRIC[term.metric];
  term.seen = Math.max(0, term.past[0]! * (1 + blur * error * normal(state.random)));
  const late = misses(term, term.seen);
  term.missed += ((late ? 1 : 0) - term.missed) * Math.min(1, reportEvery * share);
  const back = state.tick - Math.max(window, breachReports * reportEvery);
  term.late = [...term.late, ...(late ? [state.tick] : [])].filter((week) => week > back);
  const looked = state.tick - contract.from >= window;
  // Figures err: a single report is no breach, however much of the window it stands for.
  return looked && term.missed > breachShare && term.late.length >= breachReports;
}

/** Settles a term that is looked at once, when its week or its vote has come. */
function settleTerm(rules: Rules, state: State, contract: Contract, term: Pledged): boolean {
  const { when, read } = METRIC[term.metric];
  const reading = read(rules, state, contract, term);
  if (Number.isNaN(reading)) return false;
  term.seen = reading;
  if (when === "by-week" && state.tick < contract.from + term.weeks) return false;
  term.truth = misses(term, reading) ? 1 : 0;
  term.state = term.truth > 0 ? "broken" : "kept";
  if (term.state === "kept") honour(rules, state, contract, term);
  return term.state === "broken";
}

/**
 * A capital that has voted, or shared its store, as it promised is thought the better of, as soon as the others may know
 * of it.
 */
function honour(rules: Rules, state: State, contract: Contract, term: Pledged): void {
  if (memberAt(rules, term.by) >= 0 && earnsStanding(rules, state.contracts, contract, term))
    regard(rules, state, term.by, rules.model.score.kept, contract);
}

function contractWeek(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  for (const term of contract.terms) {
    if (term.state !== "open") continue;
    const { when } = METRIC[term.metric];
    const broken =
      when === "always" ? watchTerm(rules, state, contract, term) : settleTerm(rules, state, contract, term);
    if (!broken) continue;
    term.state = "broken";
    // What proves nothing, and what nobody was to look at, frees the other side, which may go.
    if (term.measure === "survey" || term.measure === "none")
      announce(state, contract, "term-missed", term.by, term.measure === "none" ? 1 : 0);
    else {
      breach(rules, state, contract, term.by, trace);
      return;
    }
  }
}

/** It runs on for as long as it was signed for, and with it what it gives and lasts no longer than it does. */
function prolong(rules: Rules, { inputs, trade }: State, contract: Contract): void {
  const { id, until, weeks, terms } = contract;
  contract.until += weeks;
  for (const { metric, about } of terms) {
    if (LICENCE_TERMS.includes(metric) && metric !== "licence-days")
      for (const i of inputsIn(rules, about))
        inputs[i]!.shiftEnds = Math.max(inputs[i]!.shiftEnds, contract.until);
    const m = metric === "fast-lane" ? memberAt(rules, about) : -1;
    if (m < 0) continue;
    for (const { tilt, tiltEnds } of inputs)
      if (tilt[m]! > 1 && tiltEnds[m] === until) tiltEnds[m] = until + weeks;
  }
  for (const extra of trade.extra) if (extra.of === id) extra.until += weeks;
}

function expire(rules: Rules, state: State, contract: Contract): void {
  const { stepDownWeeks } = rules.model.contracts;
  if (contract.expiry === "renew") {
    prolong(rules, state, contract);
    announce(state, contract, "agreement-renewed", "", contract.weeks);
  } else if (contract.expiry === "step-down") {
    contract.until += stepDownWeeks;
    contract.expiry = "lapse";
    // It has run its course: what comes back now breaks nothing.
    for (const term of contract.terms)
      if (term.state === "open" && METRIC[term.metric].when === "always") term.state = "kept";
    undo(rules, state, contract, 0.5);
    announce(state, contract, "agreement-steps-down", "", contract.until);
  } else {
    contract.state = "ended";
    const rested = undo(rules, state, contract, 0);
    for (const by of new Set(contract.terms.map((term) => term.by)))
      remember(rules, state, contract, by, standGain(rules, 0));
    announce(state, contract, "agreement-ended", "", rested ? 1 : 0);
  }
}

/** Looks at what was promised, ends what has run out. */
export function contractsWeek(rules: Rules, state: State, trace: Trace): void {
  if (state.contracts.length === 0) return;
  for (const contract of state.contracts) {
    if (contract.state === "kept") {
      restNew(rules, state, contract);
      contractWeek(rules, state, contract, trace);
      panelWeek(rules, state, contract, trace);
    }
    if (contract.state !== "kept") continue;
    if (isSideDeal(contract)) sideDealWeek(rules, state, contract, trace);
    if (contract.until <= state.tick) expire(rules, state, contract);
  }
  trace.mark("contract");
}
