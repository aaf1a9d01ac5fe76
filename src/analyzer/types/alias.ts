/**
 * Aliases: names that stand for another type. Follows types2/alias.go of Go 1.26.
 *
 * Invariant: `unalias` never returns an Alias. An alias whose right-hand side is still unknown counts as invalid.
 */
import type { Pos } from '../base/pos.ts';
import type { Checker } from './checker.ts';
import type { Context } from './context.ts';
import { TypeName } from './object.ts';
import { makeSubstMap, subst } from './subst.ts';
import { Alias, type Named, type Type } from './type.ts';
import { universeInvalid } from './universe.ts';

/** The type that `t` denotes in the end. */
export function unalias(t: Type): Exclude<Type, Alias> {
  return t.kind === 'Alias' ? ((t.actual as Exclude<Type, Alias> | null) ?? resolveAlias(t)) : t;
}

function resolveAlias(a0: Alias): Exclude<Type, Alias> {
  let t: Type | null = a0;
  while (t?.kind === 'Alias') t = t.actual ?? t.fromRHS;
  if (!t) return universeInvalid;
  a0.actual = t;
  return t as Exclude<Type, Alias>;
}

/** `t` as a defined type, or null if it is none. */
export function asNamed(t: Type): Named | null {
  const u = t.kind === 'Alias' ? unalias(t) : t;
  return u.kind === 'Named' ? u : null;
}

export function newAlias(check: Checker | null, obj: TypeName, rhs: Type | null): Alias {
  const a = new Alias(obj, rhs);
  obj.typ ??= a;
  if (check) check.cleaners.push(a);
  return a;
}

export function newAliasInstance(
  check: Checker | null,
  pos: Pos,
  orig: Alias,
  targs: readonly Type[],
  expanding: Named | null,
  ctxt: Context,
): Alias {
  const obj = new TypeName(pos, orig.obj.pkg, orig.obj.name, null);
  const rhs = subst(check, pos, orig.fromRHS ?? universeInvalid, makeSubstMap(orig.tparams, targs), expanding, ctxt);
  const res = newAlias(check, obj, rhs);
  res.orig = orig;
  res.tparams = orig.tparams;
  res.targs = targs;
  return res;
}
