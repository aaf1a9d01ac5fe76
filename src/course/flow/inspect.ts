/**
 * Everything that the explorer shows of one program under one version: the report, the graph, and the lines of -m and
 * -m=2 with the places that they are about. It judges nothing: all of it is the engine's.
 */
import type { Analysis, Diagnostic, Explanation, LocationKind, SourceRange } from '../../analyzer/analysis.ts';
import { type PlaceReport, type Report, reportOf } from '../report.ts';
import { type Span, toSpan } from '../span.ts';
import type { Words } from '../words/words.ts';
import { NO_PICTURE, type Picture, type PictureArrow, type PictureNode, type SaysLine, type Walk } from './picture.ts';

export interface Inspection {
  readonly report: Report;
  readonly picture: Picture;
  /** The lines of -m -l and of -m=2 -l. */
  readonly says: readonly SaysLine[];
  readonly says2: readonly SaysLine[];
}

export interface InspectInput {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
  /** The same program at -m=2. */
  readonly detailed: Analysis;
  readonly explain: (location: number) => Explanation;
  readonly words: Words;
}

const DRAWN: ReadonlySet<LocationKind> = new Set([
  'variable',
  'parameter',
  'result',
  'allocation',
  'temporary',
  'heap',
]);

export function inspectionOf(input: InspectInput): Inspection {
  const { file, text, analysis, detailed, explain, words } = input;
  const report = reportOf({ file, text, analysis, explain, words });
  if (analysis.status !== 'ok') return { report, picture: NO_PICTURE, says: [], says2: [] };
  const spans = new Spans(file, text);
  const ids = locationsOf(report.places, analysis, spans);
  const nodes = nodesOf(analysis, file, spans);
  const arrows = arrowsOf(analysis, file, spans);
  const walks = report.places.map((place, index) => walkOf(place, ids[index]!, file, explain(ids[index]!), arrows));
  const walkOfNode = new Map(walks.map((walk, index) => [walk.node, index]));
  const says = (lines: readonly Diagnostic[]) => linesOf(lines, file, spans, walkOfNode, walks);
  return {
    report,
    picture: { nodes, arrows, walks },
    says: says(analysis.diagnostics),
    says2: says(detailed.diagnostics),
  };
}

class Spans {
  readonly #file: string;
  readonly #lines: readonly string[];
  constructor(file: string, text: string) {
    this.#file = file;
    this.#lines = text.split('\n');
  }
  of(range: SourceRange | null | undefined): Span | null {
    return range?.file === this.#file ? toSpan(this.#lines, range) : null;
  }
  /** The word that starts at a position of the compiler. */
  wordAt(line: number, col: number): Span | null {
    const text = this.#lines[line - 1];
    if (text === undefined) return null;
    const at = toSpan(this.#lines, { file: this.#file, line, col, endLine: line, endCol: col });
    const length = /^[\p{L}\p{N}_]+|^./u.exec(text.slice(at.col - 1))?.[0].length ?? 0;
    return length === 0 ? null : { line, col: at.col, endLine: line, endCol: at.col + length };
  }
}

/** The location of each place of a report. Instances of a generic function share a place's text: they go in order. */
function locationsOf(places: readonly PlaceReport[], analysis: Analysis, spans: Spans): number[] {
  const key = (kind: string, name: string, owner: string, span: Span | null) =>
    `${kind} ${name} ${owner} ${span?.line}:${span?.col}`;
  const queues = new Map<string, number[]>();
  for (const { id, kind, name, function: owner, range } of analysis.locations) {
    const k = key(kind, name, analysis.functions[owner]?.name ?? '', spans.of(range));
    queues.set(k, [...(queues.get(k) ?? []), id]);
  }
  return places.map(({ kind, name, function: owner, span }) => {
    const queue = queues.get(key(kind, name, owner, span))!;
    return queue.length > 1 ? queue.shift()! : queue[0]!;
  });
}

function nodesOf(analysis: Analysis, file: string, spans: Spans): PictureNode[] {
  return analysis.locations
    .filter(({ kind }) => DRAWN.has(kind))
    .map(({ id, kind, name, function: owner, verdict, range }) => ({
      id,
      kind,
      name,
      owner: analysis.functions[owner]?.name ?? '',
      verdict,
      file,
      span: spans.of(range),
    }));
}

function arrowsOf(analysis: Analysis, file: string, spans: Spans): PictureArrow[] {
  const drawn = (id: number) => DRAWN.has(analysis.locations[id]!.kind);
  return analysis.edges
    .filter(({ src, dst }) => src !== dst && drawn(src) && drawn(dst) && analysis.locations[src]!.kind !== 'heap')
    .map(({ id, src, dst, derefs, notes, statement }) => ({
      id,
      from: src,
      to: dst,
      derefs,
      why: notes.map(({ why }) => why).join(', '),
      file,
      span: spans.of(notes.at(-1)?.range ?? statement),
    }));
}

function walkOf(
  place: PlaceReport,
  node: number,
  file: string,
  explanation: Explanation,
  arrows: readonly PictureArrow[],
): Walk {
  const loans = arrows.filter(({ from, derefs }) => from === node && derefs < 0);
  const arrowAt = (index: number, span: Span | null): number => {
    if (explanation.steps.length > 0) return explanation.steps[index - 1]?.edge ?? -1;
    if (index === 0 || span === null) return -1;
    return (loans.find((loan) => loan.span?.line === span.line) ?? loans[index - 1])?.id ?? -1;
  };
  return {
    node,
    name: place.name,
    owner: place.function,
    verdict: place.verdict,
    file,
    span: place.span,
    steps: place.steps.map(({ text, flow, span }, index) => ({ text, flow, file, span, arrow: arrowAt(index, span) })),
    says: place.says,
  };
}

const FROM_PLACE = /\) at (?:.*[\\/])?([^:\\/]+):(\d+):(\d+)$/;

function linesOf(
  diagnostics: readonly Diagnostic[],
  file: string,
  spans: Spans,
  walkOfNode: ReadonlyMap<number, number>,
  walks: readonly Walk[],
): SaysLine[] {
  return diagnostics
    .filter(({ own }) => own)
    .map(({ file: at, line, col, message, code, location }) => {
      const walk = walkOfNode.get(location) ?? -1;
      const inner = code === 'from' ? FROM_PLACE.exec(message) : null;
      const span =
        inner?.[1] === file
          ? spans.wordAt(Number(inner[2]), Number(inner[3]))
          : (walks[walk]?.span ?? spans.wordAt(line, Math.max(col, 1)));
      return { file: at, line, col, message, code, walk, span };
    });
}
