// What a seat wants besides all that is public, as data: a kind of goal with its figures and a sentence. Each is read off
// the course of the game as one number (world/goals.ts), which must reach what is needed, or not pass it.

import * as z from "zod";
import { BALLOTS } from "./ballot.ts";
import { PAYOUTS } from "./payout.ts";
import { METRICS } from "./terms.ts";

const text = z.string().min(1);
const share = z.number().min(0).max(2);
const times = z.int().min(1);

const goalSchema = z.discriminatedUnion("kind", [
  /** Weeks under a measured agreement between Brussels and Beijing about supply. */
  z.strictObject({ kind: z.literal("measured-weeks"), weeks: z.int().min(1), text }),
  /** The largest part of all of Europe's pain (in euros) that one capital bears. */
  z.strictObject({ kind: z.literal("fair-burden"), share, text }),
  /** Blocking minorities declared, and proposals voted down. */
  z.strictObject({ kind: z.literal("europe-blocked"), times, text }),
  /** Weeks between the beginnings of two squeezes, the shortest. */
  z.strictObject({ kind: z.literal("squeezes-apart"), weeks: z.int().min(1), text }),
  /** Squeezes in which Europe gave way. */
  z.strictObject({ kind: z.literal("yields"), times, text }),

  /** Sold to China in these sectors (all without any), against their usual course. */
  z.strictObject({ kind: z.literal("sales"), sectors: z.array(z.string()), share, text }),
  /** The highest share of its lines that stood still. */
  z.strictObject({ kind: z.literal("lines"), share, text }),
  /** Weeks in which its makers lacked an input. */
  z.strictObject({ kind: z.literal("shortage"), input: z.string(), weeks: z.int().min(0), text }),
  /** Weeks of an input in its firms' stores now. */
  z.strictObject({ kind: z.literal("stores"), input: z.string(), weeks: z.number().min(0), text }),

  /** Proposals that failed and that its vote for them would have carried, where it cast one of these. */
  z.strictObject({
    kind: z.literal("votes-sunk"),
    ballots: z.array(z.enum(BALLOTS)).min(1),
    most: z.int().min(0),
    text,
  }),
  /** Votes that its ballot alone would have turned; `states`: by the number of states. */
  z.strictObject({ kind: z.literal("pivotal"), times, count: z.enum(["any", "states"]), text }),
  /** Share of votes in which it was with the outcome. */
  z.strictObject({ kind: z.literal("with-outcome"), share, text }),
  /** Kinds of ballot out of for and against that it has cast. */
  z.strictObject({ kind: z.literal("both-ways"), text }),
  /** Votes in which all others had shown their hand before it did, or which closed before it had shown its own. */
  z.strictObject({ kind: z.literal("last-to-vote"), most: z.int().min(0), text }),
  /** Proposals it tabled itself that were adopted. */
  z.strictObject({ kind: z.literal("own-items"), times, text }),
  /** Agreements with other capitals, and nobody else, in which a vote is given for something, cast as promised by all. */
  z.strictObject({ kind: z.literal("votes-traded"), times, text }),
  /** Votes in which it was in a bound caucus of small states, or had called it. */
  z.strictObject({ kind: z.literal("caucus"), times, role: z.enum(["member", "leader"]), text }),
  /** Texts it wrote in a softer form. */
  z.strictObject({ kind: z.literal("soft-texts"), times, text }),
  /** Proposals adopted while it was in the chair, of any kind or packages. */
  z.strictObject({ kind: z.literal("presidency"), files: z.enum(["any", "package"]), times, text }),
  /** Votes won that it had been promised something for. */
  z.strictObject({ kind: z.literal("promises-won"), times, text }),

  /** Agreements with Beijing that hold such a term, its own or the Commission's. */
  z.strictObject({ kind: z.literal("term"), metric: z.enum(METRICS), about: z.string(), text }),
  /** An event card answered in one of these ways, and no week of a full stop of an input, where one is named. */
  z.strictObject({
    kind: z.literal("card"),
    card: z.string(),
    options: z.array(z.string()).min(1),
    unstopped: z.string().optional(),
    text,
  }),

  /** Plants of Europe's that run on its soil. */
  z.strictObject({ kind: z.literal("plants-running"), times, text }),
  /** Weeks by which a plant is later than planned. */
  z.strictObject({ kind: z.literal("plant-late"), project: z.string(), most: z.int().min(0), text }),
  /** A plant that was waiting for money has it. */
  z.strictObject({ kind: z.literal("plant-financed"), project: z.string(), text }),
  /** Chinese plants won in the game, EUR bn. */
  z.strictObject({ kind: z.literal("chinese-plants"), billion: z.number().min(0), text }),

  /** Side deals with Beijing that it took; those that came out. */
  z.strictObject({ kind: z.literal("deals"), most: z.int().min(0), text }),
  z.strictObject({ kind: z.literal("exposures"), most: z.int().min(0), text }),
  /** Times it was picked out: goods held, licences slowed, its firms under Beijing's rules. */
  z.strictObject({ kind: z.literal("picked-out"), most: z.int().min(0), text }),
  /** Beijing's new cases against a sector. */
  z.strictObject({ kind: z.literal("probes"), sector: z.string(), most: z.int().min(0), text }),
  /** Holds at customs, of anybody's goods, that ran their time and nobody spoke of. */
  z.strictObject({ kind: z.literal("holds-ignored"), most: z.int().min(0), text }),

  /** The emergency fund is there, and pays by this rule. */
  z.strictObject({ kind: z.literal("fund"), payout: z.enum(PAYOUTS).optional(), text }),
  /** Weeks of use that the Union's store has given out. */
  z.strictObject({ kind: z.literal("store-used"), weeks: z.number().min(0), text }),
  /** Recycling of an input, share of demand. */
  z.strictObject({ kind: z.literal("recycling"), input: z.string(), share, text }),
  /** Help from others: stocks shared with it in need, money promised to it. */
  z.strictObject({ kind: z.literal("helped"), times, text }),
  /** Money from Brussels or other capitals, EUR m. */
  z.strictObject({ kind: z.literal("received"), million: z.number().min(0), text }),
  /** Times it shared stocks that were needed, and all its acts of solidarity. */
  z.strictObject({ kind: z.literal("shared"), times, text }),
  z.strictObject({ kind: z.literal("solidarity"), times, text }),
]);
export type Goal = z.infer<typeof goalSchema>;
export type GoalKind = Goal["kind"];

/** Two goals of a seat, the first one worth more. */
export const goalsSchema = z.array(goalSchema).length(2);

export type GoalUnit = "weeks" | "share" | "times" | "yes" | "EUR bn" | "EUR m";

interface Scale<G> {
  unit: GoalUnit;
  /** What must be reached, or must not be passed. */
  sense: "at-least" | "at-most";
  need(goal: G): number;
  /** Step in which it travels and is shown. */
  step: number;
  /** Goals of offices; all others are of capitals. */
  office?: true;
}

type Of<K extends GoalKind> = Extract<Goal, { kind: K }>;
const at =
  (sense: Scale<never>["sense"]) =>
  <G>(unit: GoalUnit, step: number, need: (goal: G) => number, office?: true): Scale<G> => ({
    ...{ unit, sense, need, step },
    ...(office ? { office } : {}),
  });
const least = at("at-least");
const most = at("at-most");
const once = () => 1;

/** How each kind of goal is counted. */
export const SCALES: { [K in GoalKind]: Scale<Of<K>> } = {
  "measured-weeks": least("weeks", 1, ({ weeks }) => weeks, true),
  "fair-burden": most("share", 0.01, ({ share: x }) => x, true),
  "europe-blocked": least("times", 1, ({ times: x }) => x, true),
  "squeezes-apart": least("weeks", 1, ({ weeks }) => weeks, true),
  yields: least("times", 1, ({ times: x }) => x, true),
  sales: least("share", 0.001, ({ share: x }) => x),
  lines: most("share", 0.01, ({ share: x }) => x),
  shortage: most("weeks", 1, ({ weeks }) => weeks),
  stores: least("weeks", 0.5, ({ weeks }) => weeks),
  "votes-sunk": most("times", 1, ({ most: x }) => x),
  pivotal: least("times", 1, ({ times: x }) => x),
  "with-outcome": least("share", 0.01, ({ share: x }) => x),
  "both-ways": least("times", 1, () => 2),
  "last-to-vote": most("times", 1, ({ most: x }) => x),
  "own-items": least("times", 1, ({ times: x }) => x),
  "votes-traded": least("times", 1, ({ times: x }) => x),
  caucus: least("times", 1, ({ times: x }) => x),
  "soft-texts": least("times", 1, ({ times: x }) => x),
  presidency: least("times", 1, ({ times: x }) => x),
  "promises-won": least("times", 1, ({ times: x }) => x),
  term: least("yes", 1, once),
  card: least("yes", 1, once),
  "plants-running": least("times", 1, ({ times: x }) => x),
  "plant-late": most("weeks", 1, ({ most: x }) => x),
  "plant-financed": least("yes", 1, once),
  "chinese-plants": least("EUR bn", 0.1, ({ billion }) => billion),
  deals: most("times", 1, ({ most: x }) => x),
  exposures: most("times", 1, ({ most: x }) => x),
  "picked-out": most("times", 1, ({ most: x }) => x),
  probes: most("times", 1, ({ most: x }) => x),
  "holds-ignored": most("times", 1, ({ most: x }) => x),
  fund: least("yes", 1, once),
  "store-used": least("weeks", 0.1, ({ weeks }) => weeks),
  recycling: least("share", 0.001, ({ share: x }) => x),
  helped: least("times", 1, ({ times: x }) => x),
  received: least("EUR m", 1, ({ million }) => million),
  shared: least("times", 1, ({ times: x }) => x),
  solidarity: least("times", 1, ({ times: x }) => x),
};

/** Weeks that stand for what will not come any more. */
export const NEVER = 999;

/** How a goal is counted. */
export const scaleOf = <G extends Goal>(goal: G): Scale<G> => SCALES[goal.kind] as unknown as Scale<G>;

/** What a goal needs. */
export const needOf = (goal: Goal): number => scaleOf(goal).need(goal);

/** Whether a reading reaches a goal. */
export const isReached = (goal: Goal, have: number): boolean =>
  scaleOf(goal).sense === "at-least" ? have >= needOf(goal) : have <= needOf(goal);
