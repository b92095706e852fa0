// A refusal in words: what is missing, and from when it will be there.

import { expect, test } from "vitest";
import { reasonText } from "../../client/reason.ts";
import { type Command, check } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { step } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const want = (need: number, seat: Seat, points = 0.75, weeks = 104) => {
  const state = newState(rules, { seed: 1, weeks });
  state.tick = 10;
  state.commission.points = points;
  for (const member of state.members) member.points = points;
  const here = { rules, view: view(rules, state, seat) };
  return reasonText({ code: "not-enough-points", have: points, need }, here);
};

test("political capital that is missing is named once, with the week in which it has come in", () => {
  // A quarter of a point comes in each week.
  expect(want(1.5, "commission")).toBe(
    "Needs 1.5 political capital, you have 0.75. Enough in week 13, as it comes in now.",
  );
  expect(want(6, "commission")).toContain("Enough in week 31,");
  expect(want(4, "MT", 0)).toContain("Enough in week 44,");
});

test("what can never be held, or not before the end, is not promised for a week", () => {
  expect(want(9, "commission")).toContain("never hold more than 8");
  expect(want(6, "commission", 0.75, 20)).toContain("not be enough before the end");
  expect(reasonText({ code: "not-enough-points", have: 0, need: 1 })).not.toContain("week");
});

const refusal = (seat: Seat, command: object, given: (state: State) => unknown = () => {}) => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  given(state);
  return reasonText(check(rules, view(rules, state, seat), command as Command)!);
};
const stock = (input: string, million: number) => ({ kind: "order-stock", input, million });
const cap = rules.model.inputs.stockCapWeeks;
const threat = { kind: "make-statement", form: "threat", file: "chemicals-dumping", weeks: 8 };

test.each([
  ["commission", stock("magnets", 15), "At least €20m, and this would be €15m."],
  ["commission", stock("gallium-germanium", 20), "The reserve has room for €16m more of it."],
  ["commission", threat, "One threat at a time: yours is open until week 8."],
  ["commission", { ...threat, weeks: 3 }, "At least 4 weeks, and this would be 3 weeks."],
  ["beijing", { kind: "give-assurance", weeks: 53 }, "At most 52 weeks, and this would be 53 weeks."],
  ["beijing", { kind: "set-licence-mode", input: "chips", mode: "embargo" }, "One step at a time."],
  [
    "DE",
    { kind: "share-stock", input: "magnets", to: "FR" },
    "Your firms hold 1 week of it. Whoever shares needs at least 1.5 weeks.",
  ],
  [
    "beijing",
    { kind: "quiet-ban", member: "MT", sector: "vehicles" },
    /^It sells China €[0-9.]+m of this a year: under €[0-9.]+m it has nothing to lose\.$/,
  ],
] as const)("a bound says what it counts: %s %o", (seat, command, text) => {
  const given = (state: State) => {
    if (command === threat)
      step(rules, state, { kind: "order", seat, by: "test", command: threat as Command });
    if (seat === "DE") state.inputs[0]!.stock.fill(1);
  };
  const said = refusal(seat, command, given);
  if (typeof text === "string") expect(said).toBe(text);
  else expect(said).toMatch(text);
});

test("a full reserve has no room", () => {
  const full = (state: State) => (state.inputs[0]!.stockpile = cap);
  expect(refusal("commission", stock("magnets", 20), full)).toBe("The reserve of it is full.");
});

test("what is out of its bounds is told with what it is, its unit and the bound that it crosses", () => {
  const text = (what: string, have: number, need: number) =>
    reasonText({ code: "out-of-range", what, have, need });
  expect(text("breadth", 0.075, 0.1)).toMatch(/cover 7\.5\u00a0% of its sector.*at least 10\u00a0%\.$/);
  expect(text("step", 2, 1)).toBe("One step at a time.");
  expect(text("store", 0.5, 1.5)).toMatch(/hold 0\.5 weeks.*at least 1\.5 weeks\.$/);
  expect(text("sales", 0.02, 0.05)).toMatch(/€20m of this a year: under €50m/);
  expect(text("rate", 0.01, 0.02)).toMatch(/1\u00a0% is too small to halve: that needs 2\u00a0%\./);
  expect([text("weeks", 3, 4), text("weeks", 53, 52)]).toEqual([
    "At least 4 weeks, and this would be 3 weeks.",
    "At most 52 weeks, and this would be 53 weeks.",
  ]);
  expect(text("money", 19, 20)).toBe("At least €20m, and this would be €19m.");
});

test("what is at its limit, or so already, is told by name", () => {
  const limit = (what: string, need: number) => reasonText({ code: "limit-reached", what, need, until: 19 });
  expect(limit("permit", 2)).toMatch(/^2 permits .* again in week 19\.$/);
  expect(limit("threat", 1)).toBe("One threat at a time: yours is open until week 19.");
  expect(limit("warning", 1)).toMatch(/open warning already, until week 19/);
  expect(limit("stock", 40)).toContain("€40m more");
  expect(limit("aim", 5)).toContain("5 capitals");
  const already = (what: string) => reasonText({ code: "already-so", what });
  for (const what of ["signed", "report", "return", "coercion"]) expect(already(what)).not.toBe(already("x"));
});
