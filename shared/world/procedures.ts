// The week of all procedures: gates open and are missed, duties lapse, laws begin to apply.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { File, FileStage, State } from "../state.ts";
import { announce, biteProvisionally, closeFile, endDuty, enterForce } from "./duties.ts";
import { callVote } from "./files.ts";
import { approach, missGate } from "./gates.ts";

type Week = (rules: Rules, state: State, file: File, trace: Trace) => void;

/** True when Europe has stepped down somewhere since a week: then Beijing's final duties come out lower. */
const hasOffered = (state: State, since: number): boolean =>
  state.files.some((f) => f.kind === "undertaking" && f.gate >= since) ||
  state.contracts.some(
    (c) => c.from >= since && c.parties.includes("commission") && c.template !== "bare-assurance",
  );

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

/** A gate of the Commission's is announced when it opens, and missed when nobody has decided. */
function gateWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.gate < state.tick) missGate(rules, state, file, trace);
  else if (file.gate - rules.model.law.decideWindow === state.tick)
    announce(rules, state, file, "gate-ahead", file.gate);
}

/** A provisional duty lapses when its months are over, also before anybody has decided on the definitive one. */
function lapse(rules: Rules, state: State, file: File, last: number, trace: Trace): void {
  if (last >= 0 && last < state.tick) endDuty(rules, state, file, trace);
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

function forceWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.gate === state.tick) enterForce(rules, state, file, trace);
  else if (file.kind === "snapback" && file.why === "answer" && state.beijing.squeezeSince < 0)
    closeFile(rules, state, file, trace);
}

const askedWeek: Week = (rules, state, file, trace) => {
  if (file.gate < state.tick) closeFile(rules, state, file, trace);
};

/** What a week does to a file of Europe's, by its stage; in the Council nothing moves but the count. */
const STAGE: Partial<Record<FileStage, Week>> = {
  asked: askedWeek,
  proposal: proposalWeek,
  "provisional-gate": gateWeek,
  provisional: provisionalWeek,
  "definitive-gate": definitiveWeek,
  "in-force": forceWeek,
};

/** Timers of the week. */
export function filesWeek(rules: Rules, state: State, trace: Trace): void {
  for (const file of state.files) {
    if (file.kind === "probe") probeWeek(rules, state, file, trace);
    else STAGE[file.stage]?.(rules, state, file, trace);
  }
}
