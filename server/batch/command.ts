// What the commands that play many games have in common: flags that are checked, faults told in words, a bar of progress.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import * as z from "zod";
import { PathError } from "../../shared/episode/path.ts";
import { parsePlayable } from "../../shared/playable.ts";
import { PRESETS, type Preset } from "../../shared/scenario.ts";
import { loadScenario, ScenarioError } from "../scenarios.ts";
import { type Change, changed } from "./trial.ts";

/** A flag that means nothing; the message says what was expected. */
export class FlagError extends Error {
  override name = "FlagError";
}

/** A whole number from `least` to `most`; beyond the usual bound neighbours can no longer be told apart. */
export function whole(name: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < least)
    throw new FlagError(`--${name} must be a whole number of at least ${least}, not "${text}"`);
  if (value > most) throw new FlagError(`--${name} must be a whole number of at most ${most}, not "${text}"`);
  return value;
}

/** One of some words. */
export function oneOf<T extends string>(name: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new FlagError(`--${name} must be one of ${words.join(", ")}, not "${text}"`);
  return found;
}

/** Words parted by commas, each one of some, and none of them twice. */
export function listOf<T extends string>(name: string, text: string, words: readonly T[]): T[] {
  const list = text.split(",").map((word) => oneOf(name, word.trim(), words));
  const twice = list.find((word, k) => list.indexOf(word) < k);
  if (twice !== undefined) throw new FlagError(`--${name} names ${twice} twice`);
  return list;
}

/** Why a file cannot be read, by the system's code. */
const UNREADABLE: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** What a JSON file holds. Throws a fault of the kind named that names the file and the reason. */
export function readJson(path: string, Fault: new (message: string) => Error = FlagError): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code = "", message } = error as Error & { code?: string };
    const reason = UNREADABLE[code] ?? message.replace(/\s+/g, " ");
    throw new Fault(`${path === "" ? '""' : path} cannot be read: ${reason}`);
  }
}

/** What a file of parameters holds, as its command needs it. */
export function readParameters<T>(path: string, list: z.ZodType<T>): T {
  const parsed = list.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const rows = parsed.error.issues.map((i) => `  ${z.core.toDotPath(i.path)}: ${i.message}`);
  throw new FlagError(`${path} is no list of parameters:\n${rows.join("\n")}`);
}

/** A value that begins with a dash is taken as the value of the flag before it, so that it can be said what is wrong with it. */
function joined(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const out: string[] = [];
  for (const arg of args) {
    const flag = out.at(-1) ?? "";
    const waits = flag.startsWith("--") && options[flag.slice(2)]?.type === "string";
    if (waits && /^-[\d.]/.test(arg)) out[out.length - 1] = `${flag}=${arg}`;
    else out.push(arg);
  }
  return out;
}

/** The flags of a command, and the names of files behind them where it takes any. A fault is told in one sentence. */
export function flagsOf<T extends ParseArgsOptionsConfig>(options: T, takesFiles = false) {
  const args = joined(process.argv.slice(2), options);
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && !takesFiles)
      throw new FlagError(`"${token.value}" is no flag, and the command takes nothing else`);
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option) throw new FlagError(`there is no flag ${token.rawName}${flagList(options)}`);
    if (option.type === "string" && token.value === undefined)
      throw new FlagError(`${token.rawName} needs a value`);
    if (option.type === "boolean" && token.value !== undefined)
      throw new FlagError(`${token.rawName} takes no value, not "${token.value}"`);
    if (option.type === "string" && !option.multiple && repeats(tokens, token.name))
      throw new FlagError(`${token.rawName} stands there twice`);
  }
  return parseArgs({ args, options, allowPositionals: takesFiles });
}

const repeats = (tokens: readonly { kind: string; name?: string }[], name: string): boolean =>
  tokens.filter((token) => token.kind === "option" && token.name === name).length > 1;

const flagList = (options: ParseArgsOptionsConfig): string => {
  const names = Object.keys(options).map((name) => `--${name}`);
  return names.length === 0 ? "" : `; there ${names.length === 1 ? "is" : "are"} ${names.join(", ")}`;
};

/** Flags that every such command has. */
export const COMMON = {
  scenario: { type: "string", default: "brussels-2026" },
  preset: { type: "string", default: "class" },
  seed: { type: "string", default: "1" },
  workers: { type: "string", default: String(availableParallelism()) },
  set: { type: "string", multiple: true, default: [] as string[] },
  json: { type: "boolean", default: false },
} as const;

export interface Common {
  scenario: string;
  preset: Preset;
  seed: number;
  workers: number;
  /** What is tried out: figures of the scenario with other values. */
  changes: readonly Change[];
}

interface CommonFlags {
  scenario: string;
  preset: string;
  seed: string;
  workers: string;
  set: readonly string[];
}

/** Checks the common flags, and that the scenario can be played as it is changed. */
export function commonOf(values: CommonFlags): Common {
  const changes = values.set.map(changeOf);
  checkChanges(values.scenario, changes);
  return {
    changes,
    scenario: values.scenario,
    preset: oneOf("preset", values.preset, PRESETS),
    seed: whole("seed", values.seed, 0),
    workers: whole("workers", values.workers, 1, MOST_WORKERS),
  };
}

/** A change as it is written: path=value, or path*=factor. */
function changeOf(text: string): Change {
  const [, path, times, figure] = /^(.+?)(\*?)=(.+)$/.exec(text) ?? [];
  const x = Number(figure);
  if (path === undefined || !figure?.trim() || !Number.isFinite(x))
    throw new FlagError(`--set must be path=value or path*=factor, not "${text}"`);
  return times ? { path, scale: x } : { path, value: x };
}

/** Throws a FlagError on a path that leads to no figure, or a figure that no scenario may have, before any game is played. */
export function checkChanges(scenario: string, changes: readonly Change[]): void {
  const loaded = loadScenario(scenario);
  for (const change of changes)
    try {
      changed(loaded, [change]);
    } catch (error) {
      if (error instanceof PathError) throw new FlagError(`the path ${change.path} ${error.message}`);
      throw error;
    }
  const found = parsePlayable(changed(loaded, changes).scenario);
  if ("problems" in found) {
    const { path, reason } = found.problems[0]!;
    throw new FlagError(`so changed, the scenario cannot be played: ${path} ${reason}`);
  }
}

/** Most games that one flag may ask for, and most threads: beyond, a machine runs out of memory before it begins. */
export const MOST_GAMES = 1_000_000;
const MOST_WORKERS = 256;

/** Throws a FlagError where so many games are more than may be asked for; `what` asks for them. */
export function checkGames(what: string, games: number): void {
  if (games > MOST_GAMES)
    throw new FlagError(`${what} for ${games} games in all, and ${MOST_GAMES} are the most`);
}

/** Seeds one after the other, so far from the flag's. Throws a FlagError where they could not be told apart. */
export function seedsFrom(seed: number, count: number, away = 0): number[] {
  const most = Number.MAX_SAFE_INTEGER - away - count + 1;
  if (seed > most)
    throw new FlagError(`--seed must be at most ${most}, so that ${count} games have seeds of their own`);
  return Array.from({ length: count }, (_, i) => seed + away + i);
}

const WIDTH = 30;

/** Draws how much is done, on a terminal only. */
export function progress(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (!process.stderr.isTTY) return;
    const full = Math.round((WIDTH * done) / all);
    const bar = `${"#".repeat(full)}${" ".repeat(WIDTH - full)}`;
    process.stderr.write(`\r[${bar}] ${done}/${all} ${what}${done === all ? "\n" : ""}`);
  };
}

/**
 * Runs a command; a fault of its flags or files, or of the kinds named, ends it with 2 and the sentence it says. So does
 * a figure that runs out of all bounds while a game is played.
 */
export async function run(main: () => void | Promise<void>, ...kinds: (new () => Error)[]): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof RangeError) console.error(`this cannot be played: ${error.message}`);
    else if ([FlagError, ScenarioError, ...kinds].some((kind) => error instanceof kind))
      console.error((error as Error).message);
    else throw error;
    process.exitCode = 2;
  }
}

/** Rows as people read them: the first column to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows
    .map((row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}
