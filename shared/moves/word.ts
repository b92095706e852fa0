// What a capital has promised of its ballot on a file: to others by agreement, to an envoy, or to everybody with its name
// under a statement. All three bind alike: bots weigh them together, and people are told before an order breaks one.

import { BALLOT_VALUE } from "../scenario/ballot.ts";
import { BALLOTS, type Ballot } from "../scenario/land.ts";
import { isTradeDefence } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { Viewpoint } from "../seat.ts";
import type { JointStatement, Offer, Term, VoteRule } from "../state.ts";
import { type ContractView, memberIndex, type View, type VoteView } from "../view.ts";
import { blockBallot, isBound, voiceOf } from "../world/caucus.ts";
import { isDelivered } from "../world/deals.ts";
import { decides, keepsTo, openOn } from "../world/majority.ts";
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
 * What a seat has promised of its ballot that decides on a file, or of that in one vote on it, as far as the one that looks
 * may know: a signature binds once its statement is public, and neither it nor an agreement where the Council only gives
 * an opinion.
 */
export function wordsOn(
  view: View,
  file: string,
  vote = openOn(view.pub.votes, file),
  seat: Viewpoint = view.seat,
): Word[] {
  const isDecision = !vote || decides(vote);
  const concerns = (sold: Sold) =>
    sold.by === "envoy" ? sold.vote.id === vote?.id : isDecision && sold.file === file;
  const signed = view.pub.statements.filter(
    ({ about, state, signers }) =>
      isDecision && about === file && state === "public" && signers.some((code) => code === seat),
  );
  return [
    ...soldBy(view, seat)
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

/** Of the ballots that would keep a word, the one that was meant: to an envoy that may be to abstain. */
function meant(words: readonly Word[]): Ballot | undefined {
  if (words.length === 0) return undefined;
  const isMild = words.some(({ offer }) => offer?.ask === "abstain");
  const order: Ballot[] = isMild ? ["for", "abstain", "against"] : ["for", "against", "abstain"];
  const common = order.find((b) => words.every(({ kept }) => kept.includes(b)));
  return common ?? order.find((b) => words.at(-1)?.kept.includes(b));
}

/** The ballot that a seat is known to have promised in a vote; of words that cannot all be kept, the last. */
export const promisedIn = (view: View, vote: VoteView, seat: Viewpoint = view.seat): Ballot | undefined =>
  meant(wordsOn(view, vote.file, vote, seat));

/** The same with the block whose one ballot is its own already. */
function tiesOn(rules: Rules, view: View, file: string, vote = openOn(view.pub.votes, file)): Word[] {
  const said = vote && isBound(rules, vote) && blockBallot(vote);
  const inBlock = vote?.block.some(({ code }) => code === view.seat);
  return [
    ...wordsOn(view, file, vote),
    ...(said && inBlock ? [{ by: "block", file, kept: [said] } satisfies Word] : []),
  ];
}

/** What an order is held against, where doing nothing is an answer too. */
export interface Against {
  /** What was promised, how one votes already, or what a ballot that is not cast counts as. */
  why: "promised" | "cast" | "silent";
  ballot: Ballot;
}

/** The ballot that another one is held against; undefined for any other order. */
export function heldAgainst(rules: Rules, view: View, order: Command): Against | undefined {
  if (order.kind !== "cast-vote") return undefined;
  const vote = voteOf(view, (order as unknown as { vote: string }).vote);
  if (!vote) return undefined;
  const promised = promisedIn(view, vote);
  if (promised) return { why: "promised", ballot: promised };
  const cast = voiceOf(rules, vote, memberIndex(rules, view.seat));
  return cast ? { why: "cast", ballot: cast } : { why: "silent", ballot: "abstain" };
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
