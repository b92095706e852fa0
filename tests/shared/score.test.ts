// The verdict, the scores of the seats against the path on which nobody acts, and the end of a game.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { byHorizon, indexOf } from "../../shared/scenario.ts";
import { clone, type File, type State, VERDICTS } from "../../shared/state.ts";
import { flood, steer } from "../../shared/world/economy.ts";
import {
  baseline,
  beijingScore,
  type Course,
  commissionScore,
  corridorOf,
  endingWeek,
  isLost,
  memberScore,
  partsOf,
  runOn,
  scoresOf,
  verdictOf,
} from "../../shared/world/score.ts";
import { newState } from "../../shared/world/start.ts";
import { tallyWeek } from "../../shared/world/tally.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { week } from "../../shared/world/week.ts";
import { standing } from "../helpers/agreement.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const { score: p, heat } = rules.model;
const T = 104;
const fresh = (seed = 1) => newState(rules, { seed, weeks: T });
const DE = indexOf(rules.members, "DE");

/** A game played to its last week but one by nobody. */
const still = baseline(rules, newState(rules, { seed: 1, weeks: 400 }), T, week);
const stillLater = runOn(rules, still, p.runOn);

type Change = (c: Course) => unknown;

/** Hold gone from which leverage is practical. */
const FREED = byHorizon(rules.model.score.practical, T);

test("a figure that goes by a game's length is what is given at each, between two on the line, outside flat", () => {
  const at = (weeks: number) => byHorizon([1, 2, 4, 8], weeks);
  expect([13, 78, 91, 104, 130, 156, 182, 208, 260].map(at)).toEqual([1, 1, 1.5, 2, 3, 4, 6, 8, 8]);
});

/** A finished game like the one nobody played, but for a change. */
function course(change: (c: Course) => unknown = () => {}): Course {
  const state = { ...clone(still), weeks: T };
  const c: Course = {
    ...{ state, later: clone(stillLater), still, stillLater },
    ...{ verdict: "unfinished-business", early: false, k: 1 },
  };
  change(c);
  return c;
}

describe("the verdict", () => {
  const at = (gone: number, change: (s: State) => unknown = () => {}) => {
    const state = { ...clone(still), weeks: T };
    state.leverage.gone = gone;
    Object.assign(state.tally, { heat: 20 * T, heatPeak: 40, assuranceWeeks: 0 });
    change(state);
    return verdictOf(rules, state);
  };
  const practical = byHorizon(p.practical, T);
  const empty = byHorizon(p.empty, T);

  test.each([
    ["enough leverage in calm", practical + 0.01, () => {}, "practical-leverage"],
    ["a little less", practical - 0.01, () => {}, "unfinished-business"],
    [
      "enough, but hot on average",
      practical + 0.01,
      (s: State) => (s.tally.heat = (heat.practical + 1) * T),
      "unfinished-business",
    ],
    ["hardly any", empty - 0.01, () => {}, "empty-language"],
    [
      "some, but lulled for more than half of the time",
      p.bareSecurity - 0.01,
      (s: State) => (s.tally.assuranceWeeks = 0.51 * T),
      "empty-language",
    ],
    [
      "a peak of heat",
      practical + 0.01,
      (s: State) => (s.tally.heatPeak = heat.confrontation),
      "uncontrolled-confrontation",
    ],
    [
      "control lost",
      practical + 0.01,
      (s: State) => (s.tally.lossWeeks = heat.lossWeeks),
      "uncontrolled-confrontation",
    ],
  ] as const)("%s", (_, gone, change, verdict) => expect(at(gone, change)).toBe(verdict));

  test.each([
    ["as far as the length of the game asks", 52, empty, false],
    ["further for whoever was lulled for more than half of the time", 53, p.bareSecurity, true],
  ] as const)("empty language reaches %s, and the corridor says so", (_, bare, line, soothed) => {
    const lulled = (s: State) => (s.tally.assuranceWeeks = bare);
    expect([at(line - 0.001, lulled), at(line, lulled)]).toEqual(["empty-language", "unfinished-business"]);
    const state = { ...clone(still), weeks: T };
    lulled(state);
    expect(corridorOf(rules, state)).toMatchObject({ empty: line, practical, soothed });
  });
});

describe("the end", () => {
  test("comes when the time is over, with a score for every seat", () => {
    const state = newState(rules, { seed: 3, weeks: 13 });
    for (let k = 0; k < 13; k++) {
      expect(state.ending).toBeNull();
      week(rules, state, silent);
    }
    expect(state.ending).toMatchObject({ tick: 13, early: false });
    expect(VERDICTS).toContain(state.ending!.verdict);
    expect(state.ending!.scores).toHaveLength(29);
    const { ending } = state;
    week(rules, state, silent);
    expect(state.ending).toBe(ending);
  });

  test.each([
    ["heat", (s: State) => (s.heat = heat.collapse + 1), heat.collapseWeeks],
    ["losses", (s: State) => (s.members[DE]!.outputLoss = heat.lossEnd + 1), heat.lossWeeks],
  ] as const)("comes early after eight weeks of too much %s", (_, push, weeks) => {
    const state = fresh();
    for (let k = 1; k <= weeks; k++) {
      state.tick += 1;
      push(state);
      expect(isLost(rules, state)).toBe(false);
      tallyWeek(rules, state);
    }
    expect(isLost(rules, state)).toBe(true);
    endingWeek(rules, state, fresh, week);
    expect(state.ending).toMatchObject({ early: true, verdict: "uncontrolled-confrontation", tick: weeks });
  });

  test("one calm week starts the count anew", () => {
    const state = fresh();
    for (const h of [90, 90, 50, 90]) {
      state.heat = h;
      tallyWeek(rules, state);
    }
    expect(state.tally.hotWeeks).toBe(1);
  });
});

describe("the run-on", () => {
  test("changes nothing in the game itself, and lets laws that were passed come into force", () => {
    const state = fresh();
    const law = state.files.find((f) => f.id === "diversification-law")!;
    Object.assign(law, { stage: "in-force", strict: true, gate: 20 });
    const before = JSON.stringify(state);
    const later = runOn(rules, state, 52);
    expect(JSON.stringify(state)).toBe(before);
    expect(later.tick).toBe(52);
    expect(later.commission.obligation).toBe("strict");
  });

  test("ends a squeeze that still runs: a last-minute squeeze gains nothing", () => {
    const state = fresh();
    turnValve(rules, state, 0, "go-slow", silent);
    expect(runOn(rules, state, 1).inputs[0]!.mode).toBe("case-by-case");
  });

  test("prices a store that was emptied at the end", () => {
    const [full, emptied] = [clone(still), clone(still)];
    full.inputs[0]!.stockpile = 6;
    emptied.inputs[0]!.stockpile = 0;
    expect(runOn(rules, full, 52).leverage.gone).toBeGreaterThan(runOn(rules, emptied, 52).leverage.gone);
  });
});

describe("the Commission's score", () => {
  const of = (change?: (c: Course) => unknown) => commissionScore(rules, course(change));
  const usual = of();

  test.each([
    [
      "security at the end of the run-on",
      (c: Course) => (c.later.leverage.gone += 0.1),
      2.6 / byHorizon(p.security, T),
    ],
    ["cohesion on average", (c: Course) => (c.state.tally.cohesion -= 7 * T), (-17 * 7) / p.cohesionRange],
    [
      "legitimacy",
      (c: Course) => (c.state.legitimacy = p.legitimacyFrom),
      (-8 * (still.legitimacy - p.legitimacyFrom)) / p.legitimacyRange,
    ],
    [
      "losses against the path on which nobody acts",
      (c: Course) => (c.later.tally.loss += 1.4),
      -21 * p.lossScale * 0.1,
    ],
    [
      "a measured agreement for all of the needed weeks, without access, and the secret goal it fulfils",
      (c: Course) => Object.assign(c.state.tally, { verifiedWeeks: T, qualityWeeks: T }),
      6.5 + p.goalFirst,
    ],
    [
      "the same with market access",
      (c: Course) => {
        Object.assign(c.state.tally, { verifiedWeeks: T, qualityWeeks: T });
        c.state.trade.access = p.accessScale;
      },
      13 + p.goalFirst,
    ],
    [
      "the same half as well measured",
      (c: Course) => {
        Object.assign(c.state.tally, { verifiedWeeks: T, qualityWeeks: (p.contractShare * T) / 2 });
        c.state.trade.access = p.accessScale;
      },
      6.5 + p.goalFirst,
    ],
    ["a bare promise all the time", (c: Course) => (c.state.tally.assuranceWeeks = T), p.bareMost],
  ] as [string, Change, number][])("counts %s", (_, change, worth) =>
    expect(of(change) - usual).toBeCloseTo(worth, 6),
  );
});

describe("Beijing's score", () => {
  const of = (change?: (c: Course) => unknown) => beijingScore(rules, course(change));
  const usual = of();

  test.each([
    ["sales to Europe", (c: Course) => (c.later.trade.imports = c.later.trade.imports.map((x) => 0.95 * x))],
    ["growth short of the plan", (c: Course) => (c.state.tally.growthShort += 0.05 * T)],
    ["leverage lost", (c: Course) => (c.later.leverage.gone = 0.6)],
    ["squeezes, which wear the weapon out", (c: Course) => (c.state.beijing.squeezes = 3)],
    ["face", (c: Course) => (c.state.beijing.face = 50)],
    ["its name as a supplier", (c: Course) => (c.state.beijing.reputation = 30)],
    ["a snapback in Europe's law", (c: Course) => (c.state.commission.snapback = true)],
  ] as [string, Change][])("falls with %s", (_, change) => expect(of(change)).toBeLessThan(usual - 0.3));

  test.each([
    ["a Europe that gives in", (c: Course) => (c.state.beijing.yields = 1)],
    ["capitals won over", (c: Course) => (c.state.tally.acceptedOffers = 2)],
    ["a Europe that is lulled", (c: Course) => (c.state.tally.assuranceWeeks = T)],
    ["stable rules", (c: Course) => (c.state.tally.qualityWeeks = T)],
  ] as [string, Change][])("rises with %s", (_, change) => expect(of(change)).toBeGreaterThan(usual + 0.3));

  /** A game that nobody plays but for one thing in its first week. */
  const after = (change: (state: State) => unknown = () => {}) => {
    const state = newState(rules, { seed: 1, weeks: 400 });
    change(state);
    while (state.tick < 60) week(rules, state, silent);
    return of((c) => Object.assign(c.state.tally, { growthShort: (state.tally.growthShort * T) / 60 }));
  };
  const shutOut: Partial<File> = { remedy: "services", stage: "in-force", gate: 0, nextGate: 99 };

  test.each([
    ["a flood", -1, (s: State) => flood(rules, s, 26, silent)],
    ["a stop for services", -1, (s: State) => s.files.push({ ...s.files[0]!, id: "x", ...shutOut })],
    ["a card that costs growth", -1, (s: State) => (s.beijing.growth -= 0.05)],
    ["stimulus, and its bill", 1, (s: State) => steer(rules, s, "stimulus", silent)],
    ["less capacity", -1, (s: State) => steer(rules, s, "anti-involution", silent)],
  ] as [string, number, (state: State) => unknown][])("growth counts: %s", (_, sign, change) =>
    expect(sign * (after(change) - after())).toBeGreaterThan(0.2),
  );

  test("leverage above what it needs gains nothing more", () => {
    const high = of((c) => (c.later.leverage.gone = 0));
    expect(of((c) => (c.later.leverage.gone = 1 - p.keptLeverage))).toBeCloseTo(high, 9);
  });
});

describe("a capital's score", () => {
  const of = (change?: (c: Course) => unknown) => memberScore(rules, course(change), DE);
  const usual = of();

  test("falls with pain, with famous exports lost and with standing", () => {
    expect(of((c) => (c.state.tally.pain[DE] = T * rules.members[DE]!.painScale))).toBeLessThan(usual - 20);
    expect(of((c) => (c.state.tally.sold = c.state.tally.sold.map((x) => 0.9 * x)))).toBeLessThan(usual - 5);
    expect(of((c) => (c.state.members[DE]!.standing -= 3))).toBeCloseTo(usual - 3, 9);
  });

  test("rises with plants that run and Chinese plants won, up to 15 points", () => {
    const hosted = rules.projects.findIndex((plan) => plan.host === "DE");
    const plants = (c: Course, n: number) =>
      (c.state.members[DE]!.plants = n * rules.model.beijing.plantWorth);
    const none = of((c) => (c.state.projects[hosted]!.stage = "dead"));
    expect(of((c) => (c.state.projects[hosted]!.stage = "operating"))).toBeGreaterThanOrEqual(
      none + p.plantPoints,
    );
    expect(of((c) => plants(c, 2)) - of((c) => plants(c, 1))).toBeCloseTo(p.chinesePlant, 9);
    expect(of((c) => plants(c, 20)) - of((c) => plants(c, 0))).toBeLessThanOrEqual(15);
  });
});

describe("all scores", () => {
  test("empty language costs Europe's side, an early end costs everybody, a long measured deal pays both sides", () => {
    const usual = scoresOf(rules, course());
    const empty = scoresOf(
      rules,
      course((c) => (c.verdict = "empty-language")),
    );
    expect(empty[0]).toBeCloseTo(usual[0]! * p.emptyFactor, 9);
    expect(empty[1]).toBeCloseTo(usual[1]!, 9);
    expect(empty[5]).toBeCloseTo(usual[5]! * p.emptyFactor, 9);
    const early = scoresOf(
      rules,
      course((c) => (c.early = true)),
    );
    early.forEach((x, k) => expect(x).toBeCloseTo(usual[k]! * p.endFactor, 9));
    const long = (weeks: number, gone = FREED) =>
      scoresOf(
        rules,
        course((c) => {
          Object.assign(c.state.tally, { verifiedWeeks: weeks, qualityWeeks: weeks });
          c.state.leverage.gone = gone;
        }),
      ) as [number, number, ...number[]];
    const shy = long(p.jointWeeks - 1);
    const held = long(p.jointWeeks);
    expect(held[0] - shy[0]).toBeGreaterThan(p.joint);
    expect(held[1] - shy[1]).toBeGreaterThan(p.joint);
    expect(held[2]).toBeCloseTo(shy[2]!, 9);
    const held0 = long(p.jointWeeks, FREED - 0.02);
    expect((held0[0] as number) - long(p.jointWeeks - 1, FREED - 0.02)[0]).toBeLessThan(1);
    const broken = (weeks: number) =>
      scoresOf(
        rules,
        course((c) =>
          Object.assign(Object.assign(c, { early: true }).state.tally, {
            verifiedWeeks: weeks,
            qualityWeeks: weeks,
          }),
        ),
      );
    expect(broken(p.jointWeeks)[1]! - broken(p.jointWeeks - 1)[1]!).toBeLessThan(1);
  });

  test("a long measured deal pays the capitals that were party to it for as long, and no other", () => {
    const HU = indexOf(rules.members, "HU");
    const bonus = (weeks: number, change: Change = () => {}) => {
      const end = (party: number) =>
        course((c) => {
          c.state.leverage.gone = FREED;
          c.state.tally.verifiedWeeks = p.jointWeeks;
          c.state.tally.measured[HU] = party;
          change(c);
        });
      const [had, none] = [scoresOf(rules, end(weeks)), scoresOf(rules, end(0))];
      expect(partsOf(rules, end(weeks))[HU + 2]!.joint).toBeCloseTo(had[HU + 2]! - none[HU + 2]!, 9);
      had.forEach((x, k) => {
        if (k !== HU + 2) expect(x).toBeCloseTo(none[k]!, 9);
      });
      return had[HU + 2]! - none[HU + 2]!;
    };
    expect(bonus(p.jointWeeks)).toBeCloseTo(p.joint, 9);
    expect(bonus(p.jointWeeks - 1)).toBe(0);
    expect(bonus(p.jointWeeks, (c) => (c.early = true))).toBe(0);
    expect(bonus(p.jointWeeks, (c) => (c.state.leverage.gone = FREED - 0.02))).toBe(0);
  });

  test("weeks under a measured agreement are counted for each capital that is party to it, once a week", () => {
    const state = fresh();
    const at = { from: 0, until: 10 };
    state.contracts = [
      standing(1, { ...at, id: "two" }),
      standing(1, { ...at, id: "three", parties: ["commission", "beijing", "HU"], until: 4 }),
      standing(1, { ...at, id: "four", parties: ["commission", "beijing", "HU", "CZ"], until: 6 }),
      standing(0.2, { ...at, id: "bare", parties: ["commission", "beijing", "SK"] }),
      standing(1, { ...at, id: "aside", parties: ["beijing", "BG"] }),
      standing(1, { ...at, id: "broken", parties: ["commission", "beijing", "HR"], state: "broken" }),
    ];
    for (let k = 0; k < 8; k++) {
      state.tick += 1;
      tallyWeek(rules, state);
    }
    const counted = rules.members.flatMap(({ code }, m) => {
      const weeks = state.tally.measured[m]!;
      return weeks > 0 ? [[code, weeks]] : [];
    });
    expect(Object.fromEntries(counted)).toEqual({ HU: 5, CZ: 5 });
    expect(state.tally.verifiedWeeks).toBe(8);
  });

  test("the path on which nobody acts has its security and no costs against itself", () => {
    const own = course();
    expect(own.later.leverage.gone).toBe(own.stillLater.leverage.gone);
    const [commission, beijing] = scoresOf(rules, own) as [number, number];
    expect(commission).toBeGreaterThan(10);
    expect(beijing).toBeGreaterThan(30);
  });
});
