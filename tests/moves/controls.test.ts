// B9: the frozen package of controls, kept frozen, for friends first, or returned.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { clone, type State } from "../../shared/state.ts";
import { applyEffects } from "../../shared/world/events.ts";
import { assure } from "../../shared/world/signing.ts";
import { input, m, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const { packageReturns } = rules.calendar;
const { packageLead, packageLag, packageMost, packageHeat, packageThroughput } = rules.model.beijing;
const { packageCalm, packageTrust, packageFace, packageHarm, packageFriend, packageOther } =
  rules.model.moves;

const prolong = (weeks = 52) => ({ kind: "move-package", how: "prolong", weeks });
const friends = (weeks = 26) => ({ kind: "move-package", how: "friends", weeks });
const RETURN = { kind: "move-package", how: "return" };
const at =
  (tick: number, heat = 30) =>
  (state: State): void => {
    state.tick = tick;
    state.heat = heat;
  };

const rows: Row[] = [
  {
    name: "another year calms and costs a little face",
    seat: "beijing",
    order: prolong(),
    given: at(packageReturns - packageLead),
    does(after, before) {
      expect(after.beijing.packageUntil).toBe(packageReturns + 52);
      expect(after.heat).toBe(before.heat - packageCalm);
      expect(after.beijing.reputation).toBe(before.beijing.reputation + packageTrust);
      expect(after.beijing.face).toBe(before.beijing.face - packageFace);
      expect(told(after, before, "package-prolonged")).toHaveLength(1);
    },
  },
  {
    name: "half a year, half of it",
    seat: "beijing",
    order: prolong(26),
    given: at(packageReturns),
    does: (after, before) => expect(after.heat).toBe(before.heat - packageCalm / 2),
  },
  {
    name: "in the weeks around its end it is cheap",
    seat: "beijing",
    order: prolong(26),
    given: at(packageReturns + packageLag),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 2),
  },
  {
    name: "and dear before",
    seat: "beijing",
    order: RETURN,
    given: at(packageReturns - packageLead - 1),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 3),
  },
  {
    name: "and dear after",
    seat: "beijing",
    order: prolong(26),
    given: at(packageReturns + packageLag + 1),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 3),
  },
  {
    name: "frozen again after it has come back, the valve is as it was",
    seat: "beijing",
    order: prolong(26),
    given(state) {
      pass(state, packageReturns + 2);
      state.heat = 30;
      expect(input(state, "magnets").throughput).toBeCloseTo(
        rules.model.modes["case-by-case"].throughput - packageThroughput,
      );
    },
    does(after) {
      expect(input(after, "magnets").throughput).toBe(rules.model.modes["case-by-case"].throughput);
      expect(after.beijing.packageUntil).toBe(packageReturns + 2 + 26);
      expect(after.heat).toBe(30 - packageCalm / 2 - packageHeat / 2);
    },
  },
  {
    name: "no further ahead than so many weeks",
    seat: "beijing",
    order: prolong(),
    given: at(packageReturns + 52 - packageMost - 1),
    refused: { code: "out-of-range", need: packageMost },
  },
  {
    name: "friends first: hawks wait",
    seat: "beijing",
    order: friends(),
    given: at(packageReturns),
    does(after) {
      const { tilt, tiltEnds } = input(after, "magnets");
      expect([tilt[m("LT")], tilt[m("HU")], tilt[m("BE")]]).toEqual([packageOther, packageFriend, 1]);
      expect(tiltEnds[m("LT")]).toBe(packageReturns + 26);
      expect(after.beijing.packageUntil).toBe(packageReturns + 26);
    },
  },
  {
    name: "not returned in a pause of both sides",
    seat: "beijing",
    order: RETURN,
    given(state) {
      state.tick = 5;
      state.beijing.next.valve = 9;
    },
    refused: { code: "cooling-down", until: 9 },
  },
  {
    name: "returned, at the price of its name",
    seat: "beijing",
    order: RETURN,
    given: at(5),
    does(after, before) {
      expect(after.beijing.reputation).toBe(before.beijing.reputation - packageHarm);
      expect(after.beijing.face).toBe(before.beijing.face + packageFace);
    },
  },
  {
    name: "returned, it breaks a promise of smooth licences",
    seat: "beijing",
    order: RETURN,
    given(state) {
      assure(rules, state, 26, silent);
      state.tick = 5;
    },
    does: (after) => expect(after.contracts[0]!.state).toBe("broken"),
  },
  { name: "not twice", seat: "beijing", order: RETURN, given: at(packageReturns), refused: "already-so" },
  { name: "not Europe's to move", seat: "commission", order: RETURN, refused: "not-your-seat" },
];

describe("move-package", () => {
  test.each(rows)("$name", play);

  test("what is returned applies from the next week, and lets less through", () => {
    const state = position();
    const before = input(state, "magnets").throughput;
    pass(state, 1);
    order(state, "beijing", RETURN);
    expect(input(state, "magnets").throughput).toBe(before);
    pass(state, 1);
    expect(input(state, "magnets").throughput).toBeLessThan(before);
    expect(state.news.some((n) => n.code === "package-returned")).toBe(true);
  });

  test("an order settles what the card of the date asks: left unanswered it does nothing more", () => {
    const played = (raw?: object) => {
      const state = position();
      pass(state, 17);
      state.beijing.points = 10;
      expect(state.choices.some((c) => c.card === "E07" && c.chosen === "")).toBe(true);
      if (raw) expect(order(state, "beijing", raw)).toBeNull();
      const { reputation } = state.beijing;
      pass(state, 4);
      return { answered: state.outcomes["E07/beijing"], lost: reputation - state.beijing.reputation };
    };
    expect(played().answered).toBe("return");
    expect(played().lost).toBeGreaterThan(2);
    for (const raw of [prolong(), friends(), RETURN]) {
      expect(played(raw).answered).toBeUndefined();
      expect(played(raw).lost).toBeLessThanOrEqual(0);
    }
  });

  test("the card of the date and the order come to the same", () => {
    const card = rules.cards.find((c) => c.id === "E07")!;
    for (const [id, raw] of [
      ["prolong", prolong()],
      ["named", friends()],
    ] as const) {
      const ordered = position();
      at(17)(ordered);
      const carded = clone(ordered);
      order(ordered, "beijing", raw);
      const { effects } = card.options.find((o) => o.id === id)!;
      applyEffects(rules, carded, effects, { by: "beijing", about: [] }, silent);
      const of = ({ heat, beijing, inputs }: State) => ({
        heat,
        until: beijing.packageUntil,
        name: beijing.reputation,
        face: beijing.face,
        tilt: inputs[0]!.tilt,
        ends: inputs[0]!.tiltEnds,
      });
      expect(of(ordered)).toEqual(of(carded));
    }
  });
});
