// What a capital has promised of its ballot on a file: to others by agreement, to an envoy, or to everybody with its name
// under a statement. All three bind alike: bots weigh them together, and people are told before an order breaks one.

import { BALLOTS, type Ballot } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import { holds, type JointStatement, type Offer, type Term, type VoteRule } from "../state.ts";
import type { ContractView, View, VoteView } from "../view.ts";
import { blockBallot, isBound } from "../world/caucus.ts";
import { isDelivered } from "../world/deals.ts";
import { keepsTo } from "../world/majority.ts";
import { BALLOT_VALUE } from "../world/metrics.ts";
import type { Command } from "./table.ts";

/** One promise, and the ballots that keep it. */
export interface Word {
  by: "agreement" | "envoy" | "statement" | "block";
  file: string;
  kept: readonly Ballot[];
  contract?: ContractView;
  offer?: Offer;
}

const openOn = (view: View, file: string): VoteView | undefined =>
  view.pub.votes.find((v) => v.file === file && v.outcome === "open" && v.rule !== "advisory");

/** By what rule a file is, or will be, voted on: trade defence is stopped, everything else carried. */
export function ruleOf(view: View, id: string): VoteRule {
  const vote = openOn(view, id);
  if (vote) return vote.rule;
  const kind = view.pub.files.find((f) => f.id === id)?.kind;
  return kind === "anti-dumping" || kind === "anti-subsidy" || kind === "circumvention"
    ? "unless-against"
    : "for";
}

const keptBy = (keeps: (ballot: Ballot) => boolean): Ballot[] => BALLOTS.filter(keeps);

const ofTerm = ({ value }: Pick<Term, "value">): Ballot[] => keptBy((b) => BALLOT_VALUE[b] === value);

const ofOffer = (view: View, offer: Offer, file: string): Ballot[] =>
  keptBy((b) => isDelivered(offer, ruleOf(view, file), b));

const ofLine = (view: View, line: JointStatement["line"], file: string): Ballot[] =>
  keptBy((b) => keepsTo(line, ruleOf(view, file), b));

const fileOf = (view: View, vote: string): string => view.pub.votes.find((v) => v.id === vote)?.file ?? "";

/** What this seat has promised of its next ballot on a file. */
export function wordsOn(view: View, file: string): Word[] {
  const { own, pub, seat } = view;
  const agreed = [...own.contracts, ...pub.contracts].filter((c) => holds(c, pub.tick));
  return [
    ...agreed.flatMap((contract) =>
      contract.terms
        .filter((t) => t.by === seat && t.metric === "ballot" && t.about === file && t.state === "open")
        .map((t): Word => ({ by: "agreement", file, kept: ofTerm(t), contract })),
    ),
    ...own.offers
      .filter((o) => o.to === seat && o.state === "taken" && o.vote !== "" && fileOf(view, o.vote) === file)
      .map((offer): Word => ({ by: "envoy", file, kept: ofOffer(view, offer, file), offer })),
    ...[...own.drafts, ...pub.statements]
      .filter(({ about, state, signers }) => {
        const stands = state === "draft" || state === "public";
        return about === file && stands && signers.some((code) => code === seat);
      })
      .map(({ line }): Word => ({ by: "statement", file, kept: ofLine(view, line, file) })),
  ];
}

/** The same with the block whose one ballot is its own already. */
function tiesOn(rules: Rules, view: View, file: string): Word[] {
  const vote = openOn(view, file);
  const said = vote && isBound(rules, vote) && blockBallot(vote);
  const inBlock = vote?.block.some(({ code }) => code === view.seat);
  return [
    ...wordsOn(view, file),
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
  const { kind, vote = "", about = "" } = command;
  if (kind === "cast-vote") return brokenBy(wordsOn(view, fileOf(view, vote)), [command.ballot as Ballot]);
  if (kind === "join-caucus") {
    const found = view.pub.votes.find((v) => v.id === vote);
    const said = found && blockBallot(found);
    return said ? brokenBy(wordsOn(view, found.file), [said]) : [];
  }
  if (kind === "join-statement")
    return brokenBy(tiesOn(rules, view, about), ofLine(view, command.line as JointStatement["line"], about));
  if (kind === "answer-envoy" && command.answer === "take") {
    const offer = view.own.offers.find((o) => o.id === command.offer);
    const file = offer?.vote ? fileOf(view, offer.vote) : "";
    return offer && file !== "" ? brokenBy(tiesOn(rules, view, file), ofOffer(view, offer, file)) : [];
  }
  const terms =
    kind === "table-terms"
      ? (order as unknown as { terms: Term[] }).terms
      : kind === "answer-terms" && command.answer === "accept"
        ? (view.own.proposals.find((p) => p.id === command.proposal)?.terms ?? [])
        : [];
  return terms
    .filter((t) => t.by === view.seat && t.metric === "ballot")
    .flatMap((t) => againstTerm(rules, view, t));
}
