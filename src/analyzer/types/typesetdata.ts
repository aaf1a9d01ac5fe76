/**
 * Type sets of interfaces, as data. Follows types2/typeset.go of Go 1.26; how a set comes about is in typeset.ts.
 *
 *
 * Invariants: `methods` are all methods of the interface, sorted; `terms` are in normal form; `comparable` implies that
 * the terms are the universe. This file imports no file that computes, so that predeclared types can be made when the
 * modules load.
 */
import type { Func } from './object.ts';
import { Term } from './type.ts';

export type TermList = readonly (Term | null)[];

/** The list of the one term that stands for all types. */
export const allTermlist: TermList = [new Term(false, null)];

export class TypeSet {
  methods: readonly Func[];
  terms: TermList;
  comparable: boolean;
  constructor(methods: readonly Func[], terms: TermList, comparable: boolean) {
    this.methods = methods;
    this.terms = terms;
    this.comparable = comparable;
  }
}

const noMethods: readonly Func[] = [];

/** The set of all types. */
export const topTypeSet = new TypeSet(noMethods, allTermlist, false);

export function termsIsEmpty(xl: TermList): boolean {
  for (const x of xl) if (x) return false;
  return true;
}

export function termsIsAll(xl: TermList): boolean {
  for (const x of xl) if (x && x.typ === null) return true;
  return false;
}

export function typeSetIsEmpty(s: TypeSet): boolean {
  return termsIsEmpty(s.terms);
}

/** Reports whether s restricts types by methods only. */
export function typeSetIsMethodSet(s: TypeSet): boolean {
  return !s.comparable && termsIsAll(s.terms);
}

export function typeSetIsAll(s: TypeSet): boolean {
  return s.methods.length === 0 && typeSetIsMethodSet(s);
}

/** Reports whether s has specific types. */
export function typeSetHasTerms(s: TypeSet): boolean {
  return s.terms !== allTermlist && !termsIsEmpty(s.terms) && !termsIsAll(s.terms);
}
