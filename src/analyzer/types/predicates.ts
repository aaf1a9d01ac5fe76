/**
 * Properties of types: what they are, whether they are identical, comparable, have nil. Follows types2/predicates.go of
 * Go 1.26.
 *
 * `isX` asks about a type itself (a type parameter is no X), `allX` about every type of a type set.
 */

import { noPos } from '../base/pos.ts';
import { asNamed, unalias } from './alias.ts';
import { Context } from './context.ts';
import { type IfacePair, sameInterfaces } from './ifacepair.ts';
import { namedOrigin, typeParamsOf } from './named.ts';
import { sameId } from './object.ts';
import { makeSubstMap, subst } from './subst.ts';
import {
  type Basic,
  BasicKind,
  type Interface,
  IsBoolean,
  IsComplex,
  IsConstType,
  IsFloat,
  IsInteger,
  IsNumeric,
  IsOrdered,
  IsString,
  IsUnsigned,
  IsUntyped,
  type Named,
  type Signature,
  type Struct,
  type Tuple,
  type Type,
  type Union,
} from './type.ts';
import { typeParamIface } from './typeparam.ts';
import { computeUnionTypeSet, typeSetIs, typeSetIsComparable, typeSetOf } from './typeset.ts';
import { typeSetIsEmpty } from './typesetdata.ts';
import { termsEqual } from './typeterm.ts';
import { TypeCause, typeErrorf, under, underIs } from './under.ts';
import { Typ, universeRune } from './universe.ts';

export function isValid(t: Type): boolean {
  const u = t.kind === 'Alias' ? unalias(t) : t;
  return u.kind !== 'Basic' || u.basic !== BasicKind.Invalid;
}

function isBasic(t: Type, info: number): boolean {
  const u = t.kind === 'Basic' ? t : under(t);
  return u.kind === 'Basic' && (u.info & info) !== 0;
}

export const isBoolean = (t: Type): boolean => isBasic(t, IsBoolean);
export const isInteger = (t: Type): boolean => isBasic(t, IsInteger);
export const isUnsigned = (t: Type): boolean => isBasic(t, IsUnsigned);
export const isComplex = (t: Type): boolean => isBasic(t, IsComplex);
export const isNumeric = (t: Type): boolean => isBasic(t, IsNumeric);
export const isString = (t: Type): boolean => isBasic(t, IsString);
export const isIntegerOrFloat = (t: Type): boolean => isBasic(t, IsInteger | IsFloat);
export const isConstType = (t: Type): boolean => isBasic(t, IsConstType);

function allBasic(t: Type, info: number): boolean {
  const tpar = t.kind === 'Alias' ? unalias(t) : t;
  if (tpar.kind !== 'TypeParam') return isBasic(tpar, info);
  return typeSetIs(typeSetOf(typeParamIface(tpar)), (term) => term !== null && isBasic(term.typ!, info));
}

export const allBoolean = (t: Type): boolean => allBasic(t, IsBoolean);
export const allInteger = (t: Type): boolean => allBasic(t, IsInteger);
export const allUnsigned = (t: Type): boolean => allBasic(t, IsUnsigned);
export const allNumeric = (t: Type): boolean => allBasic(t, IsNumeric);
export const allString = (t: Type): boolean => allBasic(t, IsString);
export const allOrdered = (t: Type): boolean => allBasic(t, IsOrdered);
export const allNumericOrString = (t: Type): boolean => allBasic(t, IsNumeric | IsString);

/** Reports whether t has a name: predeclared, defined, or a type parameter. */
export function hasName(t: Type): boolean {
  const u = unalias(t);
  return u.kind === 'Basic' || u.kind === 'Named' || u.kind === 'TypeParam';
}

/** Reports whether t is a type literal or predeclared, that is, no defined type and no type parameter. */
export function isTypeLit(t: Type): boolean {
  const u = unalias(t);
  return u.kind !== 'Named' && u.kind !== 'TypeParam';
}

export function isTyped(t: Type): boolean {
  return t.kind !== 'Basic' || (t.info & IsUntyped) === 0;
}

export function isUntyped(t: Type): boolean {
  return t.kind === 'Basic' && (t.info & IsUntyped) !== 0;
}

export function isUntypedNumeric(t: Type): boolean {
  return t.kind === 'Basic' && (t.info & IsUntyped) !== 0 && (t.info & IsNumeric) !== 0;
}

/** Reports whether t's underlying type is an interface; also true of type parameters. */
export function isInterface(t: Type): boolean {
  return under(t).kind === 'Interface';
}

export function isNonTypeParamInterface(t: Type): boolean {
  return !isTypeParam(t) && isInterface(t);
}

export function isTypeParam(t: Type): boolean {
  return unalias(t).kind === 'TypeParam';
}

/** Reports whether t is a type parameter whose type set is known to be empty. */
export function hasEmptyTypeset(t: Type): boolean {
  const tpar = unalias(t);
  if (tpar.kind !== 'TypeParam') return false;
  const named = asNamed(tpar.bound);
  const iface = named ? named.underlying : under(tpar.bound);
  return iface?.kind === 'Interface' && iface.tset !== null && typeSetIsEmpty(iface.tset);
}

/** Reports whether t is generic and not instantiated. */
export function isGeneric(t: Type): boolean {
  if (t.kind === 'Alias' && t.tparams.length > 0 && t.targs.length === 0) return true;
  const named = asNamed(t);
  return named !== null && named.inst === null && typeParamsOf(named).length > 0;
}

export function comparable(T: Type): boolean {
  return comparableType(T, true, null) === null;
}

/**
 * Why values of T cannot be compared; null if they can. `dynamic` lets interfaces pass, though comparing them may
 * panic.
 */
export function comparableType(T: Type, dynamic: boolean, seen: Set<Type> | null): TypeCause | null {
  const t = under(T);
  switch (t.kind) {
    case 'Basic':
      return t.basic === BasicKind.UntypedNil ? noCause() : null;
    case 'Pointer':
    case 'Chan':
      return null;
    case 'Struct':
    case 'Array':
    case 'Interface': {
      if (seen?.has(T)) return null;
      const inner = seen ?? new Set<Type>();
      inner.add(T);
      return incomparablePart(T, t, dynamic, inner);
    }
    default:
      return noCause();
  }
}

function noCause(): TypeCause {
  return new TypeCause('', []);
}

export const comparableCauses = {
  struct: 'struct containing %s cannot be compared',
  array: '%s cannot be compared',
  emptyTypeSet: 'empty type set',
  incomparableTypes: 'incomparable types in type set',
} as const;

function incomparablePart(T: Type, t: Type, dynamic: boolean, seen: Set<Type>): TypeCause | null {
  if (t.kind === 'Struct') {
    for (const f of t.fields) {
      if (comparableType(f.typ!, dynamic, seen)) return typeErrorf(comparableCauses.struct, f.typ);
    }
    return null;
  }
  if (t.kind === 'Array') return comparableType(t.elem, dynamic, seen) ? typeErrorf(comparableCauses.array, T) : null;
  const iface = t as Interface;
  if ((dynamic && !isTypeParam(T)) || typeSetIsComparable(typeSetOf(iface), seen)) return null;
  const empty = typeSetIsEmpty(typeSetOf(iface));
  return typeErrorf(empty ? comparableCauses.emptyTypeSet : comparableCauses.incomparableTypes);
}

/** Reports whether nil is a value of t (of every type of its set). */
export function hasNil(t: Type): boolean {
  const u = under(t);
  switch (u.kind) {
    case 'Basic':
      return u.basic === BasicKind.UnsafePointer;
    case 'Slice':
    case 'Pointer':
    case 'Signature':
    case 'Map':
    case 'Chan':
      return true;
    case 'Interface':
      return !isTypeParam(t) || underIs(t, (u) => u !== null && hasNil(u));
    default:
      return false;
  }
}

/** Mode of comparison, as a bit. */
const ignoreTags = 1;

export function identical(x: Type, y: Type): boolean {
  return x === y || identical0(x, y, 0, null);
}

/** Identity that ignores struct tags, as conversions do. */
export function identicalIgnoreTags(x: Type, y: Type): boolean {
  return x === y || identical0(x, y, ignoreTags, null);
}

function identical0(x: Type, y: Type, mode: number, p: IfacePair | null): boolean {
  if (x.kind === 'Alias') x = unalias(x);
  if (y.kind === 'Alias') y = unalias(y);
  if (x === y) return true;
  switch (x.kind) {
    case 'Basic':
      return y.kind === 'Basic' && x.basic === y.basic;
    case 'Array':
      // An unknown length is an error already reported.
      if (y.kind !== 'Array') return false;
      return (x.len < 0 || y.len < 0 || x.len === y.len) && identical0(x.elem, y.elem, mode, p);
    case 'Slice':
      return y.kind === 'Slice' && identical0(x.elem, y.elem, mode, p);
    case 'Struct':
      return y.kind === 'Struct' && identicalStructs(x, y, mode, p);
    case 'Pointer':
      return y.kind === 'Pointer' && identical0(x.base, y.base, mode, p);
    case 'Tuple':
      return y.kind === 'Tuple' && identicalTuples(x, y, mode, p);
    case 'Signature':
      return y.kind === 'Signature' && identicalSignatures(x, y, mode, p);
    case 'Union':
      return y.kind === 'Union' && identicalUnions(x, y);
    case 'Interface':
      return y.kind === 'Interface' && identicalInterfaces(x, y, mode, p);
    case 'Map':
      return y.kind === 'Map' && identical0(x.key, y.key, mode, p) && identical0(x.elem, y.elem, mode, p);
    case 'Chan':
      return y.kind === 'Chan' && x.dir === y.dir && identical0(x.elem, y.elem, mode, p);
    case 'Named':
      return y.kind === 'Named' && identicalNamed(x, y);
    default:
      return false;
  }
}

export function tagOf(s: Struct, i: number): string {
  return s.tags[i] ?? '';
}

function identicalStructs(x: Struct, y: Struct, mode: number, p: IfacePair | null): boolean {
  if (x.fields.length !== y.fields.length) return false;
  for (let i = 0; i < x.fields.length; i++) {
    const f = x.fields[i]!;
    const g = y.fields[i]!;
    if (
      f.embedded !== g.embedded ||
      ((mode & ignoreTags) === 0 && tagOf(x, i) !== tagOf(y, i)) ||
      !sameId(f, g.pkg, g.name, false) ||
      !identical0(f.typ!, g.typ!, mode, p)
    )
      return false;
  }
  return true;
}

function identicalTuples(x: Tuple, y: Tuple, mode: number, p: IfacePair | null): boolean {
  if (x.vars.length !== y.vars.length) return false;
  for (let i = 0; i < x.vars.length; i++) {
    if (!identical0(x.vars[i]!.typ!, y.vars[i]!.typ!, mode, p)) return false;
  }
  return true;
}

/** Signatures agree up to names of parameters and of type parameters. */
function identicalSignatures(x: Signature, y: Signature, mode: number, p: IfacePair | null): boolean {
  const n = x.tparams.length;
  if (n !== y.tparams.length || x.variadic !== y.variadic) return false;
  let yparams = y.params;
  let yresults = y.results;
  if (n > 0) {
    const smap = makeSubstMap(y.tparams, x.tparams);
    const ctxt = new Context();
    for (let i = 0; i < n; i++) {
      const ybound = subst(null, noPos, y.tparams[i]!.bound, smap, null, ctxt);
      if (!identical0(x.tparams[i]!.bound, ybound, mode, p)) return false;
    }
    yparams = subst(null, noPos, y.params, smap, null, ctxt) as Tuple;
    yresults = subst(null, noPos, y.results, smap, null, ctxt) as Tuple;
  }
  return identical0(x.params, yparams, mode, p) && identical0(x.results, yresults, mode, p);
}

function identicalUnions(x: Union, y: Union): boolean {
  const sets = new Map();
  const xset = computeUnionTypeSet(null, sets, noPos, x);
  const yset = computeUnionTypeSet(null, sets, noPos, y);
  return xset !== null && yset !== null && termsEqual(xset.terms, yset.terms);
}

function identicalInterfaces(x: Interface, y: Interface, mode: number, p: IfacePair | null): boolean {
  return sameInterfaces(x, y, p, (f, g, q) => identical0(f, g, mode, q));
}

function identicalNamed(x: Named, y: Named): boolean {
  const xargs = x.inst ? x.inst.targs : noArgs;
  const yargs = y.inst ? y.inst.targs : noArgs;
  return identicalLists(xargs, yargs) && identicalOrigin(x, y);
}

const noArgs: readonly Type[] = [];

function identicalLists(xs: readonly Type[], ys: readonly Type[]): boolean {
  if (xs.length !== ys.length) return false;
  for (let i = 0; i < xs.length; i++) if (!identical(xs[i]!, ys[i]!)) return false;
  return true;
}

/** Reports whether two defined types come from one declaration. */
export function identicalOrigin(x: Named, y: Named): boolean {
  return namedOrigin(x).obj === namedOrigin(y).obj;
}

export function identicalInstance(xorig: Type, xargs: readonly Type[], yorig: Type, yargs: readonly Type[]): boolean {
  return identicalLists(xargs, yargs) && identical(xorig, yorig);
}

/** The type that an untyped value takes by itself. */
export function defaultType(t: Type): Type {
  if (t.kind !== 'Basic') return t;
  switch (t.basic) {
    case BasicKind.UntypedBool:
      return Typ[BasicKind.Bool]!;
    case BasicKind.UntypedInt:
      return Typ[BasicKind.Int]!;
    case BasicKind.UntypedRune:
      return universeRune;
    case BasicKind.UntypedFloat:
      return Typ[BasicKind.Float64]!;
    case BasicKind.UntypedComplex:
      return Typ[BasicKind.Complex128]!;
    case BasicKind.UntypedString:
      return Typ[BasicKind.String]!;
    default:
      return t;
  }
}

/** The larger of two untyped numeric types; null unless the types are that, or the same. */
export function maxType(x: Type, y: Type): Type | null {
  if (x === y) return x;
  if (!isUntypedNumeric(x) || !isUntypedNumeric(y)) return null;
  return (x as Basic).basic > (y as Basic).basic ? x : y;
}

/** Reports whether s is an identifier. */
export function isValidName(s: string): boolean {
  return /^[\p{L}_][\p{L}_\p{Nd}]*$/u.test(s) || s === '';
}
