// npm run bench -- [--json]: what the engine, the wire and the pages cost, printed next to a fixed loop, so that the ratio can be
// compared between machines.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { mixedBots } from "../../shared/bots/table.ts";
import { sum } from "../../shared/exact.ts";
import { silent } from "../../shared/explain.ts";
import { newStream, uniform } from "../../shared/random.ts";
import { clone } from "../../shared/state.ts";
import { week } from "../../shared/world/week.ts";
import { type LoadedScenario, loadScenario } from "../scenarios.ts";
import { flagsOf, run } from "./command.ts";
import { playGame } from "./game.ts";
import { withPool } from "./pool.ts";
import { ALL_MIXED } from "./trial.ts";
import { measureWire } from "./wire.ts";

const DIST = join(import.meta.dirname, "..", "..", "dist");

/** Shortest of several runs, ms: the one least disturbed by the machine's other work. */
function best(runs: number, work: (run: number) => void): number {
  let least = Infinity;
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    work(i);
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

/** A loop that never changes: ten million seeded draws. */
function reference(): void {
  const stream = newStream(1, "reference");
  let sum = 0;
  for (let i = 0; i < 1e7; i++) sum += uniform(stream);
  if (sum < 0) throw new Error("unreachable");
}

function engine() {
  const loaded = loadScenario("brussels-2026");
  // A game in play, with files, votes and agreements, is stepped on: an idle world would flatter.
  const { state: played } = playGame(loaded, { preset: "class", seed: 1, botOf: mixedBots(1), weeks: 60 });
  const weeks = 200;
  // A server runs for days: what is measured is the engine once it is warm, on copies laid out like States in play.
  const copies = Array.from({ length: 160 }, () => clone({ ...played, ending: null, weeks: 10_000 }));
  const ms = best(copies.length, (run) => {
    for (let w = 0; w < weeks; w++) week(loaded.rules, copies[run]!, silent);
  });
  return { weekMicros: round((ms * 1000) / weeks), gameWithBotsMs: round(wholeGames(loaded)) };
}

/** Seeds of games that are played whole, each as often as said: one may be busy, another end early. */
const WHOLE = [1, 2, 3, 5, 6];
const ROUNDS = 6;

/** A full game with bots in all seats, ms for its weeks, as the mean of some. */
function wholeGames(loaded: LoadedScenario): number {
  const games = WHOLE.map((seed) => {
    let ticks = 0;
    const ms = best(ROUNDS, () => {
      ticks = playGame(loaded, { preset: "full", seed, botOf: mixedBots(seed) }).state.tick;
    });
    return { ms, ticks };
  });
  const total = (of: "ms" | "ticks") => sum(games.map((game) => game[of]));
  return (total("ms") / total("ticks")) * loaded.rules.presets.full.weeks;
}

const GAMES = 1000;
/** Games a core that are timed as they come, until its code is compiled; games a core that the others are reckoned from. */
const FIRST = 40;
const SAMPLE = 30;

/** A thousand games of a class on all cores, s: the first of them with the start of the threads, the rest scaled. */
async function batch() {
  const cores = availableParallelism();
  const games = (count: number, seed: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ scenario: "brussels-2026", preset: "class" as const, seed: seed + i },
      players: ALL_MIXED,
    }));
  return withPool(cores, async (pool) => {
    const first = Math.min(FIRST * cores, GAMES / 2);
    const sample = SAMPLE * cores;
    const started = performance.now();
    await pool.play(games(first, 1));
    const warm = performance.now();
    await pool.play(games(sample, 1 + first));
    const each = (performance.now() - warm) / sample;
    return { cores, thousandClassGamesSeconds: round((warm - started + (GAMES - first) * each) / 1000) };
  });
}

const kilobytes = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / 1024;

/** Scripts the start page loads before it is usable (the entry and what it imports statically), and all scripts, KB gzip. */
function client() {
  if (!existsSync(join(DIST, "index.html")))
    execFileSync("npx", ["vite", "build", "--logLevel", "warn"], { stdio: "inherit" });
  const scripts = readdirSync(join(DIST, "assets")).filter((file) => file.endsWith(".js"));
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const first = new Set<string>();
  const visit = (file: string) => {
    if (first.has(file) || !scripts.includes(file)) return;
    first.add(file);
    const code = readFileSync(join(DIST, "assets", file), "utf8");
    for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(name!);
  };
  for (const [, name] of html.matchAll(/assets\/([^"]+\.js)/g)) visit(name!);
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + kilobytes(join(DIST, "assets", file)), 0);
  return { firstPageKB: round(sum(first)), allKB: round(sum(scripts)) };
}

const round = (x: number): number => Number(x.toFixed(1));

await run(async () => {
  const { values } = flagsOf({ json: { type: "boolean", default: false } });
  const answer = {
    engine: engine(),
    reference: { loopMs: round(best(5, reference)) },
    batch: await batch(),
    wire: await measureWire(),
    client: client(),
  };
  console.log(JSON.stringify(answer, null, values.json ? 0 : 2));
});
// The sockets that the wire was measured on are left to the end of the process.
process.exit();
