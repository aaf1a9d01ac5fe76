/**
 * Every number in the prose of a lesson comes from somewhere: a constant of the models, a program that the lesson shows or
 * asks about, what such a program printed, a key of the lesson, a recorded change. What comes from nowhere fails here,
 * unless it is listed below with the reason.
 */
import { expect, test } from 'vitest';
import { lessonsWithQuestions, outline, programs, questionsOf } from '../../src/components/build/content.ts';
import { pose } from '../../src/components/build/pose.ts';
import { changes } from '../../src/components/build/teaching.ts';
import recorded from '../../src/content/recorded.json' with { type: 'json' };
import { isFixFunction, isPlaced, programOf } from '../../src/course/kinds/schemas.ts';
import { makeConfig, makeStackConfig, nosplitBytes } from '../../src/runtime/index.ts';
import { lessonText } from './text.ts';

/** Numbers from elsewhere, each with where it comes from. */
const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  interfaces: { '256': 'runtime/iface.go, convT64: the table of small values' },
  inlining: { '57': 'cmd/compile/internal/inline, inlineExtraCallCost' },
  slots: { '15': 'the test below', '7': 'the test below', '6': 'the test below' },
  classes: { '96': 'runtime-prose.test.ts: rounding' },
  tiny: { '20': 'runtime/malloc.go, the comment on the tiny allocator; quoted as what old posts say' },
};

const digits = (text: string): string[] =>
  [...text.matchAll(/(?<![\w.,])\d[\d,]*(?:\.\d+)?/g)].map(([all]) => all.replaceAll(',', '').replace(/\.$/, ''));

/** The constants below a value, without its tables; bytes also as KiB and MiB. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value, value / 2 ** 10, value / 2 ** 20];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(numbersIn);
}

const stacks = ['1.2', '1.4', '1.13', '1.26'].map((go) => makeStackConfig(go));
const heap = makeConfig('1.26');
const modelled = new Set(
  [
    ...stacks.flatMap(numbersIn),
    ...numbersIn(heap),
    ...stacks.map(nosplitBytes),
    heap.classes.size.length - 1,
    heap.classes.size[1]!,
    (heap.growPages * heap.pageSize) / 2 ** 20,
  ].map(String),
);

/** What the reader sees, without code, names of releases and ordinals of lists. */
function prose(lesson: string): string {
  return lessonText(lesson)
    .replace(/`[^`]*`/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/^\d+\. /gm, '')
    .replace(/\b(?:Go|since|until|up to|under|to|In|In Go|Since|Up to|Until|and|of Go|or) 1\.\d+(?:\.\d+)?/gi, ' ')
    .replace(/\b1\.\d+\b/g, ' ');
}

async function known(lesson: string): Promise<Set<string>> {
  const asked = questionsOf(lesson).filter(({ question }) => !isFixFunction(question));
  const shown = [...lessonText(lesson).matchAll(/ program="([\w-]+)"/g)].map((match) => match[1]!);
  const names = [...shown, ...asked.flatMap(({ question }) => programOf(question) ?? [])];
  const texts = names.flatMap((name) => [
    programs.get(name) ?? '',
    ...Object.values((recorded as Record<string, Record<string, string>>)[name] ?? {}),
  ]);
  const keys = await Promise.all(
    asked.flatMap((entry) => (isPlaced(entry.question) ? [] : [pose(entry, 'en').then(({ key }) => key.truth)])),
  );
  const tasks = asked.map(({ question }) =>
    JSON.stringify({ ...question, id: undefined, revision: undefined, lures: undefined }),
  );
  const quoted = Object.values(changes()).flatMap(({ was, is, en }) => [was.says, is.says, en]);
  return new Set([...texts, ...keys.flat(), ...tasks, ...quoted].flatMap((text) => digits(text)));
}

const lessons = outline('en').flatMap((module) => module.lessons.map(({ id }) => id));
test.each(lessons)('%s: every number has its source', async (lesson) => {
  const sources = await known(lesson);
  const explained = EXPLAINED[lesson] ?? {};
  const numbers = [...new Set(digits(prose(lesson)))].filter((each) => Number(each) > 2);
  expect(numbers.filter((each) => !modelled.has(each) && !sources.has(each) && !(each in explained))).toEqual([]);
  expect(Object.keys(explained).filter((each) => !numbers.includes(each))).toEqual([]);
});

test('the gaps of the fragmentation example', () => {
  const objects = [5, 5, 5];
  const memory = 17;
  const used = objects.reduce((sum, size) => sum + size, 0);
  const gaps = [objects[1]!, memory - used];
  const free = gaps[0]! + gaps[1]!;
  const text = prose('slots').replace(/\s+/g, ' ');
  expect(text).toContain(`Take ${memory} bytes. Three objects of ${objects[0]} bytes lie in the first ${used}`);
  expect(text).toContain(`${free} bytes are free now, ${gaps[0]} in the middle and ${gaps[1]} at the end`);
  expect(text).toContain('A request for 6 fails');
  expect(6 <= free && Math.max(...gaps) < 6).toBe(true);
});

test('a number from nowhere is found', async () => {
  expect(digits('It takes 1,377 bytes.').every((each) => !modelled.has(each))).toBe(true);
  expect(await known('slots')).not.toContain('1377');
});

test('no lesson is left out', () => {
  expect(lessonsWithQuestions()).toEqual(expect.arrayContaining(lessons));
});
