// A glance shows what a View shows, and nothing of a position that is past.

import { expect, test } from "vitest";
import { playGame } from "../../server/batch/game.ts";
import { loadScenario } from "../../server/scenarios.ts";
import { mixedBots } from "../../shared/bots/table.ts";
import { glance } from "../../shared/glance.ts";
import { seatsOf } from "../../shared/step.ts";
import { PARTS, publicPart, view } from "../../shared/view.ts";

const loaded = loadScenario("brussels-2026");
const { state } = playGame(loaded, { preset: "class", seed: 4, botOf: mixedBots(4), weeks: 40 });
const shared = publicPart(loaded.rules, state);

test.each(seatsOf(loaded.rules))("%s sees at a glance what its View says", (seat) => {
  const whole = view(loaded.rules, state, seat, shared);
  const seen = glance(loaded.rules, state, seat, shared, () => false);
  for (const key of [...PARTS.own.map((i) => i.id), ...Object.keys(whole.own)] as (keyof typeof whole.own)[])
    expect(seen.own[key], key).toEqual(whole.own[key]);
  expect(seen.pub).toBe(whole.pub);
});

test("a number first read when the week has passed is refused; one read before stays", () => {
  let past = false;
  const { own } = glance(loaded.rules, state, "DE", shared, () => past);
  const points = own.points;
  past = true;
  expect(own.points).toBe(points);
  expect(() => own.support).toThrow(/support was read off a position that is past/);
});
