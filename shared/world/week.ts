// One week of the world, in a fixed order. Beijing's and Europe's orders of the week have been applied before; what
// they set in motion moves here.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { forgetNews, type State } from "../state.ts";
import { beijingWeek } from "./beijing.ts";
import { contractsWeek } from "./contracts.ts";
import { votesWeek } from "./count.ts";
import { drift } from "./drift.ts";
import { eventsWeek } from "./events.ts";
import { goalsWeek } from "./goals.ts";
import { heatWeek } from "./heat.ts";
import { hushedWeek } from "./hushed.ts";
import { leverageWeek } from "./leverage.ts";
import { paceWeek } from "./plants.ts";
import { filesWeek } from "./procedures.ts";
import { reportsWeek } from "./reports.ts";
import { resolveWeek } from "./resolve.ts";
import { courseOf, endingWeek, type Parts, partsOf, scoresOf } from "./score.ts";
import { newState } from "./start.ts";
import { talksWeek } from "./talks.ts";
import { tallyWeek } from "./tally.ts";
import { wordsWeek } from "./words.ts";

/** What moves in a week of the world. */
function move(rules: Rules, state: State, trace: Trace): void {
  state.tick += 1;
  forgetNews(state);
  filesWeek(rules, state, trace);
  votesWeek(rules, state, trace);
  eventsWeek(rules, state, trace);
  contractsWeek(rules, state, trace);
  hushedWeek(rules, state, trace);
  talksWeek(state, trace);
  drift(rules, state, trace);
  beijingWeek(rules, state, trace);
  resolveWeek(rules, state, trace);
  wordsWeek(rules, state, trace);
  heatWeek(rules, state, trace);
  paceWeek(rules, state);
}

/** A week at whose end nobody looks: of what is read off the world only the sums, which scores are read from. */
function pass(rules: Rules, state: State, trace: Trace): void {
  move(rules, state, trace);
  tallyWeek(rules, state);
}

/** Advances the world by one week, and ends the game when its time is over or control is lost. */
export function week(rules: Rules, state: State, trace: Trace): void {
  move(rules, state, trace);
  leverageWeek(rules, state);
  reportsWeek(rules, state);
  tallyWeek(rules, state);
  goalsWeek(rules, state);
  endingWeek(rules, state, () => newState(rules, state), pass);
}

/** True while there is a game that may be ended: not before anything has happened, nor twice. */
export const mayEnd = ({ tick, ending }: Pick<State, "tick" | "ending">): boolean => tick > 0 && !ending;

/** Ends the game in the week as it stands, and judges it as a game of that length. */
export function endNow(rules: Rules, state: State): void {
  if (!mayEnd(state)) return;
  // What would have happened had nobody acted is the same game still, with all its weeks before it.
  const { seed, weeks } = state;
  state.weeks = state.tick;
  endingWeek(rules, state, () => newState(rules, { seed, weeks }), pass);
}

/** Scores of all seats had the host ended the game in the week as it stands; a game of `weeks` still runs. */
export function scoresNow(rules: Rules, state: State): number[] {
  const { seed, weeks } = state;
  const stopped = { ...state, weeks: state.tick };
  return scoresOf(rules, courseOf(rules, stopped, newState(rules, { seed, weeks }), pass));
}

/** What the scores of a game that has ended are made of, seat by seat. */
export const partsAt = (rules: Rules, state: State): Parts[] =>
  partsOf(rules, courseOf(rules, state, newState(rules, state), pass));
