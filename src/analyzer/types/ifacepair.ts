/**
 * Comparing interfaces, which may meet themselves again in the parameters of their methods: the pairs under way stand in
 * a list, and a pair met again counts as equal. Serves identity (predicates.ts) and unification (unify.ts). Follows
 * types2/predicates.go and types2/unify.go of Go 1.26.
 */
import { idOf } from './object.ts';
import type { Interface, Type } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { termsEqual } from './typeterm.ts';

/** Pairs of interfaces whose comparison is under way. */
export class IfacePair {
  readonly x: Interface;
  readonly y: Interface;
  readonly prev: IfacePair | null;
  constructor(x: Interface, y: Interface, prev: IfacePair | null) {
    this.x = x;
    this.y = y;
    this.prev = prev;
  }
}

export function pairIsUnderWay(p: IfacePair | null, x: Interface, y: Interface): boolean {
  for (; p; p = p.prev) if ((p.x === x && p.y === y) || (p.x === y && p.y === x)) return true;
  return false;
}

/** Whether x and y have the same type set, methods compared by `same`. */
export function sameInterfaces(
  x: Interface,
  y: Interface,
  p: IfacePair | null,
  same: (x: Type, y: Type, p: IfacePair) => boolean,
): boolean {
  const xset = typeSetOf(x);
  const yset = typeSetOf(y);
  if (xset.comparable !== yset.comparable || !termsEqual(xset.terms, yset.terms)) return false;
  const a = xset.methods;
  const b = yset.methods;
  if (a.length !== b.length) return false;
  // Only interfaces recur without a name, through the parameters of their methods.
  if (pairIsUnderWay(p, x, y)) return true;
  const q = new IfacePair(x, y, p);
  for (let i = 0; i < a.length; i++) {
    const f = a[i]!;
    const g = b[i]!;
    if (f.name !== g.name || idOf(f.pkg, f.name) !== idOf(g.pkg, g.name)) return false;
    if (!same(f.typ!, g.typ!, q)) return false;
  }
  return true;
}
