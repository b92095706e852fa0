// The commands that run without a server: they print what their readers rely on, and say what is wrong in words.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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

  test.each([
    ["--games", "many", /--games must be a whole number/],
    ["--preset", "endless", /--preset must be one of quick, class/],
    ["--scenario", "nowhere", /no scenario called "nowhere"/],
    ["--colour", "blue", /--colour/],
  ])("%s %s is refused in words", (option, value, words) => {
    const { status, stderr } = fails("simulate.ts", option, value);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain("    at ");
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

  test("refuses what is no export with the path", () => {
    const path = join(newFolder(), "none.json");
    writeFileSync(path, JSON.stringify({ header: {}, lines: [] }));
    const { status, stdout } = fails("replay.ts", path);
    expect(status).toBe(1);
    expect(stdout).toMatch(/not a session export: header/);
  });
});
