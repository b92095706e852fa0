// Small states that bind their votes: once enough of them have joined, their ballots are one. What most of them say is
// what all of them vote; where two ballots are said equally often, the state that called the caucus decides.

import type { Ballot } from "../scenario/land.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { MemberCode } from "../seat.ts";
import { type State, tell, type Vote } from "../state.ts";
import { once } from "./once.ts";

type Blocked = Pick<Vote, "block" | "cast">;

/** States that may join: the small ones, where there are enough of them for a block. */
export const smallStates = once((rules: Rules): readonly MemberCode[] => {
  const small = rules.members.filter((m) => m.population <= rules.model.points.smallUpTo).map((m) => m.code);
  return small.length >= rules.model.law.caucusStates ? small : [];
});

/** True once the block votes as one. */
export const isBound = (rules: Rules, { block }: Pick<Vote, "block">): boolean =>
  block.length >= rules.model.law.caucusStates;

/** What a state itself says, whatever its block votes. */
export function voiceOf(rules: Rules, vote: Blocked, m: number): Ballot | null {
  const seat = vote.block.find(({ code }) => code === rules.members[m]!.code);
  return seat ? seat.says : (vote.cast[m] ?? null);
}

/** The ballot of a block: what most of those who have spoken say. */
export function blockBallot({ block }: Pick<Vote, "block">): Ballot | null {
  const said = block.flatMap(({ says }) => says ?? []);
  const count = (ballot: Ballot) => said.filter((s) => s === ballot).length;
  const most = Math.max(...said.map(count));
  // In the order of joining, so that the caller's own ballot breaks a tie.
  return said.find((ballot) => count(ballot) === most) ?? null;
}

/** The ballots once a bound block has cast its one for all its states. */
function together<V extends Blocked>(rules: Rules, vote: V): V["cast"] {
  if (!isBound(rules, vote)) return vote.cast;
  const ballot = blockBallot(vote);
  const codes = vote.block.map(({ code }) => code);
  return vote.cast.map((cast, m) => (codes.includes(rules.members[m]!.code) ? ballot : cast));
}

/** How the ballots stand once a member says its own, or its voice in a block. */
export function castWith(rules: Rules, vote: Blocked, m: number, ballot: Ballot): Blocked {
  const { code } = rules.members[m]!;
  const block = vote.block.map((seat) => (seat.code === code ? { code, says: ballot } : seat));
  const cast = vote.cast.map((other, k) => (k === m ? ballot : other));
  return { block, cast: together(rules, { block, cast }) };
}

/** A first ballot that comes after all others have shown theirs. */
function noteHand(state: State, { cast }: Pick<Vote, "cast">, m: number): void {
  if (cast[m] !== null) return;
  if (cast.every((ballot, k) => k === m || ballot !== null)) state.tally.deeds[m]!.last += 1;
}

/** Casts or changes a member's ballot while the vote is open. */
export function castBallot(rules: Rules, state: State, id: string, m: number, ballot: Ballot): void {
  const vote = state.votes.find((v) => v.id === id);
  if (vote?.outcome !== "open") return;
  noteHand(state, vote, m);
  Object.assign(vote, castWith(rules, vote, m, ballot));
}

/** A small state joins the caucus on a vote, or calls it; with enough of them the block is bound. */
export function joinBlock(rules: Rules, state: State, vote: Vote, code: MemberCode): void {
  const says = vote.cast[memberAt(rules, code)] ?? null;
  const wasBound = isBound(rules, vote);
  vote.block.push({ code, says });
  const about = [vote.file, ...vote.block.map((seat) => seat.code)];
  if (vote.block.length === 1) tell(state, { code: "caucus-called", by: code, about, amount: 0, to: [] });
  if (!isBound(rules, vote)) return;
  vote.cast = together(rules, vote);
  if (!wasBound) tell(state, { code: "caucus-bound", by: code, about, amount: 0, to: [] });
}
