// The week of all procedures: gates open and are missed, duties lapse, laws begin to apply.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, FileStage, State } from "../state.ts";
import { isEuropesStep } from "./agreement.ts";
import {
  answerWeek,
  engagementWeek,
  examinationWeek,
  noteCoercion,
  standingWeek,
  voteWeek,
} from "./coercion.ts";
import { announce, biteProvisionally, closeFile, endDuty, enterForce } from "./duties.ts";
import { callVote } from "./files.ts";
import { approach, missGate } from "./gates.ts";
import { isDoubted } from "./heat.ts";
import { closesTenders, mirrorEnds, provokeMirror } from "./mirror.ts";
import { expiryWeek, undertakingWeek } from "./review.ts";

type Week = (rules: Rules, state: State, file: File, trace: Trace) => void;

/** True when Europe has stepped down somewhere since a week: then Beijing's final duties come out lower. */
const hasOffered = (state: State, since: number): boolean =>
  state.files.some((f) => f.kind === "undertaking" && f.gate >= since) ||
  state.contracts.some((c) => c.from >= since && isEuropesStep(c));

/** Beijing's own procedures need no order: high at first, cut in the end. */
function probeWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  const { probeFinal, probeHard } = rules.model.beijing;
  if (file.stage === "provisional-gate" && file.gate <= state.tick) {
    file.stage = "provisional";
    biteProvisionally(rules, state, file, file.rate, trace);
  } else if (file.stage === "provisional" && file.nextGate <= state.tick) {
    file.rate *= hasOffered(state, file.opened) ? probeFinal : probeHard;
    enterForce(rules, state, file, trace);
  } else if (file.stage === "in-force") expiryWeek(rules, state, file, trace);
}

/** A gate of the Commission's is announced when it opens, and missed when nobody has decided. */
function gateWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.gate < state.tick) missGate(rules, state, file, trace);
  else if (file.gate - rules.model.law.decideWindow === state.tick)
    announce(rules, state, file, "gate-ahead", file.gate);
}

/** A provisional duty lapses when its months are over, whoever has still to decide on the definitive one. */
function lapse(rules: Rules, state: State, file: File, last: number, trace: Trace): void {
  if (last >= 0 && last <= state.tick) endDuty(rules, state, file, trace);
}

function provisionalWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  lapse(rules, state, file, file.gate, trace);
  approach(rules, state, file, trace);
}

function definitiveWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  lapse(rules, state, file, file.nextGate, trace);
  gateWeek(rules, state, file, trace);
}

function proposalWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.kind === "law" && file.gate + rules.model.law.presidency === state.tick)
    callVote(rules, state, file, trace);
}

/** E36: partners leave a club with whoever looks unfair. */
function partnersLeave(rules: Rules, state: State, file: File, trace: Trace): void {
  if (!isDoubted(rules, state.legitimacy)) return;
  announce(rules, state, file, "club-left");
  closeFile(rules, state, file, trace);
  trace.mark("procedure");
}

/** What ends measures in force, or brings others, by their kind; the rest runs out. */
const IN_FORCE: Partial<Record<FileKind, Week>> = {
  coercion: answerWeek,
  undertaking: undertakingWeek,
  club: partnersLeave,
  mirror: mirrorEnds,
  snapback: (rules, state, file, trace) => {
    if (file.why === "answer" && state.beijing.squeezeSince < 0) closeFile(rules, state, file, trace);
  },
};

function forceWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  (IN_FORCE[file.kind] ?? expiryWeek)(rules, state, file, trace);
  if (file.stage !== "in-force" || file.gate !== state.tick) return;
  enterForce(rules, state, file, trace);
  if (closesTenders(file)) provokeMirror(rules, state, file, trace);
}

/** While the capitals have a file nothing moves but the count; a provisional duty is laid on no longer for that. */
const councilWeek: Week = (rules, state, file, trace) => {
  if (file.kind === "coercion") voteWeek(rules, state, file, trace);
  else lapse(rules, state, file, file.nextGate, trace);
};

/** The Commission has a month to go to the appeal committee. */
const appealWeek: Week = (rules, state, file, trace) => {
  councilWeek(rules, state, file, trace);
  if (file.stage === "appeal-gate" && file.gate < state.tick) missGate(rules, state, file, trace);
};

const askedWeek: Week = (rules, state, file, trace) => {
  if (file.gate < state.tick) closeFile(rules, state, file, trace);
};

/** What a week does to a file of Europe's, by its stage. */
const STAGE: Partial<Record<FileStage, Week>> = {
  asked: askedWeek,
  proposal: proposalWeek,
  "provisional-gate": gateWeek,
  provisional: provisionalWeek,
  preliminary: gateWeek,
  "definitive-gate": definitiveWeek,
  examination: examinationWeek,
  engagement: engagementWeek,
  standing: standingWeek,
  council: councilWeek,
  "appeal-gate": appealWeek,
  "in-force": forceWeek,
};

/** Timers of the week. */
export function filesWeek(rules: Rules, state: State, trace: Trace): void {
  noteCoercion(rules, state, trace);
  for (const file of state.files) {
    if (file.kind === "probe") probeWeek(rules, state, file, trace);
    else STAGE[file.stage]?.(rules, state, file, trace);
  }
}
