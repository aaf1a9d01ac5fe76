/**
 * Fields and methods by name, and which methods a type lacks. Follows types2/lookup.go of Go 1.26.
 *
 * The search goes by depth of embedding: what is found at the least depth counts, two of that depth collide. A defined
 * type that was met at a lesser depth is not searched again.
 */
import { texts } from '../base/texts/types.ts';
import { asNamed, unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { objDecl } from './decl.ts';
import type { Cause } from './errors.ts';
import { qualifierOf, sprintf } from './format.ts';
import { lookupMethodIndex, methodAt } from './named.ts';
import { type Func, sameId, type Var } from './object.ts';
import type { Package } from './package.ts';
import { identical, isInterface, isTypeParam, isValid } from './predicates.ts';
import type { Interface, Pointer, Signature, Struct, Type } from './type.ts';
import { typeSetLookupMethod, typeSetOf } from './typeset.ts';
import { methodString } from './typestring.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

/**
 * What a name selects. Without an object, `index` tells a collision, `indirect` a method that needs a pointer receiver.
 */
export interface LookupResult {
  readonly obj: Var | Func | null;
  /** Path through embedded fields to the object's own index. */
  readonly index: readonly number[] | null;
  /** A pointer was followed on the way. */
  readonly indirect: boolean;
}

const notFound: LookupResult = { obj: null, index: null, indirect: false };
const needsPointer: LookupResult = { obj: null, index: null, indirect: true };
const noIndex: readonly number[] = [];

/** The field or method that `name`, written in `pkg`, selects in T. `foldCase` also finds names that differ in case. */
export function lookupFieldOrMethod(
  T: Type,
  addressable: boolean,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): LookupResult {
  // A defined pointer type has no methods, but the fields of its base.
  const t = asNamed(T);
  if (t) {
    const p = under(t);
    if (p.kind === 'Pointer') {
      const found = lookupFieldOrMethodImpl(p, false, pkg, name, foldCase);
      return found.obj?.kind === 'Func' ? notFound : found;
    }
  }
  return lookupFieldOrMethodImpl(T, addressable, pkg, name, foldCase);
}

/** A type to search at the current depth. */
interface EmbeddedType {
  readonly typ: Type;
  readonly index: readonly number[];
  readonly indirect: boolean;
  /** The type occurs several times at this depth. */
  multiples: boolean;
}

function lookupFieldOrMethodImpl(
  T: Type,
  addressable: boolean,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): LookupResult {
  if (name === '_') return notFound;
  const [typ, isPtr] = deref(T);
  // A pointer to an interface or type parameter has no methods.
  if (isPtr && isInterface(typ)) return notFound;

  let current: readonly EmbeddedType[] = [{ typ, index: noIndex, indirect: isPtr, multiples: false }];
  const seen: Type[] = [];
  while (current.length > 0) {
    const next: EmbeddedType[] = [];
    const level: Level = { obj: null, index: null, indirect: false, collision: false };
    for (const e of current) {
      searchType(e, pkg, name, foldCase, seen, level, next);
      if (level.collision) return { obj: null, index: level.index, indirect: false };
    }
    const { obj, index, indirect } = level;
    if (obj) {
      if (obj.kind === 'Func') {
        if (!obj.typ && obj.loader) loadFunc(obj);
        if (!indirect && !addressable && hasPtrRecv(obj)) return needsPointer;
      }
      return { obj, index, indirect };
    }
    current = consolidateMultiples(next);
  }
  return notFound;
}

interface Level {
  obj: Var | Func | null;
  index: readonly number[] | null;
  indirect: boolean;
  collision: boolean;
}

/** Looks into one type at the current depth; embedded types go to `next` while nothing is found. */
function searchType(
  e: EmbeddedType,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
  seen: Type[],
  level: Level,
  next: EmbeddedType[],
): void {
  const named = asNamed(e.typ);
  if (named) {
    for (const t of seen) if (t === named || (named.inst && identical(t, named))) return;
    seen.push(named);
    const i = lookupMethodIndex(named, pkg, name, foldCase);
    if (i >= 0) {
      found(level, e, i, methodAt(named, i));
      return;
    }
  }
  const t = under(e.typ);
  if (t.kind === 'Struct') {
    for (let i = 0; i < t.fields.length; i++) {
      const f = t.fields[i]!;
      if (sameId(f, pkg, name, foldCase)) {
        found(level, e, i, f);
        if (level.collision) return;
        continue;
      }
      if (level.obj || !f.embedded) continue;
      const [typ, isPtr] = deref(f.typ!);
      next.push({ typ, index: [...e.index, i], indirect: e.indirect || isPtr, multiples: e.multiples });
    }
  } else if (t.kind === 'Interface') {
    const tset = typeSetOf(t);
    const i = typeSetLookupMethod(tset, pkg, name, foldCase);
    if (i >= 0) found(level, e, i, tset.methods[i]!);
  }
}

function found(level: Level, e: EmbeddedType, i: number, obj: Var | Func): void {
  level.index = [...e.index, i];
  if (level.obj || e.multiples) {
    level.collision = true;
    return;
  }
  level.obj = obj;
  level.indirect = e.indirect;
}

/** One entry for each type of a depth, marked if there were several. */
function consolidateMultiples(list: readonly EmbeddedType[]): readonly EmbeddedType[] {
  if (list.length <= 1) return list;
  const unique: EmbeddedType[] = [];
  for (const e of list) {
    const prev = unique.find((u) => identical(u.typ, e.typ));
    if (prev) prev.multiples = true;
    else unique.push(e);
  }
  return unique;
}

function loadFunc(f: Func): void {
  f.typ = f.loader!();
  f.loader = null;
}

/** Reports whether the method has a pointer receiver, also before its signature is known. */
export function hasPtrRecv(f: Func): boolean {
  if (f.typ?.kind === 'Signature' && f.typ.recv) return deref(f.typ.recv.typ!)[1];
  return f.ptrRecv;
}

/** A pairwise comparison of signatures: identity, or unification. */
export type Equivalent = (x: Type, y: Type) => boolean;

type MissingState = 'ok' | 'notFound' | 'wrongName' | 'unexported' | 'wrongSig' | 'ambigSel' | 'ptrRecv' | 'field';

export interface MissingMethod {
  readonly method: Func;
  /** The method exists but has another signature or needs a pointer. */
  readonly wrongType: boolean;
}

/**
 * The first method of the interface T that V lacks, or null. Without `static`, an interface V may lack methods, since its
 * dynamic type may have them. The reason goes to `cause`.
 */
export function missingMethod(
  check: Checker | null,
  V: Type,
  T: Type,
  isStatic: boolean,
  equivalent: Equivalent,
  cause: Cause | null,
): MissingMethod | null {
  const { methods } = typeSetOf(under(T) as Interface);
  if (methods.length === 0) return null;
  const vu = under(V);
  for (const m of methods) {
    const { state, f } =
      vu.kind === 'Interface' ? interfaceMethod(vu, m, isStatic, equivalent) : concreteMethod(check, V, m, equivalent);
    if (state === 'ok') continue;
    if (cause) {
      if (f && check) objDecl(check, f);
      cause.text = missingCause(check, V, T, m, f, state);
    }
    return { method: m, wrongType: state === 'wrongSig' || state === 'ptrRecv' };
  }
  return null;
}

interface MethodState {
  readonly state: MissingState;
  readonly f: Func | null;
}

function interfaceMethod(u: Interface, m: Func, isStatic: boolean, equivalent: Equivalent): MethodState {
  const tset = typeSetOf(u);
  const i = typeSetLookupMethod(tset, m.pkg, m.name, false);
  if (i < 0) return { state: isStatic ? 'notFound' : 'ok', f: null };
  const f = tset.methods[i]!;
  return { state: f === m || equivalent(f.typ!, m.typ!) ? 'ok' : 'wrongSig', f };
}

function concreteMethod(check: Checker | null, V: Type, m: Func, equivalent: Equivalent): MethodState {
  const { obj, index, indirect } = lookupFieldOrMethodImpl(V, false, m.pkg, m.name, false);
  if (!obj) {
    if (index) return { state: 'ambigSel', f: null };
    if (indirect) return { state: 'ptrRecv', f: null };
    const alt = lookupFieldOrMethodImpl(V, false, m.pkg, m.name, true).obj;
    if (alt?.kind !== 'Func') return { state: 'notFound', f: null };
    return { state: alt.name === m.name ? 'unexported' : 'wrongName', f: alt };
  }
  if (obj.kind !== 'Func') return { state: 'field', f: null };
  if (check) objDecl(check, obj);
  return { state: equivalent(obj.typ!, m.typ!) ? 'ok' : 'wrongSig', f: obj };
}

function missingCause(check: Checker | null, V: Type, T: Type, m: Func, f: Func | null, state: MissingState): string {
  switch (state) {
    case 'notFound':
      if (isInterfacePtr(V)) return `(${interfacePtrCause(check, V)})`;
      if (isInterfacePtr(T)) return `(${interfacePtrCause(check, T)})`;
      return sprintf(check, texts.missingMethod, [m.name]);
    case 'wrongName':
      return sprintf(check, texts.missingMethodHave, [
        m.name,
        funcString(check, f!, false),
        funcString(check, m, false),
      ]);
    case 'unexported':
      return sprintf(check, texts.unexportedMethod, [m.name]);
    case 'wrongSig': {
      let fs = funcString(check, f!, false);
      let ms = funcString(check, m, false);
      if (fs === ms) {
        fs = funcString(check, f!, true);
        ms = funcString(check, m, true);
      }
      // Different type parameters may have one name: then the difference cannot be shown.
      if (fs === ms) return sprintf(check, texts.wrongMethodType, [m.name]);
      return sprintf(check, texts.wrongMethodTypeHave, [m.name, fs, ms]);
    }
    case 'ambigSel':
      return sprintf(check, texts.ambiguousMethod, [V, m.name]);
    case 'ptrRecv':
      return sprintf(check, texts.pointerReceiver, [m.name]);
    case 'field':
      return sprintf(check, texts.fieldNotMethod, [V, m.name]);
    case 'ok':
      return '';
  }
}

/** Reports whether V has all methods of T; an invalid V counts as having them. */
export function hasAllMethods(
  check: Checker | null,
  V: Type,
  T: Type,
  isStatic: boolean,
  equivalent: Equivalent,
  cause: Cause | null,
): boolean {
  if (!isValid(V)) return true;
  return missingMethod(check, V, T, isStatic, equivalent, cause) === null || hasInvalidEmbeddedFields(V, null);
}

/** Reports whether T embeds an invalid type, which might have had any method. */
function hasInvalidEmbeddedFields(T: Type, seen: Set<Struct> | null): boolean {
  const s = under(derefStructPtr(T));
  if (s.kind !== 'Struct' || seen?.has(s)) return false;
  const inner = seen ?? new Set<Struct>();
  inner.add(s);
  return s.fields.some((f) => f.embedded && (!isValid(f.typ!) || hasInvalidEmbeddedFields(f.typ!, inner)));
}

export function isInterfacePtr(T: Type): boolean {
  const p = under(T);
  return p.kind === 'Pointer' && isInterface(p.base);
}

export function interfacePtrCause(check: Checker | null, T: Type): string {
  const p = under(T) as Pointer;
  return sprintf(check, isTypeParam(p.base) ? texts.pointerToTypeParam : texts.pointerToInterface, [T]);
}

/** Name and signature of a method; `pkgInfo` names the package of the first unexported field in it. */
export function funcString(check: Checker | null, f: Func, pkgInfo: boolean): string {
  return methodString(f.name, f.typ as Signature, check && !pkgInfo ? qualifierOf(check) : null);
}

/** Reports whether a value of the interface type V can be asserted to have type T. */
export function assertableTo(check: Checker | null, V: Type, T: Type, cause: Cause | null): boolean {
  // What an interface holds is known only when the program runs.
  return isInterface(T) || hasAllMethods(check, T, V, false, identical, cause);
}

/** The base of a pointer that is no defined type, and whether it was one. */
export function deref(typ: Type): readonly [Type, boolean] {
  const p = typ.kind === 'Alias' ? unalias(typ) : typ;
  return p.kind === 'Pointer' ? [p.base ?? Typ[0]!, true] : [typ, false];
}

/** The struct that `typ` points to, if it does; `typ` otherwise. */
export function derefStructPtr(typ: Type): Type {
  const p = under(typ);
  return p.kind === 'Pointer' && under(p.base).kind === 'Struct' ? p.base : typ;
}

/** Index of the field that `name`, written in `pkg`, means; -1 if there is none. */
export function fieldIndex(fields: readonly Var[], pkg: Package | null, name: string, foldCase: boolean): number {
  if (name === '_') return -1;
  for (let i = 0; i < fields.length; i++) if (sameId(fields[i]!, pkg, name, foldCase)) return i;
  return -1;
}
