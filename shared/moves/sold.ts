// What a seat owes of its ballots to others, by agreement or to an envoy: the one place where it is looked up. An
// agreement is about the ballot that decides on a file, an envoy's bargain about that in one vote while it is open.

import type { Viewpoint } from "../seat.ts";
import { holds, type Offer, type Term } from "../state.ts";
import type { ContractView, View, VoteView } from "../view.ts";
import { decides } from "../world/majority.ts";
import { ballotsBy } from "../world/signing.ts";

/** One ballot that is owed. */
export type Sold = { file: string } & (
  | { by: "agreement"; term: Pick<Term, "value">; contract: ContractView }
  | { by: "envoy"; offer: Offer; vote: VoteView }
);

/** All ballots that a seat owes now, as far as the one that looks may know. */
export function soldBy({ own, pub, ...view }: View, seat: Viewpoint = view.seat): Sold[] {
  const agreed = [...own.contracts, ...pub.contracts]
    .filter((c) => holds(c, pub.tick))
    .flatMap((contract) =>
      ballotsBy(contract.terms, seat)
        .filter((t) => t.state === "open")
        .map((term): Sold => ({ by: "agreement", file: term.about, term, contract })),
    );
  const taken = own.offers
    .filter((o) => o.to === seat && o.state === "taken")
    .flatMap((offer) =>
      pub.votes
        .filter((v) => v.id === offer.vote && v.outcome === "open")
        .map((vote): Sold => ({ by: "envoy", file: vote.file, offer, vote })),
    );
  return [...agreed, ...taken];
}

/** Whether a ballot that is owed is the one that decides on its file. */
export const isDeciding = (sold: Sold): boolean => sold.by === "agreement" || decides(sold.vote);
