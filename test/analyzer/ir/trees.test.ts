/** The IR of the shared programs against what gc's own dumps were recorded to be (tools/proof-ir.ts --record). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FactsCache } from '../../../src/analyzer/importer/index.ts';
import { ourTrees, treeHash } from '../../../tools/irtrees.ts';
import { sharedPrograms } from '../../../tools/programs.ts';
import { type Recording, recordingFile } from '../../../tools/proof-ir.ts';

const recording = JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording;
const cache = new FactsCache();

test('every program is recorded', () => {
  expect(Object.keys(recording).sort()).toEqual(sharedPrograms().map((p) => p.name));
});

test.each(sharedPrograms())('$name', async ({ name, path, text }) => {
  const trees = await ourTrees(path, text, cache);
  if (typeof trees === 'string') throw new Error(trees);
  expect(Object.fromEntries([...trees].map(([fn, tree]) => [fn, treeHash(tree)]))).toEqual(recording[name]);
});
