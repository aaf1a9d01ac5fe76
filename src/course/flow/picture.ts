/**
 * A flow graph as a page draws it: places, arrows between them, and the walk that decides about each place. Plain data.
 * It comes from the engine's analysis (inspect.ts) or from a compiler's own output (build-report/).
 */
import type { LocationKind, MessageCode, Verdict } from '../../analyzer/analysis.ts';
import type { Span } from '../span.ts';

export interface PictureNode {
  readonly id: number;
  readonly kind: LocationKind;
  readonly name: string;
  /** The function whose frame it would live in; '' for none. */
  readonly owner: string;
  readonly verdict: Verdict;
  readonly file: string;
  readonly span: Span | null;
}

/** `to = from` with derefs: -1 for the address, 0 for the value, n for n loads. */
export interface PictureArrow {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly derefs: number;
  /** The compiler's words for why, outermost last. */
  readonly why: string;
  readonly file: string;
  readonly span: Span | null;
}

export interface WalkStep {
  /** Backticks mark code. */
  readonly text: string;
  /** The step in the engine's notation: `p ← &hot`. */
  readonly flow: string;
  readonly file: string;
  readonly span: Span | null;
  /** The arrow that it takes, -1 for none. */
  readonly arrow: number;
}

/** Why one place is where it is. */
export interface Walk {
  readonly node: number;
  readonly name: string;
  readonly owner: string;
  readonly verdict: 'stack' | 'heap';
  readonly file: string;
  readonly span: Span | null;
  readonly steps: readonly WalkStep[];
  /** The compiler's own lines about it. */
  readonly says: readonly string[];
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly arrows: readonly PictureArrow[];
  readonly walks: readonly Walk[];
}

export const NO_PICTURE: Picture = { nodes: [], arrows: [], walks: [] };

/** A line that the compiler prints. */
export interface SaysLine {
  readonly file: string;
  readonly line: number;
  /** 0: none printed. */
  readonly col: number;
  /** Leading spaces kept. */
  readonly message: string;
  readonly code: MessageCode | 'other';
  /** The place that it is about, an index into the walks; -1 for none. */
  readonly walk: number;
  /** What it points at in the source. */
  readonly span: Span | null;
}

export function lineText({ file, line, col, message }: SaysLine): string {
  return `${file}:${line}:${col === 0 ? '' : `${col}:`} ${message}`;
}

/** `p ← *x`, as -m=2 writes a flow. */
export function flowText(to: string, from: string, derefs: number): string {
  return `${to} ← ${derefs < 0 ? '&' : '*'.repeat(derefs)}${from}`;
}
