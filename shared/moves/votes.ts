// C8 and M1: the Commission calls a vote on a proposal, the capitals cast their ballots while its window is open.

import * as z from "zod";
import { BALLOTS, type Ballot } from "../scenario/land.ts";
import { memberIndex, type View } from "../view.ts";
import { castBallot, voiceOf } from "../world/caucus.ts";
import { callVote as openWindow, stagesLeft } from "../world/files.ts";
import { checkCall, proposals } from "./agenda.ts";
import { id, missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters } from "./objectors.ts";

export const callVote = move({
  kind: "call-vote",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("call-vote"), file: id }),
  cost: (rules) => price(rules, "call-vote"),
  check: (_rules, view, { file }) => checkCall(view, file),
  apply(rules, state, seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (found) openWindow(rules, state, found, trace, seat);
  },
  options: (_rules, view) => proposals(view).map((f) => ({ kind: "call-vote" as const, file: f.id })),
  clock(rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    return found ? toBite(stagesLeft(rules, found, nowOf(view))) : [];
  },
  objects: (rules, view) => doubters(rules, view),
});

/** E34: whoever took up a lobby's cause has to explain a vote against it at home. */
function leavesLine({ own, pub }: View, ballot: Ballot): boolean {
  const { lobby = 0, lobbyUntil = 0 } = own.clocks;
  if (lobbyUntil <= pub.tick) return false;
  return (lobby > 0 && ballot === "against") || (lobby < 0 && ballot === "for");
}

export const castVote = move({
  kind: "cast-vote",
  office: "members",
  schema: z.strictObject({ kind: z.literal("cast-vote"), vote: id, ballot: z.enum(BALLOTS) }),
  cost: (rules, view, { ballot }) =>
    price(rules, leavesLine(view, ballot) ? "cast-vote/against-lobby" : "cast-vote"),
  check(rules, view, { vote, ballot }) {
    const found = view.pub.votes.find((v) => v.id === vote);
    if (!found) return missing("vote");
    if (found.outcome !== "open") return { code: "too-late" };
    return voiceOf(rules, found, memberIndex(rules, view.seat)) === ballot
      ? { code: "already-so", what: ballot }
      : null;
  },
  apply(rules, state, seat, { vote, ballot }, trace) {
    castBallot(rules, state, vote, memberIndex(rules, seat), ballot);
    trace.mark("member-move");
  },
  options: (_rules, view) =>
    view.pub.votes
      .filter((v) => v.outcome === "open")
      .flatMap((v) => BALLOTS.map((ballot) => ({ kind: "cast-vote" as const, vote: v.id, ballot }))),
  clock(_rules, view, { vote }) {
    const closes = view.pub.votes.find((v) => v.id === vote)?.closes ?? view.pub.tick;
    return [
      { name: "window", weeks: Math.max(0, closes - view.pub.tick), gate: "vote" },
      { name: "count", weeks: 0, gate: "bite" },
    ];
  },
  objects: (_rules, _view, { ballot }) =>
    ballot === "for" ? ["beijing"] : ballot === "against" ? ["commission"] : [],
});
