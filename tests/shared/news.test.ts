// Everything that is told has a code of the list, and every code of the list is told somewhere.

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { NEWS } from "../../shared/news.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const source = globSync("shared/{world,moves}/*.ts")
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

test.each(NEWS)("%s is told", (code) => expect(source).toContain(`"${code}"`));

test("no code stands there twice", () => expect(new Set(NEWS).size).toBe(NEWS.length));

test("games tell nothing else", () => {
  const told = new Set<string>();
  for (const seed of [1, 2, 3])
    playOut(newGame(brussels.rules, { seed, botOf: mixedBots(seed) }), ({ state }) => {
      for (const news of state.news) told.add(news.code);
    });
  expect(told.size).toBeGreaterThan(20);
  for (const code of told) expect(NEWS).toContain(code);
});
