/**
 * Edits that may keep a value on the stack, as text. They are only proposed here: edits.ts tries each.
 *
 * by-value: the function hands out the value in place of a pointer to it.
 * bounded: `make` gets a constant capacity, which a frame can hold.
 * copy: a closure takes a copy of the variable, made just before it.
 */
import type { Analysis, Explanation, LocationFact } from '../../analyzer/analysis.ts';
import { type FileSet, makeFileSet, positionOf } from '../../analyzer/base/pos.ts';
import { parseSource } from '../../analyzer/syntax/parse.ts';
import type { Expr, File, FuncDecl, Node } from '../../analyzer/syntax/tree.ts';
import { inspect } from '../../analyzer/syntax/walk.ts';
import { type Span, toSpan } from '../span.ts';

export interface Change {
  readonly span: Span;
  readonly to: string;
}

export interface Rewrite {
  readonly kind: 'by-value' | 'bounded' | 'copy';
  readonly changes: readonly Change[];
}

export interface RewriteInput {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly wanted: LocationFact;
  readonly explanation: Explanation;
}

/** A capacity that is small for every element type worth bounding. */
const BOUND = 64;

export function rewrites(input: RewriteInput): Rewrite[] {
  const source = new Source(input.file, input.text);
  return [byValue(source, input), bounded(source, input), copied(source, input)].filter((found) => found !== null);
}

class Source {
  readonly file: File;
  readonly #set: FileSet;
  readonly #lines: readonly string[];
  readonly #text: string;

  constructor(name: string, text: string) {
    this.#set = makeFileSet([{ name, text }]);
    this.file = parseSource(this.#set.files[0]!, null).file;
    this.#lines = text.split('\n');
    this.#text = text;
  }

  span(node: Pick<Node, 'start' | 'end'>): Span {
    const from = positionOf(this.#set, node.start)!;
    const to = positionOf(this.#set, node.end)!;
    return toSpan(this.#lines, { file: '', line: from.line, col: from.col, endLine: to.line, endCol: to.col });
  }

  indent(line: number): string {
    return /^\s*/.exec(this.#lines[line - 1] ?? '')![0];
  }

  textOf(node: Pick<Node, 'start' | 'end'>): string {
    const { line, col, endLine, endCol } = this.span(node);
    const lines = this.#text.split('\n').slice(line - 1, endLine);
    lines[lines.length - 1] = lines.at(-1)!.slice(0, endCol - 1);
    lines[0] = lines[0]!.slice(col - 1);
    return lines.join('\n');
  }

  /** The innermost node of a kind that starts at a place. */
  startingAt<K extends Node['kind']>(kind: K, line: number, col: number): Extract<Node, { kind: K }> | null {
    let found: Extract<Node, { kind: K }> | null = null;
    inspect(this.file, (node) => {
      if (node.kind === kind && node.start > 0) {
        const at = positionOf(this.#set, node.start);
        if (at?.line === line && at.col === col) found = node as Extract<Node, { kind: K }>;
      }
      return true;
    });
    return found;
  }
}

function isAddress(e: Expr): boolean {
  return e.kind === 'Operation' && e.op === '&' && e.y === null;
}

/** `*T` as the only result, all returns rewritten; the callers must compile as they are. */
function byValue(source: Source, { analysis, wanted, explanation }: RewriteInput): Rewrite | null {
  if (explanation.rule !== 'outlives-result') return null;
  const owner = analysis.functions[wanted.function];
  const decl = source.file.declList.find(
    (d): d is FuncDecl => d.kind === 'FuncDecl' && d.name.value === owner?.name.replace(/^.*\./, ''),
  );
  const result = decl?.type.resultList.length === 1 ? decl.type.resultList[0]! : null;
  if (!decl?.body || result === null || result.name !== null) return null;
  const { type } = result;
  if (type.kind !== 'Operation' || type.op !== '*' || type.y !== null) return null;
  const changes: Change[] = [{ span: source.span(type), to: source.textOf(type.x) }];
  let possible = true;
  inspect(decl.body, (node) => {
    if (node.kind === 'FuncLit') return false;
    if (node.kind !== 'ReturnStmt') return true;
    const value = node.results;
    if (value === null || value.kind === 'ListExpr' || (value.kind === 'Name' && value.value === 'nil')) {
      possible = false;
    } else if (isAddress(value) && value.kind === 'Operation') {
      changes.push({ span: source.span(value), to: source.textOf(value.x) });
    } else {
      changes.push({ span: source.span(value), to: `*${source.textOf(value)}` });
    }
    return false;
  });
  if (!possible) return null;
  // Callers that follow the pointer at once have nothing to follow any more.
  inspect(source.file, (node) => {
    if (node.kind !== 'Operation' || node.op !== '*' || node.y !== null || node.x.kind !== 'CallExpr') return true;
    const { fun } = node.x;
    const called = fun.kind === 'SelectorExpr' ? fun.sel.value : fun.kind === 'Name' ? fun.value : '';
    if (called !== decl.name.value) return true;
    changes.push({ span: source.span(node), to: source.textOf(node.x) });
    return false;
  });
  return { kind: 'by-value', changes };
}

function bounded(source: Source, { wanted, explanation }: RewriteInput): Rewrite | null {
  if (wanted.op !== 'OMAKESLICE' || explanation.rule !== 'non-constant-size' || wanted.range === null) return null;
  const call = source.startingAt('CallExpr', wanted.range.line, wanted.range.col);
  const [, length, capacity] = call?.argList ?? [];
  if (length === undefined) return null;
  const change = capacity
    ? { span: source.span(capacity), to: String(BOUND) }
    : { span: source.span(length), to: `${source.textOf(length)}, ${BOUND}` };
  return { kind: 'bounded', changes: [change] };
}

/** `x := x` on a line of its own before the statement that holds the closure. */
function copied(source: Source, { analysis, wanted, explanation }: RewriteInput): Rewrite | null {
  const step = explanation.steps[0];
  if (wanted.captured !== 'ref' || step === undefined) return null;
  const statement = analysis.edges[step.edge]?.statement;
  if (!statement) return null;
  const { line } = statement;
  const at = { line, col: 1, endLine: line, endCol: 1 };
  return { kind: 'copy', changes: [{ span: at, to: `${source.indent(line)}${wanted.name} := ${wanted.name}\n` }] };
}
