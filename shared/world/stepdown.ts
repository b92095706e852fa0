// The mutual step-down: in the same week Beijing lets licences flow again and both sides take back part of what they have
// laid on in this game. It costs Europe far less belief than folding does, and nobody wins.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type Draft, type File, newId, type State, type Term, tell, type Word } from "../state.ts";
import { STEP_DOWN } from "./agreement.ts";
import { laidOn, setDuty } from "./duties.ts";
import { warm } from "./heat.ts";
import { impress } from "./resolve.ts";
import { sign } from "./signing.ts";
import { endSqueeze } from "./valve.ts";

/** How far a step-down may go. */
export const EXTENTS = ["part", "half"] as const;
type Extent = (typeof EXTENTS)[number];

/** True when a side has duties of this game to take back. */
export const hasLaidOn = (rules: Rules, files: readonly File[], side: File["side"]): boolean =>
  files.some((file) => file.side === side && laidOn(rules, file) > 0);

/** The agreement that holds it: no new controls for a time. */
function pause(rules: Rules, state: State, trace: Trace): void {
  const weeks = rules.model.beijing.stepDownWeeks;
  const term: Term = {
    ...{ by: "beijing", metric: "no-new-control", about: "all" },
    ...{ value: 0, weeks, measure: "public" },
  };
  const draft: Draft = {
    ...{ template: STEP_DOWN, terms: [term], weeks },
    ...{ expiry: "lapse", secret: false, snapback: false },
  };
  sign(rules, state, draft, ["beijing", "commission"], trace);
}

/** Both sides step down: a share of the duties of this game goes, a squeeze ends, heat falls, so does l a little. */
export function stepDown(rules: Rules, state: State, share: number, trace: Trace): void {
  const { stepDownResolve, stepDownWeeks } = rules.model.beijing;
  for (const file of state.files) {
    const laid = laidOn(rules, file);
    if (laid <= 0) continue;
    const left = file.duty - share * laid;
    // The heat that goes with it has gone once: to drop the file later takes what is left.
    file.heat *= left / file.duty;
    setDuty(rules, state, file, left);
  }
  pause(rules, state, trace);
  state.beijing.squeezePain = -1;
  impress(rules, state, -stepDownResolve);
  warm(state, -rules.model.heat.stepDown);
  tell(state, { code: "step-down-agreed", by: "", about: [], amount: state.tick + stepDownWeeks, to: [] });
  trace.mark("contract");
  endSqueeze(rules, state, trace);
}

/** One side offers it in the open; the other has some weeks to answer. */
export function offerStepDown(rules: Rules, state: State, by: Seat, extent: Extent): Word {
  const { stepDownAnswer, stepDownEvery } = rules.model.beijing;
  const word: Word = {
    id: newId(state, "w"),
    by,
    to: by === "beijing" ? "commission" : "beijing",
    form: "step-down",
    file: extent,
    until: state.tick + stepDownAnswer,
    state: "open",
    heard: [],
  };
  state.words.push(word);
  if (by === "beijing") state.beijing.next["step-down"] = state.tick + stepDownEvery;
  else state.commission.stepDownNext = state.tick + stepDownEvery;
  tell(state, { code: "step-down-offered", by, about: [extent], amount: word.until, to: [] });
  return word;
}

/** The other side answers. Marks "contract". */
export function answerStepDown(
  rules: Rules,
  state: State,
  word: Word,
  accepted: boolean,
  trace: Trace,
): void {
  const { stepDownPart, stepDownHalf } = rules.model.beijing;
  word.state = accepted ? "kept" : "none";
  if (accepted) {
    stepDown(rules, state, word.file === "half" ? stepDownHalf : stepDownPart, trace);
    return;
  }
  warm(state, rules.model.heat.stepDownRefused);
  tell(state, { code: "step-down-refused", by: word.to, about: [], amount: 0, to: [] });
  trace.mark("contract");
}
