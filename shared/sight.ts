// How well a kind of seat sees a number: exactly, not at all, with an error, late, or only as one of a few bands.

/** A number off by up to so much (relative, or in its own unit), and so many weeks old when it arrives. */
interface Blurred {
  error: number;
  relative: boolean;
  lag?: number;
}

/** A hint: on which side of some marks the number lies, itself read with an error. */
interface Banded {
  bands: readonly number[];
  error: number;
}

export type Sight = "exact" | "hidden" | Blurred | Banded;

export const about = (percent: number): Sight => ({ error: percent / 100, relative: true });
/** The same of figures that are some weeks old. */
export const late = (percent: number, lag: number): Sight => ({ error: percent / 100, relative: true, lag });
export const plusMinus = (error: number): Sight => ({ error, relative: false });
export const hint = (error: number, ...bands: number[]): Sight => ({ bands, error });

export const isBanded = (sight: Sight): sight is Banded => typeof sight === "object" && "bands" in sight;
const isBlurred = (sight: Sight): sight is Blurred => typeof sight === "object" && !("bands" in sight);

/** True where the error grows with the number. */
export const isRelative = (sight: Sight): boolean => isBlurred(sight) && sight.relative;

/** Weeks that figures are old. */
export const lagOf = (sight: Sight): number => (isBlurred(sight) ? (sight.lag ?? 0) : 0);

/** Number of the band that x lies in, from below. */
export const bandOf = (bands: readonly number[], x: number): number =>
  bands.reduce((n, mark) => (x < mark ? n : n + 1), 0);

/** What stands for a band: its middle; the outer ones are taken to be as wide as their neighbours. */
export function middleOf(bands: readonly number[], band: number): number {
  const last = bands.length - 1;
  if (band === 0) return bands[0]! - (bands[1]! - bands[0]!) / 2;
  if (band > last) return bands[last]! + (bands[last]! - bands[last - 1]!) / 2;
  return (bands[band - 1]! + bands[band]!) / 2;
}

/** How far off a number may be, in its own unit: half a band for a hint; 0 = it is known, or not at all. */
export function marginOf(sight: Sight, value: number): number {
  if (typeof sight === "string") return 0;
  if (isBanded(sight)) return (sight.bands[1]! - sight.bands[0]!) / 2;
  return sight.relative ? Math.abs(value) * sight.error : sight.error;
}

/** A sight with its error times a factor: at 0 the number is seen as it is now. */
export function sharpened(sight: Sight, factor: number): Sight {
  if (typeof sight === "string" || factor === 1) return sight;
  if (factor === 0) return "exact";
  return { ...sight, error: sight.error * factor };
}

/** What a seat takes a true number for, where `luck` is that of its survey: about normal, deviation 1. */
export function blurred(sight: Sight, truth: number, luck: number): number {
  if (sight === "hidden") return 0;
  if (sight === "exact") return truth;
  const error = (sight.error / 2) * luck;
  if (isBanded(sight)) return middleOf(sight.bands, bandOf(sight.bands, truth + error));
  return sight.relative ? truth * (1 + error) : truth + error;
}
