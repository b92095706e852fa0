// Threads that play trials. Outcomes come back in the order of the trials, whoever played them, so that an answer is the
// same on one core and on sixty-four.

import { Worker } from "node:worker_threads";
import type { Outcome, Trial } from "./trial.ts";

export interface Pool {
  /** Plays all of them; `each` hears how many are done. */
  play(trials: readonly Trial[], each?: (done: number, all: number) => void): Promise<Outcome[]>;
  close(): Promise<void>;
}

/** Trials a thread holds at a time: one to play and one waiting, so that it never stands idle. */
const AHEAD = 2;

/** One thread; answers a trial after the other. */
function newThread() {
  const worker = new Worker(new URL("./thread.ts", import.meta.url));
  const waiting: { resolve: (outcome: Outcome) => void; reject: (error: unknown) => void }[] = [];
  worker.on("message", (outcome: Outcome) => waiting.shift()!.resolve(outcome));
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    play: (trial: Trial) =>
      new Promise<Outcome>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(trial);
      }),
    close: () => worker.terminate(),
  };
}

export function newPool(workers: number): Pool {
  const threads: ReturnType<typeof newThread>[] = [];
  return {
    async play(trials, each = () => {}) {
      while (threads.length < Math.min(workers, trials.length)) threads.push(newThread());
      const outcomes: Outcome[] = new Array(trials.length);
      let next = 0;
      let done = 0;
      const draw = async (thread: (typeof threads)[number]): Promise<void> => {
        while (next < trials.length) {
          const k = next++;
          outcomes[k] = await thread.play(trials[k]!);
          each(++done, trials.length);
        }
      };
      await Promise.all(threads.flatMap((thread) => Array.from({ length: AHEAD }, () => draw(thread))));
      return outcomes;
    },
    async close() {
      await Promise.all(threads.splice(0).map((thread) => thread.close()));
    },
  };
}

/** A pool for as long as some work needs one. */
export async function withPool<T>(workers: number, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = newPool(workers);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
