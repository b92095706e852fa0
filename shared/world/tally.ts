// Sums over the weeks of a game, which verdict and scores are read from.

import { zeros } from "../exact.ts";
import { indexOf, memberAt, type Rules } from "../scenario.ts";
import { flowOf, holds, lossNow, type State, type Tally } from "../state.ts";
import { isBare, isMeasured, isStretched } from "./agreement.ts";
import { newDeeds } from "./deeds.ts";
import { once } from "./once.ts";
import { trendShare } from "./trade.ts";

const WEEKS = 52;

/** Sums of a game in week 0. */
export const newTally = (rules: Rules): Tally => ({
  ...{
    loss: 0,
    exportLoss: 0,
    tariffCost: 0,
    injury: 0,
    heat: 0,
    heatPeak: rules.model.heat.start,
    cohesion: 0,
    growthShort: 0,
  },
  ...{
    assuranceWeeks: 0,
    verifiedWeeks: 0,
    qualityWeeks: 0,
    hotWeeks: 0,
    lossWeeks: 0,
    failedVotes: 0,
    acceptedOffers: 0,
  },
  ...{
    pain: zeros(rules.M),
    measured: zeros(rules.M),
    sold: zeros(rules.S * rules.M),
    trend: 0,
    worst: zeros(rules.M),
  },
  ...{
    short: zeros(rules.I * rules.M),
    stopped: zeros(rules.I),
    released: 0,
    squeezedAt: [],
    holdsIgnored: 0,
  },
  deeds: rules.members.map(newDeeds),
  ...{ exposed: zeros(rules.M), solidarity: zeros(rules.M), shares: zeros(rules.M * rules.M), asked: {} },
});

/** Places in the table of exports of each member's two iconic sectors. */
const iconicOf = once((rules: Rules) =>
  rules.members.map((member, m) => member.iconic.map((id) => indexOf(rules.sectors, id) * rules.M + m)),
);

/** Adds the losses of this week, EUR bn. */
export function addLosses(rules: Rules, state: State): void {
  const { tally, trade, members } = state;
  for (let m = 0; m < rules.M; m++) {
    const member = members[m]!;
    tally.loss += member.outputLoss / WEEKS;
    tally.exportLoss += member.exportLoss / WEEKS;
    tally.pain[m]! += member.pain;
    tally.worst[m] = Math.max(tally.worst[m]!, member.linesStopped / Math.max(1, rules.members[m]!.lines));
  }
  tally.injury += trade.injuryLoss / WEEKS;
  tally.tariffCost += trade.tariffCost / WEEKS;
  for (let k = 0; k < trade.exports.length; k++) tally.sold[k]! += trade.exports[k]! / WEEKS;
  tally.trend += trendShare(rules, state.tick) / WEEKS;
}

/** What a capital sold to China in its two iconic sectors, EUR bn. */
export const iconicSales = (rules: Rules, { tally }: State, m: number): number =>
  iconicOf(rules)[m]!.reduce((total, k) => total + tally.sold[k]!, 0);

/** Adds the weeks in which makers went short, and what the store gave out. */
function addShortages(rules: Rules, { tally, inputs }: State): void {
  inputs.forEach((input, i) => {
    tally.released += input.released;
    if (flowOf(input) <= 0) tally.stopped[i]! += 1;
    for (let m = 0; m < rules.M; m++) if (input.loss[m]! > 0) tally.short[i * rules.M + m]! += 1;
  });
}

/** Adds a week under a measured agreement that is not openly stretched, and for each capital that is party to one. */
function addMeasured(rules: Rules, state: State): void {
  const { tally, contracts, tick } = state;
  const measured = contracts.filter((c) => holds(c, tick) && isMeasured(c) && !isStretched(rules, state, c));
  if (measured.length === 0) return;
  tally.verifiedWeeks += 1;
  tally.qualityWeeks += Math.max(...measured.map(({ verified }) => verified));
  for (const seat of new Set(measured.flatMap((c) => c.parties))) {
    const m = memberAt(rules, seat);
    if (m >= 0) tally.measured[m]! += 1;
  }
}

/** Adds the week to the sums and to the path of the corridor. */
export function tallyWeek(rules: Rules, state: State): void {
  const { tally, tick } = state;
  addLosses(rules, state);
  addShortages(rules, state);
  tally.heat += state.heat;
  tally.heatPeak = Math.max(tally.heatPeak, state.heat);
  tally.cohesion += state.cohesion;
  tally.growthShort += rules.model.beijing.growth - state.beijing.growth;
  if (state.contracts.some((c) => holds(c, tick) && isBare(c))) tally.assuranceWeeks += 1;
  addMeasured(rules, state);
  const { collapse, lossEnd } = rules.model.heat;
  tally.hotWeeks = state.heat > collapse ? tally.hotWeeks + 1 : 0;
  tally.lossWeeks = lossNow(state) > lossEnd ? tally.lossWeeks + 1 : 0;
  state.path.security.push(Math.round(1000 * state.leverage.gone) / 1000);
  state.path.heat.push(Math.round(10 * state.heat) / 10);
}
