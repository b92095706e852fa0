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
import { type File, newId, type State, type Vote } from "../state.ts";
import { gatesOf } from "./clock.ts";
import { openVote } from "./council.ts";
import { announce } from "./duties.ts";
import { warm } from "./heat.ts";
import { carryOut } from "./words.ts";

export { isAboutSubsidies, type Stretch, stagesLeft, stagesOf } from "./clock.ts";

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
    rested: 0,
    size: 0,
    snapback: false,
    strict: false,
    shutUntil: 0,
    report: 0,
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
  if (kind === "snapback") return { stage: "in-force", gate: tick + law.snapbackWeeks, nextGate: -1 };
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
    ...{
      opened: state.tick,
      rate: rateOf(rules, kind),
      duty: 0,
      rested: 0,
      size,
      snapback,
      strict,
      shutUntil: 0,
      report: 0,
      why,
    },
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
  if (side === "beijing") carryOut(rules, state, "all", trace);
  return file;
}

/** A package that was voted down gives way to the next one. */
function dropOldPackages(state: State): void {
  for (const file of state.files)
    if (file.kind === "package" && file.stage === "proposal") file.stage = "closed";
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
export function callVote(rules: Rules, state: State, file: File, trace: Trace, by: Vote["by"] = ""): void {
  openVote(rules, state, file, "for", trace, by);
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
