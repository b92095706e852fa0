// A row of the clock strip: something under way, laid out in weeks.

import type { Side } from "../shared/seat.ts";

export interface Span {
  from: number;
  to: number;
  /** Solid, tinted, dashed. */
  kind: "done" | "running" | "unsure";
}

export interface Row {
  id: string;
  side: Side;
  name: string;
  /** Week the step was taken; may lie before the game. */
  from: number;
  spans: Span[];
  /** Weeks of Council votes on the way. */
  votes: number[];
  /** First week with an effect. */
  bite: number | undefined;
}

/** A stretch that is over; none where nothing is. */
export const done = (from: number, to: number): Span[] => (to > from ? [{ from, to, kind: "done" }] : []);
