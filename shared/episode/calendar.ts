// Days of the calendar as whole numbers, without a clock: what happened on a date falls into a week of an episode.

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of all years before this one, counted from year 1. */
const daysBefore = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** Number of an ISO day ("2025-04-04"); one more for each day later. */
export function dayNumber(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return daysBefore(year) + DAYS_BEFORE[month - 1]! + leapDay + day;
}

/** First day of a month ("2025-05") and first day after it, as day numbers. */
export function monthSpan(month: string): [number, number] {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return [dayNumber(`${month}-01`), dayNumber(`${next}-01`)];
}

/** A week of an episode: its number, or a day in it. */
export type When = number | string;

/** Number of the week that `when` names in an episode that starts on this ISO day; below 0 for days before it. */
export const weekOf = (start: string, when: When): number =>
  typeof when === "number" ? when : Math.floor((dayNumber(when) - dayNumber(start)) / 7);

/** Part of each week (0 to 1) that lies in the month, from week 0 on; `whole` is false when the episode misses some of it. */
export function monthShares(
  start: string,
  weeks: number,
  month: string,
): { shares: number[]; whole: boolean } {
  const first = dayNumber(start);
  const [from, until] = monthSpan(month);
  const shares = Array.from({ length: weeks }, (_, week) => {
    const begins = first + 7 * week;
    return Math.max(0, Math.min(until, begins + 7) - Math.max(from, begins)) / 7;
  });
  return { shares, whole: first <= from && until <= first + 7 * weeks };
}
