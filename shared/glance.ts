// A View for a moment: whoever reads little of it, and is done before the State moves on, need not wait for all of it.
// Bots and the judge of an order look this way; what they see is what `view` shows.

import type { Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { State } from "./state.ts";
import { type Look, lookFrom, type OwnPart, type PublicPart, READERS, type View } from "./view.ts";

/** Makes one part of a View of which everything is read when it is first asked for. */
function unread(part: "pub" | "own") {
  const readers = READERS[part];
  class Unread {
    readonly look: Look;
    readonly isPast: () => boolean;
    readonly known: unknown[] = new Array(readers.length);

    constructor(look: Look, isPast: () => boolean) {
      this.look = look;
      this.isPast = isPast;
    }
  }
  readers.forEach(([name, read], k) => {
    Object.defineProperty(Unread.prototype, name, {
      get(this: Unread) {
        const { known } = this;
        if (known[k] !== undefined) return known[k];
        if (this.isPast()) throw new Error(`${name} was read off a position that is past`);
        known[k] = read(this.look);
        return known[k];
      },
    });
  });
  return (look: Look, isPast: () => boolean): unknown => new Unread(look, isPast);
}

const unreadPub = unread("pub");
const unreadOwn = unread("own");

/** The public part, for `glance`. What is first asked for once `isPast` says so is refused, since it could no longer be told. */
export const publicGlance = (rules: Rules, state: State, isPast: () => boolean): PublicPart =>
  unreadPub(lookFrom(rules, state, "observer"), isPast) as PublicPart;

/** What a seat sees now; the same holds for it. */
export const glance = (
  rules: Rules,
  state: State,
  seat: Seat,
  shared: PublicPart,
  isPast: () => boolean,
): View => ({ seat, pub: shared, own: unreadOwn(lookFrom(rules, state, seat), isPast) as OwnPart });

/** A part of a View with something else in it. Laid over, not copied: a glance holds nothing until it is asked. */
export const overlaid = <T extends object>(part: T, other: Partial<T>): T =>
  Object.create(part, Object.getOwnPropertyDescriptors(other)) as T;
