import { expect, test } from 'vitest';
import { makeFileSet } from '../../../src/analyzer/base/pos.ts';
import { parseSource } from '../../../src/analyzer/syntax/parse.ts';
import { check } from '../../../src/analyzer/types/check.ts';
import { gcSizes, hasPointers, isDirectIface, sizeof } from '../../../src/analyzer/types/sizes.ts';

/** Types that double at each level: whatever walks their fields one by one does not end. */
function doubling(declare: (i: number) => string, levels: number): string {
  const types = Array.from({ length: levels }, (_, i) => declare(i + 1));
  return [
    'package p',
    'type P[T any] struct{ a, b T }',
    'type Q[A, B any] struct{ a A; b B }',
    'type T0 struct{ a, b int }',
    ...types,
    '',
  ].join('\n');
}

test.each([
  ['defined types', (i: number) => `type T${i} struct{ a, b T${i - 1} }`],
  ['instances', (i: number) => `type T${i} = P[T${i - 1}]`],
  ['instances of two', (i: number) => `type T${i} = Q[T${i - 1}, T${i - 1}]`],
])('%s that double at each of 40 levels are checked and laid out', (_, declare) => {
  const text = `${doubling(declare, 40)}var x *T40\nvar same = *x == *x\nvar any1 any = *x\n`;
  const set = makeFileSet([{ name: 'p.go', text }]);
  const config = { importer: { import: () => undefined }, sizes: gcSizes, goVersion: '' };
  const result = check(set, [parseSource(set.files[0]!, null).file], 'p', config);
  expect(result.errors).toEqual([]);
  const t = result.package.scope.lookup('T40')!.typ!;
  expect(sizeof(gcSizes, t)).toBe(2 ** 44);
  expect(hasPointers(t)).toBe(false);
  expect(isDirectIface(gcSizes, t)).toBe(false);
});
