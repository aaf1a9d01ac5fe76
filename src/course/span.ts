/**
 * Ranges of a program's text as a page counts them: lines and columns from 1, columns in UTF-16 units, `endCol` just
 * past the last one. The engine counts bytes, as Go does; `toSpan` converts.
 */
import type { SourceRange } from '../analyzer/analysis.ts';

export interface Span {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** The UTF-16 column of byte column `byteCol` in `line`; both count from 1. */
function utf16Column(line: string, byteCol: number): number {
  let bytes = 1;
  let units = 1;
  for (const character of line) {
    if (bytes >= byteCol) break;
    bytes += utf8Length(character.codePointAt(0)!);
    units += character.length;
  }
  return units;
}

export function toSpan(lines: readonly string[], range: SourceRange): Span {
  return {
    line: range.line,
    col: utf16Column(lines[range.line - 1] ?? '', range.col),
    endLine: range.endLine,
    endCol: utf16Column(lines[range.endLine - 1] ?? '', range.endCol),
  };
}

export function sameStart(a: Span, b: Span): boolean {
  return a.line === b.line && a.col === b.col;
}

function spanAt(text: string, start: number, end: number): Span {
  const before = text.slice(0, start).split('\n');
  const within = text.slice(0, end).split('\n');
  return {
    line: before.length,
    col: before.at(-1)!.length + 1,
    endLine: within.length,
    endCol: within.at(-1)!.length + 1,
  };
}

/**
 * The place of `mark` in `text`: inside `within`, a piece of text that occurs once. Content names places by what stands
 * there, so that a line added above moves nothing.
 */
export function findMark(text: string, mark: string, within: string = mark): Span {
  const at = text.indexOf(within);
  if (at < 0) throw new Error(`the program does not contain ${JSON.stringify(within)}`);
  if (text.indexOf(within, at + 1) >= 0)
    throw new Error(`${JSON.stringify(within)} occurs more than once in the program`);
  const offset = within.indexOf(mark);
  if (offset < 0) throw new Error(`${JSON.stringify(within)} does not contain ${JSON.stringify(mark)}`);
  return spanAt(text, at + offset, at + offset + mark.length);
}
