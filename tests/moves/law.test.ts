// C10: the law of several suppliers.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { closeFile } from "../../shared/world/duties.ts";
import { file, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const { law } = rules.model;
const propose = (form: string) => ({ kind: "propose-law", form });
const lost = (state: State) => {
  Object.assign(file(state, "diversification-law"), {
    stage: "asked",
    gate: 60,
    shutUntil: 13,
    strict: false,
  });
};

const rows: Row[] = [
  {
    name: "in its strict form, for three points, to be voted on months later",
    seat: "commission",
    order: propose("strict"),
    does(after, before) {
      expect(file(after, "diversification-law")).toMatchObject({
        stage: "proposal",
        strict: true,
        gate: law.lawCouncil,
      });
      expect(after.commission.points).toBe(before.commission.points - 3);
      expect(told(after, before, "proposal-made")).toHaveLength(1);
    },
  },
  {
    name: "in its soft form",
    seat: "commission",
    order: propose("soft"),
    does: (after) => expect(file(after, "diversification-law").strict).toBe(false),
  },
  {
    name: "one at a time",
    seat: "commission",
    given: (state) => {
      order(state, "commission", propose("soft"));
    },
    order: propose("strict"),
    refused: { code: "already-so", what: "proposal" },
  },
  {
    name: "shut after a lost vote",
    seat: "commission",
    given: lost,
    order: propose("soft"),
    refused: { code: "shut-after-vote", until: 13 },
  },
  {
    name: "and then only in the softer form",
    seat: "commission",
    given: (state) => {
      lost(state);
      state.tick = 13;
    },
    order: propose("strict"),
    refused: "only-softer",
  },
  {
    name: "which comes to the vote soon",
    seat: "commission",
    given: (state) => {
      lost(state);
      state.tick = 13;
    },
    order: propose("soft"),
    does: (after) =>
      expect(file(after, "diversification-law")).toMatchObject({
        stage: "proposal",
        strict: false,
        gate: 13 + law.lawAgain,
      }),
  },
  {
    name: "one that was never proposed may be proposed anew, in either form",
    seat: "commission",
    given: (state) => closeFile(rules, state, file(state, "diversification-law"), silent),
    order: propose("strict"),
    does: (after) =>
      expect(after.files.at(-1)).toMatchObject({
        kind: "law",
        name: "diversification-law",
        stage: "proposal",
        strict: true,
      }),
  },
  {
    name: "not with less than three points",
    seat: "commission",
    given: (state) => {
      state.commission.points = 2.5;
    },
    order: propose("soft"),
    refused: "not-enough-points",
  },
  { name: "not a capital's", seat: "FR", order: propose("soft"), refused: "not-your-seat" },
];

describe("propose-law", () => {
  test.each(rows)("$name", play);

  test("one that was opened anew binds firms like the first", () => {
    const state = position();
    closeFile(rules, state, file(state, "diversification-law"), silent);
    order(state, "commission", propose("strict"));
    const { id } = state.files.at(-1)!;
    state.files.at(-1)!.gate = 0;
    order(state, "commission", { kind: "call-vote", file: id });
    state.votes.at(-1)!.cast = rules.members.map(() => "for");
    while (file(state, id).stage === "council") pass(state, 1);
    expect(state.commission.obligation).toBe("none");
    pass(state, law.lawForce + 1);
    expect(state.commission.obligation).toBe("strict");
  });
});
