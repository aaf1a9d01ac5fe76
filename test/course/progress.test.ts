import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../../src/course/json.ts';
import { emptyLog, exportLog, importLog, makeLog, mergeLogs } from '../../src/course/progress/log.ts';
import { type AnswerRecord, builtInPack } from '../../src/course/progress/record.ts';
import {
  beforeAndNow,
  itemStates,
  lessonState,
  openLesson,
  skippableLessons,
} from '../../src/course/progress/state.ts';
import { entriesBeyond } from '../../src/course/progress/stored.ts';
import { dueAt, dueItems, nextDue } from '../../src/course/review/schedule.ts';

const day = 86_400_000;

/** `lesson/item@day[:occasion] score [confidence]`, as in `a/q1@3:review 0.5 sure`. */
function record(text: string): AnswerRecord {
  const [, lesson, item, at, occasion, score, confidence] =
    /^(\w+)\/(\w+)@([\d.]+)(?::([\w-]+))? ([\d.]+)(?: (\w+))?$/.exec(text)!;
  return {
    schema: 2,
    id: text,
    pack: 'p',
    lesson: lesson!,
    item: item!,
    revision: 1,
    seed: 0,
    programHash: '',
    answer: null,
    score: Number(score),
    misconceptions: [],
    confidence: (confidence ?? 'think') as AnswerRecord['confidence'],
    hints: 0,
    gaveUp: confidence === 'gaveup',
    durationMs: 1000,
    attempt: 1,
    occasion: (occasion ?? 'lesson') as AnswerRecord['occasion'],
    at: Number(at) * day,
    engineVersion: '1',
    goVersion: '1.26',
  };
}

const log = (...texts: string[]) => makeLog(texts.map((text) => record(text) as unknown as Json));
const states = (...texts: string[]) => itemStates(log(...texts));

describe('the log', () => {
  const a = log('a/q1@1 1', 'a/q2@2 0');
  const b = log('a/q2@2 0', 'b/q3@3 1');
  it('merges in any order, any number of times', () => {
    expect(mergeLogs(a, b)).toEqual(mergeLogs(b, a));
    expect(mergeLogs(mergeLogs(a, b), b)).toEqual(mergeLogs(a, b));
    expect(mergeLogs(a, b).records.map((each) => each.item)).toEqual(['q1', 'q2', 'q3']);
  });
  it('comes back whole from an export file', () => {
    const result = importLog(emptyLog, exportLog(a));
    expect(result).toEqual({ ok: true, log: a, added: 2, unread: 0 });
  });
  it('of two devices merge in either order, whatever was damaged on them', () => {
    const one = makeLog([record('a/q1@1 1'), record('a/q2@2 0'), 'torn'] as unknown as Json[]);
    const two = makeLog([record('a/q2@2 0'), record('b/q3@1.5 1'), { schema: 99 }] as unknown as Json[]);
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      const result = importLog(here, exportLog(there));
      expect(result.ok && result.log.records.map(({ item }) => item)).toEqual(['q1', 'q3', 'q2']);
      expect(result.ok && result.log.unread).toHaveLength(2);
    }
  });
  it('keeps what it cannot read', () => {
    const strange = makeLog([{ schema: 99, brandNew: true }, 'garbage', record('a/q1@1 1') as unknown as Json]);
    expect(strange.unread.map((each) => each.reason)).toEqual(['newer schema', 'damaged']);
    const again = importLog(emptyLog, exportLog(strange));
    expect(again.ok && again.log).toEqual(strange);
  });
  for (const [text, problem] of [
    ['{', 'not JSON'],
    ['[]', 'not a progress file'],
    ['{"kind":"stack-or-heap-progress","schema":2,"records":[]}', 'written by a newer version'],
  ]) {
    it(`refuses ${text} and loses nothing`, () => expect(importLog(a, text!)).toEqual({ ok: false, problem }));
  }
});

it('answers to the course are kept under the id of its manifest', () => {
  const manifest = readFileSync(new URL('../../src/content/pack.yaml', import.meta.url), 'utf8');
  expect((parse(manifest) as { id: string }).id).toBe(builtInPack);
});

describe('an entry of schema 1', () => {
  const first = (change: object = {}): Json => ({
    ...(record('a/q1@1 1 guess') as unknown as { [key: string]: Json }),
    schema: 1,
    ...change,
  });
  const read = (raw: Json) => makeLog([raw]).records[0]!;

  it('keeps its confidence, but on the home page nobody was asked', () => {
    expect(read(first()).confidence).toBe('guess');
    expect(read(first({ occasion: 'home' })).confidence).toBeNull();
  });
  it('is the same answer before and after: no device keeps it twice', () => {
    const merged = mergeLogs(makeLog([first()]), makeLog([read(first()) as unknown as Json]));
    expect(merged.records).toHaveLength(1);
    expect(entriesBeyond(merged, makeLog([first()]))).toEqual([]);
  });
  it('that is damaged is kept as it was', () => {
    const damaged = first({ score: 'high' });
    expect(makeLog([damaged]).unread).toEqual([{ reason: 'damaged', raw: damaged }]);
  });
  it('comes out of an export file readable', () => {
    const again = importLog(emptyLog, exportLog(makeLog([first()])));
    expect(again).toMatchObject({ ok: true, added: 1, unread: 0 });
  });
});

describe('a lesson', () => {
  const outline = { pack: 'p', lesson: 'a', items: ['q1', 'q2'] };
  const check = (texts: string[], expected: object) =>
    expect(lessonState(states(...texts), outline)).toMatchObject(expected);
  it('is untouched, open, done', () => {
    check([], { status: 'untouched', next: 'q1' });
    check(['a/q1@1 1'], { status: 'open', next: 'q2', answered: 1 });
    check(['a/q1@1 1', 'a/q2@1 0.5'], { status: 'done', next: null, score: 0.75 });
  });
  it('is not done by an entry check or a pre-question', () => {
    check(['a/q1@1:entry-check 1', 'a/q2@1:pre-question 1'], { status: 'untouched' });
    expect(skippableLessons(states('a/q1@1:entry-check 1', 'b/q9@1:entry-check 0'))).toEqual(new Set(['p/a']));
  });
  it('is not begun by a review, but its credit may grow by one', () => {
    check(['a/q1@1:entry-check 0', 'a/q1@2:review 1'], { status: 'untouched', next: 'q1' });
    check(['a/q1@1 0', 'a/q1@2:review 1'], { status: 'open', answered: 1, score: 0.5 });
    expect(openLesson(log('a/q1@1:entry-check 0', 'a/q1@2:review 1'), [outline])).toBeNull();
  });
  it('keeps what was answered when the content changes', () => {
    const edited = { ...outline, items: ['q0', 'q2'] };
    expect(lessonState(states('a/q1@1 1', 'a/q2@1 1'), edited)).toMatchObject({
      answered: 1,
      next: 'q0',
      status: 'open',
    });
  });
  it('that was left open is found again', () => {
    expect(openLesson(log('a/q1@1 1', 'b/q9@2 1'), [outline, { pack: 'p', lesson: 'b', items: ['q9'] }])).toBe(outline);
  });
  it('shows before and now', () => {
    const pairs = beforeAndNow(states('a/q1@1:pre-question 0', 'a/q1@2 1'));
    expect(pairs.map((pair) => [pair.before.score, pair.now.score])).toEqual([[0, 1]]);
  });
});

describe('review', () => {
  const due = (texts: string[], now: number) =>
    dueItems(states(...texts).values(), now * day).map((each) => `${each.state.item}:${each.need}`);
  it('comes back after 1, 7, 30 days of right answers and 1 day after a miss', () => {
    const gap = (...texts: string[]) => {
      const state = [...states(...texts).values()][0]!;
      return (dueAt(state) - state.last.at) / day;
    };
    expect(gap('a/q1@1 0')).toBe(1);
    expect(gap('a/q1@1 1')).toBe(1);
    expect(gap('a/q1@1 1', 'a/q1@2 1')).toBe(7);
    expect(gap('a/q1@1 1', 'a/q1@2 1', 'a/q1@9 1')).toBe(30);
    expect(gap('a/q1@1 1', 'a/q1@2 1', 'a/q1@9 0')).toBe(1);
  });
  it('is not moved on by cramming on one day', () => {
    const state = [...states('a/q1@1 1', 'a/q1@1.1 1', 'a/q1@1.2 1').values()][0]!;
    expect(dueAt(state) - state.last.at).toBe(day);
  });
  it('asks sure misses first', () => {
    expect(due(['a/q1@1 1', 'a/q2@1 0', 'a/q3@1 0 sure', 'a/q4@1 0 gaveup', 'a/q5@1 1 guess'], 5)).toEqual([
      'q3:sure miss',
      'q4:given up',
      'q2:miss',
      'q5:unsure',
      'q1:due',
    ]);
  });
  it('interleaves lessons', () => {
    expect(due(['a/q1@1 0', 'a/q2@1.1 0', 'b/q3@1.2 0', 'b/q4@1.3 0'], 5).map((each) => each.slice(0, 2))).toEqual([
      'q1',
      'q3',
      'q2',
      'q4',
    ]);
  });
  it('says when the next item comes', () => {
    expect(nextDue(states('a/q1@1 1', 'a/q2@1.5 1').values(), 1.6 * day)).toEqual({ at: 2 * day, items: 2 });
    expect(nextDue([], 0)).toBeNull();
  });
});
