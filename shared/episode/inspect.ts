// What no schema can check of an episode: weeks that lie in it, paths that lead somewhere, values that can stand there,
// labels, seats, doctrines and commands that exist.

import { commandSchema } from "../moves/table.ts";
import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { seatsOf } from "../step.ts";
import { OWN_TERMS } from "../world/signing.ts";
import { monthShares, type When, weekOf } from "./calendar.ts";
import { explain } from "./parse.ts";
import { type Names, PathError, parsePath, places, scaled, valueAt } from "./path.ts";
import { botOf, change, firstState, isSearch, SEARCHED, STATE } from "./play.ts";
import { comesAndGoes, type Moment, namesOf, whyUnread } from "./quantity.ts";
import type { Entry, Episode } from "./schema.ts";
import { fieldOf, whyBeyond, whyNot, whyNotUnseen } from "./settable.ts";
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

/** A change of the State: a path that leads somewhere, and a value of the kind that stands there. */
function checkChange(
  state: State,
  names: Names,
  { path, value, scale }: { path: string; value?: unknown; scale?: number | undefined },
  at: string,
  fail: Fail,
  now = false,
): void {
  if (!path.startsWith(STATE)) fail(`${at}.path`, `must begin with "${STATE}"`);
  else
    orFail(fail, `${at}.path`, () => {
      const field = fieldOf(path);
      if (comesAndGoes(path)) {
        parsePath(path);
        const why = whyNotUnseen(field, value);
        return why && fail(`${at}.value`, why);
      }
      for (const place of places(state, path.slice(STATE.length), names)) {
        const old = valueAt(place);
        // What will stand there later is not known now; a factor below 0 is wrong at any time.
        if (scale !== undefined) {
          const why = whyBeyond(field, scaled(old, scale));
          if (why && (now || scale < 0)) return fail(`${at}.scale`, why);
          continue;
        }
        const why = whyNot(field, old, value);
        if (why) return fail(`${at}.value`, why);
      }
    });
}

/** Whether what the episode changes in the State of week 0 can be changed so. */
export function inspectStart(episode: Episode, rules: Rules, fail: Fail): void {
  const state = firstState({ episode: { ...episode, overrides: [] }, rules }, 1);
  const names = namesOf(rules);
  let found = 0;
  const count: Fail = (path, reason) => {
    found += 1;
    fail(path, reason);
  };
  episode.overrides.forEach((override, k) => {
    if (!override.path.startsWith(STATE)) return;
    const at = `overrides[${k}]`;
    checkChange(state, names, override, at, count, true);
    // Each is changed on top of those before.
    if (found === 0) orFail(count, `${at}.path`, () => change(state, names, override));
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
    checkCommand(rules, entry.command, `${at}.command`, fail);
  } else {
    checkWeek(episode, entry.from, `${at}.from`, fail);
    checkWeek(episode, entry.until, `${at}.until`, fail, episode.weeks);
    if (entry.until !== undefined && weekOf(episode.start, entry.until) <= weekOf(episode.start, entry.from))
      fail(`${at}.until`, "does not come after from, so that it never holds");
    checkChange(state, namesOf(rules), entry, at, fail);
  }
}

/** A command whose searched ids are taken on trust. */
function checkCommand(rules: Rules, command: Record<string, unknown>, at: string, fail: Fail): void {
  const filled = Object.entries(command).map(([key, value]) => {
    if (!isSearch(value)) return [key, value];
    if (!SEARCHED.includes(value.find)) fail(`${at}.${key}.find`, `must be one of ${SEARCHED.join(", ")}`);
    return [key, "x"];
  });
  const parsed = commandSchema.safeParse(Object.fromEntries(filled));
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, []));
  for (const { path, reason } of problems) fail(path === "" ? at : `${at}.${path}`, reason);
  if (parsed.success) checkThings(rules, command, at, fail);
}

/** What a command or a search names must be there in the scenario, as far as it is there from the start. */
function checkThings(rules: Rules, command: Record<string, unknown>, at: string, fail: Fail): void {
  const known: Record<string, readonly string[]> = {
    sector: rules.sectors.map(({ id }) => id),
    input: rules.inputs.map(({ id }) => id),
    project: rules.projects.map(({ id }) => id),
    member: rules.members.map(({ code }) => code),
    card: rules.cards.map(({ id }) => id),
    // A draft that is nobody's template is called that.
    template: [...rules.templates.map(({ id }) => id), OWN_TERMS],
    to: seatsOf(rules),
  };
  for (const [key, value] of Object.entries(command)) {
    if (isSearch(value)) checkThings(rules, value.where ?? {}, `${at}.${key}.where`, fail);
    else if (typeof value === "string" && Object.hasOwn(known, key) && !known[key]!.includes(value))
      fail(`${at}.${key}`, `no ${key === "to" ? "seat" : key} of the scenario is called "${value}"`);
  }
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
