/**
 * An analysis as a learner meets it: the places of a program, where each lives, and the way its address took as
 * sentences. Plain data, made by the same code at build time and in the worker.
 *
 * It judges nothing: verdicts, steps and ranges are the engine's; only the words are added here.
 */
import type { Analysis, Explanation, FlowEdge, LocationFact, Rule } from '../analyzer/analysis.ts';
import { type Span, sameStart, toSpan } from './span.ts';
import type { Subject, Words } from './words/words.ts';

export interface StepReport {
  /** Backticks mark code. */
  readonly text: string;
  /** The step in the engine's notation: `p ← &hot`. */
  readonly flow: string;
  readonly span: Span | null;
}

export interface PlaceReport {
  readonly name: string;
  readonly function: string;
  readonly kind: LocationFact['kind'];
  readonly span: Span;
  readonly verdict: 'stack' | 'heap';
  readonly rule: Rule;
  readonly addressTaken: boolean;
  /** The compiler's own lines about it. */
  readonly says: readonly string[];
  readonly steps: readonly StepReport[];
}

export interface Problem {
  readonly line: number;
  readonly col: number;
  readonly message: string;
  /** What the rule means, in a sentence, for the most common errors. */
  readonly explanation?: string | undefined;
}

export interface Report {
  readonly status: Analysis['status'];
  readonly goVersion: string;
  readonly places: readonly PlaceReport[];
  /** Every line that the compiler prints about this file. */
  readonly says: readonly string[];
  readonly errors: readonly Problem[];
  readonly unsupported: Problem | null;
  readonly limit: string;
}

export interface ReportInput {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly explain: (location: number) => Explanation;
  readonly words: Words;
}

/** Ways of an address that stays that are told; more would bury the point. */
const MAX_LOANS = 4;

const SHOWN: ReadonlySet<LocationFact['kind']> = new Set(['variable', 'parameter', 'allocation']);

function isShown(location: LocationFact, file: string): boolean {
  return (
    SHOWN.has(location.kind) && location.range?.file === file && location.verdict !== 'none' && location.name !== '_'
  );
}

function subjectOf(analysis: Analysis, id: number): Subject {
  const { kind, name, function: owner } = analysis.locations[id]!;
  return {
    kind,
    name: kind === 'temporary' ? '{temp}' : name,
    owner: owner < 0 ? '' : analysis.functions[owner]!.name,
  };
}

function flowOf(from: Subject, to: Subject, derefs: number): string {
  const target = to.kind === 'heap' ? '{heap}' : to.name;
  const source =
    derefs < 0 && from.kind !== 'allocation' ? `&${from.name}` : '*'.repeat(Math.max(0, derefs)) + from.name;
  return `${target} ← ${source}`;
}

/** Of a value that stays, the ways its address goes, though none outlives the call. */
function edgesOfAddress(analysis: Analysis, id: number): FlowEdge[] {
  return analysis.edges.filter(
    (edge) => edge.src === id && edge.derefs < 0 && analysis.locations[edge.dst]!.kind !== 'heap',
  );
}

/** The step of a value that stays: to a variable of this or another call, or into a call that gives it back. */
function stepOfLoan({ analysis, words, text }: ReportInput, self: Subject, edge: FlowEdge): StepReport {
  const lines = text.split('\n');
  const call = edge.notes.find((note) => note.why === 'call parameter');
  const range = (call ?? edge.notes[0])?.range ?? edge.statement;
  const span = range && toSpan(lines, range);
  const to = subjectOf(analysis, edge.dst);
  const named = to.kind === 'variable' || to.kind === 'parameter' || to.kind === 'result';
  if (named || !call) return { text: words.lent(self, to), flow: flowOf(self, to, edge.derefs), span };
  return { text: words.lentToCall(self, call.text), flow: call.text, span };
}

function stepsOf(input: ReportInput, location: LocationFact, explanation: Explanation): StepReport[] {
  const { analysis, words, text } = input;
  const lines = text.split('\n');
  const self = subjectOf(analysis, location.id);
  const birth = { text: words.born(self), flow: self.name, span: toSpan(lines, location.range!) };
  const steps = explanation.steps.map((step, index): StepReport => {
    const from = subjectOf(analysis, step.from);
    const to = subjectOf(analysis, step.to);
    const moved = words.moved({ from, to, derefs: step.derefs, first: index === 0, why: step.why });
    const decided = index === explanation.deciding ? ` ${words.decided(explanation.rule, self, to)}` : '';
    return {
      text: moved + decided,
      flow: flowOf(from, to, step.derefs),
      span: step.range && toSpan(lines, step.range),
    };
  });
  if (explanation.verdict === 'stack') {
    const loans = edgesOfAddress(analysis, location.id).map((edge) => stepOfLoan(input, self, edge));
    const distinct = loans.filter((loan, index) => loans.findIndex(({ flow }) => flow === loan.flow) === index);
    steps.push(...distinct.slice(0, MAX_LOANS));
    const last =
      location.addrtaken || steps.length > 0 || location.kind === 'allocation'
        ? words.stays(self)
        : words.noAddress(self);
    steps.push({ text: last, flow: '', span: null });
  } else if (explanation.steps.length === 0) {
    steps.push({ text: words.forced(explanation.rule, self, location.mustBeHeap), flow: '', span: birth.span });
  }
  return [birth, ...steps];
}

function lineOf({ file, line, col, message }: { file: string; line: number; col: number; message: string }): string {
  return `${file}:${line}:${col}: ${message}`;
}

function placeOf(input: ReportInput, location: LocationFact): PlaceReport {
  const { analysis } = input;
  const explanation = input.explain(location.id);
  return {
    name: location.name,
    function: analysis.functions[location.function]?.name ?? '',
    kind: location.kind,
    span: toSpan(input.text.split('\n'), location.range!),
    verdict: location.verdict as 'stack' | 'heap',
    rule: explanation.rule,
    addressTaken: location.addrtaken,
    says: analysis.diagnostics.filter((d) => d.own && d.location === location.id).map(lineOf),
    steps: stepsOf(input, location, explanation),
  };
}

export function reportOf(input: ReportInput): Report {
  const { analysis, file } = input;
  const places = analysis.locations
    .filter((location) => isShown(location, file))
    .map((location) => placeOf(input, location));
  const { unsupported } = analysis;
  return {
    status: analysis.status,
    goVersion: analysis.goVersion,
    places: places.sort((a, b) => a.span.line - b.span.line || a.span.col - b.span.col),
    says: analysis.diagnostics.filter((d) => d.own).map(lineOf),
    errors: analysis.errors.map(({ line, col, message, code }) => ({
      line,
      col,
      message,
      explanation: input.words.errors[code],
    })),
    unsupported: unsupported && { line: unsupported.line, col: unsupported.col, message: unsupported.what },
    limit: analysis.limit,
  };
}

/**
 * The place that stands at a marked piece of the program: the one that starts with it, or else the only allocation that
 * starts inside of it (the compiler places a conversion at its operand).
 */
export function placeOn(report: Report, span: Span): PlaceReport | undefined {
  const exact = report.places.find((place) => sameStart(place.span, span));
  if (exact) return exact;
  const inside = report.places.filter(
    ({ kind, span: { line, col } }) =>
      kind === 'allocation' && line === span.line && col > span.col && (line < span.endLine || col < span.endCol),
  );
  return inside.every(({ span: other }) => sameStart(other, inside[0]!.span)) ? inside[0] : undefined;
}
