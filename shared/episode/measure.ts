// Figures of a whole run, from the figures of its weeks.

import { sum } from "../exact.ts";
import { monthShares, type When, weekOf } from "./calendar.ts";
import type { Condition, Measure, Omission, Quantity } from "./vocabulary.ts";

/** The weeks of one run of an episode: entry 0 is before week 0, entry w + 1 the end of week w. */
export type Series = readonly (number | null)[];

/** What a measure may ask of the runs of one seed. */
export interface Runs {
  start: string;
  weeks: number;
  /** The figure in the run that leaves these parts of the script out (none = the run as it was). */
  series(value: Quantity, omitted: readonly Omission[]): Series;
}

/** Where a measure is taken: weeks later or earlier than it says, in a run that leaves something out. */
interface Setting {
  shift: number;
  omitted: readonly Omission[];
}

/** Every figure a measure reads. */
export function quantitiesOf(m: Measure): Quantity[] {
  if (!("of" in m)) return [m.value];
  return "to" in m ? [...quantitiesOf(m.of), ...quantitiesOf(m.to)] : quantitiesOf(m.of);
}

/** Entry of a series that holds a moment. */
function entry(runs: Runs, week: When, shift: number): number {
  if (week === "start") return 0;
  if (week === "end") return runs.weeks;
  return weekOf(runs.start, week) + 1 + shift;
}

/** Entries from and until which a span runs. */
function spanOf(runs: Runs, { from, until }: Condition, shift: number): [number, number] {
  const first = from === undefined ? 1 : entry(runs, from, shift);
  const last = until === undefined ? runs.weeks + 1 : entry(runs, until, shift);
  return [Math.max(1, first), Math.min(runs.weeks + 1, last)];
}

function overSpan(kind: "sum" | "mean" | "least" | "most", values: Series): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  const numbers = values as number[];
  if (kind === "least") return Math.min(...numbers);
  if (kind === "most") return Math.max(...numbers);
  return kind === "sum" ? sum(numbers) : sum(numbers) / numbers.length;
}

/** A calendar month, its first and last week split by days. */
function overMonth(runs: Runs, series: Series, month: string, how: "sum" | "mean"): number | null {
  const { shares } = monthShares(runs.start, runs.weeks, month);
  let total = 0;
  for (const [week, share] of shares.entries()) {
    if (share === 0) continue;
    const value = series[week + 1];
    if (value === null || value === undefined) return null;
    total += share * value;
  }
  return how === "sum" ? total : total / sum(shares);
}

function misfit(
  runs: Runs,
  series: Series,
  months: Record<string, number>,
  how: "sum" | "mean",
): number | null {
  let missed = 0;
  for (const [month, observed] of Object.entries(months)) {
    const value = overMonth(runs, series, month, how);
    if (value === null) return null;
    missed += Math.abs(value - observed);
  }
  return missed / sum(Object.values(months).map(Math.abs));
}

/** Weeks in which a condition holds. */
function weeksWith(runs: Runs, series: Series, c: Condition, shift: number): number[] {
  const [from, until] = spanOf(runs, c, shift);
  const weeks: number[] = [];
  for (let k = from; k < until; k++) {
    const value = series[k];
    if (value === null || value === undefined) continue;
    if ((c.above === undefined || value > c.above) && (c.below === undefined || value < c.below))
      weeks.push(k - 1);
  }
  return weeks;
}

function compare(
  runs: Runs,
  m: Extract<Measure, { kind: "ratio" | "difference" }>,
  s: Setting,
): number | null {
  const of = measure(runs, m.of, s);
  const to = measure(runs, m.to, s);
  if (of === null || to === null) return null;
  if (m.kind === "difference") return of - to;
  return to === 0 ? null : of / to;
}

/** The measure's value; null when the run has none. */
export function measure(runs: Runs, m: Measure, s: Setting = { shift: 0, omitted: [] }): number | null {
  const series = (value: Quantity) => runs.series(value, s.omitted);
  switch (m.kind) {
    case "at":
      return series(m.value)[entry(runs, m.week, s.shift)] ?? null;
    case "month":
      return overMonth(runs, series(m.value), m.month, m.how);
    case "misfit":
      return misfit(runs, series(m.value), m.months, m.how);
    case "first":
      return weeksWith(runs, series(m.value), m, s.shift)[0] ?? null;
    case "weeks":
      return weeksWith(runs, series(m.value), m, s.shift).length;
    case "ratio":
    case "difference":
      return compare(runs, m, s);
    case "change": {
      const of = measure(runs, m.of, s);
      const to = measure(runs, m.of, { ...s, omitted: [...s.omitted, m.omit] });
      return of === null || to === null || to === 0 ? null : of / to - 1;
    }
    case "without":
      return measure(runs, m.of, { ...s, omitted: [...s.omitted, m.omit] });
    default:
      return overSpan(m.kind, series(m.value).slice(...spanOf(runs, m, s.shift)));
  }
}
