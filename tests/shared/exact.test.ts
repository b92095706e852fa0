// The functions that must give the same bits in every engine, against the engine's own.

import fc from "fast-check";
import { expect, test } from "vitest";
import { clip, exp, log, logistic, pow } from "../../shared/exact.ts";

const ACCURACY = 1e-15;

function close(have: number, wanted: number): void {
  expect(Math.abs(have - wanted)).toBeLessThanOrEqual(ACCURACY * Math.abs(wanted));
}

test("exp is the exponential function", () => {
  fc.assert(fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => close(exp(x), Math.exp(x))));
  for (const x of [0, 1, -1, Math.LN2 / 2, -Math.LN2 / 2, 690]) close(exp(x), Math.exp(x));
  expect(exp(0)).toBe(1);
  expect(exp(-701)).toBe(0);
});

test("log is the natural logarithm", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => close(log(x), Math.log(x))),
  );
  fc.assert(fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => close(log(x), Math.log(x))));
  for (const x of [1, 2, Math.SQRT2, Math.SQRT1_2, 1e-300, 1e300]) close(log(x), Math.log(x));
});

test("log undoes exp", () => {
  fc.assert(
    fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
      expect(log(exp(x))).toBeCloseTo(x, 12);
    }),
  );
});

test("pow and logistic follow from them", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (x, y) => {
        expect(pow(x, y) / x ** y).toBeCloseTo(1, 12);
      },
    ),
  );
  expect(pow(0, 2)).toBe(0);
  expect(logistic(0)).toBe(0.5);
  expect(logistic(800)).toBe(1);
  expect(logistic(-800)).toBe(0);
  close(logistic(2), 1 / (1 + Math.exp(-2)));
});

test.each<[string, () => number]>([
  ["exp of too much", () => exp(701)],
  ["exp of no number", () => exp(Number.NaN)],
  ["log of nothing", () => log(0)],
  ["log of less", () => log(-1)],
  ["log without end", () => log(Infinity)],
  ["log of no number", () => log(Number.NaN)],
])("%s is refused", (_, run) => {
  expect(run).toThrow(/is out of range/);
});

test("clip holds a number between two", () => {
  expect([clip(-1, 0, 2), clip(1, 0, 2), clip(3, 0, 2)]).toEqual([0, 1, 2]);
});
