// What bots say at a table where people sit: a phrase with a draft, and an answer to what they are asked. Never more than
// two things in a round of talks, and nothing twice in a room. Why they refuse a draft they say with the refusal
// (bargain.ts).

import { hash } from "../random.ts";
import type { Phrase } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import type { Line, Proposal, Talk } from "../state.ts";
import type { View } from "../view.ts";
import { isHeard } from "./bargain.ts";
import { type Deed, deed } from "./bot.ts";

/** Things said in so many weeks by one bot in one room. */
const MOST = 2;
const ROUND = 6;

/** What is said to a phrase; a choice of several, so that two talks do not sound alike. */
const REPLIES: Partial<Record<Phrase, readonly Phrase[]>> = {
  "need-by-week": ["stock-lasts", "can-wait", "calendar"],
  "not-give-up": ["home-asks", "see-security"],
  "if-measured": ["who-measures", "experts-check"],
  "who-measures": ["experts-check"],
  "offer-for": ["no-but", "only-together"],
  "only-together": ["one-product", "same-week"],
  "not-before-vote": ["can-wait", "need-by-week"],
  "can-wait": ["other-offer", "calendar"],
  "stock-lasts": ["see-security", "if-then"],
  threat: ["calendar", "see-discrimination"],
  "see-discrimination": ["if-measured"],
  "see-security": ["if-measured", "offer-for"],
  "experts-check": ["if-measured"],
  "who-else": ["not-before-vote", "public-private"],
  "other-offer": ["home-asks"],
  "home-asks": ["same-week", "see-discrimination"],
  "no-but": ["shorter", "one-product"],
};

/** What goes with a draft of one's own. */
const WITH_DRAFT: readonly Phrase[] = ["offer-for", "if-then", "same-week"];
/** What can be said when the replies that fit best have all been said. */
const GENERAL: readonly Phrase[] = ["not-give-up", "public-private", "need-by-week", "who-else", "longer"];

const isOver = (view: View, { id }: Talk): boolean =>
  view.own.lines.filter((l) => l.talk === id && l.by === view.seat && l.tick > view.pub.tick - ROUND)
    .length >= MOST;

/** One of several that this seat has not said in this room yet, by the talk and the week: the same when asked twice. */
function oneOf(phrases: readonly Phrase[], view: View, talk: Talk): Phrase | undefined {
  const said = view.own.lines.filter((l) => l.talk === talk.id && l.by === view.seat).map((l) => l.phrase);
  const left = phrases.filter((phrase) => !said.includes(phrase));
  return left[hash(`${talk.id}/${view.pub.tick}/${view.seat}`) % Math.max(1, left.length)];
}

/** Weeks named with a phrase: how long the store at home lasts, or a quarter. */
const weeksFor = (view: View, phrase: Phrase): { weeks?: number } => {
  if (phrase === "stock-lasts")
    return { weeks: Math.max(1, Math.round(view.own.stock[0]! + view.own.stockpile[0]!)) };
  return phrase === "if-then" || phrase === "need-by-week" || phrase === "shorter" ? { weeks: 13 } : {};
};

const utter = (view: View, talk: Talk, phrase: Phrase | undefined): Deed[] =>
  phrase ? [deed({ kind: "say", talk: talk.id, phrase, ...weeksFor(view, phrase) }, "talk")] : [];

const isRecent = (view: View, tick: number): boolean => tick >= view.pub.tick - 1;

/** The last thing that another said there, if it is new and unanswered. */
function heard(view: View, { id }: Talk): Line | undefined {
  const last = view.own.lines.filter((l) => l.talk === id).at(-1);
  return last && last.by !== view.seat && isRecent(view, last.tick) ? last : undefined;
}

/** The draft on the table since this week or the last. */
function fresh(view: View, { id }: Talk): Proposal | undefined {
  return view.own.proposals.findLast((p) => p.talk === id && isRecent(view, p.tabled));
}

/** What this seat says this week in rooms where people listen. */
export function speakUp(rules: Rules, view: View): Deed[] {
  return view.own.talks
    .filter((t) => isHeard(rules, view, t))
    .filter((t) => !isOver(view, t))
    .flatMap((talk) => {
      const line = heard(view, talk);
      const replies = line?.phrase ? REPLIES[line.phrase] : undefined;
      if (replies) return utter(view, talk, oneOf(replies, view, talk) ?? oneOf(GENERAL, view, talk));
      const draft = fresh(view, talk);
      const spoke = view.own.lines.some(
        (l) => l.talk === talk.id && l.by === view.seat && isRecent(view, l.tick),
      );
      if (!draft || spoke || draft.by !== view.seat) return [];
      return utter(view, talk, oneOf(WITH_DRAFT, view, talk));
    });
}
