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
  ["commission", threat, "Brussels has threatened already, with a date: week 8."],
  ["commission", { ...threat, weeks: 3 }, "At least 4 weeks, and this would be 3 weeks."],
  ["beijing", { kind: "give-assurance", weeks: 53 }, "At most 52 weeks, and this would be 53 weeks."],
  [
    "beijing",
    { kind: "set-licence-mode", input: "chips", mode: "embargo" },
    "At most one step, and this would be 3 steps.",
  ],
  [
    "DE",
    { kind: "share-stock", input: "magnets", to: "FR" },
    "At least 1.5 weeks of use, and this would be 1 week of use.",
  ],
  [
    "beijing",
    { kind: "quiet-ban", member: "MT", sector: "vehicles" },
    /^At least €[0-9.]+m of sales a year, and this would be €[0-9.]+m of sales a year\.$/,
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
