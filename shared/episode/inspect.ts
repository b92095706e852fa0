// What no schema can check of an episode: weeks that lie in it, paths that lead somewhere, values that can stand there,
// labels, seats, doctrines and commands that exist.

import { commandSchema } from "../moves/table.ts";
import type { Rules } from "../scenario.ts";
import { FILE_STAGES, LICENCE_MODES, type State } from "../state.ts";
import { seatsOf } from "../step.ts";
import { monthShares, type When, weekOf } from "./calendar.ts";
import { explain } from "./parse.ts";
import { type Names, PathError, parsePath, places, scaled, valueAt } from "./path.ts";
import { botOf, firstState, isSearch, SEARCHED, STATE } from "./play.ts";
import { comesAndGoes, type Moment, namesOf, whyUnread } from "./quantity.ts";
import type { Entry, Episode } from "./schema.ts";
import type { Measure, Omission } from "./vocabulary.ts";

export type Fail = (path: string, reason: string) => void;

/** Runs a step that may end in a PathError, which becomes a problem. */
export function orFail(fail: Fail, where: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    fail(where, error.message.replace(/^: /, ""));
  }
}
/** Words that stand in the State, by the field they stand in; no other text can be set. */
const WORDS: Record<string, readonly string[]> = {
  mode: LICENCE_MODES,
  stage: FILE_STAGES,
  obligation: ["none", "soft", "strict"],
  releaseRule: ["by-value", "by-size", "pro-rata", "by-contribution"],
  backed: ["none", "offtake", "floor"],
};

/** Why a value cannot stand where another one stands, or nothing. */
function whyNot(key: string, old: unknown, value: unknown): string | undefined {
  if (typeof old === "number") return typeof value === "number" ? undefined : "takes a number";
  if (typeof old === "boolean") return typeof value === "boolean" ? undefined : "takes true or false";
  if (typeof old === "string") {
    const words = Object.hasOwn(WORDS, key) ? WORDS[key]! : [];
    if (words.length === 0) return "cannot be set";
    return words.includes(value as string) ? undefined : `takes one of ${words.join(", ")}`;
  }
  if (!Array.isArray(old) || old.some((x) => typeof x !== "number")) return "cannot be set as a whole";
  const fits =
    Array.isArray(value) && value.length === old.length && value.every((x) => typeof x === "number");
  return fits ? undefined : `takes a row of ${old.length} numbers`;
}

/** A change of the State: a path that leads somewhere, and a value of the kind that stands there. */
function checkChange(
  state: State,
  names: Names,
  { path, value, scale }: { path: string; value?: unknown; scale?: number | undefined },
  at: string,
  fail: Fail,
): void {
  if (!path.startsWith(STATE)) fail(`${at}.path`, `must begin with "${STATE}"`);
  else
    orFail(fail, `${at}.path`, () => {
      if (comesAndGoes(path)) return checkUnseen(path, value, at, fail);
      for (const place of places(state, path.slice(STATE.length), names)) {
        const old = valueAt(place);
        const why = scale === undefined ? whyNot(place.key, old, value) : void scaled(old, scale);
        if (why) return fail(`${at}.value`, why);
      }
    });
}

/** A change of an item that comes and goes: only a number, true or false, or a word that stands in such a field. */
function checkUnseen(path: string, value: unknown, at: string, fail: Fail): void {
  const last = parsePath(path).at(-1)!;
  const words = last.kind === "key" && Object.hasOwn(WORDS, last.key) ? WORDS[last.key]! : [];
  if (value === undefined || typeof value === "number" || typeof value === "boolean") return;
  if (typeof value !== "string") fail(`${at}.value`, "cannot be set as a whole");
  else if (words.length === 0) fail(`${at}.value`, "cannot be set");
  else if (!words.includes(value)) fail(`${at}.value`, `takes one of ${words.join(", ")}`);
}

/** Whether what the episode changes in the State of week 0 can be changed so. */
export function inspectStart(episode: Episode, rules: Rules, fail: Fail): void {
  const state = firstState({ episode: { ...episode, overrides: [] }, rules }, 1);
  episode.overrides.forEach((override, k) => {
    if (override.path.startsWith(STATE))
      checkChange(state, namesOf(rules), override, `overrides[${k}]`, fail);
  });
}

/** Everything else; the start must have passed. */
export function inspect(episode: Episode, rules: Rules, fail: Fail): void {
  const state = firstState({ episode, rules }, 1);
  checkBots(episode, rules, fail);
  episode.script.forEach((entry, k) => checkEntry(episode, rules, state, entry, `script[${k}]`, fail));
  const moment: Moment = { rules, names: namesOf(rules), state, past: null, news: [] };
  episode.checks.forEach((check, k) =>
    checkMeasure(episode, moment, check.measure, `checks[${k}].measure`, fail),
  );
}

function checkBots(episode: Episode, rules: Rules, fail: Fail): void {
  const seats = new Set<string>([...seatsOf(rules), "members"]);
  for (const name of Object.keys(episode.bots))
    if (!seats.has(name)) fail(`bots.${name}`, "is no seat of the scenario");
  for (const seat of seatsOf(rules))
    try {
      botOf(episode, seat, 1);
    } catch (error) {
      const own = Object.hasOwn(episode.bots, seat) ? seat : "members";
      if (!(error instanceof RangeError)) throw error;
      fail(`bots.${own}`, error.message);
      if (own === "members") return;
    }
}

/** A week that lies in the episode; `until` may be its end. */
function checkWeek(
  { start, weeks }: Episode,
  when: When | undefined,
  at: string,
  fail: Fail,
  last = weeks - 1,
): void {
  if (when === undefined || when === "start" || when === "end") return;
  const week = weekOf(start, when);
  if (week < 0 || week > last) fail(at, `is week ${week} of an episode with weeks 0 to ${weeks - 1}`);
}

function checkEntry(
  episode: Episode,
  rules: Rules,
  state: State,
  entry: Entry,
  at: string,
  fail: Fail,
): void {
  if (entry.kind === "order") {
    checkWeek(episode, entry.week, `${at}.week`, fail);
    if (!seatsOf(rules).includes(entry.seat)) fail(`${at}.seat`, "is no seat of the scenario");
    checkCommand(entry.command, `${at}.command`, fail);
  } else {
    checkWeek(episode, entry.from, `${at}.from`, fail);
    checkWeek(episode, entry.until, `${at}.until`, fail, episode.weeks);
    checkChange(state, namesOf(rules), entry, at, fail);
  }
}

/** A command whose searched ids are taken on trust. */
function checkCommand(command: Record<string, unknown>, at: string, fail: Fail): void {
  const filled = Object.entries(command).map(([key, value]) => {
    if (!isSearch(value)) return [key, value];
    if (!SEARCHED.includes(value.find)) fail(`${at}.${key}.find`, `must be one of ${SEARCHED.join(", ")}`);
    return [key, "x"];
  });
  const parsed = commandSchema.safeParse(Object.fromEntries(filled));
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, []));
  for (const { path, reason } of problems) fail(path === "" ? at : `${at}.${path}`, reason);
}

function checkOmission(episode: Episode, omit: Omission, at: string, fail: Fail): void {
  if (omit === "script") return;
  for (const label of omit)
    if (!episode.script.some((entry) => entry.label === label))
      fail(at, `no entry of the script has the label "${label}"`);
}

type Span = Extract<Measure, { from?: When }>;

function checkMeasure(episode: Episode, moment: Moment, m: Measure, at: string, fail: Fail): void {
  if ("of" in m) {
    checkMeasure(episode, moment, m.of, `${at}.of`, fail);
    if ("to" in m) checkMeasure(episode, moment, m.to, `${at}.to`, fail);
    else checkOmission(episode, m.omit, `${at}.omit`, fail);
    return;
  }
  const why = whyUnread(moment, m.value);
  if (why) fail(`${at}.value`, why);
  if (m.kind === "at") checkWeek(episode, m.week, `${at}.week`, fail);
  else if (m.kind === "month") checkMonths(episode, [m.month], at, fail);
  else if (m.kind === "misfit") checkMonths(episode, Object.keys(m.months), at, fail);
  else checkSpan(episode, m, at, fail);
}

function checkSpan(episode: Episode, m: Span, at: string, fail: Fail): void {
  checkWeek(episode, m.from, `${at}.from`, fail);
  checkWeek(episode, m.until, `${at}.until`, fail, episode.weeks);
  if ((m.kind === "first" || m.kind === "weeks") && m.above === undefined && m.below === undefined)
    fail(at, "needs above or below");
}

function checkMonths({ start, weeks }: Episode, months: readonly string[], at: string, fail: Fail): void {
  if (months.length === 0) fail(`${at}.months`, "is empty");
  for (const month of months)
    if (!monthShares(start, weeks, month).whole)
      fail(at, `${month} does not lie in the episode from end to end`);
}
