/** The three commands: shapes of their answers, long inputs, and what they say to bad ones. */
import { describe, expect, test } from 'vitest';
import { alloc } from '../../src/cli/alloc.ts';
import { UsageError } from '../../src/cli/command.ts';
import { prologue } from '../../src/cli/prologue.ts';
import { stack } from '../../src/cli/stack.ts';
import { runCommand } from './terminal.ts';

describe('alloc', () => {
  test('one JSON line for each size, in order', async () => {
    const { status, out } = await runCommand(alloc, ['--json', '0', '8', '3', '513p', '32761']);
    expect(status).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        size: 0,
        pointers: false,
        path: 'zero',
        class: 0,
        slotBytes: 0,
        headerBytes: 0,
        wasteBytes: 0,
        span: null,
        offset: null,
      },
      {
        size: 8,
        pointers: false,
        path: 'tiny',
        class: 2,
        slotBytes: 16,
        headerBytes: 0,
        wasteBytes: 8,
        span: 0,
        offset: 0,
      },
      {
        size: 3,
        pointers: false,
        path: 'tiny',
        class: 2,
        slotBytes: 16,
        headerBytes: 0,
        wasteBytes: 13,
        span: 0,
        offset: 8,
      },
      {
        size: 513,
        pointers: true,
        path: 'small',
        class: 27,
        slotBytes: 576,
        headerBytes: 8,
        wasteBytes: 55,
        span: 1,
        offset: 8,
      },
      {
        size: 32761,
        pointers: false,
        path: 'large',
        class: 0,
        slotBytes: 32768,
        headerBytes: 0,
        wasteBytes: 7,
        span: 2,
        offset: 0,
      },
    ]);
  });

  test('a million lines from standard input, each answered in its place', async () => {
    function* sizes(): Generator<string> {
      for (let i = 0; i < 1_000_000; i++) yield `${(i * 31) % 3000}${i % 3 === 0 ? 'p' : ''}`;
    }
    const { status, out } = await runCommand(alloc, ['--json', '-'], sizes());
    expect(status).toBe(0);
    expect(out.length).toBe(1_000_000);
    for (const i of [0, 1, 500_000, 999_999])
      expect(JSON.parse(out[i]!)).toMatchObject({ size: (i * 31) % 3000, pointers: i % 3 === 0 });
  });

  test('64 GiB, many times over', async () => {
    const size = 64 * 2 ** 30;
    const { out } = await runCommand(
      alloc,
      ['--json', '-'],
      Array.from({ length: 5000 }, () => String(size)),
    );
    expect(out.length).toBe(5000);
    expect(JSON.parse(out.at(-1)!)).toMatchObject({ path: 'large', slotBytes: size, span: 4999 });
  });

  test('a bad line keeps its place and its error', async () => {
    const { status, out, err } = await runCommand(alloc, ['--json', '-'], ['8', '-1', 'x', '16']);
    expect(status).toBe(2);
    expect(out.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['size', 'error', 'error', 'size']);
    expect(err).toContain('line 2: size -1 is negative');
  });
});

describe('stack', () => {
  test('one line for each call that grows', async () => {
    const { status, out } = await runCommand(stack, ['--json', '--frames', '48,24,32x2000']);
    expect(status).toBe(0);
    expect(out.slice(0, 2).map((line) => JSON.parse(line))).toEqual([
      { depth: 28, from: 2048, to: 4096, copiedBytes: 1128 },
      { depth: 79, from: 4096, to: 8192, copiedBytes: 3168 },
    ]);
  });

  test('nothing where nothing grows', async () => {
    expect(await runCommand(stack, ['--frames', '48,24'])).toEqual({ status: 0, out: [], err: '' });
  });

  test('a million frames', async () => {
    const { out } = await runCommand(stack, ['--json', '--frames', '24x1000000']);
    expect(JSON.parse(out.at(-1)!).to).toBe(2 ** 25);
  });

  test('an overflow is said, behind the growths before it', async () => {
    const { status, out } = await runCommand(stack, ['--json', '--frames', '4096x1000000000']);
    expect(JSON.parse(out.at(-1)!).to).toBe(2 ** 29);
    expect(status).toBeInstanceOf(UsageError);
    expect(String(status)).toMatch(/stack overflow at depth \d+/);
  });
});

describe('prologue', () => {
  test.each([
    [['--frame', '120', '--leaf'], ['none']],
    [
      ['--frame', '120', '--leaf', '--panics'],
      ['small', 'CMPQ SP, 16(R14)', 'JLS morestack'],
    ],
    [
      ['--frame', '136'],
      ['big', 'LEAQ -8(SP), R12', 'CMPQ R12, 16(R14)', 'JLS morestack'],
    ],
    [
      ['--frame', '4104', '--leaf'],
      ['huge', 'MOVQ SP, R12', 'SUBQ $3976, R12', 'JCS morestack', 'CMPQ R12, 16(R14)', 'JLS morestack'],
    ],
  ])('%j', async (args, expected) => {
    expect((await runCommand(prologue, args)).out).toEqual(expected);
  });

  test('a batch gives a word a line', async () => {
    const lines = [
      '{"frame":0,"leaf":true,"panics":false}',
      '{"frame":0,"leaf":false}',
      '{"frame":-8}',
      'no JSON',
      '{"frame":5000}',
    ];
    const { status, out } = await runCommand(prologue, ['--batch'], lines);
    expect(status).toBe(2);
    expect(out).toEqual(['none', 'small', 'error', 'error', 'huge']);
  });
});

test.each([
  [alloc, ['-5'], 'size -5 is negative'],
  [alloc, ['NaN'], 'size "NaN" is not a whole number'],
  [alloc, ['1.5'], 'is not a whole number'],
  [alloc, ['999999999999999999999'], 'above the limit'],
  [alloc, ['--go', '1.12', '8'], 'unknown Go version "1.12"'],
  [alloc, ['--go', 'latest', '8'], 'unknown Go version'],
  [alloc, [], 'no sizes given'],
  [alloc, ['--wide', '8'], 'unknown option --wide'],
  [stack, ['--frames', '48,,32'], 'is not a size'],
  [stack, ['--frames', '-8'], 'frame -8 is negative'],
  [stack, ['--frames', '2000000000'], 'above the limit'],
  [stack, ['--frames', '8x99999999999999'], 'above the limit'],
  [stack, ['--go', '1.5', '--frames', '8'], 'unknown Go version "1.5"'],
  [stack, [], '--frames is missing'],
  [prologue, ['--frame', 'big'], 'frame "big" is not a whole number'],
  [prologue, ['--frame', '-1'], 'frame -1 is negative'],
  [prologue, ['--frame'], '--frame needs a value'],
  [prologue, ['--go', '1.2', '--frame', '8'], 'from Go 1.13 on'],
])('%# bad input is refused with a sentence', async (command, args, message) => {
  const { status } = await runCommand(command, args);
  expect(status).toBeInstanceOf(UsageError);
  expect(String(status)).toContain(message);
});
