import { describe, expect, test } from 'vitest';
import { errorcheckFiles, errorcheckTest } from '../../tools/errorcheck.ts';
import { figures, goroot, testdataTest, testdataTests, type Verdict } from '../../tools/typeerrors.ts';

/** Shares that must be reached: expected errors found, and errors that nothing expects (per expected one). */
const leastMatched = 0.97;
const mostExtra = 0.03;

function judge(verdicts: readonly Verdict[]): void {
  const f = figures(verdicts);
  const crashes = verdicts.filter((v) => v.crash).map((v) => `${v.name}: ${v.crash}`);
  expect(crashes).toEqual([]);
  expect(f.matched / f.expected).toBeGreaterThanOrEqual(leastMatched);
  expect(f.extra / f.expected).toBeLessThanOrEqual(mostExtra);
}

describe('type errors that Go’s own tests expect', () => {
  test('internal/types/testdata', async () => {
    const verdicts: Verdict[] = [];
    for (const test of testdataTests(goroot())) verdicts.push(await testdataTest(test));
    expect(verdicts.length).toBeGreaterThan(300);
    judge(verdicts);
  });

  test('errorcheck programs of GOROOT/test', async () => {
    const root = goroot();
    const verdicts: Verdict[] = [];
    for (const file of errorcheckFiles(root)) verdicts.push(await errorcheckTest(root, file));
    expect(verdicts.length).toBeGreaterThan(500);
    judge(verdicts);
  });
});
