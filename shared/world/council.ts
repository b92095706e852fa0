// Council votes with the Union's arithmetic: 55 % of states and 65 % of people; a blocking minority needs more than 35 %
// of people in at least four states, else the share of people counts as reached. "for" passes only with that majority
// in favour; "unless-against" passes unless it stands against (trade defence); advice is against when most states are.
// Who has not voted has abstained.

import type { Trace } from "../explain.ts";
import { normal } from "../random.ts";
import { BALLOTS, type Ballot } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import { type File, isWaiting, newId, type State, tell, type Vote, type VoteRule } from "../state.ts";
import { countingWeek } from "./clock.ts";
import { lapse } from "./gifts.ts";
import { weighStatements } from "./joint.ts";
import { countsAgainst, decides, isQualified, peopleOf } from "./majority.ts";
import { utility } from "./stakes.ts";

export interface Count {
  for: number;
  against: number;
  abstain: number;
  /** Not cast yet. */
  open: number;
}

export interface Tally {
  /** Numbers of states, and % of the population. */
  states: Count;
  people: Count;
  /** Whether it would pass if nobody voted any more. */
  passes: boolean;
  /** A qualified majority stands in favour, or against. */
  majorityFor: boolean;
  majorityAgainst: boolean;
  /** More states are against than for and abstaining together: trade defence goes to the appeal committee. */
  mostAgainst: boolean;
  /** States and people (%) that the deciding side needs. */
  needStates: number;
  needPeople: number;
}

type Ballots = Pick<Vote, "rule" | "cast">;

interface Sums {
  states: number;
  people: number;
}

function sumOf(rules: Rules, cast: Ballots["cast"], ballot: Ballot | null): Sums {
  const { each } = peopleOf(rules);
  const sums = { states: 0, people: 0 };
  for (let m = 0; m < rules.M; m++) {
    if ((cast[m] ?? null) !== ballot) continue;
    sums.states += 1;
    sums.people += each[m]!;
  }
  return sums;
}

/** States that are more than half of all: what an opinion of the committee takes (Regulation 182/2011, Article 4). */
const mostStates = (rules: Rules): number => Math.floor(rules.M / 2) + 1;

function outcome(rules: Rules, rule: VoteRule, yes: Sums, no: Sums): boolean {
  if (rule === "advisory") return no.states < mostStates(rules);
  return countsAgainst(rule)
    ? !isQualified(rules, no.states, no.people)
    : isQualified(rules, yes.states, yes.people);
}

/** Counts a vote as it stands. */
export function tally(rules: Rules, { rule, cast }: Ballots): Tally {
  const yes = sumOf(rules, cast, "for");
  const no = sumOf(rules, cast, "against");
  const abstain = sumOf(rules, cast, "abstain");
  const open = sumOf(rules, cast, null);
  const count = (key: keyof Sums, unit: number): Count => ({
    for: yes[key] / unit,
    against: no[key] / unit,
    abstain: abstain[key] / unit,
    open: open[key] / unit,
  });
  return {
    states: count("states", 1),
    people: count("people", 100),
    passes: outcome(rules, rule, yes, no),
    majorityFor: isQualified(rules, yes.states, yes.people),
    majorityAgainst: isQualified(rules, no.states, no.people),
    mostAgainst: no.states >= mostStates(rules),
    needStates: rule === "advisory" ? mostStates(rules) : rules.model.law.states,
    needPeople: rule === "advisory" ? 0 : rules.model.law.people,
  };
}

/** The outcome if the members of a group changed to a ballot. */
function passesWith(rules: Rules, vote: Ballots, group: readonly number[], ballot: Ballot): boolean {
  const { each } = peopleOf(rules);
  const yes = sumOf(rules, vote.cast, "for");
  const no = sumOf(rules, vote.cast, "against");
  for (const m of group) {
    const before = vote.cast[m] ?? null;
    for (const [sums, name] of [
      [yes, "for"],
      [no, "against"],
    ] as const) {
      if (before === name) {
        sums.states -= 1;
        sums.people -= each[m]!;
      }
      if (ballot === name) {
        sums.states += 1;
        sums.people += each[m]!;
      }
    }
  }
  return outcome(rules, vote.rule, yes, no);
}

/** Whether members (by index) could turn the outcome as it stands by casting one ballot together. */
export function couldTurn(rules: Rules, vote: Ballots, group: readonly number[]): boolean {
  const now = passesWith(rules, vote, [], "abstain");
  return BALLOTS.some((ballot) => passesWith(rules, vote, group, ballot) !== now);
}

/** Members whose ballot alone would turn the outcome as it stands. */
export const pivotal = (rules: Rules, vote: Ballots): number[] =>
  rules.members.flatMap((_, m) => (couldTurn(rules, vote, [m]) ? [m] : []));

/** The ballot that works against the outcome as it stands, and the members who do not cast it yet, largest first. */
function turners(rules: Rules, vote: Ballots): { ballot: Ballot; members: number[] } {
  const passes = passesWith(rules, vote, [], "abstain");
  const turnsBy: Ballot = countsAgainst(vote.rule) ? "against" : "for";
  const ballot: Ballot = passes === countsAgainst(vote.rule) ? turnsBy : "abstain";
  const { each } = peopleOf(rules);
  const members = rules.members
    .map((_, m) => m)
    .filter((m) => (ballot === "abstain" ? vote.cast[m] === turnsBy : vote.cast[m] !== ballot))
    .sort((a, b) => each[b]! - each[a]!);
  return { ballot, members };
}

/** Every group of `size` out of a list, in order. */
function* groups(list: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let k = from; k <= list.length - size; k++)
      for (const rest of groups(list, size - 1, k + 1)) yield [list[k]!, ...rest];
}

/** Up to three smallest groups of members who together would turn the outcome as it stands, fewest people first. */
export function waysToTurn(rules: Rules, vote: Ballots): number[][] {
  const { ballot, members } = turners(rules, vote);
  const passes = passesWith(rules, vote, [], "abstain");
  const turns = (group: readonly number[]) => passesWith(rules, vote, group, ballot) !== passes;
  const least = members.findIndex((_, k) => turns(members.slice(0, k + 1))) + 1;
  if (least === 0) return [];
  if (least > 3) return [members.slice(0, least)];
  const { each } = peopleOf(rules);
  const people = (group: readonly number[]) => group.reduce((sum, m) => sum + each[m]!, 0);
  const found = [...groups(members, least)].filter(turns);
  return found.sort((a, b) => people(a) - people(b)).slice(0, 3);
}

/** A vote on a file as it begins: every member's leaning is drawn once. */
function newVote(
  rules: Rules,
  state: State,
  file: File,
  plan: Pick<Vote, "rule" | "closes" | "appeal" | "by" | "before">,
): Vote {
  const noise = rules.model.politics.voteNoise;
  const none = () => rules.members.map(() => 0);
  const vote: Vote = {
    ...{ id: newId(state, "v"), file: file.id, ...plan, opened: state.tick },
    cast: rules.members.map(() => null),
    block: [],
    leaning: rules.members.map((_, m) => utility(rules, state, file, m) + noise * normal(state.random)),
    ...{ pledged: none(), offered: none(), outcome: "open" },
  };
  state.votes.push(vote);
  return vote;
}

/** Rate that a decision on the file would start from: the one before the decision that is, or was last, voted on. */
export function rateBefore({ votes }: State, { id, stage, rate }: File): number {
  if (stage !== "council" && stage !== "appeal-gate") return rate;
  return votes.findLast((vote) => vote.file === id && decides(vote))?.before ?? rate;
}

/** What is voted on about a file ends without a result: nobody owes a ballot for it, and offers that wait for one lapse. */
export function dropVotes(state: State, file: File): void {
  const isDropped = (vote: Vote) => vote.file === file.id && vote.outcome === "open";
  const dropped = state.votes.filter(isDropped).map(({ id }) => id);
  for (const id of dropped)
    tell(state, { code: "vote-dropped", by: "", about: [file.id, id], amount: 0, to: [] });
  state.votes = state.votes.filter((vote) => !isDropped(vote));
  for (const offer of state.offers) if (dropped.includes(offer.vote) && isWaiting(offer)) lapse(state, offer);
}

/** News of a vote that has begun. */
function announceVote(state: State, { by, file, id, closes }: Vote, code: string, trace: Trace): void {
  tell(state, { code, by, about: [file, id], amount: closes, to: [] });
  trace.mark("procedure");
}

/**
 * Opens a vote that decides on a file, which moves to stage "council": who put it on the agenda, where it was not the
 * Commission, and when it is counted, where that is no Council day.
 */
export function openVote(
  rules: Rules,
  state: State,
  file: File,
  rule: Exclude<VoteRule, "advisory">,
  trace: Trace,
  {
    by = "",
    closes = countingWeek(rules, state, state.tick),
    ...more
  }: Partial<Pick<Vote, "by" | "closes" | "before">> = {},
): Vote {
  const vote = newVote(rules, state, file, { rule, closes, by, appeal: false, ...more });
  weighStatements(rules, state, vote);
  file.stage = "council";
  file.gate = vote.closes;
  announceVote(state, vote, "vote-called", trace);
  return vote;
}

/**
 * The appeal committee votes once more: a safeguard needs its majority here too, everything else passes unless one
 * stands against (Regulation 182/2011, Article 6).
 */
export function openAppeal(rules: Rules, state: State, file: File, trace: Trace): Vote {
  const closes = state.tick + rules.model.law.appeal;
  // The delay of an answer to coercion runs from the act, not from the vote that brought none.
  const before = state.votes.findLast((vote) => vote.file === file.id);
  if (file.kind === "coercion" && before) file.nextGate += closes - before.closes;
  const rule = file.kind === "safeguard" ? "for" : "unless-against";
  const vote = newVote(rules, state, file, {
    ...{ rule, closes, by: "", appeal: true },
    before: rateBefore(state, file),
  });
  weighStatements(rules, state, vote);
  file.stage = "council";
  file.gate = closes;
  announceVote(state, vote, "appeal-opened", trace);
  return vote;
}

/** Asks the committee for an opinion that binds nobody; the file goes on meanwhile. */
export function consult(rules: Rules, state: State, file: File, trace: Trace): Vote {
  const closes = state.tick + rules.model.law.advisory;
  const vote = newVote(rules, state, file, { rule: "advisory", closes, by: "", appeal: false });
  announceVote(state, vote, "advice-asked", trace);
  return vote;
}

/** What a member votes at a utility (E30). */
export function ballotAt(rules: Rules, worth: number): Ballot {
  const { yes, no } = rules.model.politics;
  return worth > yes ? "for" : worth < no ? "against" : "abstain";
}

/** How a vote would come out by what the capitals lean to now, where they have not cast. */
export const sounding = (rules: Rules, { rule, cast, leaning, pledged, offered }: Vote): Ballots => ({
  rule,
  cast: cast.map((ballot, m) => ballot ?? ballotAt(rules, leaning[m]! + pledged[m]! + offered[m]!)),
});

/** Closes a vote: every ballot that was not cast is an abstention. Answers the count; the outcome is in the vote. */
export function closeVote(rules: Rules, vote: Vote): Tally {
  vote.cast = vote.cast.map((ballot) => ballot ?? "abstain");
  const count = tally(rules, vote);
  vote.outcome = count.passes ? "passed" : "failed";
  return count;
}
