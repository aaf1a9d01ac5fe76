/**
 * Type sets of interfaces: how they come about, and what is asked of them. Follows types2/typeset.go of Go 1.26.
 *
 * Invariants: an interface's set is computed once and stored in it. Before all parts of the interface are known, the set
 * of all types stands in, unstored. Methods of embedded interfaces keep their identity.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import { asNamed, unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { later } from './environment.ts';
import { errorf, newError, verifyVersionf } from './errors.ts';
import { compareObjects, type Func, idOf, sameId } from './object.ts';
import type { Package } from './package.ts';
import { comparableType, identical, isValid } from './predicates.ts';
import { type Interface, Term, type Type, type Union } from './type.ts';
import {
  allTermlist,
  type TermList,
  TypeSet,
  termsIsAll,
  topTypeSet,
  typeSetHasTerms,
  typeSetIsMethodSet,
} from './typesetdata.ts';
import { termsIntersect, termsSubsetOf, termsUnion } from './typeterm.ts';
import { type Underlying, under } from './under.ts';
import { maxTermCount } from './union.ts';
import { allowVersion } from './version.ts';

export { TypeSet, topTypeSet } from './typesetdata.ts';

export function typeSetOf(t: Interface): TypeSet {
  return t.tset ?? computeInterfaceTypeSet(t.check, noPos, t);
}

/** Reports whether all types of s can be compared (strictly). */
export function typeSetIsComparable(s: TypeSet, seen: Set<Type> | null): boolean {
  if (termsIsAll(s.terms)) return s.comparable;
  return typeSetIs(s, (t) => t !== null && comparableType(t.typ!, false, seen) === null);
}

export function typeSetLookupMethod(s: TypeSet, pkg: Package | null, name: string, foldCase: boolean): number {
  return methodIndex(s.methods, pkg, name, foldCase);
}

/** Index of the method that `name`, written in `pkg`, means; -1 if there is none. */
export function methodIndex(methods: readonly Func[], pkg: Package | null, name: string, foldCase: boolean): number {
  if (name === '_') return -1;
  for (let i = 0; i < methods.length; i++) if (sameId(methods[i]!, pkg, name, foldCase)) return i;
  return -1;
}

export function typeSetSubsetOf(s1: TypeSet, s2: TypeSet): boolean {
  return termsSubsetOf(s1.terms, s2.terms);
}

/** Asks f of each specific type and its underlying type, until one fails; of nulls if there is none. */
export function typeSetAll(s: TypeSet, f: (t: Type | null, u: Underlying | null) => boolean): boolean {
  if (!typeSetHasTerms(s)) return f(null, null);
  for (const t of s.terms) {
    const u = t!.tilde ? (unalias(t!.typ!) as Underlying) : under(t!.typ!);
    if (!f(t!.typ!, u)) return false;
  }
  return true;
}

/** Asks f of each term, until one fails; of null if there is none. */
export function typeSetIs(s: TypeSet, f: (t: Term | null) => boolean): boolean {
  if (!typeSetHasTerms(s)) return f(null);
  for (const t of s.terms) if (!f(t)) return false;
  return true;
}

/** Methods of an interface while its set is collected. */
class MethodCollector {
  readonly check: Checker | null;
  readonly seen = new Map<string, Func>();
  readonly mpos = new Map<Func, Pos>();
  readonly methods: Func[] = [];
  constructor(check: Checker | null) {
    this.check = check;
  }

  add(pos: Pos, m: Func, explicit: boolean): void {
    const id = idOf(m.pkg, m.name);
    const other = this.seen.get(id);
    if (!other) {
      this.seen.set(id, m);
      this.methods.push(m);
      this.mpos.set(m, pos);
      return;
    }
    const { check } = this;
    if (!check) return;
    if (explicit) {
      this.duplicate(check, pos, m, other);
      return;
    }
    // Embedded interfaces may overlap in identical methods; signatures are compared once all types are set up.
    later(check, () => {
      const overlap = pos !== noPos && !allowVersion(check, 'go1.14');
      if (overlap || !identical(m.typ!, other.typ!)) this.duplicate(check, pos, m, other);
    });
  }

  private duplicate(check: Checker, pos: Pos, m: Func, other: Func): void {
    const err = newError(check, 'DuplicateDecl');
    err.addf(pos, texts.duplicateMethod, m.name);
    err.addf(this.mpos.get(other)!, texts.otherMethodDeclaration, m.name);
    err.report();
  }
}

/** The set of `ityp`, computed if need be; errors go to `check`. */
export function computeInterfaceTypeSet(check: Checker | null, _pos: Pos, ityp: Interface): TypeSet {
  if (ityp.tset) return ityp.tset;
  if (!ityp.complete) return topTypeSet;
  // A cyclic interface is an error found elsewhere; here the set in the making ends the recursion.
  const tset = new TypeSet([], allTermlist, false);
  ityp.tset = tset;
  const unionSets = check ? (check.unionTypeSets ??= new Map()) : new Map<Union, TypeSet>();
  const collected = new MethodCollector(check);
  for (const m of ityp.methods) collected.add(m.pos, m, true);

  let terms: TermList = allTermlist;
  let comparable = false;
  for (let i = 0; i < ityp.embeddeds.length; i++) {
    const at = ityp.embedPos ? ityp.embedPos[i]! : noPos;
    const part = embeddedSet(check, at, ityp.embeddeds[i]!, unionSets);
    if (!part) continue;
    for (const m of part.methods) collected.add(at, m, false);
    [terms, comparable] = intersectTermLists(terms, comparable, part.terms, part.comparable);
  }
  tset.comparable = comparable;
  tset.terms = terms;
  if (collected.methods.length > 0) tset.methods = sortMethods(collected.methods);
  return tset;
}

/** The type set of one embedded element; null if it is invalid. */
function embeddedSet(check: Checker | null, at: Pos, typ: Type, unionSets: Map<Union, TypeSet>): TypeSet | null {
  const u = under(typ);
  const verify = check !== null && at !== noPos;
  if (u.kind === 'Interface') {
    const tset = computeInterfaceTypeSet(check, at, u);
    if (
      verify &&
      isImportedConstraint(check, typ) &&
      !verifyVersionf(check, at, 'go1.18', texts.embeddingConstraint, typ)
    )
      return null;
    return tset;
  }
  if (u.kind === 'Union') {
    if (verify && !verifyVersionf(check, at, 'go1.18', texts.embeddingElement, u)) return null;
    return computeUnionTypeSet(check, unionSets, at, u);
  }
  if (!isValid(u)) return null;
  if (verify && !verifyVersionf(check, at, 'go1.18', texts.embeddingNonInterface, typ)) return null;
  return new TypeSet([], [new Term(false, typ)], false);
}

/** Reports whether `typ` is a constraint interface of another package. */
export function isImportedConstraint(check: Checker, typ: Type): boolean {
  const named = asNamed(typ);
  if (!named || named.obj.pkg === check.pkg || named.obj.pkg === null) return false;
  const u = under(named);
  return u.kind === 'Interface' && !typeSetIsMethodSet(typeSetOf(u));
}

/** Intersects two term lists with their comparable marks; a mark on specific types keeps the comparable ones. */
function intersectTermLists(xl: TermList, xcomp: boolean, yl: TermList, ycomp: boolean): readonly [TermList, boolean] {
  let terms = termsIntersect(xl, yl);
  let comp = xcomp || ycomp;
  if (comp && !termsIsAll(terms)) {
    terms = terms.filter((t) => comparableType(t!.typ!, false, null) === null);
    comp = false;
  }
  return [terms, comp];
}

/** Sorts methods as their interface's set wants them, in place. */
export function sortMethods(list: Func[]): Func[] {
  return list.length > 1 ? list.sort(compareObjects) : list;
}

/** The set of a union's types; null if it has too many terms. */
export function computeUnionTypeSet(
  check: Checker | null,
  unionSets: Map<Union, TypeSet | null>,
  pos: Pos,
  utyp: Union,
): TypeSet | null {
  const known = unionSets.get(utyp);
  if (known !== undefined) return known;
  const tset = new TypeSet([], [], false);
  unionSets.set(utyp, tset);
  let allTerms: TermList = [];
  for (const t of utyp.terms) {
    const u = under(t.typ!);
    let terms: TermList;
    if (u.kind === 'Interface') terms = computeInterfaceTypeSet(check, pos, u).terms;
    else if (!isValid(u)) continue;
    // No type has t.typ as its underlying type: ~t.typ is empty.
    else terms = t.tilde && !identical(t.typ!, u) ? [null] : [t];
    allTerms = termsUnion(allTerms, terms);
    if (allTerms.length > maxTermCount) {
      if (check) errorf(check, pos, 'InvalidUnion', texts.tooManyTerms, maxTermCount);
      unionSets.set(utyp, null);
      return null;
    }
  }
  tset.terms = allTerms;
  return tset;
}

/** Reports whether the interface restricts types by methods only. */
export function isMethodSet(t: Interface): boolean {
  return typeSetIsMethodSet(typeSetOf(t));
}
