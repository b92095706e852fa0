// The catalogue: every number a person can see. One entry says what it is, its unit and step, who may know it, how far
// off a seat's knowledge is, and how it is read off the State. `view` walks this list, the wire format follows it, the
// screens and the explanations ask it. A new number is one entry here and the rule that computes it.

import { clip, exp, log, sum } from "./exact.ts";
import type { Rules } from "./scenario.ts";
import { about, hint, late, plusMinus, type Sight } from "./sight.ts";
import { elsewhere, flowOf, type Leverage, LICENCE_MODES, lossNow, type State } from "./state.ts";

/** What stands for Beijing where a member index is asked for. */
export const BEIJING_INDEX = -2;

/** Weeks of a quarter. */
export const QUARTER = 13;

export type Per = "union" | "member" | "sector" | "input";

/** Reads one number; k is the member, sector or input (0 for the union), me the seat that looks, as `memberIndex` says. */
export type Reading = (rules: Rules, state: State, k: number, me: number) => number;

/** What makes a seat see better than usual: a factor on its error about subject k; at 0 it sees as it is now. */
type Focus = (rules: Rules, state: State, k: number, me: number) => number;

export interface Indicator {
  id: string;
  /** Same for all viewpoints (`pub`), or the seat's own knowledge (`own`). */
  part: "pub" | "own";
  per: Per;
  unit: string;
  /** Step in which it travels and is shown. */
  quantum: number;
  better: "up" | "down" | "neither";
  sight: { commission: Sight; member: Sight; self?: Sight; beijing: Sight };
  focus?: { commission?: Focus; member?: Focus; beijing?: Focus };
  /** Read off the same survey as this number about its first subject: errors are alike, so that parts fit the whole. */
  survey?: string;
  of: Reading;
  /** Parameters behind it, as paths into the scenario (for source and grade on screen). */
  from: readonly string[];
}

const ALL = { commission: "exact", member: "exact", beijing: "exact" } as const;
const EUROPE = { commission: "exact", member: "exact", beijing: "hidden" } as const;
const BEIJING = { commission: "hidden", member: "hidden", beijing: "exact" } as const;

const pub = <I extends string, P extends Per>(
  id: I,
  per: P,
  unit: string,
  quantum: number,
  better: Indicator["better"],
  of: Reading,
  from: string[] = [],
) => ({ id, part: "pub", per, unit, quantum, better, sight: ALL, of, from }) as const;
const own = <I extends string, P extends Per>(
  id: I,
  per: P,
  unit: string,
  quantum: number,
  better: Indicator["better"],
  sight: Indicator["sight"],
  of: Reading,
  from: string[] = [],
  more: Pick<Indicator, "focus" | "survey"> = {},
) => ({ id, part: "own", per, unit, quantum, better, sight, of, from, ...more }) as const;

const lever =
  (key: Exclude<keyof Leverage, "byInput">): Reading =>
  (_, state) =>
    state.leverage[key];

/** Union mean of a member table, weighted by use of the input. */
const meanByUse = (rules: Rules, table: readonly number[], i: number): number => {
  let total = 0;
  for (let m = 0; m < rules.M; m++) total += table[m]! * rules.members[m]!.use[i]!;
  return total;
};

const pointsOf = (state: State, me: number): number =>
  (me >= 0 ? state.members[me]! : me === BEIJING_INDEX ? state.beijing : state.commission).points;

/** Points as they are shown and spent: never rounded up, so that what a View allows can be paid. */
const wholeQuarters = (points: number): number => Math.floor(points * 4 + 1e-9) / 4;

/** Firms that use the matching platform tell Brussels what they hold. */
const platform: Focus = (rules, state) => 1 - rules.model.information.platform * state.commission.matching;

/** Who applies for a licence tells Beijing what it needs and what it holds. */
const applications = (rules: Rules, state: State, i: number): number =>
  1 - rules.model.information.applications * state.inputs[i]!.laidOpen;

/** A mission brings home true figures of licences. */
const mission: Focus = (_rules, { tick, members }, _k, me) =>
  me >= 0 && tick < members[me]!.insightUntil ? 0 : 1;

/** Who knows how licences go: Brussels from surveys of firms, late; a capital from its own; Beijing, which gives them. */
const LICENCES = { commission: late(30, 4), member: about(10), beijing: "exact" } as const;

/** Who knows what firms build by themselves: Europe from surveys; Beijing hears of named plants only. */
const PRIVATE = { commission: about(20), member: about(20), beijing: "hidden" } as const;

/** Applications due in a week that are granted at the present rate, as a share; all users, or those of one member (E13). */
const approval: Reading = (rules, state, i, me) => {
  const input = state.inputs[i]!;
  const { queue, tilt, licenceWeeks } = input;
  const { covered, chinaShare } = rules.inputs[i]!;
  const most = Math.max(0, flowOf(input)) * covered * chinaShare;
  let due = 0;
  let granted = 0;
  for (let m = 0; m < rules.M; m++) {
    if (me >= 0 && m !== me) continue;
    const weight = me >= 0 ? 1 : rules.members[m]!.use[i]!;
    const asked = queue[m]! / Math.max(1, licenceWeeks);
    due += weight * asked;
    granted += weight * Math.min(asked, most * tilt[m]!);
  }
  return due > 0 ? granted / due : 1;
};

/** Share of a state's hardest-hit exports that waits at Chinese customs: of all, or of what everybody knows of. */
const waiting =
  (known: "all" | "public"): Reading =>
  ({ S, M }, { trade, beijing }, m) => {
    let most = 0;
    if (known === "all") for (let s = 0; s < S; s++) most = Math.max(most, trade.ban[s * M + m]!);
    else
      for (const ban of beijing.bans)
        if (ban.m === m && ban.exposed) most = Math.max(most, trade.ban[ban.s * M + m]!);
    return most;
  };

/** E38a: power over an input by the share of it alone, EUR bn a year; explodes as the share nears one. */
export const staticPower: Reading = (rules, state, i) => {
  const input = state.inputs[i]!;
  const { valueAtRisk, omega } = rules.inputs[i]!;
  const china = clip(1 - elsewhere(input) / (1 - input.adapt), 0, 0.999);
  return (-valueAtRisk * omega * log(1 - china)) / (rules.model.resolve.sourcesElasticity - 1);
};

const ownOr = (rules: Rules, table: readonly number[], i: number, me: number): number =>
  me >= 0 ? table[me]! : meanByUse(rules, table, i);

export const INDICATORS = [
  pub("heat", "union", "of 100", 1, "down", (_, s) => s.heat, ["model.heat.decay", "model.heat.tariff"]),
  pub("cohesion", "union", "of 100", 1, "up", (_, s) => s.cohesion, ["model.politics.dispersion"]),
  pub("legitimacy", "union", "of 100", 1, "up", (_, s) => s.legitimacy, ["model.politics.legitimacyNormal"]),
  pub(
    "growth",
    "union",
    "% a year",
    0.1,
    "neither",
    (r, s) => s.beijing.official + r.model.information.officialBias,
    ["model.information.officialBias", "model.information.officialSpeed"],
  ),
  pub("access", "union", "of 1", 0.05, "up", (_, s) => s.trade.access, ["model.trade.accessMax"]),
  pub("transparency", "union", "of 1", 0.05, "up", (_, s) => s.beijing.transparency, [
    "model.moves.publishStep",
  ]),
  pub(
    "deficit",
    "union",
    "EUR bn a year",
    1,
    "neither",
    (_, s) => sum(s.trade.imports) - sum(s.trade.exports),
    ["sectors[0].imports"],
  ),
  pub("stopped", "union", "lines", 1, "down", (_, s) => sum(s.members.map((m) => m.linesStopped)), [
    "members[0].lines",
  ]),
  pub("loss", "union", "EUR bn a year", 0.1, "down", (_, s) => lossNow(s), ["inputs[0].valueAtRisk"]),
  pub("coercedCost", "union", "EUR bn a year", 0.1, "down", (_, s) => s.coercedCost, [
    "model.politics.coercionPain",
    "model.politics.exportPain",
  ]),
  pub(
    "fund",
    "union",
    "EUR bn a year",
    1,
    "up",
    (_, s) => (s.tick >= s.commission.fundFrom ? s.commission.fund : 0),
    [],
  ),

  pub("lines", "member", "lines", 1, "down", (_, s, m) => s.members[m]!.linesStopped, ["members[0].lines"]),
  pub("pain", "member", "% of GDP", 0.01, "down", (_, s, m) => s.members[m]!.pain, [
    "members[0].gdp",
    "model.politics.exportPain",
  ]),
  pub(
    "sold",
    "member",
    "EUR bn a year",
    0.1,
    "up",
    (r, s, m) => {
      let total = 0;
      for (let k = 0; k < r.S; k++) total += s.trade.exports[k * r.M + m]!;
      return total;
    },
    ["members[0].exports"],
  ),
  pub("held", "member", "of exports", 0.05, "down", waiting("public"), [
    "model.beijing.banSize",
    "model.beijing.banExposure",
  ]),
  pub("standing", "member", "of 15", 1, "up", (_, s, m) => clip(s.members[m]!.standing, 0, 15), []),

  pub("dutyEurope", "sector", "of value", 0.001, "neither", (_, s, k) => s.trade.dutyEurope[k]!, [
    "sectors[0].dutyEurope",
  ]),
  pub("dutyChina", "sector", "of value", 0.001, "neither", (_, s, k) => s.trade.dutyChina[k]!, [
    "sectors[0].dutyChina",
  ]),
  pub("imports", "sector", "EUR bn a year", 1, "neither", (_, s, k) => s.trade.imports[k]!, [
    "sectors[0].imports",
  ]),
  own(
    "cheaper",
    "sector",
    "of price",
    0.01,
    "neither",
    { commission: about(20), member: about(20), beijing: "exact" },
    (_, s, k) => 1 - exp(-s.trade.price[k]!),
    ["sectors[0].drift"],
  ),
  pub("injury", "sector", "of market", 0.01, "down", (_, s, k) => s.trade.injury[k]!, [
    "model.trade.injuryKnee",
  ]),

  pub("mode", "input", "mode", 1, "neither", (_, s, i) => LICENCE_MODES.indexOf(s.inputs[i]!.mode), [
    "inputs[0].throughput",
  ]),
  pub("price", "input", "times normal", 0.1, "down", (_, s, i) => s.inputs[i]!.spot, [
    "inputs[0].price",
    "model.inputs.spotStock",
  ]),

  own("points", "union", "points", 0.25, "up", ALL, (_, s, _k, me) => wholeQuarters(pointsOf(s, me)), [
    "model.points.commissionIncome",
  ]),
  own(
    "money",
    "union",
    "EUR m",
    1,
    "up",
    EUROPE,
    (_, s, _k, me) => Math.floor(me >= 0 ? s.members[me]!.purse : s.commission.money),
    ["model.points.envelope"],
  ),
  own(
    "hold",
    "union",
    "EUR bn in 26 weeks",
    0.1,
    "down",
    { commission: about(10), member: about(15), beijing: about(25) },
    lever("hold"),
    ["model.resolve.stressThroughput", "model.resolve.stressWeeks"],
  ),
  own(
    "holdBy",
    "input",
    "EUR bn in 26 weeks",
    0.1,
    "down",
    { commission: about(10), member: about(15), beijing: about(25) },
    (_, s, i) => s.leverage.byInput[i]!,
    ["inputs[0].valueAtRisk", "inputs[0].chinaShare"],
    { survey: "hold" },
  ),
  own(
    "holdWeeks",
    "union",
    "weeks",
    1,
    "up",
    { commission: "exact", member: "exact", beijing: plusMinus(2) },
    lever("holdWeeks"),
    ["model.resolve.biteLoss"],
  ),
  own(
    "holdNet",
    "union",
    "EUR bn in 26 weeks",
    0.1,
    "down",
    { commission: about(10), member: about(15), beijing: about(25) },
    lever("holdNet"),
    ["inputs[0].price", "model.politics.exportPain"],
    { survey: "hold" },
  ),
  own(
    "europeNet",
    "union",
    "EUR bn in 52 weeks",
    0.1,
    "up",
    { commission: about(10), member: about(20), beijing: about(25) },
    lever("readyNet"),
    ["model.politics.tariffPain", "model.politics.exportPain", "sectors[0].passThrough"],
    { survey: "europeReady" },
  ),
  own(
    "gone",
    "union",
    "of 1",
    0.01,
    "up",
    { commission: "exact", member: "exact", beijing: plusMinus(0.05) },
    lever("gone"),
    ["model.resolve.lockThroughput", "model.resolve.lockWeeks"],
  ),
  own(
    "europeReady",
    "union",
    "EUR bn in 52 weeks",
    0.1,
    "up",
    { commission: about(10), member: about(20), beijing: about(25) },
    lever("ready"),
    ["model.resolve.europeScale"],
  ),
  own(
    "europeVote",
    "union",
    "EUR bn in 52 weeks",
    0.1,
    "up",
    { commission: about(10), member: about(20), beijing: about(25) },
    lever("vote"),
    ["model.resolve.europeScale"],
  ),
  own(
    "europeLaw",
    "union",
    "EUR bn in 52 weeks",
    0.1,
    "up",
    { commission: about(10), member: about(20), beijing: about(25) },
    lever("law"),
    ["model.resolve.europeScale"],
  ),
  own("europeWeeks", "union", "weeks", 1, "down", ALL, lever("europeWeeks"), []),
  own(
    "resolve",
    "union",
    "log-odds",
    0.1,
    "up",
    { commission: hint(0.5, -1, 1), member: hint(1, -1, 1), beijing: "exact" },
    (_, s) => s.resolve,
    ["model.resolve.start"],
  ),
  own(
    "firmness",
    "member",
    "log-odds",
    0.1,
    "up",
    { commission: hint(0.5, -1, 1), member: hint(0.8, -1, 1), beijing: "exact" },
    (_, s, m) => s.members[m]!.firmness,
    ["model.resolve.firmness", "model.resolve.firmnessPosture"],
  ),
  own(
    "trustBrussels",
    "member",
    "log-odds",
    0.1,
    "up",
    { commission: hint(0.5, -1, 1), member: hint(0.8, -1, 1), self: "exact", beijing: hint(0.8, -1, 1) },
    (_, s, m) => s.members[m]!.trustBrussels,
    ["model.resolve.trustBrussels", "model.politics.voteTrust"],
  ),
  own(
    "trustBeijing",
    "member",
    "log-odds",
    0.1,
    "neither",
    { commission: hint(0.5, -1, 1), member: hint(0.8, -1, 1), self: "exact", beijing: hint(0.8, -1, 1) },
    (_, s, m) => s.members[m]!.trustBeijing,
    ["model.resolve.trustBeijing", "model.resolve.trustBeijingPosture"],
  ),
  own("realGrowth", "union", "% a year", 0.1, "up", BEIJING, (_, s) => s.beijing.growth, [
    "model.beijing.growth",
    "model.beijing.growthPerGap",
  ]),
  own(
    "jobs",
    "union",
    "m jobs",
    0.1,
    "up",
    { commission: about(15), member: about(15), beijing: "exact" },
    (_, s) => s.beijing.jobs,
    ["model.beijing.jobs"],
  ),
  own(
    "face",
    "union",
    "of 100",
    1,
    "up",
    { commission: hint(6, 50, 70), member: hint(6, 50, 70), beijing: "exact" },
    (_, s) => s.beijing.face,
    ["model.beijing.faceNormal"],
  ),
  own("reputation", "union", "of 100", 1, "up", BEIJING, (_, s) => s.beijing.reputation, [
    "model.beijing.reputationNormal",
  ]),

  own(
    "support",
    "member",
    "-1 to 1",
    0.05,
    "up",
    { commission: plusMinus(0.2), member: plusMinus(0.2), self: "exact", beijing: plusMinus(0.25) },
    (_, s, m) => s.members[m]!.support,
    ["model.politics.pain"],
  ),
  own(
    "magnets",
    "member",
    "weeks",
    0.1,
    "up",
    { commission: about(25), member: about(25), self: about(5), beijing: about(40) },
    (_, s, m) => s.inputs[0]!.stock[m]!,
    ["inputs[0].stockWeeks"],
    {
      survey: "stock",
      focus: { commission: platform, beijing: (r, s) => applications(r, s, 0) },
    },
  ),

  // Deniable: the state knows of its own goods and Beijing of all; the others see only what has come out.
  own(
    "atCustoms",
    "member",
    "of exports",
    0.05,
    "down",
    { commission: "hidden", member: "hidden", self: "exact", beijing: "exact" },
    waiting("all"),
    ["model.beijing.banSize"],
  ),

  own(
    "stock",
    "input",
    "weeks",
    0.1,
    "up",
    { commission: about(25), member: about(5), beijing: about(40) },
    (r, s, i, me) => ownOr(r, s.inputs[i]!.stock, i, me),
    ["inputs[0].stockWeeks", "model.information.platform", "model.information.applications"],
    { focus: { commission: platform, beijing: applications } },
  ),
  own(
    "throughput",
    "input",
    "of normal",
    0.05,
    "up",
    LICENCES,
    (_, s, i, me) => {
      const input = s.inputs[i]!;
      return clip(flowOf(input) * (me >= 0 ? input.tilt[me]! : 1), 0, 2);
    },
    ["inputs[0].throughput"],
    { focus: { member: mission } },
  ),
  own("approval", "input", "of what is due", 0.05, "up", LICENCES, approval, ["inputs[0].covered"], {
    focus: { member: mission },
  }),
  own(
    "licenceDays",
    "input",
    "days",
    1,
    "down",
    LICENCES,
    (_, s, i) => s.inputs[i]!.licenceWeeks * 7,
    ["inputs[0].licenceWeeks"],
    { focus: { member: mission } },
  ),
  own(
    "queue",
    "input",
    "weeks of use",
    0.1,
    "down",
    LICENCES,
    (r, s, i, me) => ownOr(r, s.inputs[i]!.queue, i, me),
    ["inputs[0].covered"],
    { focus: { member: mission } },
  ),
  own(
    "gap",
    "input",
    "of need",
    0.01,
    "down",
    { commission: about(10), member: about(5), beijing: about(30) },
    (r, s, i, me) => ownOr(r, s.inputs[i]!.gap, i, me),
    ["inputs[0].halfWeeks"],
  ),
  own(
    "risk",
    "input",
    "of 1",
    0.02,
    "neither",
    { commission: about(20), member: about(20), beijing: about(40) },
    (_, s, i) => s.inputs[i]!.risk,
    ["model.inputs.riskUp", "model.inputs.complacency"],
  ),
  own(
    "starts",
    "input",
    "of demand a quarter",
    0.0005,
    "up",
    PRIVATE,
    (_, s, i) => QUARTER * s.inputs[i]!.starting,
    ["model.inputs.starts", "model.inputs.startThreshold", "model.inputs.complacency"],
  ),
  own(
    "underway",
    "input",
    "of demand",
    0.005,
    "up",
    PRIVATE,
    (_, s, i) => {
      const { permit, build, ramp } = s.inputs[i]!;
      return sum(permit) + sum(build) + sum(ramp);
    },
    ["model.inputs.permitWeeks", "model.inputs.buildWeeks", "model.inputs.rampWeeks"],
  ),
  own(
    "closures",
    "input",
    "of demand a quarter",
    0.0005,
    "down",
    PRIVATE,
    (_, s, i) => QUARTER * s.inputs[i]!.closing,
    ["model.inputs.exit", "model.inputs.exitRisk", "model.inputs.floodExit", "model.inputs.floodExitLeast"],
  ),
  own("closed", "input", "of demand", 0.001, "down", PRIVATE, (_, s, i) => s.inputs[i]!.closed, [
    "model.inputs.exit",
  ]),
  own(
    "stockpile",
    "input",
    "weeks",
    0.1,
    "up",
    { commission: "exact", member: "exact", beijing: about(50) },
    (_, s, i) => s.inputs[i]!.stockpile,
    ["model.inputs.stockFlow"],
  ),
  own(
    "ordered",
    "input",
    "weeks",
    0.1,
    "neither",
    { commission: "exact", member: "exact", beijing: "hidden" },
    (_, s, i) => s.inputs[i]!.ordered,
    ["model.inputs.stockFlow", "model.inputs.stockDelay"],
  ),
  own(
    "elsewhere",
    "input",
    "of demand",
    0.01,
    "up",
    { commission: about(10), member: about(20), beijing: about(30) },
    (_, s, i) => elsewhere(s.inputs[i]!),
    ["inputs[0].chinaShare"],
  ),
  own(
    "lost",
    "sector",
    "EUR bn a year",
    0.001,
    "down",
    { commission: "hidden", member: "exact", beijing: "hidden" },
    (r, s, k, me) => (me >= 0 ? s.trade.lost[k * r.M + me]! : 0),
    ["members[0].exports"],
  ),
  own(
    "marketPower",
    "input",
    "EUR bn a year",
    1,
    "down",
    { commission: about(10), member: about(20), beijing: about(30) },
    staticPower,
    ["inputs[0].chinaShare", "inputs[0].valueAtRisk", "model.resolve.sourcesElasticity"],
  ),
] as const satisfies readonly Indicator[];

/** The catalogue, its entries all of one type. */
export const CATALOGUE: readonly Indicator[] = INDICATORS;

type Entry = (typeof INDICATORS)[number];
export type IndicatorId = Entry["id"];
type Ids<Part, P> = Extract<Entry, { part: Part; per: P }>["id"];
type Lists<Part> = Exclude<Extract<Entry, { part: Part }>["id"], Ids<Part, "union">>;
/** The numbers of one part by id: a number for the union, a list by member, sector or input. NaN-free: null = hidden. */
export type Numbers<Part extends "pub" | "own"> = { [K in Ids<Part, "union">]: number } & {
  [K in Lists<Part>]: number[];
};

const BY_ID = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]));

/** The entry of a number. */
export const indicatorOf = (id: IndicatorId): Indicator => BY_ID.get(id)!;

/** How many subjects an indicator has. */
export const countOf = (rules: Rules, per: Per): number =>
  per === "union" ? 1 : per === "member" ? rules.M : per === "sector" ? rules.S : rules.I;
