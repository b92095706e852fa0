// What is known of how capitals will vote before they have: joint statements that are public, and promises in agreements.

import type { Rules } from "../shared/scenario.ts";
import type { MemberCode, Seat } from "../shared/seat.ts";
import type { JointStatement } from "../shared/state.ts";
import type { View, VoteView } from "../shared/view.ts";

/** A ballot promised in an agreement that this seat knows of. */
export interface Promised {
  by: Seat;
  ballot: "for" | "abstain" | "against";
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
export const saidOf = ({ pub, own }: View, about: string): JointStatement[] =>
  [...pub.statements, ...own.drafts].filter((s) => s.about === about);

/** Capitals that have promised to vote for something, and not voted yet. */
export function pledgedFor(rules: Rules, view: View, vote: VoteView): MemberCode[] {
  const signed = view.pub.statements
    .filter((s) => s.about === vote.file && s.line === "for")
    .flatMap((s): Seat[] => s.signers);
  const agreed = promised(view, vote.file)
    .filter((p) => p.ballot === "for" && p.state === "open")
    .map((p) => p.by);
  const all = new Set([...signed, ...agreed]);
  return rules.members.flatMap(({ code }, m) => (all.has(code) && vote.cast[m] === null ? [code] : []));
}

/** The vote as it would be if promises were kept: what bars, ways and findings count. */
export function expected(rules: Rules, view: View, vote: VoteView): VoteView {
  const pledged = pledgedFor(rules, view, vote);
  if (pledged.length === 0) return vote;
  const cast = vote.cast.map((ballot, m) => (pledged.includes(rules.members[m]!.code) ? "for" : ballot));
  return { ...vote, cast };
}
