// The list of parameters whose weight is measured: every path leads somewhere, and the scenario itself lies within.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadScenario } from "../../server/scenarios.ts";
import { places, valueAt } from "../../shared/episode/path.ts";

interface Entry {
  name: string;
  paths: string[];
  value?: [number, number];
  scale?: [number, number];
}

const list = JSON.parse(readFileSync("assets/sensitivity.json", "utf8")) as Entry[];
const { scenario } = loadScenario("brussels-2026");
const names = {
  members: scenario.members.map((m) => m.code),
  sectors: scenario.sectors.map((s) => s.id),
  inputs: scenario.inputs.map((i) => i.id),
};

test.each(list)("$name", ({ paths, value, scale }) => {
  for (const place of paths.flatMap((path) => places(scenario, path, names))) {
    const now = valueAt(place) as number;
    const [low, high] = value ?? scale!.map((factor) => factor * now);
    expect(low! <= now && now <= high!).toBe(true);
  }
});

test("no parameter is in the list twice", () => {
  const paths = list.flatMap((entry) => entry.paths);
  expect(new Set(paths).size).toBe(paths.length);
});
