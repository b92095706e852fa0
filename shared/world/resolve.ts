// E39-E41: what Beijing believes about Europe's resolve. l is in log-odds; a challenge that is stood raises it, one
// that is folded lowers it, and how much depends on how hard standing was.

import { clip, exp, log, logistic } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { newId, type State, tell, type Word } from "../state.ts";
import { dignify } from "./heat.ts";
import { once } from "./once.ts";

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

/** Europe stood: Beijing believes more. */
export function stand(rules: Rules, state: State, intensity: number, trace: Trace): void {
  state.resolve += standGain(rules, intensity);
  trace.mark("threat");
}

/** Europe folded: Beijing believes less. In a squeeze it has thereby given in. */
export function fold(rules: Rules, state: State, intensity: number, trace: Trace): void {
  state.resolve += foldLoss(rules, intensity);
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
    state.resolve -= rules.model.resolve.lapse * weight;
    trace.mark("threat");
  }
}

/** E41: chance that a target yields. hold = V/V0, cohesion 0 to 100, fund 0 or 1, stock in weeks. */
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

/** Makes a public threat to carry a file through within so many weeks: kept when it bites, a fold when it does not. */
export function threaten(_rules: Rules, state: State, file: string, weeks: number, trace: Trace): Word {
  const word: Word = {
    id: newId(state, "w"),
    by: "commission",
    to: "beijing",
    form: "threat",
    file,
    until: state.tick + weeks,
    state: "open",
  };
  state.words.push(word);
  tell(state, { code: "threat-made", by: "commission", about: [file], amount: word.until, to: [] });
  trace.mark("threat");
  return word;
}

/** A measure has bitten: open threats about the file are kept, and Beijing learns from it. */
export function keepWord(rules: Rules, state: State, file: string, trace: Trace): void {
  for (const word of state.words) {
    if (word.state !== "open" || word.form !== "threat" || word.file !== file) continue;
    word.state = "kept";
    tell(state, { code: "threat-kept", by: "commission", about: [file], amount: 0, to: [] });
    stand(rules, state, Math.max(rules.model.resolve.threat, state.beijing.squeezePain), trace);
  }
}

/** A threat whose deadline has passed was empty: a fold, and Europe looks the worse for it (E36). */
function breakWord(rules: Rules, state: State, word: Word, trace: Trace): void {
  word.state = "broken";
  tell(state, { code: "threat-dropped", by: "commission", about: [word.file], amount: 0, to: [] });
  fold(rules, state, rules.model.resolve.threat, trace);
  dignify(state, -rules.model.politics.bluff);
  trace.mark("threat");
}

const decayOf = once((rules: Rules): number => exp(-log(2) / rules.model.resolve.decayHalfLife));

/** Weeks for which words that are settled stay on record; what became of a threat is told at the end. */
const REMEMBERED = 26;

/** Belief decays to the prior; threats past their deadline break; old words are forgotten. */
export function resolveWeek(rules: Rules, state: State, trace: Trace): void {
  const prior = rules.model.resolve.start;
  state.resolve = prior + (state.resolve - prior) * decayOf(rules);
  trace.mark("time");
  for (const word of state.words) {
    if (word.state !== "open" || word.until >= state.tick) continue;
    if (word.form === "threat") breakWord(rules, state, word, trace);
    else word.state = "none";
  }
  const isOld = (word: Word) => word.form !== "threat" && word.until < state.tick - REMEMBERED;
  if (state.words.some(isOld)) state.words = state.words.filter((word) => !isOld(word));
}
