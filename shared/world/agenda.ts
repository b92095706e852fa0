// The Council's agenda: who is in the chair, and the week in which an item comes up.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import { type File, type State, tell, type Vote } from "../state.ts";
import { isSpent } from "./clock.ts";
import { decides } from "./majority.ts";
import { once } from "./once.ts";

/** Weeks of a presidency (Article 16(9) TEU: half a year), for the last one the calendar knows. */
const TERM = 26;

export interface Chair {
  member: MemberCode;
  from: number;
  /** First week of the next one. */
  until: number;
}

/** Every presidency of the calendar. */
export const chairs = once(({ calendar }: Rules): readonly Chair[] =>
  calendar.presidency.map(({ member, tick }, k, all) => ({
    member,
    from: tick,
    until: all[k + 1]?.tick ?? tick + TERM,
  })),
);

/** Who presides in a week; the calendar may end before the game does. */
export const chairAt = (rules: Rules, tick: number): Chair | undefined =>
  chairs(rules).find(({ from, until }) => from <= tick && tick < until);

type Ballots = Pick<Vote, "file" | "outcome" | "closes" | "rule" | "appeal">;
type Agenda = { files: readonly File[]; votes: readonly Ballots[] };

/** The open vote of the Council on a file; committees have days of their own. */
const voteOn = <V extends Ballots>(votes: readonly V[], file: string): V | undefined =>
  votes.find((v) => v.file === file && v.outcome === "open" && decides(v) && !v.appeal);

/** Week in which an item of the agenda comes up: the count of its vote, or the first week it may be called; -1 for none. */
export function weekOf({ files, votes }: Agenda, id: string): number {
  const file = files.find((f) => f.id === id && f.side === "europe");
  if (file?.stage === "proposal") return isSpent(file) ? -1 : file.gate;
  // The law sets the weeks in which coercion is found and answered.
  if (file?.kind === "coercion") return -1;
  return voteOn(votes, id)?.closes ?? -1;
}

/** Moves an item to another week. Marks "member-move". */
export function moveItem(state: State, by: Seat, id: string, week: number, trace: Trace): void {
  const vote = voteOn(state.votes, id);
  const file = state.files.find((f) => f.id === id);
  if (vote) vote.closes = week;
  if (file) file.gate = week;
  tell(state, { code: "agenda-moved", by, about: [by, id], amount: week, to: [] });
  trace.mark("member-move");
}
