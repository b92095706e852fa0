// What can be promised: who may promise it, how it is read off the world, and when it counts as missed (the metrics of
// E44 with their bounds). What a promise does by itself when it is signed stands in signing.ts.

import { clip } from "../exact.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type File, flowOf, LICENCE_MODES, type Pledged, type State, type Term } from "../state.ts";
import { INVOICES, makersMark, makersRead } from "./makers.ts";
import { hasNotice } from "./notice.ts";

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

/** An agreement as far as reading it needs: its parties and its first week. */
interface Frame {
  parties: readonly Seat[];
  from: number;
}

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
  /** Practice in week 0: a promise must ask for more than that to bind. */
  usual?: (rules: Rules) => number;
  read(rules: Rules, state: State, frame: Frame, term: Term & Partial<Pledged>): number;
  /** What is written down at signature, when that is not a reading. */
  mark?: (rules: Rules, state: State, term: Term) => number;
  /** A reading is how far things have gone since that was written down. */
  counts?: true;
  /** Part of a body's usual error with which it is read; 1 without it. */
  blur?: number;
  /** May be promised in steps, more of it by a later week; each figure is what there is by then, not what is added. */
  steps?: true;
}

const rank = (mode: (typeof LICENCE_MODES)[number]): number => LICENCE_MODES.indexOf(mode);

/** Inputs a term speaks of, by index. */
export const inputsIn = (rules: Rules, about: string): number[] =>
  rules.inputs.flatMap((input, i) => (about === input.id || (about === "all" && input.critical) ? [i] : []));

/** The one capital at the table with Beijing, by index: then licences are looked at for its firms. */
const guest = (rules: Rules, { parties }: Frame): number => {
  const members = parties.filter((seat) => isMember(seat));
  return members.length === 1 ? memberAt(rules, members[0]) : -1;
};

const theta = (rules: Rules, state: State, frame: Frame, i: number): number => {
  const input = state.inputs[i]!;
  const m = guest(rules, frame);
  return flowOf(input) * (m < 0 ? 1 : input.tilt[m]!);
};

/** The worst over the inputs a term speaks of. */
const worst = (rules: Rules, about: string, pick: "max" | "min", each: (i: number) => number): number =>
  Math[pick](...inputsIn(rules, about).map(each));

/** Part that is left of a side's duties on a sector: what is paid over what would be without agreements. */
function dutyShare(rules: Rules, state: State, side: File["side"], sector: string): number {
  let now = 0;
  let full = 0;
  for (const file of state.files) {
    if (file.side !== side || rules.sectors[file.sector]?.id !== sector) continue;
    now += file.duty * file.breadth;
    full += (file.duty + file.rested) * file.breadth;
  }
  return full > 0 ? now / full : 0;
}

/** In force, provisionally or for good: its duty can be cut and restored. */
export const isBiting = (file: File): boolean =>
  file.stage === "provisional" ||
  file.stage === "in-force" ||
  (file.stage === "definitive-gate" && file.duty > 0);

const newCases = (rules: Rules, state: State, { from }: Frame, about: string): number =>
  state.files.filter(
    (f) =>
      f.side === "europe" &&
      f.sector >= 0 &&
      f.opened > from &&
      f.why !== "start" &&
      f.kind !== "snapback" &&
      (about === "all" || rules.sectors[f.sector]?.id === about),
  ).length;

/** The modes of all inputs as the digits of one number. */
const modesOf = (state: State): number =>
  state.inputs.reduceRight((sum, input) => sum * LICENCE_MODES.length + rank(input.mode), 0);

/** How many steps tighter than at signature the valve of an input stands. */
function stepsTighter(rules: Rules, state: State, about: string, start: number): number {
  let left = start;
  let steps = 0;
  const meant = inputsIn(rules, about);
  state.inputs.forEach((input, i) => {
    const before = left % LICENCE_MODES.length;
    left = Math.floor(left / LICENCE_MODES.length);
    if (meant.includes(i)) steps += Math.max(0, rank(input.mode) - before);
  });
  return steps;
}

/** Inputs squeezed since signature without a notice long enough before. */
const unannounced = (rules: Rules, state: State, { from }: Frame, about: string): number =>
  inputsIn(rules, about).filter((i) => {
    const since = state.inputs[i]!.squeezedSince;
    return since > from && !hasNotice(rules, state.words, i, since);
  }).length;

/** Ballots as numbers. */
export const BALLOT_VALUE = { for: 1, abstain: 0, against: -1 } as const;

/** The ballot a capital cast in the last counted vote on a file since signature; NaN while there is none. */
function ballotOf(rules: Rules, state: State, { from }: Frame, by: Seat, file: string): number {
  const vote = state.votes.findLast((v) => v.file === file && v.closes >= from && v.outcome !== "open");
  const ballot = vote?.cast[memberAt(rules, by)];
  return ballot ? BALLOT_VALUE[ballot] : Number.NaN;
}

const fileOf = (state: State, id: string): File | undefined => state.files.find((f) => f.id === id);

const critical = (rules: Rules) => rules.inputs.filter((input) => input.critical);

/** Days a licence takes and throughput in week 0, as the worst of the critical inputs. */
const usualDays = (rules: Rules): number => Math.max(...critical(rules).map((i) => 7 * i.licenceWeeks));
const usualTheta = (rules: Rules): number => Math.min(...critical(rules).map((i) => i.throughput));

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

/** Place in the record of shared stocks of what one capital gave another. */
const sharing = (rules: Rules, by: string, to: string): number =>
  memberAt(rules, by) * rules.M + memberAt(rules, to);

export const METRIC: Record<MetricId, Metric> = {
  "licence-days": {
    ...supply,
    ...{ unit: "days", least: 10, most: 90, step: 5, keeps: "at-most", open: false, usual: usualDays },
    read: (rules, state, _, { about }) =>
      worst(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
    mark: (rules, state, { about }) => worst(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
  },
  "approval-rate": {
    ...supply,
    ...{ unit: "share", least: 0.4, most: 1, step: 0.05, keeps: "at-least", open: false },
    usual: (rules) => clip(usualTheta(rules), 0, 1),
    read: (rules, state, frame, { about }) =>
      worst(rules, about, "min", (i) => clip(theta(rules, state, frame, i), 0, 1)),
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
      worst(rules, about, "min", (i) => theta(rules, state, frame, i)),
  },
  "general-licences": {
    ...supply,
    ...{ unit: "states", least: 1, most: 27, step: 1, keeps: "at-least", open: true },
    usual: () => 0,
    read: (rules, state, _, { about }) =>
      worst(rules, about, "min", (i) => {
        const { mode, tilt } = state.inputs[i]!;
        return rank(mode) > rank("general") ? 0 : tilt.filter((k) => k > 0.99).length;
      }),
  },
  "no-new-control": {
    ...supply,
    ...{ unit: "steps", least: 0, most: 2, step: 1, keeps: "at-most", open: true },
    read: (rules, state, _, { about, start = 0 }) => stepsTighter(rules, state, about, start),
    mark: (_, state) => modesOf(state),
  },
  "stop-notice": {
    ...supply,
    ...{ unit: "cases", least: 0, most: 1, step: 1, keeps: "at-most", open: true },
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
    read: (_, state) => state.beijing.transparency,
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
    read: (rules, state, _, { about }) => {
      const m = memberAt(rules, about);
      return Math.max(...rules.sectors.map((__, s) => state.trade.banGoal[s * rules.M + m]!));
    },
  },
  "fast-lane": {
    ...gift,
    ...{ unit: "factor", least: 1.1, most: 2, step: 0.1, keeps: "at-least" },
    read: (rules, state, _, { about }) => state.inputs[0]!.tilt[memberAt(rules, about)]!,
  },
  orders: {
    ...gift,
    ...{ unit: "share", least: 0.05, most: 0.2, step: 0.05, keeps: "at-least" },
    read: (rules, state, _, { about }) => state.trade.boost[memberAt(rules, about)]!,
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
    read: (_, state, __, { about }) => ((fileOf(state, about)?.stage ?? "closed") === "closed" ? 0 : 1),
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
    read: (_, state, __, { about, start = 0, value }) => {
      const file = fileOf(state, about);
      return file && file.stage !== "closed" ? file.gate - start : value;
    },
    counts: true,
    mark: (_, state, { about }) => fileOf(state, about)?.gate ?? 0,
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

const EPSILON = 1e-9;

/** Whether a reading misses what was promised; no reading misses nothing. */
export function misses({ metric, value }: Term, reading: number): boolean {
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

/** The same promise of one side about the same thing; steps of it are the same too. */
export const isSamePromise = (
  a: Pick<Term, "by" | "metric" | "about">,
  b: Pick<Term, "by" | "metric" | "about">,
): boolean => a.by === b.by && a.metric === b.metric && a.about === b.about;

/** The same promise, and no further step of it: a later one must go further, else one deed would keep several. */
export const isSameStep = (a: Term, b: Term): boolean =>
  isSamePromise(a, b) && !(METRIC[a.metric].steps && (a.weeks - b.weeks) * (a.value - b.value) > 0);

/** Asks for more than the practice of week 0. */
export function binds(rules: Rules, term: Term): boolean {
  const { usual, keeps } = METRIC[term.metric];
  if (!usual) return true;
  return keeps === "at-most" ? term.value < usual(rules) : term.value > usual(rules);
}

/** Offices that may promise a thing. */
export function mayPromise(seat: Seat, metric: MetricId): boolean {
  const { promiser } = METRIC[metric];
  if (promiser === "payer") return seat !== "beijing";
  return promiser === "member" ? isMember(seat) : seat === promiser;
}
