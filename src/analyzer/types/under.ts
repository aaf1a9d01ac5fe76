/**
 * Underlying types, and what the underlying types of a type set have in common. Follows types2/under.go of Go 1.26.
 *
 * A type parameter stands for its type set: functions here that take a predicate ask it of each specific type, or once
 * with nulls if there is none.
 */
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { type Arg, sprintf } from './format.ts';
import { namedUnder } from './named.ts';
import { identical } from './predicates.ts';
import type { Alias, Named, Type, TypeParam } from './type.ts';
import { typeParamIface } from './typeparam.ts';
import { typeSetAll, typeSetOf } from './typeset.ts';

/** A type that is its own underlying type. */
export type Underlying = Exclude<Type, Named | Alias | TypeParam>;

export function under(t: Type): Underlying {
  switch (t.kind) {
    case 'Named':
      return namedUnder(t) as Underlying;
    case 'Alias':
      return under(unalias(t));
    case 'TypeParam':
      return typeParamIface(t);
    default:
      return t;
  }
}

/** Asks f of the underlying type of each specific type of `typ`, null if there is none. */
export function underIs(typ: Type, f: (u: Underlying | null) => boolean): boolean {
  return all(typ, (_, u) => f(u));
}

/** Asks f of each type of the type set with its underlying type; of nulls if the set has no specific types. */
export function all(t: Type, f: (t: Type | null, u: Underlying | null) => boolean): boolean {
  const p = t.kind === 'Alias' ? unalias(t) : t;
  if (p.kind === 'TypeParam') return typeSetAll(typeSetOf(typeParamIface(p)), f);
  return f(t, under(t));
}

export interface TypeOfSet {
  readonly type: Type | null;
  readonly under: Underlying | null;
}

/** The types that `all` would ask about, as a list. */
export function typeset(t: Type): readonly TypeOfSet[] {
  const list: TypeOfSet[] = [];
  all(t, (type, u) => {
    list.push({ type, under: u });
    return true;
  });
  return list;
}

/** Why types do not go together; made into words only if someone reports it. */
export class TypeCause {
  readonly format: string;
  readonly args: readonly Arg[];
  constructor(format: string, args: readonly Arg[]) {
    this.format = format;
    this.args = args;
  }
}

export function typeErrorf(format: string, ...args: Arg[]): TypeCause {
  return new TypeCause(format, args);
}

export function formatCause(check: Checker | null, cause: TypeCause): string {
  return sprintf(check, cause.format, cause.args);
}

export const causes = {
  noSpecificType: 'no specific type',
  channelElems: 'channels %s and %s have different element types',
  channelDirs: 'channels %s and %s have conflicting directions',
  differentUnder: '%s and %s have different underlying types',
} as const;

/**
 * The underlying type that all types of the set share, or a cause why there is none. Channels of one element type share
 * the one with a direction. `cond`, if given, may object to a type first.
 */
export function commonUnder(
  t: Type,
  cond: ((t: Type | null, u: Underlying | null) => TypeCause | null) | null,
): readonly [Underlying, null] | readonly [null, TypeCause] {
  let ct: Type | null = null;
  let cu: Underlying | null = null;
  let bad: TypeCause | null = null;
  all(t, (t, u) => {
    bad = cond ? cond(t, u) : null;
    if (bad) return false;
    if (!u || !t) {
      bad = typeErrorf(causes.noSpecificType);
      return false;
    }
    if (!cu) {
      ct = t;
      cu = u;
      return true;
    }
    if (cu.kind === 'Chan' && u.kind === 'Chan') {
      if (!identical(cu.elem, u.elem)) bad = typeErrorf(causes.channelElems, ct, t);
      else if (cu.dir !== u.dir) {
        if (cu.dir === 'both') {
          ct = t;
          cu = u;
        } else if (u.dir !== 'both') bad = typeErrorf(causes.channelDirs, ct, t);
      }
      return bad === null;
    }
    if (!identical(cu, u)) bad = typeErrorf(causes.differentUnder, ct, t);
    return bad === null;
  });
  if (bad) return [null, bad];
  if (!cu) return [null, typeErrorf(causes.noSpecificType)];
  return [cu, null];
}
