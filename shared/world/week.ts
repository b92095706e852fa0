// One week of the world, in a fixed order. Beijing's and Europe's orders of the week have been applied before; what
// they set in motion moves here.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { beijingWeek } from "./beijing.ts";
import { contractsWeek } from "./contracts.ts";
import { votesWeek } from "./council.ts";
import { eventsWeek } from "./events.ts";
import { filesWeek } from "./files.ts";
import { heatWeek } from "./heat.ts";
import { inputsWeek } from "./inputs.ts";
import { leverageWeek } from "./leverage.ts";
import { plantsWeek } from "./plants.ts";
import { politicsWeek } from "./politics.ts";
import { resolveWeek } from "./resolve.ts";
import { endingWeek, tallyWeek } from "./score.ts";
import { tradeWeek } from "./trade.ts";

/** What moves by itself, with nobody deciding anything: goods, stocks, plants, opinions. */
export function drift(rules: Rules, state: State, trace: Trace): void {
  inputsWeek(rules, state, trace);
  plantsWeek(rules, state, trace);
  tradeWeek(rules, state, trace);
  politicsWeek(rules, state, trace);
}

/** Advances the world by one week. */
export function week(rules: Rules, state: State, trace: Trace): void {
  state.tick += 1;
  filesWeek(rules, state, trace);
  votesWeek(rules, state, trace);
  eventsWeek(rules, state, trace);
  contractsWeek(rules, state, trace);
  drift(rules, state, trace);
  beijingWeek(rules, state, trace);
  resolveWeek(rules, state, trace);
  heatWeek(rules, state, trace);
  leverageWeek(rules, state);
  tallyWeek(rules, state);
  endingWeek(rules, state);
}
