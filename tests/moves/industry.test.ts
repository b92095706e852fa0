// B10 and B12: goods below cost, and the course of China's economy.

import { describe, expect, test } from "vitest";
import { newTrace, silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { applyEffects } from "../../shared/world/events.ts";
import { week } from "../../shared/world/week.ts";
import { input, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const p = rules.model.beijing;
const FLOOD = { kind: "flood-market" };

/** Plants elsewhere make a fifth of what is needed, and nobody sees risk. */
function grown(state: State): void {
  for (const each of state.inputs) {
    each.running += 0.2;
    each.risk = 0.1;
  }
}

const floods: Row[] = [
  {
    name: "begins, hot and for all to see",
    seat: "beijing",
    order: FLOOD,
    given: grown,
    does(after, before) {
      expect(after.beijing.floodUntil).toBe(p.floodWeeks);
      expect(after.beijing.points).toBe(before.beijing.points - 2);
      expect(after.heat).toBe(before.heat + rules.model.heat.flood);
      expect(after.legitimacy).toBe(before.legitimacy + p.floodLegitimacy);
      expect(told(after, before, "flooding-begun")).toMatchObject([{ to: [], amount: p.floodWeeks }]);
      expect(view(rules, after, "SE").pub.law.floodUntil).toBe(p.floodWeeks);
    },
  },
  {
    name: "nothing to flood out yet",
    seat: "beijing",
    order: FLOOD,
    refused: { code: "no-target", what: "plants" },
  },
  {
    name: "not while goods are held back",
    seat: "beijing",
    order: FLOOD,
    given(state) {
      grown(state);
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
    },
    refused: "during-squeeze",
  },
  {
    name: "the next one waits",
    seat: "beijing",
    order: FLOOD,
    given(state) {
      grown(state);
      order(state, "beijing", FLOOD);
    },
    refused: { code: "cooling-down", until: p.floodWeeks + p.floodPause },
  },
];

describe("flood-market", () => {
  test.each(floods)("$name", play);

  test("closes plants that nobody supports, costs growth, and ends", () => {
    const calm = position();
    const flooded = position();
    grown(calm);
    grown(flooded);
    order(flooded, "beijing", FLOOD);
    pass(calm, p.floodWeeks - 1);
    pass(flooded, p.floodWeeks - 1);
    expect(input(flooded, "magnets").running).toBeLessThan(input(calm, "magnets").running - 0.005);
    expect(flooded.beijing.growth).toBeLessThan(calm.beijing.growth - p.floodGrowth / 3);
    expect(flooded.news.some((n) => n.code === "flooding-ended")).toBe(false);
    pass(flooded, 1);
    expect(flooded.news.some((n) => n.code === "flooding-ended")).toBe(true);
    expect(flooded.beijing.floodUntil).toBe(0);
  });

  test("a squeeze ends it: goods are dear then", () => {
    const state = position();
    grown(state);
    order(state, "beijing", FLOOD);
    order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
    pass(state, 1);
    expect(state.beijing.floodUntil).toBe(0);
  });

  test("the card and the order come to the same", () => {
    const [ordered, carded] = [position(), position()];
    grown(ordered);
    grown(carded);
    order(ordered, "beijing", FLOOD);
    const { effects } = rules.cards.find((c) => c.id === "E63")!.options.find((o) => o.id === "flood")!;
    applyEffects(rules, carded, effects, { by: "beijing", about: [] }, silent);
    const of = ({ heat, legitimacy, beijing: { floodUntil, next, growth } }: State) =>
      JSON.stringify([heat, legitimacy, floodUntil, next, growth]);
    expect(of(ordered)).toBe(of(carded));
  });
});

const steer = (course: string) => ({ kind: "steer-economy", course });

const courses: Row[] = [
  ...["stimulus", "anti-involution"].map((course) => ({
    name: `${course} costs three points and cools`,
    seat: "beijing" as const,
    order: steer(course),
    given: (state: State) => {
      state.heat = 30;
    },
    does(after: State, before: State) {
      expect(after.beijing.points).toBe(before.beijing.points - 3);
      expect(after.heat).toBe(30 - rules.model.moves.courseHeat);
      expect(told(after, before, "economy-steered")).toMatchObject([{ about: [course] }]);
      expect(view(rules, after, "commission").pub.law.course).toBe(course);
    },
  })),
  {
    name: "one course a year",
    seat: "beijing",
    order: steer("stimulus"),
    given: (state) => void order(state, "beijing", steer("anti-involution")),
    refused: { code: "cooling-down", until: p.courseEvery },
  },
];

describe("steer-economy", () => {
  test.each(courses)("$name", play);

  /** Fall of prices and growth against the same weeks without it. */
  function against(course: string, weeks: number) {
    const [usual, steered] = [position(), position()];
    order(steered, "beijing", steer(course));
    pass(usual, weeks);
    pass(steered, weeks);
    return {
      drift: steered.trade.drift[0]! / usual.trade.drift[0]!,
      growth: steered.beijing.growth - usual.beijing.growth,
      price: steered.trade.price[0]! - usual.trade.price[0]!,
      injury: steered.trade.injury[0]! - usual.trade.injury[0]!,
      course: steered.beijing.course,
    };
  }

  test("stimulus: growth first, cheap goods stay at home as long as the money lasts, then the bill", () => {
    const during = against("stimulus", p.courseWeeks - 1);
    expect(during.drift).toBeCloseTo(1 - p.courseDrift, 6);
    expect(during.growth).toBeGreaterThan(0.05);
    expect(during.price).toBeLessThan(0);
    expect(during.injury).toBeLessThan(0);
    const after = against("stimulus", 2 * p.courseWeeks);
    expect(after.drift).toBeCloseTo(1, 6);
    expect(after.growth).toBeLessThan(0);
    expect(after.course).toBe("");
  });

  test("cutting capacity costs growth first, and the price war stays cooler", () => {
    const during = against("anti-involution", p.courseWeeks);
    expect(during.growth).toBeLessThan(-0.04);
    const after = against("anti-involution", 2 * p.courseWeeks);
    expect(after.drift).toBeCloseTo(1 - p.courseDrift, 6);
    expect(Math.abs(after.growth)).toBeLessThan(Math.abs(during.growth));
    expect(after.course).toBe("");
  });

  test("what it does to growth is told as a step by Beijing", () => {
    const causes = (given: (state: State) => void) => {
      const state = position();
      given(state);
      const trace = newTrace({ growth: () => state.beijing.growth });
      week(rules, state, trace);
      return trace.rows.growth!.map((row) => row.cause);
    };
    expect(causes(() => {})).not.toContain("beijing-move");
    expect(causes((state) => void order(state, "beijing", steer("stimulus")))).toContain("beijing-move");
    const flooded = (state: State) => {
      grown(state);
      order(state, "beijing", FLOOD);
    };
    expect(causes(flooded)).toContain("beijing-move");
  });
});
