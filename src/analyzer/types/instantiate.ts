/**
 * Instances of generic types and functions, and whether a type implements an interface or satisfies a constraint.
 * Follows types2/instantiate.go of Go 1.26.
 *
 * Invariant: identical instances of one context are one object. Type arguments are verified by whoever instantiates, as
 * verification may need types that are still being declared.
 */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import { newAliasInstance } from './alias.ts';
import type { Checker } from './checker.ts';
import type { Context } from './context.ts';
import { type Cause, errorf } from './errors.ts';
import { sprintf } from './format.ts';
import { hasAllMethods, isInterfacePtr } from './lookup.ts';
import { copySignature, newNamedInstance } from './named.ts';
import { comparableType, identical, isValid } from './predicates.ts';
import { makeSubstMap, subst } from './subst.ts';
import {
  type Alias,
  type Interface,
  type Named,
  noTypeParams,
  type Signature,
  Term,
  type Type,
  type TypeParam,
} from './type.ts';
import { typeParamIface } from './typeparam.ts';
import { typeSetIs, typeSetIsComparable, typeSetOf, typeSetSubsetOf } from './typeset.ts';
import { type TermList, typeSetHasTerms, typeSetIsAll, typeSetIsEmpty } from './typesetdata.ts';
import { byPath, typeString } from './typestring.ts';
import { termIncludes } from './typeterm.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';
import { allowVersion } from './version.ts';

/** The instance of `orig` with `targs`; the invalid type if their numbers differ (reported for aliases and functions). */
export function instance(
  check: Checker | null,
  pos: Pos,
  orig: Named | Alias | Signature,
  targs: readonly Type[],
  expanding: Named | null,
  ctxt: Context | null,
): Type {
  // The context of the type being expanded comes first: it keeps cycles closed.
  const own = expanding?.inst?.ctxt ?? null;
  const ownHash = own ? own.instanceHash(orig, targs) : '';
  const hash = ctxt ? (ctxt === own ? ownHash : ctxt.instanceHash(orig, targs)) : '';
  const known = own?.lookup(ownHash, orig, targs) ?? ctxt?.lookup(hash, orig, targs) ?? null;
  let res = known ?? makeInstance(check, pos, orig, targs, expanding, ctxt);
  if (!known && (res === Typ[0] || res === orig)) return res;
  if (ctxt && ctxt !== own) res = ctxt.update(hash, orig, targs, res);
  if (own) res = own.update(ownHash, orig, targs, res);
  return res;
}

function makeInstance(
  check: Checker | null,
  pos: Pos,
  orig: Named | Alias | Signature,
  targs: readonly Type[],
  expanding: Named | null,
  ctxt: Context | null,
): Type {
  switch (orig.kind) {
    case 'Named':
      return newNamedInstance(check, pos, orig, targs, expanding);
    case 'Alias':
      if (!validateTArgLen(check, pos, orig.obj.name, orig.tparams.length, targs.length)) return Typ[0]!;
      return orig.tparams.length === 0
        ? orig
        : newAliasInstance(check, pos, orig, targs, expanding, (ctxt ?? expanding?.inst?.ctxt) as Context);
    case 'Signature': {
      const { tparams } = orig;
      if (!validateTArgLen(check, pos, typeString(orig, byPath), tparams.length, targs.length)) return Typ[0]!;
      if (tparams.length === 0) return orig;
      let sig = subst(check, pos, orig, makeSubstMap(tparams, targs), null, ctxt) as Signature;
      if (sig === orig) sig = copySignature(orig);
      sig.tparams = noTypeParams;
      return sig;
    }
  }
}

/** Reports whether the numbers of type parameters and arguments agree; says so if they do not. */
export function validateTArgLen(check: Checker | null, pos: Pos, name: string, want: number, got: number): boolean {
  if (got === want) return true;
  const qual = got < want ? 'not enough' : 'too many';
  if (check) errorf(check, pos, 'WrongTypeArgCount', texts.typeArgCount, qual, name, got, want);
  return false;
}

/** The first type argument that does not satisfy its constraint, with the reason; null if all do. */
export function verify(
  check: Checker | null,
  pos: Pos,
  tparams: readonly TypeParam[],
  targs: readonly Type[],
  ctxt: Context | null,
): { readonly index: number; readonly cause: string } | null {
  const smap = makeSubstMap(tparams, targs);
  for (let i = 0; i < tparams.length; i++) {
    const tpar = tparams[i]!;
    // The constraint as an interface, which the bound is replaced by.
    typeParamIface(tpar);
    const bound = subst(check, pos, tpar.bound, smap, null, ctxt);
    const cause: Cause = { text: '' };
    if (!implements_(check, targs[i]!, bound, true, cause)) return { index: i, cause: cause.text };
  }
  return null;
}

/** Reports whether V implements T; satisfies it, if T is a constraint. The reason goes to `cause`, if there is one. */
export function implements_(
  check: Checker | null,
  V: Type,
  T: Type,
  constraint: boolean,
  cause: Cause | null,
): boolean {
  const Vu = under(V);
  const Tu = under(T);
  if (!isValid(Vu) || !isValid(Tu)) return true;
  if (Vu.kind === 'Pointer' && !isValid(under(Vu.base))) return true;
  const verb = constraint ? 'satisfy' : 'implement';
  if (Tu.kind !== 'Interface') {
    if (cause) {
      const detail = isInterfacePtr(Tu)
        ? sprintf(check, texts.pointerToInterface, [T])
        : sprintf(check, texts.notInterface, [T]);
      cause.text = sprintf(check, texts.doesNot, [V, verb, T, detail]);
    }
    return false;
  }
  const tset = typeSetOf(Tu);
  if (typeSetIsAll(tset)) return true;
  const vset = Vu.kind === 'Interface' ? typeSetOf(Vu) : null;
  if (vset && typeSetIsEmpty(vset)) return true;
  if (typeSetIsEmpty(tset)) {
    if (cause) cause.text = sprintf(check, texts.cannotEmptyTypeSet, [verb, T]);
    return false;
  }
  if (!hasAllMethods(check, V, T, true, identical, cause)) {
    if (cause) cause.text = sprintf(check, texts.doesNotMethod, [V, verb, T, cause.text]);
    return false;
  }
  if (!typeSetHasTerms(tset)) return satisfiesComparable(check, V, Tu, constraint, verb, cause);
  if (vset) {
    if (!typeSetSubsetOf(vset, tset)) {
      if (cause) cause.text = sprintf(check, texts.doesNotBare, [V, verb, T]);
      return false;
    }
  } else if (!inTypeSet(check, V, T, Tu, verb, cause)) {
    return false;
  }
  return satisfiesComparable(check, V, Tu, constraint, verb, cause);
}

function satisfiesComparable(
  check: Checker | null,
  V: Type,
  Ti: Interface,
  constraint: boolean,
  verb: string,
  cause: Cause | null,
): boolean {
  if (!typeSetIsComparable(typeSetOf(Ti), null)) return true;
  if (comparableType(V, false, null) === null) return true;
  // Ordinary interfaces satisfy comparable since Go 1.20, though comparing them may panic.
  if (constraint && comparableType(V, true, null) === null) {
    if (!check || allowVersion(check, 'go1.20')) return true;
    if (cause) cause.text = sprintf(check, texts.comparableVersion, [V, verb]);
    return false;
  }
  if (cause) cause.text = sprintf(check, texts.doesNotBare, [V, verb, 'comparable']);
  return false;
}

/** Reports whether the type V, which is no interface, is among the specific types of T. */
function inTypeSet(check: Checker | null, V: Type, T: Type, Ti: Interface, verb: string, cause: Cause | null): boolean {
  const tset = typeSetOf(Ti);
  let alt: Type | null = null;
  const missing = typeSetIs(tset, (t) => {
    if (termIncludes(t, V)) return false;
    if (alt === null && t && !t.tilde && identical(t.typ!, under(t.typ!)) && termIncludes(new Term(true, t.typ), V))
      alt = t.typ;
    return true;
  });
  if (!missing) return true;
  if (cause) {
    const detail = alt
      ? sprintf(check, texts.missingTilde, [alt, T])
      : mentions(Ti, V)
        ? sprintf(check, texts.mentions, [T, V, V, T])
        : sprintf(check, texts.missingIn, [V, termsString(check, tset.terms)]);
    cause.text = sprintf(check, texts.doesNot, [V, verb, T, detail]);
  }
  return false;
}

/** Terms in Go's notation; their types are qualified by path, as they print by themselves. */
function termsString(_check: Checker | null, terms: TermList): string {
  return terms.map((t) => `${t!.tilde ? '~' : ''}${typeString(t!.typ, byPath)}`).join(' | ');
}

/** Reports whether T has `typ` among its elements, in its type set or not. */
function mentions(T: Type, typ: Type): boolean {
  switch (T.kind) {
    case 'Interface':
      return T.embeddeds.some((e) => mentions(e, typ));
    case 'Union':
      return T.terms.some((t) => mentions(t.typ!, typ));
    default:
      return identical(T, typ);
  }
}
