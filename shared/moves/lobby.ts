// M4: every eight weeks two lobbies call. A capital takes up one cause or none: room to act now, and a line that costs
// something to leave in the Council while the campaign runs.

import * as z from "zod";
import { memberIndex } from "../view.ts";
import { bite, id, missing, move, price, wait } from "./move.ts";

export const takeLobbyCard = move({
  kind: "take-lobby-card",
  office: "members",
  schema: z.strictObject({ kind: z.literal("take-lobby-card"), card: id }),
  cost: (rules) => price(rules, "take-lobby-card"),
  check(_rules, view, { card }) {
    const pair = view.own.lobbies.find((l) => l.cards.some((c) => c.id === card));
    if (!pair) return missing("card");
    if (pair.taken !== "") return { code: "already-answered" };
    return pair.until < view.pub.tick ? { code: "too-late" } : null;
  },
  apply(rules, state, seat, { card }, trace) {
    const pair = state.lobbies.find((l) => l.seat === seat && l.cards.some((c) => c.id === card));
    const chosen = pair?.cards.find((c) => c.id === card);
    const member = state.members[memberIndex(rules, seat)];
    if (!pair || !chosen || !member) return;
    pair.taken = card;
    const { memberCap } = rules.model.points;
    member.points = Math.min(
      Math.max(memberCap, member.points),
      member.points + rules.model.moves.lobbyPoints,
    );
    member.lobby = chosen.turn;
    member.lobbyUntil = state.tick + rules.model.politics.lobbyWeeks;
    trace.mark("lobby");
  },
  options: (_rules, view) =>
    view.own.lobbies
      .filter((l) => l.taken === "")
      .flatMap((l) => l.cards.map((c) => ({ kind: "take-lobby-card" as const, card: c.id }))),
  clock: (rules) => [bite("campaign", 0), wait("bound", rules.model.politics.lobbyWeeks)],
  objects(_rules, view, { card }) {
    const turn = view.own.lobbies.flatMap((l) => l.cards).find((c) => c.id === card)?.turn ?? 0;
    return turn > 0 ? ["beijing"] : ["commission"];
  },
});
