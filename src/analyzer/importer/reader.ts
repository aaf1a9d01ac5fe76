/** Reads numbers: those of a file, and those of a record. */

export class Reader {
  readonly bytes: Uint8Array;
  pos: number;

  constructor(bytes: Uint8Array, pos: number) {
    this.bytes = bytes;
    this.pos = pos;
  }

  /** An unsigned number, 7 bits a byte, low ones first. */
  num(): number {
    const b = this.bytes[this.pos++]!;
    if (b < 0x80) return b;
    return this.longNum(b & 0x7f);
  }

  private longNum(low: number): number {
    let value = low;
    let scale = 128;
    for (;;) {
      const b = this.bytes[this.pos++]!;
      value += (b & 0x7f) * scale;
      if (b < 0x80) return value;
      scale *= 128;
    }
  }

  signed(): number {
    return signedOf(this.num());
  }

  /** The next bytes, one per UTF-16 unit. */
  text(length: number): string {
    const end = this.pos + length;
    let text = '';
    for (; this.pos < end; this.pos = Math.min(this.pos + 4096, end)) {
      text += String.fromCharCode.apply(
        null,
        this.bytes.subarray(this.pos, Math.min(this.pos + 4096, end)) as unknown as number[],
      );
    }
    return text;
  }
}

/** The numbers of a record. */
export class RecordReader {
  private readonly record: readonly number[];
  private pos = 0;

  constructor(record: readonly number[]) {
    this.record = record;
  }

  num(): number {
    return this.record[this.pos++]!;
  }

  /** The number that comes next. */
  peek(): number {
    return this.record[this.pos]!;
  }

  signed(): number {
    return signedOf(this.num());
  }
}

/** The lowest bit says whether a number is negative. */
function signedOf(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return false;
  return true;
}

/** Text from UTF-8 bytes that are kept one per UTF-16 unit. Identifiers only: always valid. */
export function decodeUtf8(bytes: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const b = bytes.charCodeAt(i++);
    const extra = b < 0x80 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    let code = extra === 0 ? b : b & (0x3f >> extra);
    for (let k = 0; k < extra; k++) code = (code << 6) | (bytes.charCodeAt(i++) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}
