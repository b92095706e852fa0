// Notice of a restriction: an input may be restricted from a week to come. Firms stock up until then, and what was
// announced in time is no shock when it comes. It speaks of a restriction that begins about then, not of any later one.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { newId, type State, tell, type Word } from "../state.ts";

/** Announces it. No heat now. Marks "beijing-move". */
export function giveNotice(rules: Rules, state: State, i: number, weeks: number, trace: Trace): void {
  const input = state.inputs[i]!;
  input.risk = clip(input.risk + rules.model.moves.noticeRisk, 0, 1);
  const { id } = rules.inputs[i]!;
  const until = state.tick + weeks;
  state.words.push({
    ...{ id: newId(state, "w"), by: "beijing", to: "commission", form: "notice" },
    ...{ file: id, until, state: "open", heard: [] },
  });
  tell(state, { code: "notice-given", by: "beijing", about: [id], amount: until, to: [] });
  trace.mark("beijing-move");
}

/** Whether a notice speaks of a restriction of an input that begins in a week. */
const speaksOf = (rules: Rules, { form, file, until }: Word, i: number, week: number): boolean =>
  form === "notice" &&
  file === rules.inputs[i]!.id &&
  until <= week &&
  week <= until + rules.model.moves.noticeHolds;

/** Whether Beijing has given notice in time of a restriction of an input that begins in a week. */
export const hasNotice = (rules: Rules, words: readonly Word[], i: number, week: number): boolean =>
  words.some((word) => speaksOf(rules, word, i, week));

/** A notice counts as long as what it announced goes on. */
export const isStillMeant = (rules: Rules, state: State, word: Word): boolean =>
  state.inputs.some((input, i) => speaksOf(rules, word, i, input.squeezedSince));
