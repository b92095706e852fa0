// What can be promised: who may promise it, how it is read off the world, and when it counts as missed (the metrics of
// E44 with their bounds). What a promise does by itself when it is signed stands in signing.ts.

import { clip } from "../exact.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Pledged, State, Term } from "../state.ts";
import { lawApplies, nowIn } from "./clock.ts";
import { INVOICES, makersMark, makersRead } from "./makers.ts";
import {
  ballotOf,
  controlsOf,
  dutyShare,
  type Frame,
  fileOf,
  flowFor,
  heldGoods,
  newCases,
  newControls,
  planned,
  reopened,
  restrictable,
  sharing,
  tightness,
  unannounced,
  usualTheta,
  worstOf,
} from "./readings.ts";
import { soldFor } from "./trade.ts";

/** Who may promise it: Beijing, the Commission, a capital, or whoever has a purse in euros. */
type Promiser = "beijing" | "commission" | "member" | "payer";

/** What it is about: an input or all critical ones, a sector or all, a state, a seat, a European case, any European file. */
export type Subject =
  | "input"
  | "sector"
  | "sector-or-all"
  | "member"
  | "seat"
  | "case"
  | "file"
  | "law"
  | "none";

export interface Metric {
  promiser: Promiser;
  about: Subject;
  unit:
    | "days"
    | "share"
    | "states"
    | "steps"
    | "cases"
    | "factor"
    | "EUR bn"
    | "EUR m"
    | "weeks"
    | "ballot"
    | "acts";
  least: number;
  most: number;
  step: number;
  keeps: "at-most" | "at-least" | "exactly";
  /** Looked at every week, once when its week has come, or at the count of a vote. */
  when: "always" | "by-week" | "at-vote";
  /** Everybody can see it: it is read without lag or error. */
  open: boolean;
  /** About the supply of inputs: it soothes firms (E48). */
  supply: boolean;
  /** What it would read without the promise: the practice of week 0 or, of what is forborne, what could come. */
  usual?: (rules: Rules, about: string) => number;
  read(rules: Rules, state: State, frame: Frame, term: Term & Partial<Pledged>): number;
  /** What a panel would find, where not all of it is known to everybody. */
  truth?(rules: Rules, state: State, frame: Frame, term: Term & Partial<Pledged>): number;
  /** What is written down at signature, when that is not a reading. */
  mark?: (rules: Rules, state: State, term: Term) => number;
  /** A reading is how far things have gone since that was written down. */
  counts?: true;
  /** Part of a body's usual error with which it is read; 1 without it. */
  blur?: number;
  /** May be promised in steps, more of it by a later week; each figure is what there is by then, not what is added. */
  steps?: true;
}

const supply = { promiser: "beijing", about: "input", when: "always", supply: true } as const;
const gift = { promiser: "beijing", about: "member", when: "always", open: true, supply: false } as const;
/** What makers owe beside a European measure: read off invoices. */
const makers = {
  promiser: "beijing",
  ...{ about: "case", unit: "share", step: 0.05, when: "always", open: false, supply: false },
  blur: INVOICES,
  read: (rules, state, _, term) => makersRead(rules, state, term),
  mark: (_, state, term) => makersMark(state, term),
} as const satisfies Partial<Metric>;
const brussels = { promiser: "commission", when: "always", open: true, supply: false } as const;

export const METRIC: Record<MetricId, Metric> = {
  "licence-days": {
    ...supply,
    ...{ unit: "days", least: 10, most: 90, step: 5, keeps: "at-most", open: false },
    usual: (rules, about) => Math.max(...planned(rules, about).map((input) => 7 * input.licenceWeeks)),
    read: (rules, state, _, { about }) =>
      worstOf(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
    mark: (rules, state, { about }) => worstOf(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
  },
  "approval-rate": {
    ...supply,
    ...{ unit: "share", least: 0.4, most: 1, step: 0.05, keeps: "at-least", open: false },
    usual: (rules, about) => clip(usualTheta(rules, about), 0, 1),
    read: (rules, state, frame, { about }) =>
      worstOf(rules, about, "min", (i) => clip(flowFor(rules, state, frame, i), 0, 1)),
  },
  throughput: {
    ...supply,
    ...{
      unit: "share",
      least: 0.5,
      most: 1.5,
      step: 0.05,
      keeps: "at-least",
      open: false,
      usual: usualTheta,
    },
    read: (rules, state, frame, { about }) =>
      worstOf(rules, about, "min", (i) => flowFor(rules, state, frame, i)),
  },
  "general-licences": {
    ...supply,
    ...{ unit: "states", least: 1, most: 27, step: 1, keeps: "at-least", open: true },
    usual: (rules, about) =>
      planned(rules, about).some(({ mode }) => tightness(mode) > tightness("general")) ? 0 : rules.M,
    read: (rules, state, _, { about }) =>
      worstOf(rules, about, "min", (i) => {
        const { mode, tilt } = state.inputs[i]!;
        return tightness(mode) > tightness("general") ? 0 : tilt.filter((k) => k > 0.99).length;
      }),
  },
  "no-new-control": {
    ...supply,
    ...{ unit: "steps", least: 0, most: 2, step: 1, keeps: "at-most", open: true },
    // Only "none" asks for something: a step that is allowed is where a squeeze begins.
    usual: (rules, about) => Math.min(1, restrictable(rules, about)),
    read: (rules, state, _, { about, start = 0 }) => newControls(rules, state, about, start),
    mark: (_, state) => controlsOf(state),
  },
  "stop-notice": {
    ...supply,
    ...{ unit: "cases", least: 0, most: 1, step: 1, keeps: "at-most", open: true },
    usual: restrictable,
    read: (rules, state, frame, { about }) => unannounced(rules, state, frame, about),
  },
  access: {
    promiser: "beijing",
    ...{ about: "none", unit: "share", least: 0.05, most: 1, step: 0.05, keeps: "at-least" },
    ...{ when: "by-week", open: true, supply: false },
    // Where all is open, nothing is left to open.
    read: ({ model }, { trade }, _, { start = 0, value }) =>
      trade.access >= model.trade.accessMax ? Math.max(value, trade.access - start) : trade.access - start,
    counts: true,
    mark: (_, state) => state.trade.access,
    steps: true,
  },
  transparency: {
    promiser: "beijing",
    ...{ about: "none", unit: "share", least: 0.2, most: 1, step: 0.2, keeps: "at-least" },
    ...{ when: "by-week", open: true, supply: false },
    // Where all is laid open, nothing is left to lay open.
    read: (_, { beijing }, __, { start = 0, value }) =>
      beijing.transparency >= 1
        ? Math.max(value, beijing.transparency - start)
        : beijing.transparency - start,
    counts: true,
    mark: (_, state) => state.beijing.transparency,
    steps: true,
  },
  "least-price": { ...makers, least: 0.9, most: 1.1, keeps: "at-least" },
  quota: { ...makers, least: 0.7, most: 1, keeps: "at-most" },
  "china-duty": {
    ...gift,
    ...{ about: "sector", unit: "share", least: 0, most: 0.9, step: 0.1, keeps: "at-most" },
    read: (rules, state, _, { about }) => dutyShare(rules, state, "beijing", about),
  },
  "no-hold": {
    ...gift,
    ...{ unit: "share", least: 0, most: 0.5, step: 0.1, keeps: "at-most" },
    // What waits quietly nobody knows of but those it hits; a panel looks at every crate.
    read: (rules, state, _, { about }) => heldGoods(rules, state, about, ({ exposed }) => exposed),
    truth: (rules, state, _, { about }) => heldGoods(rules, state, about, () => true),
  },
  "fast-lane": {
    ...gift,
    ...{ unit: "factor", least: 1.1, most: 2, step: 0.1, keeps: "at-least" },
    read: (rules, state, _, { about }) => state.inputs[0]!.tilt[memberAt(rules, about)]!,
  },
  orders: {
    ...gift,
    ...{ unit: "share", least: 0.05, most: 0.2, step: 0.05, keeps: "at-least" },
    // What else makes its sales larger, a mission or a card, is no part of the promise.
    read: (rules, state, frame, { about }) => soldFor(state.trade, frame.id, memberAt(rules, about)),
  },
  investment: {
    ...gift,
    ...{ unit: "EUR bn", least: 0.5, most: 5, step: 0.5, keeps: "at-least", when: "by-week" },
    read: (rules, state, _, { about, start = 0 }) => state.members[memberAt(rules, about)]!.plants - start,
    counts: true,
    mark: (rules, state, { about }) => state.members[memberAt(rules, about)]!.plants,
  },
  "no-new-case": {
    ...brussels,
    ...{ about: "sector-or-all", unit: "cases", least: 0, most: 2, step: 1, keeps: "at-most" },
    read: (rules, state, frame, { about }) => newCases(rules, state, frame, about),
  },
  "europe-duty": {
    ...brussels,
    ...{ about: "sector", unit: "share", least: 0, most: 0.9, step: 0.1, keeps: "at-most" },
    read: (rules, state, _, { about }) => dutyShare(rules, state, "europe", about),
  },
  "close-case": {
    ...brussels,
    ...{ about: "case", unit: "cases", least: 0, most: 0, step: 1, keeps: "at-most" },
    read: (_, state, frame, { about, weeks }) => {
      const file = fileOf(state, about);
      return file && (file.stage !== "closed" || reopened(state, frame, weeks, file)) ? 1 : 0;
    },
  },
  "floor-price": {
    ...brussels,
    ...{ about: "case", unit: "share", least: 0.2, most: 0.9, step: 0.1, keeps: "at-most" },
    read: (_, state, __, { about }) => {
      const file = fileOf(state, about);
      return file && file.duty > 0 ? file.duty / (file.duty + file.rested) : 0;
    },
  },
  "law-delay": {
    ...brussels,
    ...{ about: "law", unit: "weeks", least: 13, most: 52, step: 13, keeps: "at-least" },
    // By how many weeks later than at signature it applies.
    read: (rules, state, __, { about, start = 0, value }) => {
      const file = fileOf(state, about);
      return file && file.stage !== "closed" ? lawApplies(rules, file, nowIn(state)) - start : value;
    },
    counts: true,
    mark: (rules, state, { about }) => {
      const file = fileOf(state, about);
      return file ? lawApplies(rules, file, nowIn(state)) : 0;
    },
  },
  ballot: {
    promiser: "member",
    ...{ about: "file", unit: "ballot", least: -1, most: 1, step: 1, keeps: "exactly" },
    ...{ when: "at-vote", open: true, supply: false },
    read: (rules, state, frame, { by, about }) => ballotOf(rules, state, frame, by, about),
  },
  "share-stock": {
    promiser: "member",
    ...{ about: "member", unit: "acts", least: 1, most: 3, step: 1, keeps: "at-least" },
    ...{ when: "by-week", open: true, supply: false },
    read: (rules, state, _, { by, about, start = 0 }) =>
      state.tally.shares[sharing(rules, by, about)]! - start,
    counts: true,
    mark: (rules, state, { by, about }) => state.tally.shares[sharing(rules, by, about)]!,
    steps: true,
  },
  payment: {
    promiser: "payer",
    ...{ about: "seat", unit: "EUR m", least: 10, most: 500, step: 10, keeps: "at-least" },
    ...{ when: "by-week", open: true, supply: false },
    // Paid at signature, in full or not at all: `start` is what was paid.
    read: (_, __, ___, { start = 0 }) => start,
  },
};

/** Whether a body looks back over a window at it, since not everybody sees each week of it. */
export const isWindowed = ({ metric, measure }: Pick<Term, "metric" | "measure">): boolean =>
  METRIC[metric].when === "always" && !METRIC[metric].open && measure !== "none";

/** Weeks that are looked back over at a promise that holds every week, by a panel where by no other body (E44). */
export const windowOf = ({ model }: Rules, { weeks }: Pick<Term, "weeks">): number =>
  clip(weeks, model.contracts.windowLeast, model.contracts.windowMost);

const EPSILON = 1e-9;

/** Whether a reading misses what was promised; no reading misses nothing. */
export function misses({ metric, value }: Pick<Term, "metric" | "value">, reading: number): boolean {
  const { keeps } = METRIC[metric];
  if (keeps === "at-most") return reading > value + EPSILON;
  if (keeps === "at-least") return reading < value - EPSILON;
  return Math.abs(reading - value) > EPSILON;
}

/** What stood at signature, as far as the last report tells: for worlds imagined from a View. */
export function startBehind(rules: Rules, state: State, term: Term & Pick<Pledged, "seen">): number {
  const now = METRIC[term.metric].mark?.(rules, state, term);
  if (now === undefined) return term.seen;
  return METRIC[term.metric].counts ? now - term.seen : now;
}

/** Offices that may promise a thing. */
export function mayPromise(seat: Seat, metric: MetricId): boolean {
  const { promiser } = METRIC[metric];
  if (promiser === "payer") return seat !== "beijing";
  return promiser === "member" ? isMember(seat) : seat === promiser;
}
