// The package of October 2025 as Beijing handles it: frozen for longer, for friends first, or back. Left alone it comes
// back by itself (valve.ts).

import type { Trace } from "../explain.ts";
import type { Card } from "../scenario/card.ts";
import { DOVE, HAWK } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { breakByStop } from "./breach.ts";
import { esteem, warm } from "./heat.ts";
import { suspendPackage, tiltQueues } from "./valve.ts";

/** Weeks of a suspension whose effect the figures give. */
const YEAR = 52;

const withPosture = (rules: Rules, keep: (posture: number) => boolean): number[] =>
  rules.members.flatMap((member, m) => (keep(member.posture) ? [m] : []));

/** Week to which the package is frozen after so many weeks more: they are counted from its end, or from now. */
export const frozenUntil = (until: number, tick: number, weeks: number): number =>
  Math.max(until, tick) + weeks;

/** What a card asks about the end of the suspension is settled by an order: nobody need answer it any more. */
export function settleCards(rules: Rules, state: State): void {
  const asks = ({ when }: Card) => when.kind === "tick" && when.while === "package-ending";
  const settled = rules.cards.filter(asks).map(({ id }) => id);
  state.choices = state.choices.filter(({ card, chosen }) => chosen !== "" || !settled.includes(card));
}

/** Suspends the package for longer, also one that is back. Marks "beijing-move". */
export function prolongPackage(rules: Rules, state: State, weeks: number, trace: Trace): void {
  const { packageCalm, packageTrust, packageFace } = rules.model.moves;
  const share = weeks / YEAR;
  warm(state, -packageCalm * share);
  esteem(state, -packageFace * share, packageTrust * share);
  suspendPackage(rules, state, frozenUntil(state.beijing.packageUntil, state.tick, weeks), trace);
}

/** Suspends it with the queues ordered by friendship: the friends' firms first, the hawks' last. */
export function prolongForFriends(rules: Rules, state: State, weeks: number, trace: Trace): void {
  const { packageFriend, packageOther, packageSlight } = rules.model.moves;
  const hawks = withPosture(rules, (posture) => posture >= HAWK);
  const friends = withPosture(rules, (posture) => posture <= DOVE);
  if (hawks.length > 0) tiltQueues(rules, state, hawks, packageOther, weeks, trace);
  if (friends.length > 0) tiltQueues(rules, state, friends, packageFriend, weeks, trace);
  warm(state, packageSlight);
  esteem(state, 0, -packageSlight);
  suspendPackage(rules, state, frozenUntil(state.beijing.packageUntil, state.tick, weeks), trace);
}

/** Ends the suspension: from next week the package applies. A promise of smooth licences is broken by it. */
export function returnPackage(rules: Rules, state: State, trace: Trace): void {
  const { packageHarm, packageFace } = rules.model.moves;
  Object.assign(state.beijing, { packageUntil: state.tick, packageLent: 0 });
  esteem(state, packageFace, -packageHarm);
  trace.mark("beijing-move");
  breakByStop(rules, state, trace);
}
