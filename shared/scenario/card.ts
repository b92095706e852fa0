// Event cards as data: when a card comes up, who decides, and what each option does in a closed vocabulary of effects.

import * as z from "zod";
import { MEMBER_CODES } from "../seat.ts";
import { FILE_KINDS } from "./start.ts";

/** What an effect is aimed at: the seat that decides, a named state, everybody, or the states that suffer the cause. */
const who = z.enum(["decider", "all", "hit", "frugal", "hawks", "doves", ...MEMBER_CODES]);

const number = z.number();

/** Every change an event can make. A new card needs no code as long as it speaks this vocabulary. */
export const effectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heat"), by: number }),
  z.strictObject({ kind: z.literal("legitimacy"), by: number }),
  z.strictObject({ kind: z.literal("face"), by: number }),
  z.strictObject({ kind: z.literal("reputation"), by: number }),
  z.strictObject({ kind: z.literal("growth"), by: number }),
  /** Beijing's belief that Europe stands by its word, log-odds. */
  z.strictObject({ kind: z.literal("resolve"), by: number }),
  z.strictObject({ kind: z.literal("support"), who, by: number, weeks: z.int().optional() }),
  z.strictObject({ kind: z.literal("standing"), who, by: number }),
  z.strictObject({
    kind: z.literal("points"),
    who: z.enum(["decider", "commission", "beijing"]),
    by: number,
  }),
  /** Money of the decider's purse, EUR m. */
  z.strictObject({ kind: z.literal("money"), by: number }),
  /** Makes an emergency fund that exists larger, EUR bn a year. */
  z.strictObject({ kind: z.literal("fund"), billion: number }),
  z.strictObject({ kind: z.literal("cohesion"), by: number }),
  /** Firms' perceived risk of an input ("all" or its id). */
  z.strictObject({ kind: z.literal("risk"), input: z.string(), by: number }),
  /** Throughput of licences shifted by so much for so many weeks. */
  z.strictObject({ kind: z.literal("throughput"), input: z.string(), by: number, weeks: z.int() }),
  /** Beijing answers one state's step: so much less is licensed for so many weeks, and everybody hears of it. */
  z.strictObject({ kind: z.literal("stop"), input: z.string(), by: number.max(0), weeks: z.int().min(1) }),
  /** Ends such a stop before its time. */
  z.strictObject({ kind: z.literal("resume"), input: z.string() }),
  /** Licence mode one step tighter (-1) or looser (1). */
  z.strictObject({
    kind: z.literal("licence-step"),
    input: z.string(),
    by: z.literal([-1, 1]),
  }),
  /** Favour (above 1) or punish (below 1) the states in Beijing's licence queue. */
  z.strictObject({ kind: z.literal("tilt"), who, factor: number, weeks: z.int() }),
  /** Recycling ceiling of an input, share of demand. */
  z.strictObject({ kind: z.literal("recycling"), input: z.string(), by: number }),
  /** Adaptation of an input's users (less of it per product), share. */
  z.strictObject({ kind: z.literal("adapt"), input: z.string(), by: number }),
  /** Pressure of Chinese goods in a sector, log points of price. */
  z.strictObject({ kind: z.literal("price"), sector: z.string(), by: number }),
  /** Limit on exports of scrap, which fills the recycling ceiling sooner: 0 none to 1 full. */
  z.strictObject({ kind: z.literal("scrap-limit"), by: number }),
  /** Weeks of its own use that the decider's firms find on the market. */
  z.strictObject({ kind: z.literal("stock"), input: z.string(), by: number }),
  /** Lines kept running for a time: pain of the decider times the factor. */
  z.strictObject({ kind: z.literal("relief"), factor: number, weeks: z.int() }),
  /** Market access for European firms in China. */
  z.strictObject({ kind: z.literal("access"), by: number }),
  /** A procedure already under way: moved by weeks, closed, brought into force at a rate, or proposed as a law. */
  z.strictObject({
    kind: z.literal("file"),
    id: z.string(),
    does: z.enum(["delay", "speed", "close", "in-force", "propose-strict", "propose-soft"]),
    weeks: z.int().optional(),
    rate: number.optional(),
  }),
  z.strictObject({ kind: z.literal("provisional-speed"), weeks: z.int() }),
  z.strictObject({
    kind: z.literal("project"),
    id: z.string(),
    does: z.enum(["delay", "speed", "kill", "back"]),
    weeks: z.int().optional(),
  }),
  /** Opens a procedure as if a move had done so, without its cost; `breadth` is the share of the sector it covers. */
  z.strictObject({
    kind: z.literal("open"),
    form: z.enum(FILE_KINDS),
    side: z.enum(["europe", "beijing"]),
    sector: z.string(),
    breadth: number,
  }),
  /** A bare assurance of so many weeks comes into force. */
  z.strictObject({ kind: z.literal("assurance"), weeks: z.int(), verified: z.boolean() }),
  z.strictObject({
    kind: z.literal("allocation"),
    rule: z.enum(["by-value", "by-size", "pro-rata", "by-contribution"]),
  }),
  /** Beijing's suspended package: prolonged by weeks, or returned (0). */
  z.strictObject({ kind: z.literal("controls"), weeks: z.int() }),
  /** Beijing's makers sell below cost for so many weeks, and plants elsewhere lose their buyers. */
  z.strictObject({ kind: z.literal("flood"), weeks: z.int() }),
  /** Puts another card, one that waits for this, to the decider. */
  z.strictObject({ kind: z.literal("ask"), card: z.string() }),
  /** What firms hold has come out: for so many weeks Beijing's errors are those of a leak. */
  z.strictObject({ kind: z.literal("leak"), weeks: z.int().min(1) }),
  /** Both sides step down in the same week: `by` is the share of Europe's measures that goes. */
  z.strictObject({ kind: z.literal("step-down"), by: number }),
]);
export type Effect = z.infer<typeof effectSchema>;

/** State of the world that brings a card up; `after` weeks of that state. */
export const TRIGGERS = [
  "squeeze",
  "after-squeeze",
  "assurance",
  "contract",
  "new-duty",
  "retaliation",
  "offer-accepted",
  "quiet-ban",
  "package-failed",
  "close-vote",
  "low-cohesion",
  "low-legitimacy",
  "low-reputation",
  "low-growth",
  "import-surge",
  "risk-high",
  "access",
  "off-ramp",
  "plants-abroad",
  "hot",
  "any",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

const whenSchema = z.discriminatedUnion("kind", [
  /** Only when an option of another card asks it. */
  z.strictObject({ kind: z.literal("follow") }),
  z.strictObject({ kind: z.literal("tick"), ticks: z.array(z.int().min(0)).min(1) }),
  /** `weight` = chance in 13 weeks while the trigger holds, 0 to 1 (times the off-ramp's own chance for "off-ramp"). */
  z.strictObject({
    kind: z.literal("trigger"),
    trigger: z.enum(TRIGGERS),
    after: z.int().min(0),
    weight: z.number().min(0).max(1),
  }),
]);

const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** What it is likely to do, in words. */
  hint: z.string(),
  /** Points the decider pays for it; the last option, taken when nobody answers, is free. */
  points: z.number().min(0).max(5).optional(),
  effects: z.array(effectSchema),
  /** Chance that the effects happen, else `otherwise`. */
  chance: z.number().min(0).max(1).optional(),
  otherwise: z.array(effectSchema).optional(),
});

/**
 * Deciders: one seat, every member state, three states that are hit, or nobody (then the one option simply happens).
 * "both" asks the Commission and Beijing; options stand from the most to the least willing, and the less willing counts.
 */
export const cardSchema = z.strictObject({
  id: z.string().regex(/^E[0-9]{2}$/),
  title: z.string(),
  line: z.string(),
  when: whenSchema,
  decider: z.enum(["commission", "beijing", "both", "members", "hit", "nobody", ...MEMBER_CODES]),
  /** Weeks to answer; then the last option is taken. */
  weeks: z.int().min(1).max(13),
  options: z.array(optionSchema).min(1).max(4),
  source: z.string(),
});
export type Card = z.infer<typeof cardSchema>;
