import { describe, expect, test } from 'vitest';
import type { Belief } from '../../src/course/beliefs.ts';
import { changedLines, gradeFix } from '../../src/course/kinds/fix-it/grade.ts';
import { checkFixIt } from '../../src/course/kinds/fix-it/key.ts';
import { type FixIt, fixIt } from '../../src/course/kinds/fix-it/schema.ts';
import { findTargets } from '../../src/course/kinds/predict-placement/edited.ts';
import { feedback } from '../../src/course/kinds/predict-placement/feedback.ts';
import { type Answer, grade, type Place } from '../../src/course/kinds/predict-placement/grade.ts';
import { placementKey } from '../../src/course/kinds/predict-placement/key.ts';
import { beliefOfReason, reasonOf } from '../../src/course/kinds/predict-placement/reasons.ts';
import { type PredictPlacement, predictPlacement } from '../../src/course/kinds/predict-placement/schema.ts';
import type { PlaceReport, Report } from '../../src/course/report.ts';
import { findMark, toSpan } from '../../src/course/span.ts';

const TRUTH = {
  reason: 'returned',
  about: 'a',
  places: [
    { id: 'a', verdict: 'heap' as Place, belief: 'locals-always-stay' as Belief },
    { id: 'b', verdict: 'stack' as Place, belief: 'address-means-heap' as Belief },
  ],
};

/** `a=heap b=stack returned sure`; `gave-up` for a given-up one. */
function answer(text: string): Answer {
  const parts = text.split(' ');
  const guesses = Object.fromEntries(parts.filter((p) => p.includes('=')).map((p) => p.split('=') as [string, Place]));
  const rest = parts.filter((p) => !p.includes('='));
  return {
    guesses,
    reason: rest[0],
    confidence: rest[1] as Answer['confidence'],
    givenUp: rest.includes('gave-up'),
  };
}

describe('grade', () => {
  test.each([
    ['a=heap b=stack returned think', '2/2 right, reason right'],
    ['a=heap b=stack size think', '2/2 partly, reason wrong'],
    ['a=stack b=stack returned think', '1/2 partly, reason right, locals-always-stay'],
    ['a=stack b=heap size sure', '0/2 wrong, reason wrong, locals-always-stay, address-means-heap, sure miss'],
    ['a=heap b=stack returned sure', '2/2 right, reason right'],
    ['gave-up', '0/2 shown, reason wrong'],
  ])('%s: %s', (given, expected) => {
    const result = grade(TRUTH, answer(given));
    const said = [
      `${result.right}/${result.of} ${result.outcome}`,
      `reason ${result.reason ? 'right' : 'wrong'}`,
      ...result.beliefs,
      ...(result.sureMiss ? ['sure miss'] : []),
    ];
    expect(said.join(', ')).toBe(expected);
  });

  test.each([
    ['a=heap b=stack returned think', 1],
    ['a=heap b=stack size think', 0.75],
    ['a=heap b=heap size think', 0.25],
    ['a=stack b=stack size think', 0.5],
    ['a=stack b=heap returned think', 0],
    ['gave-up', 0],
  ])('%s: verdict and reason are scored as a pair, %d', (given, score) => {
    expect(grade(TRUTH, answer(given)).score).toBe(score);
  });

  test('opens the path of the first miss, refutes places before the reason', () => {
    const given = answer('a=heap b=heap decided-while-running think');
    const believed = { 'decided-while-running': 'decided-while-running' as Belief };
    expect(feedback(grade(TRUTH, given), given.reason, believed)).toEqual({
      open: 'b',
      refute: ['address-means-heap', 'decided-while-running'],
    });
  });
});

describe('what a wrong reason shows', () => {
  test.each([
    ['stays-inside', 'returned', 'locals-always-stay'],
    ['no-address', 'stored-outside', 'locals-always-stay'],
    ['no-address', 'stays-inside', 'address-means-heap'],
    ['returned', 'no-address', 'address-means-heap'],
    ['size', 'returned', 'stack-runs-out'],
    ['new-means-heap', 'returned', 'new-means-heap'],
    // One way out taken for another: the path shows the right one.
    ['in-loop', 'stored-outside', undefined],
    ['returned', 'returned', undefined],
  ] as const)('%s instead of %s: %s', (chosen, truth, belief) => {
    expect(beliefOfReason(chosen, truth)).toBe(belief);
  });
});

describe('reason', () => {
  test.each([
    ['outlives-result', true, 'returned'],
    ['outlives-heap', true, 'stored-outside'],
    ['outlives-loop', true, 'in-loop'],
    ['outlives-closure', true, 'captured'],
    ['too-large', false, 'size'],
    ['non-constant-size', false, 'size'],
    ['stays', true, 'stays-inside'],
    ['stays', false, 'no-address'],
  ] as const)('%s, address taken %s: %s', (rule, addressTaken, expected) => {
    expect(reasonOf({ rule, addressTaken, kind: 'variable' })).toBe(expected);
  });
});

const TEXT = 'func f() *int {\n\tn := 1\n\treturn &n\n}\n';

function placeAt(name: string, line: number, col: number, verdict: Place): PlaceReport {
  const span = { line, col, endLine: line, endCol: col + name.length };
  const rule = verdict === 'heap' ? 'outlives-result' : 'stays';
  return { name, function: 'f', kind: 'variable', span, verdict, rule, addressTaken: true, says: [], steps: [] };
}

function reportWith(...places: PlaceReport[]): Report {
  return { status: 'ok', goVersion: '1.26', places, says: [], errors: [], unsupported: null, limit: '' };
}

function question(over: Partial<PredictPlacement> = {}): PredictPlacement {
  return predictPlacement.parse({
    id: 'q',
    revision: 1,
    kind: 'predict-placement',
    program: 'p',
    places: [{ id: 'n', mark: 'n', in: 'n :=', belief: 'locals-always-stay' }],
    reason: { about: 'n', options: ['returned', 'address-means-heap', 'pointer-means-heap'] },
    ...over,
  });
}

describe('key', () => {
  test('is what the report says at the place', () => {
    const key = placementKey(question(), TEXT, reportWith(placeAt('n', 2, 2, 'heap')));
    expect([key.places[0]!.verdict, key.reason]).toEqual(['heap', 'returned']);
  });

  test.each([
    ['the place is not in the report', question(), reportWith(), 'no variable or allocation at "n", line 2'],
    [
      'the reason is not offered',
      question(),
      reportWith(placeAt('n', 2, 2, 'stack')),
      'the engine\'s reason is "stays-inside"',
    ],
    [
      'the reason is about nothing',
      question({ reason: { about: 'm', options: ['returned', 'size', 'in-loop'] } }),
      reportWith(placeAt('n', 2, 2, 'heap')),
      'no place of it',
    ],
    [
      'the engine refuses',
      question(),
      { ...reportWith(), status: 'timeout', limit: 'steps' } as Report,
      'does not answer for p: timeout: steps',
    ],
  ])('fails the build when %s', (_, asked, report, message) => {
    expect(() => placementKey(asked, TEXT, report)).toThrow(message);
  });
});

describe('marks', () => {
  test.each([
    ['n', 'n :=', '2:2-2:3'],
    ['&n', undefined, '3:9-3:11'],
  ])('%s in %s is at %s', (mark, within, expected) => {
    const { line, col, endLine, endCol } = findMark(TEXT, mark, within);
    expect(`${line}:${col}-${endLine}:${endCol}`).toBe(expected);
  });

  test('an ambiguous or missing mark is an error', () => {
    expect(() => findMark(TEXT, 'n')).toThrow('more than once');
    expect(() => findMark(TEXT, 'x')).toThrow('does not contain');
  });

  test('byte columns become UTF-16 columns', () => {
    const lines = ['\t/* 栈😀 */ n := 1'];
    const range = { file: 'f.go', line: 1, col: 16, endLine: 1, endCol: 17 };
    const span = toSpan(lines, range);
    expect(lines[0]!.slice(span.col - 1, span.endCol - 1)).toBe('n');
  });
});

describe('an edited program', () => {
  const targets = [{ id: 'n', name: 'n', function: 'f', belief: 'locals-always-stay' as Belief }];

  test('places are found again by function and name', () => {
    const found = findTargets(reportWith(placeAt('m', 2, 2, 'stack'), placeAt('n', 9, 5, 'stack')), targets);
    expect([found.places.map((p) => p.span.line), found.gone]).toEqual([[9], []]);
  });

  test('what is gone is said, not guessed', () => {
    expect(findTargets(reportWith(placeAt('m', 2, 2, 'stack')), targets)).toEqual({ places: [], gone: targets });
  });

  test.each([
    ['a\nb\nc\n', 'a\nb\nc\n', 0],
    ['a\nb\nc\n', 'a\nx\nc\n', 1],
    ['a\nb\nc\n', 'a\nc\n', 1],
    ['a\nb\n', 'a\nx\nb\ny\n', 2],
  ])('%j to %j changes %d lines', (before, after, lines) => {
    expect(changedLines(before, after)).toBe(lines);
  });

  test('the goal is reached by the verdict', () => {
    expect(gradeFix('stack', 'stack', 'a', 'b')).toEqual({ reached: true, changedLines: 1 });
    expect(gradeFix('stack', 'heap', 'a', 'a').reached).toBe(false);
  });

  test('a fix-it that has nothing to fix fails the build', () => {
    const asked: FixIt = fixIt.parse({
      id: 'q',
      revision: 1,
      kind: 'fix-it',
      program: 'p',
      places: [{ id: 'n', mark: 'n', in: 'n :=', belief: 'locals-always-stay' }],
      goal: 'stack',
    });
    expect(() => checkFixIt(asked, TEXT, reportWith(placeAt('n', 2, 2, 'stack')))).toThrow('already on the stack');
    expect(() => checkFixIt(asked, TEXT, reportWith(placeAt('n', 2, 2, 'heap')))).not.toThrow();
  });
});
