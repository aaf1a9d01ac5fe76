/** Steps that are written by hand are ordered by what was recorded, or by a model: never by how they were written down. */
import { expect, test } from 'vitest';
import { evidenceOn } from '../../src/course/ask/pose.ts';
import { orderSteps, poseOrderSteps } from '../../src/course/kinds/order-steps/kind.ts';
import { askedWords } from '../../src/course/words/asked.ts';
import { words } from '../../src/course/words/index.ts';

const evidence = evidenceOn('', { id: 'lesson/order', words: words.en, asked: askedWords.en }, () =>
  Promise.reject(new Error('no program')),
);
const common = { id: 'order', revision: 1, kind: 'order-steps', lures: {} };
const printed = 'begin\nfirst 1\nsecond 2\nfirst 3\nend';

async function truthOf(question: object): Promise<readonly string[]> {
  const parsed = orderSteps.parse({ ...common, ...question });
  const items = 'items' in parsed ? parsed.items : [];
  const { key } = await poseOrderSteps(
    parsed,
    evidence,
    Object.fromEntries(items.map((id) => [id, id])),
    () => printed,
  );
  return key.truth;
}

const recorded = { of: 'recorded', program: 'p', go: '1.26', shows: { a: '^first', b: '^second', c: '^end$' } };

test('the lines of a recording order them, the first of each', async () => {
  expect(await truthOf({ ...recorded, items: ['c', 'b', 'a'] })).toEqual(['a', 'b', 'c']);
});

test('a step that was not recorded, or two on the same line, are no question', async () => {
  await expect(truthOf({ ...recorded, items: ['a', 'b', 'd'] })).rejects.toThrow('what does "d" show?');
  const missing = { ...recorded, shows: { ...recorded.shows, c: '^never' } };
  await expect(truthOf({ ...missing, items: ['a', 'b', 'c'] })).rejects.toThrow('nothing says when "c" comes');
  const twice = { ...recorded, shows: { ...recorded.shows, c: '1$' } };
  await expect(truthOf({ ...twice, items: ['a', 'b', 'c'] })).rejects.toThrow('two steps come together');
});

// Release notes of Go 1.3 and 1.4 for copying; runtime/stack.go of 1.17 and runtime/mgc.go of 1.19 for the sizes.
const stacks = ['linked', 'some', 'all', 'frame', 'average'];
// The order of the questions in mcache.refill, mcentral.cacheSpan and mheap.allocSpan of Go 1.26.
const levels = ['mcache', 'central-swept', 'central-unswept', 'page-cache', 'page-heap', 'system'];
// gcMarkTermination flushes the caches after it has swapped the sets; sweeping follows.
const collection = ['cycle', 'flush', 'sweep', 'reuse'];

test.each([
  ['stacks', stacks],
  ['levels', levels],
  ['collection', collection],
])('the model orders %s as the sources of Go do', async (order, items) => {
  expect(await truthOf({ of: 'model', order, items: items.toReversed() })).toEqual(items);
});

test('what the model does not come to has no place in its order', async () => {
  const items = [...levels.slice(0, 5), 'disk'];
  await expect(truthOf({ of: 'model', order: 'levels', items })).rejects.toThrow('nothing says when "disk" comes');
});
