// The supply-chain security rules of April 2026, turned on firms of one state that leave Chinese suppliers: between two
// laws they wait, and what Brussels asks of them becomes dearer (E18, E20, E23).

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { type State, tell } from "../state.ts";
import { dignify, esteem, warm } from "./heat.ts";

/** The state under the rules now, by index; -1 for none. */
export const underRules = ({ beijing, tick }: State): number =>
  tick < beijing.rulesUntil ? beijing.rulesOn : -1;

/** Applies the rules to the firms of a state. Marks "beijing-move". */
export function punishLeavers(rules: Rules, state: State, m: number, trace: Trace): void {
  const { rulesWeeks, rulesReputation, rulesLegitimacy } = rules.model.beijing;
  const { beijing } = state;
  beijing.rulesOn = m;
  beijing.singledOut += 1;
  state.tally.deeds[m]!.pickedOut += 1;
  beijing.rulesUntil = state.tick + rulesWeeks;
  beijing.next.rules = beijing.rulesUntil;
  esteem(state, 0, -rulesReputation);
  dignify(state, rulesLegitimacy);
  warm(state, rules.model.heat.rules);
  const about = [rules.members[m]!.code];
  tell(state, { code: "rules-applied", by: "beijing", about, amount: beijing.rulesUntil, to: [] });
  trace.mark("beijing-move");
}

/** The rules are let rest when their time is over. */
export function rulesWeek({ beijing, tick }: State): void {
  if (beijing.rulesOn >= 0 && tick >= beijing.rulesUntil) beijing.rulesOn = -1;
}
