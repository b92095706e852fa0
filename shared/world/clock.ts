// The legal clocks: how long each kind of procedure takes from its opening to the first bite, and what is left of one
// that is under way. Weeks are calendar weeks of the law (see the sources of `model.law`), never compressed.

import { type FileKind, isTradeDefence } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, FileStage, State, Vote } from "../state.ts";

type Days = readonly Pick<Vote, "outcome" | "closes">[];

/** What a clock is read against: the week, the votes that wait for a Council day, and whether Beijing squeezes. */
export interface Now {
  tick: number;
  votes: Days;
  squeezed: boolean;
}

/** What clocks are read against in the world as it is. */
export const nowIn = ({ tick, votes, beijing }: Pick<State, "tick" | "votes" | "beijing">): Now => ({
  tick,
  votes,
  squeezed: beijing.squeezeSince >= 0,
});

/** Votes counted on a Council day. */
export const countedOn = (votes: Days, day: number): number =>
  votes.filter((v) => v.outcome === "open" && v.closes === day).length;

/** Week at whose end a vote called in `tick` is counted: a Council day after the window that still has room. */
export function countingWeek(rules: Rules, { votes }: { votes: Days }, tick: number): number {
  const { councilDayEvery } = rules.calendar;
  const { voteWindow, itemsADay } = rules.model.law;
  let day = Math.ceil((tick + voteWindow) / councilDayEvery) * councilDayEvery;
  while (countedOn(votes, day) >= itemsADay) day += councilDayEvery;
  return day;
}

/** Weeks until an act applies, as a rapporteur wrote them. */
export const paced = (rules: Rules, { report }: Pick<File, "report">, weeks: number): number =>
  Math.round(weeks * (1 - report * rules.model.law.reportPace));

/** Week in which a law applies that could from week `ready` on: `nextGate` is the week it waits for, if for one. */
const waited = ({ nextGate }: Pick<File, "nextGate">, ready: number): number => Math.max(ready, nextGate);

/** One stretch of a legal clock, and what stands at its end. */
export interface Stretch {
  name: string;
  weeks: number;
  gate: "none" | "decision" | "vote" | "bite";
}

const stretch = (name: string, weeks: number, gate: Stretch["gate"]): Stretch => ({ name, weeks, gate });

/** Weeks by which published subsidies (share of all) shorten a case about them. */
const sooner = (rules: Rules, published: number): number =>
  Math.round(rules.model.law.publishedWeeks * published);

/** Weeks from the opening to the provisional and to the definitive gate; -1 where there is none. */
export function gatesOf(
  rules: Rules,
  kind: FileKind,
  published = 0,
): { provisional: number; definitive: number } {
  const { law, beijing } = rules.model;
  switch (kind) {
    // Opened without a complaint, as Regulation 2016/1037 lets the Commission do and as it did for electric vehicles
    // (4 October 2023, duties after 39 and 56 weeks): so there is no stage before it. Dumping is left to the makers' complaint.
    case "anti-subsidy":
      return { provisional: law.provisional, definitive: law.definitive - sooner(rules, published) };
    case "anti-dumping":
      return {
        provisional: law.complaint + law.dumpingProvisional,
        definitive: law.complaint + law.dumpingDefinitive,
      };
    case "circumvention":
      return { provisional: -1, definitive: law.circumvention };
    case "foreign-subsidy": {
      const whole = law.foreignSubsidy + law.foreignSubsidyDepth;
      return { provisional: law.foreignSubsidy, definitive: whole - sooner(rules, published) };
    }
    case "safeguard":
      return { provisional: law.safeguardProvisional, definitive: law.safeguard };
    case "procurement":
      return { provisional: -1, definitive: law.procurement };
    case "review":
      return { provisional: -1, definitive: law.review };
    case "probe":
      return { provisional: beijing.probeProvisional, definitive: beijing.probeDefinitive };
    default:
      return { provisional: -1, definitive: -1 };
  }
}

/** The last Council day up to a week. */
const dayBefore = ({ calendar: { councilDayEvery } }: Rules, week: number): number =>
  Math.floor(week / councilDayEvery) * councilDayEvery;

/** Last week to decide on the measure of a case whose term ends in a week: in trade defence that is the act's, so the vote falls into it. */
export const lastDecision = (rules: Rules, kind: FileKind, limit: number): number =>
  isTradeDefence(kind) ? dayBefore(rules, limit) - rules.model.law.voteWindow : limit;

/** Week of the Council's vote on the measure of a case called in `tick`: within its term, also on a day that is full. */
export function actWeek(
  rules: Rules,
  { votes }: { votes: Days },
  tick: number,
  file: Pick<File, "kind" | "opened">,
): number {
  const day = countingWeek(rules, { votes }, tick);
  const last = dayBefore(rules, file.opened + gatesOf(rules, file.kind).definitive);
  const isBound = isTradeDefence(file.kind) && last >= tick + rules.model.law.voteWindow;
  return isBound ? Math.min(day, last) : day;
}

/** Weeks for which a provisional duty may last. */
export function provisionalWeeks(rules: Rules, kind: FileKind): number {
  const { dumpingLasts, safeguardLasts, provisionalLasts } = rules.model.law;
  return kind === "anti-dumping" ? dumpingLasts : kind === "safeguard" ? safeguardLasts : provisionalLasts;
}

const DUTIES: readonly FileKind[] = ["anti-dumping", "anti-subsidy", "circumvention", "procurement", "probe"];

/** Weeks for which a measure lasts unless it is reviewed or let go; -1 where the law names no end. */
export function lastsWeeks(rules: Rules, kind: FileKind): number {
  const { dutyLasts, safeguardTerm } = rules.model.law;
  return DUTIES.includes(kind) ? dutyLasts : kind === "safeguard" ? safeguardTerm : -1;
}

/** Kinds that need proof of what the Chinese state pays. */
export const isAboutSubsidies = (kind: FileKind): boolean =>
  kind === "anti-subsidy" || kind === "foreign-subsidy";

/** Stretches of the procedures that are no case with a provisional and a definitive gate. */
const OWN: Partial<Record<FileKind, (law: Rules["model"]["law"]) => Stretch[]>> = {
  package: (law) => [
    stretch("proposal", law.packageVote, "none"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.packageReady, "bite"),
  ],
  law: (law) => [
    stretch("proposal", law.lawCouncil, "none"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.lawForce, "bite"),
  ],
  undertaking: (law) => [stretch("in-force", law.undertaking, "bite")],
  club: (law) => [stretch("club", law.club, "bite")],
  procurement: (law) => [
    stretch("investigation", law.procurement, "decision"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.procurementForce, "bite"),
  ],
  review: (law) => [
    stretch("investigation", law.review, "decision"),
    stretch("council", law.voteWindow, "vote"),
  ],
  coercion: (law) => [
    stretch("examination", law.examinationLeast, "decision"),
    stretch("determination", law.determination, "vote"),
    stretch("engagement", law.engagementLeast, "decision"),
    stretch("committee", law.committee, "vote"),
    stretch("in-force", 1, "bite"),
  ],
};

/** Who decides at the end of a case: Beijing alone, the Commission alone, or the Commission and then the Council. */
function lastStretches(rules: Rules, kind: FileKind, weeks: number): Stretch[] {
  if (kind === "probe") return [stretch("definitive-gate", weeks, "bite")];
  if (kind === "foreign-subsidy")
    return [
      stretch("definitive-gate", weeks, "decision"),
      stretch("in-force", rules.model.law.advisory, "bite"),
    ];
  return [
    stretch("definitive-gate", weeks, "decision"),
    stretch("council", rules.model.law.voteWindow, "vote"),
  ];
}

/** Who a clock is about: its kind, since when, and what a rapporteur has written into it. */
type Matter = Pick<File, "kind" | "opened" | "report" | "nextGate">;

/**
 * Stretches as the calendar has them, from stretch `from` on: a vote waits for a Council day with room, an act applies as
 * soon as its text says, a law not before the week it waits for, and money voted in the middle of a squeeze still has to
 * be set up (E33).
 */
function dated(rules: Rules, matter: Matter, stretches: Stretch[], now: Now, from = 0): Stretch[] {
  const { kind } = matter;
  let week = now.tick;
  return stretches.map((one, k) => {
    let { weeks } = one;
    if (k >= from && one.name === "council") weeks = actWeek(rules, now, week, matter) - week;
    else if (one.gate === "bite" && kind === "package" && k > 0)
      weeks = paced(rules, matter, now.squeezed ? rules.model.law.packageLate : weeks);
    else if (one.gate === "bite" && kind === "law" && k > 0) {
      // It was counted at the end of that week, and stands from the next one on.
      const counted = week + 1;
      weeks = waited(matter, counted + paced(rules, matter, weeks)) - counted;
    }
    week += weeks;
    return { ...one, weeks };
  });
}

/**
 * The whole clock of a kind of procedure, from the order to the first bite: by the calendar where the week is known in
 * which it begins, else with the least that a vote takes. `published` = share of China's subsidies known.
 */
export function stagesOf(rules: Rules, kind: FileKind, published = 0, now?: Now): Stretch[] {
  const stages = whole(rules, kind, published, now?.tick);
  return now ? dated(rules, { kind, opened: now.tick, report: 0, nextGate: -1 }, stages, now) : stages;
}

function whole(rules: Rules, kind: FileKind, published = 0, tick = 0): Stretch[] {
  const own = OWN[kind]?.(rules.model.law);
  if (own) return own;
  const { provisional, definitive: term } = gatesOf(rules, kind, published);
  const definitive = term < 0 ? term : lastDecision(rules, kind, tick + term) - tick;
  if (definitive < 0) return [];
  const name = kind === "foreign-subsidy" ? "preliminary" : "provisional-gate";
  const first = provisional < 0 ? [] : [stretch(name, provisional, kind === "probe" ? "bite" : "decision")];
  return [...first, ...lastStretches(rules, kind, definitive - Math.max(0, provisional))];
}

/** What comes after the stretch of a name in the whole clock of a kind. */
function after(rules: Rules, kind: FileKind, name: string): Stretch[] {
  const stages = whole(rules, kind);
  return stages.slice(stages.findIndex((stage) => stage.name === name) + 1);
}

/** A law from its proposal on; the Council knows one that it has turned down. */
const again = (rules: Rules, { kind, shutUntil }: File): Stretch[] =>
  whole(rules, kind).map((one) =>
    one.name === "proposal" && shutUntil > 0 ? { ...one, weeks: rules.model.law.lawAgain } : one,
  );

/** From the vote on an answer to coercion until it applies; `more` = weeks to add to those between its gate and the week set for it. */
const answered = ({ gate, nextGate }: File, more: number): Stretch =>
  stretch("in-force", Math.max(1, nextGate - gate + more), "bite");

/** Stretches of a vote that is under way, in the committee or the Council, and of what follows it. */
function councilLeft(rules: Rules, file: File, due: number): Stretch[] {
  const { kind, remedy } = file;
  if (kind !== "coercion") {
    const rest = after(rules, kind, "council");
    return [stretch("council", due, "vote"), ...rest];
  }
  if (remedy === "none")
    return [stretch("determination", due, "vote"), ...after(rules, kind, "determination")];
  return [stretch("committee", due, "vote"), answered(file, -1)];
}

/** What is left of the clock of a file under way. */
export const stagesLeft = (rules: Rules, file: File, now: Now): Stretch[] =>
  dated(rules, file, left(rules, file, now.tick), now, file.stage === "council" ? 1 : 0);

/** Gates at which the Commission may decide from some weeks before. */
export const DATED: readonly FileStage[] = ["provisional-gate", "preliminary", "definitive-gate"];

/** A file whose gates are passed in the first week in which they may be. */
function hurried(rules: Rules, file: File, tick: number): File {
  const { decideWindow } = rules.model.law;
  const soon = DATED.includes(file.stage)
    ? file.gate - decideWindow
    : file.stage === "asked"
      ? file.shutUntil
      : file.gate;
  const next = file.stage === "provisional" || DATED.includes(file.stage) ? decideWindow : 0;
  return { ...file, gate: Math.max(tick, soon), nextGate: file.nextGate - next };
}

/** A package that was voted down: no vote is called on it again, another must be tabled. */
export const isSpent = ({ kind, shutUntil }: Pick<File, "kind" | "shutUntil">): boolean =>
  kind === "package" && shutUntil > 0;

const isHopeless = (file: File): boolean =>
  file.stage === "closed" ||
  file.stage === "standing" ||
  (file.stage === "asked" ? file.kind !== "law" : isSpent(file));

/**
 * First week that could begin with a file in force if everybody did what they can as soon as the law and the Council's days
 * let them; a provisional duty counts. Infinity where nothing can come of it.
 */
export function earliestBite(rules: Rules, file: File, now: Now): number {
  if (isHopeless(file)) return Number.POSITIVE_INFINITY;
  const isLaw = file.kind === "law";
  // A week that a law waits for is a week of the calendar, whatever comes before it.
  const quick = {
    ...(file.stage === "council" ? file : hurried(rules, file, now.tick)),
    ...(isLaw && { nextGate: -1 }),
  };
  const first = (week: number): number => (isLaw ? waited(file, week) : week);
  let week = now.tick;
  for (const { name, weeks, gate } of stagesLeft(rules, quick, now)) {
    const isLaid = name === "provisional-gate";
    // What is decided in a week, or counted at its end, stands when the next one begins.
    week += weeks + (gate === "vote" || isLaid ? 1 : 0);
    if (gate === "bite" || isLaid) return first(week);
  }
  return first(week);
}

function left(rules: Rules, file: File, tick: number): Stretch[] {
  const due = Math.max(0, file.gate - tick);
  const next = Math.max(0, file.nextGate - tick);
  const { kind } = file;
  const last = whole(rules, kind).find((stage) => stage.name === "investigation")?.name ?? "definitive-gate";
  switch (file.stage) {
    case "asked":
      return [stretch("asked", due, "decision"), ...(kind === "law" ? again(rules, file) : [])];
    case "proposal":
      return [stretch("proposal", due, "none"), ...after(rules, kind, "proposal")];
    case "provisional-gate":
    case "preliminary":
      return [
        stretch(file.stage, due, "decision"),
        ...lastStretches(rules, kind, Math.max(0, file.nextGate - file.gate)),
      ];
    case "provisional":
      return lastStretches(rules, kind, next);
    case "definitive-gate":
      return [stretch(last, due, "decision"), ...after(rules, kind, last)];
    case "examination":
    case "engagement":
      return [stretch(file.stage, next, "decision"), ...after(rules, kind, file.stage)];
    case "standing":
      return [stretch("standing", due, "none")];
    case "council":
      return councilLeft(rules, file, due);
    case "appeal-gate":
      return [
        stretch("appeal-gate", due, "decision"),
        stretch("appeal", rules.model.law.appeal, "vote"),
        // The delay of an answer to coercion runs on from the appeal.
        ...(kind === "coercion"
          ? [answered(file, rules.model.law.appealWithin)]
          : after(rules, kind, "council")),
      ];
    case "in-force":
      return due > 0 ? [stretch("in-force", due, "bite")] : [];
    default:
      return [];
  }
}

/** First week in which a law can apply; for one in force the week since which it applies. */
export const lawApplies = (rules: Rules, file: File, now: Now): number =>
  file.stage === "in-force" ? file.gate : earliestBite(rules, file, now);
