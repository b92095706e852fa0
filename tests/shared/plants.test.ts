// E18-E20: plants outside China, the unnamed as a chain of shares and the named one by one.

import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import { silent } from "../../shared/explain.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import { elsewhere, type Project, type State } from "../../shared/state.ts";
import { backProject, hasten, obligation, plantsWeek, yieldAt } from "../../shared/world/plants.ts";
import { altered, newEconomy } from "../helpers/economy.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
/** Weeks of plants and nothing else, with firms' fear held where it is. */
function weeks(world: Rules, state: State, n: number, each?: () => void): State {
  for (let week = 0; week < n; week++) {
    state.tick += 1;
    plantsWeek(world, state, silent);
    each?.();
  }
  return state;
}

/** The same rules without failures. */
const lucky = altered(rules, { "model.inputs.failure": 0, "model.inputs.failureBacked": 0 });

/** A State with empty pools for magnets, and fear at a level. */
function blank(world: Rules, risk: number): State {
  const state = newEconomy(world);
  for (const input of state.inputs) {
    for (const row of [input.permit, input.build, input.ramp]) row.fill(0);
    input.risk = risk;
  }
  return state;
}

describe("the chain of unnamed plants", () => {
  test("nothing is lost on the way, and it takes permit, building and most of the ramp", () => {
    const state = blank(lucky, 0.05);
    const input = state.inputs[0]!;
    const { permitWeeks, buildWeeks, rampWeeks } = rules.model.inputs;
    input.risk = 0.3;
    state.beijing.floodUntil = -1;
    const mute = altered(lucky, { "model.inputs.starts": 0 });
    input.permit[0] = 0.1;
    const base = input.running;
    let mean = 0;
    let before = input.running;
    weeks(mute, state, 600, () => {
      mean += ((input.running - before) * state.tick) / 0.1;
      before = input.running;
      expect(sum([...input.permit, ...input.build, ...input.ramp]) + input.running).toBeCloseTo(
        base + 0.1,
        9,
      );
    });
    expect(input.running - base).toBeCloseTo(0.1, 4);
    expect(mean).toBeGreaterThan(permitWeeks + buildWeeks + 0.5 * rampWeeks);
    expect(mean).toBeLessThan(permitWeeks + buildWeeks + rampWeeks);
  });

  test("hardly anything comes out in the first year: pools do not leak forward", () => {
    const state = blank(lucky, 0.3);
    state.inputs[0]!.permit[0] = 0.1;
    const base = state.inputs[0]!.running;
    weeks(altered(lucky, { "model.inputs.starts": 0 }), state, 52);
    expect(state.inputs[0]!.running - base).toBeLessThan(0.005);
  });

  test("what has no buyer fails now and then", () => {
    const state = blank(rules, 0.3);
    state.inputs[0]!.permit[0] = 0.1;
    weeks(altered(rules, { "model.inputs.starts": 0 }), state, 600);
    const lost = 1 - (state.inputs[0]!.running - rules.inputs[0]!.running) / 0.1;
    expect(lost).toBeGreaterThan(0.2);
    expect(lost).toBeLessThan(0.4);
  });
});

describe("starts (E18)", () => {
  const started = (change: (state: State) => void, risk = 0.5): number => {
    const state = blank(rules, risk);
    change(state);
    return weeks(rules, state, 13).inputs[0]!.started;
  };
  const calm = started(() => {});

  test("nobody starts below the threshold; more fear, more starts", () => {
    expect(started(() => {}, 0.09)).toBe(0);
    expect(started(() => {}, 0.25)).toBeGreaterThan(0);
    expect(calm).toBeGreaterThan(2 * started(() => {}, 0.25));
  });

  test.each([
    { form: "strict", exempt: 0, factor: 3 },
    { form: "strict", exempt: 0.25, factor: 2.5 },
    { form: "strict", exempt: 0.5, factor: 1.4 },
    { form: "soft", exempt: 0, factor: 1.8 },
  ] as const)(
    "a $form duty to diversify with $exempt exempted: $factor times as many",
    ({ form, exempt, factor }) => {
      const got = started((s) => {
        Object.assign(s.commission, { obligation: form, exempt });
      });
      expect(Math.abs(got / calm / factor - 1)).toBeLessThan(0.05);
    },
  );

  test("the platform brings half as many again, the fund a little fewer", () => {
    const matched = started((s) => {
      s.commission.matching = 1;
    });
    const covered = started((s) => {
      for (const member of s.members) member.cover = 1;
    });
    expect(Math.abs(matched / calm / 1.5 - 1)).toBeLessThan(0.03);
    expect(Math.abs(covered / calm / (1 - rules.model.politics.hazard) - 1)).toBeLessThan(0.03);
  });

  test("no more is started than there is room for, and the first plants cost the most", () => {
    expect(
      started((s) => {
        s.inputs[0]!.running = 1.2;
      }),
    ).toBe(0);
    const learned = started((s) => {
      s.inputs[0]!.started = 0.5;
    });
    expect(learned - 0.5).toBeGreaterThan(calm * 1.02);
  });

  test("a strict duty with two fifths exempted counts in full, with more it counts as soft", () => {
    const weight = (exempt: number): number =>
      obligation(rules, { ...newEconomy(rules).commission, obligation: "strict", exempt });
    expect(weight(0.4)).toBeCloseTo(0.6, 9);
    expect(weight(0.41)).toBeCloseTo(0.59 * rules.model.inputs.obligationSoft, 9);
  });
});

describe("closing in calm (E19)", () => {
  const left = (risk: number, change: (state: State) => void = () => {}): number => {
    const state = blank(rules, risk);
    const input = state.inputs[0]!;
    input.running = input.base + 0.1;
    change(state);
    const world = altered(rules, { "model.inputs.starts": 0 });
    return (weeks(world, state, 52).inputs[0]!.running - input.base) / 0.1;
  };

  test("unsupported plants close when nobody is afraid, and only they", () => {
    expect(left(0.3)).toBeCloseTo(1, 6);
    expect(left(0)).toBeCloseTo((1 - rules.model.inputs.exit) ** 52, 3);
    expect(left(0.15)).toBeGreaterThan(left(0));
    const state = blank(rules, 0);
    expect(weeks(rules, state, 300).inputs[0]!.running).toBeCloseTo(rules.inputs[0]!.running, 6);
  });

  test("a flood closes three times as many, a duty to diversify fewer", () => {
    const flood = left(0.1, (s) => {
      s.beijing.floodUntil = 999;
    });
    expect(Math.log(flood) / Math.log(left(0.1))).toBeCloseTo(3, 1);
    const duty = left(0.1, (s) => {
      s.commission.obligation = "strict";
    });
    expect(duty).toBeCloseTo(1, 6);
  });
});

describe("a flood of goods below cost (E19)", () => {
  const { floodExitLeast } = rules.model.inputs;
  const flooded = (state: State) => {
    state.beijing.floodUntil = 999;
  };

  test("closes plants however much firms fear: those without a buyer, by the share that the law does not keep", () => {
    const left = (change: (state: State) => void): number => {
      const state = blank(rules, 0.6);
      const input = state.inputs[0]!;
      input.running = input.base + 0.1;
      change(state);
      const world = altered(rules, { "model.inputs.starts": 0 });
      return (weeks(world, state, 20).inputs[0]!.running - input.base) / 0.1;
    };
    expect(left(() => {})).toBeCloseTo(1, 9);
    expect(left(flooded)).toBeCloseTo((1 - floodExitLeast) ** 20, 6);
    const duty = (form: "soft" | "strict") =>
      left((s) => {
        flooded(s);
        s.commission.obligation = form;
      });
    const { obligationSoft } = rules.model.inputs;
    expect(duty("soft")).toBeCloseTo((1 - floodExitLeast * (1 - obligationSoft)) ** 20, 6);
    expect(duty("strict")).toBeCloseTo(1, 9);
  });

  test("takes the buyers of named plants too: all, but part where one is promised and none where a price is", () => {
    const left = (change: (state: State) => void): number => {
      const state = blank(lucky, 0.6);
      Object.assign(project(state, "narva"), { stage: "operating", weeksLeft: 0, needsBackingBy: -1 });
      change(state);
      return weeks(lucky, state, 20).projects[indexOf(rules.projects, "narva")]!.share;
    };
    const backed = (how: "offtake" | "floor") => (state: State) => {
      backProject(lucky, project(state, "narva"), how);
      flooded(state);
    };
    expect(left(() => {})).toBe(1);
    expect(left(flooded)).toBeCloseTo((1 - floodExitLeast) ** 20, 9);
    const open = 1 - rules.model.inputs.floodOfftake;
    expect(left(backed("offtake"))).toBeCloseTo((1 - floodExitLeast * open) ** 20, 9);
    expect(left(backed("floor"))).toBe(1);
  });
});

/** One named project in a State, and what the scenario says of it. */
function project(state: State, id: string): Project {
  return state.projects[indexOf(rules.projects, id)]!;
}

describe("named projects", () => {
  test("yields: nothing at first, two fifths half-way, all at the end", () => {
    expect([yieldAt(0), yieldAt(0.5), yieldAt(1)].map((x) => Math.round(x * 100))).toEqual([0, 40, 100]);
  });

  test("Narva reaches full output in 20 weeks and says so", () => {
    const state = newEconomy(lucky);
    const narva = project(state, "narva");
    backProject(lucky, narva, "offtake");
    const full = rules.projects[indexOf(rules.projects, "narva")]!.size!;
    expect(narva.output).toBeLessThan(0.5 * full);
    weeks(lucky, state, 19);
    expect(narva.stage).toBe("ramp");
    weeks(lucky, state, 1);
    expect(narva).toMatchObject({ stage: "operating", output: full });
    expect(state.news.filter((n) => n.code === "project-operating" && n.about[0] === "narva")).toHaveLength(
      1,
    );
    expect(state.inputs[0]!.plants).toBeGreaterThanOrEqual(full);
  });

  test("a plant without money waits, and builds once somebody pays", () => {
    const state = newEconomy(lucky);
    const next = project(state, "narva-two");
    weeks(lucky, state, 10);
    expect(next).toMatchObject({ stage: "waiting", weeksLeft: 60 });
    backProject(lucky, next, "floor");
    weeks(lucky, state, 60);
    expect(next.stage).toBe("ramp");
  });

  test("permit, building and ramp take the weeks the scenario says", () => {
    const state = newEconomy(lucky);
    const anodes = project(state, "france-anodes");
    const plan = rules.projects[indexOf(rules.projects, "france-anodes")]!;
    backProject(lucky, anodes, "floor");
    weeks(lucky, state, plan.weeksLeft);
    expect(anodes).toMatchObject({ stage: "building", weeksLeft: plan.buildWeeks });
    weeks(lucky, state, plan.buildWeeks);
    expect(anodes).toMatchObject({ stage: "ramp", weeksLeft: plan.rampWeeks });
    weeks(lucky, state, plan.rampWeeks);
    expect(anodes.stage).toBe("operating");
  });

  test("whoever is not backed in time is given up, or loses its price if it already runs", () => {
    const state = newEconomy(lucky);
    const [next, narva] = [project(state, "narva-two"), project(state, "narva")];
    weeks(lucky, state, 26);
    expect(next.stage).toBe("waiting");
    weeks(lucky, state, 1);
    expect(next.stage).toBe("dead");
    expect(state.news.some((n) => n.code === "project-dead" && n.about[0] === "narva-two")).toBe(true);
    expect(narva.share).toBeLessThan(1);
    const share = narva.share;
    backProject(lucky, narva, "offtake");
    weeks(lucky, state, 10);
    expect(narva.share).toBe(share);
  });

  test("a floor holds in a flood, offtake mostly, nothing else", () => {
    const kept = (how: "floor" | "offtake" | null): number => {
      const state = newEconomy(lucky);
      const narva = project(state, "narva");
      if (how) backProject(lucky, narva, how);
      state.inputs[0]!.risk = 0.1;
      state.beijing.floodUntil = 999;
      return weeks(lucky, state, 12).projects[indexOf(rules.projects, "narva")]!.share;
    };
    expect(kept("floor")).toBe(1);
    expect(kept("offtake")).toBeLessThan(1);
    expect(kept("offtake")).toBeGreaterThan(kept(null) + 0.03);
  });

  test("a fast track halves the permit, a delay lengthens it, and neighbours lengthen it by seven tenths", () => {
    const state = newEconomy(rules);
    const anodes = project(state, "france-anodes");
    backProject(rules, anodes, "fast-track");
    expect(anodes).toMatchObject({ weeksLeft: 10, fastTracked: true, backed: "none" });
    hasten(anodes, -6);
    expect(anodes.weeksLeft).toBe(16);
    hasten(anodes, 99);
    expect(anodes.weeksLeft).toBe(1);
    let total = 0;
    for (let seed = 0; seed < 200; seed++) {
      const other = newEconomy(lucky, seed);
      const kiruna = other.projects[indexOf(rules.projects, "kiruna")]!;
      kiruna.needsBackingBy = -1;
      while (kiruna.stage === "permit" && other.tick < 999) weeks(lucky, other, 1);
      total += other.tick;
    }
    const planned = rules.projects[indexOf(rules.projects, "kiruna")]!.weeksLeft;
    expect(Math.abs(total / 200 / planned / rules.model.inputs.opposition - 1)).toBeLessThan(0.06);
  });

  test("bad luck ends three in a thousand a week, one in a thousand with a buyer; Beijing's own plants never", () => {
    const dead = (backed: boolean): number => {
      let count = 0;
      for (let seed = 0; seed < 300; seed++) {
        const state = newEconomy(rules, seed);
        const lacq = project(state, "lacq");
        lacq.needsBackingBy = -1;
        Object.assign(lacq, { stage: "building", weeksLeft: 999, backed: backed ? "offtake" : "none" });
        weeks(rules, state, 50);
        if (lacq.stage === "dead") count += 1;
        state.projects.forEach((p, k) => {
          if (rules.projects[k]!.owner === "china") expect(p.stage).not.toBe("dead");
        });
      }
      return count / 300;
    };
    expect(Math.abs(dead(false) - (1 - 0.997 ** 50))).toBeLessThan(0.06);
    expect(Math.abs(dead(true) - (1 - 0.999 ** 50))).toBeLessThan(0.04);
  });

  test("a plant that is dead gives nothing, and supply is the sum of those that live", () => {
    const state = newEconomy(lucky);
    weeks(lucky, state, 30);
    const served = rules.inputs.map((input) =>
      sum(state.projects.map((p, k) => (rules.projects[k]!.input === input.id ? p.output : 0))),
    );
    state.inputs.forEach((input, i) => expect(input.plants).toBeCloseTo(served[i]!, 12));
    const before = elsewhere(state.inputs[0]!);
    project(state, "narva").stage = "dead";
    weeks(lucky, state, 1);
    expect(elsewhere(state.inputs[0]!)).toBeLessThan(before - 0.05);
  });
});
