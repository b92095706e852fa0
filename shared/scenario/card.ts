// Event cards as data: when a card comes up, what it is about, who decides, and what happens, in a closed vocabulary.
// Title and line of a card are read by everybody, so they name nobody "you"; hints of options speak to who decides.
// {state}, {states}, {plant}, {sector} and {file} in the line stand for what the card is about.

import * as z from "zod";
import { isMember, MEMBER_CODES, type Seat } from "../seat.ts";
import { FILE_KINDS } from "./start.ts";

/** Stands for the file, plant or sector that a card is about. */
export const ITS = "its";

/** The members an effect is aimed at: who decides, everybody, those the card is about, or a named state. */
const who = z.enum(["decider", "all", "about", "frugal", "hawks", "doves", ...MEMBER_CODES]);

const number = z.number();
const weeks = z.int().min(1);
const factor = z.number().positive();

/** Every change an event can make. A new card needs no code as long as it speaks this vocabulary. */
const effectSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heat"), by: number }),
  z.strictObject({ kind: z.literal("legitimacy"), by: number }),
  z.strictObject({ kind: z.literal("face"), by: number }),
  /** For so many weeks every loss of Beijing's face counts double. */
  z.strictObject({ kind: z.literal("proud"), weeks: z.int().min(1) }),
  z.strictObject({ kind: z.literal("reputation"), by: number }),
  z.strictObject({ kind: z.literal("growth"), by: number }),
  /** Beijing's belief that Europe stands by its word, log-odds. */
  z.strictObject({ kind: z.literal("resolve"), by: number }),
  /** Support now, or the line at home for so many weeks. */
  z.strictObject({ kind: z.literal("support"), who, by: number, weeks: weeks.optional() }),
  /** How a capital leans in the votes that are open; its ballot stays its own. */
  z.strictObject({ kind: z.literal("lean"), who, by: number }),
  z.strictObject({ kind: z.literal("standing"), who, by: number }),
  z.strictObject({
    kind: z.literal("points"),
    who: z.enum(["decider", "commission", "beijing"]),
    by: number,
  }),
  /** Money of the common envelope, EUR m; of a capital's purse, as a share of what it has in a year. */
  z.strictObject({ kind: z.literal("money"), by: number }),
  z.strictObject({ kind: z.literal("purse"), who, by: number }),
  /** What the common envelope gains in a year, EUR m more. */
  z.strictObject({ kind: z.literal("envelope"), by: number }),
  /** Makes an emergency fund that exists larger, EUR bn a year. */
  z.strictObject({ kind: z.literal("fund"), billion: number.min(0) }),
  /** A package that was voted down may be called again as a fund of this size alone, EUR bn a year, if that is less. */
  z.strictObject({ kind: z.literal("reopen"), billion: number }),
  z.strictObject({ kind: z.literal("cohesion"), by: number }),
  /** Firms' perceived risk of an input ("all" or its id). */
  z.strictObject({ kind: z.literal("risk"), input: z.string(), by: number }),
  /** Throughput of licences shifted by so much for so many weeks. */
  z.strictObject({ kind: z.literal("throughput"), input: z.string(), by: number, weeks }),
  /** Beijing answers one state's step: so much less is licensed for so many weeks, and everybody hears of it. */
  z.strictObject({ kind: z.literal("stop"), input: z.string(), by: number.max(0), weeks }),
  /** Ends such a stop before its time. */
  z.strictObject({ kind: z.literal("resume"), input: z.string() }),
  /** Licence mode one step tighter (-1) or looser (1). */
  z.strictObject({
    kind: z.literal("licence-step"),
    input: z.string(),
    by: z.literal([-1, 1]),
  }),
  /** Favour (above 1) or punish (below 1) the states in Beijing's licence queue. */
  z.strictObject({ kind: z.literal("tilt"), who, factor, weeks }),
  /** Recycling ceiling of an input, share of demand. */
  z.strictObject({ kind: z.literal("recycling"), input: z.string(), by: number }),
  /** Adaptation of an input's users (less of it per product), share. */
  z.strictObject({ kind: z.literal("adapt"), input: z.string(), by: number }),
  /** Allies' spare capacity that serves the Union, share of demand; it goes back to what firms ask for. */
  z.strictObject({ kind: z.literal("ally"), input: z.string(), by: number }),
  /** How well buyers and makers at home find each other, 0 to 1. */
  z.strictObject({ kind: z.literal("matching"), by: number }),
  /** Share exempted from a duty to diversify. */
  z.strictObject({ kind: z.literal("exempt"), by: number }),
  /** Pressure of Chinese goods in a sector, log points of price. */
  z.strictObject({ kind: z.literal("price"), sector: z.string(), by: number }),
  /** What traders ask for an input on the spot, times so much for so many weeks; 1 ends it. */
  z.strictObject({ kind: z.literal("spot"), input: z.string(), factor, weeks }),
  /** Stock at which half of an input's users stand still, a share of it more (above 0) or less. */
  z.strictObject({ kind: z.literal("half"), input: z.string(), by: number.min(-0.5) }),
  /** Limit on exports of scrap, which fills the recycling ceiling sooner: 0 none to 1 full. */
  z.strictObject({ kind: z.literal("scrap-limit"), by: number }),
  /** Weeks of its own use that a state's firms gain or lose. */
  z.strictObject({ kind: z.literal("stock"), who, input: z.string(), by: number }),
  /** Lines kept running for a time: a state's pain times the factor. */
  z.strictObject({ kind: z.literal("relief"), who, factor, weeks }),
  /** A state sells more to China for a time, fraction of its sales. */
  z.strictObject({ kind: z.literal("sales"), who, by: number, weeks }),
  /** Market access for European firms in China. */
  z.strictObject({ kind: z.literal("access"), by: number }),
  /**
   * A procedure already under way: moved by weeks, closed, brought into force at a rate, its duty times a rate, or
   * proposed as a law.
   */
  z.strictObject({
    kind: z.literal("file"),
    id: z.string(),
    does: z.enum(["delay", "speed", "close", "in-force", "scale", "propose-strict", "propose-soft"]),
    weeks: weeks.optional(),
    rate: number.min(0).optional(),
  }),
  z.strictObject({ kind: z.literal("provisional-speed"), weeks }),
  /** Better evidence: judges uphold Europe's cases with a chance that is higher by so much. */
  z.strictObject({ kind: z.literal("proof"), by: number }),
  z.strictObject({
    kind: z.literal("project"),
    id: z.string(),
    does: z.enum(["delay", "speed", "kill", "back"]),
    weeks: weeks.optional(),
  }),
  /**
   * Opens a procedure as if a move had done so, without its cost and, for Europe, within its bounds; `breadth` is the
   * share of the sector it covers.
   */
  z.strictObject({
    kind: z.literal("open"),
    form: z.enum(FILE_KINDS),
    side: z.enum(["europe", "beijing"]),
    sector: z.string(),
    breadth: number.min(0).max(1),
  }),
  /** Goods of the state that wait at China's customs: it comes out, they go through, or more of them wait. */
  z.strictObject({ kind: z.literal("hold"), does: z.enum(["expose", "lift", "widen"]) }),
  /** Europe examines whether it is being coerced, unless it does so already. */
  z.strictObject({ kind: z.literal("examine") }),
  /** The decider's quiet deal with Beijing: it comes out, or is given back. */
  z.strictObject({ kind: z.literal("deal"), does: z.enum(["expose", "return"]) }),
  /** A bare assurance of so many weeks comes into force. */
  z.strictObject({ kind: z.literal("assurance"), weeks, verified: z.boolean() }),
  z.strictObject({
    kind: z.literal("allocation"),
    rule: z.enum(["by-value", "by-size", "pro-rata", "by-contribution"]),
  }),
  /** Beijing's suspended package stays suspended for so many weeks more. */
  z.strictObject({ kind: z.literal("controls"), weeks }),
  /** Beijing steers its economy, as the order does, within the same bounds and without its cost. */
  z.strictObject({ kind: z.literal("steer"), course: z.enum(["stimulus", "anti-involution"]) }),
  /** Beijing's makers sell below cost for so many weeks, and plants elsewhere lose their buyers. */
  z.strictObject({ kind: z.literal("flood"), weeks }),
  /** Puts another card, one that waits for this and is about the same, to the decider or to an office. */
  z.strictObject({
    kind: z.literal("ask"),
    card: z.string(),
    who: z.enum(["decider", "commission", "beijing"]),
  }),
  /** What firms hold has come out: for so many weeks Beijing's errors are those of a leak. */
  z.strictObject({ kind: z.literal("leak"), weeks }),
  /** Both sides keep still for so many weeks: Brussels opens no case, Beijing tightens no licence. */
  z.strictObject({ kind: z.literal("pause"), weeks }),
  /** Both sides step down in the same week: `by` is the share of Europe's measures that goes. */
  z.strictObject({ kind: z.literal("step-down"), by: number }),
]);
export type Effect = z.infer<typeof effectSchema>;

export type CaseEffect = Extract<Effect, { kind: "open" }> & { side: "europe" };

/** Opens a case of Europe's. */
export const isCase = (effect: Effect): effect is CaseEffect =>
  effect.kind === "open" && effect.side === "europe";

/** States of the world that bring a card up; `world/triggers.ts` says when each holds and what it is about. */
export const TRIGGERS = [
  "squeeze",
  "after-squeeze",
  "assurance",
  "contract",
  "new-duty", // about: its file, sector
  "retaliation", // about: its file, sector
  "offer-accepted", // about: the states
  "quiet-ban", // about: the state, sector
  "package-failed",
  "close-vote", // about: its file
  "low-cohesion",
  "low-legitimacy",
  "low-reputation",
  "low-growth",
  "import-surge", // about: the sector
  "risk-high",
  "access",
  "transparency",
  "off-ramp",
  "package-ending", // Beijing's suspension of its controls ends within weeks
  "plants-abroad",
  "obligation",
  "hot",
  "any",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Those that are judged anew each week: nobody knows since when they hold, so no card can wait for some weeks of them. */
export const MOMENTARY: readonly Trigger[] = [
  "package-failed",
  "low-cohesion",
  "low-legitimacy",
  "low-reputation",
  "low-growth",
  "import-surge",
  "risk-high",
  "access",
  "transparency",
  "off-ramp",
  "package-ending",
  "plants-abroad",
  "obligation",
  "hot",
  "any",
];

/** What a card of chance picks by lot to be about, besides what its trigger names; without one it does not come up. */
const SUBJECTS = ["plant", "permit", "unbacked", "chinese-plant", "case"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who is asked. */
const DECIDERS = [
  "commission",
  "beijing",
  "members", // every capital
  "hit", // the three that are hurt most now
  "frugal", // those that watch common budgets
  "pivotal", // those whose ballot alone would turn the vote it is about
  "presidency", // the one in the chair of the Council
  "elected", // the one that voted at home last
  "exposed", // the three that sell most of the sector it is about
  "injured", // the three that live most from making what it is about
  "host", // where the plant it is about stands
  "about", // the states it is about
  ...MEMBER_CODES,
] as const;
export type Decider = (typeof DECIDERS)[number];

const whenSchema = z.discriminatedUnion("kind", [
  /** Only when an option of another card asks it. */
  z.strictObject({ kind: z.literal("follow") }),
  /** In these weeks, while a file is at one of these stages and a state of the world holds, where one is named. */
  z.strictObject({
    kind: z.literal("tick"),
    ticks: z.array(z.int().min(0)).min(1),
    file: z.strictObject({ id: z.string(), stages: z.array(z.string()).min(1) }).optional(),
    while: z.enum(TRIGGERS).optional(),
  }),
  /** So many weeks before the end of the game. */
  z.strictObject({ kind: z.literal("before-end"), weeks }),
  /**
   * `after` weeks of a state of the world. `weight` = chance in 13 weeks while it holds (times the off-ramp's own chance
   * for "off-ramp"; of each quiet deal for "offer-accepted"), or for `once` the chance in that very week.
   */
  z.strictObject({
    kind: z.literal("trigger"),
    trigger: z.enum(TRIGGERS),
    after: z.int().min(0),
    weight: z.number().min(0).max(1),
    once: z.literal(true).optional(),
  }),
  /** So many weeks after another card came out so: the option that was chosen, "happened" or "failed". */
  z.strictObject({
    kind: z.literal("outcome"),
    card: z.string(),
    outcome: z.string(),
    after: z.int().min(0),
    weight: z.number().min(0).max(1),
  }),
]);

/** Effects, or with a chance these and else `otherwise`. */
const outcome = {
  effects: z.array(effectSchema),
  chance: z.number().min(0).max(1).optional(),
  /** Judges decide: the chance is higher by what better evidence has brought. */
  judged: z.literal(true).optional(),
  /** No chance decides but what is true: these effects if Beijing in truth misses, or keeps, what it promised of supply. */
  if: z.enum(["missed", "kept"]).optional(),
  otherwise: z.array(effectSchema).optional(),
};

const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** What it is likely to do, in words. */
  hint: z.string(),
  /**
   * What the decider pays for it: points, EUR m of the common envelope, a share of a capital's yearly purse. The last
   * option, taken when nobody answers, is free.
   */
  points: z.number().min(0).max(5).optional(),
  money: z.number().min(0).optional(),
  purse: z.number().min(0).max(1).optional(),
  /** Only while this is there: an emergency fund whose money flows. */
  needs: z.enum(["fund"]).optional(),
  /** Only for these deciders. */
  for: z.enum(["commission", "beijing", "members"]).optional(),
  ...outcome,
});

export const cardSchema = z.strictObject({
  id: z.string().regex(/^E[0-9]{2}$/),
  title: z.string(),
  line: z.string(),
  when: whenSchema,
  /** What it is always about: states, sectors, plants, files by id. */
  about: z.array(z.string()).optional(),
  subject: z.enum(SUBJECTS).optional(),
  /** Happens at once, whatever is chosen; `says` tells how it went where that is open. */
  happens: z.strictObject({ ...outcome, says: z.array(z.string()).length(2).optional() }).optional(),
  /** Nobody, when it simply happens. */
  deciders: z.array(z.enum(DECIDERS)),
  /** Only so many of the capitals among them, by lot, those asked least so far first. */
  lot: z.int().min(1).optional(),
  /**
   * How several answers become one. Without it each answer does what it says. `agreed`: what all chose,
   * and the last one when they differ. `most`: what most chose, and the later one of two.
   */
  joint: z.enum(["agreed", "most"]).optional(),
  /** Known to its deciders alone. */
  quiet: z.literal(true).optional(),
  /** Weeks to answer; then the last option is taken. */
  weeks: z.int().min(1).max(13),
  options: z.array(optionSchema).max(4),
  source: z.string(),
  /** Why it is as it is, for whoever edits the deck. */
  note: z.string().optional(),
});
export type Card = z.infer<typeof cardSchema>;
export type CardOption = Card["options"][number];

/** What judges look at: what better evidence adds, and whether Europe is thought so unfair that it loses twice as often. */
export interface Judges {
  proof: number;
  doubted: boolean;
}

/** Chance that an outcome is as hoped, if it is open (E36). */
export function chanceOf(
  { chance, judged }: Pick<CardOption, "chance" | "judged">,
  { proof, doubted }: Judges,
): number | undefined {
  if (chance === undefined || !judged) return chance;
  const lost = Math.max(0, 1 - chance - proof);
  return Math.max(0, 1 - (doubted ? 2 : 1) * lost);
}

/** Whether a seat may take an option at all. */
export const isOpenTo = (option: Pick<CardOption, "for">, seat: Seat): boolean =>
  option.for === undefined || option.for === (isMember(seat) ? "members" : seat);
