/** Laws of the stack models: pointers follow a move, a uintptr does not, segments thrash where copying does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BadInput,
  call,
  type Goroutine,
  growths,
  loopCost,
  makeStackConfig,
  newGoroutine,
  parseFrames,
  prologueOf,
  ret,
  StackAlloc,
  StackOverflow,
  StackRun,
  shrink,
  stackHistory,
} from '../../src/runtime/index.ts';

const now = makeStackConfig('1.26');
let places = 0;
const place = (size: number): number => 0x100000 * ++places * Math.max(1, size >> 20);

test('after a move pointers and saved frame pointers point into the new stack, a uintptr into the old one', () => {
  let g: Goroutine = newGoroutine(now, 0x10000);
  const locals = [
    { name: 'x', kind: 'value' as const, value: 42 },
    { name: 'p', kind: 'pointer' as const, value: 'x' },
    { name: 'u', kind: 'uintptr' as const, value: 'x' },
  ];
  ({ g } = call(now, g, 'main', 64, locals, place));
  const before = g.frames[0]!.slots;
  const result = call(now, g, 'deep', 3000, [{ name: 'q', kind: 'pointer', value: 'main.x' }], place);
  expect(result.moves.length).toBe(1);
  const after = result.g.frames[0]!.slots;
  const find = (slots: typeof after, name: string) => slots.find((slot) => slot.name === name)!;
  expect(find(after, 'p').value).toBe(find(after, 'x').address);
  expect(find(after, 'u').value).toBe(find(before, 'x').address);
  expect(find(result.g.frames[1]!.slots, 'q').value).toBe(find(after, 'x').address);
  expect(result.moves[0]!.adjustments.map(({ slot, result: r }) => `${slot} ${r}`)).toEqual(['p adjusted', 'u stale']);
  // The distance to the high end does not change.
  expect(result.g.hi - find(after, 'x').address).toBe(g.hi - find(before, 'x').address);
});

test('frames lie one below the other, and the frame model agrees with the number model', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 900 }), { maxLength: 40 }), (words) => {
      let g = newGoroutine(now, 0x40000);
      const run = new StackRun(now);
      for (const frame of words.map((n) => n * 8)) {
        const growth = run.call(frame);
        const result = call(now, g, 'f', frame, [], place);
        g = result.g;
        expect(result.moves.map(({ from, to, copiedBytes }) => ({ from, to, copiedBytes }))).toEqual(
          growth ? [{ from: growth.from, to: growth.to, copiedBytes: growth.copiedBytes }] : [],
        );
      }
      expect([g.hi - g.lo, g.used]).toEqual([run.size, run.used]);
      expect(g.frames.slice(1).map(({ high }) => high)).toEqual(g.frames.slice(0, -1).map(({ low }) => low));
      for (const frame of g.frames) expect(frame.low).toBeGreaterThanOrEqual(g.lo);
      while (g.frames.length > 0) g = ret(now, g);
      expect(g.used).toBe(now.rootBytes);
      const small = shrink(now, g, place).g;
      expect(small.hi - small.lo).toBe(Math.max(2048, run.size / 2));
    }),
    { numRuns: 80, seed: 3 },
  );
});

test('the biggest stack is 512 MiB: the next doubling is above the limit', () => {
  const found: number[] = [];
  expect(() => {
    for (const growth of growths(now, [{ frame: 1 << 16, times: 1_000_000 }])) found.push(growth.to);
  }).toThrow(StackOverflow);
  expect(found.at(-1)).toBe(512 << 20);
});

describe('the hot split', () => {
  const old = makeStackConfig('1.2');
  const edge = [{ frame: 64, times: 108 }];

  test('a loop at the edge of a segment links one on every turn; copying does it once at most', () => {
    const below = Array.from({ length: 108 }, () => 64);
    expect([...growths(now, edge)].length).toBeGreaterThan(0);
    const costs = Array.from({ length: 40 }, (_, i) => loopCost(old, [...below, i * 8], 64, 1000).allocations);
    expect(Math.max(...costs)).toBe(1000);
    expect(Math.min(...costs)).toBe(0);
    for (let i = 0; i < 40; i++) expect(loopCost(now, [...below, i * 8], 64, 1000).allocations).toBeLessThanOrEqual(1);
  });
});

test('stacks from the pool: sixteen of 2 KiB in a span, taken eight at a time', () => {
  const stacks = new StackAlloc(now);
  const all = Array.from({ length: 33 }, () => stacks.alloc(2048));
  expect(stacks.inUseBytes).toBe(3 * 32768);
  expect(stacks.refills).toBe(5);
  expect(new Set(all.map(({ span, piece }) => `${span} ${piece}`)).size).toBe(33);
  for (const one of all) stacks.free(one);
  stacks.endCollection();
  expect(stacks.inUseBytes).toBe(0);
});

test('large stacks freed during a collection are kept until it ends', () => {
  const stacks = new StackAlloc(now);
  const big = stacks.alloc(65536);
  stacks.collecting = true;
  stacks.free(big);
  expect(stacks.inUseBytes).toBe(65536);
  expect(stacks.alloc(65536)).toEqual(big);
  stacks.free(big);
  stacks.endCollection();
  expect(stacks.inUseBytes).toBe(0);
});

test('the history has an era for every change of rules, those before 1.13 marked as models', () => {
  const eras = stackHistory();
  expect(eras.map(({ from, to, status }) => `${from}-${to} ${status}`)).toEqual([
    '1.2-1.2 model',
    '1.3-1.3 model',
    '1.4-1.4 model',
    '1.13-1.13 run',
    '1.14-1.14 run',
    '1.15-1.16 run',
    '1.17-1.18 run',
    '1.19-1.27 run',
  ]);
});

test('frames are read as written, or refused', () => {
  expect(parseFrames(now, '48, 24,32x3')).toEqual([
    { frame: 48, times: 1 },
    { frame: 24, times: 1 },
    { frame: 32, times: 3 },
  ]);
  for (const text of ['', 'a', '8x', '-8', '1e3', `${2 ** 31}`]) expect(() => parseFrames(now, text)).toThrow(BadInput);
  expect(() => prologueOf(now, { frame: Number.NaN, leaf: false })).toThrow(BadInput);
});
