// Dates to come: all that is public, nothing that is past, in order.

import { expect, test } from "vitest";
import { comingDates } from "../../client/dates.ts";
import { view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

function at(tick: number, weeks = 208) {
  const state = newState(rules, { seed: 1, weeks });
  state.tick = tick;
  return comingDates(rules, view(rules, state, "MT"));
}

test("the whole calendar is there on the first Monday, in order", () => {
  const dates = at(0);
  const { elections, presidency, dates: known, licenceWaves } = rules.calendar;
  for (const { tick } of [...elections, ...presidency.slice(1), ...known])
    expect(dates.map((d) => d.tick)).toContain(tick);
  for (const name of [/Congress/, /truce/, /G7/, /Party congress/, /five-year plan/, /Ministers/, /controls/])
    expect(dates.some((d) => name.test(d.name))).toBe(true);
  expect(dates.filter((d) => /licences/.test(d.name)).map((d) => d.tick)).toEqual(licenceWaves);
  expect(dates.map((d) => d.tick)).toEqual([...dates.map((d) => d.tick)].sort((a, b) => a - b));
  expect(dates.some((d) => d.name === "Lithuania takes the chair of the Council")).toBe(true);
  expect(dates.some((d) => d.name === "France votes at home")).toBe(true);
});

test("what is past is gone, and nothing lies behind the end", () => {
  const dates = at(26, 104);
  expect(dates.every((d) => d.tick > 26 && d.tick <= 104)).toBe(true);
  expect(dates.some((d) => /Lithuania/.test(d.name))).toBe(false);
  expect(dates.at(-1)).toEqual({ tick: 104, name: "The last week" });
});

test("a promise to wait longer moves the return of the wider controls", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  state.beijing.packageUntil = 71;
  const found = comingDates(rules, view(rules, state, "DE")).find((d) => /controls/.test(d.name));
  expect(found?.tick).toBe(72);
});
