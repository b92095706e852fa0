// Who is likely to object to an order, as far as a View can tell: from posture, trade at stake and estimated support.

import { HAWK } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import type { View } from "../view.ts";

/** Goods sold to China, % of GDP, from which a capital fears an answer. */
const FEARFUL = 1.5;

const codes = (rules: Rules, keep: (m: number) => boolean): MemberCode[] =>
  rules.members.flatMap((member, m) => (keep(m) ? [member.code] : []));

/** Capitals against a step up: those that doubt the common line, and doves that sell much to China. */
export const doubters = (rules: Rules, view: View): Seat[] =>
  codes(rules, (m) => {
    const { gdp, posture } = rules.members[m]!;
    const exposure = (100 * view.pub.sold[m]!) / gdp;
    return view.own.support[m]! < 0 || (posture <= 0 && exposure > FEARFUL);
  });

/** Hawks: capitals against a step down or a friendly gesture. */
export const hawks = (rules: Rules): Seat[] => codes(rules, (m) => rules.members[m]!.posture >= HAWK);

/** Capitals that watch the size of common budgets. */
export const frugal = (rules: Rules): Seat[] => codes(rules, (m) => rules.members[m]!.frugal);

/** The same seats once each, in the given order. */
export const seats = (...lists: (readonly Seat[])[]): Seat[] => [...new Set(lists.flat())];
