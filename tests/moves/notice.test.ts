// B8: notice of a restriction.

import { describe, expect, test } from "vitest";
import { input, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const sizes = rules.model.moves;
const notice = (about: string, weeks: number) => ({ kind: "give-notice", input: about, weeks });
const squeeze = (about: string) => ({ kind: "set-licence-mode", input: about, mode: "go-slow" });

const rows: Row[] = [
  {
    name: "costs no heat now, and firms take note",
    seat: "beijing",
    order: notice("magnets", 8),
    does(after, before) {
      expect(after.words.at(-1)).toMatchObject({ form: "notice", file: "magnets", until: 8, state: "open" });
      expect(after.heat).toBe(before.heat);
      expect(input(after, "magnets").risk).toBeCloseTo(input(before, "magnets").risk + sizes.noticeRisk);
      expect(input(after, "chips").risk).toBe(input(before, "chips").risk);
      expect(told(after, before, "notice-given")).toMatchObject([{ about: ["magnets"], amount: 8, to: [] }]);
    },
  },
  {
    name: "of a few days is none",
    seat: "beijing",
    order: notice("magnets", sizes.noticeLeast - 1),
    refused: { code: "out-of-range", need: sizes.noticeLeast },
  },
  {
    name: "one of a thing at a time",
    seat: "beijing",
    given(state) {
      order(state, "beijing", notice("magnets", 13));
      state.tick = 9;
    },
    order: notice("magnets", 8),
    refused: { code: "already-so", until: 13 },
  },
  {
    name: "takes the time of a statement",
    seat: "beijing",
    given: (state) => void order(state, "beijing", { kind: "issue-statement", form: "welcome" }),
    order: notice("magnets", 8),
    refused: { code: "cooling-down", until: sizes.statementEvery },
  },
  {
    name: "not of what nobody licenses",
    seat: "beijing",
    order: notice("intermediates", 8),
    refused: { code: "no-such-thing", what: "input" },
  },
  { name: "not Europe's to give", seat: "commission", order: notice("magnets", 8), refused: "not-your-seat" },
];

describe("give-notice", () => {
  test.each(rows)("$name", play);

  const LATE = 20;
  /** Heat that a squeeze begun in that week brings, with a notice given so many weeks before or none. */
  function shock(weeks: number): number {
    const state = position();
    state.tick = LATE - weeks;
    if (weeks > 0) order(state, "beijing", notice("magnets", 8));
    state.tick = LATE;
    state.heat = 10;
    order(state, "beijing", squeeze("magnets"));
    return state.heat - 10;
  }

  test("what was announced in time is half a shock", () => {
    const { goSlow, noticed } = rules.model.heat;
    expect(shock(0)).toBeCloseTo(goSlow, 10);
    expect(shock(9)).toBeCloseTo(noticed * goSlow, 10);
    expect(shock(5)).toBeCloseTo(goSlow, 10);
  });

  test("an old notice covers no later squeeze", () => {
    const { goSlow, noticed } = rules.model.heat;
    expect(shock(8 + sizes.noticeHolds)).toBeCloseTo(noticed * goSlow, 10);
    expect(shock(8 + sizes.noticeHolds + 1)).toBeCloseTo(goSlow, 10);
  });

  test("is remembered for as long as what it announced goes on", () => {
    const state = position();
    order(state, "beijing", notice("graphite", 8));
    pass(state, 9);
    order(state, "beijing", squeeze("graphite"));
    const isRemembered = () => state.words.some((w) => w.form === "notice");
    for (let k = 0; k < 40; k++) {
      state.beijing.points = 10;
      pass(state, 1);
    }
    expect(isRemembered()).toBe(true);
    order(state, "beijing", { kind: "set-licence-mode", input: "graphite", mode: "case-by-case" });
    pass(state, 1);
    expect(isRemembered()).toBe(false);
  });
});
