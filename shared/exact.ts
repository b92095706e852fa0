// exp, log and pow from additions, multiplications and divisions only. The language leaves the last bit of
// Math.exp, Math.log and Math.pow to the engine; a journal must fold to the same State in every one of them.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const word = new DataView(new ArrayBuffer(8));

/** 2^k for a whole k in the range of normal doubles. */
function power2(k: number): number {
  word.setUint32(0, (k + 1023) << 20);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/** e^x; relative error below 1e-15. Answers 0 under -700 and throws over 700, where a model has gone wrong. */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (!(x <= 700)) throw new RangeError(`exp(${x}) is out of range`);
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 13; n >= 1; n--) sum = 1 + (sum * r) / n;
  return sum * power2(k);
}

/** Natural logarithm of a positive, normal x; relative error below 1e-15. Throws on anything else. */
export function log(x: number): number {
  if (!(x >= 2.3e-308 && x < Infinity)) throw new RangeError(`log(${x}) is out of range`);
  word.setFloat64(0, x);
  const high = word.getUint32(0);
  let k = (high >>> 20) - 1023;
  word.setUint32(0, (high & 0xfffff) | (1023 << 20));
  let m = word.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let sum = 0;
  for (let n = 21; n >= 1; n -= 2) sum = 1 / n + sum * z;
  return k * LN2_HIGH + (2 * s * sum + k * LN2_LOW);
}

/** x^y for x > 0; 0 for x = 0 and y > 0. */
export const pow = (x: number, y: number): number => (x === 0 && y > 0 ? 0 : exp(y * log(x)));

/** 1 / (1 + e^-x), flat outside +-700. */
export const logistic = (x: number): number => (x < -700 ? 0 : x > 700 ? 1 : 1 / (1 + exp(-x)));

/** x held between low and high. */
export const clip = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** A list of so many noughts. */
export const zeros = (n: number): number[] => new Array<number>(n).fill(0);

/** The sum of a list, from its first number on. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
