/** The IR of the compiler's own escape tests against the dumps that the installed toolchain makes of them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FactsCache } from '../../src/analyzer/importer/index.ts';
import { gcTrees, ourTrees } from '../../tools/irtrees.ts';
import { compareTrees, escapeTestFiles } from '../../tools/proof-ir.ts';
import { live, toolchain } from './live.ts';

/** Imports a package that has no facts. */
const refused = new Set(['escape_runtime_atomic.go']);

live('trees of GOROOT/test/escape*.go', () => {
  const temp = mkdtempSync(join(tmpdir(), 'ir-trees-'));
  const cache = new FactsCache();
  const files = toolchain === undefined ? [] : escapeTestFiles(toolchain.goroot);
  afterAll(() => rmSync(temp, { recursive: true, force: true }));

  test('there are files to compare', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files.map((path) => ({ file: basename(path), path })))('$file', async ({ file, path }) => {
    const text = readFileSync(path, 'utf8');
    const result = compareTrees(file, await ourTrees(path, text, cache), gcTrees(path, text, temp));
    if (refused.has(file)) {
      expect(result.status).toBe('refused');
      return;
    }
    expect(result.detail).toEqual([]);
    expect(result.equal).toBe(result.functions);
  });
});
