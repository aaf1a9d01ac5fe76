/** The compiler's own escape tests, read from the installed toolchain at test time: everything they ask for, nothing else. */
import { expect, test } from 'vitest';
import { FactsCache } from '../../src/analyzer/importer/index.ts';
import { compareDirectory, directoryTests } from '../../tools/directory-tests.ts';
import { escapeTests, runEscapeTest } from '../../tools/proof-escape.ts';
import { live, toolchain } from './live.ts';

live('GOROOT/test, -m -l', () => {
  const cache = new FactsCache();
  const tests = toolchain === undefined ? [] : escapeTests(toolchain.goroot);

  test('there are tests to run', () => {
    expect(tests.length).toBeGreaterThan(30);
  });

  test.each(tests)('$file', async (escapeTest) => {
    const { verdict, complaints } = await runEscapeTest(escapeTest, cache);
    expect(complaints).toEqual([]);
    expect(verdict).toBe('passed');
  });
});

live('directory tests of GOROOT/test, -m -l', () => {
  const tests = toolchain === undefined ? [] : directoryTests(toolchain.goroot);

  test('there are tests to run', () => {
    expect(tests.length).toBeGreaterThan(5);
  });

  test.each(tests)('$folder', async (directory) => {
    const packages = await compareDirectory(toolchain!, directory);
    expect(packages.map(({ ours }) => ours)).toEqual(packages.map(({ theirs }) => theirs));
  });
});
