// Time as a test wants it: nothing happens until it is moved forward.

import type { Timers } from "../../server/clock.ts";

interface Due {
  at: number;
  run(): void;
}

export interface TestTime extends Timers {
  now(): number;
  /** Moves time forward and runs what falls due, in order; promises settle in between. */
  pass(millis: number): Promise<void>;
  /** Milliseconds until the next timer, or undefined. */
  next(): number | undefined;
}

export function newTime(): TestTime {
  const due = new Set<Due>();
  let millis = 0;
  const first = () => [...due].sort((a, b) => a.at - b.at)[0];
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return {
    now: () => millis,
    set(run, after) {
      const entry = { at: millis + after, run };
      due.add(entry);
      return entry;
    },
    clear: (handle) => void due.delete(handle as Due),
    next: () => (first() ? first()!.at - millis : undefined),
    async pass(span) {
      const end = millis + span;
      await settle();
      for (let entry = first(); entry && entry.at <= end; entry = first()) {
        millis = entry.at;
        due.delete(entry);
        entry.run();
        await settle();
      }
      millis = end;
    },
  };
}

/** Moves time on, a second at a time, until this holds; throws when it does not come true in a long game's time. */
export async function passUntil(time: TestTime, holds: () => boolean, seconds = 5000): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i > seconds) throw new Error(`not so after ${seconds} s`);
    await time.pass(1000);
    // Disk and network take their time.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
