// C7 and B8: words in public.

import { describe, expect, test } from "vitest";
import { check, options } from "../../shared/moves/table.ts";
import { view } from "../../shared/view.ts";
import { file, input, member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const say = (form: string, rest: object = {}) => ({ kind: "make-statement", form, ...rest });
const sizes = rules.model.moves;

const european: Row[] = [
  {
    name: "a threat is a debt with a date",
    seat: "commission",
    order: say("threat", { file: "battery-subsidy", weeks: 10 }),
    does(after, before) {
      expect(after.words.at(-1)).toMatchObject({
        by: "commission",
        to: "beijing",
        form: "threat",
        file: "battery-subsidy",
        until: 10,
        state: "open",
      });
      expect(after.commission.statementNext).toBe(sizes.statementEvery);
      expect(told(after, before, "threat-made")).toHaveLength(1);
    },
  },
  {
    name: "a threat without a date",
    seat: "commission",
    order: say("threat", { file: "battery-subsidy" }),
    refused: "no-deadline",
  },
  {
    name: "published licence figures speak for Europe and against Beijing's face",
    seat: "commission",
    order: say("scoreboard"),
    does(after, before) {
      expect(after.legitimacy).toBeCloseTo(before.legitimacy + sizes.scoreboardLegitimacy);
      expect(after.beijing.face).toBeCloseTo(before.beijing.face + sizes.scoreboardFace);
      expect(told(after, before, "statement-made")).toMatchObject([{ about: ["scoreboard"] }]);
      expect(after.words.at(-1)).toMatchObject({ by: "commission", form: "scoreboard", state: "none" });
    },
  },
  {
    name: "a case in Geneva",
    seat: "commission",
    order: say("wto"),
    does: (after, before) => expect(after.legitimacy).toBeCloseTo(before.legitimacy + sizes.wtoLegitimacy),
  },
  {
    name: "a way out cools, saves face and looks soft",
    seat: "commission",
    given: (state) => {
      state.heat = 30;
    },
    order: say("off-ramp"),
    does(after, before) {
      expect(after.heat).toBeCloseTo(before.heat + sizes.offRampHeat);
      expect(after.beijing.face).toBeCloseTo(before.beijing.face + sizes.offRampFace);
      expect(after.resolve).toBeCloseTo(before.resolve + sizes.offRampResolve);
    },
  },
  {
    name: "one open threat at a time",
    seat: "commission",
    given: (state) => {
      order(state, "commission", say("threat", { file: "battery-subsidy", weeks: 20 }));
      state.tick = 9;
    },
    order: say("threat", { file: "chemicals-dumping", weeks: 8 }),
    refused: { code: "limit-reached", need: 1, until: 20 },
  },
  {
    name: "other open words do not count",
    seat: "commission",
    given: (state) => {
      const word = { id: "w", by: "beijing", to: "commission", file: "", until: 9 } as const;
      state.words.push({ ...word, form: "warning", state: "open", heard: [] });
      state.words.push({
        ...word,
        by: "commission",
        to: "beijing",
        form: "off-ramp",
        state: "open",
        heard: [],
      });
    },
    order: say("threat", { file: "chemicals-dumping", weeks: 8 }),
    does: (after) => expect(after.words).toHaveLength(3),
  },
  {
    name: "one statement in eight weeks",
    seat: "commission",
    given: (state) => {
      state.commission.statementNext = 8;
    },
    order: say("scoreboard"),
    refused: { code: "cooling-down", until: 8 },
  },
  {
    name: "a threat about nothing",
    seat: "commission",
    order: say("threat", { file: "none", weeks: 8 }),
    refused: "no-such-thing",
  },
  {
    name: "a threat that has long been carried out",
    seat: "commission",
    order: say("threat", { file: "ev-duties", weeks: 8 }),
    refused: "not-open",
  },
  {
    name: "a threat with Beijing's own case",
    seat: "commission",
    order: say("threat", { file: "pork", weeks: 8 }),
    refused: "not-open",
  },
  {
    name: "a deadline of three weeks",
    seat: "commission",
    order: say("threat", { file: "battery-subsidy", weeks: 3 }),
    refused: { code: "out-of-range", have: 3, need: 4, what: "weeks" },
  },
  {
    name: "no figures where no licence is needed",
    seat: "commission",
    given: (state) => {
      for (const one of state.inputs) one.mode = "general";
    },
    order: say("scoreboard"),
    refused: "no-such-thing",
  },
  {
    name: "nothing to complain of in Geneva",
    seat: "commission",
    given: (state) => {
      state.files = state.files.filter((f) => f.side === "europe");
    },
    order: say("wto"),
    refused: "no-such-thing",
  },
];

describe("make-statement", () => {
  test.each(european)("$name", play);

  test("a threat that was not carried out costs belief", () => {
    const silent = position();
    const loud = position();
    order(loud, "commission", say("threat", { file: "battery-subsidy", weeks: 4 }));
    pass(silent, 8);
    pass(loud, 8);
    expect(loud.words[0]!.state).toBe("broken");
    expect(loud.resolve).toBeLessThan(silent.resolve);
  });

  test("a threat that was carried out earns it", () => {
    const loud = position();
    order(loud, "commission", say("threat", { file: "chemicals-dumping", weeks: 8 }));
    loud.tick = file(loud, "chemicals-dumping").gate - 1;
    const before = loud.resolve;
    order(loud, "commission", { kind: "decide-gate", file: "chemicals-dumping", decision: "impose" });
    expect(loud.words[0]!.state).toBe("kept");
    expect(loud.resolve).toBeGreaterThan(before);
  });
});

const state = (form: string, to?: string) => ({
  ...{ kind: "issue-statement", form },
  ...(to ? { to } : {}),
  ...(form === "warn" ? { weeks: sizes.warnWeeks } : {}),
});

const chinese: Row[] = [
  {
    name: "a warning shakes the capital it names and nobody else, and heats",
    seat: "beijing",
    order: state("warn", "CZ"),
    does(after, before) {
      expect(member(after, "CZ").support).toBeCloseTo(member(before, "CZ").support + sizes.warnSupport);
      expect(member(after, "PL").support).toBe(member(before, "PL").support);
      expect(after.heat).toBeGreaterThan(before.heat);
      expect(told(after, before, "warning-given")).toMatchObject([{ about: ["CZ"], amount: 8 }]);
      expect(after.words.at(-1)).toMatchObject({ form: "warning", to: "CZ", until: 8, state: "open" });
      expect(after.beijing.next.statement).toBe(sizes.statementEvery);
    },
  },
  {
    name: "a warning to Brussels reaches all, more weakly",
    seat: "beijing",
    order: state("warn"),
    does: (after, before) =>
      expect(member(after, "PL").support).toBeCloseTo(member(before, "PL").support + sizes.warnSupport / 3),
  },
  {
    name: "a warning may name the file it is about, and its deadline",
    seat: "beijing",
    order: { ...state("warn"), file: "chemicals-dumping", weeks: 13 },
    does: (after) =>
      expect(after.words.at(-1)).toMatchObject({ to: "commission", file: "chemicals-dumping", until: 13 }),
  },
  {
    name: "a warning without a date",
    seat: "beijing",
    order: { kind: "issue-statement", form: "warn", to: "CZ" },
    refused: "no-deadline",
  },
  {
    name: "a warning about a duty that is in force already",
    seat: "beijing",
    order: { ...state("warn"), file: "ev-duties" },
    refused: { code: "not-open", what: "in-force" },
  },
  {
    name: "a warning about nothing",
    seat: "beijing",
    order: { ...state("warn"), file: "nothing" },
    refused: { code: "no-such-thing", what: "file" },
  },
  {
    name: "a warning with a deadline too far off to frighten",
    seat: "beijing",
    order: { ...state("warn"), weeks: 60 },
    refused: "out-of-range",
  },
  {
    name: "one open warning to each",
    seat: "beijing",
    given: (now) => {
      order(now, "beijing", { ...state("warn", "CZ"), weeks: 20 });
      now.tick = 9;
    },
    order: state("warn", "CZ"),
    refused: { code: "limit-reached", need: 1, until: 20 },
  },
  {
    name: "a welcome cools, and lulls the firms",
    seat: "beijing",
    given: (s) => {
      s.heat = 20;
      input(s, "magnets").risk = 0.3;
    },
    order: state("welcome"),
    does(after, before) {
      expect(after.heat).toBeCloseTo(before.heat + sizes.welcomeHeat);
      expect(input(after, "magnets").risk).toBeCloseTo(0.3 + sizes.welcomeRisk);
    },
  },
  {
    name: "equal dignity is face",
    seat: "beijing",
    order: state("equal-dignity"),
    does(after, before) {
      expect(after.beijing.face).toBeCloseTo(before.beijing.face + sizes.dignityFace);
      expect(after.heat).toBeCloseTo(before.heat + sizes.dignityHeat);
    },
  },
  {
    name: "one statement in eight weeks",
    seat: "beijing",
    given: (s) => {
      s.beijing.next.statement = 5;
    },
    order: state("welcome"),
    refused: { code: "cooling-down", until: 5 },
  },
  {
    name: "Brussels has its own words",
    seat: "commission",
    order: state("welcome"),
    refused: "not-your-seat",
  },
];

test("no warning to a state that the scenario leaves out", () => {
  const small = position(1, tiny.rules);
  expect(order(small, "beijing", state("warn", "HU"), tiny.rules)).toEqual({
    code: "no-such-thing",
    what: "member",
  });
});

/** The forms that name a date, of all that the panel offers and may be ordered as they stand. */
test.each(["commission", "beijing"] as const)(
  "what the panel offers %s names a date where it must",
  (seat) => {
    const seen = view(rules, position(), seat);
    const offered = options(rules, seen).filter((c) => "form" in c && ["threat", "warn"].includes(c.form));
    expect(offered.length).toBeGreaterThan(0);
    for (const command of offered) expect(check(rules, seen, command)).toBeNull();
  },
);

describe("issue-statement", () => {
  test.each(chinese)("$name", play);
});
