// How bots bargain, at the table of Brussels and Beijing and in rooms of their own: they sign what is worth it to them by
// their stance, answer once or twice with a draft that differs in one thing, else say no (E45, E49).

import { clip, logistic, pow } from "../exact.ts";
import { type Command, check } from "../moves/table.ts";
import { tabling } from "../moves/terms.ts";
import { normal, type Stream } from "../random.ts";
import type { Phrase } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Draft, Proposal, Talk } from "../state.ts";
import { holderIndex } from "../step.ts";
import { type View, waitingDrafts } from "../view.ts";
import { isBareDraft } from "../world/signing.ts";
import { present } from "../world/talks.ts";
import { type Deed, deed } from "./bot.ts";
import { amendments } from "./drafts.ts";
import { type Interest, interestOf, painShare, type Stance } from "./interest.ts";

/** What one takes another seat's stance to be. */
const SUPPOSED: Record<"commission" | "beijing" | "member", Stance> = {
  commission: { signs: 0.5, order: 3, lull: 0.2, bare: 1, counters: 2 },
  beijing: { signs: 2.1, order: 0.5, lull: -0.1, bare: 0, counters: 2 },
  member: { signs: 1, order: 0, lull: 0, bare: 1, counters: 1 },
};
/** Points that an office wants of a deal with a capital, where little is at stake. */
const SMALL = 0.02;

/** The stance of an office with a single capital. */
export const withCapital = (stance: Stance): Stance => ({ ...stance, signs: SMALL });

const supposed = (seat: Seat, parties: readonly Seat[]): Stance =>
  isMember(seat)
    ? SUPPOSED.member
    : parties.some((p) => isMember(p))
      ? withCapital(SUPPOSED[seat as "commission" | "beijing"])
      : SUPPOSED[seat as "commission" | "beijing"];

/** Weeks of talk that count as one round of bargaining. */
const ROUND = 9;
/** Spread of a judgement, as a share of the price asked: nobody reckons to the last digit. */
const JUDGEMENT = 0.2;

/** Drafts this seat has put on a table lately, by the news of it: a table keeps only the last few. */
export const tabledLately = (view: View, talk: string): number =>
  view.own.news.filter(
    (n) =>
      n.code === "terms-tabled" &&
      n.by === view.seat &&
      n.about[2] === talk &&
      n.tick > view.pub.tick - ROUND,
  ).length;

const me = (view: View): Seat => view.seat as Seat;

/** E49: weight of Europe in what both would sign, by what each could do to the other. */
function europeWeight({ own }: View): number {
  const europe = own.europeReady + 0.5 * own.europeVote;
  return clip(logistic((europe - own.hold) / 30 + 0.3 * own.resolve), 0.2, 0.8);
}

/**
 * E49: what two sides gain together over what they would have without; below 0 when the other would not sign. `own` =
 * what this seat gains, 0 or more.
 */
function together(rules: Rules, view: View, own: number, draft: Draft, parties: readonly Seat[]): number {
  const others = parties
    .filter((seat) => seat !== view.seat)
    .map((seat) => {
      const theirs = supposed(seat, parties);
      return interestOf(rules, view, seat, theirs, draft, parties).points - theirs.signs;
    });
  const least = Math.min(...others);
  if (least < 0) return least;
  const share = isMember(view.seat)
    ? 0.5
    : view.seat === "beijing"
      ? 1 - europeWeight(view)
      : europeWeight(view);
  return pow(own + 1e-6, share) * pow(least + 1e-6, 1 - share);
}

/** The draft by which both gain most; it must be legal, and good enough for this seat. */
export function best(
  rules: Rules,
  view: View,
  stance: Stance,
  talk: Talk,
  drafts: readonly Draft[],
): { command: Command; gain: number; interest: Interest } | undefined {
  const parties = present(talk);
  let found: { command: Command; gain: number; interest: Interest } | undefined;
  for (const draft of drafts) {
    const interest = interestOf(rules, view, me(view), stance, draft, parties);
    const own = interest.points - stance.signs;
    if (own < 0) continue;
    const gain = together(rules, view, own, draft, parties);
    if (found && gain <= found.gain) continue;
    const command = tabling(talk, draft);
    if (check(rules, view, command) === null) found = { command, gain, interest };
  }
  return found;
}

/** Refuses a promise that nobody checks, unless it hurts enough to take any. Beijing always likes to give one. */
const spurns = (rules: Rules, view: View, stance: Stance, draft: Draft): boolean =>
  view.seat !== "beijing" && isBareDraft(rules, draft) && painShare(rules, view) < stance.bare;

const reply = (draft: Proposal, answer: "accept" | "reject"): Command => ({
  kind: "answer-terms",
  proposal: draft.id,
  answer,
});

/** How far from what it wants another's draft may be for a counter-draft to make sense, in points. */
const HOPELESS = 6;

/** How far short of the others' price, as one guesses it, a draft is still worth putting to them. */
export const WITHIN_REACH = -1.5;

function respond(
  rules: Rules,
  view: View,
  stance: Stance,
  draft: Proposal,
  talk: Talk,
  random: Stream,
): Deed {
  const parties = present(talk);
  const { points, worth } = interestOf(rules, view, me(view), stance, draft, parties);
  const bare = spurns(rules, view, stance, draft);
  const judged = points + JUDGEMENT * Math.abs(stance.signs) * normal(random);
  const sign = reply(draft, "accept");
  if (!bare && judged >= stance.signs && check(rules, view, sign) === null)
    return deed(sign, worth.euro >= 0 ? "terms-good" : "terms-fair", worth.euro);
  if (tabledLately(view, talk.id) < stance.counters && points > stance.signs - HOPELESS) {
    const drafts = amendments(rules, draft, me(view)).filter((d) => !spurns(rules, view, stance, d));
    const next = best(rules, view, stance, talk, drafts);
    // What nobody checks is asked to be checked, whatever the other side may think of it.
    if (next && (bare || next.gain > WITHIN_REACH))
      return deed(next.command, "counter", next.interest.worth.euro);
  }
  return bare
    ? deed(reply(draft, "reject"), "terms-bare", worth.soothe)
    : deed(reply(draft, "reject"), "terms-poor", worth.euro);
}

/** Whether people other than this seat’s listen at a table. */
export const isHeard = (rules: Rules, view: View, talk: Talk): boolean =>
  present(talk).some((seat) => seat !== view.seat && view.pub.holders[holderIndex(rules, seat)] === "people");

const REFUSED: Partial<Record<Deed["why"], Phrase>> = {
  "terms-bare": "nobody-measures",
  "terms-poor": "worth-too-little",
};

/** The reason for a refusal as a phrase, for people at the table. */
function withReason(rules: Rules, view: View, talk: Talk, answer: Deed): Deed[] {
  const phrase = REFUSED[answer.why];
  if (!phrase || !isHeard(rules, view, talk)) return [answer];
  return [answer, deed({ kind: "say", talk: talk.id, phrase }, "talk")];
}

/** Answers every draft that waits, by the stance for those at its table, and says why not where somebody listens. */
export const answerDrafts = (
  rules: Rules,
  view: View,
  stanceFor: (parties: readonly Seat[]) => Stance,
  random: Stream,
): Deed[] =>
  waitingDrafts(view).flatMap((draft) => {
    const talk = view.own.talks.find((t) => t.id === draft.talk)!;
    const answer = respond(rules, view, stanceFor(present(talk)), draft, talk, random);
    return withReason(rules, view, talk, answer);
  });
