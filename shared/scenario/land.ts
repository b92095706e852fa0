// The lasting facts: member states, sectors of trade, critical inputs.

import * as z from "zod";
import { MEMBER_CODES } from "../seat.ts";
import { BALLOTS } from "./ballot.ts";
import { goalsSchema } from "./goal.ts";
import { param, row } from "./param.ts";

export { BALLOTS, type Ballot } from "./ballot.ts";

/** Posture from which a state counts as a hawk, and down to which as a dove. */
export const HAWK = 1;
export const DOVE = -1;

/** Figures drawn within their range for each game; of all others the range only says where they may be moved to. */
export const DRAWN: readonly string[] = ["tolerance"];

/** A member state. Rows `exports` follow the order of `sectors`, rows `use` and `workshops` that of `inputs`. */
export const memberSchema = z.strictObject({
  code: z.enum(MEMBER_CODES),
  name: z.string(),
  capital: z.string(),
  /** Share of the Union's population for Council votes, %. */
  population: param("positive"),
  /** EUR bn a year. */
  gdp: param("positive"),
  /** Standing line towards Beijing, -2 (dove) to 2 (hawk). */
  posture: param("posture"),
  /** Vote on the electric-car duties, 4 October 2024. */
  evVote: z.enum(BALLOTS),
  evVoteSource: z.string(),
  /** How much Chinese plants bind it, 0 to 0.3 of support. */
  fdiTie: param("share"),
  /** Pain it bears before it turns, % of GDP; drawn within the range at the start of each game. */
  tolerance: param("positive"),
  /** Goods exports to China by sector, EUR bn a year. */
  exports: row("amount"),
  /** Share of the Union's use of each input, 0 to 1. */
  use: row("share"),
  /** Production lines that depend on the inputs; the count behind "lines stopped". */
  lines: param("positive"),
  /** Manufacturing, % of gross value added. */
  manufacturing: param("hundred"),
  /** Mean pain of a game at which the score for prosperity is low (90th percentile of bot games), % of GDP. */
  painScale: param("positive"),
  /** Sectors whose fate is front-page news at home, by sector id. */
  iconic: z.array(z.string()).length(2),
  /** Watches the size of common budgets. */
  frugal: z.boolean(),
  /** Lives from supplying carmakers: fears the duty to diversify. */
  carSupplier: z.boolean(),
  /** Writes texts for the others: may table a proposal that waits. */
  author: z.boolean().optional(),
  /** Its secret goals. */
  goals: goalsSchema,
});

export const sectorSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  /** Goods from China, EUR bn a year. */
  imports: param("positive"),
  /** Goods to China, EUR bn a year; must equal the sum over members within 2 %. */
  exports: param("amount"),
  /** EU market (all origins), EUR bn a year. */
  market: param("positive"),
  /** Share of the market served from outside the Union, 0 to 1. */
  foreignShare: param("inner"),
  /** Multiplier on the elasticities of imports, and of exports. */
  elasticity: param("amount"),
  exportElasticity: param("amount"),
  /** Share of a duty that reaches the buyer's price, 0 to 1. */
  passThrough: param("share"),
  /** Share of exports lost in China that finds other buyers in the end, 0 to 1. */
  diversion: param("share"),
  /** Price fall of Chinese goods, log points a year. */
  drift: param("rate"),
  /** Average duty in force at the start: the Union's on China's goods and China's on the Union's, as a fraction. */
  dutyEurope: param("amount"),
  dutyChina: param("amount"),
});

export const inputSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  /** What `demand` counts, as "t". */
  unit: z.string(),
  /** Union demand a year in `unit`. */
  demand: param("positive"),
  /** EUR m per `unit`. */
  price: param("positive"),
  /** China's share of supply, 0 to 1. */
  chinaShare: param("share"),
  /** Share of the Chinese supply that needs a licence, 0 to 1. */
  covered: param("share"),
  /** Stock of firms in weeks of use, normal, and the stock at which half of the firms stand still. */
  stockWeeks: param("positive"),
  halfWeeks: param("positive"),
  transitWeeks: param("positive"),
  /** Shortage that firms absorb without losing output, 0 to 1. */
  slack: param("rest"),
  /** Value added of the lines that need it, EUR bn a year, and the part lost when nothing comes. */
  valueAtRisk: param("amount"),
  omega: param("share"),
  /** Licence regime in week 0: throughput as a share of normal covered demand, and weeks a licence takes. */
  throughput: param("amount"),
  licenceWeeks: param("amount"),
  mode: z.enum(["free", "general", "case-by-case", "go-slow", "embargo"]),
  /** Firms' perceived risk in week 0, 0 to 1. */
  risk: param("share"),
  /** True for the inputs of the stress test; false for the broad residue, of which too little is licensed to run short. */
  critical: z.boolean(),
  /** May the Union stock it, and may Beijing licence it? */
  stockable: z.boolean(),
  /** Capacity outside China that serves the Union in week 0, as shares of demand: running, ramping up, building, permitting. */
  running: param("amount"),
  ramping: param("amount"),
  building: param("amount"),
  permitting: param("amount"),
  /** Recycling in week 0 and its ceiling, shares of demand. */
  recycling: param("share"),
  recyclingCap: param("share"),
});
