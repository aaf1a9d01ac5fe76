/** A slice of tools/proof-fuzz.ts: edits and byte mutations of the shared programs; nothing may throw. */
import { expect, test } from 'vitest';
import { fuzz } from '../../tools/proof-fuzz.ts';

test('600 changed programs: no throw', async () => {
  const report = await fuzz(7, 600);
  expect(report.failures).toEqual([]);
  expect(report.count).toBe(600);
  expect(report.slowest).toBeLessThan(5000);
});
