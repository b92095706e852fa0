// Words that can be kept or broken: Europe's threats and Beijing's warnings, each with a deadline. A threat that is not
// carried out in time counts as a fold under light pressure (E39), whoever made it and whoever heard it: in a room it is a
// threat like any other, but only those in the room know of it and of what becomes of it, and judge it.

import type { Trace } from "../explain.ts";
import type { NewsCode } from "../news.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type File, newId, type State, tell, type Vote, type Word } from "../state.ts";
import { earliestBite, type Now } from "./clock.ts";
import { dignify, esteem } from "./heat.ts";
import { isStillMeant } from "./notice.ts";
import { isBiting } from "./readings.ts";
import { fold, foldLoss, judgeBeijing, memberFolds, memberStands, stand, standGain } from "./resolve.ts";

/** Records a word with a deadline. */
function give(
  state: State,
  by: Seat,
  to: Seat,
  form: "threat" | "warning",
  file: string,
  weeks: number,
  heard: readonly Seat[],
): Word {
  const until = state.tick + weeks;
  const word: Word = { id: newId(state, "w"), by, to, form, file, until, state: "open", heard: [...heard] };
  state.words.push(word);
  return word;
}

/** Tells those who heard a threat of it, or of what became of it. */
function tellThreat(state: State, { file, heard }: Word, code: NewsCode, amount = 0): void {
  tell(state, { code, by: "commission", about: [file], amount, to: [...heard] });
}

/**
 * Makes a threat to carry a file through within so many weeks: kept when it bites, a fold when it does not. `heard` = those
 * in the room, empty = said in public.
 */
export function threaten(
  _rules: Rules,
  state: State,
  file: string,
  weeks: number,
  trace: Trace,
  heard: readonly Seat[] = [],
): Word {
  const word = give(state, "commission", "beijing", "threat", file, weeks, heard);
  tellThreat(state, word, "threat-made", word.until);
  trace.mark("threat");
  return word;
}

/** A measure has bitten: open threats about the file are kept, and Beijing learns from it. */
export function keepWord(rules: Rules, state: State, file: string, trace: Trace): void {
  for (const word of state.words) {
    if (word.state !== "open" || word.form !== "threat" || word.file !== file) continue;
    word.state = "kept";
    tellThreat(state, word, "threat-kept");
    stand(rules, state, Math.max(rules.model.resolve.threat, state.beijing.squeezePain), trace, word.heard);
  }
}

/**
 * Whether a threat can still be carried out in time: its file can be in force when the week of the deadline is over, that
 * is, from the next one on.
 */
export const isInTime = (rules: Rules, file: File | undefined, until: number, now: Now): boolean =>
  file !== undefined && earliestBite(rules, file, now) <= until + 1;

/** A threat whose deadline has passed was empty: a fold, and Europe looks the worse for it (E36) where all heard it. */
function dropThreat(rules: Rules, state: State, word: Word, trace: Trace): void {
  word.state = "broken";
  tellThreat(state, word, "threat-dropped");
  fold(rules, state, rules.model.resolve.threat, trace, word.heard);
  if (word.heard.length === 0) dignify(state, -rules.model.politics.bluff);
  trace.mark("threat");
}

/**
 * Beijing warns Brussels or a capital that it will answer: within the weeks it names, or, where it names a European file,
 * once that file bites in them.
 */
export function warn(
  state: State,
  to: Seat,
  file: string,
  weeks: number,
  trace: Trace,
  heard: readonly Seat[] = [],
): Word {
  const word = give(state, "beijing", to, "warning", file, weeks, heard);
  const about = file === "" ? [to] : [to, file];
  tell(state, { code: "warning-given", by: "beijing", about, amount: word.until, to: [...heard] });
  trace.mark("threat");
  return word;
}

/** News of what became of a warning, to those who heard it. */
function tellWarning(state: State, { to, heard }: Word, code: "warning-kept" | "warning-dropped"): void {
  tell(state, { code, by: "beijing", about: [to], amount: 0, to: [...heard] });
}

/** Who judges a warning by what became of it: the capital that was warned, or all of them, who only look on. */
function judge(rules: Rules, state: State, { to }: Word, by: number): void {
  const m = memberAt(rules, to);
  if (m >= 0) judgeBeijing(rules, state, [m], by);
  else judgeBeijing(rules, state, [...rules.members.keys()], rules.model.resolve.witness * by);
}

/** Beijing has hit everybody ("all") or some members: warnings to them are kept, and its word weighs more. */
export function carryOut(rules: Rules, state: State, hit: "all" | readonly number[], trace: Trace): void {
  for (const word of state.words) {
    if (word.state !== "open" || word.form !== "warning") continue;
    const m = memberAt(rules, word.to);
    if (hit !== "all" && !hit.includes(m)) continue;
    word.state = "kept";
    tellWarning(state, word, "warning-kept");
    judge(rules, state, word, standGain(rules, rules.model.resolve.threat));
  }
  trace.mark("threat");
}

/** A warning is over: empty, unless it was about a file that never bit. */
function dropWarning(rules: Rules, state: State, word: Word, trace: Trace): void {
  const file = state.files.find(({ id }) => id === word.file);
  if (word.file !== "" && !(file && isBiting(file))) {
    word.state = "none";
    return;
  }
  word.state = "broken";
  tellWarning(state, word, "warning-dropped");
  judge(rules, state, word, foldLoss(rules, rules.model.resolve.threat));
  if (word.heard.length === 0) esteem(state, -rules.model.beijing.bluffFace, 0);
  trace.mark("threat");
}

/** A capital votes on what Beijing has warned it of, which may be anything: for it is standing, all else is giving in. */
export function voteUnderWarning(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  for (const word of state.words) {
    if (word.state !== "open" || word.form !== "warning") continue;
    const m = memberAt(rules, word.to);
    if (m < 0 || (word.file !== "" && word.file !== vote.file)) continue;
    if (vote.cast[m] === "for") memberStands(rules, state, m, 1);
    else memberFolds(rules, state, m, rules.model.resolve.offerWeight);
  }
  trace.mark("threat");
}

/** Weeks for which words that are settled stay on record; what became of a threat is told at the end. */
const REMEMBERED = 26;

/** A word that nobody judges is over; an offer to step down has had no answer, and who heard it reads so. */
function dropWord(state: State, word: Word): void {
  word.state = "none";
  const { form, by, file, heard } = word;
  if (form === "step-down")
    tell(state, { code: "step-down-lapsed", by, about: [file], amount: 0, to: [...heard] });
}

/** Words past their deadline are judged; old ones are forgotten. */
export function wordsWeek(rules: Rules, state: State, trace: Trace): void {
  for (const word of state.words) {
    if (word.state !== "open" || word.until >= state.tick) continue;
    if (word.form === "threat") dropThreat(rules, state, word, trace);
    else if (word.form === "warning") dropWarning(rules, state, word, trace);
    else dropWord(state, word);
  }
  const isOld = (word: Word) =>
    word.form !== "threat" && word.until < state.tick - REMEMBERED && !isStillMeant(rules, state, word);
  if (state.words.some(isOld)) state.words = state.words.filter((word) => !isOld(word));
}
