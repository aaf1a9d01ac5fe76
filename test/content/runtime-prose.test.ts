/** Numbers in the prose about the running program are the models' numbers: a constant that moves makes its sentence fail. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  growths,
  makeConfig,
  makeStackConfig,
  nosplitBytes,
  objectsPerSpan,
  placementOf,
  prologueOf,
} from '../../src/runtime/index.ts';

const content = new URL('../../src/content/', import.meta.url);
const number = (value: number): string => value.toLocaleString('en');

/** Lesson and questions as one text, line ends as spaces. */
function textOf(lesson: string): string {
  const files = [`lessons/en/${lesson}.mdx`, `questions/${lesson}.en.yaml`];
  return files
    .map((file) => readFileSync(new URL(file, content), 'utf8'))
    .join('\n')
    .replace(/\s+/g, ' ');
}

const now = makeStackConfig('1.26');
const old = makeStackConfig('1.2');
const heap = makeConfig('1.26');

/** The last stack of a recursion without end. */
function largestStack(): number {
  let largest = 0;
  try {
    for (const growth of growths(now, [{ frame: 1 << 16, times: 1_000_000 }])) largest = growth.to;
  } catch {
    // The limit: what came before it is the largest.
  }
  return largest;
}

test.each([
  ['prologue', `starts with ${number(now.stackMin)} bytes`],
  ['prologue', `last ${now.stackGuard} of them`],
  ['prologue', `Up to ${now.stackSmall} bytes may reach below the guard`],
  ['prologue', `The limit is ${number(now.stackBig)}.`],
  ['prologue', `${216 - now.stackSmall} bytes more than a frame may dip`],
  ['prologue', `The limit for it is ${now.leafLimit}, exclusive`],
  ['prologue', `Then the limit is ${now.panicLeafLimit}, exclusive`],
  ['prologue', `${now.rootBytes} bytes are in use before the first function`],
  ['prologue', `“The guard is ${makeStackConfig('1.13').stackGuard} bytes.” That was Go 1.13`],
  ['hot-split', `first segment larger, ${old.stackMin / 1024} KiB instead of 4`],
  ['hot-split', `the first piece of a stack has ${old.stackMin / 1024} KiB`],
  ['hot-split', `the first size is ${makeStackConfig('1.4').stackMin / 1024} KiB`],
  [
    'hot-split',
    `13 frames of ${600 + old.callBytes} bytes, return address included, and ${old.rootBytes} bytes before them`,
  ],
  ['shrinking', `a reserve of ${nosplitBytes(now)} bytes`],
  ['shrinking', `Used plus ${nosplitBytes(now)} bytes must be below a quarter`],
  ['shrinking', `The limit is ${number(now.maxStack)} bytes`],
  ['shrinking', `the largest one that exists has ${largestStack() / 2 ** 20} MiB`],
  [
    'shrinking',
    `${248 + nosplitBytes(now)} bytes are not below ${number(4096 / now.shrinkDivisor)}`.replace('1048', number(1048)),
  ],
  ['shrinking', `${number(7600 + nosplitBytes(now))} is more than a quarter`],
])('%s: “%s”', (lesson, sentence) => {
  expect(textOf(lesson)).toContain(sentence);
});

test('112 bytes with a panic go without a check, as the lesson says', () => {
  expect(prologueOf(now, { frame: 112, leaf: true, panics: true })).toBe('none');
  expect(textOf('prologue')).toContain('112 bytes would have gone without a check');
});

test('the models that the prose leans on are those of the reference version', () => {
  expect(objectsPerSpan(heap, 2, false)).toBe(504);
  expect(placementOf(heap, 1024, true).slotBytes).toBe(1152);
});
