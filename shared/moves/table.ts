// All moves, and the one judge of legality. A new move is its file, one line here, its words and its test table.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, isSeat, type Viewpoint } from "../seat.ts";
import type { View } from "../view.ts";
import { MOVES } from "./list.ts";
import type { Cost, Move } from "./move.ts";

/** The command of a move, read off its schema. */
type CommandOf<T> = T extends Move<infer C> ? C : never;
export type Command = CommandOf<(typeof MOVES)[number]>;
export type CommandKind = Command["kind"];

const BY_KIND = new Map<string, Move>(MOVES.map((m) => [m.kind, m as unknown as Move]));

/** Every command there is; unknown fields are refused. */
export const commandSchema = z.discriminatedUnion(
  "kind",
  MOVES.map((m) => m.schema) as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>],
) as unknown as z.ZodType<Command>;

/** The move of a kind; throws on an unknown one, which the schema has kept out. */
export function moveOf(kind: string): Move {
  const found = BY_KIND.get(kind);
  if (!found) throw new RangeError(`no move is called "${kind}"`);
  return found;
}

const holdsOffice = (seat: Viewpoint, office: Move["office"]): boolean =>
  office === "anyone"
    ? isSeat(seat)
    : office === "members"
      ? isMember(seat)
      : office === "sides"
        ? seat === "commission" || seat === "beijing"
        : seat === office;

/** False for a member state that the scenario leaves out. */
const isSeated = (rules: Rules, seat: Viewpoint): boolean => !isMember(seat) || memberAt(rules, seat) >= 0;

/** What a command costs in this View. */
export const cost = (rules: Rules, view: View, command: Command): Cost =>
  moveOf(command.kind).cost(rules, view, command);

/** Whether the order is legal, judged from the View alone: null, or why not. Changes nothing. */
export function check(rules: Rules, view: View, command: Command): Rejection | null {
  const move = moveOf(command.kind);
  if (view.pub.ending !== null) return { code: "game-over" };
  if (!holdsOffice(view.seat, move.office) || !isSeated(rules, view.seat)) return { code: "not-your-seat" };
  const refused = move.check(rules, view, command);
  if (refused) return refused;
  const { points, money } = move.cost(rules, view, command);
  if (points > view.own.points) return { code: "not-enough-points", have: view.own.points, need: points };
  if (money > view.own.money) return { code: "not-enough-money", have: view.own.money, need: money };
  return null;
}

/** Orders that come to the same have the same key, whatever the order of their fields. */
export const orderKey = (command: Command): string =>
  JSON.stringify(Object.entries(command).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Moves that the office of a seat may make at all. */
export const movesOf = (seat: Viewpoint): readonly Move[] =>
  (MOVES as readonly unknown[] as readonly Move[]).filter((m) => holdsOffice(seat, m.office));

/** Every command worth offering, legal or not, for the panel that shows what is possible and why the rest is not. */
export const options = (rules: Rules, view: View): Command[] =>
  movesOf(view.seat).flatMap((m) => m.options(rules, view) as Command[]);

/** The legal ones among them. */
export const legal = (rules: Rules, view: View): Command[] =>
  options(rules, view).filter((command) => check(rules, view, command) === null);
