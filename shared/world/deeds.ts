// What each capital has done and met with over the game, noted as it happens: the record that secret goals are read off.

import type { Ballot } from "../scenario/ballot.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type Deeds, holds, type State, type Vote } from "../state.ts";
import { pivotal, tally } from "./council.ts";

/** A clean record. */
export const newDeeds = (): Deeds => ({
  ...{ yes: 0, no: 0, won: 0, pivotal: 0, tipped: 0, sunk: { for: 0, abstain: 0, against: 0 }, last: 0 },
  ...{ promised: 0, deals: 0, pickedOut: 0, helped: 0, received: 0, shared: 0, soft: 0 },
});

/** How often, against the sign of a promise, a lean that a card gave could be taken for one. */
const PROMISE = 1e-9;

/** An agreement in which a capital has sold its vote on a file, and others have promised something as well. */
const isBought = ({ contracts, tick }: State, code: Seat, file: string): boolean =>
  contracts.some(
    (c) =>
      holds(c, tick) &&
      c.terms.some((t) => t.metric === "ballot" && t.by === code && t.about === file) &&
      c.terms.some((t) => t.by !== code),
  );

/** The count of a vote, for each capital; `silent` = those that had cast nothing before it was closed. */
export function noteVote(rules: Rules, state: State, vote: Vote, silent: readonly boolean[]): void {
  const passed = vote.outcome === "passed";
  const inFavour = vote.rule === "for" || vote.rule === "for-else-appeal";
  const turners = pivotal(rules, vote);
  const { states, needStates } = tally(rules, vote);
  for (let m = 0; m < rules.M; m++) {
    const deeds = state.tally.deeds[m]!;
    const ballot: Ballot = vote.cast[m] ?? "abstain";
    const isYes = ballot === "for";
    if (isYes) deeds.yes += 1;
    if (ballot === "against") deeds.no += 1;
    if (isYes === passed) deeds.won += 1;
    if (silent[m]) deeds.last += 1;
    const isPledged = vote.pledged[m]! >= rules.model.politics.pledge - PROMISE;
    if (passed && isYes && (isPledged || isBought(state, rules.members[m]!.code, vote.file)))
      deeds.promised += 1;
    if (!turners.includes(m)) continue;
    deeds.pivotal += 1;
    // One state more or fewer than needed without it: it counts as much as the largest.
    if (inFavour && states.for - (isYes ? 1 : 0) === needStates - 1) deeds.tipped += 1;
    if (inFavour && !passed) deeds.sunk[ballot] += 1;
  }
}
