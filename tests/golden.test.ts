// Golden journals: whole games as played, with digests. A deliberate change of rules raises RULES_VERSION and records
// them again, in a commit of its own: `npm run golden`.

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fold, type Journal, RULES_VERSION } from "../shared/journal.ts";
import { brussels, tiny } from "./helpers/scenario.ts";

const files = globSync("tests/golden/*.json");
const SCENARIOS = { [brussels.scenario.id]: brussels, [tiny.scenario.id]: tiny };

test("there are golden journals of both scenarios", () => {
  const ids = files.map((file) => (JSON.parse(readFileSync(file, "utf8")) as Journal).header.scenario);
  expect(new Set(ids)).toEqual(new Set(Object.keys(SCENARIOS)));
});

test.each(files)("%s folds to the digests it was recorded with", (file) => {
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  expect(journal.header.rules).toBe(RULES_VERSION);
  const { rules } = SCENARIOS[journal.header.scenario]!;
  const digests = journal.lines.filter((line) => line.kind === "digest").length;
  expect(digests).toBeGreaterThanOrEqual(Math.floor(journal.header.weeks / 13));
  expect(fold(rules, journal).tick).toBe(journal.header.weeks);
});
