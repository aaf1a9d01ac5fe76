/**
 * Cycles of declarations being checked. Follows types2/decl.go of Go 1.26.
 *
 * A cycle is valid when it runs through types only (a pointer to itself), through values only (initorder.ts judges
 * those), or through a function.
 */
import { texts } from '../base/texts/types.ts';
import type { Checker } from './checker.ts';
import { errorf, newError } from './errors.ts';
import { isAliasName, qualifierOf } from './format.ts';
import { isNewer } from './newer.ts';
import type { Obj } from './object.ts';
import { packagePrefix } from './objectstring.ts';
import { isGeneric } from './predicates.ts';
import { typeString } from './typestring.ts';
import { universeInvalid } from './universe.ts';

export function declCycle(check: Checker, obj: Obj): void {
  const valid = validCycle(check, obj);
  switch (obj.kind) {
    case 'Const':
    case 'Var':
      if (!valid || !obj.typ) obj.typ = universeInvalid;
      break;
    case 'TypeName':
      if (!valid) obj.typ = universeInvalid;
      break;
    default:
      break;
  }
}

/** Judges the cycle from `obj` on the path back to itself; reports it if it is not valid. */
function validCycle(check: Checker, obj: Obj): boolean {
  const cycle = check.objPath.slice(check.objPathIdx.get(obj)!);
  let nval = 0;
  let ndef = 0;
  for (const o of cycle) {
    switch (o.kind) {
      case 'Const':
      case 'Var':
        nval++;
        break;
      case 'TypeName':
        // A constraint may mention the generic type that it belongs to.
        if (check.env.inTParamList && o.typ && isGeneric(o.typ)) return true;
        if (!isAliasName(o)) ndef++;
        break;
      default:
        break;
    }
  }
  if (nval === cycle.length) return true;
  if (nval === 0 && ndef > 0) return true;
  cycleError(check, cycle, firstInSrc(cycle));
  return false;
}

/** Reports a cycle of declarations, beginning with the object at index `start`. */
export function cycleError(check: Checker, cycle: readonly Obj[], start: number): void {
  const qf = qualifierOf(check);
  // A newer toolchain names type arguments.
  const name = (o: Obj) =>
    isNewer(check) && o.typ?.kind === 'Named' && o.typ.inst ? typeString(o.typ, qf) : packagePrefix(o.pkg, qf) + o.name;
  let obj = cycle[start]!;
  const isType = obj.kind === 'TypeName';
  if (isType && obj.typ?.kind === 'Alias') {
    obj.typ.fromRHS = universeInvalid;
  }
  if (cycle.length === 1) {
    errorf(check, obj, 'InvalidDeclCycle', isType ? texts.recursiveTypeSelf : texts.cycleSelf, name(obj));
    return;
  }
  const err = newError(check, 'InvalidDeclCycle');
  err.addf(obj, isType ? texts.recursiveType : texts.cycle, name(obj));
  for (let i = 0; i < cycle.length; i++) {
    const next = cycle[(start + i + 1) % cycle.length]!;
    err.addf(obj, texts.refersTo, name(obj), name(next));
    obj = next;
  }
  err.report();
}

/** Index of the object that stands first in the source. */
export function firstInSrc(path: readonly Obj[]): number {
  let first = 0;
  for (let i = 1; i < path.length; i++) if (path[i]!.pos < path[first]!.pos) first = i;
  return first;
}
