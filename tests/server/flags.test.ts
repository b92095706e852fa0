// Every command that runs without a server, asked for what it cannot give: one sentence that names the thing and the
// reason, exit code 2, and nothing else printed or played.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "flags-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, what: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof what === "string" ? what : JSON.stringify(what));
  return path;
};

const BROKEN = file("broken.json", "{\n  oh");
const NONE = join(folder, "none.json");
const golden = JSON.parse(readFileSync("tests/golden/tiny-3.json", "utf8"));
const OTHER = file("other.json", { ...golden, header: { ...golden.header, hash: "0".repeat(16) } });
const MARS = file("mars.json", { ...golden, header: { ...golden.header, scenario: "mars" } });
const GUEST = file("guest.json", {
  ...golden,
  lines: [{ n: 1, kind: "holder", seat: "MT", holder: "bot" }, ...golden.lines],
});
const FITTED = (low: number, high: number, path = "inputs[magnets].chinaShare") =>
  file(`fit-${path.length}-${low}.json`, [{ path, low, high }]);
const MOVED = (value: number[], path = "inputs[*].chinaShare") =>
  file(`moved-${value}.json`, [{ name: "x", paths: [path], value }]);

type Row = [args: string[], said: RegExp];

const COMMANDS: Record<string, Row[]> = {
  simulate: [
    [["--help"], /^there is no flag --help; there are --scenario, --preset, --seed/],
    [["--games"], /^--games needs a value$/],
    [["--games="], /^--games must be a whole number of at least 1, not ""$/],
    [["--games", "-5"], /^--games must be a whole number of at least 1, not "-5"$/],
    [["--games", "2.5"], /^--games must be a whole number of at least 1, not "2.5"$/],
    [["--games", "3", "--games", "4"], /^--games stands there twice$/],
    [["--seed", "-1"], /^--seed must be a whole number of at least 0, not "-1"$/],
    [["--seed", "1e99"], /^--seed must be a whole number of at most/],
    [["--workers", "0"], /^--workers must be a whole number of at least 1/],
    [["--json=yes"], /^--json takes no value, not "yes"$/],
    [["--scenario", ""], /^there is no scenario called ""$/],
    [["--preset", ""], /^--preset must be one of/],
    [["-x"], /^there is no flag -x/],
    [["many"], /^"many" is no flag, and the command takes nothing else$/],
    [["--set", "inputs[magnets].chinaShare=-4"], /inputs\[0\]\.chinaShare\.value must lie between 0 and 1$/],
    [["--set", "inputs[*].stockWeeks=0"], /inputs\[0\]\.stockWeeks\.value must be above 0$/],
    [["--set", "inputs[*].transitWeeks=0"], /inputs\[0\]\.transitWeeks\.value must be above 0$/],
    [["--set", "inputs[*].throughput=-5"], /inputs\[0\]\.throughput\.value must not be negative$/],
    [["--set", "members[DE].gdp=0"], /members\[\d+\]\.gdp\.value must be above 0$/],
    [["--set", "members[*].tolerance*=0"], /members\[0\]\.tolerance\.value must be above 0$/],
    [["--set", "model.trade.growth=1e9"], /model\.trade\.growth\.value must lie between -1 and 1$/],
    // Each figure is possible, and together they run out of all bounds.
    [["--scenario", "tiny", "--games", "1", "--set", "model.trade.demand=1e9"], /^this cannot be played: /],
  ],
  tournament: [
    [["--seeds", "-3"], /^--seeds must be a whole number of at least 2, not "-3"$/],
    [["--seeds", "900000"], /^--seeds asks for \d+ games in all, and 1000000 are the most$/],
    [["--only", ""], /^--only must be one of/],
    [["--only", "prepared,prepared"], /^--only names prepared twice$/],
    [["--impact", "--seats", ""], /^--seats must be one of commission/],
    [["--seats", "DE"], /^--seats belongs to --impact$/],
    [["--impact", "--parts"], /^--impact and --parts are two different questions$/],
    [
      ["--impact", "--seats", "DE", "--scenario", "tiny", "--seeds", "2"],
      /^--seeds must be a whole number of at least 4/,
    ],
    [["--impact", "--only", "prepared"], /^--only and --members say nothing with --impact/],
    [["--impact", "--members", "hawk"], /^--only and --members say nothing with --impact/],
    [
      ["--impact", "--seats", "DE", "--exploit", "1000000"],
      /^--seeds and --exploit ask for \d+ games in all, and 1000000 are the most$/,
    ],
    [["--members", ""], /^--members must be one of mixed/],
  ],
  sensitivity: [
    [["--n", "1"], /^--n must be a whole number of at least 2, not "1"$/],
    [["--n", "100000"], /^--n and --repeats ask for \d+ games in all/],
    [["--repeats", "0"], /^--repeats must be a whole number of at least 1/],
    [["--parameters", NONE], /none\.json cannot be read: there is no such file$/],
    [["--parameters", folder], /cannot be read: it is a folder$/],
    [["--parameters", ""], /^"" cannot be read: there is no such file$/],
    [["--parameters", BROKEN], /broken\.json cannot be read: .*JSON/],
    [["--parameters", MOVED([-0.5, 1])], /chinaShare\.value must lie between 0 and 1$/],
    [["--parameters", MOVED([0.5, 1.5])], /chinaShare\.value must lie between 0 and 1$/],
    [["--parameters", MOVED([2, 4], "model.law.voteWindow")], /voteWindow\.value must be a whole number/],
  ],
  replay: [
    [[], /^name one file: npm run replay -- <session export>$/],
    [[NONE], /none\.json cannot be read: there is no such file$/],
    [[folder], /cannot be read: it is a folder$/],
    [[BROKEN], /broken\.json cannot be read: .*JSON/],
    [[BROKEN, NONE], /^name one file/],
    [["--help"], /^there is no flag --help$/],
    [[file("list.json", [])], /list\.json is not a session export: \(top\): /],
    [[OTHER], /other\.json cannot be replayed: the scenario "tiny" has changed since/],
    [[GUEST], /guest\.json cannot be replayed: lines\[0\]\.seat: "MT" is no seat of the scenario$/],
    [[MARS], /^there is no scenario called "mars"$/],
  ],
  bench: [
    [["--help"], /^there is no flag --help; there is --json$/],
    [["fast"], /^"fast" is no flag/],
  ],
  episodes: [
    [["--help"], /^there is no flag --help; there are --json, --schema$/],
    [[NONE], /none\.json cannot be read: there is no such file$/],
    [[folder], /cannot be read: it is a folder$/],
    [[BROKEN], /broken\.json cannot be read: .*JSON/],
    [["--json=1"], /^--json takes no value/],
  ],
  calibrate: [
    [["--parameters", NONE], /none\.json cannot be read: there is no such file$/],
    [["--parameters", BROKEN], /broken\.json cannot be read: .*JSON/],
    [["--parameters", FITTED(-4, 1)], /chinaShare\.value must lie between 0 and 1$/],
    [["--parameters", FITTED(0.5, 7)], /chinaShare\.value must lie between 0 and 1$/],
    [["--parameters", FITTED(0, 1, "model.luck")], /^the path model\.luck : there is no "luck"/],
    [["--holdout", "99-mars"], /^--holdout: there is no episode "99-mars"/],
    [["--holdout", ""], /^--holdout: there is no episode ""/],
    [["--evaluations", "0"], /^--evaluations must be a whole number of at least 1/],
    [["--profile", "-1"], /^--profile must be a whole number of at least 0, not "-1"$/],
    [["--seed", "one"], /^--seed must be a whole number/],
    [[NONE], /none\.json cannot be read: there is no such file$/],
  ],
};

describe.each(Object.entries(COMMANDS))("%s", (name, rows) => {
  test.each(rows)("%j", (args, said) => {
    const command = [join("server", "batch", `${name}.ts`), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(said)]);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

test("golden writes nothing over when it is asked for anything", () => {
  const before = readFileSync("tests/golden/tiny-3.json", "utf8");
  const command = [join("tests", "golden", "record.ts"), "--help"];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "there is no flag --help\n" });
  expect(readFileSync("tests/golden/tiny-3.json", "utf8")).toBe(before);
});
