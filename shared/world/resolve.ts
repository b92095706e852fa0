// E39-E41: beliefs, in log-odds. Beijing believes more or less of Europe's resolve and of each capital's; each capital of
// what Brussels says and of what Beijing promises. A challenge that is stood raises a belief, one that is folded lowers
// it, and how much depends on how hard standing was. Words that can be kept or broken stand in words.ts.

import { clip, exp, log, logistic } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Member, State } from "../state.ts";
import { once } from "./once.ts";

/** A belief of or about a capital. */
export type Belief = "firmness" | "trustBrussels" | "trustBeijing";

/** What is believed before anything has happened: of a capital by its usual line, of Brussels alike everywhere. */
const priors = once((rules: Rules): Pick<Member, Belief>[] => {
  const r = rules.model.resolve;
  return rules.members.map(({ posture }) => ({
    firmness: r.firmness + r.firmnessPosture * posture,
    trustBrussels: r.trustBrussels,
    trustBeijing: r.trustBeijing + r.trustBeijingPosture * posture,
  }));
});

/** The beliefs about and of a member in week 0. */
export const newBeliefs = (rules: Rules, m: number): Pick<Member, Belief> => ({ ...priors(rules)[m]! });

/** Chance that a resolute, and that an irresolute actor stands a challenge of this intensity. */
function chances(rules: Rules, intensity: number): [resolute: number, irresolute: number] {
  const { firmLight, firmHeavy, softLight, softHeavy } = rules.model.resolve;
  const c = clip(intensity, 0, 1);
  return [firmLight + (firmHeavy - firmLight) * c, softLight + (softHeavy - softLight) * c];
}

/** E39: change of log-odds when Europe stands a challenge of intensity 0 (light) to 1 (pain at the limit). */
export function standGain(rules: Rules, intensity: number): number {
  const [resolute, irresolute] = chances(rules, intensity);
  return log(resolute / irresolute);
}

/** E39: change of log-odds (below 0) when Europe folds. */
export function foldLoss(rules: Rules, intensity: number): number {
  const [resolute, irresolute] = chances(rules, intensity);
  return log((1 - resolute) / (1 - irresolute));
}

/** No belief becomes a certainty. */
const bounded = (rules: Rules, l: number): number =>
  clip(l, -rules.model.resolve.most, rules.model.resolve.most);

/** What Beijing thinks of Europe's word moves, in log-odds. The caller marks the cause. */
export function impress(rules: Rules, state: State, by: number): void {
  state.resolve = bounded(rules, state.resolve + by);
}

/** Who saw a test of Europe's word besides Beijing; empty = everybody. */
type Witnesses = readonly Seat[];

/** What Beijing thinks of Europe moves, and what the capitals that saw it think of Brussels, by a part of it. */
function judgeEurope(rules: Rules, state: State, by: number, seen: Witnesses = []): void {
  impress(rules, state, by);
  rules.members.forEach(({ code }, m) => {
    if (seen.length === 0 || seen.includes(code))
      learn(rules, state, m, "trustBrussels", rules.model.resolve.witness * by);
  });
}

/** Moves a belief of or about one capital; the caller marks the cause. */
export function learn(rules: Rules, state: State, m: number, belief: Belief, by: number): void {
  const member = state.members[m]!;
  member[belief] = bounded(rules, member[belief] + by);
}

/** Europe stood: Beijing believes more. */
export function stand(rules: Rules, state: State, intensity: number, trace: Trace, seen?: Witnesses): void {
  judgeEurope(rules, state, standGain(rules, intensity), seen);
  trace.mark("threat");
}

/** Europe folded: Beijing believes less. In a squeeze it has thereby given in. */
export function fold(rules: Rules, state: State, intensity: number, trace: Trace, seen?: Witnesses): void {
  judgeEurope(rules, state, foldLoss(rules, intensity), seen);
  if (state.beijing.squeezeSince >= 0 && state.beijing.squeezePain >= 0) {
    state.beijing.squeezePain = -1;
    state.beijing.yields += 1;
  }
  trace.mark("threat");
}

/** Europe lets a measure go: a fold as deep as the pain in a squeeze, a small sign of weakness (times `weight`) without one. */
export function giveWay(rules: Rules, state: State, trace: Trace, weight = 1): void {
  const { squeezeSince, squeezePain } = state.beijing;
  if (squeezeSince >= 0 && squeezePain >= 0) fold(rules, state, squeezePain, trace);
  else {
    judgeEurope(rules, state, -rules.model.resolve.lapse * weight);
    trace.mark("threat");
  }
}

/** How hard it is for a capital to stand now: its pain as a share of what it bears. */
const pressureOn = ({ pain, tolerance }: Member): number => clip(pain / tolerance, 0, 1);

/** A capital stood up to Beijing; `weight` = how much of a test it was, 0 to 1. The caller marks the cause. */
export function memberStands(rules: Rules, state: State, m: number, weight: number): void {
  learn(rules, state, m, "firmness", weight * standGain(rules, pressureOn(state.members[m]!)));
}

/** A capital gave in to Beijing, or took its gift. */
export function memberFolds(rules: Rules, state: State, m: number, weight: number): void {
  learn(rules, state, m, "firmness", weight * foldLoss(rules, pressureOn(state.members[m]!)));
}

/** Beijing did what it had said, or did not, before these capitals' eyes: kept at light pressure, or a fold (E39). */
export function judgeBeijing(rules: Rules, state: State, members: readonly number[], by: number): void {
  for (const m of members) learn(rules, state, m, "trustBeijing", by);
}

/** A new government: what Beijing thought of the old one counts half (reputation sticks to states more than to leaders). */
export function newLeader(rules: Rules, state: State, m: number): void {
  const usual = priors(rules)[m]!.firmness;
  state.members[m]!.firmness = usual + (state.members[m]!.firmness - usual) / 2;
}

/** How far a capital with such a belief takes Beijing's word, against what it usually does: 1 = as usual, 0 to 2. */
export const beliefOf = (rules: Rules, m: number, trustBeijing: number): number =>
  2 * logistic(trustBeijing - priors(rules)[m]!.trustBeijing);

/** The same of a capital as it is. */
export const credence = (rules: Rules, state: State, m: number): number =>
  beliefOf(rules, m, state.members[m]!.trustBeijing);

/** The same of the Union, by use of the first input, whose users promises are made to. */
export function meanCredence(rules: Rules, state: State): number {
  let mean = 0;
  for (let m = 0; m < rules.M; m++) mean += rules.members[m]!.use[0]! * credence(rules, state, m);
  return mean;
}

/**
 * E43: Beijing offers a way to give in without losing face: it has spoken of equal dignity, or proposed that both step down,
 * since a week.
 */
export const savesFace = (words: State["words"], since: number): boolean =>
  words.some(
    (w) => w.by === "beijing" && (w.form === "equal-dignity" || w.form === "step-down") && w.until >= since,
  );

/**
 * E43: what the target of a pure squeeze puts on top of its pain before it gives in, since the next demand will follow; 0
 * when the squeeze comes with an offer that saves face. In units of `hold`.
 */
export const nextDemand = (rules: Rules, face: boolean): number =>
  face ? 0 : rules.model.resolve.yieldNext / rules.model.resolve.yieldPain;

/**
 * E41: chance that a target yields. hold = V/V0, or pain a share of what a capital bears, less the next demand (E43);
 * cohesion 0 to 100, fund 0 or 1, stock in weeks.
 */
export function yieldChance(
  rules: Rules,
  hold: number,
  resolve: number,
  cohesion: number,
  fund: number,
  stock: number,
): number {
  const r = rules.model.resolve;
  return logistic(
    r.yieldBase +
      r.yieldPain * hold -
      r.yieldResolve * resolve -
      (r.yieldCohesion * cohesion) / 100 -
      r.yieldFund * fund -
      r.yieldStock * stock,
  );
}

/** Part of what was learned that is left after a week. */
const keptOf = once((rules: Rules): number => exp(-log(2) / rules.model.resolve.decayHalfLife));

/** Beliefs decay to what was believed at first. */
export function resolveWeek(rules: Rules, state: State, trace: Trace): void {
  const kept = keptOf(rules);
  const { start } = rules.model.resolve;
  state.resolve = start + (state.resolve - start) * kept;
  const usual = priors(rules);
  for (let m = 0; m < rules.M; m++) {
    const member = state.members[m]!;
    const { firmness, trustBrussels, trustBeijing } = usual[m]!;
    member.firmness = firmness + (member.firmness - firmness) * kept;
    member.trustBrussels = trustBrussels + (member.trustBrussels - trustBrussels) * kept;
    member.trustBeijing = trustBeijing + (member.trustBeijing - trustBeijing) * kept;
  }
  trace.mark("time");
}
