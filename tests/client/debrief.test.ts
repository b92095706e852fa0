// What the debrief says of a game that is over.

import { describe, expect, test } from "vitest";
import { drawing, SIZES } from "../../client/debrief/corridor.tsx";
import { place, sticks } from "../../client/debrief/five.tsx";
import { type Box, LETTER, placed } from "../../client/debrief/labels.ts";
import { debrief, prepare } from "../../client/debrief/text.ts";
import { printFive } from "../../client/debrief/told.ts";
import { finding, movedLine, verdictLine, verdictText } from "../../client/debrief/verdict.ts";
import { printProgress } from "../../client/goal.ts";
import { votedName } from "../../client/label.ts";
import type { Result } from "../../shared/result.ts";
import { type Goal, NEVER } from "../../shared/scenario/goal.ts";
import type { Verdict } from "../../shared/state.ts";
import { corridorOf } from "../../shared/world/score.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

/** The end of a game of two years, so many weeks of it under a promise that nobody measures. */
function ended(verdict: Verdict, security: number, bare = 0): Pick<Result, "ending" | "corridor"> {
  const state = newState(rules, { seed: 1, weeks: 104 });
  Object.assign(state, { tick: 104 });
  state.tally.assuranceWeeks = bare;
  return {
    ending: { ...{ tick: 104, verdict, early: false, security }, securityAfter: security, scores: [] },
    corridor: corridorOf(rules, state),
  };
}

test.each([-0.04, 0.02, 0.33, 0.35])(
  "too little of the hold gone, at %d of it, is told with the figure that was needed",
  (gone) => {
    const line = verdictLine(rules, ended("empty-language", gone));
    expect(line).toContain(`${Math.round(100 * gone)}`.replace("-", "−"));
    expect(line).toContain("36\u00a0% were needed");
    expect(line).not.toContain("nobody measures");
  },
);

test("unfinished business says what was missing: hold, or a cool head", () => {
  expect(verdictLine(rules, ended("unfinished-business", 0.5))).toContain("72\u00a0% were needed");
  expect(verdictLine(rules, ended("unfinished-business", 0.718))).toMatch(/^Just under 72/);
  expect(verdictLine(rules, ended("unfinished-business", 0.75))).toContain("above 35 on average");
});

test.each([0.3, 0.45])(
  "a game soothed by promises that nobody measures is held against more, at %d gone",
  (gone) => {
    const line = verdictLine(rules, ended("empty-language", gone, 53));
    expect(line).toContain("52\u00a0% were needed");
    expect(line).toContain("nobody measures");
  },
);

test("what is rounded up to the figure that was needed is told as just under it", () => {
  expect(verdictLine(rules, ended("empty-language", 0.357))).toContain("Just under 36\u00a0% of");
});

test("a finding of coercion has no sector yet, the answer voted on later has; one term is no plural", () => {
  const file = { kind: "coercion", name: "coercion", sector: 2 } as const;
  const [found, answer] = (["for", "for-else-appeal"] as const).map((rule) => votedName(rules, file, rule));
  expect(answer).toContain(rules.sectors[2]!.name.toLowerCase());
  expect(answer!.startsWith(`${found}: `)).toBe(true);
  expect(votedName(rules, { ...file, kind: "anti-dumping" }, "for")).toContain(": ");
  expect([1, 2].map((n) => debrief.deeds.measured(1, n))).toEqual(["1 of 1 term", "1 of 2 terms"]);
});

test("the same number has the same figure in the sentence and among the five", () => {
  expect(printFive.gone(0.305, 104)).toBe("31\u00a0%");
  expect(verdictLine(rules, ended("empty-language", 0.305))).toContain("31\u00a0% of");
  expect(printFive.lost(0.8051, 104)).toBe("€0.8bn");
  expect(printFive.lost(0.04, 104)).toBe("under €0.1bn");
  expect(printFive.lost(0, 104)).toBe("€0bn");
});

/** A game that cools at once and stays near the ground, as many do. */
const weeks = 104;
const steady = Array.from({ length: weeks + 1 }, (_, w) => w / weeks);
const told = (security: number[], heat: number[], nobody = { security: 0.33, heat: 23 }): Result =>
  ({
    ...ended("practical-leverage", security.at(-1)!),
    weeks,
    numbers: { gone: security.at(-1)!, lost: 0.8, cohesion: 35, worstHeat: Math.max(...heat), benchmark: 97 },
    nobody: { end: nobody, numbers: { gone: 0.33, lost: 7.8, cohesion: 56, worstHeat: 31, benchmark: 0 } },
    bots: {
      end: { security: 0.84, heat: 0 },
      numbers: { gone: 0.84, lost: 1, cohesion: 75, worstHeat: 33, benchmark: 86 },
    },
    path: { security, heat },
  }) as unknown as Result;

const calm = told(
  steady.map((t) => 0.8 * t),
  steady.map((t) => Math.max(0, 20 - 80 * t)),
);

/** The sentence over the verdict of a game, where `nobody` of the hold would be gone with Europe doing nothing. */
const found = (gone: number, nobody: number, { early = false, worstHeat = 42 } = {}): string =>
  finding({
    ...calm,
    ending: { ...calm.ending, early },
    numbers: { ...calm.numbers, gone, worstHeat },
    nobody: { ...calm.nobody, numbers: { ...calm.nobody.numbers, gone: nobody } },
  });

describe("one sentence says what the game came to, and what of it would have come by itself", () => {
  test.each([
    [
      0.5,
      0.33,
      "About half of Beijing’s hold is gone: 17 percentage points more than if Europe had done nothing.",
    ],
    [
      0.34,
      0.33,
      "About a third of Beijing’s hold is gone: 1 percentage point more than if Europe had done nothing.",
    ],
    [0.334, 0.33, "About a third of Beijing’s hold is gone: no more than if Europe had done nothing."],
    [
      0.12,
      0.33,
      "A part of Beijing’s hold is gone: 21 percentage points less than if Europe had done nothing.",
    ],
    [
      0.12,
      -0.05,
      "A part of Beijing’s hold is gone: 17 percentage points more than if Europe had done nothing.",
    ],
    [
      0.84,
      0.33,
      "Most of Beijing’s hold is gone: 51 percentage points more than if Europe had done nothing.",
    ],
    [0.004, 0.33, "None of Beijing’s hold is gone. Had Europe done nothing, 33\u00a0% of it would be gone."],
    [0, 0, "None of Beijing’s hold is gone. Had Europe done nothing, it would be as it was."],
    [0, -0.08, "None of Beijing’s hold is gone. Had Europe done nothing, it would have grown by 8\u00a0%."],
    [
      -0.08,
      0.33,
      "Beijing’s hold has grown by 8\u00a0%. Had Europe done nothing, 33\u00a0% of it would be gone.",
    ],
    [
      -0.08,
      -0.2,
      "Beijing’s hold has grown by 8\u00a0%. Had Europe done nothing, it would have grown by 20\u00a0%.",
    ],
  ])("%d gone, %d with Europe doing nothing", (gone, nobody, says) => {
    expect(found(gone, nobody)).toBe(says);
  });

  test("a game that ended early says by what", () => {
    expect(found(0.5, 0.33, { early: true, worstHeat: 92 })).toBe(
      "After 104 weeks nobody could steer it any more. Heat had reached 92 of 100.",
    );
    expect(found(0.5, 0.33, { early: true })).toMatch(/^After 104 weeks the lines that stood still/);
  });
});

test("under it stand the reason of the verdict, the worst heat unless the headline has it, and the year after", () => {
  const line = (early: boolean) =>
    verdictText(rules, {
      ...calm,
      ending: { ...calm.ending, early },
      numbers: { ...calm.numbers, worstHeat: 42 },
    });
  expect(line(false)).toMatch(
    /^Enough of the hold.* At its worst, heat stood at 42 of 100\. A year later, .* 80\u00a0% /,
  );
  expect(line(true)).not.toContain("At its worst");
});

test("what each of the five is held against has its name and its figure", () => {
  const texts = (id: "gone" | "lost" | "worstHeat") => sticks(calm, id).map(({ text }) => text);
  expect(texts("gone")).toEqual([
    "Europe does nothing: 33\u00a0%",
    "bots play it: 84\u00a0%",
    "leverage from 72\u00a0%",
  ]);
  expect(texts("lost")).toEqual(["Europe does nothing: €7.8bn", "bots play it: €1bn"]);
  expect(texts("worstHeat").slice(2)).toEqual(["week 0: 20", "out of hand from 65"]);
  expect(place(10, [0, 10, 20], "up")).toBe(50);
  expect(place(0, [0, 20], "down")).toBe(100);
});

describe.each(Object.entries(SIZES))("the corridor at the size of a %s", (_, size) => {
  const games: [string, Result][] = [
    ["calm", calm],
    [
      "a fight",
      told(
        steady.map((t) => 0.1 * Math.sin(9 * t)),
        steady.map((t) => 20 + 70 * t),
      ),
    ],
    [
      "all in one place",
      told(
        steady.map(() => 0.8),
        steady.map(() => 3),
        { security: 0.82, heat: 2 },
      ),
    ],
    [
      "a run",
      told(
        steady.map((t) => 1.2 * t ** 2 - 0.25),
        steady.map((t) => 60 * t * (1 - t)),
      ),
    ],
  ];

  test.each(games)("names every ground and the three ends, none upon another: %s", (_, result) => {
    const { names, labels, box } = drawing(result, size);
    expect(names.map(({ lines }) => lines.join(" "))).toEqual([
      "Uncontrolled confrontation",
      "Empty language",
      "Unfinished business",
      "Practical leverage",
    ]);
    const texts = labels.map(({ text }) => text);
    expect(texts).toContain("this game");
    if (size.leads) expect(texts).toEqual(expect.arrayContaining(["Europe does nothing", "bots play it"]));
    else expect(labels.filter(({ lead, spare }) => lead && spare).map(({ text }) => text)).toEqual([]);
    const boxes: Box[] = [
      ...names.map((name) => name.box),
      ...labels.map(({ text, x, y }) => ({
        ...{ left: x, right: x + text.length * LETTER.small },
        ...{ top: y - 10, bottom: y + 2 },
      })),
    ];
    boxes.forEach((a, i) => {
      expect(a.left).toBeGreaterThanOrEqual(box.left);
      expect(a.right).toBeLessThanOrEqual(box.right);
      for (const b of boxes.slice(0, i)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, JSON.stringify([a, b])).toBe(true);
      }
    });
  });
});

test("a name stands beside the line of the game where there is room, and an end needs no second name", () => {
  const across: [number, number][] = [
    [40, 100],
    [200, 100],
  ];
  const inside = { left: 0, top: 0, right: 240, bottom: 200 };
  const beside = (line: [number, number][]) =>
    placed([{ at: [40, 100], text: "week 0" }], inside, [], LETTER.small, line)[0]!;
  expect(beside([]).x).toBeGreaterThan(40);
  expect(beside(across).x).toBeLessThan(40);
  const still = told(
    steady.map((t) => 0.5 + 0.01 * t),
    steady.map(() => 50),
  );
  for (const size of Object.values(SIZES))
    expect(drawing(still, size).labels.filter(({ text }) => text.startsWith("week"))).toEqual([]);
});

test("how a score moved: from a year before the end, with its best week where that is over", () => {
  const moving = (weeks: number[], ...scores: number[]) => ({ weeks, scores: scores.map((x) => [x, 50]) });
  const quarters = [13, 26, 39, 52, 65, 78];
  expect(movedLine(moving(quarters, 40, 41, 42, 43, 44, 55.2), 0)).toBe(
    "Had the game ended in week 26, it would have been 41: up 14 since.",
  );
  expect(movedLine(moving(quarters, 40, 60, 42, 70, 44, 55), 0)).toMatch(
    /been 60: down 5 since\. It stood highest in week 52, at 70\.$/,
  );
  expect(movedLine(moving(quarters, 40, 41, 42, 43, 44, 55), 1)).toMatch(/no change since/);
  // Shorter than a year: from the first look on.
  expect(movedLine(moving([13, 20], 40, 45), 0)).toMatch(/in week 13, .* 40: up 5/);
});

test("in another language the pictures and the sentences speak it", async () => {
  const { corridor, finding: say, five } = debrief;
  await prepare("qq", {
    "x/qq-end.ts": async () => ({
      corridor: { ...corridor, you: "qq you" },
      finding: { ...say, gone: (part, by) => `qq ${part} ${by}` },
      five: { ...five, practical: (x) => `qq leverage ${x}` },
    }),
  });
  expect(drawing(calm, SIZES.desk).labels.map(({ text }) => text)).toContain("qq you");
  expect(found(0.5, 0.33)).toBe("qq half 17");
  expect(sticks(calm, "gone").at(-1)!.text).toBe("qq leverage 72\u00a0%");
  await prepare("en");
  expect(drawing(calm, SIZES.desk).labels.map(({ text }) => text)).toContain("this game");
});

test.each([
  [0, "0 of 2"],
  [2, "2 of 2"],
  [3, "3×; at least 2×"],
])("a goal of two times reads, after %d", (have, text) =>
  expect(printProgress({ kind: "europe-blocked", text: "", times: 2 }, have)).toBe(text),
);

test("a plant that is given up is late by no number of weeks", () => {
  const goal = { kind: "plant-late", project: "kotka", most: 13, text: "" } as const;
  expect(printProgress(goal, 16)).toBe("16 weeks; at most 13 weeks");
  expect(printProgress(goal, NEVER)).toBe("never; at most 13 weeks");
});

test("a goal of half a percent more reads to a tenth of one", () => {
  const sales = { kind: "sales", text: "", sectors: [], share: 1.005 } satisfies Goal;
  expect(printProgress(sales, 1.004)).toBe("100.4\u00a0%; at least 100.5\u00a0%");
});
