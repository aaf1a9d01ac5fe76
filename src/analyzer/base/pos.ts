/**
 * Positions in a set of Go files.
 *
 * A `Pos` is one number: the file's base plus a byte offset in that file, as go/token has it. Bytes, not UTF-16 units:
 * Go counts columns in bytes of UTF-8. Comparing two positions of one file compares their places in the text; files are
 * ordered as they were added. `noPos` (0) is the position of nothing.
 */
export type Pos = number;

export const noPos: Pos = 0;

/** A position as people read it. `line` and `col` count from 1; `col` and `offset` count bytes. */
export interface Position {
  readonly file: string;
  readonly offset: number;
  readonly line: number;
  readonly col: number;
}

/** One file's text with the offsets (in bytes) at which its lines start. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Position of the file's first byte; the file ends at `base + bytes.length`. */
  readonly base: Pos;
  readonly lineStarts: readonly number[];
}

/** The files of one analysis. Built once, then only read. */
export interface FileSet {
  readonly files: readonly SourceFile[];
}

export interface SourceText {
  readonly name: string;
  readonly text: string | Uint8Array;
}

export function makeFileSet(sources: readonly SourceText[]): FileSet {
  const files: SourceFile[] = [];
  let base = 1;
  for (const { name, text } of sources) {
    const bytes = typeof text === 'string' ? encodeUtf8(text) : text;
    files.push({ name, bytes, base, lineStarts: lineStartsOf(bytes) });
    base += bytes.length + 1;
  }
  return { files };
}

/** The file that `pos` lies in, or undefined for `noPos` and positions of no file. */
export function fileAt(set: FileSet, pos: Pos): SourceFile | undefined {
  const i = lastIndexAtMost(set.files, pos, (file) => file.base);
  const file = i < 0 ? undefined : set.files[i]!;
  return file && pos <= file.base + file.bytes.length ? file : undefined;
}

export function positionOf(set: FileSet, pos: Pos): Position | undefined {
  const file = fileAt(set, pos);
  if (!file) return undefined;
  const offset = pos - file.base;
  const line = lastIndexAtMost(file.lineStarts, offset, (start) => start);
  return { file: file.name, offset, line: line + 1, col: offset - file.lineStarts[line]! + 1 };
}

function lineStartsOf(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) starts.push(i + 1);
  return starts;
}

/** Index of the last item whose key is at most `key`, or -1. Items are sorted by key. */
function lastIndexAtMost<T>(items: readonly T[], key: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle]!) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** UTF-8 bytes of `text`; half a surrogate pair becomes U+FFFD. Written here because the analyzer knows neither DOM nor Node. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[n++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      const paired = low >= 0xdc00 && low < 0xe000;
      code = paired ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (paired) i++;
    }
    if (code < 0x800) bytes[n++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[n++] = 0xe0 | (code >> 12);
      else {
        bytes[n++] = 0xf0 | (code >> 18);
        bytes[n++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[n++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[n++] = 0x80 | (code & 63);
  }
  return bytes.slice(0, n);
}
