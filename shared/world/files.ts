// Procedures that run by the law's clock: timers with gates. `gate` of a file means, by its stage:
//   asked             last week in which it must become something, else it ends
//   provisional-gate  last week to decide about provisional duties (possible from `law.decideWindow` weeks before)
//   provisional       week the provisional duty lapses
//   definitive-gate   last week to decide about the definitive duty
//   proposal          first week in which a vote may be called; a law goes to the vote unasked some weeks later
//   council           week at whose end the vote is counted; in appeal, the week its opinion is due
//   in-force          week from which the act applies
// `nextGate` = the gate after this one (at a definitive gate: the week a provisional duty lapses), -1 when unknown.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import { indexOf, type Rules } from "../scenario.ts";
import { type File, newId, type State } from "../state.ts";
import { gatesOf, isAboutSubsidies, isAdvisory, provisionalWeeks } from "./clock.ts";
import { openVote } from "./council.ts";
import { announce, biteProvisionally, closeFile, endDuty, enterForce } from "./duties.ts";
import { warm } from "./heat.ts";
import { giveWay } from "./resolve.ts";

export { isAboutSubsidies, type Stretch, stagesLeft, stagesOf } from "./clock.ts";

export const DECISIONS = ["impose", "halve", "undertaking", "lapse"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a new procedure is about; everything else follows from the law. */
export interface Petition {
  kind: FileKind;
  side: File["side"];
  /** Sector index, -1 for none. */
  sector: number;
  /** Share of the sector covered, 0 to 1. */
  breadth: number;
  why: File["why"];
  /** Size of a package, EUR bn a year; snapback with it. */
  size?: number;
  snapback?: boolean;
  strict?: boolean;
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
    size: 0,
    snapback: false,
    strict: false,
    shutUntil: 0,
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
    case "coercion":
      return law.snapbackRate;
    case "probe":
      return beijing.probeRate;
    default:
      return 0;
  }
}

/** Stage and gates of a new procedure. */
function timers(rules: Rules, state: State, kind: FileKind): Pick<File, "stage" | "gate" | "nextGate"> {
  const { tick, commission } = state;
  const { law } = rules.model;
  const { provisional, definitive } = gatesOf(rules, kind, state.beijing.transparency);
  if (kind === "package") return { stage: "proposal", gate: tick + law.packageVote, nextGate: -1 };
  if (kind === "law") return { stage: "proposal", gate: tick + law.lawCouncil, nextGate: -1 };
  if (kind === "coercion") return { stage: "in-force", gate: tick + law.snapbackWeeks, nextGate: -1 };
  if (provisional < 0) return { stage: "definitive-gate", gate: tick + definitive, nextGate: -1 };
  const sooner = kind === "probe" ? 0 : commission.provisionalSpeed;
  return {
    stage: "provisional-gate",
    gate: tick + Math.max(law.decideWindow, provisional - sooner),
    nextGate: tick + definitive,
  };
}

/** Opens a procedure: its timers by the law, heat and news, but not its cost. Answers the new file. */
export function openFile(rules: Rules, state: State, petition: Petition, trace: Trace): File {
  const { kind, side, sector, breadth, why, size = 0, snapback = false, strict = false } = petition;
  const file: File = {
    ...{ id: newId(state, "f"), kind, side, name: kind, sector, breadth },
    ...timers(rules, state, kind),
    ...{ opened: state.tick, rate: rateOf(rules, kind), duty: 0, size, snapback, strict, shutUntil: 0, why },
  };
  if (kind === "package") dropOldPackages(state);
  state.files.push(file);
  const { probe, caseOpened } = rules.model.heat;
  if (side === "beijing") warm(state, probe);
  else if (sector >= 0) warm(state, caseOpened);
  announce(
    rules,
    state,
    file,
    side === "beijing" ? "probe-opened" : sector < 0 ? "proposal-made" : "case-opened",
  );
  trace.mark("procedure");
  return file;
}

/** A package that was voted down gives way to the next one. */
function dropOldPackages(state: State): void {
  for (const file of state.files)
    if (file.kind === "package" && file.stage === "proposal") file.stage = "closed";
}

/** True while the Commission may decide at the file's gate. */
export const atGate = (rules: Rules, file: File, tick: number): boolean =>
  file.side === "europe" &&
  (file.stage === "provisional-gate" || file.stage === "definitive-gate") &&
  tick >= file.gate - rules.model.law.decideWindow;

/** Decisions the law allows at the file's gate: an undertaking only after a provisional finding, or in place of a remedy. */
export function decisionsAt(file: File): readonly Decision[] {
  if (file.stage === "provisional-gate") return ["impose", "halve", "lapse"];
  if (file.stage !== "definitive-gate") return [];
  const found = file.duty > 0 || file.kind === "circumvention" || file.kind === "foreign-subsidy";
  return found ? DECISIONS : ["impose", "halve", "lapse"];
}

/** Carries a decision out: duty, Council vote, undertaking or end. */
export function decideGate(rules: Rules, state: State, file: File, decision: Decision, trace: Trace): void {
  if (decision === "lapse") dropFile(rules, state, file, trace);
  else if (decision === "undertaking") undertake(rules, state, file, trace);
  else impose(rules, state, file, decision === "halve" ? rules.model.law.half : 1, trace);
}

/** A share of the duty: provisionally at once, definitively by a vote of the Council where one is due. */
function impose(rules: Rules, state: State, file: File, share: number, trace: Trace): void {
  if (file.stage === "provisional-gate") {
    file.stage = "provisional";
    file.gate = state.tick + provisionalWeeks(rules, file.kind);
    biteProvisionally(rules, state, file, file.rate * share, trace);
    return;
  }
  file.rate *= share;
  if (isAdvisory(file.kind)) enterForce(rules, state, file, trace);
  else openVote(rules, state, file, file.kind === "safeguard" ? "for" : "unless-against", trace);
}

/** A floor price instead of the duty (advisory committee, no vote): things cool now, the terms apply some weeks later. */
function undertake(rules: Rules, state: State, file: File, trace: Trace): void {
  file.kind = "undertaking";
  file.stage = "in-force";
  file.gate = state.tick + rules.model.law.undertaking;
  file.nextGate = -1;
  announce(rules, state, file, "undertaking-accepted", file.rate);
  warm(state, -rules.model.heat.undertaking);
  trace.mark("procedure");
}

/** Ends a European case by choice, also one in force: heat falls, and so does what Europe's word is worth. */
export function dropFile(rules: Rules, state: State, file: File, trace: Trace): void {
  const { tariff, caseOpened } = rules.model.heat;
  warm(state, file.duty > 0 ? -tariff : -caseOpened);
  announce(rules, state, file, "case-dropped");
  trace.mark("procedure");
  closeFile(rules, state, file, trace);
  // To end a case about subsidies that have been laid open is a fair answer rather than a retreat.
  giveWay(rules, state, trace, isAboutSubsidies(file.kind) ? 1 - state.beijing.transparency : 1);
}

/** A law is proposed in its strict or soft form; the Council may vote on it `lawCouncil` weeks later. */
export function propose(rules: Rules, state: State, file: File, strict: boolean, trace: Trace): void {
  file.stage = "proposal";
  file.strict = strict;
  file.gate = state.tick + rules.model.law.lawCouncil;
  announce(rules, state, file, "proposal-made");
  trace.mark("procedure");
}

/** True when a Council vote on the file may be called now. A package that failed must be tabled anew. */
export const mayCall = (file: File, tick: number): boolean =>
  file.stage === "proposal" && tick >= file.gate && !(file.kind === "package" && file.shutUntil > 0);

/** Calls the Council vote on a proposal. */
export function callVote(rules: Rules, state: State, file: File, trace: Trace): void {
  openVote(rules, state, file, "for", trace);
}

/** A measure voted in advance bites within weeks, on the sector that sells Europe most, while the squeeze lasts. */
export function snapBack(rules: Rules, state: State, trace: Trace): void {
  if (!state.commission.snapback || state.files.some((f) => f.kind === "coercion" && f.stage !== "closed"))
    return;
  const { imports } = state.trade;
  const sector = imports.indexOf(Math.max(...imports));
  const breadth = rules.model.moves.productBreadth;
  openFile(rules, state, { kind: "coercion", side: "europe", sector, breadth, why: "answer" }, trace);
}

/** True when Europe has stepped down somewhere since a week: then Beijing's final duties come out lower. */
const hasOffered = (state: State, since: number): boolean =>
  state.files.some((f) => f.kind === "undertaking" && f.gate >= since) ||
  state.contracts.some((c) => c.kind === "step-down" && c.from >= since);

/** Beijing's own procedures need no order: high at first, cut in the end. */
function probeWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  const { probeFinal, probeHard } = rules.model.beijing;
  if (file.stage === "provisional-gate" && file.gate <= state.tick) {
    file.stage = "provisional";
    biteProvisionally(rules, state, file, file.rate, trace);
  } else if (file.stage === "provisional" && file.nextGate <= state.tick) {
    file.rate *= hasOffered(state, file.opened) ? probeFinal : probeHard;
    enterForce(rules, state, file, trace);
  }
}

/** Nobody decided in time: no provisional duty; no definitive one either, since the law's deadline has passed. */
function missGate(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "gate-missed");
  if (file.stage === "provisional-gate" && file.nextGate > state.tick) {
    file.stage = "definitive-gate";
    file.gate = file.nextGate;
    file.nextGate = -1;
  } else {
    closeFile(rules, state, file, trace);
    giveWay(rules, state, trace);
  }
  trace.mark("procedure");
}

/** The definitive decision comes near while the provisional duty still runs. */
function approach(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.nextGate - rules.model.law.decideWindow > state.tick) return;
  const lapses = file.gate;
  file.stage = "definitive-gate";
  file.gate = file.nextGate;
  file.nextGate = lapses;
  announce(rules, state, file, "gate-ahead", file.gate);
  trace.mark("procedure");
}

function fileWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  const { tick } = state;
  if (file.stage === "provisional") approach(rules, state, file, trace);
  if (file.stage === "definitive-gate" && file.duty > 0 && file.nextGate >= 0 && file.nextGate < tick)
    endDuty(rules, state, file, trace);
  if (file.stage === "provisional-gate" || file.stage === "definitive-gate") {
    if (file.gate < tick) missGate(rules, state, file, trace);
    else if (file.gate - rules.model.law.decideWindow === tick)
      announce(rules, state, file, "gate-ahead", file.gate);
  } else if (
    file.stage === "proposal" &&
    file.kind === "law" &&
    file.gate + rules.model.law.presidency === tick
  )
    callVote(rules, state, file, trace);
  else if (file.stage === "asked" && file.gate < tick) closeFile(rules, state, file, trace);
  else if (file.stage === "in-force" && file.gate === tick) enterForce(rules, state, file, trace);
  else if (file.kind === "coercion" && file.stage === "in-force" && state.beijing.squeezeSince < 0)
    closeFile(rules, state, file, trace);
}

/** Timers of the week: gates open and are missed, duties lapse, laws begin to apply. */
export function filesWeek(rules: Rules, state: State, trace: Trace): void {
  for (const file of state.files) {
    if (file.stage === "closed") continue;
    if (file.kind === "probe") probeWeek(rules, state, file, trace);
    else fileWeek(rules, state, file, trace);
  }
}
