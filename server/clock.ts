// When the next week passes. The clock knows nothing of games: it asks whether it may run and how long a week takes,
// and lets one week pass after the other.

import type { Mode } from "../shared/protocol.ts";
import type { PublicPart } from "../shared/view.ts";

/** Timers of the platform, or of a test. */
export interface Timers {
  set(run: () => void, millis: number): unknown;
  clear(handle: unknown): void;
}

export const realTimers: Timers = {
  set: (run, millis) => setTimeout(run, millis),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** Milliseconds of a week in which nothing waits for the person who plays alone. */
export const THINK_MILLIS = 700;

/**
 * How much longer a week takes while a vote is open that decides, or lines stand still. In a lesson of 104 weeks at
 * 9.5 s, six votes of three weeks may cost 25 s more each, and two squeezes of some fifteen weeks 40 s each.
 */
export const slowdown = (pub: PublicPart): number =>
  pub.votes.some(({ outcome, rule }) => outcome === "open" && rule !== "advisory")
    ? 1.9
    : pub.stopped > 0
      ? 1.3
      : 1;

/** Milliseconds that a week takes now. */
export const weekMillis = (mode: Mode, secondsPerWeek: number, pub: PublicPart): number =>
  mode === "stop-and-think" ? THINK_MILLIS : secondsPerWeek * 1000 * slowdown(pub);

export interface ClockSettings {
  timers: Timers;
  mayRun(): boolean;
  /** Milliseconds of the coming week. */
  millis(): number;
  /** Lets a week pass; the next begins when the promise settles, however it does. */
  week(): Promise<void>;
}

export interface Clock {
  /** Looks again whether it may run, after anything that may have changed the answer. */
  look(): void;
  /** As `look`, and begins the week anew, since it may take another time now. */
  restart(): void;
  /** For good; resolves when a week that was passing has passed. */
  stop(): Promise<void>;
}

export function newClock({ timers, mayRun, millis, week }: ClockSettings): Clock {
  let handle: unknown;
  let passing: Promise<void> | undefined;
  let stopped = false;

  const halt = () => {
    if (handle !== undefined) timers.clear(handle);
    handle = undefined;
  };
  const look = () => {
    if (stopped || passing || !mayRun()) return halt();
    handle ??= timers.set(pass, millis());
  };
  const pass = () => {
    handle = undefined;
    if (stopped || !mayRun()) return;
    passing = week()
      .catch(() => {})
      .finally(() => {
        passing = undefined;
        look();
      });
  };
  return {
    look,
    restart() {
      halt();
      look();
    },
    async stop() {
      stopped = true;
      halt();
      await passing;
    },
  };
}
