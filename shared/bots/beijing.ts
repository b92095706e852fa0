// Beijing's doctrines: one way of thinking with different tempers. Every four weeks it weighs a squeeze by the chance
// that Europe yields, what Europe could answer, and what using the weapon costs it; between times it divides, soothes
// and answers blow for blow. Aim of `opportunist`: press when Europe is divided and unprepared, promise otherwise.

import { exp, sum } from "../exact.ts";
import { type Command, check } from "../moves/table.ts";
import { chance, normal, type Stream, uniform } from "../random.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import { type File, holds } from "../state.ts";
import { heldUp, isSqueezed, type View, type VoteView } from "../view.ts";
import { isBare, isSupply } from "../world/agreement.ts";
import { openCoercion } from "../world/coercion.ts";
import { sparing } from "../world/gifts.ts";
import { countsAgainst } from "../world/majority.ts";
import { hasNotice } from "../world/notice.ts";
import { isBiting } from "../world/readings.ts";
import { answerDrafts, withCapital } from "./bargain.ts";
import { type Bot, type Deed, deed } from "./bot.ts";
import { enforce } from "./enforce.ts";
import type { Stance } from "./interest.ts";
import {
  answerCards,
  capitalYields,
  europeYields,
  filesOf,
  firstAllowed,
  hasAssurance,
  isNew,
  isUnderFire,
  laid,
  leaving,
  squeezedInputs,
  squeezeLasts,
  type Tastes,
} from "./judge.ts";
import { speakUp } from "./phrases.ts";
import { controlsForsworn } from "./promises.ts";
import type { Reason } from "./reason.ts";
import { leaveRooms, offerDeal } from "./rooms.ts";
import { atSession, type Gift } from "./sessions.ts";
import { statecraft } from "./statecraft.ts";

export interface BeijingDoctrine {
  id: string;
  /** Value above which it squeezes; weeks it holds on: from, to. */
  threshold: number;
  /** First week in which it would squeeze: the talks of the summer come first. */
  from: number;
  weeks: readonly [number, number];
  /** Size of answers to new duties, use of envoys, liking for assurances: 0 to 1.3. */
  retaliates: number;
  courts: number;
  soothes: number;
  /** Chance that it takes a step of opening when it has points to spare. */
  opens: number;
  /** How much provocation raises the wish to squeeze. */
  temper: number;
  /** Drafts it tables when it sits with Brussels, and how it bargains. */
  templates: readonly string[];
  stance: Stance;
  tastes: Tastes;
}

const TASTES: Tastes = {
  heat: -0.2,
  face: 0.7,
  reputation: 0.5,
  growth: 20,
  resolve: -6,
  support: -4,
  points: 1,
  throughput: -1,
  tilt: 1,
  risk: -4,
  access: -3,
  assurance: 0.3,
  bare: -0.1,
  controls: 0.2,
  pause: -0.5,
  proud: -0.2,
  "licence-step": 0.1,
  open: 0.8,
  file: 1,
  project: 1,
  steer: 1.5,
  flood: 1,
  hold: 0.5,
  "step-down": 1,
  cohesion: -0.3,
  legitimacy: -0.4,
  price: 3,
};

export const BEIJING_DOCTRINES: readonly BeijingDoctrine[] = [
  {
    id: "opportunist",
    threshold: 3.4,
    from: 13,
    weeks: [11, 22],
    retaliates: 0.9,
    courts: 0.8,
    soothes: 0.6,
    opens: 0.1,
    temper: 1,
    templates: ["suspension", "bare-assurance"],
    stance: { signs: 2.1, order: 0.5, lull: -0.1, bare: 0, counters: 2 },
    tastes: { ...TASTES, price: 6 },
  },
  {
    id: "patient",
    threshold: 4.8,
    from: 20,
    weeks: [9, 15],
    retaliates: 0.6,
    courts: 0.6,
    soothes: 0.7,
    opens: 0.3,
    temper: 0.6,
    templates: ["stop-before-stop", "subsidy-transparency", "undertaking"],
    stance: { signs: 2.1, order: 1, lull: -0.1, bare: 0, counters: 2 },
    tastes: { ...TASTES, reputation: 0.9, tilt: 0, growth: 25, legitimacy: -0.6, steer: 2, pause: 0 },
  },
  {
    id: "squeezer",
    threshold: 1.5,
    from: 8,
    weeks: [14, 26],
    retaliates: 1.3,
    courts: 0.5,
    soothes: 0.3,
    opens: 0,
    temper: 1.3,
    templates: ["suspension"],
    stance: { signs: 3, order: 0, lull: -0.1, bare: 0, counters: 1 },
    tastes: {
      ...TASTES,
      ...{ reputation: 0.2, throughput: -3, pause: -3, heat: 0, tilt: 2, hold: 2, risk: 0, proud: 0.2 },
      ...{ controls: -0.5, "licence-step": -2, open: 1.5, flood: 1.3, "step-down": -1 },
    },
  },
  {
    id: "charmer",
    threshold: 6.2,
    from: 26,
    weeks: [9, 14],
    retaliates: 0.4,
    courts: 1,
    soothes: 1,
    opens: 0.7,
    temper: 0.4,
    templates: ["access-milestones", "named-firms", "undertaking", "bare-assurance"],
    stance: { signs: 2, order: 1, lull: -0.2, bare: 0, counters: 2 },
    tastes: {
      ...TASTES,
      ...{ reputation: 1.2, heat: -0.6, access: -1, throughput: 1, tilt: 0, hold: -0.5 },
      ...{ controls: 0.5, open: 0, flood: 0, legitimacy: -0.8, "step-down": 3 },
    },
  },
  {
    id: "mirror",
    threshold: 4,
    from: 13,
    weeks: [11, 20],
    retaliates: 1,
    courts: 0.4,
    soothes: 0.4,
    opens: 0.1,
    temper: 1.4,
    templates: ["mutual-step-down", "undertaking"],
    stance: { signs: 2.7, order: 1, lull: 0, bare: 0, counters: 2 },
    tastes: { ...TASTES, face: 1.1, open: 1.5, heat: -0.1, "step-down": 2 },
  },
];

/** Weeks for which a duty of Europe's provokes. */
const STINGS = 8;

/** What a squeeze is worth now. */
function squeezeValue(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): number {
  const { own, pub } = view;
  const p = europeYields(rules, view);
  const europe = own.europeReady + 0.5 * own.europeVote;
  const provoked = laid(view).some((f) => pub.tick - f.gate < STINGS) ? 1 : 0;
  let value =
    14 * p - (1 - p) * (2 + 0.12 * europe * (pub.cohesion / 100)) - 2 - (pub.law.snapback ? 1.2 : 0);
  value += 4 * provoked * d.temper + 1.1 * normal(random);
  for (const c of pub.contracts)
    if (holds(c, pub.tick) && isSupply(c))
      value -= !isBare(c) ? 0.5 + (c.snapback ? 0.16 : 0.05) * europe : pub.tick - c.from < 26 ? 2.5 : 0.5;
  if (own.reputation < 35 || own.elsewhere[0]! > 0.4) value -= 2;
  if (pub.tick >= rules.calendar.packageReturns - 2 && pub.tick <= rules.calendar.packageReturns + 6)
    value += 0.9;
  return value;
}

/** The notice it has promised to give before it holds anything back, as long as none has been given. */
function owed(rules: Rules, { pub }: View): Deed | undefined {
  const promised = pub.contracts.some(
    (c) => holds(c, pub.tick) && c.terms.some((term) => term.metric === "stop-notice"),
  );
  if (!promised || hasNotice(rules, pub.words, 0, pub.tick)) return undefined;
  const weeks = rules.model.moves.noticeLeast;
  return deed({ kind: "give-notice", input: rules.inputs[0]!.id, weeks }, "notice", weeks);
}

/** Points kept for the upkeep of a squeeze: one that ends for want of them after some weeks was for nothing. */
const UPKEEP = 1;

/** Chance a week that a squeeze ends because Europe is about to answer it, at a temper of 1. */
const FEAR = 0.12;

/** Opens, widens or ends a squeeze. */
function valve(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  const squeezed = squeezedInputs(view);
  if (squeezed.length === 0) {
    if (view.pub.tick % 4 !== 0 || view.pub.tick < d.from) return [];
    const value = squeezeValue(d, rules, view, random);
    return value > d.threshold
      ? leaving(
          rules,
          view,
          [owed(rules, view) ?? mode(rules, 0, "go-slow", "squeeze", europeYields(rules, view))],
          UPKEEP,
        )
      : [];
  }
  const lasted = squeezeLasts(view);
  const [least, most] = d.weeks;
  // E38c: what Europe has found to be coercion it may answer, with an act that is ready; that is worth an end in time.
  const found = openCoercion(view.pub.files);
  const feared = found && (found.stage === "engagement" || found.stage === "council");
  if (feared && lasted >= least / 2 && chance(random, FEAR / d.temper))
    return squeezed.map((i) => mode(rules, i, "case-by-case", "ease-feared", view.own.europeReady));
  const hurt = view.pub.loss > 25 && chance(random, 0.3);
  if (lasted >= most || (lasted >= least && (hurt || chance(random, 0.12)))) {
    // It would end it anyway; perhaps Europe gives something for it.
    const offer = deed({ kind: "offer-step-down", extent: "half" }, "ease-offer", lasted);
    if (lasted < most && check(rules, view, offer.command) === null) return [offer];
    return squeezed.map((i) => mode(rules, i, "case-by-case", "ease", lasted));
  }
  return [1, 2]
    .filter((i) => i < rules.I && !squeezed.includes(i))
    .map((i) => mode(rules, i, "go-slow", "widen", lasted));
}

const mode = (rules: Rules, i: number, to: string, why: Reason, amount: number): Deed =>
  deed({ kind: "set-licence-mode", input: rules.inputs[i]!.id, mode: to } as Command, why, amount);

/** How much more it courts a capital for each part of it that lives of Chinese plants: they are its friends at court. */
const TIED = 12;

const square = (x: number): number => x * x;

/** Weeks in which a capital that has just been asked is asked the less. */
const RESTS = 39;
/** People, % of the Union, that a state counts for by being a state: fifteen of them must agree as well. */
const A_STATE = 3;

/** How far a capital may be asked again: 0 the week it was asked, 1 three quarters later. */
const freshness = ({ own, pub }: View, code: MemberCode): number =>
  Math.min(
    1,
    ...own.offers.filter((o) => o.to === code).map(({ made }) => square((pub.tick - made) / RESTS)),
  );

/** Points from which it can afford to make a vote on a duty close that it cannot stop: the margin is news of its own. */
const RICH = 7;

/** The vote to work on: one that a majority must carry; with points to spare one that a majority would have to stop. */
function voteToTurn({ pub, own }: View): VoteView | undefined {
  const open = pub.votes.filter(
    (v) => v.outcome === "open" && v.rule !== "advisory" && v.closes - pub.tick >= 1,
  );
  return (
    open.find((v) => !countsAgainst(v.rule)) ??
    (own.points >= RICH ? open.find((v) => countsAgainst(v.rule)) : undefined)
  );
}

/** Courts the capital whose vote moves most for its price, while a vote is close. */
function court(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  const vote = voteToTurn(view);
  // Half of its offers it makes in writing, in a room of two.
  const written =
    vote && !countsAgainst(vote.rule)
      ? offerDeal(rules, view, withCapital(d.stance), d.courts / 2, random)
      : [];
  if (written.length > 0) return written;
  if (!chance(random, (vote ? 0.5 : 0.12) * d.courts)) return [];
  const ranked = rules.members
    .map((member, m) => ({
      member,
      m,
      rank:
        (freshness(view, member.code) *
          (0.5 + 2 * capitalYields(rules, view, m)) *
          (A_STATE + member.population) *
          (1 + TIED * member.fdiTie)) /
          (0.4 + Math.abs(view.own.support[m]! - 0.1)) -
        6 * Math.max(0, member.posture),
    }))
    .filter(({ m, member }) => vote?.cast[m] !== "against" && member.posture < 2)
    .sort((a, b) => b.rank - a.rank);
  for (const { member, m } of ranked.slice(0, 6)) {
    const gift =
      member.fdiTie >= 0.1
        ? "plant"
        : isSqueezed(view)
          ? "fast-lane"
          : heldUp(view, m) > 0
            ? "exemption"
            : "order";
    const command = {
      kind: "send-envoy",
      to: member.code,
      gift,
      ask: !vote ? "silence" : countsAgainst(vote.rule) ? "vote" : "abstain",
      ...(vote ? { vote: vote.id } : {}),
    } as Command;
    if (check(rules, view, command) === null) return [deed(command, "court", member.population)];
  }
  return [];
}

/** Spread of support within which a state may be turned, around where its ballot changes. */
const SWING = 0.15;

/**
 * How well a case against a sector would aim: what states that may turn have in it of their exports to China, by what they
 * count in the Council; more where goods are easily replaced, since their makers lose more and China less.
 */
function aimAt(rules: Rules, view: View, s: number): number {
  const { yes } = rules.model.politics;
  const felt = rules.members.map(({ exports, population }, m) => {
    const swing = exp(-square((view.own.support[m]! - yes) / SWING) / 2);
    const all = sum(exports);
    return all > 0 ? (swing * (A_STATE + population) * exports[s]!) / all : 0;
  });
  return sum(felt) * square(rules.sectors[s]!.exportElasticity);
}

/** Chance a week that it does as it has warned: some of its warnings come to nothing (E43). */
const KEEPS = 0.35;

/** Files that bite although it has warned against them: its word is at stake. */
const defied = (view: View): File[] =>
  filesOf(view, "europe").filter(
    (f) =>
      isBiting(f) &&
      view.pub.words.some((w) => w.form === "warning" && w.state === "open" && w.file === f.id),
  );

/**
 * Answers a new duty with a probe of what states that may turn sell most: blow for blow, one for each that Europe has laid;
 * one it has warned of sooner than not.
 */
function retaliate(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  const duties = laid(view);
  const fresh = duties.filter((f) => isNew(view, f));
  const answers = filesOf(view, "beijing", "probe").filter((f) => f.why !== "start").length;
  const due = fresh.length > 0 && duties.length > answers;
  const owed = chance(random, KEEPS) ? defied(view) : [];
  if (owed.length === 0 && !(due && chance(random, Math.min(1, 0.4 * d.retaliates)))) return [];
  const wishes = rules.sectors
    .map((sector, s) => ({ sector, aim: aimAt(rules, view, s) * (0.5 + uniform(random)) }))
    .sort((a, b) => b.aim - a.aim)
    .map(({ sector }) =>
      owed.length > 0
        ? deed({ kind: "open-probe", sector: sector.id }, "as-warned", owed.length)
        : deed({ kind: "open-probe", sector: sector.id }, "retaliate", fresh.length),
    );
  return firstAllowed(rules, view, wishes);
}

/** Holds the goods of a capital that showed an envoy the door, and serves the hawks last while a squeeze runs. */
function punish(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  const deeds: Deed[] = [];
  const refused = view.own.offers.find((o) => o.state === "published" && view.pub.tick - o.made < 10);
  const member = rules.members.find((m) => m.code === refused?.to);
  const m = memberAt(rules, member?.code);
  // Its word to spare a capital is worth more to it than an answer at customs.
  const bound = sparing(view.own.offers, member?.code).length > 0;
  if (member && !bound && heldUp(view, m) === 0 && chance(random, 0.3 * d.retaliates))
    deeds.push(
      deed({ kind: "quiet-ban", member: member.code, sector: member.iconic[0]! } as Command, "punish"),
    );
  const hawks = rules.members.filter((x) => x.posture >= 2).map((x) => x.code);
  if (isSqueezed(view) && hawks.length > 0 && chance(random, 0.08 * d.retaliates))
    deeds.push(deed({ kind: "aim-licences", members: hawks, favour: false } as Command, "aim", hawks.length));
  return deeds;
}

/** Calms Europe's firms with a promise nobody measures, when that costs nothing; not while Europe lays duty on duty. */
function soothe(d: BeijingDoctrine, view: View, random: Stream): Deed[] {
  if (isSqueezed(view) || hasAssurance(view) || view.pub.tick % 6 !== 0) return [];
  if (isUnderFire(view)) return [];
  const risk = view.own.risk[0]! + view.pub.heat / 100;
  return chance(random, d.soothes * Math.min(1, risk))
    ? [deed({ kind: "give-assurance", weeks: 26 } as Command, "soothe", risk)]
    : [];
}

/**
 * Words: a warning against a case about to bite, if it means to answer; in a squeeze that hurts an open hand, since a
 * way down that saves face is taken sooner (E43); welcome after a step down.
 */
function speak(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  if (view.pub.tick % 4 !== 2 || uniform(random) >= 0.5) return [];
  const say = (form: string, more = {}) =>
    deed({ kind: "issue-statement", form, ...more } as Command, "words", view.pub.heat);
  if (isSqueezed(view) && view.pub.loss > rules.model.beijing.offRampLoss) return [say("equal-dignity")];
  const soon = view.pub.tick + rules.model.moves.warnWeeks;
  const looming = filesOf(view, "europe").find(
    (f) =>
      (f.stage === "provisional-gate" || f.stage === "definitive-gate") && f.duty === 0 && f.gate <= soon,
  );
  // A warning that it could not pay to carry out would only be a bluff.
  const ready = view.own.points >= 2 * (rules.model.cost["open-probe"] ?? 0);
  if (looming && ready && chance(random, d.retaliates))
    return [say("warn", { to: "commission", file: looming.id, weeks: rules.model.moves.warnWeeks })];
  return [say(view.pub.heat < 25 ? "welcome" : "equal-dignity")];
}

/** What it does at tables; not in a week in which it begins to squeeze. */
function atTables(d: BeijingDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  const stanceFor = (parties: readonly Seat[]) =>
    parties.includes("commission") ? d.stance : withCapital(d.stance);
  return [
    ...answerDrafts(rules, view, stanceFor, random),
    ...atSession(rules, view, d.stance, d.templates, WISHED),
    ...enforce(rules, view, d.stance, 0),
    ...leaveRooms(rules, view),
    ...speakUp(rules, view),
  ];
}

/** What it likes Brussels to give beside a draft. */
const WISHED: readonly Gift[] = ["no-new-case", "europe-duty", "floor-price"];

/** A bot of a doctrine. */
export const beijingBot = (d: BeijingDoctrine): Bot => ({
  id: d.id,
  decide(rules: Rules, view: View, random: Stream): Deed[] {
    const turned = valve(d, rules, view, random);
    const wishes = [
      ...answerCards(rules, view, d.tastes, random),
      ...turned,
      ...court(d, rules, view, random),
      ...retaliate(d, rules, view, random),
      ...punish(d, rules, view, random),
      ...soothe(d, view, random),
      ...statecraft(d, rules, view, random),
      ...speak(d, rules, view, random),
      ...(turned.some(({ why }) => why === "squeeze") ? [] : atTables(d, rules, view, random)),
    ];
    const possible = wishes.filter(
      (w) => !controlsForsworn(view, w.command) && check(rules, view, w.command) === null,
    );
    const squeezes = isSqueezed(view) || possible.some(({ why }) => why === "squeeze");
    return squeezes ? leaving(rules, view, possible, UPKEEP) : possible;
  },
});
