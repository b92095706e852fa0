// The capitals: pain (E28), support for the common line (E29), cohesion (E32), relief by the fund (E33), legitimacy (E36),
// elections, and what every seat gets to spend. The lobby's cards stand in lobby.ts.

import { clip, exp, log, sum } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { QUARTER } from "../indicators.ts";
import { normal, type Stream, uniform } from "../random.ts";
import type { Payout } from "../scenario/payout.ts";
import { indexOf, memberAt, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { lossNow, type Member, type State, tell } from "../state.ts";
import { lobbyWeek } from "./lobby.ts";
import { once } from "./once.ts";
import { earn } from "./purse.ts";
import { newBeliefs, newLeader } from "./resolve.ts";

const YEAR = 52;
/** Losses too small to be felt, EUR bn a year. */
const UNFELT = 1e-6;
const BALLOT = { for: 1, abstain: 0, against: -1 } as const;

/** What the politics of a member follow from, worked out of the scenario. */
interface Land {
  /** Weight in the Union's mean: half by head, half by state. */
  weight: number[];
  /** Relief a year, EUR m. */
  purse: number[];
  /** Share of the member's industry in a sector, by what it sells: [s*M+m]. */
  industry: number[];
  /** Positions of the two iconic sectors. */
  iconic: number[][];
  income: number[];
  /** Pain left of last week's (E28). */
  memory: number;
}

/** What a capital has for relief in a year, EUR m. */
export const yearPurse = ({ members, model }: Rules, m: number): number =>
  10 * members[m]!.gdp * model.politics.reliefPurse;

/**
 * Eases a capital's pain by a factor for so many weeks. While something eases it already, what eases more counts: one who
 * pays for relief is never worse off for it.
 */
export function relieve(state: State, m: number, factor: number, weeks: number): void {
  const member = state.members[m]!;
  const runs = state.tick <= member.reliefUntil;
  member.reliefFactor = runs ? Math.min(factor, member.reliefFactor) : factor;
  member.reliefUntil = Math.max(member.reliefUntil, state.tick + weeks);
}

/** What relief can ease: lines that stand still for want of an input, or sales lost in a sector. */
export const LINES = "lines";

/**
 * M5: a capital pays its firms for what it names, some weeks from now. What it pays already, for this or for other things,
 * runs on.
 */
export function aid(rules: Rules, state: State, m: number, of: string): void {
  const { reliefDelay, reliefWeeks } = rules.model.politics;
  const member = state.members[m]!;
  const running = member.aid.filter((one) => state.tick <= one.until);
  const from = state.tick + reliefDelay;
  const same = running.find((one) => one.of === of);
  const others = running.filter((one) => one.of !== of);
  member.aid = [...others, { of, from: same?.from ?? from, until: from + reliefWeeks - 1 }];
}

/** What is left of the pain from one thing, as a share, by the relief that a capital pays for it. */
const eased = (rules: Rules, { aid }: Member, tick: number, of: string): number =>
  aid.length > 0 && aid.some((one) => one.of === of && one.from <= tick && tick <= one.until)
    ? 1 - rules.model.politics.relief
    : 1;

const landOf = once((rules: Rules): Land => {
  const { points, politics } = rules.model;
  const total = rules.members.map((m) => sum(m.exports));
  const people = rules.members.reduce((sum, m) => sum + m.population, 0);
  return {
    weight: rules.members.map((m) => 0.5 / rules.M + (0.5 * m.population) / people),
    purse: rules.members.map((_, m) => yearPurse(rules, m)),
    industry: rules.sectors.flatMap((_, s) =>
      rules.members.map((m, k) => (total[k]! > 0 ? m.exports[s]! / total[k]! : 0)),
    ),
    iconic: rules.members.map((m) => m.iconic.map((id) => indexOf(rules.sectors, id))),
    income: rules.members.map((m) =>
      m.population <= points.smallUpTo
        ? points.smallIncome
        : m.population > points.largeFrom
          ? points.largeIncome
          : points.middleIncome,
    ),
    memory: exp(-log(2) / politics.painHalfLife),
  };
});

/** What every capital begins with. */
const AT_EASE = {
  pain: 0,
  outputLoss: 0,
  exportLoss: 0,
  linesStopped: 0,
  reliefUntil: 0,
  reliefFactor: 1,
  reliefNext: 0,
  missionNext: 0,
  agendaNext: 0,
  tableNext: 0,
  reports: 0,
  insightUntil: 0,
  permits: 0,
  permitUntil: 0,
  mandate: -1,
  lobby: 0,
  lobbyUntil: 0,
  offerTurn: 0,
  deals: 0,
  promises: 0,
  plants: 0,
  cover: 0,
};

/** The capitals in week 0: their line at home and what they bear are drawn. */
export function newMembers(rules: Rules, random: Stream): Member[] {
  const { politics: p, points } = rules.model;
  return rules.members.map((m, k) => {
    const alpha =
      p.alphaBase +
      p.alphaPosture * m.posture +
      p.alphaVote * BALLOT[m.evVote] -
      p.alphaTie * m.fdiTie +
      p.alphaNoise * normal(random);
    const [low, high] = rules.toleranceRange[k]!;
    const size = m.population;
    const start =
      size <= points.smallUpTo
        ? points.smallStart
        : size > points.largeFrom
          ? points.largeStart
          : points.middleStart;
    return {
      alpha,
      tolerance: low + (high - low) * uniform(random),
      support: clip(alpha, -1, 1),
      ...newBeliefs(rules, k),
      ...AT_EASE,
      aid: [],
      sways: [],
      points: start,
      purse: landOf(rules).purse[k]!,
      standing: rules.model.score.standingStart,
    };
  });
}

/** Moves cohesion by points, now and for as long as the memory of it lasts (E32). */
export function unite(rules: Rules, state: State, points: number): void {
  state.solidarity += points / rules.model.politics.solidarity;
  state.cohesion = clip(state.cohesion + points, 0, 100);
}

/** What each capital's claim on the fund weighs per EUR of its loss, by the rule that was chosen. */
const CLAIM: Record<Payout, (rules: Rules, member: Member, m: number) => number> = {
  even: () => 1,
  need: (_, { pain, tolerance }) => pain / tolerance,
  key: ({ members }, { outputLoss }, m) => members[m]!.gdp / outputLoss,
};

/**
 * Shares of their losses that are paid, by claims of unlike weight, so that it comes to as much as if each were paid the
 * share `cover`; nobody is paid more than its loss. Who has lost nothing may count on the usual share.
 */
function paidShares(losses: readonly number[], weights: readonly number[], cover: number): number[] {
  const shares = losses.map(() => cover);
  let open = [...losses.keys()].filter((m) => losses[m]! >= UNFELT);
  let left = cover * open.reduce((sum, m) => sum + losses[m]!, 0);
  while (open.length > 0) {
    const claims = open.reduce((sum, m) => sum + losses[m]! * weights[m]!, 0);
    const owed = open.reduce((sum, m) => sum + losses[m]!, 0);
    const each = (m: number): number => (claims > 0 ? (left * weights[m]!) / claims : left / owed);
    const full = open.filter((m) => each(m) > 1);
    for (const m of full.length > 0 ? full : open) shares[m] = Math.min(1, each(m));
    if (full.length === 0) break;
    left -= full.reduce((sum, m) => sum + losses[m]!, 0);
    open = open.filter((m) => !full.includes(m));
  }
  return shares;
}

/** E33: part of the output pain that the fund relieves: as much in all as its reach bounds, shared out by its rule. */
function coverWeek(rules: Rules, state: State): void {
  const { fundCover, fundReach } = rules.model.politics;
  const { fund, fundFrom } = state.commission;
  const ready = fund > 0 && state.tick >= fundFrom;
  const loss = ready ? lossNow(state) : 0;
  const cover = ready ? (loss > 0 ? Math.min(fundCover, (fund * fundReach) / loss) : fundCover) : 0;
  const { payout } = state.commission;
  if (!ready || payout === "even") {
    for (const member of state.members) member.cover = cover;
    return;
  }
  const weights = state.members.map((member, m) => CLAIM[payout](rules, member, m));
  const shares = paidShares(
    state.members.map(({ outputLoss }) => outputLoss),
    weights,
    cover,
  );
  for (let m = 0; m < rules.M; m++) state.members[m]!.cover = shares[m]!;
}

/** E28: smoothed pain in % of GDP, by what causes it. */
function painWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  const { memory, iconic } = landOf(rules);
  const { members, tick } = state;
  const fresh = 100 * (1 - memory);
  const scale = (m: number): number => {
    const member = members[m]!;
    return (fresh * (tick <= member.reliefUntil ? member.reliefFactor : 1)) / rules.members[m]!.gdp;
  };
  for (const member of members) member.pain *= memory;
  trace.mark("time");
  const stopped = (m: number) => scale(m) * members[m]!.outputLoss * eased(rules, members[m]!, tick, LINES);
  for (let m = 0; m < rules.M; m++) if (members[m]!.outputLoss > 0) members[m]!.pain += stopped(m);
  trace.mark("job-losses");
  for (let m = 0; m < rules.M; m++) {
    const { exportLoss } = members[m]!;
    if (exportLoss < UNFELT) continue;
    const more = (p.iconic - 1) * lossIn(rules, state, m, iconic[m]!);
    const paid = paidFor(rules, state, m);
    members[m]!.pain += scale(m) * p.exportPain * (exportLoss + more - paid);
  }
  trace.mark("lost-exports");
  const { tariffCost } = state.trade;
  const { gdp } = unionOf(rules);
  if (tariffCost > 0)
    for (let m = 0; m < rules.M; m++)
      members[m]!.pain += (scale(m) * p.tariffPain * tariffCost * rules.members[m]!.gdp) / gdp;
  trace.mark("duty-cost");
  coverWeek(rules, state);
  for (let m = 0; m < rules.M; m++)
    if (members[m]!.cover > 0) members[m]!.pain -= stopped(m) * members[m]!.cover;
  trace.mark("fund-relief");
}

const unionOf = once((rules: Rules) => ({ gdp: rules.members.reduce((sum, m) => sum + m.gdp, 0) }));

/** Sales lost in some sectors and not sold elsewhere, EUR bn a year. */
function lossIn({ M }: Rules, { trade }: State, m: number, sectors: readonly number[]): number {
  let loss = 0;
  for (const s of sectors) loss += trade.lost[s * M + m]!;
  return loss;
}

/** The part of sales lost, as they are felt, that a capital's relief makes up for, EUR bn a year. */
function paidFor(rules: Rules, state: State, m: number): number {
  const member = state.members[m]!;
  let paid = 0;
  for (const { of } of member.aid) {
    const s = rules.sectors.findIndex(({ id }) => id === of);
    if (s < 0) continue;
    const felt = rules.members[m]!.iconic.includes(of) ? rules.model.politics.iconic : 1;
    paid += (1 - eased(rules, member, state.tick, of)) * felt * lossIn(rules, state, m, [s]);
  }
  return paid;
}

/** Weighted mean of support, the line others look at. */
export function meanSupport(rules: Rules, state: State): number {
  const { weight } = landOf(rules);
  let mean = 0;
  for (let m = 0; m < rules.M; m++) mean += weight[m]! * state.members[m]!.support;
  return mean;
}

/** What events of late make of a capital's line; those whose time is over are forgotten. */
function swayed(member: Member, tick: number): number {
  if (member.sways.length === 0) return 0;
  if (member.sways.some((sway) => sway.until <= tick))
    member.sways = member.sways.filter((sway) => sway.until > tick);
  return member.sways.reduce((sum, sway) => sum + sway.by, 0);
}

/** E29: support moves a little each week towards what home, pain, injury, cover, fairness, the others and gifts make of it. */
function supportWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  const { members, tick } = state;
  const { M, S } = rules;
  const { industry } = landOf(rules);
  const mean = meanSupport(rules, state);
  const fair = (p.legitimacy * (state.legitimacy - p.legitimacyNormal)) / p.legitimacyNormal;
  for (const member of members) {
    if (member.lobby !== 0 && tick >= member.lobbyUntil) member.lobby = 0;
    const home =
      member.alpha +
      member.lobby +
      swayed(member, tick) -
      (tick < member.permitUntil ? member.permits * p.permitSupport : 0);
    member.support += p.speed * (home - member.support);
  }
  trace.mark("home-line");
  for (const member of members) member.support -= (p.speed * p.pain * member.pain) / member.tolerance;
  trace.mark("job-losses");
  for (let m = 0; m < M; m++) {
    let injury = 0;
    for (let s = 0; s < S; s++) injury += industry[s * M + m]! * state.trade.injury[s]!;
    members[m]!.support += p.speed * p.injury * injury;
  }
  trace.mark("import-injury");
  for (const member of members) member.support += p.speed * p.fund * member.cover;
  trace.mark("fund-relief");
  for (const member of members) member.support += p.speed * fair;
  trace.mark("legitimacy");
  for (const member of members) member.support += p.speed * p.peers * (mean - member.support);
  trace.mark("peers");
  for (const member of members) {
    const tied = (p.plantTie * member.plants) / rules.model.beijing.plantWorth;
    member.support = clip(member.support - p.speed * (member.offerTurn + tied), -1, 1);
    member.offerTurn = member.offerTurn < 0.001 ? 0 : member.offerTurn * (1 - p.offerDecay);
  }
  trace.mark("side-offers");
}

/** E32: how far the capitals hold one line. */
export function cohesionOf(rules: Rules, state: State): number {
  const p = rules.model.politics;
  const { weight } = landOf(rules);
  const mean = meanSupport(rules, state);
  let apart = 0;
  for (let m = 0; m < rules.M; m++) apart += weight[m]! * Math.abs(state.members[m]!.support - mean);
  const line = 100 * (1 - p.dispersion * apart);
  const lost = p.dealCohesion * state.dealsFelt[1] + p.failedCohesion * state.failedVotes;
  return clip(line - lost + p.solidarity * state.solidarity, 0, 100);
}

/** E32: a vote that fails costs cohesion, now and for as long as it is remembered. Marks "failed-votes". */
export function disappoint(rules: Rules, state: State, trace: Trace): void {
  state.failedVotes += 1;
  state.cohesion = clip(state.cohesion - rules.model.politics.failedCohesion, 0, 100);
  trace.mark("failed-votes");
}

/** E32: side deals wear cohesion down little by little, so that no week tells of one. */
function dealsSink(rules: Rules, state: State, trace: Trace): void {
  const { dealSpread, dealCohesion } = rules.model.politics;
  const felt = state.dealsFelt;
  const more = dealSpread * (felt[0] - felt[1]);
  felt[1] += more;
  felt[0] += dealSpread * (state.dealWeight - felt[0]);
  state.cohesion = clip(state.cohesion - dealCohesion * more, 0, 100);
  trace.mark("side-offers");
}

function cohesionWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.politics;
  dealsSink(rules, state, trace);
  state.cohesion = cohesionOf(rules, state);
  trace.mark("dispersion");
  state.dealWeight *= 1 - p.dealDecay;
  state.failedVotes *= 1 - p.failedDecay;
  state.solidarity *= 1 - p.solidarityDecay;
  state.cohesion = cohesionOf(rules, state);
  trace.mark("time");
  state.legitimacy += p.legitimacyPull * (p.legitimacyNormal - state.legitimacy);
  trace.mark("time");
}

/** A vote at home redraws the line of a capital. */
function electionsWeek(rules: Rules, state: State, trace: Trace): void {
  for (const { tick, member } of rules.calendar.elections) {
    if (tick !== state.tick) continue;
    const shift = rules.model.politics.electionDraw * (2 * uniform(state.random) - 1);
    const m = indexOf(rules.members, member);
    state.members[m]!.alpha += shift;
    newLeader(rules, state, m);
    tell(state, { code: "election-held", by: member, about: [member], amount: shift, to: [] });
    trace.mark("home-line");
  }
  for (const { tick, member } of rules.calendar.presidency)
    if (tick === state.tick)
      tell(state, { code: "presidency-changed", by: member, about: [member], amount: 0, to: [] });
}

/** Political capital that a seat gains in a week, below its cap, and that cap. */
export function incomeOf(rules: Rules, seat: Seat): { income: number; cap: number } {
  const { points } = rules.model;
  if (seat === "commission") return { income: points.commissionIncome, cap: points.commissionCap };
  if (seat === "beijing") return { income: points.beijingIncome, cap: points.beijingCap };
  return { income: landOf(rules).income[memberAt(rules, seat)] ?? 0, cap: points.memberCap };
}

/**
 * Points of the week, and money. A capital has the first year's in week 0, and from week 52 on gets a quarter of a year's
 * each quarter, up to a year's; what it was given above that stays.
 */
function incomeWeek(rules: Rules, state: State, trace: Trace): void {
  const { points } = rules.model;
  const { commission, tick } = state;
  const { income, purse } = landOf(rules);
  const refills = tick >= YEAR && tick % QUARTER === 0;
  earn(commission, points.commissionIncome, points.commissionCap);
  for (let m = 0; m < rules.M; m++) {
    const member = state.members[m]!;
    earn(member, income[m]!, points.memberCap);
    if (refills && member.purse < purse[m]!)
      member.purse = Math.min(purse[m]!, member.purse + purse[m]! * (QUARTER / YEAR));
  }
  if (tick >= points.envelopeFirst && (tick - points.envelopeFirst) % YEAR === 0) {
    const amount = points.envelopeYear + commission.envelope;
    commission.money += amount;
    tell(state, { code: "budget-refilled", by: "", about: [], amount, to: ["commission"] });
  }
  trace.mark("time");
}

/** A week in the capitals. */
export function politicsWeek(rules: Rules, state: State, trace: Trace): void {
  painWeek(rules, state, trace);
  electionsWeek(rules, state, trace);
  supportWeek(rules, state, trace);
  cohesionWeek(rules, state, trace);
  lobbyWeek(rules, state);
  incomeWeek(rules, state, trace);
}
