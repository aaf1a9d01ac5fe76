/** Which part of each line a span covers, and where a path's discs and rail go. Pure. */
import type { Span } from '../../course/span.ts';

export function rangesOfLine(span: Span, line: number, length: number): { start: number; end: number } | undefined {
  if (line < span.line || line > span.endLine) return undefined;
  const start = line === span.line ? span.col - 1 : 0;
  const end = Math.min(length, line === span.endLine ? span.endCol - 1 : length);
  return start < end ? { start, end } : undefined;
}

export interface Rail {
  /** Numbers of the steps at this line: `1`, `2·3`; '' where the rail only passes. */
  readonly label: string;
  readonly up: boolean;
  readonly down: boolean;
}

/** `lines[i]`: the line of step i + 1, undefined where it has none. */
export function railsOf(lines: readonly (number | undefined)[]): Map<number, Rail> {
  const placed = lines.filter((line) => line !== undefined);
  const first = Math.min(...placed);
  const last = Math.max(...placed);
  const rails = new Map<number, Rail>();
  for (let line = first; line <= last; line++) {
    const steps = lines.flatMap((at, index) => (at === line ? [index + 1] : []));
    rails.set(line, { label: steps.join('·'), up: line > first, down: line < last });
  }
  return rails;
}
