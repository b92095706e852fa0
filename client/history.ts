// How the headline numbers went over the last weeks. The server tells only the present, so the page notes each week it
// sees; the tab keeps the notes over a reload.

import type { IndicatorId } from "../shared/indicators.ts";
import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";
import { read } from "./figure.ts";
import type { Headline } from "./headline.ts";

/** Weeks kept. */
const KEPT = 26;

export interface Note {
  tick: number;
  /** What it was when the week began, and the last word on it: orders move numbers within a week. */
  first: number;
  value: number;
}

/** Notes by number, oldest first. */
export type History = Readonly<Record<string, readonly Note[]>>;

export const noteKey = (id: IndicatorId, k: number): string => `${id}/${k}`;

/** The history with a View's week added; the last word on a week wins. The same object when nothing is new. */
export function noted(rules: Rules, history: History, view: View, headlines: readonly Headline[]): History {
  const { tick } = view.pub;
  let next: Record<string, readonly Note[]> | undefined;
  for (const { id, k } of headlines) {
    const value = read(rules, view, id, k);
    const key = noteKey(id, k);
    const past = history[key] ?? [];
    const last = past.at(-1);
    if (value === undefined || (last?.tick === tick && last.value === value)) continue;
    next ??= { ...history };
    const first = last?.tick === tick ? last.first : value;
    next[key] = [...past.filter((note) => note.tick < tick), { tick, first, value }].slice(-KEPT);
  }
  return next ?? history;
}

/**
 * Change over the last week with all that was ordered in it, where the week before is known: from its beginning to now,
 * as explanations count it.
 */
export function lastChange(notes: readonly Note[] | undefined): number | undefined {
  const now = notes?.at(-1);
  const before = notes?.at(-2);
  return now && before && before.tick === now.tick - 1 ? now.value - before.first : undefined;
}

const keyOf = (code: string, seat: string): string => `chokepoint/${code}/${seat}/history`;

export function loadHistory(code: string, seat: string): History {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(code, seat)) ?? "{}") as History;
  } catch {
    return {};
  }
}

export function saveHistory(code: string, seat: string, history: History): void {
  try {
    sessionStorage.setItem(keyOf(code, seat), JSON.stringify(history));
  } catch {
    // The lines are shorter after a reload then.
  }
}
