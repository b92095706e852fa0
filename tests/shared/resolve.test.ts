// What Beijing learns from challenges, threats and time, and the gauges that single steps move.

import { describe, expect, test } from "vitest";
import { log } from "../../shared/exact.ts";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { openVote } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { applyEffects } from "../../shared/world/effects.ts";
import { openFile } from "../../shared/world/files.ts";
import { narrow } from "../../shared/world/gates.ts";
import { dignify, esteem, heatWeek, warm } from "../../shared/world/heat.ts";
import {
  fold,
  foldLoss,
  giveWay,
  nextDemand,
  resolveWeek,
  savesFace,
  stand,
  standGain,
  yieldChance,
} from "../../shared/world/resolve.ts";
import { newState } from "../../shared/world/start.ts";
import { stepDown } from "../../shared/world/stepdown.ts";
import { keepWord, threaten, warn, wordsWeek } from "../../shared/world/words.ts";
import { order } from "../helpers/order.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { resolve, politics, heat } = rules.model;
/** Hold, resolve, cohesion, fund, stock. */
type Situation = [number, number, number, number, number];
const fresh = () => newState(rules, { seed: 1, weeks: 104 });

test.each([
  ["standing cheaply", () => standGain(rules, 0), 0.2],
  ["standing under fire", () => standGain(rules, 1), 1.95],
  ["folding under light pressure", () => foldLoss(rules, 0), -2.3],
  ["folding under heavy pressure", () => foldLoss(rules, 1), -1.1],
])("%s moves the log-odds as the literature has it", (_, gain, want) => expect(gain()).toBeCloseTo(want, 1));

test("pressure beyond the limit counts as the limit", () => {
  expect(standGain(rules, 3)).toBe(standGain(rules, 1));
  expect(foldLoss(rules, -1)).toBe(foldLoss(rules, 0));
});

test("standing raises the belief, folding lowers it", () => {
  const state = fresh();
  stand(rules, state, 0.5, silent);
  expect(state.resolve).toBeCloseTo(resolve.start + standGain(rules, 0.5), 12);
  fold(rules, state, 0.5, silent);
  expect(state.resolve).toBeCloseTo(resolve.start + standGain(rules, 0.5) + foldLoss(rules, 0.5), 12);
  expect(state.beijing.yields).toBe(0);
});

describe("what moves the belief stays within its bounds", () => {
  const { most } = resolve;
  const duty = (state: State) => state.files.find(({ id }) => id === "ev-duties")!;
  const card = (state: State, by: number) =>
    applyEffects(rules, state, [{ kind: "resolve", by }], { by: "", about: [] }, silent);
  /** A duty on which the Council has counted, all for it. */
  const carried = (state: State) => {
    const file = openFile(
      rules,
      state,
      { kind: "anti-dumping", side: "europe", sector: 1, breadth: 0.2, why: "move" },
      silent,
    );
    Object.assign(file, { stage: "definitive-gate", rate: 0.2 });
    const vote = openVote(rules, state, file, "unless-against", silent, { closes: state.tick - 1 });
    vote.cast.fill("for");
    votesWeek(rules, state, silent);
    expect(vote.outcome).toBe("passed");
  };
  test.each<[string, number, (state: State) => void]>([
    ["a card", most, (s) => card(s, 1)],
    ["a card", -most, (s) => card(s, -1)],
    ["a large majority", most, carried],
    ["a step down", -most, (s) => stepDown(rules, s, 0.5, silent)],
    ["a case that covers less", -most, (s) => narrow(rules, s, duty(s), silent)],
    [
      "an open hand",
      -most,
      (s) => expect(order(s, "commission", { kind: "make-statement", form: "off-ramp" })).toBeNull(),
    ],
  ])("%s at %d", (_, bound, does) => {
    const state = fresh();
    state.commission.points = 8;
    state.resolve = bound;
    does(state);
    expect(state.resolve).toBe(bound);
  });
});

test("letting go without pressure is a small sign of weakness; in a squeeze it is giving in, once", () => {
  const state = fresh();
  giveWay(rules, state, silent);
  expect(state.resolve).toBeCloseTo(resolve.start - resolve.lapse, 12);
  Object.assign(state.beijing, { squeezeSince: 0, squeezePain: 0.4 });
  giveWay(rules, state, silent);
  giveWay(rules, state, silent);
  expect(state.beijing.yields).toBe(1);
  expect(state.resolve).toBeCloseTo(resolve.start - 2 * resolve.lapse + foldLoss(rules, 0.4), 12);
});

describe("threats", () => {
  test("kept before the deadline, they raise the belief", () => {
    const state = fresh();
    const word = threaten(rules, state, "chemicals-dumping", 8, silent);
    keepWord(rules, state, "battery-subsidy", silent);
    expect(word.state).toBe("open");
    keepWord(rules, state, "chemicals-dumping", silent);
    expect(word.state).toBe("kept");
    expect(state.resolve).toBeGreaterThan(resolve.start);
  });

  test("dropped, they are a fold and cost legitimacy, in the week after the deadline", () => {
    const state = fresh();
    const word = threaten(rules, state, "chemicals-dumping", 8, silent);
    state.tick = 8;
    wordsWeek(rules, state, silent);
    expect(word.state).toBe("open");
    state.tick = 9;
    wordsWeek(rules, state, silent);
    expect(word.state).toBe("broken");
    expect(state.resolve).toBeCloseTo(resolve.start + foldLoss(rules, resolve.threat), 12);
    expect(state.legitimacy).toBe(politics.legitimacyNormal - politics.bluff);
  });

  test("settled words are forgotten after half a year, but not what became of a threat", () => {
    const state = fresh();
    warn(state, "commission", "", 2, silent);
    state.tick = 3;
    wordsWeek(rules, state, silent);
    state.tick = 28;
    wordsWeek(rules, state, silent);
    expect(state.words).toHaveLength(1);
    threaten(rules, state, "x", 0, silent);
    state.tick = 29;
    wordsWeek(rules, state, silent);
    expect(state.words).toMatchObject([{ form: "threat", state: "broken" }]);
    state.tick = 99;
    wordsWeek(rules, state, silent);
    expect(state.words).toHaveLength(1);
  });
});

test("belief goes half the way back to the prior in its half-life", () => {
  const state = fresh();
  state.resolve = resolve.start + 2;
  for (let w = 0; w < resolve.decayHalfLife; w++) resolveWeek(rules, state, silent);
  expect(state.resolve - resolve.start).toBeCloseTo(1, 9);
});

test.each([
  ["more hold", [1, 0, 60, 0, 0], [0.5, 0, 60, 0, 0]],
  ["less resolve", [0.8, -1, 60, 0, 0], [0.8, 1, 60, 0, 0]],
  ["less cohesion", [0.8, 0, 40, 0, 0], [0.8, 0, 80, 0, 0]],
  ["no fund", [0.8, 0, 60, 0, 0], [0.8, 0, 60, 1, 0]],
  ["no stock", [0.8, 0, 60, 0, 0], [0.8, 0, 60, 0, 6]],
] as [string, Situation, Situation][])("%s makes yielding likelier", (_, more, less) => {
  expect(yieldChance(rules, ...more)).toBeGreaterThan(yieldChance(rules, ...less));
});

describe("the next demand (E43)", () => {
  const said = (form: string, until: number): State["words"] => [
    {
      id: "w",
      by: "beijing",
      to: "commission",
      form,
      file: "",
      until,
      state: "open",
    } as State["words"][number],
  ];

  test("makes a squeeze by itself succeed less often than one with a way out that saves face", () => {
    const yields = (face: boolean): number => yieldChance(rules, 0.8 - nextDemand(rules, face), 0, 60, 0, 0);
    expect(nextDemand(rules, true)).toBe(0);
    expect(yields(false)).toBeLessThan(0.8 * yields(true));
    expect(log(yields(true) / (1 - yields(true))) - log(yields(false) / (1 - yields(false)))).toBeCloseTo(
      resolve.yieldNext,
      9,
    );
  });

  test("is feared no more once Beijing has spoken of equal dignity, or proposed that both step down, in this squeeze", () => {
    expect(savesFace([], 10)).toBe(false);
    expect(savesFace(said("warn", 12), 10)).toBe(false);
    expect(savesFace(said("equal-dignity", 9), 10)).toBe(false);
    expect(savesFace(said("equal-dignity", 10), 10)).toBe(true);
    expect(savesFace(said("step-down", 12), 10)).toBe(true);
    expect(savesFace([{ ...said("step-down", 12)[0]!, by: "commission" }], 10)).toBe(false);
  });
});

describe("gauges", () => {
  test("stay within 0 and 100", () => {
    const state = fresh();
    for (const by of [500, -500]) {
      warm(state, by);
      dignify(state, by);
      esteem(state, by, by);
      for (const x of [state.heat, state.legitimacy, state.beijing.face, state.beijing.reputation])
        expect(x).toBe(by > 0 ? 100 : 0);
    }
  });

  test("while Beijing must not look weak, a loss of face counts double and nothing else does", () => {
    const state = fresh();
    Object.assign(state.beijing, { proudUntil: 8, face: 60, reputation: 60 });
    const after = (tick: number, face: number, reputation: number) => {
      Object.assign(state, { tick });
      Object.assign(state.beijing, { face: 60, reputation: 60 });
      esteem(state, face, reputation);
      return [state.beijing.face, state.beijing.reputation];
    };
    expect(after(7, -3, -3)).toEqual([54, 57]);
    expect(after(7, 3, 3)).toEqual([63, 63]);
    expect(after(8, -3, 0)).toEqual([57, 60]);
  });

  test("a calm week takes its share of the heat", () => {
    const state = fresh();
    heatWeek(rules, state, silent);
    expect(state.heat).toBeCloseTo(heat.start * heat.decay, 12);
  });
});
