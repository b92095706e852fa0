// What a seat owes of its ballots to others, by agreement or to an envoy: the one place where it is looked up. An
// agreement is about the ballot that decides on a file, an envoy's bargain about that in one vote while it is open.

import type { Viewpoint } from "../seat.ts";
import type { Offer, Term } from "../state.ts";
import { agreed, type ContractView, type View, type VoteView } from "../view.ts";
import { decides } from "../world/majority.ts";
import { ballotsBy } from "../world/signing.ts";

/** One ballot that is owed. */
export type Sold = { file: string } & (
  | { by: "agreement"; term: Pick<Term, "value">; contract: ContractView }
  | { by: "envoy"; offer: Offer; vote: VoteView }
);

/** All ballots that a seat owes now, as far as the one that looks may know. */
export function soldBy(view: View, seat: Viewpoint = view.seat): Sold[] {
  const { own, pub } = view;
  const sold: Sold[] = [];
  for (const contract of agreed(view))
    for (const term of ballotsBy(contract.terms, seat))
      if (term.state === "open") sold.push({ by: "agreement", file: term.about, term, contract });
  for (const offer of own.offers)
    if (offer.to === seat && offer.state === "taken")
      for (const vote of pub.votes)
        if (vote.id === offer.vote && vote.outcome === "open")
          sold.push({ by: "envoy", file: vote.file, offer, vote });
  return sold;
}

/** Whether a ballot that is owed is the one that decides on its file. */
export const isDeciding = (sold: Sold): boolean => sold.by === "agreement" || decides(sold.vote);
