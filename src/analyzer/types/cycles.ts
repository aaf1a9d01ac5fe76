/** Cycles of declarations that types2/cycles.go of Go 1.26 finds: direct ones of names, and types of infinite size. */
import { unalias } from './alias.ts';
import type { Checker } from './checker.ts';
import { cycleError, firstInSrc } from './declcycle.ts';
import { pop, push } from './environment.ts';
import type { Obj, TypeName } from './object.ts';
import type { Named, Type } from './type.ts';
import { universeInvalid } from './universe.ts';

/** Finds type declarations that lead back to themselves through names alone, before any type is checked. */
export function directCycles(check: Checker): void {
  // Index on the current path; -1 for types known to be on no cycle still to be reported.
  const pathIdx = new Map<TypeName, number>();
  for (const obj of check.objList) if (obj.kind === 'TypeName') directCycle(check, obj, pathIdx);
}

function directCycle(check: Checker, start: TypeName, pathIdx: Map<TypeName, number>): void {
  const path: TypeName[] = [];
  let tname = start;
  for (;;) {
    const index = pathIdx.get(tname);
    if (index !== undefined) {
      if (index >= 0) {
        tname.typ = universeInvalid;
        const cycle: Obj[] = path.slice(index);
        cycleError(check, cycle, firstInSrc(cycle));
      }
      break;
    }
    pathIdx.set(tname, path.length);
    path.push(tname);
    const rhs = check.objMap.get(tname)!.tdecl!.type;
    const next = rhs.kind === 'Name' ? check.pkg.scope.lookup(rhs.value) : null;
    if (next?.kind !== 'TypeName') break;
    tname = next;
  }
  for (const t of path) pathIdx.set(t, -1);
}

/** Reports whether a value of type `t` has a finite size; says so if not. Needed where a value is used while types are still being declared. */
export function finiteSize(check: Checker, t: Type): boolean {
  const u = unalias(t);
  switch (u.kind) {
    case 'Named':
      return finiteNamed(check, u);
    case 'Array':
      return finiteSize(check, u.elem);
    case 'Struct':
      for (const f of u.fields) if (f.typ && !finiteSize(check, f.typ)) return false;
      return true;
    default:
      return true;
  }
}

function finiteNamed(check: Checker, t: Named): boolean {
  if (t.finite >= 0) return t.finite === 1;
  const i = check.objPathIdx.get(t.obj);
  if (i !== undefined) {
    const cycle = check.objPath.slice(i);
    cycleError(check, cycle, firstInSrc(cycle));
    return false;
  }
  // A type of an imported package that was not loaded yet was checked where it was declared.
  if (!t.fromRHS) {
    if (t.loader) t.finite = 1;
    return true;
  }
  push(check, t.obj);
  const finite = finiteSize(check, t.fromRHS);
  pop(check);
  if (t.finite < 0) t.finite = finite ? 1 : 0;
  return finite;
}
