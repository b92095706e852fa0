// What moves, as numbers under keys. To move from one layout to the next is to mix the numbers of equal keys.

import type { Layout } from "../layout.ts";
import { type Curve, coreAlpha } from "./arcs.ts";
import type { CustomsSlot, InputSlot, Queue } from "./gate.ts";

/** The narrowing of the gate: its jaws, and the flow through them. */
export interface Narrowing {
  /** Opacity of the flow. */
  alpha: number;
  slots: Pick<InputSlot | CustomsSlot, "key" | "kind" | "top" | "bottom" | "full" | "open">[];
  cores: { key: string; curve: Curve; width: number }[];
}

/** Weeks in the stacks. Where a stack stands does not move: it goes with its tag. */
export type Stores = { key: string; full: number }[];

export const narrowingOf = ({ gate, arcsIn, passing }: Layout): Narrowing => ({
  alpha: coreAlpha(passing),
  slots: (gate?.slots ?? []).map(({ key, kind, top, bottom, full, open }) => ({
    ...{ key, kind, top, bottom, full, open },
  })),
  cores: arcsIn.map(({ key, core, coreWidth }) => ({ key, curve: core, width: coreWidth })),
});

export const storesOf = ({ tags }: Layout): Stores =>
  tags.flatMap(({ key, stack }) => (stack ? [{ key, full: stack.full }] : []));

export const queueOf = ({ gate }: Layout): Queue | undefined =>
  gate?.slots.flatMap((slot) => (slot.kind === "input" && slot.queue ? [slot.queue] : []))[0];

const keyOf = (item: unknown): unknown => (item as { key?: unknown } | null)?.key;

/** Between two values of the same form, `t` from 0 to 1: numbers are mixed, items of lists matched by key, else by place. */
export function mix<T>(from: T | undefined, to: T, t: number): T {
  if (from === undefined || t >= 1) return to;
  if (typeof to === "number") return ((from as number) + (to - (from as number)) * t) as T;
  if (Array.isArray(to)) {
    const list = from as unknown[];
    return to.map((item, k) => {
      const key = keyOf(item);
      return mix(key === undefined ? list[k] : list.find((other) => keyOf(other) === key), item, t);
    }) as T;
  }
  if (to === null || typeof to !== "object") return to;
  const mixed: Record<string, unknown> = {};
  for (const key in to) mixed[key] = mix((from as Record<string, unknown>)[key], to[key], t);
  return mixed as T;
}

/** Slow, fast, slow: the easing of `--ease-both`, as a polynomial. */
export const easeBoth = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

export const linear = (t: number): number => t;

/** Moves a value from what is shown to what is wanted. */
export class Move<T> {
  #from: T;
  #to: T;
  #start = 0;
  #duration = 0;
  readonly #ease: (t: number) => number;

  constructor(value: T, ease: (t: number) => number) {
    this.#from = value;
    this.#to = value;
    this.#ease = ease;
  }

  /** Sets out for a value from wherever it is now; a duration of 0 jumps, and where nothing changes nothing moves. */
  go(to: T, now: number, duration: number): void {
    this.#from = this.at(now);
    this.#to = to;
    this.#start = now;
    this.#duration = JSON.stringify(this.#from) === JSON.stringify(to) ? 0 : duration;
  }

  at(now: number): T {
    if (!this.isMoving(now)) return this.#to;
    return mix(this.#from, this.#to, this.#ease(Math.max(0, now - this.#start) / this.#duration));
  }

  /** A frame may carry an earlier time than the moment at which it was set out; what jumped is not moving in it. */
  isMoving(now: number): boolean {
    return this.#duration > 0 && now < this.#start + this.#duration;
  }
}
