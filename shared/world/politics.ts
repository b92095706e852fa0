// A week in the capitals: pain, elections, support, cohesion, lobbies, and what every seat gets to spend.

import type { Trace } from "../explain.ts";
import { QUARTER } from "../indicators.ts";
import { uniform } from "../random.ts";
import { indexOf, memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type State, tell } from "../state.ts";
import { landOf } from "./capitals.ts";
import { cohesionWeek } from "./cohesion.ts";
import { lobbyWeek } from "./lobby.ts";
import { painWeek } from "./pain.ts";
import { earn } from "./purse.ts";
import { newLeader } from "./resolve.ts";
import { supportWeek } from "./support.ts";

const YEAR = 52;

/** A vote at home redraws the line of a capital. */
function electionsWeek(rules: Rules, state: State, trace: Trace): void {
  for (const { tick, member } of rules.calendar.elections) {
    if (tick !== state.tick) continue;
    const shift = rules.model.politics.electionDraw * (2 * uniform(state.random) - 1);
    const m = indexOf(rules.members, member);
    state.members[m]!.alpha += shift;
    newLeader(rules, state, m);
    tell(state, { code: "election-held", by: member, about: [member], amount: shift, to: [] });
    trace.mark("home-line");
  }
  for (const { tick, member } of rules.calendar.presidency)
    if (tick === state.tick)
      tell(state, { code: "presidency-changed", by: member, about: [member], amount: 0, to: [] });
}

/** Political capital that a seat gains in a week, below its cap, and that cap. */
export function incomeOf(rules: Rules, seat: Seat): { income: number; cap: number } {
  const { points } = rules.model;
  if (seat === "commission") return { income: points.commissionIncome, cap: points.commissionCap };
  if (seat === "beijing") return { income: points.beijingIncome, cap: points.beijingCap };
  return { income: landOf(rules).income[memberAt(rules, seat)] ?? 0, cap: points.memberCap };
}

/**
 * Points of the week, and money. A capital has the first year's in week 0, and from week 52 on gets a quarter of a year's
 * each quarter, up to a year's; what it was given above that stays.
 */
function incomeWeek(rules: Rules, state: State, trace: Trace): void {
  const { points } = rules.model;
  const { commission, tick } = state;
  const { income, purse } = landOf(rules);
  const refills = tick >= YEAR && tick % QUARTER === 0;
  earn(commission, points.commissionIncome, points.commissionCap);
  for (let m = 0; m < rules.M; m++) {
    const member = state.members[m]!;
    earn(member, income[m]!, points.memberCap);
    if (refills && member.purse < purse[m]!)
      member.purse = Math.min(purse[m]!, member.purse + purse[m]! * (QUARTER / YEAR));
  }
  if (tick >= points.envelopeFirst && (tick - points.envelopeFirst) % YEAR === 0) {
    const amount = points.envelopeYear + commission.envelope;
    commission.money += amount;
    tell(state, { code: "budget-refilled", by: "", about: [], amount, to: ["commission"] });
  }
  trace.mark("time");
}

/** A week in the capitals. */
export function politicsWeek(rules: Rules, state: State, trace: Trace): void {
  painWeek(rules, state, trace);
  electionsWeek(rules, state, trace);
  supportWeek(rules, state, trace);
  cohesionWeek(rules, state, trace);
  lobbyWeek(rules, state);
  incomeWeek(rules, state, trace);
}
