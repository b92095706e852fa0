// What a state bears of losses, duties and holds (E28).

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { landOf } from "./capitals.ts";
import { once } from "./once.ts";
import { coverWeek, eased, LINES, lossIn, paidFor, UNFELT } from "./relief.ts";

/** E28: smoothed pain in % of GDP, by what causes it. */
export function painWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  const { memory, iconic } = landOf(rules);
  const { members, tick } = state;
  const fresh = 100 * (1 - memory);
  const scale = (m: number): number => {
    const member = members[m]!;
    return (fresh * (tick <= member.reliefUntil ? member.reliefFactor : 1)) / rules.members[m]!.gdp;
  };
  for (const member of members) member.pain *= memory;
  trace.mark("time");
  const stopped = (m: number) => scale(m) * members[m]!.outputLoss * eased(rules, members[m]!, tick, LINES);
  for (let m = 0; m < rules.M; m++) if (members[m]!.outputLoss > 0) members[m]!.pain += stopped(m);
  trace.mark("job-losses");
  for (let m = 0; m < rules.M; m++) {
    const { exportLoss } = members[m]!;
    if (exportLoss < UNFELT) continue;
    const more = (p.iconic - 1) * lossIn(rules, state, m, iconic[m]!);
    const paid = paidFor(rules, state, m);
    members[m]!.pain += scale(m) * p.exportPain * (exportLoss + more - paid);
  }
  trace.mark("lost-exports");
  const { tariffCost } = state.trade;
  const { gdp } = unionOf(rules);
  if (tariffCost > 0)
    for (let m = 0; m < rules.M; m++)
      members[m]!.pain += (scale(m) * p.tariffPain * tariffCost * rules.members[m]!.gdp) / gdp;
  trace.mark("duty-cost");
  coverWeek(rules, state);
  for (let m = 0; m < rules.M; m++)
    if (members[m]!.cover > 0) members[m]!.pain -= stopped(m) * members[m]!.cover;
  trace.mark("fund-relief");
}

const unionOf = once((rules: Rules) => ({ gdp: rules.members.reduce((sum, m) => sum + m.gdp, 0) }));
