// What moves by itself, with nobody deciding anything: goods, stocks, plants, trade, opinions. The run-on after a game
// and the yardstick "nobody acts" use it as well as the week.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { inputsWeek } from "./inputs.ts";
import { plantsWeek } from "./plants.ts";
import { politicsWeek } from "./politics.ts";
import { tradeWeek } from "./trade.ts";

/** One week of it. */
export function drift(rules: Rules, state: State, trace: Trace): void {
  inputsWeek(rules, state, trace);
  plantsWeek(rules, state, trace);
  tradeWeek(rules, state, trace);
  politicsWeek(rules, state, trace);
}
