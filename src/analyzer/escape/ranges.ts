/**
 * From the compiler's positions back to source ranges. A node of the IR knows only gc's position of it (an operator, a
 * parenthesis); the page lights up whole expressions and statements. Built from the syntax trees on first need.
 */
import type { SourceRange } from '../analysis.ts';
import { type FileSet, fileAt, type Pos, positionOf } from '../base/pos.ts';
import type { File, Node } from '../syntax/tree.ts';

interface Span {
  readonly start: Pos;
  readonly end: Pos;
}

/** Kinds that share their position with the node that is meant. */
const transparent = new Set(['File', 'ListExpr', 'Field', 'FuncType', 'ExprStmt', 'DeclStmt', 'LabeledStmt']);

const statements = new Set([
  'AssignStmt',
  'BranchStmt',
  'CallStmt',
  'DeclStmt',
  'ExprStmt',
  'ReturnStmt',
  'SendStmt',
  'VarDecl',
  'RangeClause',
]);

export class Ranges {
  private readonly set: FileSet;
  private readonly files: readonly File[];
  private byPos: Map<Pos, Span> | null = null;
  /** Simple statements by start, outer ones before inner ones. */
  private readonly stmts: Span[] = [];
  /** For each of them the one around it, -1 for none. */
  private readonly around: number[] = [];

  constructor(set: FileSet, files: readonly File[]) {
    this.set = set;
    this.files = files;
  }

  /** The expression or statement that the compiler places at `pos`; null outside the files. */
  at(pos: Pos): SourceRange | null {
    if (pos <= 0) return null;
    const span = this.index().get(pos);
    return this.range(span ?? { start: pos, end: pos });
  }

  /** The innermost simple statement around `pos`. */
  statementAt(pos: Pos): SourceRange | null {
    if (pos <= 0) return null;
    this.index();
    let i = this.lastStartAtMost(pos);
    while (i >= 0 && pos >= this.stmts[i]!.end) i = this.around[i]!;
    return i < 0 ? null : this.range(this.stmts[i]!);
  }

  private lastStartAtMost(pos: Pos): number {
    let low = 0;
    let high = this.stmts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stmts[middle]!.start <= pos) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** `pos` as file, line and column; null outside the files. */
  place(pos: Pos): { file: string; line: number; col: number } | null {
    const at = pos <= 0 ? undefined : positionOf(this.set, pos);
    return at === undefined ? null : { file: at.file, line: at.line, col: at.col };
  }

  private range(span: Span): SourceRange | null {
    const start = positionOf(this.set, span.start);
    const end = positionOf(this.set, span.end);
    if (start === undefined || end === undefined || !fileAt(this.set, span.start)) return null;
    return { file: start.file, line: start.line, col: start.col, endLine: end.line, endCol: end.col };
  }

  private index(): Map<Pos, Span> {
    if (this.byPos === null) {
      const map = new Map<Pos, Span>();
      this.byPos = map;
      for (const file of this.files) this.visit(file, map);
      this.stmts.sort((a, b) => a.start - b.start || b.end - a.end);
      this.nest();
    }
    return this.byPos;
  }

  private nest(): void {
    const open: number[] = [];
    this.stmts.forEach((span, i) => {
      while (open.length > 0 && this.stmts[open.at(-1)!]!.end <= span.start) open.pop();
      this.around.push(open.at(-1) ?? -1);
      open.push(i);
    });
  }

  private visit(n: Node, map: Map<Pos, Span>): void {
    if (!transparent.has(n.kind) && !map.has(n.pos)) map.set(n.pos, { start: n.start, end: n.end });
    if (statements.has(n.kind)) this.stmts.push({ start: n.start, end: n.end });
    for (const value of Object.values(n) as unknown[]) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) this.visit(item, map);
      } else if (isNode(value)) {
        this.visit(value, map);
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'start' in value;
}
