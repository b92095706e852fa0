// What can be promised: who may promise it, how it is read off the world, and when it counts as missed (the metrics of
// E44 with their bounds). What a promise does by itself when it is signed stands in signing.ts.

import { clip } from "../exact.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type File, flowOf, LICENCE_MODES, type Pledged, type State, type Term } from "../state.ts";
import { lawApplies, nowIn } from "./clock.ts";
import { decides } from "./majority.ts";
import { INVOICES, makersMark, makersRead } from "./makers.ts";
import { hasNotice } from "./notice.ts";
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

/** An agreement as far as reading it needs: its parties, its first week, and by what it is named in what it gives. */
interface Frame {
  id: string;
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

/** A law that does not apply yet: it can still be put off. */
export const canWait = (
  { kind, stage, gate }: Pick<File, "kind" | "stage" | "gate">,
  tick: number,
): boolean => kind === "law" && stage !== "closed" && (stage !== "in-force" || gate > tick);

/** In force, provisionally or for good: its duty can be cut and restored, whoever has the file to decide on now. */
export const isBiting = ({ stage, duty, rested }: Pick<File, "stage" | "duty" | "rested">): boolean =>
  stage === "provisional" || stage === "in-force" || (stage !== "closed" && duty + rested > 0);

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

/** Controls on every licensed input at once: the package of October 2025, and queues or rules turned on a state. */
const controlsOn = ({ beijing, tick }: State): number[] => [
  tick > beijing.packageUntil ? 1 : 0,
  beijing.singledOut,
];

/** The controls in force as the digits of one number: a mode for each input, the package, and how often a state was hit. */
const controlsOf = (state: State): number => {
  const [frozen, hits] = controlsOn(state);
  return state.inputs.reduceRight(
    (sum, input) => sum * LICENCE_MODES.length + rank(input.mode),
    hits! * 2 + frozen!,
  );
};

/** How many new controls since signature: steps by which a valve stands tighter, the package back, a state hit. */
function newControls(rules: Rules, state: State, about: string, start: number): number {
  let left = start;
  let steps = 0;
  const meant = inputsIn(rules, about);
  state.inputs.forEach((input, i) => {
    const before = left % LICENCE_MODES.length;
    left = Math.floor(left / LICENCE_MODES.length);
    if (meant.includes(i)) steps += Math.max(0, rank(input.mode) - before);
  });
  if (restrictable(rules, about) === 0) return steps;
  const [frozen, hits] = controlsOn(state);
  return steps + Math.max(0, frozen! - (left % 2)) + Math.max(0, hits! - Math.floor(left / 2));
}

/** Inputs squeezed since signature without a notice long enough before. */
const unannounced = (rules: Rules, state: State, { from }: Frame, about: string): number =>
  inputsIn(rules, about).filter((i) => {
    const since = state.inputs[i]!.squeezedSince;
    return since > from && !hasNotice(rules, state.words, i, since);
  }).length;

type Hold = State["beijing"]["bans"][number];

/** Largest share of a state's exports in a sector held up at customs, of the holds that one looks at. */
const heldGoods = (rules: Rules, { beijing, trade }: State, about: string, known: (hold: Hold) => boolean) =>
  Math.max(
    0,
    ...beijing.bans
      .filter((hold) => rules.members[hold.m]!.code === about && known(hold))
      .map(({ m, s }) => trade.banGoal[s * rules.M + m]!),
  );

/** A closed case is open again: a new one of its kind on its goods, within so many weeks of signature. */
const reopened = (state: State, { from }: Frame, weeks: number, old: File): boolean =>
  state.files.some(
    (f) =>
      f !== old &&
      f.side === "europe" &&
      f.kind === old.kind &&
      f.sector === old.sector &&
      f.opened >= from &&
      f.opened <= from + weeks,
  );

/** Ballots as numbers. */
export const BALLOT_VALUE = { for: 1, abstain: 0, against: -1 } as const;

export const isBallot = (value: number): boolean => Object.values<number>(BALLOT_VALUE).includes(value);

/** Promises that hold a duty down. */
export const DUTY_TERMS: readonly MetricId[] = ["china-duty", "europe-duty", "floor-price"];

/** Files whose duty a term holds down; none where it is about something else. */
export const heldDown = <F extends File>(
  rules: Rules,
  files: readonly F[],
  { metric, about }: Pick<Term, "metric" | "about">,
): F[] => {
  if (!DUTY_TERMS.includes(metric)) return [];
  const side = metric === "china-duty" ? "beijing" : "europe";
  return files.filter((file) => {
    if (!isBiting(file)) return false;
    if (metric === "floor-price") return file.id === about;
    return file.side === side && rules.sectors[file.sector]?.id === about;
  });
};

/** The ballot a capital cast in the last counted vote on a file since signature; NaN while there is none. */
function ballotOf(rules: Rules, state: State, { from }: Frame, by: Seat, file: string): number {
  const vote = state.votes.findLast(
    (v) => v.file === file && v.closes >= from && v.outcome !== "open" && decides(v),
  );
  const ballot = vote?.cast[memberAt(rules, by)];
  return ballot ? BALLOT_VALUE[ballot] : Number.NaN;
}

const fileOf = (state: State, id: string): File | undefined => state.files.find((f) => f.id === id);

const planned = (rules: Rules, about: string) => inputsIn(rules, about).map((i) => rules.inputs[i]!);

/** Throughput in week 0, as the worst of the inputs a term speaks of. */
const usualTheta = (rules: Rules, about: string): number =>
  Math.min(...planned(rules, about).map((input) => input.throughput));

/** How many of the inputs a term speaks of can be restricted at all. */
const restrictable = (rules: Rules, about: string): number =>
  planned(rules, about).filter((input) => input.stockable).length;

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
export const sharing = (rules: Rules, by: string, to: string): number =>
  memberAt(rules, by) * rules.M + memberAt(rules, to);

export const METRIC: Record<MetricId, Metric> = {
  "licence-days": {
    ...supply,
    ...{ unit: "days", least: 10, most: 90, step: 5, keeps: "at-most", open: false },
    usual: (rules, about) => Math.max(...planned(rules, about).map((input) => 7 * input.licenceWeeks)),
    read: (rules, state, _, { about }) =>
      worst(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
    mark: (rules, state, { about }) => worst(rules, about, "max", (i) => 7 * state.inputs[i]!.licenceWeeks),
  },
  "approval-rate": {
    ...supply,
    ...{ unit: "share", least: 0.4, most: 1, step: 0.05, keeps: "at-least", open: false },
    usual: (rules, about) => clip(usualTheta(rules, about), 0, 1),
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
    usual: (rules, about) =>
      planned(rules, about).some(({ mode }) => rank(mode) > rank("general")) ? 0 : rules.M,
    read: (rules, state, _, { about }) =>
      worst(rules, about, "min", (i) => {
        const { mode, tilt } = state.inputs[i]!;
        return rank(mode) > rank("general") ? 0 : tilt.filter((k) => k > 0.99).length;
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

/** The same promise of one side about the same thing; steps of it are the same too. */
export const isSamePromise = (
  a: Pick<Term, "by" | "metric" | "about">,
  b: Pick<Term, "by" | "metric" | "about">,
): boolean => a.by === b.by && a.metric === b.metric && a.about === b.about;

/** The same promise, and no further step of it: a later one must go further, else one deed would keep several. */
export const isSameStep = (a: Term, b: Term): boolean =>
  isSamePromise(a, b) && !(METRIC[a.metric].steps && (a.weeks - b.weeks) * (a.value - b.value) > 0);

/** Asks for more than would be so without it: else nobody has to do or leave anything for it. */
export function binds(rules: Rules, term: Pick<Term, "metric" | "about" | "value">): boolean {
  const { usual } = METRIC[term.metric];
  return usual === undefined || misses(term, usual(rules, term.about));
}

/** Promises to leave something: of steps and stops that could come, not of what there was. */
const FORBORNE: readonly MetricId[] = ["no-new-control", "stop-notice"];

/** Why nobody has to do or leave anything for a promise: it was so anyway, a squeeze may begin, or there is nothing to restrict. */
export type Idle = "usual" | "room" | "harmless";

/** Why a promise asks for nothing; undefined where it asks for something. */
export function idleness(rules: Rules, term: Pick<Term, "metric" | "about" | "value">): Idle | undefined {
  if (binds(rules, term)) return undefined;
  if (!FORBORNE.includes(term.metric)) return "usual";
  return restrictable(rules, term.about) > 0 ? "room" : "harmless";
}

/** Offices that may promise a thing. */
export function mayPromise(seat: Seat, metric: MetricId): boolean {
  const { promiser } = METRIC[metric];
  if (promiser === "payer") return seat !== "beijing";
  return promiser === "member" ? isMember(seat) : seat === promiser;
}
