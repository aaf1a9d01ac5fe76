/**
 * Constants as text: `constantString` is what messages show (short, rounded to six digits), `exactString` loses
 * nothing. Follows Value.String and Value.ExactString of go/constant, strconv.Quote and `%.6g` of Go 1.26.
 *
 * NOT-GO: which characters print as themselves is taken from the JavaScript engine's Unicode tables, which may be
 * newer than Go's; only characters that Unicode added since differ.
 */
import { type BigFloat, bitLenOf, mantExp, ratToIeee } from './bigfloat.ts';
import { bigOf, type RatVal, type Value } from './constant.ts';

export function constantString(x: Value): string {
  switch (x.kind) {
    case 'Unknown':
      return 'unknown';
    case 'Bool':
      return x.val ? 'true' : 'false';
    case 'String':
      return shortQuote(x.val);
    case 'Int':
      return x.val.toString();
    case 'Float': {
      const f = bigOf(x);
      return f ? bigString(f) : 'unknown';
    }
    case 'Complex':
      return `(${constantString(x.re)} + ${constantString(x.im)}i)`;
  }
}

export function exactString(x: Value): string {
  switch (x.kind) {
    case 'String':
      return quote(x.val);
    case 'Float':
      return x.rat ? ratString(x) : hexString(x.val);
    case 'Complex':
      return `(${exactString(x.re)} + ${exactString(x.im)}i)`;
    default:
      return constantString(x);
  }
}

function ratString(x: RatVal): string {
  return x.den === 1n ? x.num.toString() : `${x.num}/${x.den}`;
}

/** `0x.8p+1`: the mantissa's hexadecimal digits after the point, first bit set, and the exponent of two. */
function hexString(x: BigFloat): string {
  if (x.mant === 0n) return '0';
  const abs = x.mant < 0n ? -x.mant : x.mant;
  const pad = (4 - (bitLenOf(abs) % 4)) % 4;
  const digits = (abs << BigInt(pad)).toString(16).replace(/0+$/, '');
  const e = mantExp(x);
  return `${x.mant < 0n ? '-' : ''}0x.${digits}p${e >= 0 ? '+' : ''}${e}`;
}

function bigString(f: BigFloat): string {
  const x = ratToIeee(f.mant, 1n, f.exp, 53, -1074, 1023);
  if ((f.mant === 0n) === (x === 0) && Number.isFinite(x)) {
    const s = sixDigits(x);
    return s.includes('.') || isIntegral(f) ? s : shortest(x);
  }
  // Out of float64's range: the exponent to base ten from the one to base two.
  const exp = mantExp(f);
  let m = ratToIeee(f.mant, 1n, f.exp - exp, 53, -1074, 1023);
  const d = exp * 0.3010299956639812;
  let e = Math.trunc(d);
  m *= 10 ** (d - e);
  const abs = Math.abs(m);
  if (abs < 1 - 0.5e-6) {
    m *= 10;
    e--;
  } else if (abs >= 10) {
    m /= 10;
    e++;
  }
  return `${sixDigits(m)}e${e < 0 ? '' : '+'}${e}`;
}

function isIntegral(f: BigFloat): boolean {
  if (f.exp >= 0) return true;
  return mantExp(f) > 0 && (f.mant >> BigInt(-f.exp)) << BigInt(-f.exp) === f.mant;
}

/** `%.6g`: six digits of the exact value, ties to even, without trailing zeros. */
export function sixDigits(x: number): string {
  if (x === 0) return '0';
  let digits = Math.abs(x).toExponential(5);
  // toExponential rounds exact ties up; a tie needs a short binary fraction, so its decimal expansion is short too.
  const full = Math.abs(x).toPrecision(21);
  const tie = /^([0-9])\.?([0-9]{5})50*(?:e|$)/.exec(
    full
      .replace(/^0\.0*/, '')
      .replace('.', '')
      .replace(/^(.)/, '$1.'),
  );
  if (tie && Number(tie[2]!.at(-1)) % 2 === 0) digits = `${tie[1]}.${tie[2]}e${digits.slice(digits.indexOf('e') + 1)}`;
  return layout(x < 0, digits, 6);
}

/** `%g`: the fewest digits that give x back. */
function shortest(x: number): string {
  return layout(x < 0, Math.abs(x).toExponential(), 6);
}

function layout(negative: boolean, exponential: string, precision: number): string {
  const at = exponential.indexOf('e');
  const digits = exponential.slice(0, at).replace('.', '').replace(/0+$/, '') || '0';
  const exp = Number(exponential.slice(at + 1));
  const sign = negative ? '-' : '';
  if (exp < -4 || exp >= precision) {
    const abs = Math.abs(exp);
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${mantissa}e${exp < 0 ? '-' : '+'}${abs < 10 ? '0' : ''}${abs}`;
  }
  if (exp < 0) return `${sign}0.${'0'.repeat(-exp - 1)}${digits}`;
  if (digits.length <= exp + 1) return sign + digits.padEnd(exp + 1, '0');
  return `${sign}${digits.slice(0, exp + 1)}.${digits.slice(exp + 1)}`;
}

/** strconv.Quote of a byte string. */
export function quote(bytes: string): string {
  return `"${quoteBody(bytes)}"`;
}

function quoteBody(bytes: string): string {
  if (/^[ !#-[\]-~]*$/.test(bytes)) return bytes;
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const [code, size] = decodeRune(bytes, i);
    out += code < 0 ? `\\x${hex(bytes.charCodeAt(i), 2)}` : quoteRune(code, 34);
    i += size;
  }
  return out;
}

const shortEscapes = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [12, '\\f'],
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [11, '\\v'],
]);

function quoteRune(code: number, quoteCode: number): string {
  if (code === quoteCode || code === 92) return `\\${String.fromCodePoint(code)}`;
  if (isPrint(code)) return String.fromCodePoint(code);
  const short = shortEscapes.get(code);
  if (short) return short;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

function isPrint(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  return printable.test(String.fromCodePoint(code));
}

/** The rune at `i` of a byte string and its length; -1 for a byte that starts no valid sequence. */
export function decodeRune(bytes: string, i: number): readonly [number, number] {
  const b = bytes.charCodeAt(i);
  if (b < 0x80) return [b, 1];
  const size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
  if (b < 0xc2 || b > 0xf4 || i + size > bytes.length) return [-1, 1];
  let code = b & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) {
    const c = bytes.charCodeAt(i + k);
    if ((c & 0xc0) !== 0x80) return [-1, 1];
    code = (code << 6) | (c & 63);
  }
  const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return [-1, 1];
  return [code, size];
}

/** A quoted string for messages: at most 72 characters, the rest as dots. */
function shortQuote(bytes: string): string {
  const maxLen = 72;
  const s = quote(bytes);
  if (s.length <= maxLen) return s;
  const runes = Array.from(s);
  return runes.length <= maxLen ? s : `${runes.slice(0, maxLen - 3).join('')}...`;
}

function hex(x: number, width: number): string {
  return x.toString(16).padStart(width, '0');
}
