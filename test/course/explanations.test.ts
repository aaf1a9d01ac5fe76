import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES, words } from '../../src/course/words/index.ts';

const sources = globSync(new URL('../../src/analyzer/types/*.ts', import.meta.url).pathname);
const checker = sources.map((path) => readFileSync(path, 'utf8')).join('\n');

test.each(LANGUAGES)('%s: every explanation belongs to an error that the checker reports', (language) => {
  const codes = Object.keys(words[language].errors);
  expect(codes.length).toBeGreaterThanOrEqual(20);
  expect(codes.filter((code) => !checker.includes(`'${code}'`))).toEqual([]);
});
