/** Parts of the explorer that need no page: the program in an address, and two answers side by side. */
import { describe, expect, test } from 'vitest';
import { fromHash, toHash } from '../../src/components/explorer/link.ts';
import { differingLines, differingPlaces, type Side } from '../../src/course/flow/compare.ts';

describe('a program in an address', () => {
  test('comes back as it was', async () => {
    const shared = { text: 'package main\n\n// 栈 "and" heap\nfunc main() {}\n', version: '1.24', level: 2 } as const;
    const hash = await toHash(shared);
    expect(hash).toMatch(/^#1\.[\w-]+$/);
    expect(await fromHash(hash)).toEqual(shared);
  });

  test('a long program makes a short address', async () => {
    const text = `package main\n${'var x = new(int)\n'.repeat(500)}`;
    expect((await toHash({ text, version: '1.26', level: 1 })).length).toBeLessThan(500);
  });

  test('what is no program is refused, what is no link is none', async () => {
    expect(await fromHash('#places')).toBeUndefined();
    for (const bad of ['#1.', '#1.!!!', '#1.AAAA', `#1.${btoa('[1,2]')}`])
      await expect(fromHash(bad)).rejects.toThrow();
  });

  test('a text that inflates without end is refused', async () => {
    const hash = await toHash({ text: 'a'.repeat(3 << 20), version: '1.26', level: 1 });
    await expect(fromHash(hash)).rejects.toThrow('too long');
  });
});

test('lines that one side has and the other has not, repetitions counted', () => {
  expect(differingLines(['a', 'b', 'b', 'c'], ['b', 'd', 'a'])).toEqual({ left: ['b', 'c'], right: ['d'], same: 2 });
});

describe('verdicts before and after', () => {
  const place = (name: string, line: number, verdict: 'stack' | 'heap'): Side => ({
    name,
    function: 'main',
    kind: 'variable',
    verdict,
    span: { line },
  });

  test('moved lines are no change; new, gone and flipped places are', () => {
    const before = [place('x', 3, 'stack'), place('y', 4, 'heap'), place('old', 5, 'stack')];
    const after = [place('x', 9, 'stack'), place('y', 10, 'stack'), place('new', 11, 'heap')];
    const { changed, same } = differingPlaces(before, after);
    expect(same).toBe(1);
    expect(changed.map(({ name, before: a, after: b }) => [name, a?.verdict, b?.verdict])).toEqual([
      ['old', 'stack', undefined],
      ['y', 'heap', 'stack'],
      ['new', undefined, 'heap'],
    ]);
  });

  test('the second of two places of one name is told apart', () => {
    const before = [place('v', 3, 'stack'), place('v', 7, 'stack')];
    const after = [place('v', 3, 'stack'), place('v', 7, 'heap')];
    expect(differingPlaces(before, after).changed.map(({ after: b }) => b)).toEqual([{ line: 7, verdict: 'heap' }]);
  });
});
