// Numbers and dates as the reader's language writes them. Figures only; nouns come from the words.

import { words } from "./words.ts";

const TRUE_MINUS = "\u2212";

/** A number in at most `figures` significant figures, no trailing zeros, a true minus: 24.62 -> "24.6", -0.4 -> "−0.4". */
export function printNumber(x: number, figures = 3): string {
  const whole = Math.abs(x) >= 10 ** (figures - 1);
  const format = new Intl.NumberFormat(
    words.locale,
    whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: figures },
  );
  const text = format.format(Math.abs(x));
  return x < 0 && /[1-9]/.test(text) ? TRUE_MINUS + text : text;
}

/** A number with so many decimals, for columns that must line up: -0.4 with 2 -> "−0.40". */
export function printFixed(x: number, decimals: number): string {
  const text = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(x));
  return x < 0 && /[1-9]/.test(text) ? TRUE_MINUS + text : text;
}

/** Its sign before a number that was printed without: "+0.40". */
export const signed = (x: number, text: string): string => (x > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** A change with its sign: "+0.4", "−3", "0". */
export function printChange(x: number, figures = 3): string {
  return signed(x, printNumber(x, figures));
}

/** Euros given in billions; small sums in millions: 24.62 -> "€24.6bn", 0.028 -> "€28m". */
export function printEuro(bn: number): string {
  const sign = bn < 0 ? TRUE_MINUS : "";
  const size = Math.abs(bn);
  return (
    sign +
    (size > 0 && size < 0.1
      ? words.units.euroM(printNumber(size * 1000))
      : words.units.euroBn(printNumber(size)))
  );
}

/** Money in texts that a scenario brings along, "EUR 40m" there, as it is written everywhere else. */
export const withEuro = (text: string): string =>
  text.replace(/EUR (\d[\d.,]*)(bn|m)\b/g, (_, n: string, unit: string) =>
    unit === "bn" ? words.units.euroBn(n) : words.units.euroM(n),
  );

/** How a parameter's figures are written, and what stands behind the last: "EUR bn a year" has its euros before. */
export function printerOf(unit: string): { print: (x: number) => string; unit: string } {
  const [, money, rest = unit] = /^EUR (bn|m)\b ?(.*)$/.exec(unit) ?? [];
  const write = money === "bn" ? words.units.euroBn : words.units.euroM;
  return {
    print: money ? (x) => write(printNumber(x)) : (x) => printNumber(x),
    unit: rest.replace("EUR bn", words.units.euroBn("1")),
  };
}

/** A percentage given in per cent: 54.8 -> "54.8 %". */
export const printPercent = (percent: number, figures = 3): string =>
  words.units.percent(printNumber(percent, figures));

/** A chance given as 0 to 1: .412 -> "41 in 100"; nothing is certain, so 0 and 100 are kept for the sure. */
export function printChance(chance: number): string {
  const inHundred = chance <= 0 ? 0 : chance >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(chance * 100)));
  return words.units.inHundred(printNumber(inHundred));
}

/** The Monday of a week: `start` is the ISO date of week 0. "7 Dec 2026". */
export function printDate(start: string, week: number): string {
  const day = new Date(`${start}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * week);
  return new Intl.DateTimeFormat(words.locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(day);
}
