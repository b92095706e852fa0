// C6: promises to capitals for their votes.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, m, member, order, play, position, type Row, rules, s } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const sizes = rules.model.moves;
const opened = (state: State) => {
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
};
const pledge = (to: string, what: string) => (state: State) => ({
  kind: "give-pledge",
  to,
  pledge: what,
  vote: state.votes.at(-1)?.id ?? "none",
});
const plant = (state: State, id: string) => state.projects.find((p) => p.id === id)!;

const rows: Row[] = [
  {
    name: "money for a vote: only the two seats know",
    seat: "commission",
    given: opened,
    order: pledge("CZ", "money"),
    does(after, before) {
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(after.commission.money).toBe(before.commission.money - sizes.pledgeMoney);
      expect(member(after, "CZ").purse).toBe(member(before, "CZ").purse + sizes.pledgeMoney);
      const { id } = after.votes[0]!;
      const gained = view(rules, after, "CZ").own.leanings[id]! - view(rules, before, "CZ").own.leanings[id]!;
      expect(gained).toBeCloseTo(rules.model.politics.pledge);
      expect(view(rules, after, "CZ").own.news.at(-1)!.code).toBe("pledge-given");
      for (const seat of ["beijing", "SK", "observer"] as const) {
        const seen = view(rules, after, seat);
        expect([...seen.pub.news, ...seen.own.news].some((n) => n.code === "pledge-given")).toBe(false);
        expect(seen.own.clocks["promises-CZ"]).toBeUndefined();
      }
    },
  },
  {
    name: "the slowest plant of a state comes sooner",
    seat: "commission",
    given: opened,
    order: pledge("FR", "project"),
    does(after, before) {
      expect(plant(after, "france-anodes").weeksLeft).toBe(
        plant(before, "france-anodes").weeksLeft - sizes.pledgeWeeks,
      );
      expect(plant(after, "lacq").weeksLeft).toBe(plant(before, "lacq").weeksLeft);
      expect(after.commission.money).toBe(before.commission.money);
    },
  },
  {
    name: "a case for the goods a state is known for comes to its gate sooner",
    seat: "commission",
    given: (state) => {
      opened(state);
      Object.assign(file(state, "battery-subsidy"), { sector: s(rules.members[m("FR")]!.iconic[0]!) });
    },
    order: pledge("FR", "agenda"),
    does: (after, before) =>
      expect(file(after, "battery-subsidy").gate).toBe(
        file(before, "battery-subsidy").gate - sizes.pledgeWeeks,
      ),
  },
  {
    name: "an exemption takes its firms out of the duty to diversify",
    seat: "commission",
    given: opened,
    order: pledge("DE", "exemption"),
    does(after) {
      expect(after.commission.exempt).toBeGreaterThan(0.1);
      expect(after.commission.exempt).toBeLessThan(0.6);
    },
  },
  {
    name: "no exemption from what is neither law nor on the table",
    seat: "commission",
    given: (state) => {
      openVote(rules, state, file(state, "battery-subsidy"), "unless-against", silent);
    },
    order: pledge("DE", "exemption"),
    refused: { code: "not-open", what: "law" },
  },
  {
    name: "no plant to bring forward",
    seat: "commission",
    given: opened,
    order: pledge("MT", "project"),
    refused: { code: "no-such-thing", what: "project" },
  },
  {
    name: "plants with Chinese money are not Europe's to speed",
    seat: "commission",
    given: opened,
    order: pledge("HU", "project"),
    refused: { code: "no-such-thing", what: "project" },
  },
  {
    name: "no case for its goods",
    seat: "commission",
    given: opened,
    order: pledge("IE", "agenda"),
    refused: { code: "no-such-thing", what: "case" },
  },
  {
    name: "no vote to win",
    seat: "commission",
    order: pledge("CZ", "money"),
    refused: { code: "no-such-thing", what: "vote" },
  },
  {
    name: "twice in a game",
    seat: "commission",
    given: (state) => {
      opened(state);
      member(state, "CZ").promises = 2;
    },
    order: pledge("CZ", "money"),
    refused: { code: "limit-reached", need: 2 },
  },
  {
    name: "not out of an empty purse",
    seat: "commission",
    given: (state) => {
      opened(state);
      state.commission.money = 10;
    },
    order: pledge("CZ", "money"),
    refused: { code: "not-enough-money", have: 10, need: 40 },
  },
];

describe("give-pledge", () => {
  test.each(rows)("$name", play);

  test("a gate is never brought into the window in which it is decided", () => {
    const state = position();
    opened(state);
    const found = file(state, "battery-subsidy");
    const soonest = rules.model.law.decideWindow + sizes.pledgeWeeks;
    Object.assign(found, { sector: s(rules.members[m("FR")]!.iconic[0]!), gate: soonest - 1 });
    expect(order(state, "commission", pledge("FR", "agenda")(state))).toMatchObject({ what: "case" });
    found.gate = soonest;
    expect(order(state, "commission", pledge("FR", "agenda")(state))).toBeNull();
    expect(found.gate).toBe(rules.model.law.decideWindow);
  });

  test("promises add up, and are counted for each capital apart", () => {
    const state = position();
    opened(state);
    for (const to of ["CZ", "CZ", "PL"])
      expect(order(state, "commission", pledge(to, "money")(state))).toBeNull();
    expect(order(state, "commission", pledge("CZ", "money")(state))).toMatchObject({ code: "limit-reached" });
    expect(state.votes[0]!.pledged[m("CZ")]).toBeCloseTo(2 * rules.model.politics.pledge);
    expect(view(rules, state, "commission").own.clocks).toMatchObject({ "promises-CZ": 2, "promises-PL": 1 });
  });

  test("no promise to a state that the scenario leaves out", () => {
    const state = position(1, tiny.rules);
    expect(order(state, "commission", pledge("HU", "money")(state), tiny.rules)).toEqual({
      code: "no-such-thing",
      what: "member",
    });
  });
});
