// What a move is. Each family of moves has a file beside this one; `table.ts` lists them all.

import * as z from "zod";
import type { Trace } from "../explain.ts";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { State } from "../state.ts";
import { isSqueezed, type View } from "../view.ts";
import type { Now } from "../world/clock.ts";

/** Which offices may make a move; `sides` = the two that deal with each other, Brussels and Beijing. */
export type Office = "commission" | "beijing" | "sides" | "members" | "anyone";

/** Points of the seat, and EUR m of its purse. */
export interface Cost {
  points: number;
  money: number;
}

/** Every stretch and moment that a legal clock may show; the client has words for each. */
export const STAGES = [
  // cases, laws and votes
  "asked",
  "provisional-gate",
  "preliminary",
  "investigation",
  "definitive-gate",
  "proposal",
  "council",
  "appeal-gate",
  "appeal",
  "examination",
  "determination",
  "engagement",
  "standing",
  "committee",
  "club",
  "in-force",
  "undertaking",
  "dropped",
  "ended",
  "window",
  "count",
  // envoys and lobbies
  "answer",
  "panel",
  "gift-and-ask",
  "deal",
  "time",
  "told",
  "campaign",
  "bound",
  // licences and goods
  "licences",
  "in-transit",
  "stocks-run-down",
  "stocks-built",
  "queue",
  "customs",
  "held-up",
  "frozen",
  "below-cost",
  "rules-applied",
  "steering",
  "bill",
  // China's market
  "tenders",
  "published",
  // plants and stocks
  "permit",
  "building",
  "ramp",
  "operating",
  "tender",
  "first-delivery",
  "emergency-act",
  "release",
  // words, money and journeys
  "announced",
  "signatures",
  "promised",
  "deadline",
  "notice",
  "calm",
  "payments",
  "lorries",
  "journey",
  "contracts",
  "chosen",
] as const;

/** One stretch of the legal clock of a move: weeks it takes, and what stands at its end. `name` is one of STAGES. */
export interface Stage {
  name: string;
  weeks: number;
  gate: "none" | "decision" | "vote" | "bite";
}

export interface Move<C extends { kind: string } = { kind: string }> {
  kind: C["kind"];
  office: Office;
  /** Shape of the command; strict, since it comes from the network. */
  schema: z.ZodType<C>;
  cost(rules: Rules, view: View, command: C): Cost;
  /** Anything but seat, cost and the end of the game, which are checked for all moves alike. Never changes anything. */
  check(rules: Rules, view: View, command: C): Rejection | null;
  /** Carries it out; never refuses. Costs have been paid. Marks every change it makes on the trace. */
  apply(rules: Rules, state: State, seat: Seat, command: C, trace: Trace): void;
  /** Every command of this kind worth offering in this View, refused ones included. */
  options(rules: Rules, view: View): C[];
  /** The field of which one order may name several things, each offered alone in `options`; and how many at most. */
  several?(rules: Rules): { field: keyof C & string; most: number };
  /** The legal clock, from the order to the first bite. */
  clock(rules: Rules, view: View, command: C): Stage[];
  /** Seats that are likely to object, as far as this View can tell. */
  objects(rules: Rules, view: View, command: C): Seat[];
}

/** Declares a move with its command type inferred from its schema. */
export const move = <C extends { kind: string }>(definition: Move<C>): Move<C> => definition;

/** An id as it comes from the network. */
export const id = z.string().min(1).max(60);

/** The price of a move by its key in the scenario: its kind, or "kind/variant". `money` in EUR m. */
export function price(rules: Rules, key: string, money = 0): Cost {
  const points = rules.model.cost[key];
  if (points === undefined) throw new RangeError(`the scenario names no cost for "${key}"`);
  return { points, money };
}

/** What the order names does not exist (any more). */
export const missing = (what: string): Rejection => ({ code: "no-such-thing", what });

/** Refused until a cooldown is over. */
export const cooling = (view: View, until: number | undefined): Rejection | null =>
  until !== undefined && until > view.pub.tick ? { code: "cooling-down", until } : null;

/** Refused outside its bounds; the bound that was crossed is what would be needed. `what` = what is counted. */
export function outside(have: number, least: number, most: number, what: string): Rejection | null {
  if (have >= least && have <= most) return null;
  return { code: "out-of-range", have, need: have < least ? least : most, what };
}

/** A clock carried on to the moment of the first bite, where it ends with a vote or a decision. */
export const toBite = (stages: Stage[]): Stage[] =>
  stages.some((stage) => stage.gate === "bite") ? stages : [...stages, bite("in-force", 0)];

/** What the legal clocks of a View are read against. */
export const nowOf = (view: View): Now => ({
  tick: view.pub.tick,
  votes: view.pub.votes,
  squeezed: isSqueezed(view),
});

/** A stretch that nobody decides about, and the moment of the first bite. */
export const wait = (name: string, weeks: number): Stage => ({ name, weeks, gate: "none" });
export const bite = (name: string, weeks: number): Stage => ({ name, weeks, gate: "bite" });
