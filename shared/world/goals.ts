// What a capital secretly wants: two goals of the scenario, worth 8 and 7 points, each read off the course of the game.

import type { Goal } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { pivotal } from "./council.ts";

type Reached = (rules: Rules, state: State, still: State, m: number) => boolean;

/** Shares and counts from which a goal is reached. */
const EXPORTS = 0.95;
const STOPPED = 0.12;
const WINNING = 0.7;
const PLANTS = 2;
const HELP = 2;

/** Votes that decided something. */
const counted = (state: State) =>
  state.votes.filter((vote) => vote.outcome !== "open" && vote.rule !== "advisory");

/** With the outcome: for what passed, not for what failed. */
function share(state: State, m: number): number {
  const votes = counted(state);
  const won = votes.filter((v) => (v.cast[m] === "for") === (v.outcome === "passed"));
  return votes.length === 0 ? 0 : won.length / votes.length;
}

const GOAL: Record<Goal, Reached> = {
  "exports-kept": (_, state, still, m) => state.tally.iconic[m]! >= EXPORTS * still.tally.iconic[m]!,
  "lines-kept": (_, state, __, m) => state.tally.worst[m]! <= STOPPED,
  "no-deal": (_, state, __, m) => state.tally.exposed[m] === 0 && state.members[m]!.deals === 0,
  pivotal: (rules, state, _, m) => counted(state).some((vote) => pivotal(rules, vote).includes(m)),
  "winning-side": (_, state, __, m) => share(state, m) >= WINNING,
  "plant-running": (rules, state, _, m) =>
    rules.projects.some(
      (plan, j) =>
        plan.host === rules.members[m]!.code &&
        plan.owner === "europe" &&
        state.projects[j]!.stage === "operating",
    ),
  "chinese-plants": (rules, state, _, m) => {
    const hosted = rules.projects.filter(
      (plan, j) =>
        plan.host === rules.members[m]!.code &&
        plan.owner === "china" &&
        state.projects[j]!.stage === "operating",
    );
    return state.members[m]!.plants + hosted.reduce((sum, plan) => sum + plan.capex / 1000, 0) >= PLANTS;
  },
  helper: (_, state, __, m) => state.tally.solidarity[m]! >= HELP,
  unhurt: (rules, state, _, m) =>
    state.tally.pain[m]! / Math.max(1, state.tick) <= rules.members[m]!.painScale / 2,
  fund: (_, state) => state.commission.fund > 0 && state.commission.fundFrom <= state.tick,
};

/** Points of the first and of the second goal. */
const WORTH = [8, 7];

/** Points a member has for its secret goals; `still` is the path on which nobody acts. */
export const goalPoints = (rules: Rules, state: State, still: State, m: number): number =>
  rules.members[m]!.goals.reduce(
    (sum, goal, k) => sum + (GOAL[goal](rules, state, still, m) ? (WORTH[k] ?? 0) : 0),
    0,
  );
