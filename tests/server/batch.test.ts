// The commands that run without a server: they print what their readers rely on, and say what is wrong in words.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadScenario } from "../../server/scenarios.ts";
import type { Line } from "../../shared/journal.ts";
import type { Command } from "../../shared/moves/table.ts";
import { newGame } from "../helpers/play.ts";
import { newFolder } from "./helpers/folder.ts";

const command = (file: string) => join("server", "batch", file);
const run = (file: string, ...args: string[]) =>
  execFileSync(process.execPath, [command(file), ...args], { encoding: "utf8" });
const fails = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [command(file), ...args], { encoding: "utf8" });

describe("simulate", () => {
  test("prints shares that sum to one and the same answer for the same seeds", () => {
    const args = ["--scenario", "tiny", "--preset", "quick", "--games", "6", "--seed", "3", "--json"];
    const first = JSON.parse(run("simulate.ts", ...args));
    const again = JSON.parse(run("simulate.ts", ...args));
    expect(first).toMatchObject({ games: 6, weeks: 78 });
    const shares = Object.values(first.verdicts as Record<string, number>);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
    for (const side of ["commission", "beijing", "members"])
      expect(first.scores[side]).toMatchObject({ mean: expect.any(Number), sd: expect.any(Number) });
    expect({ ...again, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  test("tries a change of the scenario out", () => {
    const args = ["--scenario", "tiny", "--preset", "quick", "--games", "3", "--json"];
    const tried = (change: string) => JSON.parse(run("simulate.ts", ...args, "--set", change));
    expect(tried("presets.quick.weeks=30")).toMatchObject({ weeks: 30, ticks: 90 });
    expect(tried("presets.quick.weeks*=0.5")).toMatchObject({ weeks: 39, ticks: 117 });
  });

  test("says what every seat scored, did and was asked, whoever plays the games", () => {
    const args = ["--scenario", "tiny", "--preset", "quick", "--games", "5", "--json"];
    const alone = JSON.parse(run("simulate.ts", ...args, "--workers", "1"));
    const crowd = JSON.parse(run("simulate.ts", ...args, "--workers", "3"));
    expect(crowd).toEqual({ ...alone, seconds: crowd.seconds });
    const { commission } = alone.seats;
    expect(commission.score.low).toBeLessThan(commission.score.mean);
    expect(commission.score.mean).toBe(alone.scores.commission.mean);
    for (const { orders, asked } of Object.values(alone.seats) as Record<string, number>[]) {
      expect(orders).toBeGreaterThan(0);
      expect(asked).toBeGreaterThan(0);
    }
    // 78 weeks of two seconds, slower while votes are open.
    expect(alone.minutes).toBeGreaterThanOrEqual(78 * (2 / 60));
  });

  test.each([
    ["--games", "many", /--games must be a whole number/],
    ["--games", "1000000000", /--games must be a whole number of at most 1000000, not "1000000000"/],
    [
      "--seed",
      "99999999999999999999",
      /--seed must be a whole number of at most 9007199254740991, not "9{20}"/,
    ],
    [
      "--seed",
      "9007199254740990",
      /--seed must be at most 9007199254740892, so that 100 games have seeds of/,
    ],
    ["--workers", "5000", /--workers must be a whole number of at most 256/],
    ["--preset", "endless", /--preset must be one of quick, class/],
    ["--scenario", "nowhere", /no scenario called "nowhere"/],
    ["--colour", "blue", /--colour/],
    ["--set", "model.luck=1", /the path model.luck : there is no "luck"/],
    ["--set", "model.heat.start", /--set must be path=value or path\*=factor/],
    ["--set", "model.heat.start= ", /--set must be path=value or path\*=factor/],
    ["--set", "presets.quick.weeks=-3", /cannot be played: presets\.quick\.weeks/],
    ["--set", "members[DE].name=4", /the path members\[DE\].name is no number/],
  ])("%s %s is refused in words", (option, value, words) => {
    const { status, stderr } = fails("simulate.ts", option, value);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain("    at ");
  });
});

describe("tournament", () => {
  const args = [
    "--scenario",
    "tiny",
    "--preset",
    "quick",
    "--seeds",
    "2",
    "--only",
    "prepared,silent,charmer",
  ];

  test("plays every doctrine against every other, and the same on any number of threads", () => {
    const searched = [...args, "--exploit", "2", "--json"];
    const alone = JSON.parse(run("tournament.ts", ...searched, "--workers", "1"));
    expect(JSON.parse(run("tournament.ts", ...searched, "--workers", "3"))).toEqual(alone);
    expect(Object.keys(alone)).toEqual(["pairs", "dominant", "exploitability"]);
    expect(
      alone.pairs.map((p: { commission: string; beijing: string }) => [p.commission, p.beijing]),
    ).toEqual([
      ["prepared", "charmer"],
      ["prepared", "silent"],
      ["silent", "charmer"],
      ["silent", "silent"],
    ]);
    const [pair] = alone.pairs;
    expect(Object.keys(pair)).toEqual(["commission", "beijing", "members", "games", "verdicts", "scores"]);
    expect(pair).toMatchObject({ members: "mixed", games: 2 });
    const shares = Object.values(pair.verdicts as Record<string, { share: number }>).map((v) => v.share);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
    const { mean, low, high } = pair.scores.commission;
    expect(low <= mean && mean <= high && low < high).toBe(true);
    for (const side of ["commission", "beijing"]) {
      const { best, score, response } = alone.exploitability[side];
      expect(Object.keys(response.settings).length).toBeLessThanOrEqual(12);
      // Told on the seeds of the tournament, against the very games of the best doctrine.
      expect(best).not.toBe("silent");
      expect(response.gain.mean).toBeCloseTo(response.score.mean - score.mean, 1);
    }
  });

  test("takes the capitals one doctrine after the other", () => {
    const { pairs } = JSON.parse(
      run("tournament.ts", ...args, "--exploit", "0", "--members", "mixed,hawk", "--json"),
    );
    expect(pairs.map((p: { members: string }) => p.members)).toEqual([
      ...Array.from({ length: 4 }, () => "mixed"),
      ...Array.from({ length: 4 }, () => "hawk"),
    ]);
  });

  test("takes scores apart into what they are made of", () => {
    const { parts } = JSON.parse(run("tournament.ts", ...args, "--parts", "--json"));
    for (const cell of parts)
      for (const party of ["commission", "beijing", "members"]) {
        const sum = Object.values(cell.parts[party] as Record<string, number>).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(cell.scores[party], 0);
        expect(sum).toBeGreaterThan(0);
      }
  });

  test("says what a seat's own decisions are worth to it", () => {
    const asked = ["--impact", "--seats", "commission,LT", "--scenario", "tiny", "--preset", "quick"];
    const { seats } = JSON.parse(run("tournament.ts", ...asked, "--seeds", "4", "--exploit", "2", "--json"));
    expect(seats.map((s: { seat: string }) => s.seat)).toEqual(["commission", "LT"]);
    for (const { best, worst, gain, scores } of seats) {
      expect(Object.keys(scores)).toEqual(expect.arrayContaining(["silent", "policy 1", "policy 2"]));
      expect(Object.keys(scores)).toEqual(expect.arrayContaining([best, worst]));
      expect(gain.low <= gain.mean && gain.mean <= gain.high).toBe(true);
    }
  });

  test.each([
    ["--seeds", "1", /--seeds must be a whole number of at least 2/],
    [
      "--seed",
      "9007199254740000",
      /--seed must be at most 9007199253740986, so that 6 games have seeds of their own/,
    ],
    ["--exploit", "all", /--exploit must be a whole number of at least 0/],
    ["--seats", "DE,Atlantis", /--seats must be one of commission, .*not "Atlantis"/],
    ["--only", "prepared,napoleon", /--only must be one of prepared, .*not "napoleon"/],
    ["--only", "prepared", /--only leaves nobody to play the beijing/],
    ["--members", "angry", /--members must be one of mixed/],
    ["--workers", "none", /--workers must be a whole number/],
  ])("%s %s is refused in words", (option, value, words) => {
    const { status, stderr } = fails("tournament.ts", option, value);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe("sensitivity", () => {
  const list = (...parameters: object[]) => {
    const path = join(newFolder(), "parameters.json");
    writeFileSync(path, JSON.stringify(parameters));
    return path;
  };
  const small = ["--scenario", "tiny", "--preset", "quick", "--n", "4", "--repeats", "2", "--json"];

  test("tells the parameters that matter from one that does not, the same on any number of threads", () => {
    const path = list(
      { name: "points", paths: ["model.points.beijingIncome"], value: [0.05, 0.9] },
      { name: "pain", paths: ["members[*].tolerance"], scale: [0.3, 3] },
      { name: "a title", paths: ["presets.full.secondsPerWeek"], value: [1, 2] },
    );
    const alone = JSON.parse(run("sensitivity.ts", ...small, "--parameters", path, "--workers", "1"));
    expect(JSON.parse(run("sensitivity.ts", ...small, "--parameters", path, "--workers", "3"))).toEqual(
      alone,
    );
    expect(alone).toMatchObject({ n: 4, repeats: 2, games: 4 * 5 * 2 });
    expect(alone.outputs.map((o: { output: string }) => o.output)).toEqual([
      "commission",
      "beijing",
      "leverageGone",
      "outputLoss",
    ]);
    const [points, , title] = alone.outputs[1].indices;
    expect(points.total.value).toBeGreaterThan(0);
    expect(title).toMatchObject({ first: { value: 0 }, total: { value: 0, high: 0 } });
    expect(alone.top[0].parameter).not.toBe("a title");
  });

  test.each([
    ["a path that leads nowhere", [{ name: "x", paths: ["model.luck"], value: [0, 1] }], /no "luck"/],
    ["bounds the wrong way round", [{ name: "x", paths: ["model.heat.start"], value: [1, 0] }], /no list/],
    ["neither bounds nor factors", [{ name: "x", paths: ["model.heat.start"] }], /no list of parameters/],
  ])("refuses a list with %s", (_, parameters, words) => {
    const { status, stderr } = fails("sensitivity.ts", ...small, "--parameters", list(...parameters));
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe("replay", () => {
  const golden = "tests/golden/quick-7.json";

  test("agrees at every thirteen weeks with a game as played", () => {
    const lines = run("replay.ts", golden).trim().split("\n");
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/^week \d+ {2}[0-9a-f]{16} {2}agrees$/);
  });

  test("says where a changed journal differs", () => {
    const journal = JSON.parse(readFileSync(golden, "utf8"));
    const order = journal.lines.findIndex(
      (l: { command?: { kind: string } }) => l.command?.kind === "order-stock",
    );
    journal.lines[order].command.million = 40;
    const path = join(newFolder(), "changed.json");
    writeFileSync(path, JSON.stringify(journal));
    const { status, stdout } = fails("replay.ts", path);
    expect(status).toBe(1);
    expect(stdout).toMatch(/DIFFERS/);
  });

  test("agrees with a game that its host ended, also in a week that had a digest already", () => {
    const { rules, hash } = loadScenario("tiny");
    const match = newGame(rules, { weeks: 52 });
    for (let w = 0; w < 13; w++) match.advance();
    match.end();
    const journal = { header: { ...match.header, hash }, lines: match.lines };
    const path = join(newFolder(), "ended.json");
    writeFileSync(path, JSON.stringify(journal));
    const printed = run("replay.ts", path).trim().split("\n");
    expect(printed).toHaveLength(2);
    for (const line of printed) expect(line).toMatch(/^week 13 .*agrees$/);
  });

  test.each([
    [
      "an order about what there is not",
      (lines: Line[]) => {
        const place = lines.findIndex(({ kind }) => kind === "order");
        const command = { kind: "order-stock", input: "helium", million: 20 } as Command;
        lines[place] = { n: place + 1, kind: "order", seat: "commission", by: "bot", command };
      },
      /line 1 fails: "commission" cannot give the order order-stock as it stands there$/,
    ],
    ["a gap", (lines: Line[]) => void lines.splice(3, 1), /lines\[3\] carries the number 5, not 4$/],
    [
      "weeks after the end",
      (lines: Line[]) => lines.push({ n: lines.length + 1, kind: "week" }),
      /line \d+ fails: the game is over by then$/,
    ],
  ])("refuses %s with the line", (_, spoil, words) => {
    const journal = JSON.parse(readFileSync(golden, "utf8"));
    spoil(journal.lines);
    const path = join(newFolder(), "spoilt.json");
    writeFileSync(path, JSON.stringify(journal));
    const { status, stderr } = fails("replay.ts", path);
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(words);
  });

  test("refuses what is no export with the path", () => {
    const path = join(newFolder(), "none.json");
    writeFileSync(path, JSON.stringify({ header: {}, lines: [] }));
    const { status, stderr } = fails("replay.ts", path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/none\.json is not a session export: header/);
  });
});
