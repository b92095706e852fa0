// Keeps the lines of one match in the store, and knows which order of a person each came from, so that an order sent
// again after a crash is recognised.

import type { Line } from "../shared/journal.ts";
import type { Keeper } from "../shared/match.ts";
import type { Store } from "./store.ts";

/** A line as stored: with the sender's own id of the order, if it was one. */
export type StoredLine = Line & { id?: string };

export interface SessionKeeper extends Keeper {
  /** What `submit` writes while it runs carries this id. */
  as<T>(id: string, submit: () => T): T;
  /** Resolves when every line so far is either durable or lost. */
  idle(): Promise<void>;
}

/** Lines of a match are counted from 1, those of the store from 0. */
export function newKeeper(store: Pick<Store, "append">, session: string): SessionKeeper {
  const outstanding = new Set<Promise<void>>();
  let stamp: string | undefined;
  return {
    append(line) {
      const stored: StoredLine = stamp === undefined ? line : { ...line, id: stamp };
      const done = store.append(session, line.n - 1, JSON.stringify(stored));
      outstanding.add(done);
      const forget = () => void outstanding.delete(done);
      done.then(forget, forget);
      return done;
    },
    as(id, submit) {
      stamp = id;
      try {
        return submit();
      } finally {
        stamp = undefined;
      }
    },
    async idle() {
      while (outstanding.size > 0) await Promise.allSettled(outstanding);
    },
  };
}

export const parseLine = (text: string): StoredLine => JSON.parse(text) as StoredLine;
