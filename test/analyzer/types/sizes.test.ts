import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sizeDifferences } from './sizecases.ts';

test('sizes, alignments and offsets are gc’s, on types recorded with go/types', () => {
  const url = new URL('../../testdata/sizes/go1.26.txt', import.meta.url);
  const { count, different } = sizeDifferences(readFileSync(url, 'utf8'));
  expect(count).toBe(300);
  expect(different).toEqual([]);
});
