// A View for a moment: whoever reads few of its numbers, and is done before the State moves on, need not wait for all of
// them. Bots and the judge of an order look this way; what they see is what `view` shows.

import { focuses } from "./estimate.ts";
import type { Indicator, Numbers } from "./indicators.ts";
import type { Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { State } from "./state.ts";
import { memberIndex, ownRest, PARTS, type PublicPart, type Reading, reading, type View } from "./view.ts";

/** A seat's own numbers, each computed when it is first asked for. */
class Unread {
  readonly read: (indicator: Indicator) => Reading;

  constructor(read: (indicator: Indicator) => Reading) {
    this.read = read;
  }
}

for (const indicator of PARTS.own)
  Object.defineProperty(Unread.prototype, indicator.id, {
    get(this: Unread) {
      const value = this.read(indicator);
      Object.defineProperty(this, indicator.id, { value });
      return value;
    },
  });

/** What a seat sees now. A number first asked for once `isPast` says so is refused, since it could no longer be told. */
export function glance(
  rules: Rules,
  state: State,
  seat: Seat,
  shared: PublicPart,
  isPast: () => boolean,
): View {
  const me = memberIndex(rules, seat);
  const focus = focuses(rules, state, seat, me);
  const unread = new Unread((indicator) => {
    if (isPast()) throw new Error(`${indicator.id} was read off a position that is past`);
    return reading(rules, state, indicator, seat, me, focus);
  });
  const own = Object.assign(unread as unknown as Numbers<"own">, ownRest(rules, state, seat, me, focus));
  return { seat, pub: shared, own };
}
