// What a capital has promised of its ballot on a file: to others by agreement, to an envoy, or to everybody with its name
// under a statement. All three bind alike: bots weigh them together, and people are told before an order breaks one.

import { BALLOTS, type Ballot } from "../scenario/land.ts";
import { isTradeDefence } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { JointStatement, Offer, Term, VoteRule } from "../state.ts";
import type { ContractView, View, VoteView } from "../view.ts";
import { blockBallot, isBound } from "../world/caucus.ts";
import { isDelivered } from "../world/deals.ts";
import { decides, keepsTo, openOn } from "../world/majority.ts";
import { BALLOT_VALUE } from "../world/readings.ts";
import { ballotsBy } from "../world/signing.ts";
import { type Sold, soldBy } from "./sold.ts";
import type { Command } from "./table.ts";

/** One promise, and the ballots that keep it. */
export interface Word {
  by: "agreement" | "envoy" | "statement" | "block";
  file: string;
  kept: readonly Ballot[];
  contract?: ContractView;
  offer?: Offer;
}

/** By what rule a file is, or will be, voted on: trade defence is stopped, everything else carried. */
export function ruleOf(view: View, id: string): VoteRule {
  const vote = openOn(view.pub.votes, id);
  if (vote) return vote.rule;
  const kind = view.pub.files.find((f) => f.id === id)?.kind;
  return kind && isTradeDefence(kind) ? "unless-against" : "for";
}

const keptBy = (keeps: (ballot: Ballot) => boolean): Ballot[] => BALLOTS.filter(keeps);

const ofTerm = ({ value }: Pick<Term, "value">): Ballot[] => keptBy((b) => BALLOT_VALUE[b] === value);

const ofOffer = (offer: Offer, { rule }: VoteView): Ballot[] => keptBy((b) => isDelivered(offer, rule, b));

const ofLine = (view: View, line: JointStatement["line"], file: string): Ballot[] =>
  keptBy((b) => keepsTo(line, ruleOf(view, file), b));

const voteOf = (view: View, id: string | undefined): VoteView | undefined =>
  view.pub.votes.find((v) => v.id === id);

/**
 * What this seat has promised of its ballot that decides on a file, or of that in one vote on it: a signature binds once
 * its statement is public, and neither it nor an agreement where the Council only gives an opinion.
 */
export function wordsOn(view: View, file: string, vote = openOn(view.pub.votes, file)): Word[] {
  const isDecision = !vote || decides(vote);
  const concerns = (sold: Sold) =>
    sold.by === "envoy" ? sold.vote.id === vote?.id : isDecision && sold.file === file;
  const signed = view.pub.statements.filter(
    ({ about, state, signers }) =>
      isDecision && about === file && state === "public" && signers.some((code) => code === view.seat),
  );
  return [
    ...soldBy(view)
      .filter(concerns)
      .map(
        (sold): Word =>
          sold.by === "envoy"
            ? { by: sold.by, file, kept: ofOffer(sold.offer, sold.vote), offer: sold.offer }
            : { by: sold.by, file, kept: ofTerm(sold.term), contract: sold.contract },
      ),
    ...signed.map(({ line }): Word => ({ by: "statement", file, kept: ofLine(view, line, file) })),
  ];
}

/** The same with the block whose one ballot is its own already. */
function tiesOn(rules: Rules, view: View, file: string, vote = openOn(view.pub.votes, file)): Word[] {
  const said = vote && isBound(rules, vote) && blockBallot(vote);
  const inBlock = vote?.block.some(({ code }) => code === view.seat);
  return [
    ...wordsOn(view, file, vote),
    ...(said && inBlock ? [{ by: "block", file, kept: [said] } satisfies Word] : []),
  ];
}

/** Those of a list that none of these ballots would keep. */
export const brokenBy = (words: readonly Word[], ballots: readonly Ballot[]): Word[] =>
  words.filter(({ kept }) => !kept.some((b) => ballots.includes(b)));

/** Promises that a promised ballot could not be kept together with. */
export const againstTerm = (rules: Rules, view: View, term: Pick<Term, "about" | "value">): Word[] =>
  brokenBy(tiesOn(rules, view, term.about), ofTerm(term));

/** What this seat has promised, and could not keep once it has given this order. */
export function wordsBroken(rules: Rules, view: View, order: Command): Word[] {
  // One order at a time: the table's union is too wide for the compiler to tell apart by its kind alone.
  const command = order as { kind: string; vote?: string; about?: string; offer?: string } & Partial<
    Record<"ballot" | "line" | "answer" | "proposal", string>
  >;
  const { kind, about = "" } = command;
  const vote = voteOf(view, command.vote);
  if (kind === "cast-vote")
    return vote ? brokenBy(wordsOn(view, vote.file, vote), [command.ballot as Ballot]) : [];
  if (kind === "join-caucus") {
    const said = vote && blockBallot(vote);
    return said ? brokenBy(wordsOn(view, vote.file, vote), [said]) : [];
  }
  if (kind === "join-statement")
    return brokenBy(tiesOn(rules, view, about), ofLine(view, command.line as JointStatement["line"], about));
  if (kind === "answer-envoy" && command.answer === "take") {
    const offer = view.own.offers.find((o) => o.id === command.offer);
    const asked = voteOf(view, offer?.vote);
    return offer && asked ? brokenBy(tiesOn(rules, view, asked.file, asked), ofOffer(offer, asked)) : [];
  }
  const terms =
    kind === "table-terms"
      ? (order as unknown as { terms: Term[] }).terms
      : kind === "answer-terms" && command.answer === "accept"
        ? (view.own.proposals.find((p) => p.id === command.proposal)?.terms ?? [])
        : [];
  return ballotsBy(terms, view.seat).flatMap((t) => againstTerm(rules, view, t));
}
