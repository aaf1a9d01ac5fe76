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

/** From `pos` to the next one in the file, positions print as `//line file:line:col` says. `col` 0: columns are unknown. */
export interface LineBase {
  readonly pos: Pos;
  readonly file: string;
  readonly line: number;
  readonly col: number;
}

/** The files of one analysis. Built once, then only read. */
export interface FileSet {
  readonly files: readonly SourceFile[];
  /** In order of their positions. */
  readonly lineBases: readonly LineBase[];
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
  return { files, lineBases: [] };
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

/** The position as lines about a checked program print it: where `//line` directives say; 0 is an unknown column. */
export function printedPosition(set: FileSet, pos: Pos): Position | undefined {
  const at = relativePosition(set, pos);
  return at?.file === '' ? { ...at, file: '??' } : at;
}

/** The position as it stands within messages: where directives say and, if that is elsewhere, where it really is. */
export function positionText(set: FileSet, pos: Pos): string {
  const at = positionOf(set, pos);
  if (!at) return '';
  const real = `${at.file}:${at.line}:${at.col}`;
  const { file, line, col } = relativePosition(set, pos)!;
  const relative = col === 0 ? `${file}:${line}` : `${file}:${line}:${col}`;
  return relative === real ? real : `${relative}[${real}]`;
}

/** Where directives say that the position is, which may be in no file. */
export function relativePosition(set: FileSet, pos: Pos): Position | undefined {
  const at = positionOf(set, pos);
  const base = at && lineBaseAt(set, pos);
  if (!at || !base) return at;
  const start = positionOf(set, base.pos)!;
  const line = base.line + at.line - start.line;
  const { offset } = at;
  if (base.col === 0) return { file: base.file, offset, line, col: 0 };
  return { file: base.file, offset, line, col: at.line === start.line ? base.col + at.col - start.col : at.col };
}

/** gc keeps eight bits of a column in the middle end and prints none that does not fit. */
export function shownCol(col: number): number {
  return col < 255 ? col : 0;
}

/** What `pos` counts from: the place of a directive, or the start of its file. */
export function baseAt(set: FileSet, pos: Pos): Pos {
  return lineBaseAt(set, pos)?.pos ?? fileAt(set, pos)?.base ?? noPos;
}

/** The directive that counts at `pos`. */
function lineBaseAt(set: FileSet, pos: Pos): LineBase | undefined {
  if (set.lineBases.length === 0) return undefined;
  const base = set.lineBases[lastIndexAtMost(set.lineBases, pos, (b) => b.pos)];
  return base && fileAt(set, base.pos) === fileAt(set, pos) ? base : undefined;
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
