// Procedures that run by the law's clock: timers with gates. `gate` of a file means, by its stage:
//   asked             last week in which it must become something, else it ends
//   provisional-gate  last week to decide about provisional duties (possible from `law.decideWindow` weeks before)
//   provisional       week the provisional duty lapses
//   preliminary       last week to decide whether to look closer
//   definitive-gate   last week to decide about the definitive duty
//   examination       last week to ask the Council for a determination; engagement: last week to propose measures;
//                     standing: last week for which a finding stands
//   proposal          first week in which a vote may be called; a law goes to the vote unasked some weeks later
//   council           week at whose end the vote is counted
//   appeal-gate       last week to go to the appeal committee
//   in-force          week from which the act applies
// `nextGate` = the gate after this one, -1 when unknown; at a definitive gate: the week a provisional duty lapses; in an
// examination or engagement: the first week in which the next step may be taken; in force: the week the measure runs out; of a law
// before that: the first week in which it may apply, where it has to wait for one.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import { indexOf, type Rules } from "../scenario.ts";
import { type File, newId, type State, type Vote } from "../state.ts";
import { gatesOf, isSpent, lastDecision } from "./clock.ts";
import { openVote } from "./council.ts";
import { announce, heatOfDuty } from "./duties.ts";
import { heatUp } from "./heat.ts";
import { carryOut } from "./words.ts";

export { isAboutSubsidies, type Now, type Stretch, stagesLeft, stagesOf } from "./clock.ts";

/** What a new procedure is about; everything else follows from the law. */
interface Petition {
  kind: FileKind;
  side: File["side"];
  /** Sector index, -1 for none. */
  sector: number;
  /** Share of the sector covered, 0 to 1. */
  breadth: number;
  why: File["why"];
  /** Size of a package, EUR bn a year; snapback with it. */
  size?: number;
  payout?: File["payout"];
  snapback?: boolean;
  strict?: boolean;
  /** Duty, where it does not follow from the kind. */
  rate?: number;
  /** The file that it is about, by id. */
  of?: string;
  /** Key of its name, where it is not its kind: a law has the name it is known by. */
  name?: string;
}

/** Heat that a procedure of week 0 has raised before: by its duty, or by its opening. */
function startHeat(rules: Rules, file: Rules["files"][number]): number {
  const { stage, kind } = file;
  if (stage === "in-force" || stage === "provisional") return heatOfDuty(rules, file, false);
  const opened = openingOf(kind).heat;
  return opened && stage !== "asked" ? rules.model.heat[opened] : 0;
}

/** Procedures under way in week 0. */
export const newFiles = (rules: Rules): File[] =>
  rules.files.map((f) => ({
    id: f.id,
    kind: f.kind,
    side: f.side,
    name: f.id,
    sector: f.sector === undefined ? -1 : indexOf(rules.sectors, f.sector),
    breadth: f.breadth ?? 0,
    stage: f.stage,
    opened: f.opened,
    gate: f.gate ?? -1,
    nextGate: f.nextGate ?? -1,
    rate: f.rate ?? 0,
    duty: f.stage === "in-force" || f.stage === "provisional" ? (f.rate ?? 0) : 0,
    rested: 0,
    heat: startHeat(rules, f),
    size: 0,
    payout: "even",
    snapback: false,
    strict: false,
    shutUntil: 0,
    report: 0,
    remedy: f.kind === "procurement" ? "exclusion" : "none",
    of: f.of ?? "",
    why: "start",
  }));

/** Duty that a new procedure would bring, a fraction. */
function rateOf(rules: Rules, kind: FileKind): number {
  const { law, beijing } = rules.model;
  switch (kind) {
    case "anti-subsidy":
    case "circumvention":
      return law.subsidyRate;
    case "anti-dumping":
      return law.dumpingRate;
    case "foreign-subsidy":
      return law.redressRate;
    case "safeguard":
      return law.safeguardRate;
    case "snapback":
      return law.snapbackRate;
    case "procurement":
      return law.exclusionRate;
    case "mirror":
      return beijing.mirrorRate;
    case "probe":
      return beijing.probeRate;
    default:
      return 0;
  }
}

type Timers = Pick<File, "stage" | "gate" | "nextGate">;

/** Procedures that are no case with a provisional and a definitive gate; weeks from the opening. */
const OWN: Partial<Record<FileKind, (law: Rules["model"]["law"]) => Timers>> = {
  package: (law) => ({ stage: "proposal", gate: law.packageVote, nextGate: -1 }),
  law: (law) => ({ stage: "proposal", gate: law.lawCouncil, nextGate: -1 }),
  snapback: (law) => ({ stage: "in-force", gate: law.snapbackWeeks, nextGate: -1 }),
  club: (law) => ({ stage: "in-force", gate: law.club, nextGate: -1 }),
  mirror: () => ({ stage: "in-force", gate: 1, nextGate: -1 }),
  coercion: (law) => ({ stage: "examination", gate: law.examination, nextGate: law.examinationLeast }),
};

/** Stage and gates of a case; a quicker law brings forward the provisional duties of trade defence proper. */
function caseTimers(rules: Rules, state: State, kind: FileKind): Timers {
  const { provisional, definitive } = gatesOf(rules, kind, state.beijing.transparency);
  const last = lastDecision(rules, kind, state.tick + definitive) - state.tick;
  if (provisional < 0) return { stage: "definitive-gate", gate: last, nextGate: -1 };
  const quicker = kind === "anti-subsidy" || kind === "anti-dumping";
  const { decideWindow } = rules.model.law;
  const gate = Math.max(decideWindow, provisional - (quicker ? state.commission.provisionalSpeed : 0));
  return {
    stage: kind === "foreign-subsidy" ? "preliminary" : "provisional-gate",
    gate,
    nextGate: Math.max(last, gate + decideWindow),
  };
}

function timers(rules: Rules, state: State, kind: FileKind): Timers {
  const { stage, gate, nextGate } = OWN[kind]?.(rules.model.law) ?? caseTimers(rules, state, kind);
  return { stage, gate: state.tick + gate, nextGate: nextGate < 0 ? -1 : state.tick + nextGate };
}

/** How the opening of a procedure that is no European case is told, and how it heats; a mirror is told when it bites. */
interface Opening {
  news?: string;
  heat?: "probe" | "club" | "caseOpened";
}
const OPENING: Partial<Record<FileKind, Opening>> = {
  probe: { news: "probe-opened", heat: "probe" },
  package: { news: "proposal-made" },
  law: { news: "proposal-made" },
  coercion: { news: "examination-opened" },
  review: { news: "review-opened" },
  snapback: { news: "snapback-triggered", heat: "caseOpened" },
  club: { news: "club-joined", heat: "club" },
  mirror: {},
};

const openingOf = (kind: FileKind): Opening => OPENING[kind] ?? { news: "case-opened", heat: "caseOpened" };

/** Opens a procedure: its timers by the law, heat and news, but not its cost. Answers the new file. */
export function openFile(rules: Rules, state: State, petition: Petition, trace: Trace): File {
  const { kind, side, breadth, why, size = 0, snapback = false, strict = false, of = "" } = petition;
  const { payout = "even", name = kind, rate = rateOf(rules, kind) } = petition;
  const sector = kind in OWN && kind !== "snapback" && kind !== "mirror" ? -1 : petition.sector;
  const file: File = {
    ...{ id: newId(state, "f"), kind, side, name, sector, breadth, ...timers(rules, state, kind) },
    ...{
      opened: state.tick,
      rate,
      duty: 0,
      size,
      payout,
      snapback,
      strict,
      shutUntil: 0,
      rested: 0,
      heat: 0,
      report: 0,
    },
    ...{ remedy: "none", of, why },
  };
  if (kind === "package") dropOldPackages(state);
  state.files.push(file);
  const { news, heat } = openingOf(kind);
  if (heat) heatUp(state, file, rules.model.heat[heat]);
  if (news) announce(rules, state, file, news);
  trace.mark("procedure");
  if (side === "beijing") carryOut(rules, state, "all", trace);
  return file;
}

/** A package that was voted down gives way to the next one. */
function dropOldPackages(state: State): void {
  for (const file of state.files)
    if (file.kind === "package" && file.stage === "proposal") file.stage = "closed";
}

/** A package that was voted down comes back to the table as a fund of this size alone, EUR bn a year, if that is less. */
export function reopen(rules: Rules, state: State, billion: number, trace: Trace): void {
  const shut = state.files.find(
    (f) => f.kind === "package" && f.stage === "proposal" && f.shutUntil > state.tick,
  );
  if (!shut || (shut.size <= billion && !shut.snapback)) return;
  Object.assign(shut, {
    size: Math.min(shut.size, billion),
    snapback: false,
    shutUntil: 0,
    gate: state.tick,
  });
  announce(rules, state, shut, "proposal-made");
  trace.mark("procedure");
}

/** A law is proposed in its strict or soft form. The Council takes months to come to it, less when it knows the text. */
export function propose(rules: Rules, state: State, file: File, strict: boolean, trace: Trace): void {
  const { lawCouncil, lawAgain } = rules.model.law;
  file.stage = "proposal";
  file.strict = strict;
  file.gate = state.tick + (file.shutUntil > 0 ? lawAgain : lawCouncil);
  announce(rules, state, file, "proposal-made");
  trace.mark("procedure");
}

/** True when a Council vote on the file may be called now. */
export const mayCall = (file: File, tick: number): boolean =>
  file.stage === "proposal" && tick >= file.gate && !isSpent(file);

/** Calls the Council vote on a proposal. */
export function callVote(rules: Rules, state: State, file: File, trace: Trace, by: Vote["by"] = ""): void {
  openVote(rules, state, file, "for", trace, { by });
}

/**
 * A measure voted in advance bites within weeks, on the sector that sells Europe most: while the squeeze lasts that it
 * answers, or, after a broken agreement ("move"), until it is dropped.
 */
export function snapBack(rules: Rules, state: State, trace: Trace, why: File["why"] = "answer"): void {
  if (!state.commission.snapback || state.files.some((f) => f.kind === "snapback" && f.stage !== "closed"))
    return;
  const { imports } = state.trade;
  const sector = imports.indexOf(Math.max(...imports));
  const breadth = rules.model.moves.productBreadth;
  openFile(rules, state, { kind: "snapback", side: "europe", sector, breadth, why }, trace);
}
