// exp, log and pow from additions, multiplications and divisions only. The language leaves the last bit of
// Math.exp, Math.log and Math.pow to the engine; a journal must fold to the same State in every one of them.
// The polynomials are those of fdlibm (Sun Microsystems 1993, e_exp.c and e_log.c).

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
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  // r coth(r / 2) - 2 by its even powers.
  const z = r * r;
  const even =
    z *
    (0.16666666666666602 +
      z *
        (-0.0027777777777015593 +
          z * (6.613756321437934e-5 + z * (-1.6533902205465252e-6 + z * 4.1381367970572385e-8))));
  const c = r - even;
  return (1 - (low - (r * c) / (2 - c) - high)) * power2(k);
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
  // log(1 + f) = f - f^2 / 2 + s (f^2 / 2 + R(s^2)) with s = f / (2 + f).
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd =
    w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373)) +
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd) + k * LN2_LOW) - f);
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
