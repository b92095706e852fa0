// What an agreement holds down or puts off while it runs, and how that comes back when it ends.

import { clip } from "../exact.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import {
  type Contract,
  type File,
  holds,
  type Input,
  type Pledged,
  type State,
  type Term,
} from "../state.ts";
import { announce } from "./agreement.ts";
import { paced } from "./clock.ts";
import { reopenFile, restDuty, setDuty } from "./duties.ts";
import { closeLane, takePlants } from "./gifts.ts";
import { moneyOf, pay } from "./purse.ts";
import { canWait, heldDown, inputsIn } from "./readings.ts";
import { sellLess } from "./trade.ts";

/** Duties are held at a share of what the law set. */
export function holdDown(rules: Rules, state: State, term: Term): void {
  for (const file of heldDown(rules, state.files, term)) restDuty(rules, state, file, term.value);
}

/** A duty that has come since signature rests as well. */
export function restNew(rules: Rules, state: State, contract: Contract): void {
  for (const term of contract.terms) if (term.state === "open") holdDown(rules, state, term);
}

/** Promises that Beijing's licence offices are told to keep. */
export const LICENCE_TERMS: readonly MetricId[] = ["licence-days", "approval-rate", "throughput"];

/** Licence offices are told by these in the same way: how quick to be, or how much to grant. */
const tellsAlike = (a: MetricId, b: MetricId): boolean =>
  [a, b].every((metric) => LICENCE_TERMS.includes(metric)) &&
  (a === "licence-days") === (b === "licence-days");

/** Weeks that offices are told a licence may take, with a margin for what the figures may say. */
export const toldWeeks = ({ model }: Rules, days: number): number =>
  ((1 - model.contracts.margin) * days) / 7;

/** How much more than the mode lets through offices are told to grant, with a margin for what the figures may say. */
export const toldShift = ({ model }: Rules, share: number, { throughput }: Input): number =>
  (1 + model.contracts.margin) * share - throughput;

/** Licence offices go back to what they did before, unless the valve has been turned since, or as far as other agreements let them. */
function forget(
  rules: Rules,
  state: State,
  contract: Contract,
  { metric, about, start }: Pledged,
  others: readonly Pledged[],
): void {
  const { assuranceThroughput } = rules.model.beijing;
  for (const i of inputsIn(rules, about)) {
    const input = state.inputs[i]!;
    const still = others
      .filter((o) => tellsAlike(metric, o.metric) && inputsIn(rules, o.about).includes(i))
      .map(({ value }) => value);
    if (metric === "licence-days") {
      if (input.since > contract.from) continue;
      const usual = Math.min(start / 7, rules.model.modes[input.mode].weeks);
      input.licenceWeeks = Math.max(
        input.licenceWeeks,
        Math.min(usual, ...still.map((days) => toldWeeks(rules, days))),
      );
    } else if (still.length > 0) {
      // What a bare assurance lets through is never more than this.
      const needed = Math.max(assuranceThroughput, ...still.map((share) => toldShift(rules, share, input)));
      input.shift = Math.min(input.shift, needed);
    } else input.shiftEnds = Math.min(input.shiftEnds, state.tick);
  }
}

/** Terms of other agreements in force that still have to be kept. */
const owedElsewhere = (state: State, contract: Contract): Pledged[] =>
  state.contracts
    .filter((other) => other !== contract && holds(other, state.tick))
    .flatMap((other) => other.terms.filter((term) => term.state === "open"));

/** What rested of a duty comes back, but for a share `left`, and for what another agreement still holds down. */
function restore(rules: Rules, state: State, file: File, others: readonly Pledged[], left: number): void {
  const full = file.duty + file.rested;
  const still = others.filter((term) => heldDown(rules, [file], term).length > 0).map((t) => t.value);
  const duty = Math.min(file.duty + (1 - left) * file.rested, Math.min(1, ...still) * full);
  file.rested = full - duty;
  setDuty(rules, state, file, duty);
}

/** Duties that rested come back, but for a share `left` of the relief. Answers whether any had rested. */
export function wake(rules: Rules, state: State, contract: Contract, left: number): boolean {
  const rested = contract.terms.some((term) =>
    heldDown(rules, state.files, term).some((file) => file.rested > 0),
  );
  const others = owedElsewhere(state, contract);
  for (const term of contract.terms)
    for (const file of heldDown(rules, state.files, term)) restore(rules, state, file, others, left);
  return rested;
}

/** Takes back what the agreement had suspended; `left` = share of the relief that stays for now. Answers whether any duty had rested. */
export function undo(rules: Rules, state: State, contract: Contract, left: number): boolean {
  const rested = wake(rules, state, contract, left);
  const others = owedElsewhere(state, contract);
  if (left > 0) return rested;
  for (const term of contract.terms) {
    if (LICENCE_TERMS.includes(term.metric)) forget(rules, state, contract, term, others);
    const m = memberAt(rules, term.about);
    if (m < 0) continue;
    if (term.metric === "fast-lane") closeLane(rules, state, m);
    if (term.metric === "orders") sellLess(state.trade, contract.id, m);
  }
  return rested;
}

/** A law that waited for an agreement waits no longer: what the agreement added comes off, as far as the law's own weeks let it. */
export function resumeLaws(rules: Rules, state: State, { terms }: Contract): void {
  for (const { metric, about, value } of terms) {
    const file = state.files.find((f) => f.id === about);
    if (metric !== "law-delay" || !file || !canWait(file, state.tick)) continue;
    if (file.stage !== "in-force") {
      file.nextGate -= value;
      continue;
    }
    const passed = state.votes.findLast((v) => v.file === about && v.outcome === "passed")?.closes ?? 0;
    const soonest = passed + 1 + paced(rules, file, rules.model.law.lawForce);
    file.gate = Math.max(state.tick + 1, soonest, file.gate - value);
  }
}

/** All that was done for it is undone before its time. Answers whether any duty had rested. */
export function rescind(rules: Rules, state: State, contract: Contract): boolean {
  const rested = undo(rules, state, contract, 0);
  resumeLaws(rules, state, contract);
  return rested;
}

/** A case that was closed for it is open again, unless another agreement keeps it closed or a new one has taken its place. */
function reopen(rules: Rules, state: State, contract: Contract, { about, shelved }: Pledged): void {
  const file = state.files.find((f) => f.id === about);
  if (!shelved || file?.stage !== "closed") return;
  const keeper = owedElsewhere(state, contract).find((t) => t.metric === "close-case" && t.about === about);
  if (keeper) {
    keeper.shelved ??= shelved;
    return;
  }
  const isLike = (f: File) => f.side === file.side && f.kind === file.kind && f.sector === file.sector;
  if (!state.files.some((f) => f.stage !== "closed" && isLike(f))) reopenFile(rules, state, file, shelved);
}

/** Money comes back as far as whoever got it still has it. */
function repay(rules: Rules, state: State, contract: Contract, term: Pledged): void {
  const to = term.about as Seat;
  const back = clip(term.start, 0, Math.max(0, moneyOf(rules, state, to)));
  const spent = term.start - back;
  pay(rules, state, to, 0, back);
  pay(rules, state, term.by, 0, -back);
  term.start = spent;
  if (back > 0) announce(state, contract, "money-returned", to, back);
  if (spent > 0) announce(state, contract, "money-spent", to, spent);
}

/**
 * What was delivered to those who broke it comes back: plants go, money is paid back as far as it is there, and a case
 * that was closed for them is open again. What they had given themselves stays with those who kept their word.
 */
export function reclaim(rules: Rules, state: State, contract: Contract, breakers: readonly Seat[]): void {
  const { parties, terms } = contract;
  const forBeijing = parties.includes("beijing");
  for (const term of terms) {
    const { by, metric, about, value } = term;
    if (breakers.includes(by)) continue;
    // A case is closed for Beijing where it is a party, else for the capital that is.
    if (metric === "close-case" && (!forBeijing || breakers.includes("beijing")))
      reopen(rules, state, contract, term);
    if (!breakers.includes(about as Seat)) continue;
    if (metric === "payment") repay(rules, state, contract, term);
    if (metric === "investment") {
      takePlants(rules, state, memberAt(rules, about), value);
      announce(state, contract, "plants-withdrawn", about as Seat, value);
    }
  }
}
