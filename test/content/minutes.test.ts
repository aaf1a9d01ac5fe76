/** The minutes that a lesson states are reckoned, not wished for; what is left of it follows the learner's own answers. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { course } from '../../src/components/build/content.ts';
import { reckonLesson } from '../../src/components/build/minutes.ts';
import { minutesLeft, minutesOf, reckon } from '../../src/course/minutes.ts';
import { makeLog } from '../../src/course/progress/log.ts';
import { itemStates } from '../../src/course/progress/state.ts';

function stated(lesson: string, language: string): number {
  const path = `../../src/content/lessons/${language}/${lesson}.mdx`;
  return Number(/^minutes: (\d+)$/m.exec(readFileSync(new URL(path, import.meta.url), 'utf8'))?.[1]);
}

test.each([...course.lessons.keys()])('%s states the minutes that it is reckoned to take', (lesson) => {
  const minutes = minutesOf(reckonLesson(lesson));
  expect(Math.abs(stated(lesson, 'en') - minutes), `${minutes.toFixed(1)} reckoned`).toBeLessThanOrEqual(1.5);
  expect(stated(lesson, 'zh-cn')).toBe(stated(lesson, 'en'));
});

test('words, lines and questions add up', () => {
  expect(reckon(320, 80, ['choice', 'fix-it'])).toEqual({ reading: 4, seconds: [50, 150] });
  expect(minutesOf(reckon(320, 80, ['number', 'number']))).toBe(6);
});

const items = ['l/a', 'l/b', 'l/c', 'l/d', 'l/e'];
const outline = { pack: 'p', lesson: 'l', items };
const usual = { reading: 10, seconds: [60, 60, 60, 60, 120] };

/** Seconds that each answer took, in the order of the items. */
function left(...seconds: readonly number[]): number | undefined {
  const records = seconds.map((each, index) => ({
    schema: 2,
    id: `r${index}`,
    pack: 'p',
    lesson: 'l',
    item: items[index]!,
    revision: 1,
    seed: 0,
    programHash: '',
    answer: null,
    score: 1,
    misconceptions: [],
    confidence: 'sure',
    hints: 0,
    gaveUp: false,
    durationMs: each * 1000,
    attempt: 1,
    occasion: 'lesson',
    at: index,
    engineVersion: '1',
    goVersion: '1.26',
  }));
  return minutesLeft(itemStates(makeLog(records)), outline, usual);
}

test.each([
  ['too few answers say nothing', [60, 60], undefined],
  // Two of five questions are left: two fifths of the reading, and three minutes of answers.
  ['as usual', [60, 60, 60], 7],
  ['half as long', [30, 30, 30], 5.5],
  ['twice as long', [120, 120, 120], 10],
  ['one long answer is no pace', [60, 60, 5000], 7],
  ['whoever is away all the time is not slower than a quarter of an hour', [5000, 5000, 5000], 49],
  ['nothing is left', [60, 60, 60, 60, 60], undefined],
])('%s', (_, seconds, expected) => expect(left(...seconds)).toEqual(expected));
