// How many sequences of orders there are from a small start. A change of any rule moves a number here, and somebody
// must say why.

import { expect, test } from "vitest";
import { legal } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type State } from "../../shared/state.ts";
import { step } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { header } from "../helpers/play.ts";
import { tiny } from "../helpers/scenario.ts";

const { rules } = tiny;

/** Sequences of so many orders by one seat in the same week. */
function count(state: State, seat: Seat, depth: number): number {
  // What is said changes nothing but the talk it is said in.
  const commands = legal(rules, view(rules, state, seat)).filter((command) => command.kind !== "say");
  if (depth === 1) return commands.length;
  return commands.reduce((sum, command) => {
    const next = clone(state);
    step(rules, next, { kind: "order", seat, by: "count", command });
    return sum + count(next, seat, depth - 1);
  }, 0);
}

const start = newState(rules, header(rules, { seed: 1, weeks: 52 }));

test.each([
  ["commission", 1, 84],
  ["commission", 2, 5952],
  ["beijing", 1, 82],
  ["beijing", 2, 5177],
  ["DE", 1, 16],
  ["DE", 2, 261],
  ["LT", 2, 261],
] as const)("%s, %i orders: %i", (seat, depth, expected) => {
  expect(count(start, seat, depth)).toBe(expected);
});
