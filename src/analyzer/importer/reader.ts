/**
 * Reads the numbers of a facts file, and splits the file into its parts without decoding them: opening a package costs
 * one pass over the columns of lengths; a declaration is decoded when it is asked for.
 */
import { schema } from './schema.ts';

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

  /** A signed number: the lowest bit says whether it is negative. */
  signed(): number {
    const n = this.num();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }
}

/** Where each record of a column lies: record i is bytes[starts[i] … starts[i+1]). */
export type Starts = Int32Array;

/** A package's file, taken apart. */
export interface Sections {
  readonly bytes: Uint8Array;
  /** All strings in one, a UTF-16 unit for each byte, with the place of each. */
  readonly text: string;
  readonly stringStarts: Starts;
  /** Path and name of each package, as string ids; the first is the package itself. */
  readonly packages: readonly (readonly [path: number, name: number])[];
  readonly objectNames: Int32Array;
  readonly objectKinds: Uint8Array;
  readonly objectStarts: Starts;
  readonly typeStarts: Starts;
  /** Where the part about functions begins. */
  readonly functions: number;
}

export function openSections(bytes: Uint8Array): Sections {
  const r = new Reader(bytes, 0);
  const found = r.num();
  if (found !== schema) throw new Error(`facts of schema ${found}; this engine reads schema ${schema}`);
  const stringStarts = readStarts(r, r.num());
  const text = bytesToText(bytes, stringStarts[0]!, stringStarts[stringStarts.length - 1]!);
  const packages: [number, number][] = [];
  for (let n = r.num(); n > 0; n--) packages.push([r.num(), r.num()]);
  const count = r.num();
  const objectNames = new Int32Array(count);
  for (let i = 0, name = 0; i < count; i++) {
    name += r.signed();
    objectNames[i] = name;
  }
  const objectKinds = bytes.subarray(r.pos, r.pos + count);
  r.pos += count;
  const objectStarts = readStarts(r, count);
  const typeStarts = readStarts(r, r.num());
  return { bytes, text, stringStarts, packages, objectNames, objectKinds, objectStarts, typeStarts, functions: r.pos };
}

/** Reads a column of lengths and steps over the records that follow it. */
function readStarts(r: Reader, count: number): Starts {
  const starts = new Int32Array(count + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = at;
    at += r.num();
  }
  starts[count] = at;
  const base = r.pos;
  for (let i = 0; i <= count; i++) starts[i]! += base;
  r.pos = base + at;
  return starts;
}

/** Each byte as one UTF-16 unit: names are ASCII, and a constant string is kept as bytes in this form. */
function bytesToText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 4096) text += String.fromCharCode.apply(null, bytes.subarray(i, Math.min(i + 4096, to)) as unknown as number[]);
  return text;
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
