// How far the capitals hold together (E32), and how lawful Europe looks (E36).

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { landOf } from "./capitals.ts";
import { meanSupport } from "./support.ts";

/** Moves cohesion by points, now and for as long as the memory of it lasts (E32). */
export function unite(rules: Rules, state: State, points: number): void {
  state.solidarity += points / rules.model.politics.solidarity;
  state.cohesion = clip(state.cohesion + points, 0, 100);
}

/** E32: how far the capitals hold one line. */
export function cohesionOf(rules: Rules, state: State): number {
  const p = rules.model.politics;
  const { weight } = landOf(rules);
  const mean = meanSupport(rules, state);
  let apart = 0;
  for (let m = 0; m < rules.M; m++) apart += weight[m]! * Math.abs(state.members[m]!.support - mean);
  const line = 100 * (1 - p.dispersion * apart);
  const lost = p.dealCohesion * state.dealsFelt[1] + p.failedCohesion * state.failedVotes;
  return clip(line - lost + p.solidarity * state.solidarity, 0, 100);
}

/** E32: a vote that fails costs cohesion, now and for as long as it is remembered. Marks "failed-votes". */
export function disappoint(rules: Rules, state: State, trace: Trace): void {
  state.failedVotes += 1;
  state.cohesion = clip(state.cohesion - rules.model.politics.failedCohesion, 0, 100);
  trace.mark("failed-votes");
}

/** E32: side deals wear cohesion down little by little, so that no week tells of one. */
function dealsSink(rules: Rules, state: State, trace: Trace): void {
  const { dealSpread, dealCohesion } = rules.model.politics;
  const felt = state.dealsFelt;
  const more = dealSpread * (felt[0] - felt[1]);
  felt[1] += more;
  felt[0] += dealSpread * (state.dealWeight - felt[0]);
  state.cohesion = clip(state.cohesion - dealCohesion * more, 0, 100);
  trace.mark("side-offers");
}

/** E32, E36: a week in which old wounds and old merits fade. */
export function cohesionWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  dealsSink(rules, state, trace);
  state.cohesion = cohesionOf(rules, state);
  trace.mark("dispersion");
  state.dealWeight *= 1 - p.dealDecay;
  state.failedVotes *= 1 - p.failedDecay;
  state.solidarity *= 1 - p.solidarityDecay;
  state.cohesion = cohesionOf(rules, state);
  trace.mark("time");
  state.legitimacy += p.legitimacyPull * (p.legitimacyNormal - state.legitimacy);
  trace.mark("time");
}
