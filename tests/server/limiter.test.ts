import { expect, test } from "vitest";
import { newBucket, newLimiter } from "../../server/limiter.ts";
import { newTime } from "../helpers/timers.ts";

const count = (times: number, take: () => boolean) =>
  Array.from({ length: times }, take).filter((allowed) => allowed).length;

test("a bucket lets its burst through, then what flows in", async () => {
  const time = newTime();
  const bucket = newBucket(4, 10, time.now);
  expect(count(30, bucket.take)).toBe(10);
  await time.pass(500);
  expect(count(30, bucket.take)).toBe(2);
  await time.pass(60_000);
  expect(count(30, bucket.take)).toBe(10);
});

test("small steps of time add up", async () => {
  const time = newTime();
  const bucket = newBucket(1, 1, time.now);
  bucket.take();
  let allowed = 0;
  for (let i = 0; i < 40; i++) {
    await time.pass(100);
    if (bucket.take()) allowed++;
  }
  expect(allowed).toBe(4);
});

test("each address has a bucket of its own", async () => {
  const time = newTime();
  const limiter = newLimiter(60, 3, time.now);
  expect(count(9, () => limiter.allows("a"))).toBe(3);
  expect(count(9, () => limiter.allows("b"))).toBe(3);
  await time.pass(1000);
  expect(count(9, () => limiter.allows("a"))).toBe(1);
});

test("a crowd of addresses does not fill the memory", () => {
  const limiter = newLimiter(60, 1, newTime().now);
  expect(limiter.allows("a")).toBe(true);
  expect(limiter.allows("a")).toBe(false);
  for (let i = 0; i < 10_000; i++) limiter.allows(`crowd ${i}`);
  expect(limiter.allows("a")).toBe(true);
});
