import { expect, test } from 'vitest';
import { compareWithCompiler } from '../../tools/typeslive.ts';

const seed = 1 + Math.floor(Math.random() * 1e9);
const programs = new URL('../testdata/programs', import.meta.url).pathname;

/** What only the export data of std knows (unexported names) and packages without facts may differ. */
const mostDifferent = 0.01;

test.each([
  ['our programs', programs, false],
  ['Go’s tests', '', false],
  ['Go’s tests in older languages', '', true],
])('%s, changed: the errors are the compiler’s, word for word', async (_, folder, lang) => {
  const result = await compareWithCompiler({ count: 300, seed, folder, lang });
  expect(result.errors).toBeGreaterThan(300);
  expect(result.missed / result.errors, `seed ${seed}`).toBeLessThanOrEqual(mostDifferent);
  expect(result.extra / result.errors, `seed ${seed}`).toBeLessThanOrEqual(mostDifferent);
});
