// The capitals' doctrine: each state weighs its own exposure. Aim: its own firms run, its iconic goods sell, its plants
// come, and its word is worth something in the Council.

import { sum } from "../exact.ts";
import { type Command, check } from "../moves/table.ts";
import { wordsBroken, wordsOn } from "../moves/word.ts";
import { chance, type Stream, uniform } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { isSqueezed, memberIndex, type View } from "../view.ts";
import { plantsOn } from "../world/plants.ts";
import { LINES } from "../world/relief.ts";
import { help, pursue, unmet } from "./ambition.ts";
import { answerDrafts } from "./bargain.ts";
import { type Bot, type Deed, deed } from "./bot.ts";
import { inCouncil, type Manner } from "./council.ts";
import { enforce } from "./enforce.ts";
import { offerWorth } from "./envoys.ts";
import type { Stance } from "./interest.ts";
import { answerCards, judged, type Tastes } from "./judge.ts";
import { missionBrings, SOMETHING } from "./missions.ts";
import { speakUp } from "./phrases.ts";
import { breaksSilence, shareAsPromised } from "./promises.ts";
import { leaveRooms, seekLane, seekTerm, sellVote, tradeVotes } from "./rooms.ts";

interface MemberDoctrine extends Manner {
  id: string;
  /** Chance to make a refused offer public. */
  publishes: number;
  /** Weight on its own pain. */
  pain: number;
  /** Part of the sales of a first mission for which it travels to Beijing without being hurt; more than 1 = for none. */
  travels: number;
  /** Chance a week that it looks for a capital to trade votes with, while a vote is close. */
  trades: number;
  /** Chance, each time it looks at such things, to share stocks in a squeeze. */
  helps: number;
  /** How it bargains with Europeans, and points it wants for a deal with Beijing, be it in writing or by an envoy. */
  stance: Stance;
  beijing: number;
  tastes: Tastes;
}

const TASTES: Tastes = {
  heat: -0.2,
  resolve: 2,
  support: 4,
  lean: 1,
  standing: 1,
  points: 1,
  money: 0.002,
  purse: 8,
  envelope: 0.003,
  fund: 1,
  reopen: 0.5,
  legitimacy: 0.3,
  stock: 2,
  cohesion: 0.2,
  relief: 8,
  sales: 20,
  throughput: 5,
  stop: 5,
  resume: 4,
  adapt: 60,
  matching: 5,
  ally: 40,
  spot: -1,
  price: -20,
  project: 3,
  file: 1,
  ask: 0.5,
  // A deal of its own with Beijing: what it brings, and what is said of it.
  deal: 1.5,
  exposed: -1,
};

/** More than any mission brings. */
const NEVER = 2;

const STANCE: Stance = { signs: 1, order: 0, lull: 0.05, bare: 1, counters: 1 };

export const MEMBER_DOCTRINES: readonly MemberDoctrine[] = [
  {
    id: "own-exposure",
    ...{ line: 0, publishes: 0.1, pain: 1 },
    ...{ keeps: 0.3, rides: false, helps: 0.06, travels: NEVER, trades: 0.03, stance: STANCE, beijing: 2.5 },
    tastes: TASTES,
  },
  {
    id: "hawk",
    ...{ line: 0.15, publishes: 0.7, pain: 0.7 },
    ...{ keeps: 0.5, rides: false, helps: 0.1, travels: NEVER, trades: 0.03, stance: STANCE, beijing: 6 },
    tastes: {
      ...TASTES,
      ...{ heat: 0, stop: 1, resume: 0, resolve: 8, support: 6, lean: 4, file: 2 },
      ...{ ask: 1.5, price: -40, risk: 4, sales: 5, deal: 0, exposed: 0, project: 1 },
    },
  },
  {
    id: "export-first",
    ...{ line: -0.08, publishes: 0.02, pain: 2 },
    ...{ keeps: 0.2, rides: false, helps: 0.03, travels: 0.6, trades: 0.03, stance: STANCE, beijing: 1.2 },
    tastes: {
      ...TASTES,
      ...{ heat: -0.5, resolve: -2, support: -4, lean: -4, file: -1, standing: 0.6 },
      ...{ ask: -0.5, price: 0, risk: -4, sales: 30, deal: 2.5, exposed: -3, ally: 20 },
    },
  },
  {
    id: "free-rider",
    ...{ line: -0.03, publishes: 0.05, pain: 1.3 },
    ...{ keeps: 0.12, rides: true, helps: 0, travels: NEVER, trades: 0.02, beijing: 1.5 },
    stance: { ...STANCE, signs: 2 },
    tastes: {
      ...TASTES,
      ...{ support: 0, lean: 0, standing: 0.3, cohesion: 0, legitimacy: 0, points: 1.5 },
      ...{ purse: 15, stock: 5, relief: 10, fund: 1.5, file: 0.5, project: 2 },
    },
  },
  {
    id: "broker",
    ...{ line: 0.03, publishes: 0, pain: 1 },
    ...{ keeps: 2, rides: false, helps: 0.15, travels: NEVER, trades: 0.2, beijing: 4 },
    stance: { ...STANCE, signs: 0.5, counters: 2 },
    tastes: { ...TASTES, cohesion: 0.6, standing: 2, legitimacy: 0.3, lean: 0 },
  },
  {
    id: "ambitious",
    ...{ line: 0, publishes: 0.1, pain: 2 },
    ...{ keeps: 2, rides: false, helps: 0.5, travels: 0.6, trades: 0.25, beijing: 1.5 },
    stance: { ...STANCE, signs: 0.5, counters: 2 },
    tastes: { ...TASTES, standing: 2, sales: 40, stock: 3, purse: 5 },
  },
];

/** Takes an offer that is worth what it wants of a deal with Beijing. */
function answerEnvoys(d: MemberDoctrine, rules: Rules, view: View, me: number, random: Stream): Deed[] {
  return view.own.offers
    .filter((o) => o.state === "open")
    .map((o) => {
      const worth = offerWorth(rules, view, me, o);
      const take = judged(worth, random) > d.beijing;
      const answer = take ? "take" : uniform(random) < d.publishes ? "publish" : "refuse";
      return deed({ kind: "answer-envoy", offer: o.id, answer } as Command, `envoy-${answer}`, worth);
    });
}

/** Support by which those who sell to China pull at home, for each percent of GDP that they sell there. */
const SELLERS = 0.03;

/** What imports take from makers at home against what others earn in China, as both are heard at home, in support. */
function pull(rules: Rules, view: View, me: number): number {
  const { exports, gdp } = rules.members[me]!;
  const all = sum(exports);
  const hurt = exports.reduce((total, x, s) => total + (x / Math.max(all, 1e-9)) * view.pub.injury[s]!, 0);
  return rules.model.politics.injury * hurt - (SELLERS * 100 * view.pub.sold[me]!) / gdp;
}

/** Takes the lobby card that fits its line and what is at stake at home: the tougher one, or the softer. */
function lobby(d: MemberDoctrine, rules: Rules, view: View, me: number): Deed[] {
  const pair = view.own.lobbies.find((l) => l.taken === "");
  if (!pair) return [];
  const lean = rules.members[me]!.posture * 0.05 + d.line + pull(rules, view, me);
  const card = [...pair.cards].sort((a, b) => Math.abs(a.turn - lean) - Math.abs(b.turn - lean))[0];
  return card ? [deed({ kind: "take-lobby-card", card: card.id } as Command, "lobby", card.turn)] : [];
}

/** Relief for lines that stand still, else for the sales it has lost most of, once pain passes half of what the state bears. */
function relieve(d: MemberDoctrine, rules: Rules, view: View, me: number): Deed[] {
  const member = rules.members[me]!;
  const pain = view.pub.pain[me]! * d.pain;
  const deeds: Deed[] = [];
  const { lost } = view.own;
  const of = view.pub.lines[me]! > 0 ? LINES : rules.sectors[lost.indexOf(Math.max(...lost))]!.id;
  if (pain > 0.5 * member.tolerance)
    deeds.push(deed({ kind: "grant-relief", sector: of } as Command, "pain", pain));
  const hurt = pain > 0.8 * member.tolerance && member.posture < 1;
  const least = hurt ? SOMETHING : d.travels;
  const brings = least < NEVER ? missionBrings(rules, view) : 0;
  if (brings >= least) deeds.push(deed({ kind: "send-mission" } as Command, "mission", brings));
  return deeds;
}

/** Fear of a stop, 0 to 1, from which a capital with many lines obliges its firms to hold more. */
const ALARM = 0.28;

/** Larger stocks by law, for whoever has much to lose and points left for something else. */
function mandate(d: MemberDoctrine, rules: Rules, view: View, me: number): Deed[] {
  const risk = view.own.risk[0]! * d.pain;
  if (risk < ALARM || view.own.points < 2 || rules.members[me]!.use[0]! <= 0 || isSqueezed(view)) return [];
  return [deed({ kind: "mandate-stocks" }, "risk", risk)];
}

/** Offers a site while a plant there can still run before the end, and speeds the permit of one it hosts. */
function host(d: MemberDoctrine, rules: Rules, view: View, me: number): Deed[] {
  return plantsOn(rules)
    .get(rules.members[me]!.code)!
    .flatMap((k) => {
      const [plan, p] = [rules.projects[k]!, view.pub.projects[k]!];
      if (p.stage === "permit")
        return [deed({ kind: "permit-project", project: p.id } as Command, "permit", p.weeksLeft)];
      const runs = p.weeksLeft + plan.buildWeeks + plan.rampWeeks;
      if (p.stage !== "site" || d.rides || view.pub.tick + runs > view.pub.weeks) return [];
      return [deed({ kind: "host-plant", project: p.id } as Command, "site", runs)];
    });
}

/**
 * An order by which it would promise what it could not keep, or does not know that it could: what a block says may change
 * until the count. How it votes in the end stands with the Council (council.ts).
 */
function contradicts(rules: Rules, view: View, command: Command): boolean {
  const { kind, vote, about } = command as { kind: string; vote?: string; about?: string };
  if (kind !== "join-statement" && kind !== "join-caucus") return false;
  if (wordsBroken(rules, view, command).length > 0) return true;
  const found = view.pub.votes.find((v) => v.id === vote || (v.file === about && v.outcome === "open"));
  if (!found) return false;
  return kind === "join-caucus"
    ? wordsOn(view, found.file, found).length > 0
    : found.block.some(({ code }) => code === view.seat);
}

/** Of a block and a name under a line, wanted in one week for one file, only the block. */
function apart(view: View, wishes: readonly Deed[]): Deed[] {
  const joined = wishes.flatMap(({ command }) =>
    command.kind === "join-caucus" && "vote" in command
      ? view.pub.votes.filter((v) => v.id === command.vote).map(({ file }) => file)
      : [],
  );
  return wishes.filter(
    ({ command }) =>
      !(command.kind === "join-statement" && "about" in command && joined.includes(String(command.about))),
  );
}

/** Points it wants for a draft, by who sits there. */
const stanceFor =
  (d: MemberDoctrine) =>
  (parties: readonly Seat[]): Stance =>
    parties.includes("beijing") ? { ...d.stance, signs: d.beijing } : d.stance;

/** Pain as a share of what it bears from which it asks Beijing for a lane of its own, and weeks between such tries. */
const HURT = 0.35;
const AGAIN = 13;
/** Chance a week that a capital looks for a trade which is a goal of its own. */
const KEEN = 0.25;

/** Drafts, trades and rooms. */
function atTables(d: MemberDoctrine, rules: Rules, view: View, me: number, random: Stream): Deed[] {
  const pain = view.pub.pain[me]! * d.pain;
  const hurt = pain > HURT * rules.members[me]!.tolerance && rules.members[me]!.posture < 2;
  const since = (view.pub.tick + 3 * me) % AGAIN;
  const toBeijing = stanceFor(d)(["beijing"]);
  const wants = [...unmet(rules, view, me, "votes-traded"), ...unmet(rules, view, me, "promises-won")];
  const trades = wants.length > 0 ? Math.max(KEEN, d.trades) : d.trades;
  return [
    answerDrafts(rules, view, stanceFor(d), random),
    tradeVotes(rules, view, d.stance, trades, d.line, random),
    since < 2 ? seekTerm(rules, view, toBeijing) : [],
    sellVote(rules, view, d.stance),
    hurt && since < 2 ? seekLane(rules, view, toBeijing, pain) : [],
    shareAsPromised(rules, view),
    enforce(rules, view, d.stance, 0),
    leaveRooms(rules, view),
    speakUp(rules, view),
  ].flat();
}

/** A bot of a doctrine. */
export const memberBot = (d: MemberDoctrine): Bot => ({
  id: d.id,
  decide(rules: Rules, view: View, random: Stream): Deed[] {
    const me = memberIndex(rules, view.seat);
    const wishes = [
      pursue(rules, view, me),
      answerCards(rules, view, d.tastes, random),
      inCouncil(d, rules, view, me),
      answerEnvoys(d, rules, view, me, random),
      lobby(d, rules, view, me),
      atTables(d, rules, view, me, random),
    ].flat();
    // Each capital looks at the slower questions every fourth week, not all in the same one.
    if ((view.pub.tick + me) % 4 === 0)
      wishes.push(
        ...relieve(d, rules, view, me),
        ...host(d, rules, view, me),
        ...mandate(d, rules, view, me),
        ...(chance(random, d.helps) ? help(rules, view, me) : []),
      );
    const fit = wishes.filter(
      ({ command }) =>
        check(rules, view, command) === null &&
        !breaksSilence(view, command) &&
        !contradicts(rules, view, command),
    );
    return apart(view, fit);
  },
});
