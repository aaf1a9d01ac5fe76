/** A slice of tools/proof-mutants.ts: variants of the shared programs, the live compiler's answer and the engine's. */
import { expect, test } from 'vitest';
import { compareMutants } from '../../tools/proof-mutants.ts';
import { live, toolchain } from './live.ts';

live('mutants of the shared programs', () => {
  test('60 that compile: none wrong, nearly all answered', async () => {
    const report = await compareMutants(toolchain!, 60, 20260101, false);
    expect(report.wrong).toEqual([]);
    expect(report.exact).toBeGreaterThanOrEqual(58);
  });
});
