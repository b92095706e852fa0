// States of the world that bring event cards up: for each trigger the week since which it holds, or -1.

import type { Trigger } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import type { Contract, State } from "../state.ts";
import { holds, isBare, isSupply, offRampChance } from "./contracts.ts";

type Since = (rules: Rules, state: State) => number;

/** A trigger that holds or does not, with no memory: since now. */
const whenever =
  (holds: (rules: Rules, state: State) => boolean): Since =>
  (rules, state) =>
    holds(rules, state) ? state.tick : -1;

/** Weeks for which something that happened once counts as fresh. */
const FRESH = 13;

/** The latest week of something that happened, while it is fresh. */
const fresh = (tick: number, weeks: readonly number[]): number => {
  const last = Math.max(-1, ...weeks.filter((week) => week <= tick));
  return tick - last <= FRESH ? last : -1;
};

const agreement =
  (is: (contract: Contract) => boolean): Since =>
  (_, { contracts, tick }) =>
    contracts.find((c) => holds(c, tick) && !c.secret && is(c))?.from ?? -1;

const dutiesSince =
  (side: "europe" | "beijing"): Since =>
  (_, { files, tick }) =>
    fresh(
      tick,
      files
        .filter((f) => f.side === side && f.why !== "start" && f.duty > 0 && f.stage === "in-force")
        .map((f) => f.gate),
    );

/** Growth in imports over the start that is seen as a flood. */
const SURGE = 1.08;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const SINCE: Record<Trigger, Since> = {
  squeeze: (_, { beijing }) => beijing.squeezeSince,
  "after-squeeze": (_, { beijing, tick }) =>
    beijing.squeezeSince >= 0 ? -1 : fresh(tick, [beijing.squeezeEnded]),
  assurance: agreement(isBare),
  contract: agreement((c) => isSupply(c) && !isBare(c)),
  "new-duty": dutiesSince("europe"),
  retaliation: dutiesSince("beijing"),
  "offer-accepted": (_, { offers }) => offers.find((o) => o.state === "taken")?.made ?? -1,
  "quiet-ban": whenever((_, { beijing }) => beijing.bans.length > 0),
  "package-failed": whenever((_, { files, tick }) =>
    files.some((f) => f.kind === "package" && f.shutUntil > tick),
  ),
  "close-vote": (_, { votes, tick }) =>
    fresh(
      tick,
      votes.filter((v) => v.outcome !== "open").map((v) => v.closes),
    ),
  "low-cohesion": whenever((_, { cohesion }) => cohesion < 55),
  "low-legitimacy": whenever((_, { legitimacy }) => legitimacy < 45),
  "low-reputation": whenever((_, { beijing }) => beijing.reputation < 40),
  "low-growth": whenever((rules, { beijing }) => beijing.growth < rules.model.beijing.growth - 0.5),
  "import-surge": whenever(
    (rules, { trade }) => sum(trade.imports) > SURGE * sum(rules.sectors.map((s) => s.imports)),
  ),
  "risk-high": whenever((_, { inputs }) => inputs.some((input) => input.risk > 0.3)),
  access: whenever((_, { trade }) => trade.access > 0.3),
  "off-ramp": whenever((rules, state) => offRampChance(rules, state) > 0),
  "plants-abroad": whenever(
    (rules, { inputs, tick }) =>
      tick >= 20 &&
      inputs.some(
        (input, i) =>
          rules.inputs[i]!.critical && input.running + input.plants > rules.model.beijing.floodShare,
      ),
  ),
  hot: whenever((_, { heat }) => heat > 55),
  any: whenever(() => true),
};

/** Week since which a trigger holds, or -1. */
export const heldSince = (rules: Rules, state: State, trigger: Trigger): number =>
  SINCE[trigger](rules, state);
