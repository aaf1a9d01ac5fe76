/**
 * Captures: how a closure takes the variables of the functions around it, and what that makes flow into its record.
 * By value what is never reassigned, never has its address taken and is small; by reference the rest.
 * Follows flowClosure and the OCLOSURE case of escape/escape.go and expr.go (Go 1.26).
 */
import type { ClosureExpr } from '../ir/expr.ts';
import { canonical } from '../ir/name.ts';
import type { Batch, Escape } from './escape.ts';
import { Escape as FuncWalk, isNested, walkFunc } from './escape.ts';
import type { Hole, PendingClosure } from './graph.ts';

/** Bytes up to which a variable is captured by value. */
const maxByvalSize = 128;

/** The expression `func(…) {…}`: allocates a record, marks its variables as captured, and walks the body. */
export function closureExpr(e: Escape, hole: Hole, n: ClosureExpr): void {
  const { b } = e;
  const stores = e.spill(hole, n);
  const fn = n.func;
  b.closures.push({ hole: stores, captured: fn.closureVars, stmt: b.stmt });
  if (!isNested(b.pass.switches, fn)) return;
  for (const cv of fn.closureVars) {
    const loc = b.oldLoc(cv);
    if (loc.captured) continue;
    loc.captured = true;
    // Assignments in straight-line code before the first capture do not matter.
    if (loc.loopDepth === e.loopDepth) loc.reassigned = false;
  }
  for (const name of fn.dcl) if (!b.pass.locOf.has(name)) new FuncWalk(b, fn).newLoc(name, true);
  walkFunc(b, fn);
}

export function flowClosure(b: Batch, pending: PendingClosure): void {
  const { recorder, types } = b.pass;
  b.stmt = pending.stmt;
  for (const cv of pending.captured) {
    const name = canonical(cv);
    const loc = b.oldLoc(cv);
    const size = types.size(name.type);
    const byval = !loc.addrtaken && !loc.reassigned && size <= maxByvalSize;
    loc.byval = byval;
    if (!byval) name.addrtaken = true;
    if (recorder.paths) recorder.record({ kind: 'captured', loc, name, byval, addrtaken: loc.addrtaken, size });
    const hole = byval ? pending.hole : pending.hole.addr(cv, 'reference');
    b.flow(hole.note(cv, 'captured by a closure'), loc);
  }
}
