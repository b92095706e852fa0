// Monday of week 0: the whole State from the scenario and a seed.

import { silent } from "../explain.ts";
import { newStream } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Commission, State } from "../state.ts";
import { newBeijing } from "./beijing.ts";
import { newMembers } from "./capitals.ts";
import { uncoerced } from "./coercion.ts";
import { cohesionOf } from "./cohesion.ts";
import { eventsWeek } from "./events.ts";
import { newFiles } from "./files.ts";
import { newGoals } from "./goals.ts";
import { newInputs } from "./inputs.ts";
import { newLeverage } from "./leverage.ts";
import { lobbyWeek } from "./lobby.ts";
import { newProjects, readPace } from "./plants.ts";
import { newReports } from "./reports.ts";
import { newTalks } from "./talks.ts";
import { newTally } from "./tally.ts";
import { newTrade } from "./trade.ts";

const newCommission = (rules: Rules): Commission => ({
  points: rules.model.points.commissionStart,
  money: rules.model.points.envelope,
  envelope: 0,
  stockNext: 0,
  caseNext: 0,
  backNext: 0,
  statementNext: 0,
  stepDownNext: 0,
  releaseRule: "pro-rata",
  emergencyFrom: 0,
  emergencyUntil: 0,
  fund: 0,
  fundFrom: 0,
  payout: "even",
  snapback: false,
  obligation: "none",
  exempt: 0,
  matching: 0,
  scrapLimit: 0,
  provisionalSpeed: 0,
  proof: 0,
});

/** The State of week 0. The seed draws what the scenario leaves open; nothing else differs between two games. */
export function newState(rules: Rules, { seed, weeks }: { seed: number; weeks: number }): State {
  const state: State = {
    format: 1,
    tick: 0,
    weeks,
    random: newStream(seed, "world"),
    seed,
    holders: new Array<"bot">(rules.M + 2).fill("bot"),
    heat: rules.model.heat.start,
    legitimacy: rules.model.politics.legitimacyNormal,
    cohesion: 0,
    failedVotes: 0,
    dealWeight: 0,
    dealsFelt: [0, 0],
    solidarity: 0,
    resolve: rules.model.resolve.start,
    leverage: {
      hold: 0,
      byInput: [],
      holdWeeks: 0,
      holdNet: 0,
      readyNet: 0,
      gone: 0,
      base: 0,
      ready: 0,
      vote: 0,
      law: 0,
      europeWeeks: 0,
    },
    reports: [],
    trade: newTrade(rules),
    inputs: newInputs(rules),
    projects: newProjects(rules),
    members: newMembers(rules, newStream(seed, "members")),
    commission: newCommission(rules),
    beijing: newBeijing(rules),
    coerced: uncoerced(),
    coercedCost: 0,
    files: newFiles(rules),
    votes: [],
    statements: [],
    offers: [],
    choices: [],
    lobbies: [],
    contracts: [],
    talks: newTalks(rules),
    lines: [],
    proposals: [],
    words: [],
    news: [],
    drawn: {},
    outcomes: {},
    goals: [],
    hushed: [],
    next: 0,
    tally: newTally(rules),
    path: { security: [0], heat: [rules.model.heat.start] },
    ending: null,
  };
  state.cohesion = cohesionOf(rules, state);
  lobbyWeek(rules, state);
  eventsWeek(rules, state, silent);
  readPace(rules, state);
  state.goals = newGoals(rules, state);
  state.leverage = newLeverage(rules, state);
  state.reports = newReports(rules, state);
  return state;
}
