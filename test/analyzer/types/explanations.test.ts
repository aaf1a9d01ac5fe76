import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explanations } from '../../../src/analyzer/base/texts/types.ts';

test('every explanation belongs to an error that the checker reports', () => {
  const sources = globSync(new URL('../../../src/analyzer/types/*.ts', import.meta.url).pathname);
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
  const codes = Object.keys(explanations);
  expect(codes.length).toBeGreaterThanOrEqual(20);
  expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});
