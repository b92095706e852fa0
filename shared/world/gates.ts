// What the Commission decides at the gates of a file: a duty, half of it, a price in its place, a closer look, an appeal,
// or nothing.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { File, FileStage, State } from "../state.ts";
import { actWeek, DATED, isAboutSubsidies, provisionalWeeks } from "./clock.ts";
import { consult, openAppeal, openVote } from "./council.ts";
import { announce, biteProvisionally, closeFile, isDisproportionate, setDuty } from "./duties.ts";
import { coolDown, dignify } from "./heat.ts";
import { giveWay, impress } from "./resolve.ts";

export const DECISIONS = [
  "impose",
  "halve",
  "undertaking",
  "deepen",
  "exclude",
  "adjust",
  "appeal",
  "lapse",
] as const;
export type Decision = (typeof DECISIONS)[number];

/** Stages that are left when the Commission is ready, from the week in `nextGate`. */
const READY: readonly FileStage[] = ["examination", "engagement"];

/** True while the Commission may decide at the file's gate. */
export function atGate(rules: Rules, file: File, tick: number): boolean {
  if (file.side !== "europe") return false;
  if (file.stage === "appeal-gate") return true;
  if (READY.includes(file.stage)) return tick >= file.nextGate;
  return DATED.includes(file.stage) && tick >= file.gate - rules.model.law.decideWindow;
}

/**
 * A price may replace a duty only after a provisional finding (Regulation 2016/1037, Article 13), which leaves the week
 * its duty lapses behind; commitments of a subsidised firm, and an end to going around a duty, need none.
 */
const hasFinding = ({ kind, nextGate }: File): boolean =>
  kind === "circumvention" ||
  kind === "foreign-subsidy" ||
  ((kind === "anti-dumping" || kind === "anti-subsidy") && nextGate >= 0);

function decisionsAtEnd(file: File): readonly Decision[] {
  if (file.kind === "procurement") return ["exclude", "adjust", "lapse"];
  return hasFinding(file) ? ["impose", "halve", "undertaking", "lapse"] : ["impose", "halve", "lapse"];
}

const LAPSE: readonly Decision[] = ["lapse"];
const AT: Partial<Record<FileStage, readonly Decision[]>> = {
  "provisional-gate": ["impose", "halve", "lapse"],
  preliminary: ["deepen", "lapse"],
  "appeal-gate": ["appeal", "lapse"],
  examination: LAPSE,
  engagement: LAPSE,
};

/** Decisions the law knows at the file's gate. */
export const decisionsAt = (file: File): readonly Decision[] =>
  file.stage === "definitive-gate" ? decisionsAtEnd(file) : (AT[file.stage] ?? []);

type Decide = (rules: Rules, state: State, file: File, trace: Trace) => void;

const DECIDE: Record<Decision, Decide> = {
  impose: (rules, state, file, trace) => impose(rules, state, file, 1, trace),
  halve: (rules, state, file, trace) => impose(rules, state, file, rules.model.law.half, trace),
  undertaking: undertake,
  deepen: (rules, state, file, trace) => {
    toDefinitive(state, file);
    announce(rules, state, file, "case-deepened", file.gate);
    trace.mark("procedure");
  },
  exclude: (rules, state, file, trace) => {
    file.remedy = "exclusion";
    openVote(rules, state, file, "for-else-appeal", trace);
  },
  adjust: (rules, state, file, trace) => {
    file.remedy = "score";
    const before = file.rate;
    file.rate *= rules.model.law.half;
    openVote(rules, state, file, "unless-against", trace, { before });
  },
  appeal: openAppeal,
  lapse: letGo,
};

/** Carries a decision out: duty, vote, undertaking, closer look or end. */
export const decideGate = (rules: Rules, state: State, file: File, decision: Decision, trace: Trace): void =>
  DECIDE[decision](rules, state, file, trace);

/** A share of the duty: provisionally at once, definitively by a vote of the Council where one is due. */
function impose(rules: Rules, state: State, file: File, share: number, trace: Trace): void {
  if (file.stage === "provisional-gate") {
    file.stage = "provisional";
    file.gate = state.tick + provisionalWeeks(rules, file.kind);
    biteProvisionally(rules, state, file, file.rate * share, trace);
    consult(rules, state, file, trace);
    return;
  }
  const before = file.rate;
  file.rate *= share;
  if (file.kind === "foreign-subsidy") applyAdvised(rules, state, file, rules.model.law.advisory, trace);
  else
    openVote(rules, state, file, file.kind === "safeguard" ? "for" : "unless-against", trace, {
      closes: actWeek(rules, state, state.tick, file),
      before,
    });
}

/** The Commission decides alone; the committee is heard before the act applies. */
function applyAdvised(rules: Rules, state: State, file: File, weeks: number, trace: Trace): void {
  file.stage = "in-force";
  file.gate = state.tick + weeks;
  file.nextGate = -1;
  consult(rules, state, file, trace);
}

/** A floor price instead of the duty: things cool now, the terms apply some weeks later. */
function undertake(rules: Rules, state: State, file: File, trace: Trace): void {
  file.kind = "undertaking";
  announce(rules, state, file, "undertaking-accepted", file.rate);
  applyAdvised(rules, state, file, rules.model.law.undertaking, trace);
  coolDown(state, file, 1, rules.model.heat.undertaking);
  trace.mark("procedure");
}

/** Ends a European case by choice, also one in force: heat falls by what is left of what it raised, and so does what Europe's word is worth. */
export function dropFile(rules: Rules, state: State, file: File, trace: Trace): void {
  coolDown(state, file, 1);
  announce(rules, state, file, "case-dropped");
  trace.mark("procedure");
  closeFile(rules, state, file, trace);
  // To end a case about subsidies that have been laid open is a fair answer rather than a retreat.
  giveWay(rules, state, trace, isAboutSubsidies(file.kind) ? 1 - state.beijing.transparency : 1);
}

/** To let a review of a duty go is to let the duty go. */
function letGo(rules: Rules, state: State, file: File, trace: Trace): void {
  const reviewed = file.kind === "review" ? state.files.find((f) => f.id === file.of) : undefined;
  if (reviewed) closeFile(rules, state, file, trace);
  dropFile(rules, state, reviewed ?? file, trace);
}

/** A case or measure that covers less: cooler, fairer where it bites too widely, and half a step back. */
export function narrow(rules: Rules, state: State, file: File, trace: Trace): void {
  const { narrowShare, narrowLegitimacy } = rules.model.moves;
  if (file.duty > 0 && isDisproportionate(rules, state, file)) dignify(state, narrowLegitimacy);
  file.breadth *= narrowShare;
  if (file.duty > 0) setDuty(rules, state, file, file.duty);
  coolDown(state, file, 1 - narrowShare);
  announce(rules, state, file, "case-narrowed", file.breadth);
  trace.mark("procedure");
  impress(rules, state, -(1 - narrowShare) * rules.model.resolve.lapse);
  trace.mark("threat");
}

/** On to the last decision; no provisional duty was found. */
function toDefinitive(state: State, file: File): void {
  file.stage = "definitive-gate";
  file.gate = Math.max(state.tick, file.nextGate);
  file.nextGate = -1;
}

/** Nobody decided in time: no provisional duty; no definitive one either, since the law's deadline has passed. */
export function missGate(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "gate-missed");
  if (file.stage === "provisional-gate" && file.nextGate > state.tick) toDefinitive(state, file);
  else {
    closeFile(rules, state, file, trace);
    // A review that comes to nothing leaves the duty as it is.
    if (file.kind !== "review") giveWay(rules, state, trace);
  }
  trace.mark("procedure");
}

/** The definitive decision comes near while the provisional duty still runs. */
export function approach(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.nextGate - rules.model.law.decideWindow > state.tick) return;
  const lapses = file.gate;
  file.stage = "definitive-gate";
  file.gate = file.nextGate;
  file.nextGate = lapses;
  announce(rules, state, file, "gate-ahead", file.gate);
  trace.mark("procedure");
}
