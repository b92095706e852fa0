// Figures that reach some seat weeks late: the readings of the last weeks are kept, a row each.

import { REPORTS_KEPT, report } from "../estimate.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";

/** The rows in week 0: nothing has changed lately. */
export const newReports = (rules: Rules, state: State): number[][] =>
  Array.from({ length: REPORTS_KEPT }, () => report(rules, state, []));

/** Notes the readings at the end of a week. */
export function reportsWeek(rules: Rules, state: State): void {
  const oldest = state.reports.shift()!;
  state.reports.push(report(rules, state, oldest));
}
