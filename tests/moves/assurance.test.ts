// B6: the bare assurance.

import { describe, expect, test } from "vitest";
import { flowOf } from "../../shared/state.ts";
import { LICENCES, pledged, signed, standing } from "../helpers/agreement.ts";
import { input, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const assure = (weeks: number) => ({ kind: "give-assurance", weeks });

const rows: Row[] = [
  {
    name: "free, cooling, and verified by nobody",
    seat: "beijing",
    given: (state) => {
      state.heat = 30;
    },
    order: assure(26),
    does(after, before) {
      expect(after.contracts.at(-1)).toMatchObject({
        template: "bare-assurance",
        verified: 0,
        until: 26,
        state: "kept",
      });
      expect(after.beijing.points).toBe(before.beijing.points);
      expect(after.heat).toBeLessThan(before.heat);
      expect(after.beijing.next.assurance).toBe(rules.model.beijing.assuranceEvery);
      expect(told(after, before, "assurance-given")).toHaveLength(1);
      // The Commission has signed nothing, and nothing says that it has.
      expect(told(after, before, "agreement-signed")).toHaveLength(0);
      expect(after.contracts.at(-1)).toMatchObject({ giver: "beijing", parties: ["beijing", "commission"] });
    },
  },
  {
    name: "not for ever",
    seat: "beijing",
    order: assure(53),
    refused: { code: "out-of-range", have: 53, need: 52, what: "weeks" },
  },
  {
    name: "not for a moment",
    seat: "beijing",
    order: assure(3),
    refused: { code: "out-of-range", have: 3, need: 8 },
  },
  {
    name: "not on top of one that runs",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", assure(52));
      state.beijing.next.assurance = 0;
    },
    order: assure(26),
    refused: { code: "already-so", until: 52 },
  },
  {
    name: "whatever others call what they sign",
    seat: "beijing",
    given: (state) => {
      state.contracts.push(standing(0, { id: "a", parties: ["commission", "MT"] }));
    },
    order: assure(26),
    does: (after) => expect(after.contracts).toHaveLength(2),
  },
  {
    name: "on top of a promise to let more through, which it does not break",
    seat: "beijing",
    given: (state) => void signed(rules, state, [{ ...LICENCES, value: 1.3 }]),
    order: assure(26),
    does(after, before) {
      expect(flowOf(input(after, "magnets"))).toBeGreaterThanOrEqual(1.3);
      expect(flowOf(input(after, "magnets"))).toBe(flowOf(input(before, "magnets")));
      expect(input(after, "magnets").shiftEnds).toBe(52);
      expect(flowOf(input(after, "graphite"))).toBeGreaterThan(flowOf(input(before, "graphite")));
    },
  },
  {
    name: "after one that was broken, and beside agreements of another kind",
    seat: "beijing",
    given: (state) => {
      state.contracts.push(standing(0, { id: "a", state: "broken" }));
      state.contracts.push(standing(0.8, { id: "b" }));
      state.contracts.push(standing(0.8, { id: "c", template: "bare-assurance", terms: [pledged()] }));
    },
    order: assure(26),
    does: (after) => expect(after.contracts).toHaveLength(4),
  },
  {
    name: "the cooldown",
    seat: "beijing",
    given: (state) => {
      state.beijing.next.assurance = 26;
    },
    order: assure(26),
    refused: { code: "cooling-down", until: 26 },
  },
  {
    name: "not while squeezing",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
    },
    order: assure(26),
    refused: "during-squeeze",
  },
];

describe("give-assurance", () => {
  test.each(rows)("$name", play);

  test("what an agreement lets through outlasts it", () => {
    const state = position();
    const contract = signed(rules, state, [{ ...LICENCES, value: 1.3 }]);
    order(state, "beijing", assure(8));
    pass(state, 12);
    expect(contract).toMatchObject({ state: "kept", terms: [{ truth: 0 }] });
    expect(flowOf(input(state, "magnets"))).toBeGreaterThanOrEqual(1.3);
    pass(state, 41);
    expect(input(state, "magnets").shift).toBe(0);
  });

  test("it lulls firms faster than silence does", () => {
    const quiet = position();
    const told = position();
    order(told, "beijing", assure(52));
    pass(quiet, 30);
    pass(told, 30);
    expect(input(told, "magnets").risk).toBeLessThan(input(quiet, "magnets").risk);
  });
});
