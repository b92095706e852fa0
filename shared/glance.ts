// A View for a moment: whoever reads little of it, and is done before the State moves on, need not wait for all of it.
// Bots and the judge of an order look this way; what they see is what `view` shows.

import { focuses } from "./estimate.ts";
import type { Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { State } from "./state.ts";
import {
  type Look,
  memberIndex,
  type OwnPart,
  PARTS,
  type PublicPart,
  REST,
  reading,
  type View,
} from "./view.ts";

type Read = (look: Look) => unknown;

/** How each part of what a seat alone knows is read; where it sees better is itself found out when first asked for. */
const READERS = Object.entries<Read>({
  ...Object.fromEntries(PARTS.own.map((i): [string, Read] => [i.id, (look) => reading(look, i)])),
  ...REST,
  focus: ({ rules, state, seat, me }) => focuses(rules, state, seat, me),
});

/** What a seat alone knows, each part read when it is first asked for. */
class Unread {
  readonly read: (k: number) => unknown;
  readonly known: unknown[] = new Array(READERS.length).fill(undefined);

  constructor(read: (k: number) => unknown) {
    this.read = read;
  }
}

READERS.forEach(([part], k) => {
  Object.defineProperty(Unread.prototype, part, {
    get(this: Unread) {
      if (this.known[k] === undefined) this.known[k] = this.read(k);
      return this.known[k];
    },
  });
});

/** What a seat sees now. What is first asked for once `isPast` says so is refused, since it could no longer be told. */
export function glance(
  rules: Rules,
  state: State,
  seat: Seat,
  shared: PublicPart,
  isPast: () => boolean,
): View {
  const unread = new Unread((k) => {
    const [part, read] = READERS[k]!;
    if (isPast()) throw new Error(`${part} was read off a position that is past`);
    return read(look);
  });
  const own = unread as unknown as OwnPart;
  const look: Look = {
    rules,
    state,
    seat,
    me: memberIndex(rules, seat),
    get focus() {
      return own.focus;
    },
  };
  return { seat, pub: shared, own };
}
