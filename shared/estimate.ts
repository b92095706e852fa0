// What a seat takes a number for: the truth with the error of its last survey, late where its figures are late. The
// error is noise with a key, so asking twice gives the same answer; nothing is drawn.

import { CATALOGUE, countOf, type Indicator } from "./indicators.ts";
import { hash, noise } from "./random.ts";
import type { Rules } from "./scenario.ts";
import { isMember, type Viewpoint } from "./seat.ts";
import { blurred, lagOf, type Sight, sharpened } from "./sight.ts";
import type { State } from "./state.ts";

/** Key of survey errors: the name, so that a new number in the catalogue changes what nobody knows of the others. */
const ERROR_KEY = new Map<string, number>(CATALOGUE.map(({ id }) => [id, hash(id)]));

/** Key of the errors about a number, for `noise`: its own, or that of the number whose survey it is read off. */
export const errorKey = ({ id, survey }: Indicator): number => ERROR_KEY.get(survey ?? id)!;

/** Weeks between two surveys: the error of an estimate stays the same within one. */
export const SURVEY_WEEKS = 13;

/** A subject that is nobody's own. */
const NOBODY = -3;

/** How a viewpoint usually sees an indicator about subject k. Onlookers are given nothing of the `own` part. */
export function sightOf(indicator: Indicator, seat: Viewpoint, k: number, me: number): Sight {
  if (indicator.part === "pub") return "exact";
  if (seat === "beijing") return indicator.sight.beijing;
  if (seat === "commission") return indicator.sight.commission;
  if (!isMember(seat)) return "hidden";
  return indicator.per === "member" && k === me && indicator.sight.self
    ? indicator.sight.self
    : indicator.sight.member;
}

type Office = "commission" | "member" | "beijing";
const officeOf = (seat: Viewpoint): Office => (isMember(seat) ? "member" : (seat as Office));

/** True while a leak shows the seat more than it should see. */
const hasLeak = ({ tick, beijing }: State, seat: Viewpoint): boolean =>
  seat === "beijing" && tick < beijing.leakUntil;

/** Factor on a seat's usual error about subject k, in hundredths: under 1 it sees better. */
export function focusOf(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  k: number,
  me: number,
): number {
  const leaked = hasLeak(state, seat);
  const focus = indicator.focus?.[officeOf(seat)];
  if (!focus && !leaked) return 1;
  const factor = focus ? focus(rules, state, k, me) : 1;
  return Math.round(100 * factor * (leaked ? rules.model.information.leak : 1)) / 100;
}

/** Numbers that reach some seat late: their past readings for the Union are kept. */
const LATE = CATALOGUE.filter((i) => Object.values(i.sight).some((sight) => lagOf(sight) > 0));

/** Weeks for which they are kept, this one included. */
export const REPORTS_KEPT = 1 + Math.max(...LATE.flatMap((i) => Object.values(i.sight).map(lagOf)));

/** This week's readings of the numbers that reach some seat late, one after the other, written into `row`. */
export function report(rules: Rules, state: State, row: number[]): number[] {
  let place = 0;
  for (const indicator of LATE) {
    const count = countOf(rules, indicator.per);
    for (let k = 0; k < count; k++) row[place++] = indicator.of(rules, state, k, -1);
  }
  return row;
}

/** Place of a number about subject k in a report. */
function placeIn(rules: Rules, indicator: Indicator, k: number): number {
  let place = k;
  for (const before of LATE) {
    if (before === indicator) break;
    place += countOf(rules, before.per);
  }
  return place;
}

/** A number as it was so many weeks ago. */
const reported = (rules: Rules, { reports }: State, indicator: Indicator, k: number, lag: number): number =>
  reports[reports.length - 1 - lag]![placeIn(rules, indicator, k)]!;

/** The true number behind what a seat sees like this: of now, or as old as its figures are. */
export function truthBehind(
  rules: Rules,
  state: State,
  indicator: Indicator,
  sight: Sight,
  k: number,
  me: number,
): number {
  const lag = lagOf(sight);
  return lag > 0 ? reported(rules, state, indicator, k, lag) : indicator.of(rules, state, k, me);
}

/** What a seat takes a number for, before rounding, where it sees it like this. */
function believed(
  rules: Rules,
  state: State,
  indicator: Indicator,
  sight: Sight,
  k: number,
  me: number,
): number {
  if (sight === "hidden") return 0;
  const truth = truthBehind(rules, state, indicator, sight, k, me);
  if (sight === "exact") return truth;
  const subject = indicator.survey === undefined ? k : 0;
  const survey = Math.floor(state.tick / SURVEY_WEEKS);
  return blurred(sight, truth, noise(state.seed, errorKey(indicator), me, subject, survey));
}

/** What a seat takes one number for, before rounding. */
export function estimate(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  k: number,
  me: number,
): number {
  const factor = focusOf(rules, state, indicator, seat, k, me);
  return believed(rules, state, indicator, sharpened(sightOf(indicator, seat, k, me), factor), k, me);
}

/** What a seat takes every subject of an indicator for. */
export function estimates(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  me: number,
): number[] {
  const list: number[] = new Array(countOf(rules, indicator.per));
  const others = sightOf(indicator, seat, NOBODY, me);
  const factors = factorsOn(rules, state, indicator, seat, me);
  for (let k = 0; k < list.length; k++) {
    const usual = k === me ? sightOf(indicator, seat, k, me) : others;
    const sight = factors ? sharpened(usual, factors[k]!) : usual;
    list[k] = believed(rules, state, indicator, sight, k, me);
  }
  return list;
}

/** Factors on a seat's usual errors about every subject of a number; nothing where it sees all of them as usual. */
function factorsOn(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  me: number,
): number[] | undefined {
  const office = officeOf(seat);
  if (typeof indicator.sight[office] !== "object") return undefined;
  if (!indicator.focus?.[office] && !hasLeak(state, seat)) return undefined;
  const factors = Array.from({ length: countOf(rules, indicator.per) }, (_, k) =>
    focusOf(rules, state, indicator, seat, k, me),
  );
  return factors.some((factor) => factor !== 1) ? factors : undefined;
}

/** Factors on a seat's usual errors by number and subject; what is as usual is absent. */
export type Focuses = Record<string, number[]>;

/** Where the seat sees better than usual. */
export function focuses(rules: Rules, state: State, seat: Viewpoint, me: number): Focuses {
  const found: Focuses = {};
  for (const indicator of CATALOGUE) {
    const factors = factorsOn(rules, state, indicator, seat, me);
    if (factors) found[indicator.id] = factors;
  }
  return found;
}
