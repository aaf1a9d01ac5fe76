import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { sizeDifferences } from '../analyzer/types/sizecases.ts';

const program = new URL('../../tools/sizes.go', import.meta.url).pathname;

test('sizes, alignments and offsets are gc’s, on types that go/types lays out now', () => {
  const seed = String(1 + Math.floor(Math.random() * 1e9));
  const text = execFileSync('go', ['run', program, '-seed', seed, '-n', '3000'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { count, different } = sizeDifferences(text);
  expect(count).toBe(3000);
  expect(different, `seed ${seed}`).toEqual([]);
});
