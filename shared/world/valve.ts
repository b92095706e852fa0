// The valve: licence modes a step at a time and what using them costs, whom the queues favour, and the package of controls
// that lies frozen behind it. A squeeze is any input in go-slow or embargo.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { holds, isTight, LICENCE_MODES, type LicenceMode, type State, type Term, tell } from "../state.ts";
import { breakByStop } from "./breach.ts";
import { snapBack } from "./files.ts";
import { esteem, warm } from "./heat.ts";
import { setMode } from "./inputs.ts";
import { hasNotice } from "./notice.ts";
import { binds } from "./promise.ts";
import { stand } from "./resolve.ts";
import { carryOut } from "./words.ts";

/** True when the package of October 2025 is in force: its suspension has run out. */
const hasPackage = (state: State): boolean => state.tick > state.beijing.packageUntil;

/** Sets a mode; while the package is in force, less goes through and a licence takes longer than the mode alone says. */
function setValve(rules: Rules, state: State, i: number, mode: LicenceMode): void {
  setMode(rules, state, i, mode);
  if (!hasPackage(state) || !isUnderPackage(mode)) return;
  const input = state.inputs[i]!;
  input.throughput = Math.max(0, input.throughput - rules.model.beijing.packageThroughput);
  input.licenceWeeks += rules.model.beijing.packageWeeks;
}

/** The package bites where licences are given out one by one; free goods and a squeeze are what they are. */
const isUnderPackage = (mode: LicenceMode): boolean => mode === "general" || mode === "case-by-case";

/**
 * Sets the licence mode of an input with all that follows, but not the order's cost: heat, a flicker's shame, the clock
 * of a squeeze, a promise broken, a measure voted in advance.
 */
export function turnValve(rules: Rules, state: State, i: number, mode: LicenceMode, trace: Trace): void {
  const before = state.inputs[i]!.mode;
  const tighter = LICENCE_MODES.indexOf(mode) > LICENCE_MODES.indexOf(before);
  const { tightened } = state.inputs[i]!;
  setValve(rules, state, i, mode);
  state.inputs[i]!.tightened = tighter ? state.tick : -1;
  const code = tighter ? "licences-tightened" : "licences-loosened";
  tell(state, { code, by: "beijing", about: [rules.inputs[i]!.id, mode], amount: 0, to: [] });
  trace.mark(tighter ? "squeeze" : "easing");
  if (tighter && isTight(mode)) tighten(rules, state, i, mode, trace);
  if (!tighter) loosen(rules, state, tightened, isTight(before), trace);
}

function tighten(rules: Rules, state: State, i: number, mode: LicenceMode, trace: Trace): void {
  const { goSlow, embargo, noticed } = rules.model.heat;
  const { beijing } = state;
  const opens = beijing.squeezeSince < 0;
  const shock = hasNotice(rules, state.words, i, state.tick) ? noticed : 1;
  warm(state, (mode === "embargo" ? embargo : goSlow) * (opens ? 1 : 0.5) * shock);
  if (opens) {
    beijing.squeezeSince = state.tick;
    beijing.squeezePain = 0;
    beijing.squeezes += 1;
    const { gone } = state.leverage;
    beijing.wear.push({ from: state.tick, until: -1, before: gone, after: gone });
    state.tally.squeezedAt.push(state.tick);
    const about = rules.inputs.filter((_, k) => isTight(state.inputs[k]!.mode)).map((input) => input.id);
    tell(state, { code: "squeeze-begun", by: "beijing", about, amount: 0, to: [] });
  }
  trace.mark("squeeze");
  breakByStop(rules, state, trace);
  carryOut(rules, state, "all", trace);
  if (opens) snapBack(rules, state, trace);
}

/** Loosening ends a squeeze when no input is tight any more; what was tightened a few weeks before looks like a whim. */
function loosen(rules: Rules, state: State, tightened: number, wasTight: boolean, trace: Trace): void {
  const { flickerReputation, flickerWeeks, squeezePause } = rules.model.beijing;
  const { beijing } = state;
  if (tightened >= 0 && state.tick - tightened < flickerWeeks) esteem(state, 0, -flickerReputation);
  if (!wasTight) return;
  if (beijing.squeezeSince < 0 || state.inputs.some((input) => isTight(input.mode))) return;
  const weeks = state.tick - beijing.squeezeSince;
  tell(state, { code: "squeeze-ended", by: "beijing", about: [], amount: weeks, to: [] });
  const stood = beijing.squeezePain;
  beijing.squeezeSince = -1;
  beijing.squeezeEnded = state.tick;
  Object.assign(beijing.wear.at(-1)!, { until: state.tick, after: state.leverage.gone });
  beijing.next.squeeze = state.tick + squeezePause;
  trace.mark("easing");
  if (stood >= 0) stand(rules, state, stood, trace);
}

/** Loosens every tight input at once. */
export function endSqueeze(rules: Rules, state: State, trace: Trace): void {
  for (let i = 0; i < rules.I; i++)
    if (isTight(state.inputs[i]!.mode)) turnValve(rules, state, i, "case-by-case", trace);
}

/** Favours or punishes members in every licence queue for so many weeks. Marks "beijing-move". */
export function tiltQueues(
  rules: Rules,
  state: State,
  members: readonly number[],
  factor: number,
  weeks: number,
  trace: Trace,
): void {
  if (factor < 1 && members.length <= rules.model.moves.aimMost)
    for (const m of members) state.tally.deeds[m]!.pickedOut += 1;
  if (factor < 1 && members.length > 0) state.beijing.singledOut += 1;
  for (const input of state.inputs)
    for (const m of members) {
      input.tilt[m] = factor;
      input.tiltEnds[m] = state.tick + weeks;
    }
  const about = members.map((m) => rules.members[m]!.code);
  tell(state, { code: "licences-aimed", by: "beijing", about, amount: factor, to: [] });
  trace.mark("beijing-move");
}

/** B2: favours members, or punishes them, in every licence queue. */
export function aimLicences(
  rules: Rules,
  state: State,
  members: readonly number[],
  favour: boolean,
  trace: Trace,
): void {
  const { aimFactor, aimWeeks } = rules.model.beijing;
  tiltQueues(rules, state, members, favour ? aimFactor : 1 / aimFactor, aimWeeks, trace);
  if (!favour) carryOut(rules, state, members, trace);
}

/** Moves the end of the suspension, also of one that has run out. Marks "beijing-move". */
export function suspendPackage(rules: Rules, state: State, until: number, trace: Trace): void {
  const was = hasPackage(state);
  Object.assign(state.beijing, { packageUntil: until, packageLent: 0 });
  if (hasPackage(state) !== was) applyPackage(rules, state, trace);
  else if (!was) tell(state, { code: "package-prolonged", by: "beijing", about: [], amount: until, to: [] });
  trace.mark("beijing-move");
}

/** Week until which agreements in force let the package rest: they rule out any new control on what it is about. */
const suspendedUntil = (rules: Rules, { contracts, tick }: State): number =>
  Math.max(
    -1,
    ...contracts
      .filter((c) => holds(c, tick) && c.terms.some((term) => term.state === "open" && rulesOut(rules, term)))
      .map(({ until }) => until),
  );

/** No new control on anything that is licensed: then the package cannot come back either. */
const rulesOut = (rules: Rules, term: Term): boolean =>
  term.metric === "no-new-control" && term.value === 0 && binds(rules, term);

/** The suspension lasts as long as agreements that rule out a new control. Answers whether that is longer than it was. */
export function holdPackage(rules: Rules, state: State, trace: Trace): boolean {
  const until = suspendedUntil(rules, state);
  const { packageUntil, packageLent } = state.beijing;
  if (hasPackage(state) || until <= packageUntil) return false;
  suspendPackage(rules, state, until, trace);
  state.beijing.packageLent = packageLent + until - packageUntil;
  return true;
}

/** An agreement that let the package rest is over before its time: it rests no longer than it would have without. */
function callBack(rules: Rules, state: State): void {
  const { beijing, tick } = state;
  const own = beijing.packageUntil - beijing.packageLent;
  const until = Math.max(own, suspendedUntil(rules, state), tick);
  if (beijing.packageLent === 0 || until >= beijing.packageUntil) return;
  Object.assign(beijing, { packageUntil: until, packageLent: until - own });
}

/** In the last week of the suspension an agreement that was renewed prolongs it; the week after, the package is back. */
export function packageWeek(rules: Rules, state: State, trace: Trace): void {
  callBack(rules, state);
  const { packageUntil } = state.beijing;
  if (state.tick === packageUntil) holdPackage(rules, state, trace);
  else if (state.tick === packageUntil + 1) applyPackage(rules, state, trace);
}

/** The package has come back or gone: every valve is set anew under it. */
function applyPackage(rules: Rules, state: State, trace: Trace): void {
  const back = hasPackage(state);
  for (let i = 0; i < rules.I; i++) {
    const { mode, since } = state.inputs[i]!;
    if (!isUnderPackage(mode)) continue;
    setValve(rules, state, i, mode);
    state.inputs[i]!.since = since;
  }
  warm(state, back ? rules.model.beijing.packageHeat : -rules.model.beijing.packageHeat / 2);
  const code = back ? "package-returned" : "package-prolonged";
  tell(state, { code, by: "beijing", about: [], amount: state.beijing.packageUntil, to: [] });
  trace.mark(back ? "squeeze" : "easing");
}

/** A running squeeze: its upkeep, and how much of what Europe bears it takes. It ends when nothing is left to pay it. */
export function squeezeWeek(rules: Rules, state: State, trace: Trace): void {
  const { beijing, members } = state;
  if (beijing.squeezeSince < 0) return;
  let pain = 0;
  for (let m = 0; m < rules.M; m++)
    pain += (members[m]!.pain / members[m]!.tolerance) * (rules.members[m]!.population / 100);
  if (beijing.squeezePain >= 0) beijing.squeezePain = Math.max(beijing.squeezePain, Math.min(1, pain));
  beijing.points -= rules.model.beijing.squeezeUpkeep;
  if (beijing.points >= 0) return;
  beijing.points = 0;
  endSqueeze(rules, state, trace);
}
