// What each office can order, what it costs and when it is felt: read off the moves themselves, in the first week of a
// game, so that the guide cannot say anything else than the game does.

import type { Move, Office } from "../../shared/moves/move.ts";
import { type Command, type CommandKind, check, moveOf, movesOf } from "../../shared/moves/table.ts";
import type { FileKind } from "../../shared/scenario/start.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat, Side } from "../../shared/seat.ts";
import { publicPart, type View, view } from "../../shared/view.ts";
import { stagesOf } from "../../shared/world/files.ts";
import { newState } from "../../shared/world/start.ts";
import { laid } from "../clock.ts";

/** Lowest and highest. */
export type Span = [low: number, high: number];

export interface Order {
  kind: CommandKind;
  /** Political capital. */
  points: Span;
  /** EUR m; absent when it costs no money. */
  money?: Span;
  /** Weeks from the order to its first effect; absent when that depends on what it answers. */
  bite?: Span;
}

export type Orders = Record<Office, Order[]>;

const span = (numbers: readonly number[]): Span | undefined =>
  numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : undefined;

/** Every price of an order that the scenario names, whatever its variant. */
const prices = (rules: Rules, kind: string): number[] =>
  Object.entries(rules.model.cost).flatMap(([key, points]) => (key.split("/")[0] === kind ? [points] : []));

interface Sighted {
  seen: View;
  command: Command;
}

/** Weeks to the first effect among what is possible now. Judging is dear: only what would widen the span is judged. */
function biteOf(rules: Rules, move: Move, all: readonly Sighted[]): Span | undefined {
  let found: Span | undefined;
  for (const { seen, command } of all) {
    const weeks = laid(move.clock(rules, seen, command)).bite;
    if (weeks === undefined || (found && found[0] <= weeks && weeks <= found[1])) continue;
    if (check(rules, seen, command) === null) found = span([...(found ?? []), weeks]);
  }
  return found;
}

/** An order as the seats of its office see it. */
function order(rules: Rules, views: readonly View[], kind: CommandKind): Order {
  const move = moveOf(kind);
  const all = views.flatMap((seen) =>
    move.options(rules, seen).map((command) => ({ seen, command: command as Command })),
  );
  const paid = all.map(({ seen, command }) => move.cost(rules, seen, command).money);
  const money = span(paid.filter((million) => million > 0));
  const bite = biteOf(rules, move, all);
  return {
    kind,
    points: span(prices(rules, kind)) ?? [0, 0],
    ...(money && { money }),
    ...(bite && { bite }),
  };
}

/** The first week of a game; the seed does not matter for what can be ordered. */
function beginning(rules: Rules): (seat: Seat) => View {
  const state = newState(rules, { seed: 1, weeks: rules.presets.class.weeks });
  const shared = publicPart(rules, state);
  return (seat) => view(rules, state, seat, shared);
}

/** All orders by the office that may give them, in the order of the panels. */
export function ordersOf(rules: Rules): Orders {
  const look = beginning(rules);
  const members = rules.members.map((member) => member.code);
  const seats: Record<Exclude<Office, "anyone">, Seat[]> = {
    commission: ["commission"],
    sides: ["commission", "beijing"],
    members,
    beijing: ["beijing"],
  };
  const of = (office: Office, holders: readonly Seat[]) => {
    const views = holders.map(look);
    return movesOf(holders[0]!)
      .filter((move) => move.office === office)
      .map((move) => order(rules, views, move.kind as CommandKind));
  };
  return {
    commission: of("commission", seats.commission),
    members: of("members", seats.members),
    beijing: of("beijing", seats.beijing),
    sides: of("sides", seats.sides),
    anyone: of("anyone", ["commission", "beijing", ...members]),
  };
}

export const FUSES = [
  "ban",
  "squeeze",
  "probe",
  "statement",
  "stock",
  "package",
  "subsidy",
  "dumping",
  "law",
  "plant",
] as const;

/** A usual step of a side, and the weeks until it is felt. */
export interface Fuse {
  id: (typeof FUSES)[number];
  side: Side;
  weeks: number;
}

/** How long it takes until the usual steps are felt: Beijing's first, and the quickest of each side. */
export function fusesOf(rules: Rules, orders: Orders): Fuse[] {
  const { permitWeeks, buildWeeks, rampWeeks } = rules.model.inputs;
  const { transitWeeks = 0, stockWeeks = 0 } = rules.inputs[0] ?? {};
  const order = (office: Office, kind: CommandKind) =>
    orders[office].find((known) => known.kind === kind)?.bite?.[0] ?? 0;
  const procedure = (kind: FileKind) => laid(stagesOf(rules, kind)).bite ?? 0;
  const weeks: Record<Fuse["id"], number> = {
    ban: order("beijing", "quiet-ban"),
    squeeze: transitWeeks + stockWeeks,
    probe: procedure("probe"),
    statement: order("commission", "make-statement"),
    stock: order("commission", "order-stock"),
    package: procedure("package"),
    subsidy: procedure("anti-subsidy"),
    dumping: procedure("anti-dumping"),
    law: procedure("law"),
    plant: permitWeeks + buildWeeks + rampWeeks,
  };
  const theirs: readonly Fuse["id"][] = ["ban", "squeeze", "probe"];
  const fuses = FUSES.map((id) => ({
    id,
    side: theirs.includes(id) ? ("beijing" as const) : ("europe" as const),
    weeks: weeks[id],
  }));
  return fuses.sort((a, b) => a.side.localeCompare(b.side) || a.weeks - b.weeks);
}
