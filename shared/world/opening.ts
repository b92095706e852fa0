// What Beijing opens: its market (A of E10), and its books about what it pays to its makers.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { type State, tell } from "../state.ts";
import { bindsBoth } from "./agreement.ts";
import { esteem, warm } from "./heat.ts";

/** A step of opening calms, and costs face at home unless both sides are bound to give something. */
function stepForward(rules: Rules, state: State, reputation: number): void {
  const { openFace, openHeat } = rules.model.moves;
  esteem(state, bindsBoth(state.contracts, state.tick) ? 0 : -openFace, reputation);
  warm(state, -openHeat);
}

/** E10: European firms may bid for more of what China's public offices buy. Marks "beijing-move". */
export function openMarket(rules: Rules, state: State, trace: Trace): void {
  const { accessStep, openEvery } = rules.model.moves;
  state.trade.access = clip(state.trade.access + accessStep, 0, rules.model.trade.accessMax);
  state.beijing.next.access = state.tick + openEvery;
  stepForward(rules, state, 0);
  tell(state, { code: "market-opened", by: "beijing", about: [], amount: state.trade.access, to: [] });
  trace.mark("beijing-move");
}

/** One more programme of subsidies is laid open. Marks "beijing-move". */
export function publishSubsidies(rules: Rules, state: State, trace: Trace): void {
  const { publishStep, publishReputation, openEvery } = rules.model.moves;
  const { beijing } = state;
  beijing.transparency = clip(beijing.transparency + publishStep, 0, 1);
  beijing.next.books = state.tick + openEvery;
  stepForward(rules, state, publishReputation);
  const amount = beijing.transparency;
  tell(state, { code: "subsidies-published", by: "beijing", about: [], amount, to: [] });
  trace.mark("beijing-move");
}
