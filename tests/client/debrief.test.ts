// What the debrief says of a game that is over.

import { expect, test } from "vitest";
import { sticks } from "../../client/debrief/five.tsx";
import { verdictLine } from "../../client/debrief/verdict.ts";
import type { Result } from "../../shared/result.ts";
import { byHorizon } from "../../shared/scenario.ts";
import type { Verdict } from "../../shared/state.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

/** The end of a game of two years. */
const ended = (verdict: Verdict, security: number): Pick<Result, "ending" | "corridor"> => ({
  ending: { ...{ tick: 104, verdict, early: false, security }, securityAfter: security, scores: [] },
  corridor: {
    empty: byHorizon(rules.model.score.empty, 104),
    practical: byHorizon(rules.model.score.practical, 104),
    heat: rules.model.heat.practical,
    confrontation: rules.model.heat.confrontation,
  },
});

test.each([-0.04, 0.02, 0.33, 0.35])(
  "too little of the hold gone, at %d of it, is told with the figure that was needed",
  (gone) => {
    const line = verdictLine(rules, ended("empty-language", gone));
    expect(line).toContain(`${Math.round(100 * gone)}`.replace("-", "−"));
    expect(line).toContain("36\u00a0% were needed");
    expect(line).not.toContain("nobody measures");
  },
);

test("a game soothed by promises that nobody measures names the share it was held against", () => {
  const line = verdictLine(rules, ended("empty-language", 0.45));
  expect(line).toContain("52\u00a0% were needed");
  expect(line).toContain("nobody measures");
});

test("both yardsticks have their number, also where their marks touch", () => {
  const at = (x: number, text: string) => ({ x, text });
  expect(sticks([at(150, "61"), at(20, "58")])).toEqual([at(20, "58"), at(150, "61")]);
  expect(sticks([at(40, "61"), at(20, "58")])).toEqual([at(30, "58 · 61")]);
  expect(sticks([at(40, "61"), at(40, "61")])).toEqual([at(40, "both 61")]);
});
