import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differences } from './constantcases.ts';

test('constants are go/constant’s, on expressions recorded from it', () => {
  const url = new URL('../../testdata/constants/go1.26.jsonl', import.meta.url);
  const { count, different } = differences(readFileSync(url, 'utf8'));
  expect(count).toBeGreaterThan(1000);
  expect(different).toEqual([]);
});
