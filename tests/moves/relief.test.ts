// M5 and M8: relief, solidarity and missions.

import { describe, expect, test } from "vitest";
import { newTrace, silent } from "../../shared/explain.ts";
import { QUARTER } from "../../shared/indicators.ts";
import { commandSchema } from "../../shared/moves/table.ts";
import type { MemberCode } from "../../shared/seat.ts";
import { clone, type State, type Term } from "../../shared/state.ts";
import { step } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { politicsWeek } from "../../shared/world/politics.ts";
import { signed } from "../helpers/agreement.ts";
import { input, m, member, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";

const relieve = (sector: string) => ({ kind: "grant-relief", sector });

/** Every capital hurts: lines of it stand still, and it sells less of everything. */
function hurt(state: State): void {
  for (const one of state.members) Object.assign(one, { pain: 0.5, linesStopped: 3 });
  state.trade.lost.fill(0.1);
}

const { reliefDelay, reliefWeeks, reliefEvery } = rules.model.politics;

const reliefs: Row[] = [
  {
    name: "half a year's purse for half a year of relief",
    seat: "DE",
    given: hurt,
    order: relieve("vehicles"),
    does(after, before) {
      const de = member(after, "DE");
      expect(de.purse).toBeLessThan(member(before, "DE").purse);
      expect(de).toMatchObject({
        aid: [{ of: "vehicles", from: reliefDelay, until: reliefDelay + reliefWeeks - 1 }],
        reliefNext: rules.model.politics.reliefEvery,
      });
      expect(told(after, before, "relief-granted")).toMatchObject([{ about: ["DE", "vehicles"] }]);
    },
  },
  { name: "where nothing hurts", seat: "DE", order: relieve("vehicles"), refused: "no-pain" },
  {
    name: "a sector that sells as much as ever, while lines stand still",
    seat: "DE",
    given: (state) => {
      hurt(state);
      state.trade.lost[s("vehicles") * rules.M + m("DE")] = 0;
    },
    order: relieve("vehicles"),
    refused: "no-pain",
  },
  {
    name: "a sector in which only others lose",
    seat: "DE",
    given: (state) => {
      hurt(state);
      state.trade.lost.forEach((_, k) => {
        if (k % rules.M === m("DE")) state.trade.lost[k] = 0;
      });
    },
    order: relieve("agrifood"),
    refused: "no-pain",
  },
  {
    name: "lines, where none stands still",
    seat: "DE",
    given: (state) => {
      hurt(state);
      member(state, "DE").linesStopped = 0;
    },
    order: relieve("lines"),
    refused: "no-pain",
  },
  {
    name: "the cooldown",
    seat: "DE",
    given: (state) => {
      hurt(state);
      member(state, "DE").reliefNext = 6;
    },
    order: relieve("vehicles"),
    refused: { code: "cooling-down", until: 6 },
  },
  {
    name: "an empty purse",
    seat: "DE",
    given: (state) => {
      hurt(state);
      member(state, "DE").purse = 1;
    },
    order: relieve("vehicles"),
    refused: "not-enough-money",
  },
  { name: "no such sector", seat: "DE", order: relieve("spices"), refused: "no-such-thing" },
  {
    name: "Brussels has no such purse",
    seat: "commission",
    order: relieve("vehicles"),
    refused: "not-your-seat",
  },
];

describe("grant-relief", () => {
  test.each(reliefs)("$name", play);

  /** The pain of a week, fresh, of a capital that pays for the relief of one thing, so many weeks after its order. */
  const pain = (
    code: MemberCode,
    of: string,
    losses: (state: State) => void,
    later = reliefDelay,
  ): number => {
    const state = position();
    hurt(state);
    if (of !== "") expect(order(state, code, relieve(of))).toBeNull();
    state.tick = later;
    for (const one of state.members) Object.assign(one, { pain: 0, outputLoss: 0, exportLoss: 0 });
    state.trade.lost.fill(0);
    losses(state);
    politicsWeek(rules, state, silent);
    return member(state, code).pain;
  };
  const less = (code: MemberCode, of: string, losses: (state: State) => void): number =>
    1 - pain(code, of, losses) / pain(code, "", losses);
  const { relief } = rules.model.politics;
  const stopped = (state: State) => {
    member(state, "DE").outputLoss = 5;
  };
  /** Sales of a sector that are held up, and found no other buyer. */
  const held = (code: MemberCode, sector: string) => (state: State) => {
    const k = s(sector) * rules.M + m(code);
    const lost = state.trade.exports[k]! * 0.3;
    state.trade.lost[k] = lost;
    member(state, code).exportLoss = lost;
  };

  test.each<[MemberCode, string]>([
    ["FR", "agrifood"],
    ["ES", "agrifood"],
    ["LT", "machinery"],
    ["DE", "vehicles"],
  ])("%s: the pain of %s alone falls by 40 %, and that of another sector does not", (code, sector) => {
    expect(less(code, sector, held(code, sector))).toBeCloseTo(relief, 2);
    expect(less(code, "consumer", held(code, sector))).toBeCloseTo(0, 2);
    expect(less(code, "lines", held(code, sector))).toBeCloseTo(0, 2);
  });

  test("the pain of lines that stand still falls by as much, whatever they make", () => {
    expect(less("DE", "lines", stopped)).toBeCloseTo(relief, 2);
    expect(less("DE", "vehicles", stopped)).toBeCloseTo(0, 2);
  });

  test("is paid from the fourth week on, for half a year", () => {
    const eased = (later: number): boolean =>
      pain("DE", "lines", stopped, later) < pain("DE", "", stopped, later) - 1e-9;
    expect(reliefDelay).toBe(4);
    const weeks = Array.from({ length: 40 }, (_, later) => later).filter(eased);
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual([
      reliefDelay,
      reliefDelay + reliefWeeks - 1,
      reliefWeeks,
    ]);
  });

  test("with the fund on top it is never more than the pain", () => {
    const both = (state: State) => {
      stopped(state);
      Object.assign(state.commission, { fund: 1000, fundFrom: 0 });
    };
    expect(pain("DE", "lines", both)).toBeGreaterThan(0);
    expect(pain("DE", "lines", both)).toBeCloseTo(
      pain("DE", "", stopped) * (1 - relief) * (1 - rules.model.politics.fundCover),
      6,
    );
  });

  test("a second relief leaves the first in force, and its own capital sees both", () => {
    const state = position();
    hurt(state);
    expect(order(state, "FR", relieve("agrifood"))).toBeNull();
    state.tick = reliefEvery;
    expect(order(state, "FR", relieve("lines"))).toBeNull();
    const from = reliefEvery + reliefDelay;
    expect(view(rules, state, "FR").own.aid).toEqual([
      { of: "agrifood", from: reliefDelay, until: reliefDelay + reliefWeeks - 1 },
      { of: "lines", from, until: from + reliefWeeks - 1 },
    ]);
    for (const seat of ["DE", "commission", "beijing"] as const)
      expect(view(rules, state, seat).own.aid).toEqual([]);
    const fresh = (aid: boolean): number => {
      const at = clone(state);
      for (const one of at.members) Object.assign(one, { pain: 0, outputLoss: 0, exportLoss: 0 });
      at.trade.lost.fill(0);
      held("FR", "agrifood")(at);
      if (!aid) member(at, "FR").aid = [];
      politicsWeek(rules, at, silent);
      return member(at, "FR").pain;
    };
    expect(1 - fresh(true) / fresh(false)).toBeCloseTo(relief, 2);
    state.tick = reliefDelay + reliefWeeks;
    expect(view(rules, state, "FR").own.aid.map(({ of }) => of)).toEqual(["lines"]);
  });

  test("for the same thing again: one relief, that runs longer", () => {
    const state = position();
    hurt(state);
    order(state, "FR", relieve("agrifood"));
    state.tick = reliefEvery;
    order(state, "FR", relieve("agrifood"));
    const until = reliefEvery + reliefDelay + reliefWeeks - 1;
    expect(member(state, "FR").aid).toEqual([{ of: "agrifood", from: reliefDelay, until }]);
  });

  test("goods held up at customs are sales lost, in the sector and the state that they hit", () => {
    const state = position();
    const k = s("agrifood") * rules.M + m("FR");
    state.trade.banGoal[k] = 0.6;
    expect(order(state, "FR", relieve("agrifood"))).toMatchObject({ code: "no-pain" });
    pass(state, 2);
    const { lost } = view(rules, state, "FR").own;
    expect(lost.map((x, at) => [rules.sectors[at]!.id, x > 0])).toEqual(
      rules.sectors.map(({ id }) => [id, id === "agrifood"]),
    );
    expect(lost[s("agrifood")]).toBeCloseTo(member(state, "FR").exportLoss, 3);
    expect(order(state, "FR", relieve("vehicles"))).toMatchObject({ code: "no-pain" });
    expect(order(state, "FR", relieve("agrifood"))).toBeNull();
    for (const seat of ["DE", "commission", "beijing"] as const)
      expect(view(rules, state, seat).own.lost.every((x) => x === 0)).toBe(true);
  });

  test("two reliefs empty a year's purse", () => {
    const state = position();
    hurt(state);
    expect(order(state, "FR", relieve("consumer"))).toBeNull();
    state.tick = rules.model.politics.reliefEvery;
    expect(order(state, "FR", relieve("consumer"))).toBeNull();
    state.tick *= 2;
    expect(order(state, "FR", relieve("consumer"))).toMatchObject({ code: "not-enough-money" });
  });
});

const share = (to: string, what = "magnets") => ({ kind: "share-stock", input: what, to });

const shares: Row[] = [
  {
    name: "what one gives the other receives, in goods",
    seat: "DE",
    given: (state) => {
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
    },
    order: share("FR"),
    does(after, before) {
      const use = (code: string) => rules.members[m(code)]!.use[0]!;
      const lost = input(before, "magnets").stock[m("DE")]! - input(after, "magnets").stock[m("DE")]!;
      const gained = input(after, "magnets").stock[m("FR")]! - input(before, "magnets").stock[m("FR")]!;
      expect(lost).toBeGreaterThan(0);
      expect(gained * use("FR")).toBeCloseTo(lost * use("DE"), 10);
      expect(member(after, "DE").standing).toBe(
        member(before, "DE").standing + rules.model.moves.shareStanding,
      );
      expect(after.solidarity).toBeGreaterThan(before.solidarity);
      expect(after.tally.solidarity[m("DE")]).toBe(1);
      expect(told(after, before, "stock-shared")).toHaveLength(1);
    },
  },
  {
    name: "in calm the goods are sent as promised, and nobody is thanked",
    seat: "DE",
    order: share("FR"),
    does(after, before) {
      expect(after.tally.solidarity[m("DE")]).toBe(0);
      expect(after.tally.deeds[m("DE")]!.shared).toBe(0);
      expect(after.tally.deeds[m("FR")]!.helped).toBe(0);
      expect(member(after, "DE").standing).toBe(member(before, "DE").standing);
      expect(after.solidarity).toBe(before.solidarity);
    },
  },
  {
    name: "makers who lack it are thankful without a squeeze too",
    seat: "DE",
    given: (state) => {
      input(state, "magnets").gap[m("FR")] = 0.2;
    },
    order: share("FR"),
    does: (after, before) =>
      expect(member(after, "DE").standing).toBeGreaterThan(member(before, "DE").standing),
  },
  {
    name: "a small receiver is not buried",
    seat: "DE",
    order: share("MT"),
    does(after, before) {
      const gained = input(after, "magnets").stock[m("MT")]! - input(before, "magnets").stock[m("MT")]!;
      expect(gained).toBeCloseTo(rules.model.moves.shareMost, 10);
    },
  },
  {
    name: "not out of an empty store",
    seat: "DE",
    given: (state) => {
      input(state, "magnets").stock[m("DE")] = 0.8;
    },
    order: share("FR"),
    refused: { code: "out-of-range", what: "store" },
  },
  { name: "not to oneself", seat: "DE", order: share("DE"), refused: "no-such-thing" },
  { name: "no such input", seat: "DE", order: share("FR", "helium"), refused: "no-such-thing" },
  {
    name: "relief and solidarity share one cooldown",
    seat: "DE",
    given: (state) => {
      hurt(state);
      order(state, "DE", share("FR"));
    },
    order: relieve("vehicles"),
    refused: "cooling-down",
  },
];

describe("share-stock", () => {
  test.each(shares)("$name", play);

  test("its thanks are told as help among capitals", () => {
    const state = position();
    input(state, "magnets").gap[m("FR")] = 0.2;
    const trace = newTrace({ cohesion: () => state.cohesion });
    const command = commandSchema.parse(share("FR"));
    step(rules, state, { kind: "order", seat: "DE", by: "test", command }, trace);
    expect(trace.rows.cohesion).toEqual([
      { cause: "solidarity", amount: expect.closeTo(rules.model.politics.solidarity, 9) },
    ]);
  });

  test.each<[string, "FR" | "CZ" | "", "kept" | "broken"]>([
    ["by a gift to that capital", "FR", "kept"],
    ["not by a gift to another", "CZ", "broken"],
    ["not by other solidarity", "", "broken"],
  ])("a promise to share with one capital is kept %s", (_, to, state) => {
    const world = position();
    const term: Term = {
      ...{ by: "DE", metric: "share-stock", about: "FR" },
      ...{ value: 1, weeks: 2, measure: "public" },
    };
    const contract = signed(rules, world, [term], ["DE", "FR"]);
    if (to !== "") expect(order(world, "DE", share(to))).toBeNull();
    else world.tally.solidarity[m("DE")]! += 1;
    pass(world, 3);
    expect(contract.terms[0]!.state).toBe(state);
  });
});

const mission = { kind: "send-mission" };

const missions: Row[] = [
  {
    name: "more exports for half a year, true licence figures for a quarter, and the others frown",
    seat: "IT",
    order: mission,
    does(after, before) {
      expect(after.trade.boost[m("IT")]).toBe(0);
      const boost = after.trade.ahead[0]!.by;
      expect(boost).toBeGreaterThanOrEqual(0.03 - 1e-9);
      expect(boost).toBeLessThanOrEqual(0.08 + 1e-9);
      expect(after.cohesion).toBeLessThan(before.cohesion);
      expect(member(after, "IT")).toMatchObject({
        points: 4,
        missionNext: rules.model.politics.missionEvery,
      });
      expect(view(rules, after, "IT").own.throughput[0]).toBe(1.15);
      expect(told(after, before, "mission-sent")).toMatchObject([{ about: ["IT"], to: [] }]);
    },
  },
  {
    name: "half the price for the small",
    seat: "MT",
    order: mission,
    does: (after) => expect(member(after, "MT").points).toBe(4.5),
  },
  {
    name: "the cooldown",
    seat: "IT",
    given: (state) => {
      member(state, "IT").missionNext = 26;
    },
    order: mission,
    refused: { code: "cooling-down", until: 26 },
  },
  {
    name: "a point is needed",
    seat: "IT",
    given: (state) => {
      member(state, "IT").points = 0.75;
    },
    order: mission,
    refused: "not-enough-points",
  },
];

describe("send-mission", () => {
  test.each(missions)("$name", play);

  test("sales to China rise from the third week on, for half a year", () => {
    const home = position();
    const gone = position();
    order(gone, "IT", mission);
    const more = Array.from({ length: 34 }, () => {
      pass(home, 1);
      pass(gone, 1);
      const [usual, now] = [home, gone].map(
        (state) => state.trade.exports[s("vehicles") * rules.M + m("IT")]!,
      );
      return now! / usual! > 1.02;
    });
    const weeks = more.flatMap((sells, week) => (sells ? [week + 1] : []));
    expect([weeks[0], weeks.length]).toEqual([3, rules.model.politics.missionEvery]);
  });

  test("who follows within the quarter brings home, and splits, less: the second half, the third a third", () => {
    /** Points of cohesion lost and the most sold more by a mission after others, so many weeks before. */
    const sent = (others: readonly MemberCode[], weeks: number): { split: number; sold: number } => {
      const state = position();
      state.tick = weeks;
      for (const code of others) member(state, code).missionNext = rules.model.politics.missionEvery;
      state.cohesion = 50;
      expect(order(state, "IT", mission)).toBeNull();
      return { split: 50 - state.cohesion, sold: state.trade.ahead[0]!.by };
    };
    const first = sent([], QUARTER - 1);
    expect(first.split).toBeCloseTo(rules.model.politics.missionCohesion, 9);
    for (const [others, part] of [
      [["FR"], 1 / 2],
      [["FR", "MT"], 1 / 3],
    ] as const) {
      const next = sent(others, QUARTER - 1);
      expect(next.split).toBeCloseTo(part * first.split, 9);
      expect(next.sold).toBeCloseTo(part * first.sold, 9);
      expect(sent(others, QUARTER)).toEqual(sent([], QUARTER));
    }
  });
});
