/**
 * Counterexamples: the smallest program on which a belief is wrong, found among many by asking the engine about each.
 * What a place must be like to refute a belief stands in one table; whether it is like that, only the engine says.
 */
import type { Belief } from './beliefs.ts';
import type { PlaceReport, Report } from './report.ts';

export interface Counterexample {
  readonly text: string;
  readonly name: string;
  readonly line: number;
  readonly verdict: PlaceReport['verdict'];
  /** What the compiler prints about it. */
  readonly says: readonly string[];
}

type Refutes = (place: PlaceReport, text: string) => boolean;

const stays: Refutes = ({ verdict }) => verdict === 'stack';
const moves: Refutes = ({ verdict }) => verdict === 'heap';
const isVariable: Refutes = ({ kind }) => kind === 'variable';
const isParameter: Refutes = ({ kind }) => kind === 'parameter';
const named =
  (pattern: RegExp): Refutes =>
  ({ name }) =>
    pattern.test(name);
const within =
  (pattern: RegExp): Refutes =>
  (_place, text) =>
    pattern.test(text);
const all =
  (...tests: readonly Refutes[]): Refutes =>
  (place, text) =>
    tests.every((test) => test(place, text));
const hasAddress: Refutes = ({ addressTaken }) => addressTaken;
const isHanded: Refutes = ({ name }, text) => new RegExp(`\\w\\(&${name}\\)`).test(text);
/** Its way goes through a line right below an `if` whose condition does not hold there: the block is never entered. */
const inBranch: Refutes = ({ steps }, text) => {
  const lines = text.split('\n');
  return steps.some(({ span }) => span && /^\s*if \w+ < 0 \{$/.test(lines[span.line - 2] ?? ''));
};
const bySize: Refutes = ({ rule }) => rule === 'too-large';

export const refutes: Readonly<Partial<Record<Belief, Refutes>>> = {
  'new-means-heap': all(named(/^new\(/), stays),
  'address-means-heap': all(isVariable, hasAddress, stays),
  'pointer-means-heap': all(isVariable, hasAddress, stays, within(/\*\w+(\+\+| = |\))/)),
  'passing-means-heap': all(isVariable, isHanded, stays),
  'locals-always-stay': all(isVariable, moves, (place, text) => !bySize(place, text)),
  'values-never-move': all(isParameter, moves),
  'decided-while-running': all(isVariable, moves, inBranch),
  'branches-are-followed': all(isVariable, moves, inBranch),
  'interfaces-allocate': all(
    ({ kind }) => kind === 'allocation',
    named(/^[a-z]\w*$/),
    stays,
    within(/\bany\b|interface/),
  ),
  'closures-allocate': all(named(/^func literal$/), stays),
  'slices-on-heap': all(named(/^(make\(\[\]|\[\]|map\[|make\(map)/), stays),
  'small-make-stays': all(named(/^make\(\[\]\w+, \d{1,2}\)$/), moves),
  'variable-make-heap': all(named(/^make\(\[\]\w+, [a-z]\w*\)$/), stays),
  'leaking-means-heap': all(isParameter, stays, ({ says }) => says.some((line) => line.includes('leaking param'))),
  'stack-runs-out': all(isVariable, stays, within(/\[131072\]/)),
  'local-container-local': all(isVariable, moves, within(/(\w+\[\d\]|\*\w+) = &/)),
  'generics-static': all(isVariable, moves, hasAddress, within(/func \w+\[T /)),
  'pool-always-helps': all(({ kind }) => kind === 'allocation', moves, named(/^[a-z]\w*$/), within(/\.Put\(/)),
  'builder-always-faster': all(named(/\+/), moves),
  'locks-elided': all(isVariable, moves, within(/var \w+ sync\.Mutex/)),
  'wording-tells-type': all(isVariable, moves, (place, text) => new RegExp(`\\b${place.name} := (&|new)`).test(text)),
};

/** The smallest come first; this many are kept, so that one is at hand which is not the program just asked about. */
const KEPT = 2;
/** A longer program would need an explanation of its own. */
const MAX_LINES = 26;

export async function findCounterexamples(
  texts: Iterable<string>,
  ask: (text: string) => Promise<Report>,
): Promise<Partial<Record<Belief, readonly Counterexample[]>>> {
  const found = new Map<Belief, Counterexample[]>();
  const short = [...new Set(texts)].filter((text) => text.split('\n').length <= MAX_LINES);
  for (const text of short.sort((a, b) => a.length - b.length)) {
    const { status, places } = await ask(text);
    if (status !== 'ok') continue;
    for (const [belief, test] of Object.entries(refutes) as [Belief, Refutes][]) {
      const known = found.get(belief) ?? [];
      const place = known.length < KEPT ? places.find((each) => test(each, text)) : undefined;
      if (!place) continue;
      const { name, verdict, says, span } = place;
      found.set(belief, [...known, { text, name, verdict, says, line: span.line }]);
    }
  }
  return Object.fromEntries(found);
}
