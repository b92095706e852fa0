// What the shared parts of all screens compute before they draw.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeClock, ticks } from "../../client/parts/clock.tsx";
import { placeBeside } from "../../client/parts/popover.tsx";
import { sparkPoints } from "../../client/parts/sparkline.tsx";
import { nextTab } from "../../client/parts/tabs.tsx";
import { describeStands, type Segment, sortSegments } from "../../client/parts/threshold.tsx";
import { steps } from "../../client/parts/waterfall.tsx";

describe("waterfall", () => {
  const amounts = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 12 });

  test("each bar begins where the one before ended, and the last is the sum from zero", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const { bars, zero, total } = steps(list.map((amount, k) => ({ label: `${k}`, amount })));
        expect(total).toBeCloseTo(
          list.reduce((a, b) => a + b, 0),
          9,
        );
        let at = zero;
        list.forEach((amount, k) => {
          const { from, to } = bars[k]!;
          expect(amount >= 0 ? from : to).toBeCloseTo(at, 9);
          at = amount >= 0 ? to : from;
        });
        const last = bars.at(-1)!;
        expect([last.from, last.to].some((x) => Math.abs(x - zero) < 1e-9)).toBe(true);
        expect(total >= 0 ? last.to : last.from).toBeCloseTo(at, 9);
        for (const { from, to } of bars) expect(from >= -1e-9 && to <= 1 + 1e-9 && from <= to).toBe(true);
      }),
    );
  });

  test("what was kept out follows its bar and belongs to the scale", () => {
    const { bars } = steps([
      { label: "used", amount: -1 },
      { label: "let through", amount: 0.25, keptOut: 0.95 },
    ]);
    // From -1 to 0.2: the scale reaches past zero to the end of the kept part.
    expect(bars[1]!.keptTo).toBeCloseTo(1, 9);
    expect(bars[1]!.to).toBeCloseTo(0.25 / 1.2, 9);
    expect(bars[0]).not.toHaveProperty("keptTo");
  });
});

describe("threshold bar", () => {
  const segments: Segment[] = [
    { code: "HU", weight: 2, stand: "against" },
    { code: "PL", weight: 8, stand: "for" },
    { code: "SK", weight: 1, stand: "against" },
    { code: "DE", weight: 19, stand: "open" },
    { code: "FR", weight: 15, stand: "for" },
    { code: "SI", weight: 1, stand: "abstaining" },
    { code: "RO", weight: 4, stand: "pledged" },
  ];
  const codes = (list: readonly Segment[]) => list.map(({ code }) => code).join(" ");

  test("runs from those for to those against, the heavier first", () => {
    expect(codes(sortSegments(segments))).toBe("FR PL RO DE SI HU SK");
  });

  test("unless blocked, those against fill it from the right", () => {
    expect(codes(sortSegments(segments, true))).toBe("FR PL RO DE SI SK HU");
  });

  test("says who stands where", () => {
    expect(describeStands(segments)).toBe(
      "for: FR, PL; pledged: RO; open: DE; abstaining: SI; against: HU, SK",
    );
  });
});

describe("sparkline", () => {
  test("runs from edge to edge, high values up", () => {
    expect(sparkPoints([0, 5, 10], 52, 26)).toEqual([
      [3, 23],
      [26, 13],
      [49, 3],
    ]);
  });

  test("one value, equal values and values outside a fixed range stay in the box", () => {
    expect(sparkPoints([7], 52, 26)).toEqual([[3, 13]]);
    expect(sparkPoints([4, 4], 52, 26).map(([, y]) => y)).toEqual([13, 13]);
    expect(sparkPoints([-50, 150], 52, 26, [0, 100]).map(([, y]) => y)).toEqual([23, 3]);
  });
});

test.each([
  ["ArrowRight", 4, 0],
  ["ArrowRight", 1, 2],
  ["ArrowLeft", 0, 4],
  ["Home", 3, 0],
  ["End", 1, 4],
  ["Enter", 1, undefined],
])("%s leads from tab %i of five to %s", (key, at, to) => {
  expect(nextTab(key, at, 5)).toBe(to);
});

describe("a box beside its anchor", () => {
  const size = { width: 300, height: 200 };
  const view = { width: 1000, height: 700 };

  test("lies below it", () => {
    const place = placeBeside({ left: 100, top: 20, width: 80, height: 40 }, size, view);
    expect(place).toEqual({ left: 100, top: 74, point: 40, above: false });
  });

  test("lies above it where there is no room below, and its point keeps to the anchor", () => {
    const place = placeBeside({ left: 900, top: 600, width: 80, height: 40 }, size, view);
    expect(place.above).toBe(true);
    expect(place.top).toBe(600 - 14 - 200);
    expect(place.left + size.width).toBe(992);
    expect(place.left + place.point).toBe(940);
  });

  test("stays inside the window wherever the anchor is", () => {
    const coordinate = fc.integer({ min: -500, max: 1500 });
    fc.assert(
      fc.property(coordinate, coordinate, (left, top) => {
        const place = placeBeside({ left, top, width: 50, height: 30 }, size, view);
        expect(place.left >= 8 && place.left + size.width <= 992).toBe(true);
        expect(place.top >= 8 && place.top + size.height <= 692).toBe(true);
        expect(place.point >= 16 && place.point <= size.width - 16).toBe(true);
      }),
    );
  });
});

describe("legal clock", () => {
  test("says its stages, votes and first effect in words", () => {
    const text = describeClock({
      side: "europe",
      stages: [
        { label: "case", from: 0, to: 39, kind: "running" },
        { label: "duty", from: 39, to: 60, kind: "unsure" },
      ],
      gates: [{ label: "vote", week: 39 }],
      bite: 41,
    });
    expect(text).toBe(
      "case: week 0 to 39; duty: from week 39, past week 52, not yet sure; vote in week 39; first effect in week 41",
    );
  });

  test("has five marks on its axis", () => {
    expect(ticks(52)).toEqual([0, 13, 26, 39, 52]);
  });
});
