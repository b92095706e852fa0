// Council votes with the Union's arithmetic: 55 % of states and 65 % of people, a blocking minority needs four states.
// "for" passes only with that majority in favour; "unless-against" passes unless it stands against (trade defence).
// Who has not voted when the window closes has abstained.

import type { Trace } from "../explain.ts";
import type { Ballot } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import type { File, State, Vote, VoteRule } from "../state.ts";

export interface Count {
  for: number;
  against: number;
  abstain: number;
  /** Not cast yet. */
  open: number;
}

export interface Tally {
  /** Numbers of states, and % of the population. */
  states: Count;
  people: Count;
  /** Whether it would pass if nobody voted any more. */
  passes: boolean;
  /** A qualified majority stands in favour, or against. */
  majorityFor: boolean;
  majorityAgainst: boolean;
  /** Against + abstaining + open form a blocking minority (more than 35 % of people in at least four states, or too few states in favour). */
  blocked: boolean;
  /** States needed (55 %, rounded up) and people needed, %. */
  needStates: number;
  needPeople: number;
}

type Ballots = Pick<Vote, "rule" | "cast">;

/** Counts a vote as it stands. Exact: shares are summed in hundredths of a percent. */
export function tally(_rules: Rules, _vote: Ballots): Tally {
  throw new Error("to be written");
}
/** Members (by index) whose ballot alone would turn the outcome as it stands. */
export function pivotal(_rules: Rules, _vote: Ballots): number[] {
  throw new Error("to be written");
}
/** Up to three smallest groups of members who together would turn the outcome as it stands, fewest people first. */
export function waysToTurn(_rules: Rules, _vote: Ballots): number[][] {
  throw new Error("to be written");
}
/** Week at whose end a vote called in `tick` is counted: a Council day after the window, with fewer than two votes. */
export function countingWeek(_rules: Rules, _state: State, _tick: number): number {
  throw new Error("to be written");
}
/** Opens a vote on a file, draws every member's leaning once. The file moves to stage "council". */
export function openVote(_rules: Rules, _state: State, _file: File, _rule: VoteRule, _trace: Trace): Vote {
  throw new Error("to be written");
}
/** Casts or changes a member's ballot. */
export function castBallot(_state: State, _vote: string, _m: number, _ballot: Ballot): void {
  throw new Error("to be written");
}
/** Utility of a proposal for a member without noise and pledges; above `yes` it votes for. */
export function utility(_rules: Rules, _state: State, _file: File, _m: number): number {
  throw new Error("to be written");
}
/** What a member would vote at a utility. */
export function ballotAt(_rules: Rules, _utility: number): Ballot {
  throw new Error("to be written");
}
/** Counts the votes whose window has closed and carries out the outcome. */
export function votesWeek(_rules: Rules, _state: State, _trace: Trace): void {
  throw new Error("to be written");
}
