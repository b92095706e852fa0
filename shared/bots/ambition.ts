// What a capital does for itself alone: its two secret goals, as far as an order, a ballot or a draft brings them nearer,
// and a name for helping others, which costs it little.

import { sum } from "../exact.ts";
import { check } from "../moves/table.ts";
import type { Ballot } from "../scenario/ballot.ts";
import { type Goal, type GoalKind, isReached, needOf, scaleOf } from "../scenario/goal.ts";
import type { MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Draft, Offer } from "../state.ts";
import { type ContractView, memberIndex, type View, type VoteView } from "../view.ts";
import { chairAt, weekOf } from "../world/agenda.ts";
import { tradesVotes } from "../world/agreement.ts";
import { countsAgainst } from "../world/majority.ts";
import { type Deed, deed } from "./bot.ts";
import { carries } from "./judge.ts";
import { missionBrings, SOMETHING } from "./missions.ts";

interface Place {
  rules: Rules;
  view: View;
  me: number;
}

type Of<K extends GoalKind> = Extract<Goal, { kind: K }>;
/** Orders that bring a goal nearer, whatever else they do. */
type Chase = { [K in GoalKind]?: (at: Place, goal: Of<K>) => Deed["command"][] };

/** While they are squeezed, when it is remembered, sends stocks to the state in most pain among those that use them. */
function shares({ rules, view, me }: Place): Deed["command"][] {
  if (view.pub.law.squeezedSince[0]! < 0) return [];
  const [neediest] = rules.members
    .map(({ code, use }, m) => ({ code, m, use: use[0]! }))
    .filter(({ m, use }) => m !== me && use > 0)
    .sort((a, b) => view.pub.pain[b.m]! - view.pub.pain[a.m]!);
  return neediest ? [{ kind: "share-stock", input: rules.inputs[0]!.id, to: neediest.code }] : [];
}

/** Speaks up for the states whose goods are held up, with this one or without. */
const standsBy = ({ rules, view }: Place, but = -1): Deed["command"][] =>
  rules.members
    .filter((_, m) => m !== but && view.pub.held[m]! > 0)
    .map(({ code }) => ({ kind: "join-statement", about: code, line: "for" }));

/** Obliges its firms to hold more. */
const keepsMore = (): Deed["command"][] => [{ kind: "mandate-stocks" }];

const proposals = ({ pub }: View) => pub.files.filter((f) => f.stage === "proposal");

const CHASE: Chase = {
  sales: ({ rules, view }) => (missionBrings(rules, view) >= SOMETHING ? [{ kind: "send-mission" }] : []),
  shared: shares,
  // To speak for oneself is none.
  solidarity: (at) => [...standsBy(at, at.me), ...shares(at)],
  caucus: ({ view }, { role }) =>
    view.pub.votes
      .filter((v) => v.outcome === "open" && (role === "member" || v.block.length === 0))
      .map((v) => ({ kind: "join-caucus", vote: v.id })),
  "soft-texts": ({ view }) =>
    proposals(view).map((f) => ({ kind: "write-report", file: f.id, text: "soft" })),
  "own-items": ({ view }) => proposals(view).map((f) => ({ kind: "table-item", file: f.id })),
  // What the chair can still bring to a count in its own time.
  presidency: ({ rules, view }) => {
    const chair = chairAt(rules, view.pub.tick);
    if (chair?.member !== view.seat) return [];
    return view.pub.files
      .filter(({ id }) => weekOf(view.pub, id) >= chair.until)
      .map((f) => ({ kind: "set-agenda", file: f.id, when: "sooner" }));
  },
  // Nobody’s goods are held up in silence.
  "holds-ignored": (at) => standsBy(at),
  stores: keepsMore,
  lines: keepsMore,
  card: ({ view }, { card, options }) =>
    view.own.choices
      .filter((c) => c.card === card && c.chosen === "")
      .flatMap((c) => options.map((option) => ({ kind: "choose" as const, choice: c.id, option }))),
};

interface Aim {
  goal: Goal;
  have: number;
  /** Points of the score. */
  worth: number;
}

/** A capital's own goals, with how far they have come. */
function aims(rules: Rules, view: View, me: number): Aim[] {
  const { goalFirst, goalSecond } = rules.model.score;
  return rules.members[me]!.goals.map((goal, k) => ({
    goal,
    have: view.own.goals[k] ?? 0,
    worth: k === 0 ? goalFirst : goalSecond,
  }));
}

/** Whether more can be done for it: until it is reached, or as long as it has not been lost. */
const isAlive = ({ goal, have }: Aim): boolean =>
  isReached(goal, have) === (scaleOf(goal).sense === "at-most");

/** Those it has still to reach, of one kind. */
export const unmet = <K extends GoalKind>(rules: Rules, view: View, me: number, kind: K): Of<K>[] =>
  rules.members[me]!.goals.filter(
    (goal, k): goal is Of<K> => goal.kind === kind && !isReached(goal, view.own.goals[k] ?? 0),
  );

/** What brings its own goals nearer now, as long as more can be done for them. */
export function pursue(rules: Rules, view: View, me: number): Deed[] {
  const place = { rules, view, me };
  const deeds: Deed[] = [];
  for (const aim of aims(rules, view, me)) {
    const { goal } = aim;
    const chase = CHASE[goal.kind] as ((at: Place, goal: Goal) => Deed["command"][]) | undefined;
    if (!chase || !isAlive(aim)) continue;
    const command = chase(place, goal).find((wish) => check(rules, view, wish) === null);
    if (command) deeds.push(deed(command, "goal"));
  }
  return deeds;
}

// Ballots.

/** How a vote is likely to end, by what is known of the others' support; what only a majority can stop passes. */
const likely = (rules: Rules, view: View, { rule }: VoteView): boolean =>
  countsAgainst(rule) || carries(rules, view, 0);

/** Ballots of this kind that it has cast in votes that were counted. */
const hasCast = (view: View, me: number, ballot: Ballot): boolean =>
  view.pub.votes.some((v) => v.outcome !== "open" && v.cast[me] === ballot);

type Wish<K extends GoalKind> = (at: Place, goal: Of<K>, vote: VoteView) => Ballot | undefined;

const WISH: { [K in GoalKind]?: Wish<K> } = {
  "with-outcome": ({ rules, view }, _, vote) => (likely(rules, view, vote) ? "for" : "against"),
  "both-ways": ({ view, me }) => {
    const [yes, no] = [hasCast(view, me, "for"), hasCast(view, me, "against")];
    return yes === no ? undefined : yes ? "against" : "for";
  },
  // Whoever votes for it cannot be the one that was missing.
  "votes-sunk": (_, { ballots }) => (ballots.includes("for") ? undefined : "for"),
  fund: ({ view }, { payout }, vote) =>
    view.pub.files.some(
      (f) => f.id === vote.file && f.kind === "package" && (payout === undefined || f.payout === payout),
    )
      ? "for"
      : undefined,
};

/** The ballot that a goal of its own asks for. */
export function ballotFor(rules: Rules, view: View, me: number, vote: VoteView): Ballot | undefined {
  const place = { rules, view, me };
  for (const { goal } of aims(rules, view, me)) {
    const wish = WISH[goal.kind] as
      | ((at: Place, goal: Goal, vote: VoteView) => Ballot | undefined)
      | undefined;
    const ballot = wish?.(place, goal, vote);
    if (ballot) return ballot;
  }
  return undefined;
}

/** Part of what is missing. */
const share = (part: number, missing: number): number => Math.min(1, part / Math.max(missing, 1e-9));

/** Whether it wants to be seen to vote before others have. */
export const votesEarly = (rules: Rules, view: View, me: number): boolean =>
  aims(rules, view, me).some((aim) => aim.goal.kind === "last-to-vote" && isAlive(aim));

// Envoys and drafts.

/** Points of its secret goals that taking an envoy's offer brings a capital, less those that it may cost. */
export function wonByGift(rules: Rules, view: View, me: number, { gift }: Pick<Offer, "gift">): number {
  const { plantWorth, exposure } = rules.model.beijing;
  return sum(
    aims(rules, view, me).map((aim) => {
      const { goal, have, worth } = aim;
      const breaks = isAlive(aim) && !isReached(goal, have + 1);
      if (goal.kind === "deals") return breaks ? -worth : 0;
      if (goal.kind === "exposures") return breaks ? -worth * exposure : 0;
      if (goal.kind !== "chinese-plants" || gift !== "plant" || !isAlive(aim)) return 0;
      return worth * share(plantWorth, needOf(goal) - have);
    }),
  );
}

/** How much nearer a draft brings a goal, 0 to 1 of what is missing, once all keep their word. */
type Gain<K extends GoalKind> = (goal: Of<K>, missing: number, deal: Deal) => number;

interface Deal {
  draft: Pick<Draft, "terms">;
  parties: readonly Seat[];
  me: Seat;
}

const withBeijing = ({ parties }: Deal): boolean => parties.includes("beijing");
const sellsYes = ({ draft, me }: Deal): boolean =>
  draft.terms.some((t) => t.metric === "ballot" && t.by === me && t.value > 0);
/** All that a draft promises a capital of one thing, in its own unit. */
const promised = ({ draft, me }: Deal, metric: MetricId): number =>
  draft.terms.reduce((sum, t) => (t.metric === metric && t.about === me ? sum + t.value : sum), 0);

const GAIN: { [K in GoalKind]?: Gain<K> } = {
  term: ({ metric, about }, _, deal) =>
    withBeijing(deal) && deal.draft.terms.some((t) => t.metric === metric && t.about === about) ? 1 : 0,
  received: (_, missing, deal) => share(promised(deal, "payment"), missing),
  "votes-traded": (_, missing, deal) =>
    tradesVotes({ parties: deal.parties, terms: deal.draft.terms }) ? share(1, missing) : 0,
  "promises-won": (_, missing, deal) =>
    sellsYes(deal) && deal.draft.terms.some((t) => t.by !== deal.me) ? share(1, missing) : 0,
  "chinese-plants": (_, missing, deal) => share(promised(deal, "investment"), missing),
};

/** Part of what was agreed that comes about: words are broken and votes are lost. */
const COMES = 0.7;

/** Points of its secret goals that a draft may bring a capital, as it alone can know. */
export function wonBy(rules: Rules, view: View, draft: Draft, parties: readonly Seat[]): number {
  const { seat } = view;
  if (!isMember(seat) || !parties.includes(seat)) return 0;
  const deal: Deal = { draft, parties, me: seat };
  return aims(rules, view, memberIndex(rules, seat)).reduce((sum, { goal, have, worth }) => {
    const gain = GAIN[goal.kind] as ((goal: Goal, missing: number, deal: Deal) => number) | undefined;
    if (!gain || isReached(goal, have)) return sum;
    return sum + COMES * worth * gain(goal, needOf(goal) - have, deal);
  }, 0);
}

/** Whether a goal would be lost, or stay out of reach, with an agreement that holds what it asks for. */
function needs({ seat, own, pub }: View, { goal, have }: Aim, deal: ContractView): boolean {
  const gain = GAIN[goal.kind] as ((goal: Goal, missing: number, deal: Deal) => number) | undefined;
  const me = seat as Seat;
  const bears = (c: ContractView): boolean => gain?.(goal, 1, { draft: c, parties: c.parties, me }) !== 0;
  if (!gain || !bears(deal)) return false;
  if (!isReached(goal, have)) return true;
  // Of what was agreed only a term is gone again with the word that is broken.
  const others = [...own.contracts, ...pub.contracts].filter((c) => c.id !== deal.id && c.state !== "broken");
  return goal.kind === "term" && !others.some((c) => c.parties.includes(me) && bears(c));
}

/** Points of its secret goals that a capital would lose, or could not win, by breaking an agreement. */
export const lostWith = (rules: Rules, view: View, deal: ContractView): number =>
  aims(rules, view, memberIndex(rules, view.seat))
    .filter((aim) => needs(view, aim, deal))
    .reduce((sum, { worth }) => sum + worth, 0);

/** The same by not doing what an envoy was promised: a plant goes back. */
export function lostWithGift(rules: Rules, view: View, { gift }: Pick<Offer, "gift">): number {
  const { plantWorth } = rules.model.beijing;
  const turns = (goal: Goal, have: number): boolean =>
    isReached(goal, have) && !isReached(goal, have - plantWorth);
  return aims(rules, view, memberIndex(rules, view.seat))
    .filter(({ goal, have }) => gift === "plant" && goal.kind === "chinese-plants" && turns(goal, have))
    .reduce((sum, { worth }) => sum + worth, 0);
}

/** Weeks of its own that a state keeps before it helps others. */
const SPARE_WEEKS = 4;

/** In a squeeze a state with enough shares with the one that suffers most. */
export function help(rules: Rules, view: View, me: number): Deed[] {
  const have = view.own.stock[0]!;
  if (have < SPARE_WEEKS) return [];
  return shares({ rules, view, me }).map((command) => deed(command, "help", have));
}
