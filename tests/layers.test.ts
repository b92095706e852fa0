// The house: who may import whom, and what the pure part must not touch.

import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const sources = globSync("{shared,server,client,assets}/**/*.{ts,tsx}").map((path) =>
  path.replaceAll("\\", "/"),
);

/** Imports of a file: paths inside the repository resolved, packages by name. */
function imports(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1]!);
  return found.map((name) =>
    name.startsWith(".") ? normalize(join(dirname(path), name)).replaceAll("\\", "/") : name,
  );
}

const house = (path: string): string => path.split("/")[0]!;

/** What each house may import besides itself. */
const ALLOWED: Record<string, (name: string) => boolean> = {
  shared: (name) => name === "zod",
  server: (name) => house(name) === "shared" || house(name) === "assets" || !/^(client|tests)\//.test(name),
  client: (name) =>
    house(name) === "shared" || house(name) === "assets" || !/^(server|tests|node:)/.test(name),
  assets: (name) => house(name) === "shared" || !/^(server|client|tests)\//.test(name),
};

test("there are sources to look at", () => {
  expect(sources.length).toBeGreaterThan(20);
});

test.each(sources)("%s imports only what its house may", (path) => {
  const own = house(path);
  const wrong = imports(path).filter((name) => house(name) !== own && !ALLOWED[own]!(name));
  expect(wrong).toEqual([]);
});

/** Inside shared, a file may import only from its own floor or a lower one. */
const FLOORS = [
  /^shared\/(exact|random|seat)\.ts$/,
  /^shared\/scenario\//,
  /^shared\/scenario\.ts$/,
  /^shared\/state\.ts$/,
  /^shared\/(rejection|explain|news)\.ts$/,
  /^shared\/(sight|indicators|estimate)\.ts$/,
  /^shared\/(view|glance)\.ts$/,
  /^shared\/world\//,
  /^shared\/(why|asks)\.ts$/,
  /^shared\/moves\//,
  /^shared\/(step|playable)\.ts$/,
  /^shared\/(journal|forecast)\.ts$/,
  /^shared\/bots\//,
  /^shared\/episode(\/|\.ts$)/,
  /^shared\/match\.ts$/,
  /^shared\/(row|wire|mirror|protocol|result)\.ts$/,
];
const floor = (path: string): number => FLOORS.findIndex((pattern) => pattern.test(path));

test.each(sources.filter((path) => house(path) === "shared"))("%s imports only downwards", (path) => {
  expect(floor(path), "a file of shared/ without a floor").toBeGreaterThanOrEqual(0);
  const wrong = imports(path).filter((name) => house(name) === "shared" && floor(name) > floor(path));
  expect(wrong).toEqual([]);
});

/** Clocks, unseeded chance and engine-dependent functions have no place in the pure part. */
const BANNED =
  /\b(Math\.(random|exp|log|pow|sin|cos|tan|log2|log10|cbrt|hypot)|Date\b|performance\.|setTimeout|setInterval|process\.|globalThis|window\.|document\.)/;

test.each(sources.filter((path) => house(path) === "shared"))("%s keeps clocks and chance out", (path) => {
  const lines = readFileSync(path, "utf8").split("\n");
  const code = lines
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .map((line) => line.replace(/\/\/.*$/, ""));
  expect(code.filter((line) => BANNED.test(line) || / \*\* /.test(line))).toEqual([]);
});

/** Files that a file loads when it runs: what is imported as a type alone is gone by then. */
function loads(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const found = [...text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s*"(\.[^"]+)"/gm)];
  return found.map((match) => normalize(join(dirname(path), match[1]!)).replaceAll("\\", "/"));
}

/** A way from a file back to itself, if there is one. */
function ring(from: string, graph: Map<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (path: string, way: string[]): string[] | undefined => {
    for (const next of graph.get(path) ?? []) {
      if (next === from) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(from, [from]);
}

test("no files load each other in a ring", () => {
  const graph = new Map(sources.map((path) => [path, loads(path)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(sources.length);
  expect(sources.map((path) => ring(path, graph)).filter((found) => found !== undefined)).toEqual([]);
});
