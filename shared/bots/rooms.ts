// Rooms of their own: a bot opens one with whom it needs, puts one draft there, answers, and leaves. Beijing and a capital,
// two capitals that trade a vote, Brussels and a capital whose vote it needs.

import { QUARTER } from "../indicators.ts";
import { check } from "../moves/table.ts";
import { begun, soldBallots } from "../moves/terms.ts";
import { chance, pick, type Stream } from "../random.ts";
import type { MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import type { Draft, Talk, Term } from "../state.ts";
import { holderIndex } from "../step.ts";
import { isSqueezed, memberIndex, onTable, type View, type VoteView } from "../view.ts";
import { countsAgainst } from "../world/majority.ts";
import { METRIC } from "../world/metrics.ts";
import { isFormal, present } from "../world/talks.ts";
import { unmet } from "./ambition.ts";
import { leaningTo } from "./ballots.ts";
import { best, tabledLately, WITHIN_REACH } from "./bargain.ts";
import { type Deed, deed } from "./bot.ts";
import type { Stance } from "./interest.ts";
import { headcount } from "./judge.ts";
import { HALF } from "./place.ts";
import type { Reason } from "./reason.ts";

/** Whom a bot wants to speak to, and why. */
interface Errand {
  to: Seat;
  why: Reason;
  amount: number;
}

const me = (view: View): Seat => view.seat as Seat;

const withOnly = (view: View, seat: Seat): Talk | undefined =>
  view.own.talks.find((t) => {
    const here = present(t);
    return here.length === 2 && here.includes(seat) && here.includes(me(view));
  });

/** Weeks without a draft after which a bot leaves a room of bots. */
const IDLE = 2;

const lastWord = (view: View, { id, opened }: Talk): number =>
  Math.max(
    opened,
    ...view.own.proposals.filter((p) => p.talk === id).map((p) => p.tabled),
    ...view.own.lines.filter((l) => l.talk === id).map((l) => l.tick),
  );

export const isPlayed = (rules: Rules, view: View, seat: Seat): boolean =>
  view.pub.holders[holderIndex(rules, seat)] === "people";

/** Leaves rooms where nothing is left to say; never one where people sit. */
function leave(rules: Rules, view: View): Deed[] {
  return view.own.talks
    .filter((t) => !isFormal(t) && !onTable(view, t.id) && lastWord(view, t) + IDLE <= view.pub.tick)
    .filter((t) => present(t).every((seat) => !isPlayed(rules, view, seat)))
    .map((t) => deed({ kind: "leave-talk", talk: t.id }, "leave", view.pub.tick - lastWord(view, t)));
}

/** Runs an errand: into the room, or the draft by which both gain most on its table. */
function run(rules: Rules, view: View, stance: Stance, errand: Errand, drafts: () => Draft[]): Deed[] {
  const talk = withOnly(view, errand.to);
  if (!talk) return [deed({ kind: "open-talk", seats: [errand.to] }, errand.why, errand.amount)];
  if (onTable(view, talk.id) || tabledLately(view, talk.id) > 0) return [];
  const found = best(rules, view, stance, talk, drafts());
  return found && found.gain > WITHIN_REACH ? [deed(found.command, errand.why, errand.amount)] : [];
}

// What is put on the tables.

const ballot = (by: Seat, about: string, value: number, weeks: number): Term => ({
  ...{ by, metric: "ballot", about, value },
  ...{ weeks, measure: "public" },
});

const bargainOf = (template: string, terms: Term[], weeks: number, secret = false): Draft => ({
  ...{ template, terms, weeks, expiry: "lapse", secret, snapback: false },
});

/** Gifts of Beijing to a capital, the cheapest first. */
function gifts(view: View, code: Seat): Term[] {
  const given = { by: "beijing", about: code, measure: "public", weeks: HALF } as const;
  const lane: Term = { ...given, metric: "fast-lane", value: 1.5 };
  const orders: Term = { ...given, metric: "orders", value: 0.1 };
  const plant: Term = { ...given, metric: "investment", value: 1 };
  return isSqueezed(view) ? [lane, orders, plant] : [orders, plant, lane];
}

/** Beijing to a capital: something for its abstention, behind the others' backs. */
const sideDeals = (view: View, code: Seat, vote: VoteView): Draft[] =>
  gifts(view, code).map((gift) =>
    bargainOf("side-deal", [gift, ballot(code, vote.file, 0, HALF)], HALF, true),
  );

/** A capital to Beijing: its firms' licences counted and its goods let through, with or without its vote for it. */
function lanes(rules: Rules, view: View): Draft[] {
  const bare = begun(rules, view, "measured-lane", ["beijing", me(view)]);
  if (!bare) return [];
  const sold = soldBallots(view);
  const votes = view.pub.votes.filter((v) => v.outcome === "open" && !sold.includes(v.file));
  const fast: Term = {
    ...{ by: "beijing", metric: "fast-lane", about: me(view), value: 1.3 },
    ...{ weeks: HALF, measure: "public" },
  };
  const paid = votes.map((v) => ballot(me(view), v.file, 0, HALF));
  return [
    bare,
    { ...bare, terms: bare.terms.filter((t) => t.metric === "no-hold") },
    ...paid.flatMap((p) => [
      { ...bare, terms: [...bare.terms, p] },
      { ...bare, terms: [fast, p], secret: true, template: "side-deal" },
    ]),
  ];
}

/** Weeks of magnets at home from which it can promise to share some. */
const SPARE_WEEKS = 3;

/** A capital to another: your vote on this for mine on that, for a week of my store, or for money. */
function trades(view: View, code: Seat, vote: VoteView, ask: number): Draft[] {
  const mine = { by: me(view), about: code, measure: "public" } as const;
  const asked = ballot(code, vote.file, ask, HALF);
  const others = view.pub.files.filter(
    (f) => f.side === "europe" && f.id !== vote.file && (f.stage === "council" || f.stage === "proposal"),
  );
  const price: Term[] = [
    ...others.slice(0, 3).map((f) => ballot(me(view), f.id, ask > 0 ? 0 : 1, HALF)),
    ...others.slice(0, 3).map((f) => ballot(me(view), f.id, ask > 0 ? 1 : 0, HALF)),
    ...(view.own.stock[0]! > SPARE_WEEKS
      ? [{ ...mine, metric: "share-stock", value: 1, weeks: QUARTER } as const]
      : []),
    ...[10, 30, 60].map((value): Term => ({ ...mine, metric: "payment", value, weeks: 1 })),
  ];
  return price.map((term) => bargainOf("vote-trade", [asked, term], HALF));
}

/** Brussels to a capital: money for its relief, and its vote. */
const payments = (code: Seat, vote: VoteView): Draft[] =>
  [20, 40, 80].map((value) =>
    bargainOf(
      "vote-for-money",
      [
        { by: "commission", metric: "payment", about: code, value, weeks: 1, measure: "public" },
        ballot(code, vote.file, 1, QUARTER),
      ],
      QUARTER,
    ),
  );

// Who goes where.

/** Share of people around the threshold, %, within which a vote is worth a bargain. */
const CLOSE = 16;
/** Support short of a yes, or past it, of capitals whose vote might be had. */
const UNDECIDED = 0.25;

/** Open votes that need a majority in favour and may go either way, with weeks left to bargain. */
function closeVotes(rules: Rules, view: View): VoteView[] {
  const open = view.pub.votes.filter(
    (v) => v.outcome === "open" && !countsAgainst(v.rule) && v.closes > view.pub.tick,
  );
  const isClose = () => Math.abs(headcount(rules, view, 0).people - rules.model.law.people) <= CLOSE;
  return open.length > 0 && isClose() ? open : [];
}

/** Capitals whose ballot might be had for one side, the most people first. */
function swingStates(
  rules: Rules,
  view: View,
  vote: VoteView,
  ask: number,
): { code: Seat; people: number }[] {
  const { yes } = rules.model.politics;
  return rules.members
    .map(({ code, population }, m) => ({ code, m, people: population, short: yes - view.own.support[m]! }))
    .filter(
      ({ m, short }) =>
        vote.cast[m] === null && (ask > 0 ? short > 0 : short < 0) && Math.abs(short) < UNDECIDED,
    )
    .filter(({ code }) => code !== view.seat)
    .sort((a, b) => b.people - a.people);
}

/** Capitals asked at most for one vote. */
const ASKED = 4;

/** Somebody to ask out of the heaviest, with the draft for it: the same one as last week where a room is open already. */
function ask(
  rules: Rules,
  view: View,
  stance: Stance,
  random: Stream,
  vote: VoteView,
  value: number,
  why: Reason,
  draft: (code: Seat) => Draft[],
): Deed[] {
  const found = swingStates(rules, view, vote, value).slice(0, ASKED);
  if (found.length === 0) return [];
  const { code, people } = found.find((s) => withOnly(view, s.code)) ?? pick(random, found);
  return run(rules, view, stance, { to: code, why, amount: people }, () => draft(code));
}

/** A capital that wants a vote to go its way looks for one that may help. */
export function tradeVotes(
  rules: Rules,
  view: View,
  stance: Stance,
  eager: number,
  line: number,
  random: Stream,
): Deed[] {
  const at = memberIndex(rules, view.seat);
  const { yes, no } = rules.model.politics;
  return closeVotes(rules, view)
    .slice(0, 1)
    .flatMap((vote) => {
      const leaning = leaningTo({ view, me: at }, vote.file) + line;
      const value = leaning > yes ? 1 : leaning < no ? 0 : -1;
      if (value < 0 || !(waitsForDraft(view, isMember) || chance(random, eager))) return [];
      return ask(rules, view, stance, random, vote, value, "trade", (code) =>
        trades(view, code, vote, value),
      );
    });
}

/** A room of two, with somebody like this, that still waits for the first draft. */
const waitsForDraft = (view: View, like: (seat: Seat) => boolean): boolean =>
  view.own.talks.some(
    (t) =>
      !isFormal(t) &&
      !onTable(view, t.id) &&
      tabledLately(view, t.id) === 0 &&
      present(t).every((seat) => seat === view.seat || like(seat)),
  );

/** EUR m that Brussels keeps for stocks and plants before it pays for votes. */
const RESERVE = 300;
/** Points that it keeps for gates and plants before it pays for votes. */
const SPARE_POINTS = 4;

/** Brussels pays for a vote that is close. */
export function payForVotes(rules: Rules, view: View, stance: Stance, random: Stream): Deed[] {
  if (view.own.money < RESERVE || view.own.points < SPARE_POINTS) return [];
  return closeVotes(rules, view)
    .slice(0, 1)
    .flatMap((vote) => ask(rules, view, stance, random, vote, 1, "money", (code) => payments(code, vote)));
}

/** Beijing offers a deal to a capital whose vote would help to block; it does so in writing with this chance. */
export function offerDeal(rules: Rules, view: View, stance: Stance, eager: number, random: Stream): Deed[] {
  if (!waitsForDraft(view, isMember) && !chance(random, eager)) return [];
  return closeVotes(rules, view)
    .slice(0, 1)
    .flatMap((vote) =>
      ask(rules, view, stance, random, vote, 0, "court", (code) => sideDeals(view, code, vote)),
    );
}

/** A capital that hurts asks Beijing for a lane of its own. */
export function seekLane(rules: Rules, view: View, stance: Stance, pain: number): Deed[] {
  return run(rules, view, stance, { to: "beijing", why: "lane", amount: pain }, () => lanes(rules, view));
}

/** Terms of Beijing's that a goal of its own asks for, bare or for a ballot. */
function wishedTerms(view: View, { metric, about }: { metric: MetricId; about: string }): Draft[] {
  const { least, most, step } = METRIC[metric];
  const sold = soldBallots(view);
  const files = view.pub.files.filter(
    (f) => f.side === "europe" && !sold.includes(f.id) && (f.stage === "council" || f.stage === "proposal"),
  );
  return [least, Math.round((least + most) / 2 / step) * step].flatMap((value) => {
    const wished: Term = { by: "beijing", metric, about, value, weeks: HALF, measure: "public" };
    return [
      bargainOf("measured-lane", [wished], HALF),
      ...files
        .slice(0, 3)
        .flatMap((f) =>
          [0, -1].map((b) => bargainOf("measured-lane", [wished, ballot(me(view), f.id, b, HALF)], HALF)),
        ),
    ];
  });
}

/** A capital whose secret goal is a promise of Beijing's asks for it. */
export const seekTerm = (rules: Rules, view: View, stance: Stance): Deed[] =>
  unmet(rules, view, memberIndex(rules, view.seat), "term").flatMap((goal) =>
    run(rules, view, stance, { to: "beijing", why: "goal", amount: 0 }, () => wishedTerms(view, goal)),
  );

/** A capital that wants to be paid, or promised something, for its vote names its price to Brussels. */
export function sellVote(rules: Rules, view: View, stance: Stance): Deed[] {
  const at = memberIndex(rules, view.seat);
  const wants = [...unmet(rules, view, at, "received"), ...unmet(rules, view, at, "promises-won")];
  if (wants.length === 0) return [];
  const sold = soldBallots(view);
  return closeVotes(rules, view)
    .filter(({ file, cast }) => cast[at] === null && !sold.includes(file))
    .slice(0, 1)
    .flatMap((vote) =>
      run(rules, view, stance, { to: "commission", why: "goal", amount: 0 }, () => payments(me(view), vote)),
    );
}

/** Leaves, where nothing is left to say. */
export const leaveRooms = (rules: Rules, view: View): Deed[] =>
  leave(rules, view).filter((d) => check(rules, view, d.command) === null);
