// How often somebody may ask: so many at once, and a steady rate in the long run.

/** Milliseconds of a clock that only runs forward. */
export type Now = () => number;

export interface Bucket {
  /** True when one more was allowed; it then counts. */
  take(): boolean;
}

/** Lets `burst` through at once, and `perSecond` in the long run. */
export function newBucket(perSecond: number, burst: number, now: Now): Bucket {
  const millisEach = 1000 / perSecond;
  // When all that was taken would be paid for; it may lie ahead by what a burst costs.
  let paid = now();
  return {
    take() {
      const time = now();
      if (paid - time > (burst - 1) * millisEach) return false;
      paid = Math.max(paid, time) + millisEach;
      return true;
    },
  };
}

export interface Limiter {
  /** Whether this address may ask once more. */
  allows(address: string): boolean;
}

/** Addresses remembered at most; beyond it all are forgotten, which only errs in their favour. */
const MOST_ADDRESSES = 10_000;

/** A bucket for each address. */
export function newLimiter(perMinute: number, burst: number, now: Now): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    allows(address) {
      if (buckets.size >= MOST_ADDRESSES) buckets.clear();
      let bucket = buckets.get(address);
      if (!bucket) {
        bucket = newBucket(perMinute / 60, burst, now);
        buckets.set(address, bucket);
      }
      return bucket.take();
    },
  };
}
