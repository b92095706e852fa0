// The README tells the truth about what can be checked by machine: settings, dependencies, commands, files.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "../server/config.ts";

const readme = readFileSync("README.md", "utf8");
const pack = JSON.parse(readFileSync("package.json", "utf8"));

test("the settings table is that of the server", () => {
  const rows = settings.map(({ name, fallback, does, expects }) => {
    const standard = fallback === "" ? "none" : `\`${fallback}\``;
    return `| \`${name}\` | ${standard} | ${does} Expects ${expects}. |`;
  });
  const table = /<!-- settings:begin[^>]*-->\n(.*)<!-- settings:end -->/s.exec(readme)![1]!;
  expect(table.trim().split("\n").slice(2)).toEqual(rows);
});

test("every dependency has its line of why", () => {
  const names = Object.keys({ ...pack.dependencies, ...pack.devDependencies, ...pack.optionalDependencies });
  expect(names.filter((name) => !name.startsWith("@types/") && !readme.includes(name))).toEqual([]);
});

test("every npm command it names exists", () => {
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in pack.scripts))).toEqual([]);
});

test("every file and folder of the house it names is there", () => {
  const named = [...readme.matchAll(/`((?:shared|server|client|assets|tests)\/[\w./-]*)`/g)].map(
    (match) => match[1]!,
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
});
