/**
 * Type identity as gc's back half has it: like the language's, but a shape is identical to every type it stands for.
 * Follows types/identity.go (Go 1.26).
 */
import { identical } from '../../types/predicates.ts';
import type { Type } from '../../types/type.ts';
import { typeSetOf } from '../../types/typeset.ts';
import { under } from '../../types/under.ts';
import { hasShape, hasSym } from '../type.ts';

export function identicalTypes(a: Type, b: Type): boolean {
  if (a === b) return true;
  return hasShape(a) || hasShape(b) ? shapeIdentical(a, b, 0) : identical(a, b);
}

/** Deeper than any shape argument nests; recursion beyond it means a recursive type, which gc assumes equal. */
const maxDepth = 20;

function shapeIdentical(a: Type, b: Type, depth: number): boolean {
  if (a === b || depth > maxDepth) return true;
  if (!hasShape(a) && !hasShape(b) && (hasSym(a) || hasSym(b))) return identical(a, b);
  const x = under(a);
  const y = under(b);
  const next = depth + 1;
  switch (x.kind) {
    case 'Basic':
      return y.kind === 'Basic' && x.basic === y.basic;
    case 'Pointer':
      if (y.kind !== 'Pointer') return false;
      return hasSym(a) || hasSym(b) || shapeIdentical(x.base, y.base, next);
    case 'Slice':
      return y.kind === 'Slice' && shapeIdentical(x.elem, y.elem, next);
    case 'Array':
      return y.kind === 'Array' && x.len === y.len && shapeIdentical(x.elem, y.elem, next);
    case 'Chan':
      return y.kind === 'Chan' && x.dir === y.dir && shapeIdentical(x.elem, y.elem, next);
    case 'Map':
      return y.kind === 'Map' && shapeIdentical(x.key, y.key, next) && shapeIdentical(x.elem, y.elem, next);
    case 'Struct':
      if (y.kind !== 'Struct' || x.fields.length !== y.fields.length) return false;
      return x.fields.every((f, i) => f.name === y.fields[i]!.name && shapeIdentical(f.typ!, y.fields[i]!.typ!, next));
    case 'Tuple':
      if (y.kind !== 'Tuple' || x.vars.length !== y.vars.length) return false;
      return x.vars.every((v, i) => shapeIdentical(v.typ!, y.vars[i]!.typ!, next));
    case 'Signature':
      if (y.kind !== 'Signature' || x.variadic !== y.variadic) return false;
      return shapeIdentical(x.params, y.params, next) && shapeIdentical(x.results, y.results, next);
    case 'Interface': {
      if (y.kind !== 'Interface') return false;
      const xs = typeSetOf(x).methods;
      const ys = typeSetOf(y).methods;
      return xs.length === ys.length && xs.every((m, i) => sameMethod(m, ys[i]!, next));
    }
    case 'Union':
      return y.kind === 'Union';
  }
}

function sameMethod(
  m: { name: string; typ: Type | null },
  n: { name: string; typ: Type | null },
  depth: number,
): boolean {
  return m.name === n.name && shapeIdentical(m.typ!, n.typ!, depth);
}
