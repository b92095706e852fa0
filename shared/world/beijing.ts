// Beijing's week: its economy, the valve, holds at customs, side deals, and points. Each stands in its own file.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { BEIJING_CLOCKS, type Beijing, type State, tell } from "../state.ts";
import { customsWeek } from "./customs.ts";
import { dealsWeek } from "./deals.ts";
import { economyWeek, floodWeek } from "./economy.ts";
import { rulesWeek } from "./leavers.ts";
import { earn } from "./purse.ts";
import { packageWeek, squeezeWeek } from "./valve.ts";

/** Beijing in week 0. */
export function newBeijing(rules: Rules): Beijing {
  const { beijing, points } = rules.model;
  return {
    points: points.beijingStart,
    growth: beijing.growth,
    official: beijing.growth,
    jobs: beijing.jobs * rules.sectors.reduce((sum, s) => sum + s.imports, 0),
    face: beijing.faceNormal,
    reputation: beijing.reputationStart,
    proudUntil: 0,
    next: Object.fromEntries(BEIJING_CLOCKS.map((clock) => [clock, 0])) as Beijing["next"],
    squeezes: 0,
    yields: 0,
    squeezeSince: -1,
    squeezeEnded: -1,
    wear: [],
    squeezePain: 0,
    packageUntil: rules.calendar.packageReturns,
    packageLent: 0,
    floodUntil: 0,
    course: "",
    courseSince: 0,
    rulesOn: -1,
    rulesUntil: 0,
    singledOut: 0,
    transparency: 0,
    leakUntil: 0,
    bans: [],
  };
}

/** Waves in which last year's general licences end are known to all. */
function wavesWeek(rules: Rules, state: State): void {
  const wave = rules.calendar.licenceWaves.indexOf(state.tick) + 1;
  if (wave > 0) tell(state, { code: "licence-wave", by: "beijing", about: [], amount: wave, to: [] });
}

/** A week of Beijing. */
export function beijingWeek(rules: Rules, state: State, trace: Trace): void {
  economyWeek(rules, state, trace);
  packageWeek(rules, state, trace);
  floodWeek(state);
  rulesWeek(state);
  wavesWeek(rules, state);
  squeezeWeek(rules, state, trace);
  customsWeek(rules, state, trace);
  dealsWeek(rules, state, trace);
  const { beijingIncome, beijingCap } = rules.model.points;
  earn(state.beijing, beijingIncome, beijingCap);
  trace.mark("time");
}
