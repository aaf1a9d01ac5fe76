/** A slice of tools/proof-variants.ts: each case of each family, the live compiler's lines and the engine's. */
import { expect, test } from 'vitest';
import { compareVariants } from '../../tools/proof-variants.ts';
import { live, toolchain } from './live.ts';

live('variants', () => {
  test('one draw of every family and case: no line differs, no verdict', async () => {
    const report = await compareVariants(toolchain!, { from: 1000, count: 1 }, '1.26');
    expect(report.wrong).toEqual([]);
    expect(report.families).toBeGreaterThanOrEqual(20);
    expect(report.compared).toBeGreaterThanOrEqual(100);
    expect(report.verdicts).toBeGreaterThanOrEqual(50);
  });
});
