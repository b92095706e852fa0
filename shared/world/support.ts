// How far each capital backs the common line (E29).

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Member, State } from "../state.ts";
import { landOf } from "./capitals.ts";

/** Weighted mean of support, the line others look at. */
export function meanSupport(rules: Rules, state: State): number {
  const { weight } = landOf(rules);
  let mean = 0;
  for (let m = 0; m < rules.M; m++) mean += weight[m]! * state.members[m]!.support;
  return mean;
}

/** What events of late make of a capital's line; those whose time is over are forgotten. */
function swayed(member: Member, tick: number): number {
  if (member.sways.length === 0) return 0;
  if (member.sways.some((sway) => sway.until <= tick))
    member.sways = member.sways.filter((sway) => sway.until > tick);
  return member.sways.reduce((sum, sway) => sum + sway.by, 0);
}

/** E29: support moves a little each week towards what home, pain, injury, cover, fairness, the others and gifts make of it. */
export function supportWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  const { members, tick } = state;
  const { M, S } = rules;
  const { industry } = landOf(rules);
  const mean = meanSupport(rules, state);
  const fair = (p.legitimacy * (state.legitimacy - p.legitimacyNormal)) / p.legitimacyNormal;
  for (const member of members) {
    if (member.lobby !== 0 && tick >= member.lobbyUntil) member.lobby = 0;
    const home =
      member.alpha +
      member.lobby +
      swayed(member, tick) -
      (tick < member.permitUntil ? member.permits * p.permitSupport : 0);
    member.support += p.speed * (home - member.support);
  }
  trace.mark("home-line");
  for (const member of members) member.support -= (p.speed * p.pain * member.pain) / member.tolerance;
  trace.mark("job-losses");
  for (let m = 0; m < M; m++) {
    let injury = 0;
    for (let s = 0; s < S; s++) injury += industry[s * M + m]! * state.trade.injury[s]!;
    members[m]!.support += p.speed * p.injury * injury;
  }
  trace.mark("import-injury");
  for (const member of members) member.support += p.speed * p.fund * member.cover;
  trace.mark("fund-relief");
  for (const member of members) member.support += p.speed * fair;
  trace.mark("legitimacy");
  for (const member of members) member.support += p.speed * p.peers * (mean - member.support);
  trace.mark("peers");
  for (const member of members) {
    const tied = (p.plantTie * member.plants) / rules.model.beijing.plantWorth;
    member.support = clip(member.support - p.speed * (member.offerTurn + tied), -1, 1);
    member.offerTurn = member.offerTurn < 0.001 ? 0 : member.offerTurn * (1 - p.offerDecay);
  }
  trace.mark("side-offers");
}
