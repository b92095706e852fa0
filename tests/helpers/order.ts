// One row of a move's table: a position, an order, and either its effect or why it is refused.

import { expect } from "vitest";
import { silent } from "../../shared/explain.ts";
import { check, commandSchema } from "../../shared/moves/table.ts";
import type { Rejection, RejectionCode } from "../../shared/rejection.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, digest, type File, type Input, type Member, type State } from "../../shared/state.ts";
import { step } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { week } from "../../shared/world/week.ts";
import { brussels } from "./scenario.ts";

export const { rules } = brussels;

export interface Row {
  name: string;
  seat: Seat;
  /** The order as it comes from the network, or made from the position. */
  order: object | ((state: State) => object);
  /** Small changes to the start, before the order. */
  given?: (state: State) => void;
  /** Why it is refused; absent = accepted. */
  refused?: RejectionCode | Rejection;
  /** What it does. */
  does?: (after: State, before: State) => void;
}

/** The start of the game with every seat's purse filled. */
export function position(seed = 1, of: Rules = rules): State {
  const state = newState(of, { seed, weeks: 104 });
  state.commission.points = 8;
  state.beijing.points = 10;
  for (const member of state.members) member.points = 5;
  return state;
}

/** Judges an order as the server would; carries it out when it is legal. */
export function order(state: State, seat: Seat, raw: object, of: Rules = rules): Rejection | null {
  const command = commandSchema.parse(raw);
  const refused = check(of, view(of, state, seat), command);
  if (!refused) step(of, state, { kind: "order", seat, by: "test", command });
  return refused;
}

/** Plays a row and judges it. */
export function play(row: Row): void {
  const state = position();
  row.given?.(state);
  const before = clone(state);
  const raw = typeof row.order === "function" ? row.order(state) : row.order;
  const refused = order(state, row.seat, raw);
  if (row.refused === undefined) {
    expect(refused).toBeNull();
    expect(digest(state)).not.toBe(digest(before));
    row.does?.(state, before);
    return;
  }
  expect(refused).toMatchObject(typeof row.refused === "string" ? { code: row.refused } : row.refused);
  expect(digest(state)).toBe(digest(before));
}

/** Lets so many weeks pass. */
export function pass(state: State, weeks: number, of: Rules = rules): void {
  for (let w = 0; w < weeks; w++) week(of, state, silent);
}

export const member = (state: State, code: string): Member => state.members[indexOf(rules.members, code)]!;
export const input = (state: State, id: string): Input => state.inputs[indexOf(rules.inputs, id)]!;
export const file = (state: State, id: string): File => state.files.find((f) => f.id === id)!;
export const m = (code: string): number => indexOf(rules.members, code);
export const s = (id: string): number => indexOf(rules.sectors, id);

/** News of a code since a position. */
export const told = (after: State, before: State, code: string) =>
  after.news.filter((n) => n.code === code && !before.news.some((old) => old.id === n.id));
