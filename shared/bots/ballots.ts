// What a vote is worth, and how a capital leans in it.

import { clip } from "../exact.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { View, VoteView } from "../view.ts";
import { isBeijing, type Place } from "./place.ts";

/** EUR bn within a year by which a file adds to what Europe could do to China (E38c). */
export function strength({ rules, view }: Place, id: string): number {
  const { europeScale, europeSnapback, europeReadyCase, europeCoercion, europeDetermined } =
    rules.model.resolve;
  const file = view.pub.files.find((f) => f.id === id);
  if (!file) return 0;
  if (file.kind === "package") return europeSnapback * europeScale;
  if (file.kind === "coercion") return europeDetermined * europeScale;
  return (file.kind === "law" ? europeCoercion : europeReadyCase) * europeScale;
}

/** The vote that is open on a file, be it for advice only. */
export const openVote = ({ pub }: View, file: string): VoteView | undefined =>
  pub.votes.find((v) => v.file === file && v.outcome === "open");

/** How a capital leans to a file, in support: as it knows in an open vote, else as it feels about the common line. */
export function leaningTo({ view, me }: Pick<Place, "view" | "me">, file: string): number {
  const vote = openVote(view, file);
  return (vote && view.own.leanings[vote.id]) ?? view.own.support[me]!;
}

/** How far a ballot lies from what the capital would cast. */
export function bend(rules: Rules, leaning: number, ballot: number): number {
  const { yes, no } = rules.model.politics;
  if (ballot > 0) return Math.max(0, yes - leaning);
  if (ballot < 0) return Math.max(0, leaning - no);
  return Math.max(0, leaning - yes, no - leaning);
}

/** Whether a file is wanted, -1 to 1: Brussels wants its own, Beijing none. */
export function wish(at: Place, file: string): number {
  if (at.me === -1) return 1;
  if (isBeijing(at)) return -1;
  const { yes, no } = at.rules.model.politics;
  return clip((leaningTo(at, file) - (yes + no) / 2) / ((yes - no) / 2), -1, 1);
}

/** What another's promised ballot changes, in steps from no to yes: as far as one can tell, it would cast its line's. */
export function moved({ rules, view }: Place, by: Seat, ballot: number): number {
  const { yes, no } = rules.model.politics;
  const support = view.own.support[memberAt(rules, by)] ?? 0;
  return clip(ballot - (support > yes ? 1 : support < no ? -1 : 0), -1, 1);
}

/** Chance that one state's ballot decides, by its people and because states count as well. */
export const swing = ({ rules }: Place, by: Seat): number => {
  const { people, states } = rules.model.law;
  const member = rules.members[memberAt(rules, by)];
  return member ? clip((member.population / people + 1 / states) / 2, 0, 1) : 0;
};
