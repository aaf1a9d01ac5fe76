/**
 * Numbers, runes, strings and block comments of the scanner, with gc's errors (scanner.go, Go 1.26). The first error of
 * a literal is reported, the rest of it is still consumed.
 */
import { scanText } from '../base/texts/syntax.ts';
import type { Scanner } from './scanner.ts';
import { quoteRune, unicodeWords } from './source.ts';
import type { LitKind } from './tree.ts';

const lower = (ch: number): number => ch | 32;
const isDecimal = (ch: number): boolean => ch >= 48 && ch <= 57;
const isHex = (ch: number): boolean => isDecimal(ch) || (lower(ch) >= 97 && lower(ch) <= 102);

const baseNames: Readonly<Record<number, string>> = { 2: 'binary', 8: 'octal', 10: 'decimal', 16: 'hexadecimal' };

const STAR: number = 42;
const DIGIT = 1;
const SEPARATOR = 2;

/** Offset of the first digit that is too large for its base, or -1. Reset per number. */
interface Digits {
  seen: number;
  invalid: number;
}

function digits(s: Scanner, base: number, result: Digits): void {
  const max = 48 + base;
  for (;;) {
    if (s.ch === 95) result.seen |= SEPARATOR;
    else if (base <= 10 ? isDecimal(s.ch) : isHex(s.ch)) {
      if (base <= 10 && s.ch >= max && result.invalid < 0) result.invalid = s.chOff;
      result.seen |= DIGIT;
    } else return;
    s.nextch();
  }
}

export function number(s: Scanner, afterPoint: boolean): void {
  let ok = true;
  let kind: LitKind = 'IntLit';
  let base = 10;
  let prefix = 0;
  let seenPoint = afterPoint;
  const found: Digits = { seen: 0, invalid: -1 };
  const fail = (offset: number, message: string): void => {
    if (ok) s.error(offset, message);
    ok = false;
  };

  if (!seenPoint) {
    if (s.ch === 48) {
      s.nextch();
      prefix = lower(s.ch);
      if (prefix === 120 || prefix === 111 || prefix === 98) {
        base = prefix === 120 ? 16 : prefix === 111 ? 8 : 2;
        s.nextch();
      } else {
        base = 8;
        prefix = 48;
        found.seen = DIGIT;
      }
    }
    digits(s, base, found);
    if (s.ch === 46) {
      if (prefix === 111 || prefix === 98) fail(s.chOff, scanText.radixPoint(baseNames[base]!));
      s.nextch();
      seenPoint = true;
    }
  }
  if (seenPoint) {
    kind = 'FloatLit';
    digits(s, base, found);
  }
  if ((found.seen & DIGIT) === 0) fail(s.chOff, scanText.noDigits(baseNames[base]!));

  const e = s.ch < 0 ? 0 : lower(s.ch);
  if (e === 101 || e === 112) {
    const shown = String.fromCharCode(s.ch);
    if (e === 101 && prefix !== 0 && prefix !== 48) fail(s.chOff, scanText.decimalExponent(shown));
    else if (e === 112 && prefix !== 120) fail(s.chOff, scanText.hexExponent(shown));
    s.nextch();
    kind = 'FloatLit';
    if (s.ch === 43 || s.ch === 45) s.nextch();
    const exponent: Digits = { seen: 0, invalid: 0 };
    digits(s, 10, exponent);
    found.seen = exponent.seen | (found.seen & SEPARATOR);
    if ((found.seen & DIGIT) === 0) fail(s.chOff, scanText.exponentDigits);
  } else if (prefix === 120 && kind === 'FloatLit') fail(s.chOff, scanText.hexMantissa);

  if (s.ch === 105) {
    kind = 'ImagLit';
    s.nextch();
  }
  s.setLit(kind, ok);
  if (kind === 'IntLit' && found.invalid >= 0) {
    fail(found.invalid, scanText.digit(String.fromCharCode(s.bytes[found.invalid]!), baseNames[base]!));
  }
  if (found.seen & SEPARATOR) {
    const i = invalidSeparator(s.lit);
    if (i >= 0) fail(s.off + i, scanText.separator);
  }
  s.bad = !ok;
}

/** Index of the first '_' that does not stand between digits (a base prefix counts as one), or -1. */
function invalidSeparator(lit: string): number {
  let prefix = 0;
  let before = 46; // '0' for a digit, '_', or '.' for anything else
  let i = 0;
  if (lit.length >= 2 && lit.charCodeAt(0) === 48) {
    prefix = lower(lit.charCodeAt(1));
    if (prefix === 120 || prefix === 111 || prefix === 98) {
      before = 48;
      i = 2;
    }
  }
  for (; i < lit.length; i++) {
    const ch = lit.charCodeAt(i);
    if (ch === 95) {
      if (before !== 48) return i;
      before = 95;
    } else if (isDecimal(ch) || (prefix === 120 && isHex(ch))) before = 48;
    else if (before === 95) return i - 1;
    else before = 46;
  }
  return before === 95 ? lit.length - 1 : -1;
}

export function rune(s: Scanner): void {
  let ok = true;
  const fail = (offset: number, message: string): void => {
    if (ok) s.error(offset, message);
    ok = false;
  };
  s.nextch();
  for (let n = 0; ; n++) {
    if (s.ch === 39) {
      if (n === 0) fail(s.chOff, scanText.emptyRune);
      else if (n !== 1) fail(s.off, scanText.longRune);
      s.nextch();
      break;
    }
    if (s.ch === 92) {
      s.nextch();
      if (!escapeSequence(s, 39)) ok = false;
      continue;
    }
    if (s.ch === 10) {
      fail(s.chOff, scanText.newlineInRune);
      break;
    }
    if (s.ch < 0) {
      fail(s.off, scanText.runeEnd);
      break;
    }
    s.nextch();
  }
  s.setLit('RuneLit', ok);
  for (let i = s.off; i < s.chOff; i++) {
    if (s.bytes[i]! < 0x80) continue;
    s.nonAscii.push(s.off, s.chOff, 0);
    break;
  }
}

export function stdString(s: Scanner): void {
  let ok = true;
  s.nextch();
  for (;;) {
    if (s.ch === 34) {
      s.nextch();
      break;
    }
    if (s.ch === 92) {
      s.nextch();
      if (!escapeSequence(s, 34)) ok = false;
      continue;
    }
    if (s.ch === 10 || s.ch < 0) {
      if (s.ch === 10) s.error(s.chOff, scanText.newlineInString);
      else s.error(s.off, scanText.stringEnd);
      ok = false;
      break;
    }
    s.nextch();
  }
  s.setLit('StringLit', ok);
}

/** The opening is consumed. Reports whether the comment ends. */
export function skipComment(s: Scanner): boolean {
  while (s.ch >= 0) {
    while (s.ch === STAR) {
      s.nextch();
      if (s.ch === 47) {
        s.nextch();
        return true;
      }
    }
    s.nextch();
  }
  s.error(s.off, scanText.commentEnd);
  return false;
}

/** The backslash is consumed. At the end of the file the caller complains. */
function escapeSequence(s: Scanner, quote: number): boolean {
  let n = 3;
  let base = 8;
  switch (s.ch) {
    case quote:
    case 97:
    case 98:
    case 102:
    case 110:
    case 114:
    case 116:
    case 118:
    case 92:
      s.nextch();
      return true;
    case 48:
    case 49:
    case 50:
    case 51:
    case 52:
    case 53:
    case 54:
    case 55:
      break;
    case 120:
    case 117:
    case 85:
      n = s.ch === 120 ? 2 : s.ch === 117 ? 4 : 8;
      base = 16;
      s.nextch();
      break;
    default:
      if (s.ch < 0) return true;
      s.error(s.chOff, scanText.escape);
      return false;
  }
  let x = 0;
  for (let i = n; i > 0; i--) {
    if (s.ch < 0) return true;
    const d = isDecimal(s.ch) ? s.ch - 48 : isHex(s.ch) ? lower(s.ch) - 87 : 36;
    if (d >= base) {
      s.error(s.chOff, scanText.escapeCharacter(quoteRune(s.ch), baseNames[base]!));
      return false;
    }
    x = x * base + d;
    s.nextch();
  }
  if (base === 8) {
    if (x > 255) s.error(s.chOff, scanText.octalEscape(x));
    return x <= 255;
  }
  if (n > 2 && (x > 0x10ffff || (x >= 0xd800 && x < 0xe000))) {
    s.error(s.chOff, scanText.codePoint(unicodeWords(x)));
    return false;
  }
  return true;
}
