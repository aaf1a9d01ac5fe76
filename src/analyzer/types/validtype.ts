/**
 * Types that contain themselves. Follows types2/validtype.go of Go 1.26.
 *
 * The walk goes into arrays, structs, unions, embedded interfaces and defined types. `nest` holds the defined types
 * around the current one; meeting one again is an error. A type parameter is replaced by the type argument of the
 * innermost enclosing instance, which is looked at outside that instance (`nest` without it).
 */
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { cycleError } from './declcycle.ts';
import { namedOrigin, typeArgsOf, typeParamsOf, unpack } from './named.ts';
import { identical } from './predicates.ts';
import type { Named, Type } from './type.ts';
import { universeInvalid } from './universe.ts';

export function validType(check: Checker, typ: Named): void {
  valid(check, typ, [], []);
}

function valid(check: Checker, typ: Type | null, nest: readonly Named[], path: readonly Named[]): boolean {
  if (!typ) return true;
  const t = unalias(typ);
  switch (t.kind) {
    case 'Array':
      return valid(check, t.elem, nest, path);
    case 'Struct':
      for (const f of t.fields) if (!valid(check, f.typ, nest, path)) return false;
      return true;
    case 'Union':
      for (const term of t.terms) if (!valid(check, term.typ, nest, path)) return false;
      return true;
    case 'Interface':
      for (const e of t.embeddeds) if (!valid(check, e, nest, path)) return false;
      return true;
    case 'Named':
      return validNamed(check, t, nest, path);
    case 'TypeParam': {
      const inst = nest[nest.length - 1];
      if (!inst) return true;
      const i = typeParamsOf(inst).indexOf(t);
      const targ = i < 0 ? undefined : typeArgsOf(inst)[i];
      return targ === undefined || valid(check, targ, nest.slice(0, -1), path);
    }
    default:
      return true;
  }
}

function validNamed(check: Checker, t: Named, nest: readonly Named[], path: readonly Named[]): boolean {
  const orig = namedOrigin(t);
  // An imported type was checked where it was declared; with type arguments it may lead back here.
  if (orig.obj.pkg !== check.pkg && !t.inst) return true;
  for (const e of nest) {
    if (e !== t && !identical(e, t)) continue;
    // NOT-GO: a type of another package cannot be on a cycle in a valid import; types2 asserts that.
    orig.fromRHS = universeInvalid;
    const start = path.findIndex((p) => p === t || identical(p, t));
    const cycle = path.slice(Math.max(start, 0)).map((p) => p.obj);
    cycleError(check, cycle, 0);
    return false;
  }
  unpack(orig);
  return valid(check, orig.fromRHS, [...nest, t], [...path, t]);
}
