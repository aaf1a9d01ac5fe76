/** Kinds about the running program: keys equal what Go was seen to do, variants are answerable, traps are wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allocationPath } from '../../src/course/kinds/allocation-path/kind.ts';
import {
  goModels,
  gradeRuntime,
  type RuntimeKind,
  randomOf,
  type TruthKey,
  transfer,
  variantOf,
} from '../../src/course/kinds/runtime/kind.ts';
import { runtimeQuestion } from '../../src/course/kinds/runtime/schema.ts';
import { type RuntimeKindName, runtimeKinds } from '../../src/course/kinds/runtime/table.ts';
import { placeName, tinyBlocks } from '../../src/course/kinds/tiny-blocks/kind.ts';
import { makeConfig, makeStackConfig } from '../../src/runtime/index.ts';
import type { Observations } from '../../tools/runtime-fixtures/compare.ts';
import { formOf } from '../../tools/runtime-fixtures/listing.ts';

type AnyKind = RuntimeKind<{ readonly go: string }, TruthKey>;
const names = Object.keys(runtimeKinds) as RuntimeKindName[];
const kindOf = (name: RuntimeKindName): AnyKind => runtimeKinds[name] as unknown as AnyKind;

function recording(version: string): Observations {
  return JSON.parse(
    readFileSync(new URL(`../testdata/runtime/go${version}.json`, import.meta.url), 'utf8'),
  ) as Observations;
}

describe.each(names)('%s', (name) => {
  const kind = kindOf(name);

  test.each(kind.versions)('variants for Go %s: the truth can be chosen, no trap is true', (go) => {
    const random = randomOf(17);
    const truths = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const task = kind.variant(random, go);
      const key = kind.key(task);
      const choices = kind.choices(task, key);
      truths.add(key.truth);
      expect(choices, JSON.stringify(task)).toContain(key.truth);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices.length).toBeGreaterThan(1);
      for (const { belief, answer } of kind.believed(task, key))
        expect(answer, `${belief} ${JSON.stringify(task)}`).not.toBe(key.truth);
      expect(gradeRuntime(kind, task, key, key.truth)).toMatchObject({ outcome: 'right', score: 1, beliefs: [] });
      for (const { answer } of kind.believed(task, key)) {
        const [belief] = gradeRuntime(kind, task, key, answer).beliefs;
        expect(kind.believed(task, key)).toContainEqual({ belief, answer });
      }
    }
    expect(truths.size).toBeGreaterThan(1);
  });

  test('the same seed gives the same variant, and it is plain data', () => {
    const go = kind.versions.at(-1)!;
    const task = kind.variant(randomOf(5), go);
    expect(kind.variant(randomOf(5), go)).toEqual(task);
    expect(JSON.parse(JSON.stringify(task))).toEqual(task);
    expect(runtimeQuestion.safeParse({ id: 'q', revision: 1, kind: name, ...task }).success).toBe(true);
  });

  test('giving up is shown, not wrong', () => {
    const task = kind.variant(randomOf(6), kind.versions[0]!);
    expect(gradeRuntime(kind, task, kind.key(task), undefined)).toMatchObject({
      outcome: 'shown',
      score: 0,
      beliefs: [],
    });
  });
});

describe.each(['1.13.15', '1.18.10', '1.26.8'])('keys equal what Go %s did', (version) => {
  const seen = recording(version);
  const go = `1.${version.split('.')[1]!}`;

  test('size-class', () => {
    for (const [size, pointers, bytes] of seen.allocCost) {
      if (size > 0)
        expect(runtimeKinds['size-class'].key({ go, size, pointers: pointers === 1 }).truth).toBe(String(bytes));
    }
  });

  test('tiny-blocks', () => {
    for (const { sizes, blocks, offsets } of seen.tiny) {
      const used = sizes.slice(0, 8);
      expect(tinyBlocks.key({ go, sizes: used }).truth).toBe(
        placeName(blocks[used.length - 1]!, offsets[used.length - 1]!),
      );
    }
  });

  test('span-objects', () => {
    for (const { size, objects, pointers } of seen.sizeclasses) {
      expect(runtimeKinds['span-objects'].key({ go, slot: size, pointers }).truth).toBe(String(objects));
    }
  });

  test('prologue', () => {
    for (const { frame, leaf, panics, check, nosplit } of seen.prologue) {
      if (!nosplit) expect(runtimeKinds.prologue.key({ go, frame, leaf, panics }).truth).toBe(formOf(check));
    }
  });

  test('shrink', () => {
    for (const { startSize, used, sizes } of seen.shrink) {
      expect(runtimeKinds.shrink.key({ go, size: startSize, used, cycles: sizes.length }).ladder).toEqual(sizes);
    }
  });
});

test('every station of the path is the answer to some variant', () => {
  const random = randomOf(3);
  const truths = new Set(
    Array.from({ length: 200 }, () => allocationPath.key(allocationPath.variant(random, '1.26')).truth),
  );
  expect([...truths].sort()).toEqual([
    'central-swept',
    'central-unswept',
    'mcache',
    'page-cache',
    'page-heap',
    'system',
  ]);
});

test('a missed belief comes back in the next variant', () => {
  for (let from = 1; from <= 20; from++) {
    const { seed, task } = transfer(runtimeKinds['size-class'], from, '1.26', 'header-forgotten');
    expect(seed).toBeGreaterThanOrEqual(from);
    expect(variantOf(runtimeKinds['size-class'], seed, '1.26').task).toEqual(task);
    const key = runtimeKinds['size-class'].key(task);
    expect(key.placement.headerBytes).toBe(8);
    expect(runtimeKinds['size-class'].believed(task, key).map(({ belief }) => belief)).toContain('header-forgotten');
  }
});

test('replaced constants change the keys', () => {
  const models = {
    heap: (go: string) => makeConfig(go, { mallocHeaderSize: 0 }),
    stack: (go: string) => makeStackConfig(go, { stackGuard: 400 }),
  };
  const size = { go: '1.26', size: 1024, pointers: true };
  expect(runtimeKinds['size-class'].key(size, goModels).truth).toBe('1152');
  expect(runtimeKinds['size-class'].key(size, models).truth).toBe('1024');
  const growth = { go: '1.26', outer: [48, 24], frame: 216, calls: 12 };
  expect(Number(runtimeKinds['stack-growth'].key(growth, models).truth)).toBeGreaterThan(
    Number(runtimeKinds['stack-growth'].key(growth).truth),
  );
});
