// Monday of week 0.

import { describe, expect, test } from "vitest";
import { digest } from "../../shared/state.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels, tiny } from "../helpers/scenario.ts";
import { unsound } from "../helpers/sound.ts";

describe.each([
  ["brussels", brussels.rules],
  ["tiny", tiny.rules],
] as const)("%s", (_, rules) => {
  const state = newState(rules, { seed: 1, weeks: 104 });

  test("is sound plain data", () => {
    expect(unsound(state)).toEqual([]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  test("follows from the seed alone", () => {
    expect(digest(newState(rules, { seed: 1, weeks: 104 }))).toBe(digest(state));
    expect(digest(newState(rules, { seed: 2, weeks: 104 }))).not.toBe(digest(state));
  });

  test("has a seat and cards of the lobby for each state, and something to lose", () => {
    expect(state.members).toHaveLength(rules.M);
    expect(state.holders).toHaveLength(rules.M + 2);
    expect(state.lobbies).toHaveLength(rules.M);
    expect(state.leverage.hold).toBeGreaterThan(0);
    expect(state.leverage.gone).toBeCloseTo(0, 9);
    expect(state.cohesion).toBeGreaterThan(20);
  });
});
