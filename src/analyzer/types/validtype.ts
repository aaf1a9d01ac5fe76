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
  if (check.validTypes.has(t)) return true;
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
  if (!valid(check, orig.fromRHS, [...nest, t], [...path, t])) return false;
  // NOT-GO: a closed type that leads to no cycle is not walked again; gc walks n levels of two fields 2^n times.
  if (isClosed(check, t)) check.validTypes.add(t);
  return true;
}

/** Reports whether t surely mentions no type parameter that something around it stands for. */
function isClosed(check: Checker, t: Type): boolean {
  switch (t.kind) {
    case 'Basic':
      return true;
    case 'Named':
      if (check.validTypes.has(t)) return true;
      return t.inst ? t.inst.targs.every((targ) => isClosed(check, targ)) : typeParamsOf(t).length === 0;
    case 'Alias':
      return isClosed(check, unalias(t));
    case 'Pointer':
      return isClosed(check, t.base);
    case 'Array':
    case 'Slice':
    case 'Chan':
      return isClosed(check, t.elem);
    case 'Map':
      return isClosed(check, t.key) && isClosed(check, t.elem);
    default:
      return false;
  }
}
