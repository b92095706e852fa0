// States of the world that bring event cards up: for each trigger the week since which it holds, and what it is about.

import { sum } from "../exact.ts";
import type { Trigger } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import { type Contract, holds, type State, type Vote } from "../state.ts";
import { isBare, isSupply } from "./agreement.ts";
import { sounding, tally } from "./council.ts";
import { countsAgainst, decides } from "./majority.ts";
import { offRampChance } from "./offramp.ts";

/** Since when something holds, and the states, files and sectors it is about, by id. */
export interface Cause {
  since: number;
  about: string[];
}

type Find = (rules: Rules, state: State) => Cause | undefined;

const since = (week: number, ...about: string[]): Cause | undefined =>
  week < 0 ? undefined : { since: week, about };

/** A trigger that holds or does not, with no memory: since now. */
const whenever =
  (holds: (rules: Rules, state: State) => boolean): Find =>
  (rules, state) =>
    holds(rules, state) ? { since: state.tick, about: [] } : undefined;

/** Weeks for which something that happened once counts as fresh. */
const FRESH = 13;

const isFresh = (state: State, week: number): boolean =>
  week >= 0 && week <= state.tick && state.tick - week <= FRESH;

const agreement =
  (is: (contract: Contract) => boolean): Find =>
  (_, { contracts, tick }) =>
    since(contracts.find((c) => holds(c, tick) && !c.secret && is(c))?.from ?? -1);

/** The latest duty of a side that has come into force of late. */
const newDuty =
  (side: "europe" | "beijing"): Find =>
  (rules, state) => {
    const fresh = state.files.filter(
      (f) =>
        f.side === side &&
        f.why !== "start" &&
        f.duty > 0 &&
        f.stage === "in-force" &&
        isFresh(state, f.gate),
    );
    const last = fresh.sort((a, b) => b.gate - a.gate)[0];
    return last && { since: last.gate, about: [last.id, rules.sectors[last.sector]!.id] };
  };

/** Growth in imports over the start that is seen as a flood. */
const SURGE = 1.08;

/** Weeks in which nothing comes up out of nowhere: everybody finds their seat first. */
const QUIET = 4;

/** Imports that have grown too much, with the sector in which they grew most. */
const surge: Find = (rules, { trade, tick }) => {
  const start = rules.sectors.map((s) => s.imports);
  if (sum(trade.imports) <= SURGE * sum(start)) return undefined;
  const growth = trade.imports.map((x, s) => x / start[s]!);
  return { since: tick, about: [rules.sectors[growth.indexOf(Math.max(...growth))]!.id] };
};

const quietDeals = ({ offers }: State) => offers.filter((o) => o.state === "taken" && !o.exposed);

/** Capitals whose deal with Beijing runs and is not known. */
const dealt: Find = (_, state) => {
  const deals = quietDeals(state);
  const last = deals.at(-1);
  return last && { since: last.made, about: deals.map((o) => o.to) };
};

/** The latest hold at customs that has not come out, since it was ordered. */
const held: Find = (rules, { beijing }) => {
  const ban = beijing.bans.findLast(({ exposed }) => !exposed);
  if (!ban) return undefined;
  const about = [rules.members[ban.m]!.code, rules.sectors[ban.s]!.id];
  return { since: ban.until - rules.model.beijing.banWeeks, about };
};

/** Points of people, and states, within which a vote is close; last weeks of its window in which that is felt. */
const CLOSE = 3;
const CLOSE_STATES = 1;
const LAST = 2;

function isClose(rules: Rules, vote: Vote): boolean {
  const { states, people, needStates, needPeople } = tally(rules, sounding(rules, vote));
  const side = countsAgainst(vote.rule) ? "against" : "for";
  return (
    Math.abs(people[side] - needPeople) <= CLOSE ||
    (Math.abs(states[side] - needStates) <= CLOSE_STATES && people[side] >= needPeople)
  );
}

/** An open vote in its last weeks that hangs on little, as ministries sound each other out. */
const closeVote: Find = (rules, state) => {
  const vote = state.votes.find(
    (v) => v.outcome === "open" && decides(v) && v.closes - state.tick <= LAST && isClose(rules, v),
  );
  return vote && { since: vote.closes - LAST, about: [vote.file] };
};

const FIND: Record<Trigger, Find> = {
  squeeze: (_, { beijing }) => since(beijing.squeezeSince),
  "after-squeeze": (_, state) => {
    const { squeezeSince, squeezeEnded } = state.beijing;
    return squeezeSince < 0 && isFresh(state, squeezeEnded) ? since(squeezeEnded) : undefined;
  },
  assurance: agreement(isBare),
  contract: agreement((c) => isSupply(c) && !isBare(c)),
  "new-duty": newDuty("europe"),
  retaliation: newDuty("beijing"),
  "offer-accepted": dealt,
  "quiet-ban": held,
  "package-failed": whenever((_, { files, tick }) =>
    files.some((f) => f.kind === "package" && f.shutUntil > tick),
  ),
  "close-vote": closeVote,
  "low-cohesion": whenever((_, { cohesion }) => cohesion < 55),
  "low-legitimacy": whenever((_, { legitimacy }) => legitimacy < 45),
  "low-reputation": whenever((_, { beijing }) => beijing.reputation < 40),
  "low-growth": whenever(({ model }, { beijing }) => {
    return beijing.growth < model.beijing.growth - model.beijing.growthBearable;
  }),
  "import-surge": surge,
  "risk-high": whenever((_, { inputs }) => inputs.some((input) => input.risk > 0.3)),
  access: whenever((_, { trade }) => trade.access > 0.3),
  transparency: whenever((_, { beijing }) => beijing.transparency > 0),
  "off-ramp": whenever((rules, state) => offRampChance(rules, state) > 0),
  "package-ending": whenever((rules, { beijing, tick }) => {
    const left = beijing.packageUntil - tick;
    return left >= 0 && left <= rules.model.beijing.packageLead;
  }),
  "plants-abroad": whenever(
    (rules, { inputs, tick }) =>
      tick >= 20 &&
      inputs.some(
        (input, i) =>
          rules.inputs[i]!.critical && input.running + input.plants > rules.model.beijing.floodShare,
      ),
  ),
  obligation: whenever((_, { commission }) => commission.obligation !== "none"),
  hot: whenever((_, { heat }) => heat > 55),
  any: whenever((_, { tick }) => tick >= QUIET),
};

/** How many things may each bring a trigger's card up: every quiet deal for itself, else one. */
export const occasions = (state: State, trigger: Trigger): number =>
  trigger === "offer-accepted" ? quietDeals(state).length : 1;

/** Why a trigger holds now, if it does. */
export const causeOf = (rules: Rules, state: State, trigger: Trigger): Cause | undefined =>
  FIND[trigger](rules, state);
