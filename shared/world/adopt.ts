// What a majority in the Council sets in motion: some acts apply at once, others when they are ready.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import { paced } from "./clock.ts";
import { determined } from "./coercion.ts";
import { enterForce } from "./duties.ts";
import { warm } from "./heat.ts";
import { applyReview } from "./review.ts";

type Adopt = (rules: Rules, state: State, file: File, trace: Trace) => void;

/** The act waits for a week of its own. */
function wait(file: File, until: number): void {
  file.stage = "in-force";
  file.gate = until;
  file.nextGate = -1;
}

/** E33: money voted before it is needed flows within weeks; in the middle of a squeeze everything has to be set up first. */
function adoptPackage(rules: Rules, state: State, file: File, trace: Trace): void {
  const { commission, beijing, tick } = state;
  const { packageReady, packageLate } = rules.model.law;
  wait(file, tick + paced(rules, file, beijing.squeezeSince < 0 ? packageReady : packageLate));
  if (commission.fund <= 0) commission.payout = file.payout;
  commission.fund = Math.max(commission.fund, file.size);
  commission.fundFrom = file.gate;
  trace.mark("procedure");
}

function adoptLaw(rules: Rules, state: State, file: File, trace: Trace): void {
  wait(file, Math.max(state.tick + paced(rules, file, rules.model.law.lawForce), file.nextGate));
  warm(state, rules.model.heat.law);
  trace.mark("procedure");
}

/** The Council finds coercion, or the answer to it is adopted and may wait so that there is time to sign. */
function adoptCoercion(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.remedy === "none") determined(rules, state, file, trace);
  else wait(file, Math.max(state.tick + 1, file.nextGate));
}

const ADOPT: Partial<Record<FileKind, Adopt>> = {
  package: adoptPackage,
  law: adoptLaw,
  coercion: adoptCoercion,
  review: applyReview,
  procurement: (rules, state, file) => wait(file, state.tick + rules.model.law.procurementForce),
};

/** A proposal has its majority, or no majority against it. */
export const adopt = (rules: Rules, state: State, file: File, trace: Trace): void =>
  (ADOPT[file.kind] ?? enterForce)(rules, state, file, trace);
