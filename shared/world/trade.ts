// Goods trade. Imports by sector for the whole Union, whose tariff is one; exports by sector and member, because Beijing
// can single states out. Elasticities are small at once and large in the long run; a memory of the price joins the two.

import { clip, exp, log, logistic, zeros } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { State, Trade } from "../state.ts";
import { keptDearer } from "./makers.ts";
import { once } from "./once.ts";

const WEEKS = 52;

/** What one sector's imports follow from, worked out of the scenario. */
interface Market {
  /** Log-odds in week 0 of China within foreign supply, and of foreign supply within the market. */
  lower: number;
  upper: number;
  /** Elasticities at once, and what the long run adds. */
  lowerNow: number;
  lowerMore: number;
  upperNow: number;
  upperMore: number;
  exportNow: number;
  exportMore: number;
  /** Imports if the shares of China and of foreign supply were both one, EUR bn a year. */
  whole: number;
  home: number;
  dutyEurope: number;
  dutyChina: number;
  passThrough: number;
}

const marketsOf = once((rules: Rules): Market[] => {
  const t = rules.model.trade;
  return rules.sectors.map((s) => {
    const foreign = s.foreignShare;
    const china = Math.min(t.thirdShare, s.imports / (s.market * foreign));
    return {
      lower: log(china / (1 - china)),
      upper: log(foreign / (1 - foreign)),
      lowerNow: s.elasticity * t.impactLower,
      lowerMore: s.elasticity * (t.longLower - t.impactLower),
      upperNow: s.elasticity * t.impactUpper,
      upperMore: s.elasticity * (t.longUpper - t.impactUpper),
      exportNow: s.exportElasticity * t.exportImpact,
      exportMore: s.exportElasticity * (t.exportLong - t.exportImpact),
      whole: s.imports / (china * foreign),
      home: 1 - foreign,
      dutyEurope: s.dutyEurope,
      dutyChina: s.dutyChina,
      passThrough: s.passThrough,
    };
  });
});

/** Trade in week 0. */
export function newTrade(rules: Rules): Trade {
  const { S, M, sectors } = rules;
  const europe = sectors.map((s) => s.dutyEurope);
  const china = sectors.map((s) => s.dutyChina);
  return {
    price: zeros(S),
    drift: sectors.map((s) => s.drift / WEEKS),
    lower: zeros(S),
    upper: zeros(S),
    injury: zeros(S),
    dutyEurope: europe,
    dutyChina: china,
    feltEurope: [...europe],
    feltChina: [...china],
    leaked: zeros(S),
    held: zeros(S),
    imports: sectors.map((s) => s.imports),
    memory: zeros(S),
    exports: [...usualOf(rules)],
    ban: zeros(S * M),
    banGoal: zeros(S * M),
    banKnown: zeros(S * M),
    diverted: zeros(S * M),
    lost: zeros(S * M),
    boost: zeros(M),
    extra: [],
    ahead: [],
    access: 0,
    reach: 0,
    injuryLoss: 0,
    tariffCost: 0,
  };
}

/** ln(1 + duty) against week 0: 0 while the duty is that of week 0. */
const dutyLog = (duty: number, normal: number): number =>
  duty === normal ? 0 : log((1 + duty) / (1 + normal));

/** E2-E6: imports of a sector at the prices of now. Adapting buyers also move their memories and the injury (E3, E5, E9). */
function importSector(
  rules: Rules,
  trade: Trade,
  market: Market,
  s: number,
  tick: number,
  adapt: boolean,
): void {
  const t = rules.model.trade;
  // E1, E8: log of the landed price of Chinese goods; what leaks past a measure pays nothing of it.
  const duty = dutyLog(trade.feltEurope[s]!, market.dutyEurope) * (1 - trade.leaked[s]!);
  const price = market.passThrough * duty - trade.price[s]! + trade.held[s]!;
  if (adapt) trade.lower[s]! += t.speedLower * (price - trade.lower[s]!);
  const china = logistic(market.lower - market.lowerNow * price - market.lowerMore * trade.lower[s]!);
  const goods = china * price;
  if (adapt) trade.upper[s]! += t.speedUpper * (goods - trade.upper[s]!);
  const foreign = logistic(market.upper - market.upperNow * goods - market.upperMore * trade.upper[s]!);
  const exporter = trade.held[s]! - trade.price[s]! - (1 - market.passThrough) * duty;
  const volume = exp((t.growth * tick) / WEEKS - t.demand * foreign * goods + exporter);
  trade.imports[s] = market.whole * foreign * china * volume;
  const injury = Math.max(0, 1 - (1 - foreign) / market.home);
  if (adapt) trade.injury[s]! *= 1 - t.injuryDecay;
  trade.injury[s] = Math.max(trade.injury[s]!, injury);
}

/** E8: how much of each sector's new duties leaks in the end: the less of a sector a measure covers, the more. */
function leakGoals(rules: Rules, state: State): number[] {
  const t = rules.model.trade;
  const goals = zeros(rules.S);
  const weight = zeros(rules.S);
  const left = zeros(rules.S).fill(1);
  for (const file of state.files) {
    if (file.side !== "europe" || file.sector < 0 || file.duty <= 0) continue;
    const share = file.duty * file.breadth;
    weight[file.sector]! += share;
    // A safeguard meets goods from everywhere: there is no other door.
    if (file.kind !== "safeguard") goals[file.sector]! += share * t.leakage * (1 - file.breadth);
    if (file.kind === "circumvention") left[file.sector] = t.leakageClosed;
  }
  for (let s = 0; s < rules.S; s++) goals[s] = weight[s]! > 0 ? (goals[s]! / weight[s]!) * left[s]! : 0;
  return goals;
}

/** What makers have promised holds the price of Chinese goods up, or no longer does (E48). */
function holdWeek(rules: Rules, state: State, trace: Trace): void {
  const { trade, tick } = state;
  const held = keptDearer(rules, state);
  for (let s = 0; s < rules.S; s++) {
    if (held[s] === trade.held[s]) continue;
    trade.held[s] = held[s]!;
    importSector(rules, trade, marketsOf(rules)[s]!, s, tick, false);
  }
  trace.mark("contract");
}

/** E7, E3-E6 with the duties that trade has met with; then new duties; then what finds its way around them. */
function importsWeek(rules: Rules, state: State, trace: Trace): void {
  const { trade, tick } = state;
  const t = rules.model.trade;
  const markets = marketsOf(rules);
  for (let s = 0; s < rules.S; s++) {
    trade.price[s]! += trade.drift[s]!;
    trade.drift[s]! *= 1 - t.driftDecay;
    importSector(rules, trade, markets[s]!, s, tick, true);
  }
  trace.mark("market-drift");
  let measured = false;
  for (let s = 0; s < rules.S; s++) {
    if (trade.dutyEurope[s] !== markets[s]!.dutyEurope || trade.leaked[s] !== 0) measured = true;
    if (trade.feltEurope[s] === trade.dutyEurope[s]) continue;
    trade.feltEurope[s] = trade.dutyEurope[s]!;
    importSector(rules, trade, markets[s]!, s, tick, false);
  }
  trace.mark("duties");
  holdWeek(rules, state, trace);
  if (!measured) return;
  const goals = leakGoals(rules, state);
  for (let s = 0; s < rules.S; s++) {
    if (goals[s] === trade.leaked[s]) continue;
    trade.leaked[s]! += (goals[s]! - trade.leaked[s]!) / t.leakageWeeks;
    if (Math.abs(trade.leaked[s]!) < 1e-6) trade.leaked[s] = 0;
    importSector(rules, trade, markets[s]!, s, tick, false);
  }
  trace.mark("leakage");
}

/** E9 value added lost to imports, and what buyers pay in duties that are new since week 0. */
function costsWeek(rules: Rules, trade: Trade): void {
  const t = rules.model.trade;
  const markets = marketsOf(rules);
  trade.injuryLoss = 0;
  trade.tariffCost = 0;
  for (let s = 0; s < rules.S; s++) {
    const injury = trade.injury[s]!;
    trade.injuryLoss += t.injuryValue * rules.sectors[s]!.market * injury * (1 + injury / t.injuryKnee);
    const duty = trade.dutyEurope[s]! - markets[s]!.dutyEurope;
    if (duty > 0) trade.tariffCost += trade.imports[s]! * duty * markets[s]!.passThrough;
    trade.tariffCost += trade.imports[s]! * trade.held[s]!;
  }
}

/** E10: what is left of a sector's sales by China's duties: 1 at those of week 0. */
const afterDuties = (trade: Trade, market: Market, s: number): number => {
  const duty = dutyLog(trade.feltChina[s]!, market.dutyChina);
  if (duty === 0 && trade.memory[s] === 0) return 1;
  return exp(-market.exportNow * duty - market.exportMore * trade.memory[s]!);
};

/** Sales to China in week 0, [s*M+m]. */
const usualOf = once((rules: Rules): number[] =>
  rules.sectors.flatMap((_, s) => rules.members.map((m) => m.exports[s]!)),
);

type Extra = Trade["extra"][number];

/** Keeps what more is sold for some reasons only. Answers whether anything ended. */
function keepSales(trade: Trade, stays: (extra: Extra) => boolean): boolean {
  if (trade.extra.every(stays)) return false;
  trade.extra = trade.extra.filter(stays);
  trade.boost.fill(0);
  for (const { m, by } of trade.extra) trade.boost[m]! += by;
  return true;
}

/** A member sells a share more to China until a week, besides what else it sells more; `of` = what it comes with. */
export function sellMore(trade: Trade, extra: Extra): void {
  trade.extra.push(extra);
  trade.boost[extra.m]! += extra.by;
}

/** The same from a later week on. */
export function sellLater(trade: Trade, extra: Extra, from: number): void {
  trade.ahead.push({ ...extra, from });
}

/** Sales agreed before begin. Answers whether any did. */
function beginSales(trade: Trade, tick: number): boolean {
  if (!trade.ahead.some(({ from }) => from <= tick)) return false;
  for (const { from, ...extra } of trade.ahead) if (from <= tick) sellMore(trade, extra);
  trade.ahead = trade.ahead.filter(({ from }) => from > tick);
  return true;
}

/** Share more that a member sells to China for what comes with a deal or an agreement. */
export const soldFor = ({ extra }: Trade, of: string, m: number): number =>
  extra.reduce((sum, one) => (one.of === of && one.m === m ? sum + one.by : sum), 0);

/** A member sells no more what came with a deal or an agreement. */
export const sellLess = (trade: Trade, of: string, m: number): boolean =>
  keepSales(trade, (extra) => extra.of !== of || extra.m !== m);

/** E10: what access has made of the trend of sales. */
const reached = ({ reach }: Trade): number => (reach === 0 ? 1 : exp(reach));

/** E10: sales of every member in a sector now, EUR bn a year; `left` = what is left of those of week 0 but for single states. */
function exportSector(rules: Rules, trade: Trade, s: number, left: number): void {
  const usual = usualOf(rules);
  const { exports, ban, boost } = trade;
  const { M } = rules;
  for (let m = 0; m < M; m++) {
    const k = s * M + m;
    exports[k] = usual[k]! * left * (1 - ban[k]!) * (1 + boost[m]!);
  }
}

/**
 * E10 step by step: decline and habit, access and missions that end, new duties, holds at customs. Answers what access
 * and China's duties have made of the trend of sales by sector, but for single states.
 */
function exportsWeek(rules: Rules, state: State, trend: number, trace: Trace): number[] {
  const { trade, tick } = state;
  const t = rules.model.trade;
  const markets = marketsOf(rules);
  const { S } = rules;
  const kept = zeros(S);
  let reach = reached(trade);
  const sell = (s: number) => exportSector(rules, trade, s, trend * (reach * kept[s]!));
  for (let s = 0; s < S; s++) {
    const duty = dutyLog(trade.feltChina[s]!, markets[s]!.dutyChina);
    trade.memory[s]! += t.exportSpeed * (duty - trade.memory[s]!);
    kept[s] = afterDuties(trade, markets[s]!, s);
    sell(s);
  }
  trace.mark("market-drift");
  const access = clip(trade.access, 0, t.accessMax);
  trade.reach += (access * t.exportDecline) / WEEKS;
  reach = reached(trade);
  let changed = access > 0;
  if (beginSales(trade, tick)) changed = true;
  if (keepSales(trade, ({ until }) => tick < until)) changed = true;
  if (changed) for (let s = 0; s < S; s++) sell(s);
  trace.mark("market-access");
  for (let s = 0; s < S; s++) {
    if (trade.feltChina[s] === trade.dutyChina[s]) continue;
    trade.feltChina[s] = trade.dutyChina[s]!;
    kept[s] = afterDuties(trade, markets[s]!, s);
    sell(s);
  }
  trace.mark("duties");
  const moving = unsettled(trade);
  for (const known of [true, false]) {
    for (const s of moveBans(rules, trade, moving, known)) sell(s);
    trace.mark(known ? "bans" : "quiet-holds");
  }
  return kept.map((share) => reach * share);
}

/** Places in the table of exports whose informal holds are not yet what was ordered. */
function unsettled({ ban, banGoal }: Trade): number[] {
  const places: number[] = [];
  for (let k = 0; k < ban.length; k++) if (ban[k] !== banGoal[k]) places.push(k);
  return places;
}

/**
 * E10: informal holds tighten or loosen towards what was ordered, within two or three weeks; those that are known to
 * all, or the others, also after their end. Answers the sectors in which any did.
 */
function moveBans({ M, model }: Rules, trade: Trade, places: readonly number[], known: boolean): Set<number> {
  const { ban, banGoal, banKnown } = trade;
  const speed = model.trade.banSpeed;
  const sectors = new Set<number>();
  for (const k of places) {
    if ((banKnown[k] === 1) !== known) continue;
    const next = ban[k]! + speed * (banGoal[k]! - ban[k]!);
    ban[k] = Math.abs(next - banGoal[k]!) < 0.001 ? banGoal[k]! : next;
    sectors.add(Math.floor(k / M));
  }
  return sectors;
}

/** E11: sales lost against the trend look for other buyers; what finds none is the member's loss. */
function diversionWeek(rules: Rules, state: State, trend: number, againstTrend: readonly number[]): void {
  const { trade, members } = state;
  const { ban, boost, diverted, lost } = trade;
  const { S, M } = rules;
  const usual = usualOf(rules);
  const speed = rules.model.trade.diversionSpeed;
  for (const member of members) member.exportLoss = 0;
  lost.fill(0);
  for (let s = 0; s < S; s++) {
    const left = againstTrend[s]!;
    const buyers = rules.sectors[s]!.diversion;
    for (let m = 0; m < M; m++) {
      const k = s * M + m;
      const share = Math.max(0, 1 - left * (1 - ban[k]!) * (1 + boost[m]!));
      if (share === 0 && diverted[k] === 0) continue;
      diverted[k]! += speed * (buyers * share - diverted[k]!);
      lost[k] = usual[k]! * trend * Math.max(0, share - diverted[k]!);
      members[m]!.exportLoss += lost[k]!;
    }
  }
}

/** Share of week 0's sales to China that structural decline leaves after so many weeks. */
export const trendShare = (rules: Rules, tick: number): number =>
  exp((-rules.model.trade.exportDecline * tick) / WEEKS);

/** A week of trade: imports, exports, and what both cost. */
export function tradeWeek(rules: Rules, state: State, trace: Trace): void {
  importsWeek(rules, state, trace);
  costsWeek(rules, state.trade);
  const trend = trendShare(rules, state.tick);
  const againstTrend = exportsWeek(rules, state, trend, trace);
  diversionWeek(rules, state, trend, againstTrend);
  trace.mark("diversion");
}
