// The economy by itself: trade, inputs, plants and leverage pass, and nobody acts on them.

import { silent } from "../../shared/explain.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { File, State } from "../../shared/state.ts";
import { inputsWeek } from "../../shared/world/inputs.ts";
import { leverageWeek, newLeverage } from "../../shared/world/leverage.ts";
import { plantsWeek } from "../../shared/world/plants.ts";
import { newState } from "../../shared/world/start.ts";
import { tradeWeek } from "../../shared/world/trade.ts";

/** Week 0 without procedures, with a supplier of good name: only the economy moves. */
export function newEconomy(rules: Rules, seed = 1): State {
  const state = newState(rules, { seed, weeks: 208 });
  state.files = [];
  state.news = [];
  state.beijing.reputation = rules.model.beijing.reputationNormal;
  state.leverage = newLeverage(rules, state);
  return state;
}

/** Lets weeks pass; `each` sees the State before every one of them. */
export function pass(
  rules: Rules,
  state: State,
  weeks: number,
  each?: (state: State, week: number) => void,
): State {
  for (let week = 0; week < weeks; week++) {
    each?.(state, week);
    state.tick += 1;
    inputsWeek(rules, state, silent);
    plantsWeek(rules, state, silent);
    tradeWeek(rules, state, silent);
    leverageWeek(rules, state);
  }
  return state;
}

/** Weeks of inputs and nothing else; `each` is called before every one of them. */
export function inputsPass(rules: Rules, state: State, weeks: number, each?: (week: number) => void): State {
  for (let week = 0; week < weeks; week++) {
    each?.(week);
    state.tick += 1;
    inputsWeek(rules, state, silent);
  }
  return state;
}

/** Weeks of trade and nothing else. */
export function tradePass(rules: Rules, state: State, weeks: number): State {
  for (let week = 0; week < weeks; week++) {
    state.tick += 1;
    tradeWeek(rules, state, silent);
  }
  return state;
}

/** Mean of a member table weighted by use of an input. */
export const meanOf = (rules: Rules, i: number, table: readonly number[]): number =>
  rules.members.reduce((sum, member, m) => sum + member.use[i]! * table[m]!, 0);

/** The same rules with some values replaced, as paths like "model.inputs.starts". */
export function altered(rules: Rules, changes: Record<string, number>): Rules {
  const copy = structuredClone(rules);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const last = keys.pop()!;
    const home = keys.reduce<Record<string, unknown>>(
      (node, key) => node[key] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
    if (typeof home[last] !== "number") throw new Error(`no number at ${path}`);
    home[last] = value;
  }
  return copy;
}

/** Output lost now, EUR bn a year. */

/** Magnets as in spring 2025: a Chinese share, no plants on the way, firms calm and well supplied. */
export function magnetsOnly(rules: Rules, chinaShare: number): Rules {
  const world = altered(rules, {
    "inputs.0.chinaShare": chinaShare,
    "inputs.0.running": 0.98 - chinaShare,
    "inputs.0.recycling": 0.02,
    "inputs.0.recyclingCap": 0.02,
    "inputs.0.risk": 0.05,
    "inputs.0.throughput": 1.55,
    "inputs.0.licenceWeeks": 1,
    "inputs.0.permitting": 0,
    "inputs.0.building": 0,
    "inputs.0.ramping": 0,
  });
  world.projects = [];
  return world;
}

/** A European measure in force, as the procedures leave it. */
export const measure = (
  sector: number,
  duty: number,
  breadth: number,
  kind: File["kind"] = "anti-subsidy",
): File => ({ side: "europe", kind, sector, duty, breadth, stage: "in-force" }) as File;
