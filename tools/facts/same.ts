/** Whether two packages have the same declarations. */
import type { Declarations } from '../../src/analyzer/importer/packing.ts';
import { ref, typeKind } from '../../src/analyzer/importer/schema.ts';
import type { TypeRecord } from '../../src/analyzer/importer/tables.ts';

/**
 * `b` has been entered into the tables of `a`, which had `count` types before: equal strings and types have equal numbers.
 * Implicit interfaces are equal to no other, but both sides meet them in the same order.
 */
export function sameDeclarations(a: Declarations, b: Declarations, count: number): boolean {
  const { types } = a.tables;
  const uniqueIn = (from: number, to: number): number[] =>
    types.slice(from, to).flatMap((record, i) => (isUnique(record) ? [ref.firstType + from + i] : []));
  const uniqueOfB = uniqueIn(count, types.length);
  const uniqueOfA = uniqueIn(0, count).slice(-uniqueOfB.length || count);
  const counterpart = new Map(uniqueOfB.map((id, i) => [id, uniqueOfA[i]]));
  const same = (x: readonly number[], y: readonly number[] | undefined): boolean =>
    y !== undefined && x.length === y.length && x.every((n, i) => n === y[i] || n === counterpart.get(y[i]!));
  const all = (xs: readonly (readonly number[])[], ys: readonly (readonly number[])[]): boolean =>
    xs.length === ys.length && xs.every((x, i) => same(x, ys[i]));
  return (
    a.path === b.path &&
    a.name === b.name &&
    a.names.join('\n') === b.names.join('\n') &&
    all([a.kinds, ...a.objects, ...a.functions], [b.kinds, ...b.objects, ...b.functions]) &&
    uniqueOfB.every((id, i) => same(types[uniqueOfA[i]! - ref.firstType]!, types[id - ref.firstType]))
  );
}

function isUnique(record: TypeRecord): boolean {
  return record[0] === typeKind.interface && record[1] === 1;
}
