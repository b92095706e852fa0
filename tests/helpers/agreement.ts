// Agreements for tests: a draft of one term, and one that stands in a State as if it had been signed.

import { silent } from "../../shared/explain.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Contract, Draft, Pledged, Proposal, State, Term } from "../../shared/state.ts";
import { sign } from "../../shared/world/signing.ts";
import { STANDING_TALK } from "../../shared/world/talks.ts";

export const LICENCES: Term = {
  ...{ by: "beijing", metric: "throughput", about: "magnets" },
  ...{ value: 1, weeks: 8, measure: "register" },
};

export const draftOf = (...terms: Term[]): Draft => ({
  template: "custom",
  terms,
  weeks: 52,
  expiry: "lapse",
  secret: false,
  snapback: false,
});

/** The order that lays a draft of these terms on a table. */
export const tabling = (terms: Term[], more: Partial<Draft> & { talk?: string } = {}) => ({
  ...{ kind: "table-terms", talk: STANDING_TALK },
  ...draftOf(...terms),
  ...more,
});

/** The order that answers a draft. */
export const answering = ({ id }: Pick<Proposal, "id">, answer: "accept" | "reject" = "accept") => ({
  ...{ kind: "answer-terms", proposal: id, answer },
});

/** The same of the draft tabled last. */
export const answeringLast = ({ proposals }: State, answer?: "accept" | "reject") =>
  answering(proposals.at(-1)!, answer);

/** Signs a draft of these terms between seats. */
export const signed = (
  rules: Rules,
  state: State,
  terms: Term[],
  parties: Seat[] = ["commission", "beijing"],
  more: Partial<Draft> = {},
): Contract => sign(rules, state, { ...draftOf(...terms), ...more }, parties, silent);

/** A term as it stands in an agreement in force. */
export const pledged = (more: Partial<Pledged> = {}): Pledged => ({
  ...LICENCES,
  ...{ start: 0, seen: 0, missed: 0, late: [], state: "open", past: [], truth: 0 },
  ...more,
});

/** An agreement about licences with this vq, that did nothing at signature. */
export const standing = (verified: number, more: Partial<Contract> = {}): Contract => ({
  id: "c",
  template: verified > 0.3 ? "licence-benchmark" : "bare-assurance",
  parties: ["commission", "beijing"],
  giver: "",
  terms: [pledged({ seen: 1 })],
  ...{ from: 0, until: 999, weeks: 999, expiry: "lapse", secret: false, snapback: false },
  ...{ verified, binding: true, state: "kept", breaker: "", panel: -1, complainer: "" },
  ...more,
});
