// Numbers of the catalogue as text: the value, its unit, how far off it may be, and changes of it.

import { type IndicatorId, indicatorOf } from "../shared/indicators.ts";
import type { Rules } from "../shared/scenario.ts";
import { bandOf, isBanded, lagOf, marginOf, type Sight } from "../shared/sight.ts";
import { quantise, sightIn, type View } from "../shared/view.ts";
import { printChance, printChange, printEuro, printFixed, printNumber, printPercent } from "./print.ts";
import { speech } from "./speech.ts";
import { words } from "./words.ts";

export interface Figure {
  /** "€24.6bn", "1.9". */
  value: string;
  /** "of 100", "weeks"; may be empty. */
  unit: string;
  /** "±0.5" where the seat does not know exactly. */
  error?: string;
}

/** The number in a View; undefined where the seat may not know it. */
export function read(rules: Rules, view: View, id: IndicatorId, k = 0): number | undefined {
  const indicator = indicatorOf(id);
  if (sightIn(rules, view, indicator, k) === "hidden") return undefined;
  const part = view[indicator.part] as unknown as Record<string, number | number[]>;
  const value = part[id]!;
  return typeof value === "number" ? value : value[k];
}

/** Fractions shown as per cent; the unit says of what. */
const SHARES = [
  "of 1",
  "of exports",
  "of value",
  "of price",
  "of market",
  "of normal",
  "of what is due",
  "of need",
  "of demand",
  "of demand a quarter",
];

/** A share in per cent, to one decimal; a quarter's plants are few, and told to two. */
const percent = (unit: string, x: number): number =>
  unit === "of demand a quarter" ? Math.round(10_000 * x) / 100 : Math.round(1000 * x) / 10;

const isEuroBn = (unit: string): boolean => unit.startsWith("EUR bn");
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Euros given in millions: "€192m", "€1.2bn". */
export const printMillions = (million: number): string =>
  Math.abs(million) < 1000 ? words.units.euroM(printNumber(million)) : printEuro(million / 1000);

function printValue(unit: string, x: number): string {
  if (SHARES.includes(unit)) return printPercent(percent(unit, x));
  if (isEuroBn(unit)) return printEuro(x);
  if (unit === "EUR m") return printMillions(x);
  if (unit.startsWith("%")) return printPercent(x);
  if (unit === "log-odds") return printChance(chance(x));
  return unit === "-1 to 1" ? printChange(x, 2) : printNumber(x);
}

/** A difference or an error, without its sign. */
function printSize(unit: string, x: number): string {
  const size = Math.abs(x);
  if (SHARES.includes(unit)) return printNumber(percent(unit, size));
  if (isEuroBn(unit)) return printEuro(size);
  return unit === "EUR m" ? printMillions(size) : printNumber(size, 2);
}

/** How far off the seat may be, in the number's own unit; 0 = it knows. */
export const errorOf = (rules: Rules, view: View, id: IndicatorId, k: number, value: number): number =>
  marginOf(sightIn(rules, view, indicatorOf(id), k), value);

/** Weeks that the seat's figures of it are old. */
export const ageOf = (rules: Rules, view: View, id: IndicatorId, k: number): number =>
  lagOf(sightIn(rules, view, indicatorOf(id), k));

/** The word for a number that the seat has only a hint of; undefined where it has a figure. */
function hintOf(id: IndicatorId, sight: Sight, x: number): string | undefined {
  if (!isBanded(sight)) return undefined;
  return speech.hints[id]![bandOf(sight.bands, x)];
}

/** Two significant figures are enough for what one does not know. */
export const rough = (x: number): number => (x === 0 ? 0 : Number(x.toPrecision(x >= 10 ? 2 : 1)));

/** The number as it is shown to the seat. */
export function figure(rules: Rules, view: View, id: IndicatorId, k = 0): Figure | undefined {
  const x = read(rules, view, id, k);
  if (x === undefined) return undefined;
  const sight = sightIn(rules, view, indicatorOf(id), k);
  const hint = hintOf(id, sight, x);
  if (hint !== undefined) return { value: hint, unit: "" };
  const { unit, quantum } = indicatorOf(id);
  const shown = { value: printValue(unit, x), unit: speech.units[unit] ?? unit };
  const error = marginOf(sight, x);
  return error < quantum / 2 ? shown : { ...shown, error: `±${printSize(unit, rough(error))}` };
}

/** A change with its sign: "+€3.1bn", "−0.4". */
export function printAmount(id: IndicatorId, x: number): string {
  const { unit } = indicatorOf(id);
  const text = printSize(unit, x);
  return x < 0 ? `−${text}` : x > 0 ? `+${text}` : text;
}

/**
 * How a change is counted: of a number kept as log-odds in the points of 100 that it is shown in, of all others in their
 * own unit.
 */
export const counted = (id: IndicatorId, x: number): number => (isChance(id) ? 100 * chance(x) : x);

/** Whether a number is kept as log-odds, and shown as a chance. */
export const isChance = (id: IndicatorId): boolean => indicatorOf(id).unit === "log-odds";

/** A change as the number is shown, without its unit, for beside an arrow under the number itself. */
export const printBare = (id: IndicatorId, x: number): string => {
  const { unit } = indicatorOf(id);
  return printNumber(Math.abs(SHARES.includes(unit) ? percent(unit, x) : x));
};

/** A change as counted, with its unit where a number alone would not say of what: "fell by 0.4", "rose by 2.5 points". */
export function printStep(id: IndicatorId, x: number): string {
  const { unit } = indicatorOf(id);
  if (isEuroBn(unit)) return printEuro(Math.abs(x));
  if (unit === "EUR m") return printMillions(Math.abs(x));
  const isOf100 = SHARES.includes(unit) || unit.startsWith("%") || unit === "log-odds";
  return isOf100 ? speech.why.points(printBare(id, x)) : printBare(id, x);
}

/** Between a sign and a currency a line could break. */
const WORD_JOINER = "\u2060";

/** A change with its sign and, for shares, "%"; nothing in it can be torn apart at the end of a line. */
function printWhole(id: IndicatorId, x: number): string {
  const { unit } = indicatorOf(id);
  const text = printAmount(id, x);
  const whole = x !== 0 && (SHARES.includes(unit) || unit.startsWith("%")) ? words.units.percent(text) : text;
  return whole.replace(/^[+−](?=\D)/, `$&${WORD_JOINER}`);
}

/** A span of changes, from the smaller: "+1 to +3", "−1 to −3", "−0.4 to +0.2". */
export function printSpan(id: IndicatorId, low: number, high: number): string {
  const { quantum } = indicatorOf(id);
  const hold = (x: number) => Math.round(x / quantum) * quantum;
  const [from, to] = [hold(low), hold(high)];
  if (printAmount(id, from) === printAmount(id, to)) return printWhole(id, from);
  const [near, far] = to <= 0 ? [to, from] : [from, to];
  return speech.span(printWhole(id, near), printWhole(id, far));
}

/** Significant figures that the parts of a change are told in at most. */
const FIGURES = 1000;

/**
 * The step in which the parts of a change are told, the largest given: finer than the number's own, a power of ten of
 * which the number's own is a multiple, so that parts rounded to it can sum to what is shown.
 */
export function grainOf(id: IndicatorId, largest: number): number {
  const { unit, quantum } = indicatorOf(id);
  if (unit === "EUR m") return quantum;
  let power = Math.floor(Math.log10(quantum / 5) + 1e-9);
  const divides = (p: number) => Math.abs(quantise(quantum, 10 ** p) - quantum) < 10 ** p / 1000;
  while (largest >= FIGURES * 10 ** power && divides(power + 1)) power++;
  return 10 ** power;
}

/** Part of a change in steps of `grain`, with sign and unit; a column of them lines up: "−0.94", "+€8.99bn", "−3.5 %". */
export function printPart(id: IndicatorId, x: number, grain: number): string {
  const { unit } = indicatorOf(id);
  const share = SHARES.includes(unit) ? 100 : 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(grain * share) + 1e-9));
  const text = printFixed(Math.abs(x) * share, decimals);
  const sign = /[1-9]/.test(text) ? (x < 0 ? "−" : "+") : "";
  const whole = isEuroBn(unit)
    ? words.units.euroBn(text)
    : unit === "EUR m"
      ? words.units.euroM(text)
      : share === 100 || unit.startsWith("%")
        ? words.units.percent(text)
        : text;
  return sign + whole;
}

/** A tenth of the step in which a number travels: as fine as an explanation needs it. */
export const fine = (id: IndicatorId, x: number): number => quantise(x, indicatorOf(id).quantum / 10);

/** A past or present value of a number as the seat sees it. */
export function printSeen(rules: Rules, view: View, id: IndicatorId, k: number, x: number): string {
  return hintOf(id, sightIn(rules, view, indicatorOf(id), k), x) ?? printValueOf(id, x);
}

/** A number of this kind as text with its unit, whoever looks. */
export function printValueOf(id: IndicatorId, x: number): string {
  const { unit } = indicatorOf(id);
  return [printValue(unit, fine(id, x)), speech.units[unit] ?? unit].filter(Boolean).join(" ");
}
