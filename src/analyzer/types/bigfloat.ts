/**
 * Binary floating-point numbers of a chosen precision, as math/big.Float has them for go/constant: round to nearest
 * even, exponents of 32 bits, no infinities kept.
 *
 * A number is `mant * 2^exp` with a signed bigint mantissa. Invariants: the magnitude of `mant` has at most the
 * precision's bits; zero is `{0n, 0}`. An overflow is `undefined` (go/constant makes an unknown value of it), an underflow
 * is zero. Follows math/big/float.go and floatconv.go of Go 1.26. Leaves out: negative zero, other rounding modes than
 * those `toIntegerNear` needs.
 */
export interface BigFloat {
  readonly mant: bigint;
  readonly exp: number;
}

/** go/constant's precision in bits. */
export const prec = 512;

const maxExp = 2 ** 31 - 1;
const minExp = -(2 ** 31);

export const bigZero: BigFloat = { mant: 0n, exp: 0 };

export function bitLenOf(x: bigint): number {
  const abs = x < 0n ? -x : x;
  if (abs <= 0xffffffffn) return abs === 0n ? 0 : 32 - Math.clz32(Number(abs));
  const hex = abs.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}

/** The exponent e of `x = m * 2^e` with `0.5 <= |m| < 1`; 0 for zero. */
export function mantExp(x: BigFloat): number {
  return x.mant === 0n ? 0 : bitLenOf(x.mant) + x.exp;
}

/** `mant * 2^exp` rounded to `bits`, half to even; `sticky` says that a positive fraction was cut below `mant`. */
export function roundFloat(mant: bigint, exp: number, bits = prec, sticky = false): BigFloat | undefined {
  if (mant === 0n) return bigZero;
  let abs = mant < 0n ? -mant : mant;
  const excess = bitLenOf(abs) - bits;
  if (excess > 0) {
    const shift = BigInt(excess);
    const rest = abs & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    abs >>= shift;
    exp += excess;
    if (rest > half || (rest === half && (sticky || (abs & 1n) === 1n))) abs += 1n;
  }
  const e = bitLenOf(abs) + exp;
  if (e > maxExp) return undefined;
  if (e < minExp) return bigZero;
  return { mant: mant < 0n ? -abs : abs, exp };
}

export function negFloat(x: BigFloat): BigFloat {
  return { mant: -x.mant, exp: x.exp };
}

export function addFloat(x: BigFloat, y: BigFloat): BigFloat | undefined {
  if (x.mant === 0n) return y;
  if (y.mant === 0n) return x;
  // A term that lies wholly below half a unit in the last place cannot change the other.
  const gap = mantExp(x) - mantExp(y);
  if (gap > 2 * prec) return x;
  if (gap < -2 * prec) return y;
  if (x.exp >= y.exp) return roundFloat((x.mant << BigInt(x.exp - y.exp)) + y.mant, y.exp);
  return roundFloat(x.mant + (y.mant << BigInt(y.exp - x.exp)), x.exp);
}

export function mulFloat(x: BigFloat, y: BigFloat, bits = prec): BigFloat | undefined {
  return roundFloat(x.mant * y.mant, x.exp + y.exp, bits);
}

/** The quotient, rounded once; `y` is not zero. */
export function quoFloat(x: BigFloat, y: BigFloat, bits = prec): BigFloat | undefined {
  if (x.mant === 0n) return bigZero;
  const negative = x.mant < 0n !== y.mant < 0n;
  let a = x.mant < 0n ? -x.mant : x.mant;
  const b = y.mant < 0n ? -y.mant : y.mant;
  const shift = Math.max(0, bits + 2 - (bitLenOf(a) - bitLenOf(b)));
  a <<= BigInt(shift);
  const q = a / b;
  const sticky = q * b !== a;
  return roundFloat(negative ? -q : q, x.exp - y.exp - shift, bits, sticky);
}

/** Negative, zero or positive as x is less than, equal to or greater than y. */
export function cmpFloat(x: BigFloat, y: BigFloat): number {
  const sx = x.mant < 0n ? -1 : x.mant > 0n ? 1 : 0;
  const sy = y.mant < 0n ? -1 : y.mant > 0n ? 1 : 0;
  if (sx !== sy || sx === 0) return sx - sy;
  const ex = mantExp(x);
  const ey = mantExp(y);
  if (ex !== ey) return ex < ey ? -sx : sx;
  const a = x.exp > y.exp ? x.mant << BigInt(x.exp - y.exp) : x.mant;
  const b = y.exp > x.exp ? y.mant << BigInt(y.exp - x.exp) : y.mant;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The integer that x is exactly; undefined if it has a fraction. The caller bounds the exponent. */
export function floatToInteger(x: BigFloat): bigint | undefined {
  if (x.exp >= 0) return x.mant << BigInt(x.exp);
  const shift = BigInt(-x.exp);
  const i = x.mant >> shift;
  return i << shift === x.mant ? i : undefined;
}

/** The integer that x is after cutting `delta` bits of precision, towards zero or away from it. */
export function toIntegerNear(x: BigFloat, delta: number): bigint | undefined {
  const abs = x.mant < 0n ? -x.mant : x.mant;
  const excess = bitLenOf(abs) - (prec - delta);
  if (excess <= 0) return undefined;
  const shift = BigInt(excess);
  const sign = x.mant < 0n ? -1n : 1n;
  const cut = abs >> shift;
  const low = floatToInteger({ mant: sign * cut, exp: x.exp + excess });
  if (low !== undefined) return low;
  const up = cut << shift === abs ? cut : cut + 1n;
  return floatToInteger({ mant: sign * up, exp: x.exp + excess });
}

/**
 * `num / den` as an IEEE number with `bits` of precision and least exponent `emin` (of the last place), rounded once;
 * Infinity on overflow past `emax` (exponent of the first bit). `den` is positive.
 */
export function ratToIeee(num: bigint, den: bigint, exp2: number, bits: number, emin: number, emax: number): number {
  if (num === 0n) return 0;
  const negative = num < 0n;
  let a = negative ? -num : num;
  let b = den;
  // The exponent of the quotient's first bit is one of two; take enough bits for both, then round at the last place.
  const top = bitLenOf(a) - bitLenOf(b) + exp2;
  if (top > emax + 2) return negative ? -Infinity : Infinity;
  if (top < emin - 2) return negative ? -0 : 0;
  let place = Math.max(top - bits, emin);
  const quotient = (): bigint => {
    const shift = exp2 - place;
    const n = shift > 0 ? a << BigInt(shift) : a;
    const d = shift < 0 ? b << BigInt(-shift) : b;
    const q = n / d;
    const twice = (n - q * d) * 2n;
    return twice > d || (twice === d && (q & 1n) === 1n) ? q + 1n : q;
  };
  let q = quotient();
  if (bitLenOf(q) > bits && q !== 1n << BigInt(bits)) {
    place++;
    q = quotient();
  }
  a = 0n;
  b = 0n;
  if (q === 0n) return negative ? -0 : 0;
  if (bitLenOf(q) + place > emax + 1) return negative ? -Infinity : Infinity;
  // q has at most 53 bits; scale in two steps so that neither leaves the range of normal numbers early.
  const half = place >> 1;
  const value = Number(q) * 2 ** half * 2 ** (place - half);
  return negative ? -value : value;
}

/** 5^n as literals scale by it: rounded at each step with 64 more bits, as math/big does; undefined if out of range. */
export function pow5(n: number): BigFloat | undefined {
  const bits = prec + 64;
  if (n <= 27) return { mant: 5n ** BigInt(n), exp: 0 };
  let z: BigFloat | undefined = { mant: 5n ** 27n, exp: 0 };
  let f: BigFloat | undefined = { mant: 5n, exp: 0 };
  for (let rest = n - 27; rest > 0 && z; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) z = f && mulFloat(z, f, bits);
    if (rest > 1) f = f && mulFloat(f, f, bits + 64);
  }
  return z;
}
