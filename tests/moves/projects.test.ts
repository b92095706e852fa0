// C4 and M6: backing and permitting plants.

import { describe, expect, test } from "vitest";
import { asks } from "../../shared/asks.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const back = (project: string, how: string) => ({ kind: "back-project", project, how });
const project = (state: State, id: string) => state.projects.find((p) => p.id === id)!;

const backings: Row[] = [
  {
    name: "offtake takes Narva out of danger for a share of its cost",
    seat: "commission",
    order: back("narva", "offtake"),
    does(after, before) {
      expect(project(after, "narva")).toMatchObject({ backed: "offtake", needsBackingBy: -1 });
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(after.commission.money).toBe(before.commission.money - rules.model.moves.backLeast);
      expect(after.commission.backNext).toBe(rules.model.moves.backEvery);
      expect(member(after, "EE").support).toBeGreaterThan(member(before, "EE").support);
      expect(told(after, before, "project-backed")).toMatchObject([{ about: ["narva", "offtake"] }]);
    },
  },
  {
    name: "a plant that waits for money starts building",
    seat: "commission",
    order: back("narva-two", "offtake"),
    does: (after) => expect(project(after, "narva-two").needsBackingBy).toBe(-1),
  },
  {
    name: "a fast track halves what is left of a permit",
    seat: "commission",
    order: back("kiruna", "fast-track"),
    does(after, before) {
      expect(project(after, "kiruna").fastTracked).toBe(true);
      expect(project(after, "kiruna").weeksLeft).toBe(
        Math.ceil(project(before, "kiruna").weeksLeft * rules.model.inputs.fastTrack),
      );
    },
  },
  {
    name: "a dear plant costs the most there is",
    seat: "commission",
    given: (state) => {
      state.commission.money = 1200;
    },
    order: back("kiruna", "offtake"),
    does: (after) => expect(after.commission.money).toBe(1200 - 120),
  },
  { name: "no such plant", seat: "commission", order: back("atlantis", "floor"), refused: "no-such-thing" },
  {
    name: "not a plant with Chinese money",
    seat: "commission",
    order: back("debrecen", "floor"),
    refused: "not-open",
  },
  {
    name: "not one that is dead",
    seat: "commission",
    given: (state) => {
      project(state, "narva").stage = "dead";
    },
    order: back("narva", "offtake"),
    refused: "too-late",
  },
  {
    name: "no fast track without a permit to wait for",
    seat: "commission",
    order: back("narva", "fast-track"),
    refused: "already-legal",
  },
  {
    name: "no fast track twice",
    seat: "commission",
    given: (state) => {
      project(state, "kiruna").fastTracked = true;
    },
    order: back("kiruna", "fast-track"),
    refused: { code: "already-so", what: "fast-track" },
  },
  {
    name: "a fast track and offtake together",
    seat: "commission",
    given: (state) => {
      project(state, "kiruna").fastTracked = true;
    },
    order: back("kiruna", "offtake"),
    does: (after) => expect(project(after, "kiruna").backed).toBe("offtake"),
  },
  {
    name: "a floor on top of a promised buyer, for what already runs",
    seat: "commission",
    given: (state) => {
      project(state, "narva").backed = "offtake";
    },
    order: back("narva", "floor"),
    does: (after) => expect(project(after, "narva").backed).toBe("floor"),
  },
  {
    name: "but not for what is still to come",
    seat: "commission",
    given: (state) => {
      Object.assign(project(state, "narva"), { backed: "offtake", stage: "building" });
    },
    order: back("narva", "floor"),
    refused: { code: "already-so", what: "offtake" },
  },
  {
    name: "one backing each",
    seat: "commission",
    given: (state) => {
      project(state, "narva").backed = "floor";
    },
    order: back("narva", "offtake"),
    refused: { code: "already-so", what: "floor" },
  },
  {
    name: "one backing in four weeks",
    seat: "commission",
    given: (state) => {
      state.commission.backNext = 3;
    },
    order: back("narva", "offtake"),
    refused: { code: "cooling-down", until: 3 },
  },
  {
    name: "an envelope that is nearly empty",
    seat: "commission",
    given: (state) => {
      state.commission.money = 39;
    },
    order: back("narva", "offtake"),
    refused: { code: "not-enough-money", have: 39, need: 40 },
  },
];

describe("back-project", () => {
  test.each(backings)("$name", play);

  test("the second phase of Narva dies without backing and is built with it", () => {
    const alone = position();
    pass(alone, 30);
    expect(project(alone, "narva-two").stage).toBe("dead");
    const backed = position();
    order(backed, "commission", back("narva-two", "offtake"));
    pass(backed, 30);
    expect(project(backed, "narva-two").stage).toBe("building");
  });
});

/** Neighbours who have just been asked twice are not asked again, for whichever of the two. */
const askedTwice = (seat: "MT" | "PL", order: { kind: string }): Row => ({
  name: "neighbours are asked at most two at a time",
  seat,
  given: (state) => {
    Object.assign(member(state, seat), { permits: 2, permitUntil: 9 });
  },
  order,
  refused: { code: "limit-reached", need: 2, until: 9 },
});

const site = (id: string) => ({ kind: "host-plant", project: id });

const sites: Row[] = [
  {
    name: "a site starts the permit, costs a part of the plant, and neighbours mind",
    seat: "MT",
    order: site("mt-recycling"),
    does(after, before) {
      expect(project(after, "mt-recycling")).toMatchObject({ stage: "permit", weeksLeft: 20 });
      expect(member(after, "MT")).toMatchObject({
        permits: 1,
        permitUntil: rules.model.politics.permitWeeks,
      });
      expect(member(after, "MT").points).toBe(member(before, "MT").points - 1);
      expect(member(after, "MT").purse).toBeCloseTo(member(before, "MT").purse - 4, 9);
      expect(told(after, before, "plant-hosted")).toMatchObject([{ about: ["MT", "mt-recycling"] }]);
    },
  },
  { name: "not in another country", seat: "CY", order: site("mt-recycling"), refused: "not-host" },
  { name: "not twice", seat: "PL", order: site("poland-magnets"), refused: "already-so" },
  { name: "no such plant", seat: "MT", order: site("atlantis"), refused: "no-such-thing" },
  askedTwice("MT", site("mt-recycling")),
  {
    name: "no permit is hurried before there is a site",
    seat: "MT",
    order: { kind: "permit-project", project: "mt-recycling" },
    refused: { code: "not-open", what: "site" },
  },
  {
    name: "nor is a plant backed",
    seat: "commission",
    order: back("mt-recycling", "offtake"),
    refused: { code: "not-open", what: "site" },
  },
];

describe("host-plant", () => {
  test.each(sites)("$name", play);

  test("a plant without a site waits for ever; with one it runs in little more than a year", () => {
    const weeks = 20 + 26 + 16;
    const alone = position();
    pass(alone, weeks);
    expect(project(alone, "mt-recycling")).toMatchObject({ stage: "site", weeksLeft: 20 });
    const hosted = position();
    // Nothing is given up by bad luck here.
    const lucky = { ...rules, model: { ...rules.model, inputs: { ...rules.model.inputs, failure: 0 } } };
    expect(order(hosted, "MT", site("mt-recycling"))).toBeNull();
    pass(hosted, weeks, lucky);
    expect(project(hosted, "mt-recycling").stage).toBe("operating");
  });
});

const permit = (id: string) => ({ kind: "permit-project", project: id });

const permits: Row[] = [
  {
    name: "the host saves eight weeks and loses favour at home",
    seat: "PL",
    order: permit("poland-magnets"),
    does(after, before) {
      expect(project(after, "poland-magnets").weeksLeft).toBe(
        project(before, "poland-magnets").weeksLeft - 8,
      );
      expect(member(after, "PL")).toMatchObject({
        permits: 1,
        permitUntil: rules.model.politics.permitWeeks,
      });
      expect(member(after, "PL").points).toBe(4);
      expect(told(after, before, "permit-speeded")).toHaveLength(1);
    },
  },
  {
    name: "not in another country",
    seat: "DE",
    order: permit("poland-magnets"),
    refused: { code: "not-host", what: "PL" },
  },
  { name: "not once it builds", seat: "FR", order: permit("lacq"), refused: "already-legal" },
  { name: "no such plant", seat: "FR", order: permit("atlantis"), refused: "no-such-thing" },
  askedTwice("PL", permit("poland-magnets")),
  {
    name: "two of last quarter do not count",
    seat: "PL",
    given: (state) => {
      state.tick = 9;
      Object.assign(member(state, "PL"), { permits: 2, permitUntil: 9 });
    },
    order: permit("poland-magnets"),
    does: (after) => expect(member(after, "PL").permits).toBe(1),
  },
];

describe("permit-project", () => {
  test.each(permits)("$name", play);

  test("two at a time, then a pause", () => {
    const state = position();
    expect(order(state, "SE", permit("kiruna"))).toBeNull();
    expect(order(state, "SE", permit("kiruna"))).toBeNull();
    expect(order(state, "SE", permit("kiruna"))).toMatchObject({ code: "limit-reached" });
    expect(project(state, "kiruna").weeksLeft).toBe(62 - 16);
  });

  test("neighbours mind: the line at home sinks for a quarter", () => {
    const quiet = position();
    const speeded = position();
    order(speeded, "PL", permit("poland-magnets"));
    pass(quiet, 6);
    pass(speeded, 6);
    expect(member(speeded, "PL").support).toBeLessThan(member(quiet, "PL").support);
  });
});

describe("a plant at home is a question once a quarter", () => {
  const asked = (state: State, seat: "MT" | "PL" | "DE" | "commission") =>
    asks(rules, view(rules, state, seat)).filter(({ kind }) => kind === "site");

  test("to its host, in the first weeks of the quarter, with another name the next time", () => {
    const state = position();
    const [first] = asked(state, "MT");
    expect(first).toMatchObject({ ref: "mt-recycling", until: 3 });
    state.tick = 4;
    expect(asked(state, "MT")).toEqual([]);
    state.tick = 13;
    const [second] = asked(state, "MT");
    expect(second).toMatchObject({ ref: "mt-recycling", until: 16 });
    expect(second!.id).not.toBe(first!.id);
  });

  test("a permit as well as a site; nothing once it builds; nobody else", () => {
    const state = position();
    expect(asked(state, "PL").map(({ ref }) => ref)).toEqual(["poland-magnets", "pl-recycling"]);
    project(state, "poland-magnets").stage = "building";
    expect(asked(state, "PL").map(({ ref }) => ref)).toEqual(["pl-recycling"]);
    expect(asked(state, "DE")).toEqual([]);
    expect(asked(state, "commission")).toEqual([]);
  });
});
