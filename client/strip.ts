// A row of the clock strip: something under way, laid out in weeks.

import type { NewsCode } from "../shared/news.ts";
import type { Side } from "../shared/seat.ts";
import type { View } from "../shared/view.ts";

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

/** The week of the last public news of a kind about something; now where it is forgotten. */
export const toldAt = (view: View, code: NewsCode, about: string): number =>
  [...view.pub.news, ...view.own.news].findLast((n) => n.code === code && n.about[0] === about)?.tick ??
  view.pub.tick;
