// What the Commission decides at the gates of a case: a duty, half of it, a price in its place, or nothing.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import { isAboutSubsidies, isAdvisory, provisionalWeeks } from "./clock.ts";
import { openVote } from "./council.ts";
import { announce, biteProvisionally, closeFile, enterForce } from "./duties.ts";
import { warm } from "./heat.ts";
import { giveWay } from "./resolve.ts";

export const DECISIONS = ["impose", "halve", "undertaking", "lapse"] as const;
export type Decision = (typeof DECISIONS)[number];

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

/** Nobody decided in time: no provisional duty; no definitive one either, since the law's deadline has passed. */
export function missGate(rules: Rules, state: State, file: File, trace: Trace): void {
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
export function approach(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.nextGate - rules.model.law.decideWindow > state.tick) return;
  const lapses = file.gate;
  file.stage = "definitive-gate";
  file.gate = file.nextGate;
  file.nextGate = lapses;
  announce(rules, state, file, "gate-ahead", file.gate);
  trace.mark("procedure");
}
