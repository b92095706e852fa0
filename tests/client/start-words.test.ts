// Languages, and numbers as people write them.

import { describe, expect, test } from "vitest";
import {
  printChance,
  printChange,
  printDate,
  printEuro,
  printFixed,
  printNumber,
  printPercent,
  signed,
} from "../../client/print.ts";
import { chooseLanguage, LANGUAGES, Said, tell, words } from "../../client/words.ts";

test("the reader's first language that is spoken, else English", () => {
  expect(chooseLanguage(["fr-BE", "de-AT", "en"], ["en", "de"])).toBe("de");
  expect(chooseLanguage(["fr"], ["de", "en"])).toBe("en");
  expect(chooseLanguage([])).toBe("en");
});

test("only files of languages count as languages", () => {
  expect(LANGUAGES[0]).toBe("en");
  for (const code of LANGUAGES) expect(code).toMatch(/^[a-z]{2}$/);
  expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
});

test("people hear only what was written for them", () => {
  expect(tell(new Said("No session has this code."))).toBe("No session has this code.");
  expect(tell(new TypeError("x is not a function"))).toBe(words.errors.unknown);
});

describe("numbers", () => {
  test.each([
    [0, "0"],
    [24.62, "24.6"],
    [198.4, "198"],
    [1240, "1,240"],
    [0.24, "0.24"],
    [3.1, "3.1"],
    [3, "3"],
    [-0.4, "−0.4"],
  ])("%d is %s: three figures at most, a true minus", (x, text) => {
    expect(printNumber(x)).toBe(text);
  });

  test("a change carries its sign, no change carries none", () => {
    expect(printChange(1.2)).toBe("+1.2");
    expect(printChange(-3)).toBe("−3");
    expect(printChange(0)).toBe("0");
  });

  test("columns line up, and nothing is minus nought", () => {
    expect(printFixed(-0.4, 2)).toBe("−0.40");
    expect(printFixed(-0.001, 2)).toBe("0.00");
    expect(signed(0.1, printFixed(0.1, 2))).toBe("+0.10");
    expect(signed(0.001, printFixed(0.001, 2))).toBe("0.00");
  });

  test("money, shares and chances have their units", () => {
    expect(printEuro(24.62)).toBe("€24.6bn");
    expect(printEuro(0.028)).toBe("€28m");
    expect(printEuro(-1.5)).toBe("−€1.5bn");
    expect(printPercent(54.8)).toBe("54.8\u00a0%");
    expect(printChance(0.412)).toBe("41 in 100");
  });

  test("only the certain is certain", () => {
    expect(printChance(0.999)).toBe("99 in 100");
    expect(printChance(0.001)).toBe("1 in 100");
    expect(printChance(1)).toBe("100 in 100");
  });

  test("a week is told by its Monday", () => {
    expect(printDate("2026-06-29", 0)).toBe("29 Jun 2026");
    expect(printDate("2026-06-29", 23)).toBe("7 Dec 2026");
  });
});
