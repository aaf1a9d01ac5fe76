/**
 * Constant values with exact arithmetic, as go/constant has them: booleans, byte strings, integers, rationals (floats
 * whose numerator and denominator have fewer than 4096 bits), binary floats of 512 bits for the others, and complex
 * pairs. The type checker decides what is representable; here nothing is rounded to a Go type.
 *
 * Invariants: values are immutable; an Int is a bigint of any size; a rational is in lowest terms with a positive
 * denominator; a string holds BYTES, one per UTF-16 unit (`'é'` is the two units 0xC3 0xA9), so that length, order and
 * concatenation are Go's. Follows go/constant/value.go of Go 1.26. Operations are in
 * constantop.ts, literals in constantlit.ts, texts in constantfmt.ts.
 */
import {
  type BigFloat,
  bigZero,
  bitLenOf,
  floatToInteger,
  mantExp,
  quoFloat,
  ratToIeee,
  roundFloat,
  toIntegerNear,
} from './bigfloat.ts';

export interface UnknownVal {
  readonly kind: 'Unknown';
}
export interface BoolVal {
  readonly kind: 'Bool';
  readonly val: boolean;
}
export interface StringVal {
  readonly kind: 'String';
  readonly val: string;
}
export interface IntVal {
  readonly kind: 'Int';
  readonly val: bigint;
}
/** A Float held as a fraction. */
export interface RatVal {
  readonly kind: 'Float';
  readonly rat: true;
  readonly num: bigint;
  readonly den: bigint;
}
/** A Float held with 512 bits. */
export interface FloatVal {
  readonly kind: 'Float';
  readonly rat: false;
  readonly val: BigFloat;
}
export interface ComplexVal {
  readonly kind: 'Complex';
  readonly re: RealVal | UnknownVal;
  readonly im: RealVal | UnknownVal;
}
export type RealVal = IntVal | RatVal | FloatVal;
export type Value = UnknownVal | BoolVal | StringVal | RealVal | ComplexVal;

export type { ConstantOp } from './constantop.ts';
export { binaryOp, compare, shift, unaryOp } from './constantop.ts';

const unknownValue: UnknownVal = { kind: 'Unknown' };
const trueValue: BoolVal = { kind: 'Bool', val: true };
const falseValue: BoolVal = { kind: 'Bool', val: false };
const emptyString: StringVal = { kind: 'String', val: '' };
const zeroInt: IntVal = { kind: 'Int', val: 0n };
const floatZero: FloatVal = { kind: 'Float', rat: false, val: bigZero };

/** Fractions stay fractions, and floats become integers, below this many bits (of exponent, numerator, denominator). */
const maxExp = 4 << 10;
const smallLimit = 1n << BigInt(maxExp - 1);
const minInt64 = -(1n << 63n);
const maxInt64 = (1n << 63n) - 1n;
const maxUint64 = (1n << 64n) - 1n;

export const makeUnknown = (): UnknownVal => unknownValue;
export const makeBool = (b: boolean): BoolVal => (b ? trueValue : falseValue);
export const makeString = (bytes: string): StringVal => (bytes === '' ? emptyString : { kind: 'String', val: bytes });
export const makeInt = (val: bigint): IntVal => ({ kind: 'Int', val });
export const makeInt64 = (x: number | bigint): IntVal => ({ kind: 'Int', val: BigInt(x) });

/** A fraction in lowest terms, or its 512-bit value if it is too long; `den` is not zero. */
export function makeRat(num: bigint, den: bigint): RealVal | UnknownVal {
  const r = reduce(num, den);
  return isSmallInt(r.num) && isSmallInt(r.den) ? r : makeFloat(quotient(r.num, r.den));
}

/** The fraction in lowest terms, however long. */
export function reduce(num: bigint, den: bigint): RatVal {
  if (den < 0n) {
    num = -num;
    den = -den;
  }
  if (den !== 1n) {
    const g = gcd(num < 0n ? -num : num, den);
    if (g !== 1n) {
      num /= g;
      den /= g;
    }
  }
  return ratVal(num, den);
}

export function makeFloat(x: BigFloat | undefined): FloatVal | UnknownVal {
  if (!x) return unknownValue;
  return x.mant === 0n ? floatZero : { kind: 'Float', rat: false, val: x };
}

/** x exactly; unknown if it is no number. */
export function makeFloat64(x: number): Value {
  if (Number.isSafeInteger(x)) return ratVal(BigInt(x), 1n);
  if (!Number.isFinite(x)) return unknownValue;
  const bits = new BigUint64Array(Float64Array.of(Math.abs(x)).buffer)[0]!;
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const mant = biased === 0 ? fraction : fraction | (1n << 52n);
  const exp = BigInt(Math.max(biased, 1) - 1075);
  const num = x < 0 ? -mant : mant;
  return exp >= 0n ? makeRat(num << exp, 1n) : makeRat(num, 1n << -exp);
}

export function makeComplex(re: Value, im: Value): ComplexVal | UnknownVal {
  return isReal(re) && isReal(im) ? { kind: 'Complex', re, im } : unknownValue;
}

export const makeImag = (x: Value): Value => makeComplex(zeroInt, x);

export function boolVal(x: Value): boolean {
  if (x.kind === 'Bool') return x.val;
  if (x.kind === 'Unknown') return false;
  throw new Error(`${x.kind} is not a Bool`);
}

/** The string's bytes, one per UTF-16 unit. */
export function stringVal(x: Value): string {
  if (x.kind === 'String') return x.val;
  if (x.kind === 'Unknown') return '';
  throw new Error(`${x.kind} is not a String`);
}

/** The integer if it fits int64, else undefined. */
export function int64Val(x: Value): bigint | undefined {
  return x.kind === 'Int' && x.val >= minInt64 && x.val <= maxInt64 ? x.val : undefined;
}

export function uint64Val(x: Value): bigint | undefined {
  return x.kind === 'Int' && x.val >= 0n && x.val <= maxUint64 ? x.val : undefined;
}

/** Nearest float64, ±Infinity on overflow; 0 for an unknown value. */
export function float64Val(x: Value): number {
  return ieeeVal(x, 53, -1074, 1023, 1n << 53n);
}

/** Nearest float32 (as a number), ±Infinity on overflow; 0 for an unknown value. */
export function float32Val(x: Value): number {
  return ieeeVal(x, 24, -149, 127, 1n << 24n);
}

function ieeeVal(x: Value, bits: number, emin: number, emax: number, exact: bigint): number {
  if (x.kind === 'Unknown') return 0;
  if (x.kind === 'Int') {
    if (x.val < exact && x.val > -exact) return Number(x.val);
    if (int64Val(x) !== undefined) return ratToIeee(x.val, 1n, 0, bits, emin, emax);
    const f = roundFloat(x.val, 0)!;
    return ratToIeee(f.mant, 1n, f.exp, bits, emin, emax);
  }
  if (x.kind !== 'Float') throw new Error(`${x.kind} is not a Float`);
  if (!x.rat) return ratToIeee(x.val.mant, 1n, x.val.exp, bits, emin, emax);
  // Both operands are exact, so one division rounds once; float32 results of a float64 division round the same.
  if (x.den < exact && x.num < exact && x.num > -exact) {
    const q = Number(x.num) / Number(x.den);
    return bits === 24 ? Math.fround(q) : q;
  }
  return ratToIeee(x.num, x.den, 0, bits, emin, emax);
}

/** Number of bits of an Int's magnitude. */
export function bitLen(x: Value): number {
  return x.kind === 'Int' ? bitLenOf(x.val) : 0;
}

/** -1, 0, 1; for a complex number 0 exactly if it is zero; 1 for an unknown value, to spare a division error. */
export function sign(x: Value): number {
  switch (x.kind) {
    case 'Int':
      return signOf(x.val);
    case 'Float':
      return signOf(x.rat ? x.num : x.val.mant);
    case 'Complex':
      return sign(x.re) | sign(x.im);
    case 'Unknown':
      return 1;
    default:
      throw new Error(`${x.kind} is not numeric`);
  }
}

export function real(x: Value): Value {
  return x.kind === 'Complex' ? x.re : x;
}

export function imag(x: Value): Value {
  if (x.kind === 'Complex') return x.im;
  return x.kind === 'Unknown' ? x : zeroInt;
}

/** x as an Int if it has an integer's value, else unknown. */
export function toInt(x: Value): Value {
  if (x.kind === 'Int') return x;
  if (x.kind === 'Complex') {
    const re = toFloat(x);
    return re.kind === 'Float' ? toInt(re) : unknownValue;
  }
  if (x.kind !== 'Float') return unknownValue;
  if (x.rat) return x.den === 1n ? makeInt(x.num) : unknownValue;
  if (!isSmallFloat(x.val)) return unknownValue;
  // A value that rounding left within a few last bits of an integer counts as that integer.
  const i = floatToInteger(x.val) ?? toIntegerNear(x.val, 4);
  return i === undefined ? unknownValue : makeInt(i);
}

/** x as a Float if it has one's value, else unknown. */
export function toFloat(x: Value): Value {
  switch (x.kind) {
    case 'Int':
      return isSmallInt(x.val) ? ratVal(x.val, 1n) : makeFloat(roundFloat(x.val, 0));
    case 'Float':
      return x;
    case 'Complex':
      return sign(x.im) === 0 ? toFloat(x.re) : unknownValue;
    default:
      return unknownValue;
  }
}

export function toComplex(x: Value): Value {
  if (x.kind === 'Complex') return x;
  return isReal(x) ? makeComplex(x, zeroInt) : unknownValue;
}

export function isReal(x: Value): x is RealVal {
  return x.kind === 'Int' || x.kind === 'Float';
}

export function isSmallInt(x: bigint): boolean {
  return x < smallLimit && x > -smallLimit;
}

export function isSmallFloat(x: BigFloat): boolean {
  const e = mantExp(x);
  return -maxExp < e && e < maxExp;
}

/** A fraction that is known to be small and in lowest terms. */
export function ratVal(num: bigint, den: bigint): RatVal {
  return { kind: 'Float', rat: true, num, den };
}

/** A real constant with 512 bits; undefined on overflow. */
export function bigOf(x: RealVal): BigFloat | undefined {
  if (x.kind === 'Int') return roundFloat(x.val, 0);
  return x.rat ? quotient(x.num, x.den) : x.val;
}

function quotient(num: bigint, den: bigint): BigFloat | undefined {
  return quoFloat({ mant: num, exp: 0 }, { mant: den, exp: 0 });
}

export function fractionOf(x: RealVal): readonly [bigint, bigint] {
  if (x.kind === 'Int') return [x.val, 1n];
  if (!x.rat) throw new Error('not a fraction');
  return [x.num, x.den];
}

export function signOf(x: bigint): number {
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}

/** Greatest common divisor of a ≥ 0 and b > 0; gcd(0, b) is b. */
function gcd(a: bigint, b: bigint): bigint {
  const safe = 9007199254740991n;
  while (a > safe || b > safe) {
    if (b === 0n) return a;
    [a, b] = [b, a % b];
  }
  let x = Number(a);
  let y = Number(b);
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}
