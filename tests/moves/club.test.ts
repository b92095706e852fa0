// C12 and E27: the buyers' club of the G7.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { input, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const { law, heat, inputs, politics } = rules.model;
const join = { kind: "join-club" };

const rows: Row[] = [
  {
    name: "costs two points and warms, and works in a quarter year",
    seat: "commission",
    order: join,
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        kind: "club",
        stage: "in-force",
        gate: law.club,
        sector: -1,
      });
      expect(after.commission.points).toBe(before.commission.points - 2);
      expect(after.heat).toBe(before.heat + heat.club);
      expect(told(after, before, "club-joined")).toHaveLength(1);
    },
  },
  {
    name: "once",
    seat: "commission",
    given: (state) => {
      order(state, "commission", join);
    },
    order: join,
    refused: "already-so",
  },
  {
    name: "once, also when the partners have left",
    seat: "commission",
    given: (state) => {
      order(state, "commission", join);
      state.legitimacy = politics.clubLeaves - 1;
      pass(state, 1);
      state.legitimacy = 60;
      state.commission.points = 8;
    },
    order: join,
    refused: { code: "already-so", what: "club" },
  },
  {
    name: "not for a Brussels that looks unfair",
    seat: "commission",
    given: (state) => {
      state.legitimacy = 45;
    },
    order: join,
    refused: { code: "low-legitimacy", have: 45, need: rules.model.moves.clubLegitimacy },
  },
];

describe("join-club", () => {
  test.each(rows)("$name", play);

  /** A calm year with the club and without: what the club changes. */
  function years(weeks: number, twist: (state: State) => void = () => {}): [State, State] {
    const [inside, outside] = [position(), position()];
    order(inside, "commission", join);
    for (const state of [inside, outside]) {
      twist(state);
      for (let week = 0; week < weeks; week++) {
        state.legitimacy = 60;
        for (const i of state.inputs) i.risk = 0.05;
        pass(state, 1);
      }
    }
    return [inside, outside];
  }

  test("allies deliver more, also when nobody is afraid", () => {
    const [inside, outside] = years(law.club + inputs.allyLag);
    const ally = (state: State) => input(state, "gallium-germanium").ally;
    expect(ally(outside)).toBe(0);
    expect(ally(inside)).toBeGreaterThan(0.5 * inputs.allyCap * inputs.clubAlly);
    const [early] = years(law.club - 2);
    expect(ally(early)).toBeLessThan(0.01);
  });

  test("the reserve fills faster", () => {
    const [inside, outside] = years(law.club + 20, (state) => {
      input(state, "magnets").ordered = 5;
      input(state, "magnets").orderedFrom = law.club;
    });
    const got = (state: State) => input(state, "magnets").stockpile;
    expect(got(inside) / got(outside)).toBeCloseTo(inputs.clubFlow, 1);
  });

  test("plants without a buyer close more slowly in calm", () => {
    const [inside, outside] = years(law.club + 26, (state) => {
      const magnets = input(state, "magnets");
      magnets.running = magnets.base + 0.2;
    });
    expect(input(inside, "magnets").running).toBeGreaterThan(input(outside, "magnets").running + 0.01);
  });

  test("partners leave when Brussels looks unfair", () => {
    const state = position();
    order(state, "commission", join);
    state.legitimacy = politics.clubLeaves - 1;
    pass(state, 1);
    expect(state.files.at(-1)!.stage).toBe("closed");
    expect(state.news.some((n) => n.code === "club-left")).toBe(true);
  });

  test("nothing is bought in a squeeze, with the club or without", () => {
    const [inside] = years(law.club + 20, (state) => {
      input(state, "magnets").ordered = 5;
      turnValve(rules, state, 0, "go-slow", silent);
      state.beijing.points = 1000;
    });
    expect(input(inside, "magnets").stockpile).toBe(0);
  });
});
