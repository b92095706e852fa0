// Procedures by themselves: files and votes run by their clocks, and nothing else in the world moves.

import { silent } from "../../shared/explain.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { FileKind } from "../../shared/scenario/start.ts";
import { indexOf } from "../../shared/scenario.ts";
import type { File, State } from "../../shared/state.ts";
import { castBallot } from "../../shared/world/caucus.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { openFile } from "../../shared/world/files.ts";
import { filesWeek } from "../../shared/world/procedures.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels } from "./scenario.ts";

export const { rules } = brussels;
export const fresh = (seed = 1): State => newState(rules, { seed, weeks: 208 });
export const fileOf = (state: State, id: string): File => state.files.find((f) => f.id === id)!;
export const MACHINES = indexOf(rules.sectors, "machinery");

export const open = (state: State, kind: FileKind, side: File["side"] = "europe", sector = MACHINES): File =>
  openFile(rules, state, { kind, side, sector, breadth: 0.25, why: "move", size: 1, snapback: true }, silent);

/** Lets procedures and votes run to a week. */
export function pass(state: State, until: number): void {
  while (state.tick < until) {
    state.tick += 1;
    filesWeek(rules, state, silent);
    votesWeek(rules, state, silent);
  }
}

/** Everybody votes the same in every open vote. */
export function allVote(state: State, ballot: Ballot): void {
  for (const vote of state.votes)
    rules.members.forEach((_, m) => castBallot(rules, state, vote.id, m, ballot));
}
