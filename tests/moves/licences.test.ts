// B1 and B2: the valve and its aim.

import { describe, expect, test } from "vitest";
import { indexOf } from "../../shared/scenario.ts";
import type { LicenceMode } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { input, m, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const turn = (mode: string, what = "magnets") => ({ kind: "set-licence-mode", input: what, mode });

const turning: Row[] = [
  {
    name: "opening a squeeze costs three points, heat and the name of a good supplier",
    seat: "beijing",
    order: turn("go-slow"),
    does(after, before) {
      expect(input(after, "magnets").mode).toBe("go-slow");
      expect(input(after, "magnets").squeezedSince).toBe(0);
      expect(input(after, "magnets").throughput).toBeLessThan(0.5);
      expect(after.beijing.points).toBe(before.beijing.points - 3);
      expect(after.heat).toBeGreaterThan(before.heat);
      expect(told(after, before, "licences-tightened")).toMatchObject([{ about: ["magnets", "go-slow"] }]);
    },
  },
  {
    name: "widening one that runs is a step like any other",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", turn("go-slow"));
      state.beijing.points = 10;
    },
    order: turn("go-slow", "graphite"),
    does: (after) => expect(after.beijing.points).toBe(9),
  },
  {
    name: "from general licences to case by case costs one",
    seat: "beijing",
    order: turn("case-by-case", "chips"),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 1),
  },
  {
    name: "loosening is free",
    seat: "beijing",
    order: turn("general"),
    does(after, before) {
      expect(input(after, "magnets").mode).toBe("general");
      expect(after.beijing.points).toBe(before.beijing.points);
      expect(told(after, before, "licences-loosened")).toHaveLength(1);
    },
  },
  {
    name: "a step at a time",
    seat: "beijing",
    order: turn("embargo"),
    refused: { code: "out-of-range", have: 2, need: 1, what: "step" },
  },
  { name: "it is so already", seat: "beijing", order: turn("case-by-case"), refused: "already-so" },
  {
    name: "what nobody licences",
    seat: "beijing",
    order: turn("general", "intermediates"),
    refused: "no-such-thing",
  },
  {
    name: "what does not exist",
    seat: "beijing",
    order: turn("general", "helium"),
    refused: "no-such-thing",
  },
  {
    name: "no new squeeze so soon after the last",
    seat: "beijing",
    given: (state) => {
      state.beijing.next.squeeze = 19;
    },
    order: turn("go-slow"),
    refused: { code: "cooling-down", until: 19 },
  },
  {
    name: "a pause does not stop an ordinary step",
    seat: "beijing",
    given: (state) => {
      state.beijing.next.squeeze = 19;
    },
    order: turn("case-by-case", "chips"),
    does: (after) => expect(input(after, "chips").mode).toBe("case-by-case"),
  },
  ...(["go-slow", "embargo"] as const).map(
    (mode): Row => ({
      name: `in a pause of both sides no step tighter: ${mode}`,
      seat: "beijing",
      given: (state) => {
        if (mode === "embargo") order(state, "beijing", turn("go-slow"));
        Object.assign(state.beijing.next, { valve: 6, squeeze: 4 });
      },
      order: turn(mode),
      refused: { code: "cooling-down", until: 6 },
    }),
  ),
  {
    name: "but one looser",
    seat: "beijing",
    given: (state) => {
      state.beijing.next.valve = 6;
    },
    order: turn("general"),
    does: (after) => expect(input(after, "magnets").mode).toBe("general"),
  },
  {
    name: "three points are needed",
    seat: "beijing",
    given: (state) => {
      state.beijing.points = 2.9;
    },
    order: turn("go-slow"),
    refused: { code: "not-enough-points", have: 2.75, need: 3 },
  },
];

describe("set-licence-mode", () => {
  test.each(turning)("$name", play);

  test("a flicker costs a point and good name, a squeeze of eight weeks does not", () => {
    const play = (weeks: number) => {
      const state = position();
      state.tick = 5;
      order(state, "beijing", turn("go-slow"));
      pass(state, weeks);
      state.beijing.points = 10;
      const before = state.beijing.reputation;
      expect(order(state, "beijing", turn("case-by-case"))).toBeNull();
      return { points: state.beijing.points, lost: before - state.beijing.reputation };
    };
    const { flickerCost, flickerReputation, flickerWeeks } = rules.model.beijing;
    expect(play(flickerWeeks - 1).points).toBe(10 - flickerCost);
    expect(play(2).points).toBe(10 - flickerCost);
    expect(play(2).lost).toBeCloseTo(Math.abs(flickerReputation));
    expect(play(flickerWeeks).points).toBe(10);
    expect(play(flickerWeeks).lost).toBeCloseTo(0);
  });

  test("any tightening taken back in a few weeks is such a whim, a loosening is not", () => {
    const { flickerCost, flickerReputation } = rules.model.beijing;
    const state = position();
    order(state, "beijing", turn("general"));
    order(state, "beijing", turn("free"));
    expect([state.beijing.points, state.beijing.reputation]).toEqual([
      10,
      rules.model.beijing.reputationStart,
    ]);
    order(state, "beijing", turn("general"));
    const { points, reputation } = state.beijing;
    order(state, "beijing", turn("free"));
    expect(state.beijing.points).toBe(points - flickerCost);
    expect(state.beijing.reputation).toBe(reputation - flickerReputation);
  });

  test("a squeeze can be taken back with an empty purse", () => {
    const state = position();
    order(state, "beijing", turn("go-slow"));
    state.beijing.points = 0.3;
    expect(order(state, "beijing", turn("case-by-case"))).toBeNull();
    expect(state.beijing.points).toBeCloseTo(0.05);
  });

  test("after a squeeze there is a pause before the next", () => {
    const state = position();
    order(state, "beijing", turn("go-slow"));
    pass(state, 10);
    order(state, "beijing", turn("case-by-case"));
    state.beijing.points = 10;
    expect(order(state, "beijing", turn("go-slow", "graphite"))).toEqual({
      code: "cooling-down",
      until: state.tick + rules.model.beijing.squeezePause,
    });
  });

  test("a squeeze empties stores in weeks, not at once", () => {
    const state = position();
    order(state, "beijing", turn("go-slow"));
    const start = input(state, "magnets").stock[m("DE")]!;
    pass(state, 3);
    expect(input(state, "magnets").stock[m("DE")]).toBeGreaterThan(0.7 * start);
    pass(state, 12);
    expect(input(state, "magnets").stock[m("DE")]).toBeLessThan(0.5 * start);
  });
});

const aim = (members: string[], favour: boolean) => ({ kind: "aim-licences", members, favour });

const aiming: Row[] = [
  {
    name: "a favoured state is served sooner, for a quarter",
    seat: "beijing",
    order: aim(["HU"], true),
    does(after, before) {
      expect(input(after, "magnets").tilt[m("HU")]).toBeGreaterThan(1);
      expect(input(after, "magnets").tiltEnds[m("HU")]).toBe(rules.model.beijing.aimWeeks);
      expect(input(after, "magnets").tilt[m("LT")]).toBe(1);
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(view(rules, after, "HU").own.throughput[0]).toBeGreaterThan(
        view(rules, before, "HU").own.throughput[0]!,
      );
    },
  },
  {
    name: "a punished state waits",
    seat: "beijing",
    order: aim(["LT", "CZ"], false),
    does(after) {
      expect(input(after, "magnets").tilt[m("LT")]).toBeLessThan(1);
      expect(input(after, "chips").tilt[m("CZ")]).toBeLessThan(1);
    },
  },
  {
    name: "not at half of Europe",
    seat: "beijing",
    order: aim(["LT", "CZ", "PL", "EE", "LV", "SE"], false),
    refused: { code: "limit-reached", have: 6, need: 5 },
  },
];

test("a place at the head of the queue is worth something only while some licences are granted, but too few", () => {
  /** Weeks of stock that HU gains by it in a quarter. */
  const gained = (mode: LicenceMode): number => {
    const [served, usual] = [true, false].map((favoured) => {
      const state = position();
      for (const { id } of rules.inputs) setMode(rules, state, indexOf(rules.inputs, id), mode);
      if (favoured) expect(order(state, "beijing", aim(["HU"], true))).toBeNull();
      pass(state, 12);
      return input(state, "magnets").stock[m("HU")]!;
    });
    return served! - usual!;
  };
  expect(gained("case-by-case")).toBe(0);
  expect(gained("go-slow")).toBeGreaterThan(0.3);
  expect(gained("embargo")).toBe(0);
});

test("no aim at a state that the scenario leaves out", () => {
  const state = position(1, tiny.rules);
  expect(order(state, "beijing", aim(["HU"], true), tiny.rules)).toEqual({
    code: "no-such-thing",
    what: "member",
  });
});

describe("aim-licences", () => {
  test.each(aiming)("$name", play);
});
