// Seeded randomness. A stream is four 32-bit words of plain data that lives in the State (sfc32, C. Doty-Humphrey,
// PractRand); a draw advances it in place. `noise` has no stream at all: the same key answers the same number.

import { pow } from "./exact.ts";

export type Stream = [number, number, number, number];

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The final avalanche of a hash. */
function avalanche(hashed: number): number {
  let h = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Carries a hash on over more text (FNV-1a). */
function carry(hashed: number, text: string): number {
  let h = hashed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return h;
}

/** 32-bit hash of a text or number (FNV-1a with a final avalanche). */
export const hash = (key: string | number): number => avalanche(carry(FNV_START, String(key)));

/** Hashes of `a` and of `b` before one long text: `[hash(a + text), hash(b + text)]` in one pass, for letters a and b. */
export function hashPair(a: string, b: string, text: string): [number, number] {
  let h = carry(FNV_START, a);
  let k = carry(FNV_START, b);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h = Math.imul(h ^ code, FNV_PRIME);
    k = Math.imul(k ^ code, FNV_PRIME);
  }
  return [avalanche(h), avalanche(k)];
}

/** A stream for a seed and a purpose; different purposes do not disturb each other. */
export function newStream(seed: number, purpose: string): Stream {
  const start = carry(FNV_START, `${seed}/${purpose}`);
  const stream: Stream = [
    avalanche(carry(start, "/a")),
    avalanche(carry(start, "/b")),
    hash(`${purpose}/${seed}`),
    1,
  ];
  for (let i = 0; i < 12; i++) uniform(stream);
  return stream;
}

/** Uniform on [0, 1). */
export function uniform(stream: Stream): number {
  const sum = (stream[0] + stream[1] + stream[3]) | 0;
  stream[3] = (stream[3] + 1) | 0;
  stream[0] = stream[1] ^ (stream[1] >>> 9);
  stream[1] = (stream[2] + (stream[2] << 3)) | 0;
  stream[2] = (((stream[2] << 21) | (stream[2] >>> 11)) + sum) | 0;
  return (sum >>> 0) / 4294967296;
}

/** Normal with mean 0 and deviation 1: twelve uniforms less six, which needs no logarithm and stays within +-6. */
export function normal(stream: Stream): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += uniform(stream);
  return sum;
}

/** True with probability p. */
export const chance = (stream: Stream, p: number): boolean => uniform(stream) < p;

/** The chance a week that makes up a chance over so many weeks. */
export const perWeek = (whole: number, weeks: number): number => 1 - pow(1 - whole, 1 / weeks);

/** A whole number from 0 to n - 1. */
export const below = (stream: Stream, n: number): number => Math.floor(uniform(stream) * n);

/** One of the items; throws on an empty list. */
export function pick<T>(stream: Stream, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError("nothing to pick from");
  return items[below(stream, items.length)] as T;
}

/** Roughly normal (Irwin-Hall of four, deviation 1, within +-3.47), from whole numbers alone: asking twice gives the same answer. */
export function noise(a: number, b: number, c: number, d: number, e: number): number {
  let h = 0x811c9dc5;
  h = Math.imul(h ^ a, 0x01000193) ^ (h >>> 13);
  h = Math.imul(h ^ b, 0x85ebca6b) ^ (h >>> 16);
  h = Math.imul(h ^ c, 0xc2b2ae35) ^ (h >>> 13);
  h = Math.imul(h ^ d, 0x27d4eb2f) ^ (h >>> 16);
  h = Math.imul(h ^ e, 0x165667b1) ^ (h >>> 15);
  let sum = -2;
  for (let i = 0; i < 4; i++) {
    h = (Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    h ^= h >>> 15;
    sum += (h >>> 0) / 4294967296;
  }
  return sum * 1.7320508075688772;
}
