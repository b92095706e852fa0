// How a game ends: the two gauges that can end it early, the verdict in the corridor of leverage and heat, and the scores
// of the seats. Security, industry and trade are read 52 weeks after play has ended, so that a last-minute tariff or an
// emptied store gains nothing.

import { clip, pow, sum } from "../exact.ts";
import { silent, type Trace } from "../explain.ts";
import { byHorizon, type Rules } from "../scenario.ts";
import { clone, type Ending, type State, tell, type Verdict } from "../state.ts";
import { drift } from "./drift.ts";
import { goalPoints } from "./goals.ts";
import { owedTo } from "./hushed.ts";
import { leverageOf } from "./leverage.ts";
import { filesWeek } from "./procedures.ts";
import { addLosses, iconicSales } from "./tally.ts";
import { endSqueeze } from "./valve.ts";

/** Weeks of a game in which the loss terms are measured as they stand. */
const USUAL = 104;

/** True when both sides have lost control for so long that the game is over. */
export function isLost(rules: Rules, state: State): boolean {
  const { collapseWeeks, lossWeeks } = rules.model.heat;
  return state.tally.hotWeeks >= collapseWeeks || state.tally.lossWeeks >= lossWeeks;
}

/** The lines of the corridor that a game is judged by. */
export interface Corridor {
  /** Share of Beijing's hold gone below which language is empty, and from which on leverage is practical. */
  empty: number;
  practical: number;
  /** Mean heat up to which leverage is practical, and heat from which on nobody steers. */
  heat: number;
  confrontation: number;
  /** Whether weeks under promises that nobody measures have raised the first line. */
  soothed: boolean;
}

/** The corridor at a game's length, narrower where much of it so far was calm bought with bare promises. */
export function corridorOf(rules: Rules, { tally, tick, weeks }: State): Corridor {
  const { score, heat } = rules.model;
  const least = byHorizon(score.empty, weeks);
  const bare = tally.assuranceWeeks / Math.max(1, tick) > score.bareShare;
  const empty = bare ? Math.max(least, score.bareSecurity) : least;
  return {
    empty,
    practical: Math.max(empty, byHorizon(score.practical, weeks)),
    heat: heat.practical,
    confrontation: heat.confrontation,
    soothed: empty > least,
  };
}

/** The verdict of the corridor: security gained without the run-on, against heat. */
export function verdictOf(rules: Rules, state: State): Verdict {
  const corridor = corridorOf(rules, state);
  const { tally, leverage } = state;
  if (isLost(rules, state) || tally.heatPeak >= corridor.confrontation) return "uncontrolled-confrontation";
  if (leverage.gone < corridor.empty) return "empty-language";
  const cool = tally.heat / Math.max(1, state.tick) <= corridor.heat;
  return cool && leverage.gone >= corridor.practical ? "practical-leverage" : "unfinished-business";
}

/** Plays on for some weeks with laws, plants and agreements as they are left, nobody deciding anything, no squeeze. */
export function runOn(rules: Rules, state: State, weeks: number): State {
  const later = clone(state);
  endSqueeze(rules, later, silent);
  for (let w = 0; w < weeks; w++) {
    later.tick += 1;
    filesWeek(rules, later, silent);
    drift(rules, later, silent);
    addLosses(rules, later);
  }
  later.leverage = leverageOf(rules, later);
  return later;
}

/** One week of play that ends nothing. */
export type Week = (rules: Rules, state: State, trace: Trace) => void;

/** Plays a beginning (in place) to a week with nobody on either side doing anything. */
export function baseline(rules: Rules, beginning: State, ticks: number, week: Week): State {
  while (beginning.tick < ticks) week(rules, beginning, silent);
  return beginning;
}

/** What scores are made of, each against the path on which nobody acts. */
export interface Course {
  state: State;
  later: State;
  still: State;
  stillLater: State;
  verdict: Verdict;
  early: boolean;
  /** Length against the usual 104 weeks. */
  k: number;
}

/** EUR bn lost by Europe to a week: output, exports, buyers' duties, injury, and what of it is left to bear. */
function costOf(rules: Rules, later: State): number {
  const { tally, trade } = later;
  const { exportPain, tariffPain } = rules.model.politics;
  const left = rules.model.score.liabilityFactor * trade.injuryLoss;
  return tally.loss + exportPain * tally.exportLoss + tariffPain * tally.tariffCost + tally.injury + left;
}

/** Points for agreements: weeks under a measured one by how well it is, with market access; a bare promise brings little. */
function dealPoints(rules: Rules, { state }: Course): number {
  const { contractShare, accessScale, bareMost } = rules.model.score;
  const { qualityWeeks, assuranceWeeks } = state.tally;
  const held = clip(qualityWeeks / (contractShare * state.weeks), 0, 1);
  const access = 0.5 + 0.5 * clip(state.trade.access / accessScale, 0, 1);
  const bare = bareMost * clip(assuranceWeeks / (contractShare * state.weeks), 0, 1);
  return Math.max(13 * held * access, bare);
}

/** What a score is made of, by name. */
export type Parts = Record<string, number>;

const total = (parts: Parts): number => sum(Object.values(parts));

/** 26 security, 21 industry, 17 cohesion, 13 agreements, 8 legitimacy less what it broke in secret, 15 secret goals. */
function commissionParts(rules: Rules, course: Course): Parts {
  const { state, later, stillLater, k } = course;
  const p = rules.model.score;
  const cost = costOf(rules, later) - costOf(rules, stillLater);
  const cohesion = state.tally.cohesion / Math.max(1, state.tick);
  const legitimacy = state.legitimacy + owedTo(state, "commission");
  return {
    security: 26 * clip(later.leverage.gone / byHorizon(p.security, state.weeks), 0, 1),
    industry: 21 * clip(p.lossShare - (p.lossScale * cost) / (p.lossUnit * k), 0, 1),
    cohesion: 17 * clip((cohesion - p.cohesionFrom) / p.cohesionRange, 0, 1),
    agreements: dealPoints(rules, course),
    legitimacy: 8 * clip((legitimacy - p.legitimacyFrom) / p.legitimacyRange, 0, 1),
    goals: goalPoints(rules, state, 0),
  };
}

/** How far Europe has been divided, bent or lulled, as a share of its points. */
function divided(rules: Rules, { state, k }: Course): number {
  const p = rules.model.score;
  const { tally, beijing, commission } = state;
  return (
    (p.yieldWorth * beijing.yields) / k +
    (p.failedWorth * (tally.failedVotes - 1)) / k +
    (p.offerWorth * tally.acceptedOffers) / k +
    (commission.obligation === "none" ? p.lawWorth : 0) +
    (commission.snapback ? 0 : p.snapbackWorth) +
    (p.calmWorth * tally.assuranceWeeks) / Math.max(1, state.tick)
  );
}

/**
 * E37: jobs that hang on sales to Europe, growth over the game against what Beijing counts on, and what squeezes wear,
 * as a share of its points.
 */
function prosperity(rules: Rules, { state, k }: Course, gap: number): number {
  const { growthKept, growthGap, growthShort, squeezeWear } = rules.model.score;
  const short = state.tally.growthShort / Math.max(1, state.tick);
  return growthKept - growthGap * gap - growthShort * short - (squeezeWear * state.beijing.squeezes) / k;
}

/**
 * 17 market kept, 13 growth, 17 leverage kept, 17 a divided Europe, 7 stable rules, 8 face, 6 name as a supplier, 15
 * secret goals.
 */
function beijingParts(rules: Rules, course: Course): Parts {
  const { state, later, stillLater, k } = course;
  const p = rules.model.score;
  const { beijing, tally } = state;
  const gap = clip(1 - sum(later.trade.imports) / sum(stillLater.trade.imports), 0, 1);
  const kept = (1 - later.leverage.gone) / p.keptLeverage;
  return {
    market: 17 * clip(p.gapKept - gap / (p.gapScale * pow(k, 0.5)), 0, 1),
    growth: 13 * clip(prosperity(rules, course, gap), 0, 1),
    leverage: 17 * clip(kept, 0, 1),
    division: 17 * clip(divided(rules, course), 0, 1),
    rules: 7 * clip(tally.qualityWeeks / (p.contractShare * state.weeks), 0, 1),
    face: 8 * clip((beijing.face - p.faceFrom) / p.faceRange, 0, 1),
    name: 6 * clip((beijing.reputation - p.reputationFrom) / p.reputationRange, 0, 1),
    goals: goalPoints(rules, state, 1),
  };
}

/** Points for plants that run on a state's soil and Chinese plants won. */
function plantPoints(rules: Rules, state: State, m: number): number {
  const { plantPoints: each, chinesePlant } = rules.model.score;
  let points = chinesePlant * Math.floor(state.members[m]!.plants / rules.model.beijing.plantWorth);
  rules.projects.forEach((plan, j) => {
    const { stage } = state.projects[j]!;
    if (plan.host !== rules.members[m]!.code || stage !== "operating") return;
    points += plan.owner === "china" ? chinesePlant : each;
  });
  return Math.min(15, points);
}

/** What a capital can have for little pain, and for the sales of its iconic sectors. */
export const CAPITAL_POINTS = { pain: 35, exports: 20 } as const;

/** 35 little pain, 20 iconic sectors kept, 15 plants and jobs, 15 standing, 15 secret goals. */
function memberParts(rules: Rules, course: Course, m: number): Parts {
  const { state, still } = course;
  const p = rules.model.score;
  const pain = state.tally.pain[m]! / Math.max(1, state.tick);
  const kept = iconicSales(rules, state, m) / Math.max(1e-9, iconicSales(rules, still, m));
  return {
    pain: CAPITAL_POINTS.pain * clip(p.painKept - pain / rules.members[m]!.painScale, 0, 1),
    exports: CAPITAL_POINTS.exports * clip((kept - p.exportsLow) / (p.exportsHigh - p.exportsLow), 0, 1),
    plants: plantPoints(rules, state, m),
    standing: clip(state.members[m]!.standing + owedTo(state, rules.members[m]!.code), 0, 15),
    goals: goalPoints(rules, state, m + 2),
  };
}

export const commissionScore = (rules: Rules, course: Course): number =>
  total(commissionParts(rules, course));
export const beijingScore = (rules: Rules, course: Course): number => total(beijingParts(rules, course));
export const memberScore = (rules: Rules, course: Course, m: number): number =>
  total(memberParts(rules, course, m));

/**
 * What the end of a game does to the scores: factors on Europe's and on Beijing's, and the joint bonus, which goes to
 * both sides and to the capitals that were party to a measured agreement for as long.
 */
function endOf(rules: Rules, { state, early, verdict }: Course) {
  const { joint, jointWeeks, emptyFactor, endFactor } = rules.model.score;
  const beijing = early ? endFactor : 1;
  const europe = beijing * (verdict === "empty-language" ? emptyFactor : 1);
  const freed = state.leverage.gone >= byHorizon(rules.model.score.practical, state.weeks);
  const bonusFor = (weeks: number): number => (!early && freed && weeks >= jointWeeks ? joint : 0);
  const { verifiedWeeks, measured } = state.tally;
  return { europe, beijing, bonus: bonusFor(verifiedWeeks), bonuses: measured.map(bonusFor) };
}

/** Scores of all seats (0 to 100, and the joint bonus): commission, beijing, then the members. */
export function scoresOf(rules: Rules, course: Course): number[] {
  const { europe, beijing, bonus, bonuses } = endOf(rules, course);
  return [
    europe * commissionScore(rules, course) + bonus,
    beijing * beijingScore(rules, course) + bonus,
    ...rules.members.map((_, m) => europe * memberScore(rules, course, m) + bonuses[m]!),
  ];
}

/** What the scores of all seats are made of, with what their verdict takes and the joint bonus gives. */
export function partsOf(rules: Rules, course: Course): Parts[] {
  const { europe, beijing, bonus, bonuses } = endOf(rules, course);
  const ended = (parts: Parts, factor: number, joint: number): Parts => ({
    ...parts,
    verdict: (factor - 1) * total(parts),
    joint,
  });
  return [
    ended(commissionParts(rules, course), europe, bonus),
    ended(beijingParts(rules, course), beijing, bonus),
    ...rules.members.map((_, m) => ended(memberParts(rules, course, m), europe, bonuses[m]!)),
  ];
}

/** Everything scores are read from, for a game that has just ended. `beginning` is its State of week 0, and is used up. */
export function courseOf(rules: Rules, state: State, beginning: State, week: Week): Course {
  const { runOn: weeks } = rules.model.score;
  const still = baseline(rules, beginning, state.tick, week);
  return {
    state,
    later: runOn(rules, state, weeks),
    still,
    stillLater: runOn(rules, still, weeks),
    verdict: verdictOf(rules, state),
    early: isLost(rules, state),
    k: Math.max(1, state.tick) / USUAL,
  };
}

/** Ends the game when its time is over or control is lost. `begin` answers the State of week 0, `week` plays one. */
export function endingWeek(rules: Rules, state: State, begin: () => State, week: Week): void {
  if (state.ending !== null || (state.tick < state.weeks && !isLost(rules, state))) return;
  const course = courseOf(rules, state, begin(), week);
  const ending: Ending = {
    tick: state.tick,
    verdict: course.verdict,
    early: course.early,
    security: state.leverage.gone,
    securityAfter: course.later.leverage.gone,
    scores: scoresOf(rules, course).map((score) => Math.round(10 * score) / 10),
  };
  tell(state, { code: "game-ended", by: "", about: [ending.verdict], amount: 0, to: [] });
  state.ending = ending;
}
