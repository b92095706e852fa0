// B7: Beijing opens its tenders, or its books.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State, Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { gatesOf } from "../../shared/world/clock.ts";
import { benchmark } from "../../shared/world/signing.ts";
import { stepDown } from "../../shared/world/stepdown.ts";
import { signed as agreed, LICENCES } from "../helpers/agreement.ts";
import { m, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const { accessStep, caseProof, caseThin, openEvery, openFace, openHeat, publishReputation, publishStep } =
  rules.model.moves;

const TENDERS = { kind: "open-access" };
const BOOKS = { kind: "publish-subsidies" };
const paid: Term = {
  ...{ by: "commission", metric: "payment", about: "MT" },
  ...{ value: 10, weeks: 8, measure: "public" },
};
const signed = (state: State) => void benchmark(rules, state, 52, silent);

const access: Row[] = [
  {
    name: "opens a step, calms, and costs a point and face",
    seat: "beijing",
    order: TENDERS,
    given: (state) => {
      state.heat = 30;
    },
    does(after, before) {
      expect(after.trade.access).toBe(accessStep);
      expect(after.heat).toBe(30 - openHeat);
      expect(after.beijing.face).toBe(before.beijing.face - openFace);
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(told(after, before, "market-opened")).toMatchObject([{ amount: accessStep, to: [] }]);
    },
  },
  {
    name: "costs no face while an agreement binds both sides",
    seat: "beijing",
    order: TENDERS,
    given: signed,
    does: (after, before) => expect(after.beijing.face).toBe(before.beijing.face),
  },
  {
    name: "costs no face after a step down of both sides",
    seat: "beijing",
    order: TENDERS,
    given: (state) => void stepDown(rules, state, 0.5, silent),
    does: (after, before) => expect(after.beijing.face).toBe(before.beijing.face),
  },
  {
    name: "costs face beside a promise of its own alone, whatever the draft is called",
    seat: "beijing",
    order: TENDERS,
    given: (state) =>
      void agreed(rules, state, [LICENCES], ["commission", "beijing"], { template: "licence-benchmark" }),
    does: (after, before) => expect(after.beijing.face).toBe(before.beijing.face - openFace),
  },
  {
    name: "costs face beside what Brussels has agreed with a capital",
    seat: "beijing",
    order: TENDERS,
    given: (state) => void agreed(rules, state, [paid], ["commission", "MT"]),
    does: (after, before) => expect(after.beijing.face).toBe(before.beijing.face - openFace),
  },
  {
    name: "stops at the ceiling",
    seat: "beijing",
    order: TENDERS,
    given: (state) => {
      state.trade.access = rules.model.trade.accessMax;
    },
    refused: "already-so",
  },
  {
    name: "one step in so many weeks",
    seat: "beijing",
    order: TENDERS,
    given: (state) => void order(state, "beijing", TENDERS),
    refused: { code: "cooling-down", until: openEvery },
  },
  { name: "is Beijing's to give", seat: "commission", order: TENDERS, refused: "not-your-seat" },
];

describe("open-access", () => {
  test.each(access)("$name", play);

  test("European firms sell more within the year", () => {
    const shut = position();
    const open = position();
    order(open, "beijing", TENDERS);
    pass(shut, 40);
    pass(open, 40);
    const sold = (state: State) => view(rules, state, "DE").pub.sold[m("DE")]!;
    expect(sold(open)).toBeGreaterThan(sold(shut));
  });
});

const books: Row[] = [
  {
    name: "lays a fifth open, with a better name and less face",
    seat: "beijing",
    order: BOOKS,
    does(after, before) {
      expect(after.beijing.transparency).toBe(publishStep);
      expect(after.beijing.reputation).toBe(before.beijing.reputation + publishReputation);
      expect(after.beijing.face).toBe(before.beijing.face - openFace);
      expect(view(rules, after, "LT").pub.transparency).toBe(publishStep);
    },
  },
  {
    name: "waits for the tenders of the same week as little as they for it",
    seat: "beijing",
    order: BOOKS,
    given: (state) => void order(state, "beijing", TENDERS),
    does: (after) => expect(after.beijing.transparency).toBe(publishStep),
  },
  {
    name: "one step in so many weeks",
    seat: "beijing",
    order: BOOKS,
    given: (state) => void order(state, "beijing", BOOKS),
    refused: { code: "cooling-down", until: openEvery },
  },
  {
    name: "there is no more than all of it",
    seat: "beijing",
    order: BOOKS,
    given: (state) => {
      state.beijing.transparency = 1;
    },
    refused: "already-so",
  },
];

describe("publish-subsidies", () => {
  test.each(books)("$name", play);

  /** A case opened with so much injury and so much published. */
  function opened(form: string, transparency: number, injury: number) {
    const state = position();
    state.beijing.transparency = transparency;
    state.trade.injury.fill(injury);
    const { legitimacy } = state;
    order(state, "commission", { kind: "open-case", form, sector: "machinery", breadth: "product" });
    const file = state.files.at(-1)!;
    return { state, file, gained: state.legitimacy - legitimacy };
  }
  const thin = 0.6 * rules.model.moves.caseInjury;

  test("what is published need not be proven", () => {
    expect(opened("anti-subsidy", 0, thin).gained).toBe(caseThin);
    expect(opened("anti-subsidy", 0.6, thin).gained).toBe(caseProof);
    expect(opened("anti-dumping", 0.6, thin).gained).toBe(caseThin);
  });

  test("a case about it is done sooner, and its clock says so", () => {
    const { definitive } = gatesOf(rules, "anti-subsidy");
    const { state, file } = opened("anti-subsidy", 0.6, thin);
    const term = definitive - Math.round(0.6 * rules.model.law.publishedWeeks);
    expect(term).toBe(48);
    expect(file.nextGate).toBe(45);
    expect(gatesOf(rules, "anti-dumping", 1)).toEqual(gatesOf(rules, "anti-dumping"));
    expect(view(rules, state, "commission").pub.files.at(-1)!.nextGate).toBe(file.nextGate);
  });

  test("to end such a case is no retreat", () => {
    const cost = (transparency: number, form = "anti-subsidy") => {
      const { state, file } = opened(form, transparency, 0);
      const { resolve } = state;
      order(state, "commission", { kind: "drop-case", file: file.id });
      return resolve - state.resolve;
    };
    const { lapse } = rules.model.resolve;
    expect(cost(0)).toBeCloseTo(lapse);
    expect(cost(0.6)).toBeCloseTo(0.4 * lapse);
    expect(cost(0.6, "anti-dumping")).toBeCloseTo(lapse);
  });
});
