import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { differences } from '../analyzer/types/constantcases.ts';

const program = new URL('../../tools/constants.go', import.meta.url).pathname;

test('constants are go/constant’s, on expressions that it evaluates now', () => {
  const seed = String(1 + Math.floor(Math.random() * 1e9));
  const text = execFileSync('go', ['run', program, '-seed', seed, '-n', '20000'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const { count, different } = differences(text);
  expect(count).toBe(20000);
  expect(different, `seed ${seed}`).toEqual([]);
});
