// The tools that play history: days, paths, measures, and what a run keeps of a game.

import { describe, expect, test } from "vitest";
import { dayNumber, monthShares, monthSpan, weekOf } from "../../shared/episode/calendar.ts";
import { measure, type Runs, type Series } from "../../shared/episode/measure.ts";
import { places, scaled, setAt, valueAt } from "../../shared/episode/path.ts";
import { firstState, found, playRun } from "../../shared/episode/play.ts";
import { namesOf, read } from "../../shared/episode/quantity.ts";
import type { Check } from "../../shared/episode/schema.ts";
import type { Measure, Omission } from "../../shared/episode/vocabulary.ts";
import { type Episode, type Plan, parseEpisode, playEpisode, prepare } from "../../shared/episode.ts";
import { brussels } from "../helpers/scenario.ts";

/** An episode of ten weeks with what is given, ready to be played. */
function plan(more: Partial<Record<keyof Episode, unknown>>): Plan {
  const check = { what: "heat", measure: { kind: "at", value: "heat", week: "end" }, low: 0, source: "test" };
  const bare = {
    format: 1,
    id: "x",
    title: "x",
    set: "holdout",
    start: "2025-01-01",
    weeks: 10,
    checks: [check],
  };
  const parsed = parseEpisode({ ...bare, without: ["cards", "calendar", "files", "projects"], ...more });
  const ready = "problems" in parsed ? parsed : prepare(parsed.episode, brussels.scenario);
  if ("problems" in ready) throw new Error(JSON.stringify(ready.problems));
  return ready.plan;
}

/** What one check says, of an episode with what is given. */
function outcome(
  check: Partial<Check> & { measure: unknown },
  more: Partial<Record<keyof Episode, unknown>> = {},
) {
  const whole = { what: "x", source: "test", low: -1e9, ...check };
  return playEpisode(plan({ ...more, checks: [whole] })).result.checks[0]!;
}

describe("days", () => {
  test.each([
    ["2024-12-31", "2025-01-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["1900-02-28", "1900-03-01", 1],
    ["2000-02-28", "2000-03-01", 2],
    ["2025-04-04", "2026-04-04", 365],
  ])("from %s to %s it is %d", (from, to, days) => {
    expect(dayNumber(to) - dayNumber(from)).toBe(days);
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(days);
  });

  test("a week begins on the day of the start and lasts seven", () => {
    expect(
      ["2025-04-04", "2025-04-10", "2025-04-11", "2025-04-03"].map((d) => weekOf("2025-04-04", d)),
    ).toEqual([0, 0, 1, -1]);
  });

  test("the weeks of a month hold all of its days, and no others", () => {
    const [from, until] = monthSpan("2025-05");
    expect(until - from).toBe(31);
    const { shares, whole } = monthShares("2025-04-04", 22, "2025-05");
    expect(7 * shares.reduce((a, b) => a + b, 0)).toBeCloseTo(31, 9);
    expect(shares.findIndex((s) => s > 0)).toBe(3);
    expect(whole).toBe(true);
    expect(monthShares("2025-04-04", 22, "2025-04").whole).toBe(false);
    expect(monthShares("2025-04-04", 8, "2025-05").whole).toBe(false);
  });
});

describe("paths", () => {
  const names = namesOf(brussels.rules);
  const at = (root: unknown, path: string) => places(root, path, names).map((p) => [p.address, valueAt(p)]);
  const state = firstState(plan({}), 1);
  const M = brussels.rules.M;
  const fr = names.members.indexOf("FR");

  test.each([
    ["a figure", "inputs[magnets].stockWeeks", "inputs[0].stockWeeks", 5],
    ["its value by name", "inputs[0].stockWeeks.value", "inputs[0].stockWeeks.value", 5],
    ["a member by code", "members[FR].evVote", `members[${fr}].evVote`, "for"],
    ["one of a row", "members[FR].use[magnets]", `members[${fr}].use[0]`, brussels.rules.members[fr]!.use[0]],
  ])("in a scenario: %s", (_, path, address, value) => {
    expect(at(brussels.scenario, path)).toEqual([[address, value]]);
  });

  test.each([
    ["a number", "heat", "heat", state.heat],
    ["a row by member", "inputs[magnets].stock[FR]", `inputs[0].stock[${fr}]`, state.inputs[0]!.stock[fr]],
    ["a row by sector", "trade.imports[vehicles]", "trade.imports[3]", state.trade.imports[3]],
    [
      "a table by sector and member",
      "trade.exports[agrifood,FR]",
      `trade.exports[${7 * M + fr}]`,
      state.trade.exports[7 * M + fr],
    ],
  ])("in the State: %s", (_, path, address, value) => {
    expect(at(state, path)).toEqual([[address, value]]);
  });

  test("a star means all of them, and of nothing none", () => {
    expect(at(state, "members[*].tolerance")).toHaveLength(M);
    expect(at(state, "contracts[*].kind")).toEqual([]);
  });

  test("a figure that is set keeps its unit and loses its range; a plain number is a plain number", () => {
    const scenario = structuredClone(brussels.scenario);
    setAt(places(scenario, "members[FR].tolerance", names)[0]!, 0.9);
    const { unit, range } = brussels.scenario.members[fr]!.tolerance;
    expect(scenario.members[fr]!.tolerance).toMatchObject({ value: 0.9, unit, range: [0.9, 0.9] });
    expect(range).not.toEqual([0.9, 0.9]);
    const root = { a: [1, 2] };
    setAt(places(root, "a[1]", names)[0]!, 5);
    expect(root).toEqual({ a: [1, 5] });
    expect(scaled([1, [2, 3]], 10)).toEqual([10, [20, 30]]);
  });
});

describe("measures", () => {
  /** Three weeks after a start: 10, then 1, 2, 4; without the script always 1; without "half" half of it. */
  const runs: Runs = {
    start: "2025-01-01",
    weeks: 3,
    series: (value, omitted: readonly Omission[]): Series => {
      if (value === "gap") return [null, 1, null, 4];
      if (omitted.includes("script")) return [1, 1, 1, 1];
      return omitted.length > 0 ? [5, 0.5, 1, 2] : [10, 1, 2, 4];
    },
  };
  const value = "heat";
  const rows: [string, Measure, number | null][] = [
    ["the end of a week", { kind: "at", value, week: 1 }, 2],
    ["a day in it", { kind: "at", value, week: "2025-01-14" }, 2],
    ["before the first", { kind: "at", value, week: "start" }, 10],
    ["after the last", { kind: "at", value, week: "end" }, 4],
    ["nothing there", { kind: "at", value: "gap", week: 1 }, null],
    ["all weeks, not the start", { kind: "sum", value }, 7],
    ["some weeks", { kind: "mean", value, from: 1 }, 3],
    ["until is left out", { kind: "most", value, from: 0, until: 2 }, 2],
    ["the least", { kind: "least", value }, 1],
    ["no weeks", { kind: "sum", value, from: 2, until: 2 }, null],
    ["a hole", { kind: "sum", value: "gap" }, null],
    ["the first above", { kind: "first", value, above: 1 }, 1],
    ["never", { kind: "first", value, above: 4 }, null],
    ["between", { kind: "weeks", value, above: 1, below: 4 }, 1],
    ["holes are no weeks", { kind: "weeks", value: "gap", above: 0 }, 2],
    ["a ratio", { kind: "ratio", of: { kind: "at", value, week: 2 }, to: { kind: "at", value, week: 1 } }, 2],
    [
      "a difference",
      { kind: "difference", of: { kind: "at", value, week: 2 }, to: { kind: "at", value, week: 0 } },
      3,
    ],
    ["without the script", { kind: "change", of: { kind: "at", value, week: 2 }, omit: "script" }, 3],
    ["without a part", { kind: "change", of: { kind: "at", value, week: 2 }, omit: ["half"] }, 1],
    ["in the other run", { kind: "without", of: { kind: "at", value, week: 2 }, omit: ["half"] }, 2],
    [
      "both",
      {
        kind: "without",
        of: { kind: "change", of: { kind: "at", value, week: 2 }, omit: "script" },
        omit: ["half"],
      },
      1,
    ],
  ];
  test.each(rows)("%s", (_, m, expected) => {
    expect(measure(runs, m)).toBe(expected);
  });

  test("months are weighed by days; several are missed together", () => {
    const weekly: Runs = { start: "2025-01-30", weeks: 6, series: () => [0, 7, 7, 7, 7, 7, 7] };
    expect(measure(weekly, { kind: "month", value, month: "2025-02", how: "sum" })).toBeCloseTo(28, 9);
    expect(measure(weekly, { kind: "month", value, month: "2025-02", how: "mean" })).toBeCloseTo(7, 9);
    expect(measure(weekly, { kind: "misfit", value, how: "sum", months: { "2025-02": 56 } })).toBeCloseTo(
      0.5,
      9,
    );
  });
});

describe("runs", () => {
  test("the same plan says the same, with bots and chance in it", () => {
    const busy = plan({
      seeds: 2,
      weeks: 30,
      bots: { beijing: "mixed", commission: "mixed", members: "usual" },
    });
    expect(playEpisode(busy)).toEqual(playEpisode(busy));
    const heats = (seed: number) => playRun(busy, seed, []).series.get('"heat"');
    expect(heats(1)).not.toEqual(heats(2));
  });

  test("what reaches the firms is what their stores gain and use; what set out before is what arrives", () => {
    const inputs = "state.inputs[magnets]";
    const values = [
      "shipped[magnets]",
      "arrived[magnets]",
      "stock[magnets]",
      "gap[magnets]",
      "elsewhere[magnets]",
      `${inputs}.adapt`,
    ];
    const path = `${inputs}.throughput`;
    const script = [
      { kind: "set", from: 2, until: 12, path, value: 0.1 },
      { kind: "set", from: 12, path, value: 1.5 },
    ];
    const { series } = playRun({ ...plan({ script, weeks: 60 }), quantities: values }, 1, []);
    const [sent, arrived, stock, gap, elsewhere, adapt] = values.map((v) => series.get(JSON.stringify(v))!);
    const weekly = brussels.rules.inputs[0]!.demand / 52;
    for (let k = 1; k <= 20; k++) {
      const used = (1 - gap![k]!) * (1 - adapt![k]!);
      const gained = stock![k]! - stock![k - 1]! + used - elsewhere![k]!;
      expect(Math.abs(arrived![k]! / weekly - gained)).toBeLessThan(0.01);
    }
    const sum = (xs: (number | null)[], from: number, until: number) =>
      xs.slice(from, until).reduce<number>((a, b) => a + b!, 0);
    expect(sum(sent!, 4, 12) / sum(sent!, 20, 28)).toBeLessThan(0.4);
    expect(Math.abs(sum(sent!, 1, 56) / sum(arrived!, 6, 61) - 1)).toBeLessThan(0.02);
  });

  test("a place is held from its week until before another, and not before", () => {
    const script = [{ kind: "set", from: 3, until: 5, path: "state.heat", value: 77 }];
    const held = (week: number) =>
      outcome({ measure: { kind: "at", value: "heat", week } }, { script }).modelled!;
    expect(held(2)).toBeLessThan(30);
    expect(held(3)).toBeCloseTo(77 * 0.98, 0);
    expect(held(4)).toBeCloseTo(77 * 0.98, 0);
    expect(held(5)).toBeLessThan(held(4));
  });

  test("scale multiplies what stands there, in the scenario, the start and the script", () => {
    const overrides = [
      { path: "sectors[*].imports", scale: 0.5 },
      { path: "state.inputs[magnets].stock", scale: 2 },
    ];
    const at = (value: string, week: string) =>
      outcome({ measure: { kind: "at", value, week } }, { overrides }).modelled!;
    const imports = brussels.rules.sectors.reduce((sum, s) => sum + s.imports, 0);
    expect(at("imports", "start")).toBeCloseTo(imports / 2, 6);
    expect(at("state.inputs[magnets].stock[DE]", "start")).toBeCloseTo(
      2 * firstState(plan({}), 1).inputs[0]!.stock[4]!,
      9,
    );
  });

  test("an order is given in its week; an id that cannot be known is searched", () => {
    const script = [
      {
        kind: "order",
        week: 1,
        seat: "commission",
        command: { kind: "open-case", form: "anti-dumping", sector: "vehicles", breadth: "product" },
      },
      {
        kind: "order",
        week: 3,
        seat: "commission",
        command: { kind: "drop-case", file: { find: "files", where: { sector: "vehicles" } } },
      },
    ];
    const week = (code: "case-opened" | "case-dropped") =>
      outcome({ measure: { kind: "first", value: { kind: "news", code }, above: 0 } }, { script }).modelled;
    expect([week("case-opened"), week("case-dropped")]).toEqual([1, 3]);
  });

  test("an order that is refused, or searches in vain, is a miss of its own", () => {
    const command = { kind: "drop-case", file: { find: "files", where: { sector: "vehicles" } } };
    const script = [{ kind: "order", week: 1, seat: "commission", command }];
    const { result, refusals } = playEpisode(plan({ script, seeds: 2 }));
    expect(result.checks.at(-1)).toMatchObject({ observed: 1, modelled: 0, pass: false });
    expect(refusals).toMatchObject([
      { seed: 1, week: 1, entry: 0, reason: "no-such-thing (file among files)" },
      { seed: 2, week: 1, entry: 0, reason: "no-such-thing (file among files)" },
    ]);
  });

  test("a refusal says what is lacking, how much of it is needed, and from when it would be possible", () => {
    const refused = (orders: object[], points: number) => {
      const script = orders.map((order) => ({ kind: "order", week: 1, seat: "commission", ...order }));
      const overrides = [{ path: "state.commission.points", value: points }];
      return playEpisode(plan({ script, overrides })).refusals.map(({ reason }) => reason);
    };
    const open = { kind: "open-case", form: "anti-subsidy", sector: "vehicles", breadth: "product" };
    expect(refused([{ command: open }], 0)).toEqual(["not-enough-points (have 0.25, need 1)"]);
    const say = { kind: "make-statement", form: "scoreboard" };
    expect(refused([{ command: say }, { command: say }], 9)).toEqual(["cooling-down (until week 9)"]);
  });

  test("however much is lost, no episode ends early, and orders are still taken", () => {
    const command = { kind: "make-statement", form: "scoreboard" };
    const script = [
      { kind: "set", from: 0, path: "state.heat", value: 100 },
      { kind: "order", week: 28, seat: "commission", command },
    ];
    expect(playEpisode(plan({ script, weeks: 30 })).refusals).toEqual([]);
    expect(
      outcome({ measure: { kind: "weeks", value: "heat", above: 50 } }, { script, weeks: 30 }).modelled,
    ).toBe(30);
  });

  test("seats without a bot give no orders", () => {
    const quiet = plan({ weeks: 40 });
    const loud = plan({ weeks: 40, bots: { commission: "force" } });
    const opened = { kind: "news", code: "case-opened" } as const;
    const count = (p: Plan) =>
      playRun({ ...p, quantities: [opened] }, 1, [])
        .series.get(JSON.stringify(opened))!
        .filter((x) => x! > 0).length;
    expect(count(quiet)).toBe(0);
    expect(count(loud)).toBeGreaterThan(0);
  });
});

describe("values", () => {
  const ready = plan({});
  const state = firstState(ready, 1);
  const moment = {
    rules: ready.rules,
    names: namesOf(ready.rules),
    state,
    past: null,
    news: ["vote-passed", "vote-passed"],
  };
  state.files = brussels.rules.files.length > 0 ? firstState(plan({ without: [] }), 1).files : [];

  test("names, paths, constants, news and arithmetic", () => {
    expect(read(moment, 3)).toBe(3);
    expect(read(moment, "heat")).toBe(state.heat);
    expect(read(moment, "state.heat")).toBe(state.heat);
    expect(read(moment, "inputs[magnets].demand")).toBe(20_000);
    expect(read(moment, "imports[vehicles]")).toBe(state.trade.imports[3]);
    expect(read(moment, { kind: "news", code: "vote-passed" })).toBe(2);
    expect(read(moment, { kind: "minus", parts: [10, 3, 2] })).toBe(5);
    expect(read(moment, { kind: "over", parts: [1, 0] })).toBe(null);
    expect(read(moment, "shipped[magnets]")).toBe(null);
    expect(read(moment, "state.files[gone].duty")).toBe(null);
  });

  test("what a duty does to the exporters' price is no change of volume", () => {
    const overrides = [
      { path: "sectors[vehicles].drift", value: 0 },
      { path: "sectors[vehicles].dutyEurope", value: 0.1 },
    ];
    const script = [{ kind: "set", from: 0, path: "state.trade.dutyEurope[vehicles]", value: 0.31 }];
    const of: Measure = { kind: "at", value: "imports[vehicles]", week: 0 };
    const to: Measure = { kind: "at", value: "import-volume[vehicles]", week: 0 };
    const { passThrough } = brussels.rules.sectors[3]!;
    const price = outcome({ measure: { kind: "ratio", of, to } }, { overrides, script }).modelled!;
    expect(price).toBeCloseTo((1.1 / 1.31) ** (1 - passThrough), 9);
  });

  test("the member that is shortest, and what is at stake in cases that are new", () => {
    const here = firstState(plan({ without: [] }), 1);
    here.inputs[0]!.gap[4] = 0.25;
    expect(read({ ...moment, state: here }, "largest-gap[magnets]")).toBe(0.25);
    expect(read({ ...moment, state: here }, "at-stake-beijing")).toBe(0);
    const brandy = here.files.find((f) => f.side === "beijing")!;
    brandy.why = "move";
    const food = here.trade.exports.slice(7 * ready.rules.M).reduce((a, b) => a + b, 0);
    expect(read({ ...moment, state: here }, "at-stake-beijing")).toBeCloseTo(brandy.breadth * food, 9);
    brandy.stage = "closed";
    expect(read({ ...moment, state: here }, "at-stake-beijing")).toBe(0);
  });

  test("of several matches an order means the newest", () => {
    const [first, second] = state.files.filter((f) => f.side === "beijing");
    const search = { kind: "drop-case", file: { find: "files", where: { side: "beijing" } } };
    const newest = found(search, { ...state, files: [first!, second!] }, moment.names);
    expect(newest).toEqual({ kind: "drop-case", file: second!.id });
    expect(found(search, { ...state, files: [] }, moment.names)).toBe(undefined);
  });

  test("leverage is read anew when the start is changed", () => {
    const changed = plan({ overrides: [{ path: "state.inputs[magnets].stock", scale: 0.2 }] });
    expect(firstState(changed, 1).leverage.hold).toBeGreaterThan(state.leverage.hold);
  });

  test("many places fold into one, chosen by what their items say", () => {
    const path = "state.files[*].duty";
    const duties = state.files.filter((f) => f.side === "beijing").map((f) => f.duty);
    expect(duties.length).toBeGreaterThan(1);
    const where = { side: "beijing" };
    expect(read(moment, { kind: "path", path, where })).toBeCloseTo(
      duties.reduce((a, b) => a + b, 0),
      12,
    );
    expect(read(moment, { kind: "path", path, where, fold: "most" })).toBe(Math.max(...duties));
    expect(read(moment, { kind: "path", path, where, fold: "least" })).toBe(Math.min(...duties));
    const mean = duties.reduce((a, b) => a + b, 0) / duties.length;
    expect(read(moment, { kind: "path", path, where, fold: "mean" })).toBeCloseTo(mean, 12);
    expect(read(moment, { kind: "path", path: "state.files[*]", where, fold: "count" })).toBe(duties.length);
    expect(read(moment, { kind: "path", path: "state.files[*].kind", is: "law", fold: "count" })).toBe(3);
    expect(
      read(moment, { kind: "path", path: "state.files[*]", where: { sector: "vehicles" }, fold: "count" }),
    ).toBe(2);
  });
});

describe("what passes", () => {
  const heat = { measure: { kind: "at", value: "heat", week: "start" } };
  const start = brussels.rules.model.heat.start;

  test.each([
    [
      "within a relative tolerance",
      { observed: start * 1.09, tolerance: { relative: 0.1 }, low: undefined },
      true,
    ],
    ["beyond it", { observed: start * 1.2, tolerance: { relative: 0.1 }, low: undefined }, false],
    ["within an absolute one", { observed: start + 1, tolerance: { absolute: 1 }, low: undefined }, true],
    ["under a bound", { low: start + 1 }, false],
    ["over a bound", { low: undefined, high: start - 1 }, false],
    ["on both bounds", { low: start, high: start }, true],
  ])("%s", (_, check, pass) => {
    expect(outcome({ ...heat, ...check } as never)).toMatchObject({ modelled: start, pass });
  });

  test("a day stands for its week, and a figure the model does not give passes nothing", () => {
    const never = { kind: "first", value: "heat", above: 1000 };
    const check = { measure: never, observed: "2025-02-01", tolerance: { weeks: 3 }, low: undefined };
    expect(outcome(check as never)).toMatchObject({
      observed: 4,
      low: 1,
      high: 7,
      modelled: null,
      pass: false,
    });
  });

  test("timing may be off by so many weeks: the nearest counts", () => {
    const script = [{ kind: "set", from: 6, until: 7, path: "state.heat", value: 90 }];
    const check = (within: number) => ({
      measure: { kind: "at", value: "heat", week: 4 },
      observed: 88,
      tolerance: { relative: 0.05 },
      low: undefined,
      within,
    });
    expect(outcome(check(1) as never, { script }).pass).toBe(false);
    expect(outcome(check(2) as never, { script }).pass).toBe(true);
  });

  test("seeds become one by mean, median or the share within bounds", () => {
    const at = (across: unknown) =>
      outcome(
        { measure: { kind: "at", value: "state.members[DE].tolerance", week: "start" }, across } as never,
        { seeds: 4 },
      ).modelled!;
    const drawn = [1, 2, 3, 4]
      .map((seed) => firstState(plan({}), seed).members[4]!.tolerance)
      .sort((a, b) => a - b);
    expect(new Set(drawn).size).toBe(4);
    expect(at("mean")).toBeCloseTo(drawn.reduce((a, b) => a + b, 0) / 4, 12);
    expect(at("median")).toBeCloseTo((drawn[1]! + drawn[2]!) / 2, 12);
    expect(at({ share: { low: drawn[1]! } })).toBe(0.75);
    const some = { kind: "first", value: "state.members[DE].tolerance", above: drawn[1]! };
    expect(outcome({ measure: some, across: { share: { low: 0 } } } as never, { seeds: 4 }).modelled).toBe(
      0.5,
    );
    expect(outcome({ measure: some, across: "mean" } as never, { seeds: 4 }).modelled).toBe(0);
  });
});
