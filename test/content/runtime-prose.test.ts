/** Numbers in the prose about the running program are the models' numbers: a constant that moves makes its sentence fail. */
import { expect, test } from 'vitest';
import {
  growths,
  makeConfig,
  makeStackConfig,
  nextGoal,
  nosplitBytes,
  objectsPerSpan,
  placementOf,
  prologueOf,
} from '../../src/runtime/index.ts';
import { textOf } from './text.ts';

const number = (value: number): string => value.toLocaleString('en');

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
  ['slots', `pages of ${number(heap.pageSize)} bytes`],
  ['slots', `There are ${heap.classes.size.length - 1} sizes`],
  ['slots', `Each P keeps ${heap.pageCachePages} neighbouring pages`],
  ['slots', `Long runs, of ${heap.pageCacheLimit} pages and more`],
  ['slots', `Above ${number(heap.smallLimit)} bytes an object has no slot`],
  ['slots', `${heap.arenaBytes / 2 ** 20} MiB of addresses at a time`],
  ['slots', `maps ${(heap.growPages * heap.pageSize) / 2 ** 20} MiB at a time`],
  ['slots', `What is left makes ${objectsPerSpan(heap, 2, false)} slots`],
  ['slots', `13 pages, ${number(placementOf(heap, 100_000, false).slotBytes)} bytes`],
  ['slots', `It needs ${placementOf(heap, 200_000, false).slotBytes / heap.pageSize} pages`],
  [
    'classes',
    `${heap.classes.size.length - 1} sizes from ${heap.classes.size[1]} bytes to ${heap.classes.maxSmallSize / 1024} KiB`,
  ],
  ['classes', `Up to ${heap.heapBitsLimit} bytes that is written at the end of the span`],
  ['classes', `a header of ${heap.mallocHeaderSize} bytes`],
  ['classes', `everything above ${number(heap.smallLimit)} bytes is large`],
  ['classes', `${number(placementOf(heap, 1025, false).slotBytes)} bytes. Doubling would have wasted`],
  ['classes', `so it takes ${number(placementOf(heap, 1024, true).slotBytes)}`],
  ['classes', `One word more and it would take ${placementOf(heap, 520, true).slotBytes}`],
  ['classes', `${number(placementOf(heap, 32_769, false).slotBytes)} bytes, five pages`],
  ['tiny', `below ${heap.maxTinySize} bytes, share blocks of ${heap.maxTinySize}`],
  ['sweep', `${40 * 1.5 === nextGoal(heap, 40 * 2 ** 20, 50) / 2 ** 20 ? '40 and half of 40' : 'another goal'}`],
  ['sweep', `Below ${heap.heapMinimum / 2 ** 20} MiB none starts by itself`],
])('%s: “%s”', (lesson, sentence) => {
  expect(textOf(lesson)).toContain(sentence);
});

test('112 bytes with a panic go without a check, as the lesson says', () => {
  expect(prologueOf(now, { frame: 112, leaf: true, panics: true })).toBe('none');
  expect(textOf('prologue')).toContain('112 bytes would have gone without a check');
});

test('rounding wastes less than a sixth from 96 bytes upward, and up to a third below', () => {
  const worst = heap.classes.size.map((size, c) => (c === 0 ? 0 : (size - heap.classes.size[c - 1]! - 1) / size));
  const at = (from: number, to: number): number =>
    Math.max(...worst.filter((_, c) => heap.classes.size[c]! >= from && heap.classes.size[c]! <= to));
  expect(at(96, 32_768)).toBeLessThan(1 / 6);
  // Below 16 bytes objects share blocks; the first class that rounds is that of 24 bytes.
  expect(at(24, 80)).toBeLessThan(1 / 3);
  expect(at(24, 80)).toBeGreaterThan(0.3);
});

test('the models that the prose leans on are those of the reference version', () => {
  expect(objectsPerSpan(heap, 2, false)).toBe(504);
  expect(placementOf(heap, 1024, true).slotBytes).toBe(1152);
});
