/**
 * Terms of type sets: `T`, `~T`, the universe (a term without type) and the empty set (null). Follows
 * types2/typeterm.go and termlist.go of Go 1.26.
 *
 * Invariant: a term list is a union of its terms; in normal form its terms are pairwise disjoint.
 */
import { identical } from './predicates.ts';
import type { Term, Type } from './type.ts';
import { allTermlist, type TermList, termsIsEmpty } from './typesetdata.ts';
import { under } from './under.ts';

type MaybeTerm = Term | null;

/** The union of two terms: one term, or both if they are disjoint. */
function termUnion(x: MaybeTerm, y: MaybeTerm): readonly [MaybeTerm, MaybeTerm] {
  if (!x) return [y, null];
  if (!y) return [x, null];
  if (x.typ === null) return [x, null];
  if (y.typ === null) return [y, null];
  if (termsDisjoint(x, y)) return [x, y];
  return [x.tilde || !y.tilde ? x : y, null];
}

function termIntersect(x: MaybeTerm, y: MaybeTerm): MaybeTerm {
  if (!x || !y) return null;
  if (x.typ === null) return y;
  if (y.typ === null) return x;
  if (termsDisjoint(x, y)) return null;
  return !x.tilde || y.tilde ? x : y;
}

export function termIncludes(x: MaybeTerm, t: Type): boolean {
  if (!x) return false;
  if (x.typ === null) return true;
  return identical(x.typ, x.tilde ? under(t) : t);
}

function termSubsetOf(x: MaybeTerm, y: MaybeTerm): boolean {
  if (!x) return true;
  if (!y) return false;
  if (y.typ === null) return true;
  if (x.typ === null || termsDisjoint(x, y)) return false;
  return !x.tilde || y.tilde;
}

/** Reports whether two terms with types have no type in common. */
export function termsDisjoint(x: Term, y: Term): boolean {
  const ux = y.tilde ? under(x.typ!) : x.typ!;
  const uy = x.tilde ? under(y.typ!) : y.typ!;
  return !identical(ux, uy);
}

/** The list in normal form. */
export function termsNorm(xl: TermList): TermList {
  const used = new Array<boolean>(xl.length).fill(false);
  const rl: Term[] = [];
  for (let i = 0; i < xl.length; i++) {
    let xi = xl[i]!;
    if (!xi || used[i]) continue;
    for (let j = i + 1; j < xl.length; j++) {
      const xj = xl[j]!;
      if (!xj || used[j]) continue;
      const [u1, u2] = termUnion(xi, xj);
      if (u2) continue;
      if (u1!.typ === null) return allTermlist;
      xi = u1!;
      used[j] = true;
    }
    rl.push(xi);
  }
  return rl;
}

export function termsUnion(xl: TermList, yl: TermList): TermList {
  return termsNorm([...xl, ...yl]);
}

export function termsIntersect(xl: TermList, yl: TermList): TermList {
  if (xl === allTermlist) return yl;
  if (yl === allTermlist) return xl;
  if (termsIsEmpty(xl) || termsIsEmpty(yl)) return [];
  const rl: Term[] = [];
  for (const x of xl) {
    for (const y of yl) {
      const r = termIntersect(x, y);
      if (r) rl.push(r);
    }
  }
  return termsNorm(rl);
}

export function termsEqual(xl: TermList, yl: TermList): boolean {
  return xl === yl || (termsSubsetOf(xl, yl) && termsSubsetOf(yl, xl));
}

export function termsSubsetOf(xl: TermList, yl: TermList): boolean {
  if (termsIsEmpty(yl)) return termsIsEmpty(xl);
  for (const x of xl) if (!termsSupersetOf(yl, x)) return false;
  return true;
}

function termsSupersetOf(xl: TermList, y: MaybeTerm): boolean {
  for (const x of xl) if (termSubsetOf(y, x)) return true;
  return false;
}
