// What terms of agreements are read off: licences, controls, duties, cases, holds at customs and ballots, as they stand.

import { BALLOT_VALUE } from "../scenario/ballot.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type File, flowOf, LICENCE_MODES, type State, type Term } from "../state.ts";
import { decides } from "./majority.ts";
import { hasNotice } from "./notice.ts";
import { once } from "./once.ts";

/** An agreement as far as reading it needs: its parties, its first week, and by what it is named in what it gives. */
export interface Frame {
  id: string;
  parties: readonly Seat[];
  from: number;
}

/** How tight a mode is, from the freest. */
export const tightness = (mode: (typeof LICENCE_MODES)[number]): number => LICENCE_MODES.indexOf(mode);

/** Inputs by what a term may be about: each by its id, and all that are critical. */
const inputsBy = once(({ inputs }: Rules): ReadonlyMap<string, readonly number[]> => {
  const critical = [...inputs.keys()].filter((i) => inputs[i]!.critical);
  return new Map([["all", critical], ...inputs.map(({ id }, i): [string, number[]] => [id, [i]])]);
});

const NONE: readonly number[] = [];

/** Inputs a term speaks of, by index. */
export const inputsIn = (rules: Rules, about: string): readonly number[] =>
  inputsBy(rules).get(about) ?? NONE;

/** The one capital at the table with Beijing, by index: then licences are looked at for its firms. */
const guest = (rules: Rules, { parties }: Frame): number => {
  const members = parties.filter((seat) => isMember(seat));
  return members.length === 1 ? memberAt(rules, members[0]) : -1;
};

/** What of an input is licensed in a week, as a share of normal: for the one capital at the table, or for all. */
export const flowFor = (rules: Rules, state: State, frame: Frame, i: number): number => {
  const input = state.inputs[i]!;
  const m = guest(rules, frame);
  return flowOf(input) * (m < 0 ? 1 : input.tilt[m]!);
};

/** The worst over the inputs a term speaks of. */
export const worstOf = (
  rules: Rules,
  about: string,
  pick: "max" | "min",
  each: (i: number) => number,
): number => Math[pick](...inputsIn(rules, about).map(each));

/** Part that is left of a side's duties on a sector: what is paid over what would be without agreements. */
export function dutyShare(rules: Rules, state: State, side: File["side"], sector: string): number {
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

/** European cases on a sector, or on any, opened since signature. */
export const newCases = (rules: Rules, state: State, { from }: Frame, about: string): number =>
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
export const controlsOf = (state: State): number => {
  const [frozen, hits] = controlsOn(state);
  return state.inputs.reduceRight(
    (sum, input) => sum * LICENCE_MODES.length + tightness(input.mode),
    hits! * 2 + frozen!,
  );
};

/** How many new controls since signature: steps by which a valve stands tighter, the package back, a state hit. */
export function newControls(rules: Rules, state: State, about: string, start: number): number {
  let left = start;
  let steps = 0;
  const meant = inputsIn(rules, about);
  state.inputs.forEach((input, i) => {
    const before = left % LICENCE_MODES.length;
    left = Math.floor(left / LICENCE_MODES.length);
    if (meant.includes(i)) steps += Math.max(0, tightness(input.mode) - before);
  });
  if (restrictable(rules, about) === 0) return steps;
  const [frozen, hits] = controlsOn(state);
  return steps + Math.max(0, frozen! - (left % 2)) + Math.max(0, hits! - Math.floor(left / 2));
}

/** Inputs squeezed since signature without a notice long enough before. */
export const unannounced = (rules: Rules, state: State, { from }: Frame, about: string): number =>
  inputsIn(rules, about).filter((i) => {
    const since = state.inputs[i]!.squeezedSince;
    return since > from && !hasNotice(rules, state.words, i, since);
  }).length;

type Hold = State["beijing"]["bans"][number];

/** Largest share of a state's exports in a sector held up at customs, of the holds that one looks at. */
export const heldGoods = (
  rules: Rules,
  { beijing, trade }: State,
  about: string,
  known: (hold: Hold) => boolean,
) =>
  Math.max(
    0,
    ...beijing.bans
      .filter((hold) => rules.members[hold.m]!.code === about && known(hold))
      .map(({ m, s }) => trade.banGoal[s * rules.M + m]!),
  );

/** A closed case is open again: a new one of its kind on its goods, within so many weeks of signature. */
export const reopened = (state: State, { from }: Frame, weeks: number, old: File): boolean =>
  state.files.some(
    (f) =>
      f !== old &&
      f.side === "europe" &&
      f.kind === old.kind &&
      f.sector === old.sector &&
      f.opened >= from &&
      f.opened <= from + weeks,
  );

/** Whether a number stands for a ballot. */
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
export function ballotOf(rules: Rules, state: State, { from }: Frame, by: Seat, file: string): number {
  const vote = state.votes.findLast(
    (v) => v.file === file && v.closes >= from && v.outcome !== "open" && decides(v),
  );
  const ballot = vote?.cast[memberAt(rules, by)];
  return ballot ? BALLOT_VALUE[ballot] : Number.NaN;
}

/** The file of an id. */
export const fileOf = (state: State, id: string): File | undefined => state.files.find((f) => f.id === id);

/** Inputs a term speaks of, as the scenario has them. */
export const planned = (rules: Rules, about: string) => inputsIn(rules, about).map((i) => rules.inputs[i]!);

/** Throughput in week 0, as the worst of the inputs a term speaks of. */
export const usualTheta = (rules: Rules, about: string): number =>
  Math.min(...planned(rules, about).map((input) => input.throughput));

/** How many of the inputs a term speaks of can be restricted at all. */
export const restrictable = (rules: Rules, about: string): number =>
  planned(rules, about).filter((input) => input.stockable).length;

/** Place in the record of shared stocks of what one capital gave another. */
export const sharing = (rules: Rules, by: string, to: string): number =>
  memberAt(rules, by) * rules.M + memberAt(rules, to);
