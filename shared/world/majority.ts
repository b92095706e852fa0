// The arithmetic of the qualified majority (Article 16(4) TEU), exact to the hundredth of a percent, and what the rule of a
// vote makes of it.

import { sum } from "../exact.ts";
import type { Rules } from "../scenario.ts";
import type { JointStatement, Vote, VoteRule } from "../state.ts";
import { once } from "./once.ts";

/** Population in hundredths of a percent, so that sums are exact, with their total. */
export const peopleOf = once((rules: Rules) => {
  const each = rules.members.map((m) => Math.round(100 * m.population));
  return { each, total: sum(each) };
});

/** Whether so many states with so many people (hundredths of a percent) are a blocking minority. */
function isBlocking(rules: Rules, states: number, people: number): boolean {
  const { law } = rules.model;
  return 100 * people > law.blockPeople * peopleOf(rules).total && states >= law.blockStates;
}

/** Whether so many states with so many people (hundredths of a percent) are a qualified majority. */
export const isQualified = (rules: Rules, states: number, people: number): boolean =>
  states >= rules.model.law.states && !isBlocking(rules, rules.M - states, peopleOf(rules).total - people);

/** People behind a group of members (by index), hundredths of a percent. */
export const peopleIn = (rules: Rules, group: readonly number[]): number =>
  group.reduce((sum, m) => sum + peopleOf(rules).each[m]!, 0);

/** Whether a group of members could stop by itself what needs a majority in favour. */
export const canBlock = (rules: Rules, group: readonly number[]): boolean =>
  isBlocking(rules, group.length, peopleIn(rules, group));

/** True when it is those against who decide: their number is what a reader must watch. */
export const countsAgainst = (rule: VoteRule): boolean => rule === "unless-against" || rule === "advisory";

/** A vote that decides on its file, as an opinion does not. */
export const decides = ({ rule }: Pick<Vote, "rule">): boolean => rule !== "advisory";

/** The open vote that decides on a file, if any. */
export const openOn = <V extends Pick<Vote, "file" | "outcome" | "rule">>(
  votes: readonly V[],
  file: string,
): V | undefined => votes.find((v) => v.file === file && v.outcome === "open" && decides(v));

/** Whether a ballot keeps to a line. Where abstaining counts as a no, it keeps to a no. */
export const keepsTo = (
  line: JointStatement["line"],
  rule: VoteRule,
  ballot: Vote["cast"][number],
): boolean =>
  line === "for" ? ballot === "for" : countsAgainst(rule) ? ballot === "against" : ballot !== "for";
