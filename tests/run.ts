// `npm test`: types, lint and format, then every test. The last line counts them from the runner's own report.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a command of node_modules/.bin with its output shown; true when it exits with 0. */
function run(title: string, command: string, args: string[]): boolean {
  console.log(`\n> ${title}`);
  return spawnSync(join("node_modules", ".bin", command), args, { stdio: "inherit" }).status === 0;
}

const folder = mkdtempSync(join(tmpdir(), "chokepoint-test-"));
const report = join(folder, "report.json");

const checks = [
  run("types of the whole", "tsc", ["--noEmit"]),
  run("types of shared/, without DOM and Node", "tsc", ["--noEmit", "-p", "shared"]),
  run("lint and format", "biome", ["check", "."]),
];
const green = run("tests", "vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);

/** The figures of the runner's report; a run that left none has failed as a whole. */
function counts(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 && !green ? 1 : 0),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = counts();
rmSync(folder, { recursive: true, force: true });
const wrong = checks.filter((ok) => !ok).length;
if (wrong > 0) console.log(`\n${wrong} of ${checks.length} checks before the tests failed`);
console.log(`${passed} passed, ${failed + wrong} failed`);
process.exit(green && wrong === 0 && failed === 0 ? 0 : 1);
