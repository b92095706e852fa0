// C12: the buyers' club of the G7.

import * as z from "zod";
import { openFile, stagesOf } from "../world/files.ts";
import { move, price } from "./move.ts";
import { doubters, seats } from "./objectors.ts";

export const joinClub = move({
  kind: "join-club",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("join-club") }),
  cost: (rules) => price(rules, "join-club"),
  check(rules, { pub }) {
    if (pub.law.joinedClub) return { code: "already-so", what: "club" };
    const need = rules.model.moves.clubLegitimacy;
    return pub.legitimacy > need ? null : { code: "low-legitimacy", have: pub.legitimacy, need };
  },
  apply(rules, state, _seat, _command, trace) {
    trace.mark("europe-move");
    openFile(rules, state, { kind: "club", side: "europe", sector: -1, breadth: 0, why: "move" }, trace);
  },
  options: () => [{ kind: "join-club" }],
  clock: (rules) => stagesOf(rules, "club"),
  objects: (rules, view) => seats(["beijing"], doubters(rules, view)),
});
