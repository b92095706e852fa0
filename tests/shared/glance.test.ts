// A glance shows what a View shows, and nothing of a position that is past.

import { expect, test } from "vitest";
import { playGame } from "../../server/batch/game.ts";
import { loadScenario } from "../../server/scenarios.ts";
import { COMMISSION_DOCTRINES } from "../../shared/bots/commission.ts";
import { enforce } from "../../shared/bots/enforce.ts";
import { mixedBots } from "../../shared/bots/table.ts";
import { glance, publicGlance } from "../../shared/glance.ts";
import { clone } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { PARTS, publicPart, view } from "../../shared/view.ts";
import { standing } from "../helpers/agreement.ts";

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

test("everybody sees at a glance what the public part says, and nothing of a position that is past", () => {
  let past = false;
  const seen = publicGlance(loaded.rules, state, () => past);
  for (const key of Object.keys(shared) as (keyof typeof shared)[])
    if (key !== "law") expect(seen[key], key).toEqual(shared[key]);
  past = true;
  expect(seen.files).toEqual(shared.files);
  expect(() => seen.law).toThrow(/law was read off a position that is past/);
});

test("a number first read when the week has passed is refused; one read before stays", () => {
  let past = false;
  const { own } = glance(loaded.rules, state, "DE", shared, () => past);
  const points = own.points;
  past = true;
  expect(own.points).toBe(points);
  expect(() => own.support).toThrow(/support was read off a position that is past/);
});

test("whether to renew an agreement can be judged at a glance", () => {
  const later = clone(state);
  const { rules } = loaded;
  later.contracts = [standing(0.85, { from: later.tick - 20, until: later.tick + 6, expiry: "renew" })];
  const part = publicPart(rules, later);
  const whole = view(rules, later, "commission", part);
  const seen = glance(rules, later, "commission", part, () => false);
  const stance = { ...COMMISSION_DOCTRINES[0]!.stance, signs: 99 };
  expect(enforce(rules, seen, stance, 50)).toEqual(enforce(rules, whole, stance, 50));
  expect(enforce(rules, seen, stance, 50)).toHaveLength(1);
});
