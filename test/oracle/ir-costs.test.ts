/** Node counts of functions without calls against the inliner's costs that the installed toolchain prints. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FactsCache } from '../../src/analyzer/importer/index.ts';
import { sharedPrograms } from '../../tools/programs.ts';
import { compareCosts, goPrograms } from '../../tools/proof-costs.ts';
import { live, toolchain } from './live.ts';

live('costs of functions without calls', () => {
  const temp = mkdtempSync(join(tmpdir(), 'ir-costs-'));
  afterAll(() => rmSync(temp, { recursive: true, force: true }));

  test('all are gc’s', async () => {
    const cache = new FactsCache();
    const paths = [...sharedPrograms().map((p) => p.path), ...goPrograms(toolchain!.goroot)];
    const different: string[] = [];
    let compared = 0;
    for (const path of paths) {
      const result = await compareCosts(path, readFileSync(path, 'utf8'), cache, temp);
      compared += result.compared;
      different.push(...result.different.map((line) => `${result.file} ${line}`));
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(700);
  });
});
