// B4 and B5: probes and goods held at customs.

import { describe, expect, test } from "vitest";
import { view } from "../../shared/view.ts";
import { m, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const probe = (sector: string) => ({ kind: "open-probe", sector });

const probes: Row[] = [
  {
    name: "one point, heat, and a file for all to read",
    seat: "beijing",
    order: probe("machinery"),
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        kind: "probe",
        side: "beijing",
        sector: s("machinery"),
        duty: 0,
      });
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(after.heat).toBeGreaterThan(before.heat);
      expect(told(after, before, "probe-opened")).toHaveLength(1);
    },
  },
  {
    name: "a second one beside a duty in force",
    seat: "beijing",
    order: probe("agrifood"),
    does: (after) => expect(after.files.at(-1)!.sector).toBe(s("agrifood")),
  },
  {
    name: "not two under way in a sector",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", probe("machinery"));
    },
    order: probe("machinery"),
    refused: "already-so",
  },
  { name: "no such sector", seat: "beijing", order: probe("spices"), refused: "no-such-thing" },
  { name: "not Europe's law", seat: "commission", order: probe("machinery"), refused: "not-your-seat" },
];

describe("open-probe", () => {
  test.each(probes)("$name", play);

  test("a high provisional duty, lower in the end", () => {
    const state = position();
    order(state, "beijing", probe("machinery"));
    const { id } = state.files.at(-1)!;
    const duty = () => state.files.find((f) => f.id === id)!.duty;
    pass(state, rules.model.beijing.probeProvisional + 1);
    const provisional = duty();
    expect(provisional).toBeCloseTo(rules.model.beijing.probeRate);
    pass(state, rules.model.beijing.probeDefinitive - rules.model.beijing.probeProvisional + 2);
    expect(duty()).toBeGreaterThan(0);
    expect(duty()).toBeLessThan(provisional);
  });
});

const hold = (code: string, sector: string) => ({ kind: "quiet-ban", member: code, sector });

const bans: Row[] = [
  {
    name: "goods wait at customs",
    seat: "beijing",
    order: hold("ES", "agrifood"),
    does(after, before) {
      expect(after.trade.banGoal[s("agrifood") * rules.M + m("ES")]).toBeGreaterThan(0);
      expect(after.beijing.points).toBe(before.beijing.points - 1);
    },
  },
  { name: "nothing to hold", seat: "beijing", order: hold("MT", "vehicles"), refused: "out-of-range" },
  { name: "no such sector", seat: "beijing", order: hold("ES", "spices"), refused: "no-such-thing" },
];

test("no ban on a state that the scenario leaves out", () => {
  const state = position(1, tiny.rules);
  const sector = tiny.rules.sectors[0]!.id;
  expect(order(state, "beijing", hold("HU", sector), tiny.rules)).toEqual({
    code: "no-such-thing",
    what: "member",
  });
});

describe("quiet-ban", () => {
  test.each(bans)("$name", play);

  test("sales fall within weeks and come back when it ends", () => {
    const free = position();
    const held = position();
    order(held, "beijing", hold("ES", "agrifood"));
    pass(free, 3);
    pass(held, 3);
    const sold = (state: typeof free) => view(rules, state, "ES").pub.sold[m("ES")]!;
    expect(sold(held)).toBeLessThan(sold(free));
    const low = view(rules, held, "ES").pub.held[m("ES")]!;
    expect(low).toBeGreaterThan(0.2);
    pass(held, rules.model.beijing.banWeeks + 12);
    expect(view(rules, held, "ES").pub.held[m("ES")]).toBeLessThan(low / 2);
  });

  test("a second ban on one state weighs half", () => {
    const state = position();
    const goal = (sector: string) => state.trade.banGoal[s(sector) * rules.M + m("DE")]!;
    order(state, "beijing", hold("DE", "vehicles"));
    order(state, "beijing", hold("DE", "machinery"));
    expect(goal("machinery")).toBeCloseTo(goal("vehicles") / 2);
  });
});
