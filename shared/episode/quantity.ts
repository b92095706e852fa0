// Reads a figure of one week off a State. What is not there reads as null, and null makes every sum with it null.

import type { Rules } from "../scenario.ts";
import type { State } from "../state.ts";
import { NUMBERS, numberCalled, type Past, subjects } from "./number.ts";
import { type Names, PathError, parsePath, places, valueAt } from "./path.ts";
import type { Fold, Quantity } from "./vocabulary.ts";

/** What a figure may be read off: a week that is over, and what came before it. */
export interface Moment {
  rules: Rules;
  names: Names;
  state: State;
  /** Null before week 0 has passed. */
  past: Past | null;
  /** Codes of this week's news. */
  news: readonly string[];
}

export const namesOf = (rules: Rules): Names => ({
  members: rules.members.map((m) => m.code),
  sectors: rules.sectors.map((s) => s.id),
  inputs: rules.inputs.map((i) => i.id),
});

function folded(values: readonly (number | null)[], fold: Fold): number | null {
  if (fold === "count") return values.filter((x) => x !== null && x !== 0).length;
  if (values.length === 0) return fold === "sum" ? 0 : null;
  if (values.includes(null)) return null;
  const numbers = values as number[];
  if (fold === "least") return Math.min(...numbers);
  if (fold === "most") return Math.max(...numbers);
  const sum = numbers.reduce((a, b) => a + b, 0);
  return fold === "sum" ? sum : sum / numbers.length;
}

/** A value as a number; texts only through `is`. */
function numeric(value: unknown, is: string | undefined): number | null {
  if (is !== undefined) return value === is ? 1 : 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** True when an item of a list in the State has these values; the sector of a file stands there by its number. */
export function matches(item: unknown, where: Record<string, unknown>, names: Names): boolean {
  if (item === null || typeof item !== "object") return false;
  const fields = item as Record<string, unknown>;
  return Object.entries(where).every(([key, want]) => {
    const sector = key === "sector" && typeof want === "string" ? names.sectors.indexOf(want) : want;
    return fields[key] === sector;
  });
}

/** The values a path leads to, in the State or in the rules. */
function valuesAt(moment: Moment, path: string, where?: Record<string, unknown>): unknown[] {
  const inState = path.startsWith("state.");
  const root = inState ? moment.state : moment.rules;
  const rest = inState ? path.slice("state.".length) : path;
  if (!where) return places(root, rest, moment.names).map(valueAt);
  const [head, tail] = halves(rest);
  const items = places(root, head, moment.names).map(valueAt);
  return items
    .filter((item) => matches(item, where, moment.names))
    .flatMap((item) => (tail === "" ? [1] : places(item, tail, moment.names).map(valueAt)));
}

/** A path before and behind its first [*]. */
export function halves(path: string): [string, string] {
  const at = path.indexOf("[*]");
  if (at < 0) throw new PathError(": `where` needs a [*] to choose among");
  return [path.slice(0, at + 3), path.slice(at + 3).replace(/^\./, "")];
}

type Named = Extract<Quantity, { kind: "number" }>;
type Pathed = Extract<Quantity, { kind: "path" }>;

/** A text is a number's name with its subject behind it ("imports[vehicles]"), else a path. */
function spelledOut(text: string): Named | Pathed {
  const [, id, of] = /^([A-Za-z-]+)(?:\[([^,\]]+)\])?$/.exec(text) ?? [];
  if (id === undefined || !NUMBERS.includes(id)) return { kind: "path", path: text };
  return of === undefined ? { kind: "number", id } : { kind: "number", id, of };
}

function readPath(moment: Moment, q: Pathed): number | null {
  try {
    const values = valuesAt(moment, q.path, q.where).map((x) =>
      numeric(q.fold === "count" && q.is === undefined ? 1 : x, q.is),
    );
    return values.length === 1 && q.fold === undefined ? values[0]! : folded(values, q.fold ?? "sum");
  } catch (error) {
    if (error instanceof PathError) return null;
    throw error;
  }
}

function readNumber(moment: Moment, q: Named): number | null {
  const { rules, state, past } = moment;
  const { per, of } = numberCalled(q.id);
  const list = subjects(rules, per);
  if (per === "union") return of(rules, state, 0, past);
  if (q.of !== undefined) return of(rules, state, list.indexOf(q.of), past);
  return folded(
    list.map((_, k) => of(rules, state, k, past)),
    q.fold ?? "sum",
  );
}

function calculate(
  kind: "plus" | "minus" | "times" | "over",
  parts: readonly (number | null)[],
): number | null {
  if (parts.includes(null)) return null;
  const [first, ...others] = parts as [number, ...number[]];
  const operation = {
    plus: (a: number, b: number) => a + b,
    minus: (a: number, b: number) => a - b,
    times: (a: number, b: number) => a * b,
    over: (a: number, b: number) => a / b,
  }[kind];
  const result = others.reduce(operation, first);
  return Number.isFinite(result) ? result : null;
}

/** The figure at this moment; null where there is none. */
export function read(moment: Moment, q: Quantity): number | null {
  if (typeof q === "number") return q;
  if (typeof q === "string") return read(moment, spelledOut(q));
  switch (q.kind) {
    case "path":
      return readPath(moment, q);
    case "number":
      return readNumber(moment, q);
    case "news":
      return moment.news.filter((code) => code === q.code).length;
    default:
      return calculate(
        q.kind,
        q.parts.map((part) => read(moment, part)),
      );
  }
}

/** Why a figure can never be read in a game of these rules, or nothing. Items that come and go need not be there yet. */
export function whyUnread(moment: Moment, q: Quantity): string | undefined {
  if (typeof q === "number") return undefined;
  if (typeof q === "string") return whyUnread(moment, spelledOut(q));
  switch (q.kind) {
    case "path":
      return whyNowhere(moment, q.path, q.where);
    case "number":
      return whyUncounted(moment, q);
    case "news":
      return undefined;
    default:
      return q.parts.map((part) => whyUnread(moment, part)).find((why) => why !== undefined);
  }
}

function whyUncounted({ rules }: Moment, { id, of }: Named): string | undefined {
  const list = subjects(rules, numberCalled(id).per);
  if (of === undefined || list.includes(of)) return undefined;
  return list.length === 0
    ? `"${id}" is counted for the Union as a whole, not for "${of}"`
    : `"${id}" is counted for ${list.join(", ")}, not for "${of}"`;
}

/** Lists of the State whose items come and go: a path into them may lead nowhere now and somewhere later. */
const CHANGING =
  /^state\.(files|votes|offers|choices|lobbies|contracts|words|news|drawn|ending|beijing\.bans)\b/;

export const comesAndGoes = (path: string): boolean => CHANGING.test(path);

function whyNowhere(moment: Moment, path: string, where?: Record<string, unknown>): string | undefined {
  try {
    if (where) halves(path);
    if (comesAndGoes(path)) parsePath(path);
    else valuesAt(moment, path, where);
    return undefined;
  } catch (error) {
    if (error instanceof PathError) return `"${path}" ${error.message}`.replace(/" :/, '":');
    throw error;
  }
}
