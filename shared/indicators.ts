// The catalogue: every number a person can see. One entry says what it is, its unit and step, who may know it, how far
// off a seat's knowledge is, and how it is read off the State. `view` walks this list, the wire format follows it, the
// screens and the explanations ask it. A new number is one entry here and the rule that computes it.

import { clip } from "./exact.ts";
import { hash, noise } from "./random.ts";
import type { Rules } from "./scenario.ts";
import { isMember, type Viewpoint } from "./seat.ts";
import { elsewhere, type Leverage, LICENCE_MODES, type State } from "./state.ts";

/** What stands for Beijing where a member index is asked for. */
export const BEIJING_INDEX = -2;
/** A subject that is nobody's own. */
const NOBODY = -3;

export type Per = "union" | "member" | "sector" | "input";

/** Reads one number; k is the member, sector or input (0 for the union), me the seat that looks, as `memberIndex` says. */
export type Reading = (rules: Rules, state: State, k: number, me: number) => number;

/** How well a kind of seat knows it: "exact", "hidden", or an error (relative if `%`, else in units). */
export type Sight = "exact" | "hidden" | { error: number; relative: boolean };

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
  of: Reading;
  /** Parameters behind it, as paths into the scenario (for source and grade on screen). */
  from: readonly string[];
}

const about = (percent: number): Sight => ({ error: percent / 100, relative: true });
const plusMinus = (error: number): Sight => ({ error, relative: false });

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
) => ({ id, part: "own", per, unit, quantum, better, sight, of, from }) as const;

const lever =
  (key: Exclude<keyof Leverage, "byInput">): Reading =>
  (_, state) =>
    state.leverage[key];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

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

const ownOr = (rules: Rules, table: readonly number[], i: number, me: number): number =>
  me >= 0 ? table[me]! : meanByUse(rules, table, i);

export const INDICATORS = [
  pub("heat", "union", "of 100", 1, "down", (_, s) => s.heat, ["model.heat.decay", "model.heat.tariff"]),
  pub("cohesion", "union", "of 100", 1, "up", (_, s) => s.cohesion, ["model.politics.dispersion"]),
  pub("legitimacy", "union", "of 100", 1, "up", (_, s) => s.legitimacy, ["model.politics.legitimacyNormal"]),
  pub("growth", "union", "% a year", 0.1, "neither", (_, s) => s.beijing.growth, ["model.beijing.growth"]),
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
  pub("loss", "union", "EUR bn a year", 0.1, "down", (_, s) => sum(s.members.map((m) => m.outputLoss)), [
    "inputs[0].valueAtRisk",
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
  pub(
    "held",
    "member",
    "of exports",
    0.05,
    "down",
    (r, s, m) => {
      let most = 0;
      for (let k = 0; k < r.S; k++) most = Math.max(most, s.trade.ban[k * r.M + m]!);
      return most;
    },
    ["model.beijing.banSize"],
  ),
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
    0.5,
    "up",
    { commission: plusMinus(0.5), member: plusMinus(1), beijing: "exact" },
    (_, s) => s.resolve,
    ["model.resolve.start"],
  ),
  own("jobs", "union", "m jobs", 0.1, "up", BEIJING, (_, s) => s.beijing.jobs, ["model.beijing.jobs"]),
  own("face", "union", "of 100", 1, "up", BEIJING, (_, s) => s.beijing.face, ["model.beijing.faceNormal"]),
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
  ),

  own(
    "stock",
    "input",
    "weeks",
    0.1,
    "up",
    { commission: about(25), member: about(5), beijing: about(40) },
    (r, s, i, me) => ownOr(r, s.inputs[i]!.stock, i, me),
    ["inputs[0].stockWeeks"],
  ),
  own(
    "throughput",
    "input",
    "of normal",
    0.05,
    "up",
    { commission: about(15), member: about(10), beijing: "exact" },
    (_, s, i, me) => {
      const input = s.inputs[i]!;
      return clip((input.throughput + input.shift) * (me >= 0 ? input.tilt[me]! : 1), 0, 2);
    },
    ["inputs[0].throughput"],
  ),
  own(
    "licenceDays",
    "input",
    "days",
    1,
    "down",
    { commission: about(15), member: about(10), beijing: "exact" },
    (_, s, i) => s.inputs[i]!.licenceWeeks * 7,
    ["inputs[0].licenceWeeks"],
  ),
  own(
    "queue",
    "input",
    "weeks of use",
    0.1,
    "down",
    { commission: about(30), member: about(10), beijing: "exact" },
    (r, s, i, me) => ownOr(r, s.inputs[i]!.queue, i, me),
    ["inputs[0].covered"],
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
    ["model.inputs.riskUp"],
  ),
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
] as const satisfies readonly Indicator[];

type Entry = (typeof INDICATORS)[number];
export type IndicatorId = Entry["id"];
type Ids<Part, P> = Extract<Entry, { part: Part; per: P }>["id"];
type Lists<Part> = Exclude<Extract<Entry, { part: Part }>["id"], Ids<Part, "union">>;
/** The numbers of one part by id: a number for the union, a list by member, sector or input. NaN-free: null = hidden. */
export type Numbers<Part extends "pub" | "own"> = { [K in Ids<Part, "union">]: number } & {
  [K in Lists<Part>]: number[];
};

/** Key of an indicator's survey errors: its name, so that a new number changes what nobody knows of the others. */
const ERROR_KEY = new Map<string, number>(INDICATORS.map(({ id }) => [id, hash(id)]));

/** Key of the errors about a number, for `noise`. */
export const errorKey = ({ id }: Pick<Indicator, "id">): number => ERROR_KEY.get(id)!;

/** Weeks between two surveys: the error of an estimate stays the same within one. */
export const SURVEY_WEEKS = 13;

/** How a viewpoint sees an indicator about subject k. Onlookers are given nothing of the `own` part. */
export function sightOf(indicator: Indicator, seat: Viewpoint, k: number, me: number): Sight {
  if (indicator.part === "pub") return "exact";
  if (seat === "beijing") return indicator.sight.beijing;
  if (seat === "commission") return indicator.sight.commission;
  if (!isMember(seat)) return "hidden";
  return indicator.per === "member" && k === me && indicator.sight.self
    ? indicator.sight.self
    : indicator.sight.member;
}

/** Numbers that a mission to Beijing brings home as they are. */
const INSIGHT: readonly string[] = ["throughput", "licenceDays"];

const hasInsight = (state: State, indicator: Indicator, me: number): boolean =>
  me >= 0 && state.tick < state.members[me]!.insightUntil && INSIGHT.includes(indicator.id);

/** What a seat believes the number to be, before rounding: the truth with the error of its last survey. */
export function estimate(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  k: number,
  me: number,
  seed: number,
): number {
  return believed(rules, state, indicator, sightOf(indicator, seat, k, me), k, me, seed);
}

function believed(
  rules: Rules,
  state: State,
  indicator: Indicator,
  sight: Sight,
  k: number,
  me: number,
  seed: number,
): number {
  if (sight === "hidden") return 0;
  const truth = indicator.of(rules, state, k, me);
  if (sight === "exact" || hasInsight(state, indicator, me)) return truth;
  const survey = Math.floor(state.tick / SURVEY_WEEKS);
  const error = (sight.error / 2) * noise(seed, errorKey(indicator), me, k, survey);
  return sight.relative ? truth * (1 + error) : truth + error;
}

/** What a seat believes of every subject of an indicator. */
export function estimates(
  rules: Rules,
  state: State,
  indicator: Indicator,
  seat: Viewpoint,
  me: number,
  seed: number,
): number[] {
  const list: number[] = new Array(countOf(rules, indicator.per));
  const others = sightOf(indicator, seat, NOBODY, me);
  for (let k = 0; k < list.length; k++) {
    const sight = k === me ? sightOf(indicator, seat, k, me) : others;
    list[k] = believed(rules, state, indicator, sight, k, me, seed);
  }
  return list;
}

/** How many subjects an indicator has. */
export const countOf = (rules: Rules, per: Per): number =>
  per === "union" ? 1 : per === "member" ? rules.M : per === "sector" ? rules.S : rules.I;
