/**
 * Constants from Go's literals, and Go's quoting. Literals are already known to be well formed (the scanner said so);
 * what is not gives an unknown value. Follows go/constant.MakeFromLiteral, math/big's number scanners and strconv.Unquote
 * of Go 1.26.
 */
import { type BigFloat, bigZero, mulFloat, pow5, quoFloat, roundFloat } from './bigfloat.ts';
import {
  isSmallFloat,
  makeComplex,
  makeFloat,
  makeInt,
  makeInt64,
  makeString,
  makeUnknown,
  ratVal,
  reduce,
  type Value,
} from './constant.ts';

export type LitKind = 'IntLit' | 'FloatLit' | 'ImagLit' | 'RuneLit' | 'StringLit';

export function makeFromLiteral(lit: string, kind: LitKind): Value {
  switch (kind) {
    case 'IntLit':
      return intFromLiteral(lit);
    case 'FloatLit':
      return floatFromLiteral(lit) ?? makeUnknown();
    case 'ImagLit':
      return makeComplex(makeInt64(0), floatFromLiteral(lit.slice(0, -1)) ?? makeUnknown());
    case 'RuneLit':
      return runeFromLiteral(lit);
    case 'StringLit': {
      const s = unquote(lit);
      return s === undefined ? makeUnknown() : makeString(s);
    }
  }
}

function intFromLiteral(lit: string): Value {
  let digits = lit.includes('_') ? lit.replaceAll('_', '') : lit;
  // Go's octal prefix is a bare 0.
  if (digits.length > 1 && digits[0] === '0' && digits[1]! >= '0' && digits[1]! <= '9') digits = `0o${digits.slice(1)}`;
  if (!/^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|[0-9]+)$/.test(digits)) return makeUnknown();
  return makeInt(BigInt(digits));
}

/** A float or integer literal as a Float; undefined if it is malformed or its exponent is out of reach. */
function floatFromLiteral(lit: string): Value | undefined {
  const parts = scanNumber(lit);
  if (!parts) return undefined;
  const f = toBigFloat(parts);
  if (!f) return undefined;
  if (!isSmallFloat(f)) return makeFloat(f);
  if (f.mant === 0n) return ratVal(0n, 1n);
  const { mant, exp2, exp10 } = parts;
  const num = mant * (exp10 > 0 ? 10n ** BigInt(exp10) : 1n) * (exp2 > 0 ? 1n << BigInt(exp2) : 1n);
  const den = (exp10 < 0 ? 10n ** BigInt(-exp10) : 1n) * (exp2 < 0 ? 1n << BigInt(-exp2) : 1n);
  // A literal stays a fraction whatever the length of its terms; only its exponent decides.
  return reduce(num, den);
}

interface NumberParts {
  readonly mant: bigint;
  readonly exp2: number;
  readonly exp10: number;
}

const numberForm =
  /^(?:(0[xX])([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?|(0[bBoO])?([0-9]*)(?:\.([0-9]*))?(?:([eEpP])([+-]?[0-9]+))?)$/;

function scanNumber(lit: string): NumberParts | undefined {
  const m = numberForm.exec(lit.includes('_') ? lit.replaceAll('_', '') : lit);
  if (!m) return undefined;
  if (m[1]) {
    const fraction = m[3] ?? '';
    const digits = (m[2] ?? '') + fraction;
    return (
      (digits && { mant: BigInt(`0x${digits}`), exp2: Number(m[4] ?? 0) - 4 * fraction.length, exp10: 0 }) || undefined
    );
  }
  const fraction = m[7] ?? '';
  const digits = (m[6] ?? '') + fraction;
  if (!digits) return undefined;
  const exp = Number(m[9] ?? 0);
  if (m[5]) return { mant: BigInt(m[5] + digits), exp2: 0, exp10: 0 };
  if (m[8] === 'p' || m[8] === 'P') return { mant: BigInt(digits), exp2: exp, exp10: -fraction.length };
  return { mant: BigInt(digits), exp2: 0, exp10: exp - fraction.length };
}

/** The 512-bit value; undefined if the exponent does not fit 32 bits. */
function toBigFloat({ mant, exp2, exp10 }: NumberParts): BigFloat | undefined {
  if (mant === 0n) return bigZero;
  const exp = exp2 + exp10;
  if (Math.abs(exp) > 2 ** 31) return undefined;
  if (exp10 === 0) return roundFloat(mant, exp);
  const scale = pow5(Math.abs(exp10));
  if (!scale) return exp10 > 0 ? undefined : bigZero;
  const z: BigFloat = { mant, exp };
  return exp10 > 0 ? mulFloat(z, scale) : quoFloat(z, scale);
}

function runeFromLiteral(lit: string): Value {
  const at = { i: 1 };
  const code = unquoteChar(lit, at, 39);
  return code === undefined ? makeUnknown() : makeInt64(code.value);
}

/** The bytes of a string literal, one per unit; undefined if it is malformed. */
export function unquote(lit: string): string | undefined {
  const quote = lit.charCodeAt(0);
  if (lit.length < 2 || lit.charCodeAt(lit.length - 1) !== quote) return undefined;
  const body = lit.slice(1, -1);
  if (quote === 96) return utf8Bytes(body.includes('\r') ? body.replaceAll('\r', '') : body);
  if (quote !== 34) return undefined;
  if (!body.includes('\\')) return utf8Bytes(body);
  let out = '';
  const at = { i: 1 };
  while (at.i < lit.length - 1) {
    const code = unquoteChar(lit, at, 34);
    if (code === undefined) return undefined;
    out += code.byte ? String.fromCharCode(code.value) : utf8Bytes(String.fromCodePoint(code.value));
  }
  return out;
}

/** One character or escape at `at.i`, which moves past it. `byte` tells `\x` and octal escapes, which are bytes. */
function unquoteChar(s: string, at: { i: number }, quote: number): { value: number; byte: boolean } | undefined {
  const c = s.codePointAt(at.i)!;
  if (c !== 92) {
    at.i += c > 0xffff ? 2 : 1;
    return c === quote ? undefined : { value: c, byte: false };
  }
  const e = s[at.i + 1] ?? '';
  at.i += 2;
  const simple = 'abfnrtv\\\'"'.indexOf(e);
  if (simple >= 0 && e !== '') {
    if ((e === "'" || e === '"') && e.charCodeAt(0) !== quote) return undefined;
    return { value: [7, 8, 12, 10, 13, 9, 11, 92, 39, 34][simple]!, byte: false };
  }
  const digits = e === 'x' ? 2 : e === 'u' ? 4 : e === 'U' ? 8 : 0;
  if (digits > 0) {
    const hex = s.slice(at.i, at.i + digits);
    at.i += digits;
    if (!/^[0-9a-fA-F]+$/.test(hex) || hex.length !== digits) return undefined;
    const value = Number.parseInt(hex, 16);
    if (e !== 'x' && (value > 0x10ffff || (value >= 0xd800 && value < 0xe000))) return undefined;
    return { value, byte: e === 'x' };
  }
  const octal = s.slice(at.i - 1, at.i + 2);
  if (!/^[0-7]{3}$/.test(octal)) return undefined;
  at.i += 2;
  const value = Number.parseInt(octal, 8);
  return value > 255 ? undefined : { value, byte: true };
}

/** The UTF-8 bytes of `text`, one per UTF-16 unit of the result. */
export function utf8Bytes(text: string): string {
  let i = 0;
  while (i < text.length && text.charCodeAt(i) < 0x80) i++;
  if (i === text.length) return text;
  let out = text.slice(0, i);
  for (const character of text.slice(i)) {
    const c = character.codePointAt(0)!;
    if (c < 0x80) out += character;
    else if (c < 0x800) out += String.fromCharCode(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) out += String.fromCharCode(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else out += String.fromCharCode(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return out;
}
