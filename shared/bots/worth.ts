// E45: what a draft is worth to a seat, from its own View alone. Bots decide by it, people see it while they edit.

import { exp, log, sum } from "../exact.ts";
import { type IndicatorId, indicatorOf } from "../indicators.ts";
import { perWeek } from "../random.ts";
import type { Rules } from "../scenario.ts";
import { isSeat, type Seat } from "../seat.ts";
import { marginOf } from "../sight.ts";
import { type Draft, holds, type Term } from "../state.ts";
import { agreed, isSqueezed, memberIndex, sightIn, type View } from "../view.ts";
import { isSupply, MEASURED, measureOf } from "../world/agreement.ts";
import { isFound, openCoercion } from "../world/coercion.ts";
import { isWindowed, METRIC } from "../world/metrics.ts";
import { binds } from "../world/promise.ts";
import { inputsIn } from "../world/readings.ts";
import { beliefOf } from "../world/resolve.ts";
import { qualityOf } from "../world/signing.ts";
import { GAUGE } from "./gauge.ts";
import { beliefInBeijing } from "./judge.ts";
import { HALF, isBeijing, isHidden, type Place, YEAR } from "./place.ts";
import { atStake, practice } from "./squeeze.ts";

/** What a draft is worth to one seat. */
export interface Value {
  /** EUR bn over the agreement's length. */
  euro: number;
  /** The same by term, in the draft's order. */
  terms: number[];
  /** Points of standing, to a capital. */
  standing: number;
  /** Chance that a secret one comes out while it lasts. */
  leak: number;
  /** Share by which firms will wish for less stock because of it (E17, E12, E48): the price of a promise nobody checks. */
  soothe: number;
}

/** The same with how far off the euros may be by what the seat knows. */
export interface Worth extends Value {
  low: number;
  high: number;
}

const NOTHING: Omit<Value, "terms"> = { euro: 0, standing: 0, leak: 0, soothe: 0 };

/** What the draft is worth to the seat of this View, which need not be a party to it. */
export function valueTo(rules: Rules, view: View, draft: Draft, parties: readonly Seat[]): Value {
  if (!isSeat(view.seat)) return { ...NOTHING, terms: draft.terms.map(() => 0) };
  const me = memberIndex(rules, view.seat);
  const at: Place = { rules, view, draft, parties, me, years: draft.weeks / YEAR };
  const covered = insurance(at);
  const settled = settles(at);
  const terms = draft.terms.map(
    (term, k) => covered[k]! + settled[k]! + (GAUGE[term.metric].euro?.(at, term) ?? 0),
  );
  const euro = sum(terms);
  const leak = leakOf(at);
  const exposed = me >= 0 && parties.includes(view.seat) ? leak * rules.model.beijing.exposedStanding : 0;
  const standing = me < 0 ? 0 : draft.terms.reduce((sum, t) => sum + standingOf(at, t), 0) - exposed;
  return { euro, terms, standing, leak, soothe: sootheOf(at) };
}

/** The same with the range: what people read while they edit; bots go by the value. */
export function worthOf(rules: Rules, view: View, draft: Draft, parties: readonly Seat[]): Worth {
  const value = valueTo(rules, view, draft, parties);
  const { euro, terms } = value;
  const spread = draft.terms.reduce(
    (sum, term, k) => sum + Math.abs(terms[k]!) * errorOf(rules, view, term),
    0,
  );
  return { ...value, low: euro - spread, high: euro + spread };
}

const standingOf = (at: Place, term: Term): number => GAUGE[term.metric].standing?.(at, term) ?? 0;

// Supply: several promises about one input keep away no more than the best of them, and share that. What agreements in
// force keep away already is not a draft's doing.

/** Asks for more than the practice of week 0, or than what the seat sees today. */
function asksMore(at: Place, term: Term): boolean {
  if (binds(at.rules, term)) return true;
  const now = practice(at, term);
  if (now === undefined) return false;
  return METRIC[term.metric].keeps === "at-most" ? term.value < now : term.value > now;
}

/** How far Beijing's bare word is believed by the seat; it knows best itself. */
const believed = ({ rules, view, me }: Place): number =>
  me >= 0
    ? beliefOf(rules, me, view.own.trustBeijing[me]!)
    : view.seat === "commission"
      ? beliefInBeijing(rules, view)
      : 1;

/** An agreement as far as its promises of supply are reckoned. */
type Frame = Pick<Draft, "weeks" | "snapback">;

/** Share of half a year's squeeze of an input that a promise keeps away over its time. */
function keptAway(at: Place, { weeks, snapback }: Frame, term: Term, squeezed: boolean): number {
  const { squeezeOdds, keptFloor, keptQuality, keptSnapback, worthWeeks, breachShare } =
    at.rules.model.contracts;
  const { reach, opens } = GAUGE[term.metric];
  if (!reach || !asksMore(at, term)) return 0;
  const { quality } = measureOf(at.rules, term.measure);
  const word = keptFloor * believed(at);
  // What may be missed within the window no panel finds, and so it keeps nothing away (E44).
  const proven = isWindowed(term) ? 1 - (breachShare * term.weeks) / HALF : 1;
  const kept = word + proven * (keptQuality * quality + (snapback && quality > 0 ? keptSnapback : 0));
  const halves = Math.min(weeks, worthWeeks) / HALF;
  // A squeeze that runs would last about a quarter more; offices that are told to let go end it at once.
  const relief = squeezed && opens ? Math.min(halves, 0.5) : 0;
  return reach(at, term) * (kept * squeezeOdds * halves + relief);
}

const speaksOf = (rules: Rules, term: Term, i: number): boolean =>
  METRIC[term.metric].supply && inputsIn(rules, term.about).includes(i);

/** The same of agreements in force: what they keep away of one input, the best of them. */
function keptAlready(at: Place, i: number): number {
  let most = 0;
  for (const { until, snapback, terms } of agreed(at.view))
    for (const term of terms)
      if (term.state === "open" && speaksOf(at.rules, term, i))
        most = Math.max(most, keptAway(at, { weeks: until - at.view.pub.tick, snapback }, term, false));
  return most;
}

/** EUR bn by term, over what is promised already. */
function insurance(at: Place): number[] {
  const { rules, draft, view } = at;
  const worth = draft.terms.map(() => 0);
  if (!isSupply(draft)) return worth;
  const stake = atStake(at);
  rules.inputs.forEach((_, i) => {
    if (stake[i] === 0) return;
    const squeezed = view.pub.law.squeezedSince[i]! >= 0;
    const away = draft.terms.map((t) => (speaksOf(rules, t, i) ? keptAway(at, draft, t, squeezed) : 0));
    const all = sum(away);
    const more = Math.max(0, Math.max(...away) - keptAlready(at, i));
    if (all > 0) for (let k = 0; k < away.length; k++) worth[k]! += (stake[i]! * more * away[k]!) / all;
  });
  return worth;
}

/**
 * By term, what it is worth that a measured promise of supply closes the file against coercion: Beijing is rid of an answer
 * that is ready, or could be (E38c), and Brussels gives that up.
 */
function settles(at: Place): number[] {
  const { rules, view, draft, parties } = at;
  const file = openCoercion(view.pub.files);
  const supply = draft.terms.map(({ metric }) => METRIC[metric].supply);
  const ends = !isSqueezed(view) || draft.terms.some(({ metric }) => GAUGE[metric].opens);
  const formal = parties.includes("commission") && parties.includes("beijing");
  if (!file || at.me >= 0 || !formal || !ends || !supply.includes(true)) return supply.map(() => 0);
  if (qualityOf(rules, draft.terms) < MEASURED) return supply.map(() => 0);
  const { europeScale, europeCoercion, europeDetermined } = rules.model.resolve;
  const ready = europeScale * (europeCoercion + (isFound(file) ? europeDetermined : 0));
  const worth = (isBeijing(at) ? 1 : -1) * ready * rules.model.contracts.squeezeOdds;
  const count = supply.filter((is) => is).length;
  return supply.map((is) => (is ? worth / count : 0));
}

/** Relative error of what a term's worth rests on, the largest of them. */
function errorOf(rules: Rules, view: View, { metric }: Term): number {
  const error = (id: IndicatorId): number => marginOf(sightIn(rules, view, indicatorOf(id), 0), 1);
  return Math.max(0, ...GAUGE[metric].rests.map(error));
}

/** E35: side deals come out with the chance the scenario gives their usual length. */
function leakOf({ rules, draft, parties }: Place): number {
  if (!isHidden(draft, parties)) return 0;
  const { exposure, dealWeeks } = rules.model.beijing;
  const safe = 1 - perWeek(exposure, dealWeeks);
  return 1 - exp(draft.weeks * log(safe));
}

/** E17: what firms still fear after so many weeks of calm, above the usual, as a share of today. */
const feared = (rules: Rules, weeks: number, soothed: number): number => {
  const { riskHalfLife, complacency } = rules.model.inputs;
  return exp((-log(2) * weeks * (1 + complacency * soothed)) / riskHalfLife);
};

/** Wished stock falls with fear (E12); what is soothed already by another agreement is not its doing. */
function sootheOf({ rules, view, draft }: Place): number {
  if (!isSupply(draft)) return 0;
  const { bufferRisk, riskNormal } = rules.model.inputs;
  const already = Math.max(
    0,
    ...view.pub.contracts.filter((c) => holds(c, view.pub.tick) && isSupply(c)).map((c) => 1 - c.verified),
  );
  const soothed = Math.max(already, 1 - qualityOf(rules, draft.terms));
  const fear = bufferRisk * Math.max(0, view.own.risk[0]! - riskNormal);
  const wished = (level: number): number => 1 + fear * feared(rules, draft.weeks, level);
  return 1 - wished(soothed) / wished(already);
}
