/**
 * Sentences about where Go puts things, each with the test that a program must pass to refute it. The engine judges the
 * program; so "false" is never an opinion. A claim with `shownBy` is meant to be true: its proof shows the sentence at work
 * without refuting it, and a test looks for a refutation among all programs that there are.
 */
import type { Belief } from '../../beliefs.ts';
import type { PlaceReport, Report } from '../../report.ts';

export interface Claim {
  /** Whether the engine's report on a program shows the sentence to be wrong. */
  readonly refutedBy: (report: Report) => boolean;
  /** Of a sentence that holds: whether it is about something in the program. */
  readonly shownBy?: (report: Report) => boolean;
  /** What somebody believes who answers wrongly. */
  readonly belief: Belief;
}

const onStack = (place: PlaceReport) => place.verdict === 'stack';
const onHeap = (place: PlaceReport) => place.verdict === 'heap';
const some = (report: Report, test: (place: PlaceReport) => boolean) =>
  report.status === 'ok' && report.places.some(test);

const SIZE: ReadonlySet<PlaceReport['rule']> = new Set(['too-large', 'too-aligned', 'non-constant-size']);

export const claims: Readonly<Record<string, Claim>> = {
  'new-is-heap': {
    refutedBy: (report) => some(report, (p) => p.name.startsWith('new(') && onStack(p)),
    belief: 'new-means-heap',
  },
  'address-is-heap': {
    refutedBy: (report) => some(report, (p) => p.kind === 'variable' && p.addressTaken && onStack(p)),
    belief: 'address-means-heap',
  },
  'literal-address-is-heap': {
    refutedBy: (report) => some(report, (p) => p.name.startsWith('&') && onStack(p)),
    belief: 'address-means-heap',
  },
  'parameter-by-value-stays': {
    refutedBy: (report) => some(report, (p) => p.kind === 'parameter' && onHeap(p)),
    belief: 'values-never-move',
  },
  'local-stays': {
    refutedBy: (report) => some(report, (p) => p.kind === 'variable' && onHeap(p)),
    belief: 'locals-always-stay',
  },
  'closure-is-heap': {
    refutedBy: (report) => some(report, (p) => p.name === 'func literal' && onStack(p)),
    belief: 'closures-allocate',
  },
  'slice-is-heap': {
    refutedBy: (report) => some(report, (p) => (p.name.startsWith('make([]') || p.name.startsWith('[]')) && onStack(p)),
    belief: 'slices-on-heap',
  },
  'map-is-heap': {
    refutedBy: (report) =>
      some(report, (p) => (p.name.startsWith('make(map') || p.name.startsWith('map[')) && onStack(p)),
    belief: 'slices-on-heap',
  },
  'small-make-stays': {
    refutedBy: (report) => some(report, (p) => p.name.startsWith('make([]') && onHeap(p)),
    belief: 'small-make-stays',
  },
  'variable-make-is-heap': {
    refutedBy: (report) => some(report, (p) => /^make\(\[\][^,]*, [a-z_]\w*/i.test(p.name) && onStack(p)),
    belief: 'variable-make-heap',
  },
  'leaking-is-heap': {
    refutedBy: (report) =>
      some(
        report,
        (p) => p.kind === 'parameter' && onStack(p) && p.says.some((line) => line.includes('leaking param')),
      ),
    belief: 'leaking-means-heap',
  },
  'boxing-is-heap': {
    refutedBy: (report) =>
      report.status === 'ok' &&
      report.says.some((line) => /: (?!.*(make|new|literal|argument|&|\{))[^ ]+ does not escape$/.test(line)),
    belief: 'interfaces-allocate',
  },
  'stored-in-local-slice-stays': {
    refutedBy: (report) =>
      some(report, (p) => p.kind === 'variable' && onHeap(p)) &&
      some(report, (p) => (p.name.startsWith('make([]*') || p.name.startsWith('[]*')) && onStack(p)),
    belief: 'local-container-local',
  },
  'pointer-in-slice-is-heap': {
    refutedBy: (report) =>
      some(report, (p) => p.name.startsWith('[]*') && onStack(p)) &&
      some(report, (p) => p.kind === 'variable' && p.addressTaken && onStack(p)) &&
      !some(report, (p) => p.kind === 'variable' && onHeap(p)),
    belief: 'old-lists-hold',
  },
  'byte-conversion-copies': {
    refutedBy: (report) => report.status === 'ok' && report.says.some((line) => line.includes('zero-copy')),
    belief: 'bytes-always-copies',
  },
  'returned-address-is-heap': {
    refutedBy: (report) => some(report, (p) => onStack(p) && p.steps.some(({ flow }) => /^~r\d+ ← &/.test(flow))),
    shownBy: (report) => some(report, (p) => p.kind === 'variable' && onHeap(p) && p.rule === 'outlives-result'),
    belief: 'locals-always-stay',
  },
  'silent-stays': {
    refutedBy: (report) =>
      some(report, (p) => p.kind === 'variable' && onHeap(p) && !p.addressTaken && !SIZE.has(p.rule)),
    shownBy: (report) => some(report, (p) => p.kind === 'variable' && onStack(p) && !p.addressTaken),
    belief: 'decided-while-running',
  },
};
