// Procedures that run by the law's clock: timers with gates. `gate` of a file means, by its stage:
//   asked             week the next stage opens by itself
//   provisional-gate  last week to decide about provisional duties (decidable from `law.decideWindow` weeks before)
//   provisional       week the provisional duty lapses
//   definitive-gate   last week to decide about the definitive duty
//   proposal          first week in which a vote may be called
//   council           week at whose end the vote is counted; in appeal, the week its opinion is due
//   in-force          week from which the act applies
// `nextGate` = the gate after this one, -1 when unknown.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";

export const DECISIONS = ["impose", "halve", "undertaking", "lapse"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a new procedure is about; everything else follows from the law. */
export interface Petition {
  kind: FileKind;
  side: File["side"];
  /** Sector index, -1 for none. */
  sector: number;
  /** Share of the sector covered, 0 to 1. */
  breadth: number;
  why: File["why"];
  /** Size of a package, EUR bn a year; snapback with it. */
  size?: number;
  snapback?: boolean;
  strict?: boolean;
}

/** One stretch of a legal clock; the same shape as a move's stages. */
export interface Stretch {
  name: string;
  weeks: number;
  gate: "none" | "decision" | "vote" | "bite";
}

/** Procedures under way in week 0. */
export function newFiles(_rules: Rules): File[] {
  throw new Error("to be written");
}
/** Opens a procedure: its timers by the law, heat and news (not its cost). Marks "procedure". Answers the new file. */
export function openFile(_rules: Rules, _state: State, _petition: Petition, _trace: Trace): File {
  throw new Error("to be written");
}
/** True while the Commission may decide at the file's gate in this week. */
export function atGate(_rules: Rules, _file: File, _tick: number): boolean {
  throw new Error("to be written");
}
/** Decisions the law allows at the file's gate (an undertaking only after a provisional finding); empty elsewhere. */
export function decisionsAt(_file: File): readonly Decision[] {
  throw new Error("to be written");
}
/** Carries a decision out: duty, Council vote, undertaking or end. Marks what it causes. */
export function decideGate(
  _rules: Rules,
  _state: State,
  _file: File,
  _decision: Decision,
  _trace: Trace,
): void {
  throw new Error("to be written");
}
/** Ends a European case by choice (also one in force): heat falls, so does resolve; during a squeeze it is a fold. */
export function dropFile(_rules: Rules, _state: State, _file: File, _trace: Trace): void {
  throw new Error("to be written");
}
/** True when a Council vote on the file may be called now. */
export function mayCall(_file: File, _tick: number): boolean {
  throw new Error("to be written");
}
/** Calls the Council vote on a proposal (package, law, safeguard). */
export function callVote(_rules: Rules, _state: State, _file: File, _trace: Trace): void {
  throw new Error("to be written");
}
/** The whole legal clock of a kind of procedure, from the order to the first bite, for cards. */
export function stagesOf(_rules: Rules, _kind: FileKind): Stretch[] {
  throw new Error("to be written");
}
/** What is left of the clock of a file under way, in weeks from `tick`. */
export function stagesLeft(_rules: Rules, _file: File, _tick: number): Stretch[] {
  throw new Error("to be written");
}
/** Timers of the week: stages open, duties lapse, laws begin to apply, missed gates take their default. */
export function filesWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
