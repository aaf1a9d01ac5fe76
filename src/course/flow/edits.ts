/**
 * "What would keep it on the stack?": small edits of the program, each tried by analysing the edited program again.
 * Only those that compile and that the new verdicts confirm are named; nothing here decides by itself.
 */
import type { Analysis, Explanation, FlowEdge, LocationFact } from '../../analyzer/analysis.ts';
import type { Culprit, Place } from '../../analyzer/index.ts';
import { type Span, toSpan } from '../span.ts';
import { type Change, rewrites } from './rewrites.ts';

export type EditKind = 'remove' | 'by-value' | 'bounded' | 'copy';

export interface Edit {
  readonly kind: EditKind;
  /** What changes, in the program as it is. */
  readonly spans: readonly Span[];
  /** The text that stands there now. */
  readonly was: readonly string[];
  /** The whole program after the edit; null where it does not compile alone (a variable is unused then). */
  readonly text: string | null;
}

export interface EditsInput {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly location: number;
  readonly explain: (analysis: Analysis, location: number) => Explanation;
  readonly analyze: (text: string, without?: readonly Place[]) => Analysis;
  /** The engine's smallest set of statements (culprits). */
  readonly cut: () => readonly Culprit[] | null;
}

/** Statements of the path that are tried alone. */
const MAX_ALONE = 8;

export function confirmedEdits(input: EditsInput): Edit[] {
  const { analysis, location } = input;
  const wanted = analysis.locations[location];
  if (wanted === undefined || !wanted.escapes || wanted.range === null) return [];
  return [...rewritten(input, wanted), ...removed(input, wanted)];
}

function rewritten(input: EditsInput, wanted: LocationFact): Edit[] {
  const { text, file, analysis, location } = input;
  const explanation = input.explain(analysis, location);
  return rewrites({ text, file, analysis, wanted, explanation }).flatMap(({ kind, changes }) => {
    const after = apply(text, changes);
    return after !== null && fewerOnHeap(analysis, input.analyze(after)) ? [editOf(kind, text, changes, after)] : [];
  });
}

function removed(input: EditsInput, wanted: LocationFact): Edit[] {
  const { analysis, location } = input;
  const alone = distinct(
    input.explain(analysis, location).steps.flatMap(({ edge }) => culpritOf(analysis.edges[edge]!)),
  ).slice(0, MAX_ALONE);
  const sets = alone.map((one) => [one]).filter((set) => stays(input.analyze(input.text, placesOf(set)), wanted));
  const cut = sets.length === 0 ? input.cut() : null;
  if (cut !== null && cut.length > 0) sets.push([...cut]);
  return sets.map((set) => removal(input, set));
}

function removal({ text, analysis, analyze }: EditsInput, set: readonly Culprit[]): Edit {
  const lines = text.split('\n');
  const changes = set.map(({ range }): Change => ({ span: toSpan(lines, range), to: '' }));
  const after = apply(text, changes);
  const compiles = after !== null && fewerOnHeap(analysis, analyze(after));
  return editOf('remove', text, changes, compiles ? withoutBlankLines(after, changes) : null);
}

function culpritOf({ statement, statementAt }: FlowEdge): Culprit[] {
  return statement === null || statementAt === null ? [] : [{ range: statement, at: statementAt }];
}

function distinct(list: readonly Culprit[]): Culprit[] {
  const key = ({ at }: Culprit) => `${at.file}:${at.line}:${at.col}`;
  return list.filter((one, index) => list.findIndex((other) => key(other) === key(one)) === index);
}

function placesOf(set: readonly Culprit[]): Place[] {
  return set.map(({ at }) => at);
}

/** Whether the same place, at the same position, is on the stack there. */
function stays(analysis: Analysis, wanted: LocationFact): boolean {
  const { op, kind, name } = wanted;
  const [line, col] = [wanted.range!.line, wanted.range!.col];
  const found = analysis.locations.filter(
    (loc) =>
      loc.op === op && loc.kind === kind && loc.name === name && loc.range?.line === line && loc.range.col === col,
  );
  return found.length > 0 && found.every((loc) => !loc.escapes);
}

function onHeap(analysis: Analysis): number {
  return analysis.locations.filter(({ verdict, range }) => verdict === 'heap' && range !== null).length;
}

function fewerOnHeap(before: Analysis, after: Analysis): boolean {
  return after.status === 'ok' && onHeap(after) < onHeap(before);
}

function offsetOf(lines: readonly string[], line: number, col: number): number {
  let offset = col - 1;
  for (let i = 0; i < line - 1; i++) offset += (lines[i]?.length ?? 0) + 1;
  return offset;
}

/** The text with all changes made; null where two of them overlap. */
function apply(text: string, changes: readonly Change[]): string | null {
  const lines = text.split('\n');
  const sorted = changes
    .map(({ span, to }) => ({
      from: offsetOf(lines, span.line, span.col),
      end: offsetOf(lines, span.endLine, span.endCol),
      to,
    }))
    .sort((a, b) => b.from - a.from);
  let out = text;
  let limit = text.length;
  for (const { from, end, to } of sorted) {
    if (end > limit) return null;
    out = out.slice(0, from) + to + out.slice(end);
    limit = from;
  }
  return out;
}

/** Lines that a removal emptied go altogether. */
function withoutBlankLines(text: string, changes: readonly Change[]): string {
  const emptied = new Set(changes.filter(({ span }) => span.line === span.endLine).map(({ span }) => span.line));
  return text
    .split('\n')
    .filter((line, index) => !(emptied.has(index + 1) && line.trim() === ''))
    .join('\n');
}

function editOf(kind: EditKind, text: string, changes: readonly Change[], after: string | null): Edit {
  const lines = text.split('\n');
  const was = changes.map(({ span }) =>
    text
      .slice(offsetOf(lines, span.line, span.col), offsetOf(lines, span.endLine, span.endCol))
      .split('\n')[0]!
      .trim(),
  );
  return { kind, spans: changes.map(({ span }) => span), was, text: after };
}
