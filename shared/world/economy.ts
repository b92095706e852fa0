// China's economy as far as this game needs it: growth, jobs, Beijing's face and its name as a supplier (E37), and goods
// sold below cost to close plants elsewhere.

import { exp } from "../exact.ts";
import type { Rules } from "../scenario.ts";
import { type State, tell } from "../state.ts";

const WEEKS = 52;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Makers sell below cost so that plants elsewhere lose their buyers (E19). */
export function flood(state: State, weeks: number): void {
  state.beijing.floodUntil = state.tick + weeks;
  tell(state, {
    code: "flooding-begun",
    by: "",
    about: [],
    amount: state.beijing.floodUntil,
    to: ["beijing"],
  });
}

/** E37: growth and jobs follow sales to Europe; face returns to normal, reputation heals slowly or wears off. */
export function economyWeek(rules: Rules, state: State): void {
  const p = rules.model.beijing;
  const { beijing } = state;
  const sales = sum(state.trade.imports);
  const counted = sum(rules.sectors.map((s) => s.imports)) * exp((p.salesTrend * state.tick) / WEEKS);
  const goal = p.growth + p.growthPerGap * 100 * (sales / counted - 1);
  beijing.growth += p.growthSpeed * (goal - beijing.growth);
  beijing.jobs = p.jobs * sales;
  beijing.face += p.facePull * (p.faceNormal - beijing.face);
  const squeezing = beijing.squeezeSince >= 0;
  const healed = Math.min(p.reputationNormal, beijing.reputation + p.reputationPull);
  beijing.reputation = squeezing
    ? Math.max(0, beijing.reputation - p.reputationSlow)
    : Math.max(beijing.reputation, healed);
}
