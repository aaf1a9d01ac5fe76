/**
 * Reads the numbers of a facts file, and splits the file into its parts without decoding them: opening a package costs
 * one pass that steps over the records; a declaration is decoded when it is asked for.
 */
import { methodFlag, objectKind, schema, typeKind, valueKind } from './schema.ts';

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

  /** Steps over that many numbers. */
  skip(count: number): void {
    const { bytes } = this;
    let { pos } = this;
    for (let n = count; n > 0; n--) while (bytes[pos++]! >= 0x80);
    this.pos = pos;
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

/** A package's file, taken apart. Records are known by where they start. */
export interface Sections {
  readonly bytes: Uint8Array;
  /** Names of the objects, sorted as Go sorts strings. */
  readonly names: readonly string[];
  /** All other strings: bytes, one per UTF-16 unit. */
  readonly strings: readonly string[];
  /** Path and name of each package, as string ids; the first is the package itself. */
  readonly packages: readonly (readonly [path: number, name: number])[];
  readonly objectKinds: Uint8Array;
  readonly objectStarts: Int32Array;
  readonly typeStarts: Int32Array;
  /** Where the part about functions begins. */
  readonly functions: number;
}

export function openSections(bytes: Uint8Array): Sections {
  const r = new Reader(bytes, 0);
  const found = r.num();
  if (found !== schema) throw new Error(`facts of schema ${found}; this engine reads schema ${schema}`);
  const names = lines(r);
  for (let i = 0; i < names.length; i++) if (!isAscii(names[i]!)) names[i] = decodeUtf8(names[i]!);
  const strings = lines(r);
  const packages: [number, number][] = [];
  for (let n = r.num(); n > 0; n--) packages.push([r.num(), r.num()]);
  const objectKinds = bytes.subarray(r.pos, r.pos + names.length);
  r.pos += names.length;
  const objectStarts = new Int32Array(names.length);
  for (let i = 0; i < names.length; i++) {
    objectStarts[i] = r.pos;
    skipObject(r, objectKinds[i]!);
  }
  const typeStarts = new Int32Array(r.num());
  for (let i = 0; i < typeStarts.length; i++) {
    typeStarts[i] = r.pos;
    skipType(r);
  }
  return { bytes, names, strings, packages, objectKinds, objectStarts, typeStarts, functions: r.pos };
}

function lines(r: Reader): string[] {
  const count = r.num();
  const length = r.num();
  const text = r.text(length);
  return count === 0 ? [] : text.split('\n');
}

function skipObject(r: Reader, kind: number): void {
  switch (kind) {
    case objectKind.const:
      r.skip(1);
      skipValue(r);
      return;
    case objectKind.var:
      r.skip(1);
      return;
    case objectKind.opaque:
      r.skip(2 * r.num());
      return;
    case objectKind.named: {
      const params = r.num();
      r.skip(2 * params + 1);
      for (let n = r.num(); n > 0; n--) skipMethod(r, params);
      return;
    }
    default:
      r.skip(2 * r.num() + 1);
  }
}

export function skipMethod(r: Reader, receiverParams: number): void {
  r.skip(1);
  const flags = r.num();
  if ((flags & methodFlag.noSignature) !== 0) return;
  r.skip(2 + receiverParams);
  if ((flags & methodFlag.ownTypeParams) !== 0) r.skip(2 * r.num());
}

function skipValue(r: Reader): void {
  switch (r.num()) {
    case valueKind.false:
    case valueKind.true:
      return;
    case valueKind.complex:
      r.skip(2);
      return;
    case valueKind.bytes: {
      const length = r.num();
      r.pos += length;
      return;
    }
    default:
      r.skip(1);
  }
}

function skipType(r: Reader): void {
  switch (r.num()) {
    case typeKind.local:
    case typeKind.pointer:
    case typeKind.slice:
      r.skip(1);
      return;
    case typeKind.external:
    case typeKind.array:
    case typeKind.map:
    case typeKind.chan:
      r.skip(2);
      return;
    case typeKind.signature:
      r.skip(1);
      r.skip(2 * r.num());
      r.skip(2 * r.num());
      return;
    case typeKind.struct:
      r.skip(1);
      r.skip(3 * r.num());
      return;
    case typeKind.interface:
      r.skip(2);
      r.skip(2 * r.num());
      r.skip(r.num());
      return;
    case typeKind.union:
      r.skip(2 * r.num());
      return;
    case typeKind.instance:
      r.skip(1);
      r.skip(r.num());
      return;
    case typeKind.typeParam:
      r.skip(3);
      return;
    default:
      throw new Error('facts: a type of no known kind');
  }
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
