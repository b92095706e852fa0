// Agreements in force: what is seen of their terms (E44), what follows from a breach (E46) and from their end (E47), and
// how much they soothe firms (E48). How they come about stands in signing.ts.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { chance, normal, perWeek } from "../random.ts";
import type { Measure, MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat, type Viewpoint } from "../seat.ts";
import {
  type Contract,
  type File,
  holds,
  lossNow,
  type Pledged,
  type State,
  type Term,
  tell,
  type Word,
} from "../state.ts";
import { paced } from "./clock.ts";
import { openCoercion } from "./coercion.ts";
import { restDuty, setDuty } from "./duties.ts";
import { snapBack } from "./files.ts";
import { closeLane } from "./gifts.ts";
import { dignify, esteem, warm } from "./heat.ts";
import { canWait, heldDown, inputsIn, METRIC, misses } from "./metrics.ts";
import { unite } from "./politics.ts";
import { learn, meanCredence, savesFace, standGain } from "./resolve.ts";
import { sellLess } from "./trade.ts";

/** vq from which firms and scores count an agreement as measured, and up to which it is a bare promise. */
const MEASURED = 0.5;
const BARE = 0.3;

/** As much of an agreement as its nature is read off; a View shows that much. */
interface Nature extends Pick<Contract, "verified" | "binding" | "parties"> {
  terms: readonly Pick<Pledged, "metric" | "state">[];
}

/** Promises something about the supply of inputs. */
export const isSupply = ({ terms }: { terms: readonly Pick<Pledged, "metric">[] }): boolean =>
  terms.some((term) => METRIC[term.metric].supply);

/** Still owes something about it: what runs out under a step-down, or was seen to be broken, is owed no more. */
const owesSupply = ({ terms }: Pick<Nature, "terms">): boolean =>
  isSupply({ terms: terms.filter((term) => term.state === "open") });

/** A promise about supply that next to nobody measures. */
export const isBare = (contract: Pick<Nature, "verified"> & Parameters<typeof isSupply>[0]): boolean =>
  isSupply(contract) && contract.verified <= BARE;

/** A promise about supply between Brussels and Beijing that is measured, and asks for more than there was anyway. */
export const isMeasured = (contract: Nature): boolean =>
  owesSupply(contract) &&
  contract.verified >= MEASURED &&
  contract.binding &&
  contract.parties.includes("commission");

/**
 * Whether what it speaks of has been squeezed since signature for all to see, and not in the way it allows: before any
 * figure says so, such a week proves nothing.
 */
export const isStretched = (rules: Rules, state: State, contract: Contract): boolean =>
  contract.terms.some((term) => {
    const { supply, read } = METRIC[term.metric];
    if (!supply) return false;
    if (term.metric === "stop-notice") return read(rules, state, contract, term) > 0;
    return inputsIn(rules, term.about).some((i) => state.inputs[i]!.squeezedSince > contract.from);
  });

/** A deal of Beijing with a capital that others do not know of. */
const isSideDeal = ({ parties, secret }: Contract): boolean =>
  secret && parties.includes("beijing") && !parties.includes("commission");

/** The agreement in force that a template made, if any. */
export const inForce = (state: State, template: string): Contract | undefined =>
  state.contracts.find((c) => c.template === template && holds(c, state.tick));

/** True while an agreement asks steps of both sides: then to take one is no concession that was wrung out of it. */
export const bindsBoth = (contracts: readonly Omit<Contract, "terms">[], tick: number): boolean =>
  contracts.some(
    (c) => c.template !== "bare-assurance" && c.parties.includes("commission") && holds(c, tick),
  );

/** E48: how much agreements soothe firms now, 0 to 1: the most soothing one in force, which is the least verified; less where it is not believed. */
export function soothing(rules: Rules, state: State): number {
  const least = soother(state);
  return least ? Math.min(1, (1 - least.verified) * meanCredence(rules, state)) : 0;
}

/** The agreement that soothes firms most now, if any does. */
export function soother(state: State): Contract | undefined {
  let least: Contract | undefined;
  for (const c of state.contracts)
    if (holds(c, state.tick) && owesSupply(c) && c.verified < (least?.verified ?? 1)) least = c;
  return least;
}

/** How late, how exactly and how trustworthily a body looks. */
export function measureOf(rules: Rules, measure: Measure): { lag: number; error: number; quality: number } {
  const p = rules.model.contracts;
  if (measure === "register")
    return { lag: p.registerLag, error: p.registerError, quality: p.registerQuality };
  if (measure === "survey") return { lag: p.surveyLag, error: p.surveyError, quality: p.surveyQuality };
  return { lag: 0, error: 0, quality: measure === "public" ? p.publicQuality : 0 };
}

/** News of an agreement, to its parties or to all. */
export function announce(state: State, contract: Contract, code: string, by: Seat | "", amount = 0): void {
  const about = [contract.id, contract.template, ...contract.parties];
  tell(state, { code, by, about, amount, to: contract.secret ? [...contract.parties] : [] });
}

// What is seen.

/** Looks at a term of the kind that must hold every week; answers whether it is broken for all to see. */
function watchTerm(rules: Rules, state: State, contract: Contract, term: Pledged): boolean {
  const { read, truth = read, open } = METRIC[term.metric];
  const reading = read(rules, state, contract, term);
  const { lag, error } = measureOf(rules, term.measure);
  const share = 1 / term.weeks;
  term.past.push(reading);
  if (term.past.length > lag + 1) term.past.shift();
  term.truth += ((misses(term, truth(rules, state, contract, term)) ? 1 : 0) - term.truth) * share;
  if (open) {
    term.seen = reading;
    return misses(term, reading);
  }
  if (term.measure === "none") return false;
  const { reportEvery } = rules.model.contracts;
  if ((state.tick - contract.from) % reportEvery !== 0) return false;
  const { blur = 1 } = METRIC[term.metric];
  term.seen = Math.max(0, term.past[0]! * (1 + blur * error * normal(state.random)));
  term.missed += ((misses(term, term.seen) ? 1 : 0) - term.missed) * Math.min(1, reportEvery * share);
  const looked = state.tick - contract.from >= term.weeks;
  return looked && term.missed > rules.model.contracts.breachShare;
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
  if (term.state === "kept") honour(rules, state, term.by);
  return term.state === "broken";
}

/** A capital that has done what it promised is thought the better of. */
function honour(rules: Rules, state: State, by: Seat): void {
  const m = memberAt(rules, by);
  if (m >= 0) state.members[m]!.standing += rules.model.score.kept;
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

// What follows.

/** What a proven breach costs the side that broke its word (E46). */
function penalise(rules: Rules, state: State, by: Seat): void {
  const p = rules.model.contracts;
  if (by === "beijing") esteem(state, 0, -p.breachReputation);
  else if (by === "commission") dignify(state, -p.breachLegitimacy);
  else lowerStanding(rules, state, by, p.breachStanding);
}

/** Capitals that know of an agreement take its keeping, or its breach, as a sign of what a side's word is worth. */
function remember(rules: Rules, state: State, contract: Contract, by: Seat, worth: number): void {
  const belief = by === "beijing" ? "trustBeijing" : by === "commission" ? "trustBrussels" : undefined;
  if (!belief) return;
  rules.members.forEach(({ code }, m) => {
    if (!contract.secret || contract.parties.includes(code)) learn(rules, state, m, belief, worth);
  });
}

/** A breach is proven: the agreement ends, everybody else is free, and what had been suspended comes back. */
export function breach(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  contract.state = "broken";
  contract.breaker = by;
  dismiss(contract);
  penalise(rules, state, by);
  remember(rules, state, contract, by, -rules.model.resolve.breach);
  warm(state, rules.model.contracts.breachHeat);
  rescind(rules, state, contract);
  announce(state, contract, "agreement-broken", by);
  trace.mark("contract");
}

/** Licence offices go back to what they did before, unless the valve has been turned since. */
function forget(rules: Rules, state: State, contract: Contract, { metric, about, start }: Pledged): void {
  for (const i of inputsIn(rules, about)) {
    const input = state.inputs[i]!;
    if (metric !== "licence-days") input.shiftEnds = Math.min(input.shiftEnds, state.tick);
    else if (input.since <= contract.from)
      input.licenceWeeks = Math.max(
        input.licenceWeeks,
        Math.min(start / 7, rules.model.modes[input.mode].weeks),
      );
  }
}

const LICENCE_TERMS: readonly MetricId[] = ["licence-days", "approval-rate", "throughput"];

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
function wake(rules: Rules, state: State, contract: Contract, left: number): boolean {
  const rested = contract.terms.some((term) =>
    heldDown(rules, state.files, term).some((file) => file.rested > 0),
  );
  const others = owedElsewhere(state, contract);
  for (const term of contract.terms)
    for (const file of heldDown(rules, state.files, term)) restore(rules, state, file, others, left);
  return rested;
}

/** Takes back what the agreement had suspended; `left` = share of the relief that stays for now. Answers whether any duty had rested. */
function undo(rules: Rules, state: State, contract: Contract, left: number): boolean {
  const rested = wake(rules, state, contract, left);
  const others = owedElsewhere(state, contract);
  if (left > 0) return rested;
  for (const term of contract.terms) {
    const owed = others.some((other) => other.metric === term.metric && other.about === term.about);
    if (LICENCE_TERMS.includes(term.metric) && !owed) forget(rules, state, contract, term);
    const m = memberAt(rules, term.about);
    if (m < 0) continue;
    if (term.metric === "fast-lane") closeLane(rules, state, m);
    if (term.metric === "orders") sellLess(state.trade, contract.id, m);
  }
  return rested;
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
  }
  trace.mark("assurance");
}

/** Promises that nothing stops without notice, of this input. */
const rulesOutStop = (rules: Rules, { terms }: Disputed, input: string): boolean =>
  terms.some(
    ({ metric, state, about }) =>
      metric === "stop-notice" &&
      state === "open" &&
      inputsIn(rules, about).some((i) => rules.inputs[i]!.id === input),
  );

/** An agreement as far as a dispute about a notice needs it; a View shows that much. */
interface Disputed extends Pick<Contract, "state" | "until" | "panel"> {
  terms: readonly Pick<Pledged, "metric" | "state" | "about">[];
}

/** Notices that a seat may bring before a panel: of what the agreement lets nobody stop without one, once, and not its own. */
export const disputable = (
  rules: Rules,
  words: readonly Word[],
  contract: Disputed,
  seat: Viewpoint,
  tick: number,
): Word[] =>
  words.filter(
    (w) =>
      w.form === "notice" &&
      w.state === "open" &&
      w.by !== seat &&
      w.until > tick &&
      rulesOutStop(rules, contract, w.file),
  );

/** Whether a panel that reports in a week looks at a notice: one brought before it, whose date is not long past by then. */
const looksAt = (
  rules: Rules,
  contract: Disputed,
  { form, state, file, until }: Word,
  week: number,
): boolean =>
  form === "notice" &&
  state === "kept" &&
  week < until + rules.model.contracts.disputeWeeks &&
  rulesOutStop(rules, contract, file);

/** Week in which a panel reports that an input may not be restricted before; -1 for none. */
export const heldUntil = (
  rules: Rules,
  words: readonly Word[],
  contracts: readonly Disputed[],
  input: string,
  tick: number,
): number =>
  Math.max(
    -1,
    ...contracts
      .filter((c) => holds(c, tick))
      .filter((c) => words.some((word) => word.file === input && looksAt(rules, c, word, c.panel)))
      .map(({ panel }) => panel),
  );

/** E46: calls a panel; during a notice it looks at that, and nothing stops before it has reported. */
export function complain(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  const { panelWeeks, disputeWeeks } = rules.model.contracts;
  const notices = disputable(rules, state.words, contract, by, state.tick);
  for (const notice of notices) notice.state = "kept";
  contract.panel = state.tick + (notices.length > 0 ? disputeWeeks : panelWeeks);
  contract.complainer = by;
  announce(state, contract, "complaint-made", by, contract.panel);
  trace.mark("contract");
}

/** A panel has done its work. */
function dismiss(contract: Contract): void {
  contract.panel = -1;
  contract.complainer = "";
}

/** What a complaint without ground costs the side that made it, and nobody else (E46). */
function blush(rules: Rules, state: State, by: Seat | ""): void {
  const { unproven } = rules.model.contracts;
  if (by === "commission") dignify(state, -unproven);
  else if (by === "beijing") esteem(state, -unproven, 0);
  else if (by !== "") lowerStanding(rules, state, by, unproven / 2);
}

/** An agreement as far as a party can be found to miss what it promised. */
type Watched<T> = Pick<
  Contract,
  "parties" | "verified" | "binding" | "secret" | "state" | "breaker" | "until"
> & {
  terms: readonly T[];
};

/**
 * Whether Beijing misses what it has promised of supply in a measured agreement that all may read, for longer than it may;
 * `missed` = share of a term's window in which it was missed, in truth or as it is seen.
 */
export const missesSupply = <T extends Pick<Pledged, "by" | "metric">>(
  rules: Rules,
  contracts: readonly Watched<T>[],
  tick: number,
  missed: (term: T) => number,
): boolean =>
  contracts.some(
    (c) =>
      (c.state === "kept" || c.breaker === "beijing") &&
      c.until > tick &&
      !c.secret &&
      isSupply(c) &&
      !isBare(c) &&
      c.terms.some(
        (term) =>
          term.by === "beijing" &&
          METRIC[term.metric].supply &&
          missed(term) > rules.model.contracts.breachShare,
      ),
  );

/** The panel looks at the true figures: a breach is proven, or the side that complained looks the worse. */
function panelWeek(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  if (contract.panel < 0 || contract.panel > state.tick) return;
  const { complainer } = contract;
  dismiss(contract);
  const guilty = contract.terms.find((term) => term.truth > rules.model.contracts.breachShare);
  if (guilty) {
    breach(rules, state, contract, guilty.by, trace);
    return;
  }
  if (state.words.some((word) => looksAt(rules, contract, word, state.tick))) {
    announce(state, contract, "notice-heard", "");
    return;
  }
  blush(rules, state, complainer);
  announce(state, contract, "complaint-lost", complainer);
  trace.mark("contract");
}

function lowerStanding(rules: Rules, state: State, seat: Seat, by: number): void {
  const m = memberAt(rules, seat);
  if (m >= 0) state.members[m]!.standing -= by;
}

/** A law that waited for an agreement waits no longer: what the agreement added comes off, as far as the law's own weeks let it. */
function resumeLaws(rules: Rules, state: State, { terms }: Contract): void {
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
function rescind(rules: Rules, state: State, contract: Contract): boolean {
  const rested = undo(rules, state, contract, 0);
  resumeLaws(rules, state, contract);
  return rested;
}

/** Whether a side may say that the other has not kept its word: a term of another party seen as broken. */
export const hasCause = (
  contract: { terms: readonly Pick<Pledged, "by" | "state">[] },
  seat: Seat,
): boolean => contract.terms.some((term) => term.by !== seat && term.state === "broken");

/** A side leaves: with cause it is free, without it it has broken its word. */
export function suspend(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  if (!hasCause(contract, by)) {
    breach(rules, state, contract, by, trace);
    return;
  }
  contract.state = "suspended";
  const rested = rescind(rules, state, contract);
  warm(state, rules.model.contracts.suspendHeat);
  announce(state, contract, "agreement-suspended", by, rested ? 1 : 0);
  trace.mark("contract");
}

/** A breach answered by the measure voted in advance: it applies within weeks (E46). */
export function answerByDuty(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  if (contract.state === "kept") {
    contract.state = "suspended";
    rescind(rules, state, contract);
  }
  contract.snapback = false;
  snapBack(rules, state, trace, "move");
}

/** A party lets everybody read it. */
export function publish(rules: Rules, state: State, contract: Contract, by: Seat | "", trace: Trace): void {
  const wasSide = isSideDeal(contract);
  contract.secret = false;
  announce(state, contract, by === "" ? "agreement-leaked" : "agreement-published", by);
  if (wasSide) embarrass(rules, state, contract, by);
  trace.mark("contract");
}

/** A side deal has come to light: everybody in it looks worse, but who told. */
function embarrass(rules: Rules, state: State, contract: Contract, by: Seat | ""): void {
  const p = rules.model.beijing;
  unite(rules, state, -p.exposedCohesion);
  if (by !== "beijing") esteem(state, -p.exposedFace, 0);
  for (const seat of contract.parties)
    if (isMember(seat) && seat !== by) {
      lowerStanding(rules, state, seat, p.exposedStanding);
      const m = memberAt(rules, seat);
      state.tally.exposed[m]! += 1;
    }
}

// What ends.

/** It runs on for as long as it was signed for, and with it what it gives and lasts no longer than it does. */
function prolong(rules: Rules, { inputs, trade }: State, contract: Contract): void {
  const { id, until, weeks, terms } = contract;
  contract.until += weeks;
  for (const { metric, about } of terms) {
    if (LICENCE_TERMS.includes(metric))
      for (const i of inputsIn(rules, about))
        if (inputs[i]!.shiftEnds === until) inputs[i]!.shiftEnds += weeks;
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

/** A side deal weighs on cohesion and on its capital, and may come to light (E35). */
function sideDealWeek(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  const { exposure, dealWeeks } = rules.model.beijing;
  for (const seat of contract.parties) {
    const m = memberAt(rules, seat);
    if (m < 0) continue;
    const member = state.members[m]!;
    member.points = Math.max(0, member.points - rules.model.points.dealUpkeep / 13);
  }
  if (chance(state.random, perWeek(exposure, dealWeeks))) publish(rules, state, contract, "", trace);
}

/** Duties are held at a share of what the law set. */
export function holdDown(rules: Rules, state: State, term: Term): void {
  for (const file of heldDown(rules, state.files, term)) restDuty(rules, state, file, term.value);
}

/** A duty that has come since signature rests as well. */
function restNew(rules: Rules, state: State, contract: Contract): void {
  for (const term of contract.terms) if (term.state === "open") holdDown(rules, state, term);
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

/** Chance this week that an off-ramp lies on the table: in a squeeze that costs much, and better prepared is likelier. */
export function offRampChance(rules: Rules, state: State): number {
  const p = rules.model.beijing;
  if (state.beijing.squeezeSince < 0) return 0;
  if (lossNow(state) <= p.offRampLoss) return 0;
  const { snapback, fund, fundFrom } = state.commission;
  const cases = state.files.filter((f) => f.side === "europe" && f.why === "move" && f.sector >= 0).length;
  const ready =
    p.offRampBase +
    (savesFace(state.words, state.beijing.squeezeSince) ? p.offRampDignity : 0) +
    (snapback ? p.offRampSnapback : 0) +
    p.offRampCase * Math.min(2, cases) +
    (openCoercion(state.files) ? p.offRampCoercion : 0) +
    (fund > 0 && state.tick >= fundFrom ? p.offRampFund : 0);
  return clip(p.offRamp * ready, 0, 1);
}
