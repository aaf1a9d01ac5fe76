/** Tags in the compiler's form: those that Go 1.26.8 wrote for std must survive reading and writing. */
import { expect, test } from 'vitest';
import { Leaks, parseLeaks } from '../../../src/analyzer/escape/leaks.ts';
import { FactsCache, loadFacts } from '../../../src/analyzer/importer/index.ts';
import { nodeHost } from '../../../src/cli/host.ts';

test('the compiler’s own tags are read and written unchanged', async () => {
  const importer = await loadFacts(nodeHost, '1.26', ['strings', 'bytes', 'os', 'bufio'], new FactsCache());
  let tags = 0;
  for (const path of ['strings', 'bytes', 'os', 'bufio']) {
    const pkg = importer.import(path);
    if (typeof pkg !== 'object') throw new Error(`no facts of ${path}`);
    for (const name of pkg.scope.names()) {
      const obj = pkg.scope.lookup(name);
      if (obj?.kind !== 'Func') continue;
      for (const tag of importer.tagOf(obj) ?? []) {
        tags++;
        expect(parseLeaks(tag).encode()).toBe(tag);
      }
    }
  }
  expect(tags).toBeGreaterThan(200);
});

test.each([
  ['', { heap: 0, mutator: -1, callee: -1, results: [-1, -1, -1, -1, -1] }],
  ['esc:', { heap: -1, mutator: -1, callee: -1, results: [-1, -1, -1, -1, -1] }],
  ['esc:\x00\x01\x01', { heap: -1, mutator: 0, callee: 0, results: [-1, -1, -1, -1, -1] }],
  ['esc:\x00\x00\x00\x01\x03', { heap: -1, mutator: -1, callee: -1, results: [0, 2, -1, -1, -1] }],
])('%j', (tag, leaks) => {
  expect(parseLeaks(tag).toFact()).toEqual(leaks);
});

test('the least derefs count, and a flow to the heap swallows what it implies', () => {
  const leaks = new Leaks();
  leaks.addHeap(2);
  leaks.addHeap(1);
  leaks.addHeap(3);
  leaks.addMutator(1);
  leaks.addResult(0, 0);
  leaks.addResult(4, 2);
  leaks.optimize();
  expect(leaks.toFact()).toEqual({ heap: 1, mutator: -1, callee: -1, results: [0, -1, -1, -1, -1] });
});
