// What is known of how capitals will vote before they have: joint statements that are public, promises in agreements, and
// to envoys.

import { promisedIn } from "../shared/moves/word.ts";
import type { Ballot } from "../shared/scenario/land.ts";
import type { Rules } from "../shared/scenario.ts";
import type { Seat } from "../shared/seat.ts";
import type { JointStatement } from "../shared/state.ts";
import { said, type View, type VoteView } from "../shared/view.ts";

/** A ballot promised in an agreement that this seat knows of. */
export interface Promised {
  by: Seat;
  ballot: Ballot;
  state: "open" | "kept" | "broken";
  /** Last week of the promise. */
  until: number;
}

const BALLOT = new Map([
  [1, "for"],
  [0, "abstain"],
  [-1, "against"],
] as const);

/** Promises in agreements about a file. */
export const promised = ({ pub, own }: View, file: string): Promised[] =>
  [...pub.contracts, ...own.contracts].flatMap((contract) =>
    contract.terms
      .filter((term) => term.metric === "ballot" && term.about === file)
      .map(({ by, value, state }) => ({
        ...{ by, state, until: contract.until },
        ballot: BALLOT.get(value as -1 | 0 | 1) ?? "abstain",
      })),
  );

/** What is said together about a file or for a state, as far as this seat may know; public statements first. */
export const saidOf = (view: View, about: string): JointStatement[] => {
  const on = said(view).filter((s) => s.about === about);
  return [...on.filter((s) => s.state !== "draft"), ...on.filter((s) => s.state === "draft")];
};

/** Ballots promised and not yet cast, by capital. */
export type Pledges = Readonly<Partial<Record<Seat, Ballot>>>;

/**
 * What capitals have promised in a vote and not cast yet, as far as this seat may know: under public statements, in
 * agreements it can read, and to an envoy whose bargain it knows of.
 */
export const pledgesIn = (rules: Rules, view: View, vote: VoteView): Pledges =>
  Object.fromEntries(
    rules.members.flatMap(({ code }, m) => {
      const ballot =
        vote.cast[m] === null && vote.outcome === "open" ? promisedIn(view, vote, code) : undefined;
      return ballot ? [[code, ballot]] : [];
    }),
  );

/** The vote as it would be if promises were kept: what bars, ways and findings count. */
export function expected(rules: Rules, view: View, vote: VoteView): VoteView {
  const pledges = pledgesIn(rules, view, vote);
  if (Object.keys(pledges).length === 0) return vote;
  return { ...vote, cast: vote.cast.map((ballot, m) => ballot ?? pledges[rules.members[m]!.code] ?? null) };
}
