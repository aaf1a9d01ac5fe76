/**
 * Characters of a Go file: UTF-8 decoding as source.go of cmd/compile/internal/syntax (Go 1.26) does it. NUL, a BOM
 * after the first byte and invalid UTF-8 are reported and skipped. Also the words for one character in messages.
 * The file is read from memory, so there is no buffer to fill.
 */

const BOM = 0xfeff;

/** Decodes the code point at `i`; the result is code point * 8 + width, width 1 with U+FFFD for an invalid byte. */
function decodeRune(bytes: Uint8Array, i: number): number {
  const b0 = bytes[i]!;
  if (b0 < 0x80) return b0 * 8 + 1;
  const bad = 0xfffd * 8 + 1;
  if (b0 < 0xc2 || b0 > 0xf4) return bad;
  const b1 = i + 1 < bytes.length ? bytes[i + 1]! : 0;
  if ((b1 & 0xc0) !== 0x80) return bad;
  if (b0 < 0xe0) return (((b0 & 31) << 6) | (b1 & 63)) * 8 + 2;
  const b2 = i + 2 < bytes.length ? bytes[i + 2]! : 0;
  if ((b2 & 0xc0) !== 0x80) return bad;
  if (b0 < 0xf0) {
    const code = ((b0 & 15) << 12) | ((b1 & 63) << 6) | (b2 & 63);
    return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? bad : code * 8 + 3;
  }
  const b3 = i + 3 < bytes.length ? bytes[i + 3]! : 0;
  if ((b3 & 0xc0) !== 0x80) return bad;
  const code = ((b0 & 7) << 18) | ((b1 & 63) << 12) | ((b2 & 63) << 6) | (b3 & 63);
  return code < 0x10000 || code > 0x10ffff ? bad : code * 8 + 4;
}

/** The text of some UTF-8 bytes; an invalid byte becomes U+FFFD. */
function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; ) {
    const rune = decodeRune(bytes, i);
    text += String.fromCodePoint(rune >> 3);
    i += rune & 7;
  }
  return text;
}

/** One UTF-16 unit per byte: names and literals of ASCII files are slices of it. */
export function binaryString(bytes: Uint8Array): string {
  const step = 8192;
  let text = '';
  for (let i = 0; i < bytes.length; i += step) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + step) as unknown as number[]);
  }
  return text;
}

export class Source {
  readonly bytes: Uint8Array;
  readonly binary: string;
  /** Current character, -1 at the end of the file. */
  ch = 32;
  /** Offset of `ch`. */
  chOff = 0;
  /** Offset after `ch`. */
  rdOff = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.binary = binaryString(bytes);
  }

  /** A scanning error at a byte offset; the recogniser gives it a meaning. */
  error(_offset: number, _message: string): void {}

  sourceTexts: { readonly nul: string; readonly utf8: string; readonly bom: string } = { nul: '', utf8: '', bom: '' };

  nextch(): void {
    for (;;) {
      const i = (this.chOff = this.rdOff);
      if (i >= this.bytes.length) {
        this.ch = -1;
        return;
      }
      const byte = this.bytes[i]!;
      if (byte < 0x80) {
        this.ch = byte;
        this.rdOff = i + 1;
        if (byte !== 0) return;
        this.error(i, this.sourceTexts.nul);
        continue;
      }
      const rune = decodeRune(this.bytes, i);
      this.ch = rune >> 3;
      this.rdOff = i + (rune & 7);
      if (this.ch === 0xfffd && (rune & 7) === 1) this.error(i, this.sourceTexts.utf8);
      else if (this.ch !== BOM) return;
      else if (i > 0) this.error(i, this.sourceTexts.bom);
    }
  }

  /** The source text from `from` up to the current character. */
  segment(from: number): string {
    return this.textBetween(from, this.chOff);
  }

  textBetween(from: number, to: number): string {
    for (let i = from; i < to; i++) if (this.bytes[i]! >= 0x80) return decodeUtf8(this.bytes, from, to);
    return this.binary.slice(from, to);
  }
}

const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;
const letter = /\p{L}/u;
const digit = /\p{Nd}/u;

export const isUnicodeLetter = (ch: number): boolean => ch >= 0 && letter.test(String.fromCodePoint(ch));
export const isUnicodeDigit = (ch: number): boolean => ch >= 0 && digit.test(String.fromCodePoint(ch));

/** As %#U of fmt: U+0040 '@'. */
export function unicodeWords(ch: number): string {
  const hex = ch.toString(16).toUpperCase().padStart(4, '0');
  const shown = ch <= 0x10ffff && printable.test(String.fromCodePoint(ch));
  return shown ? `U+${hex} '${String.fromCodePoint(ch)}'` : `U+${hex}`;
}

const escapes: ReadonlyMap<number, string> = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [12, '\\f'],
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [11, '\\v'],
  [92, '\\\\'],
  [39, "\\'"],
]);

/** As %q of fmt for a rune. */
export function quoteRune(ch: number): string {
  const escaped = escapes.get(ch);
  if (escaped) return `'${escaped}'`;
  if (printable.test(String.fromCodePoint(ch))) return `'${String.fromCodePoint(ch)}'`;
  if (ch < 0x80) return `'\\x${ch.toString(16).padStart(2, '0')}'`;
  return ch < 0x10000 ? `'\\u${ch.toString(16).padStart(4, '0')}'` : `'\\U${ch.toString(16).padStart(8, '0')}'`;
}
