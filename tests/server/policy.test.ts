// Policies with knobs, and what a seat's decisions are worth.

import { expect, test } from "vitest";
import { impactOf } from "../../server/batch/impact.ts";
import { KNOBS, policyBot, positionOf, SIDES, settingsAt } from "../../server/batch/policy.ts";
import { playTrial } from "../../server/batch/trial.ts";
import { BEIJING_DOCTRINES } from "../../shared/bots/beijing.ts";
import { COMMISSION_DOCTRINES } from "../../shared/bots/commission.ts";

test.each(SIDES)(
  "every doctrine of the %s has a place among its policies, of at most twelve knobs",
  (side) => {
    expect(KNOBS[side].length).toBeLessThanOrEqual(12);
    for (const { id } of side === "commission" ? COMMISSION_DOCTRINES : BEIJING_DOCTRINES) {
      const at = positionOf(side, id);
      expect(at.every((x) => x >= 0 && x <= 1)).toBe(true);
      expect(policyBot(side, at).id).toBe("policy");
    }
  },
);

test("a policy at the place of the usual doctrine plays as that doctrine does", () => {
  const game = { scenario: "tiny", preset: "quick", seed: 5 } as const;
  const played = (commission: string | number[], beijing: string | number[]) =>
    playTrial({ ...game, players: { commission, beijing, members: "mixed" } });
  const usual = played("prepared", "opportunist");
  expect(played(positionOf("commission", "prepared"), "opportunist")).toEqual(usual);
  expect(played("prepared", positionOf("beijing", "opportunist"))).toEqual(usual);
  expect(
    played(
      KNOBS.commission.map(() => 0),
      "opportunist",
    ),
  ).not.toEqual(usual);
});

test("knobs turn between their bounds, weeks in whole ones", () => {
  expect(
    settingsAt(
      "commission",
      KNOBS.commission.map(() => 1),
    ),
  ).toMatchObject({ effort: 1, casesFrom: 110 });
  expect(
    settingsAt(
      "commission",
      KNOBS.commission.map(() => 0.333),
    ),
  ).toMatchObject({ casesFrom: 37 });
});

test("best and worst of each fold of the games are chosen in all others", () => {
  const scores = {
    lucky: [99, 10, 10, 10, 99, 10, 10, 10],
    steady: [40, 40, 40, 40, 40, 40, 40, 40],
    silent: [20, 30, 20, 32, 20, 30, 20, 32],
  };
  const { best, worst, gain } = impactOf("DE", scores);
  expect([best, worst]).toEqual(["steady", "silent"]);
  // Without its triumphs it is the worst of all, and then they come.
  expect(gain.mean).toBeCloseTo((2 * (40 - 99) + 2 * (40 - 30) + 2 * (40 - 20) + 2 * (40 - 32)) / 8, 2);
});
