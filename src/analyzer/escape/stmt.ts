/**
 * Statements: control structure only matters as loop depth; the assignments inside are what flows.
 * Follows cmd/compile/internal/escape/stmt.go (Go 1.26).
 */

import type { Expr } from '../ir/expr.ts';
import type { Name } from '../ir/name.ts';
import { isBlank } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import type { AssignListStmt, LabelStmt, RangeStmt, ReturnStmt, SwitchStmt } from '../ir/stmt.ts';
import { addrs, assignHeap, assignList, reassigned } from './assign.ts';
import { call, goDeferStmt } from './call.ts';
import type { Escape } from './escape.ts';
import { discard, discards, dotType, expr, exprSkipInit } from './expr.ts';
import type { Hole } from './graph.ts';

export function stmts(e: Escape, list: readonly Node[]): void {
  for (let i = 0; i < list.length; i++) stmt(e, list[i]!);
}

/** Statements with a loop depth of their own: what labels add inside ends with the block. */
export function block(e: Escape, list: readonly Node[]): void {
  const depth = e.loopDepth;
  stmts(e, list);
  e.loopDepth = depth;
}

export function stmt(e: Escape, n: Node): void {
  e.b.pass.budget.spend(1);
  if (n.init.length > 0) stmts(e, n.init);
  switch (n.op) {
    case 'OFALL':
    case 'OINLMARK':
    case 'OBREAK':
    case 'OCONTINUE':
    case 'OGOTO':
      return;
    case 'OBLOCK':
      return stmts(e, n.list);
    case 'ODCL':
      if (!isBlank(n.x)) declare(e, n.x);
      return;
    case 'OLABEL':
      return label(e, n);
    case 'OIF':
      discard(e, n.cond);
      block(e, n.body);
      return block(e, n.else);
    case 'OFOR':
      e.loopDepth++;
      discard(e, n.cond);
      if (n.post !== null) stmt(e, n.post);
      block(e, n.body);
      e.loopDepth--;
      return;
    case 'ORANGE':
      return range(e, n);
    case 'OSWITCH':
      return switchStmt(e, n);
    case 'OSELECT':
      for (const clause of n.cases) {
        if (clause.comm !== null) stmt(e, clause.comm);
        block(e, clause.body);
      }
      return;
    case 'ORECV':
      return exprSkipInit(e, e.b.discardHole(), n);
    case 'OSEND':
      discard(e, n.chan);
      return assignHeap(e, n.value, 'send', n);
    case 'OAS':
      return assignList(e, [n.x], [n.y], 'assign', n);
    case 'OASOP':
      return assignList(e, [n.x], [n.y], 'assign', n);
    case 'OAS2':
      return assignList(e, n.lhs, n.rhs, 'assign-pair', n);
    case 'OAS2DOTTYPE':
      return assignList(e, n.lhs, n.rhs, 'assign-pair-dot-type', n);
    case 'OAS2MAPR':
      return assignList(e, n.lhs, n.rhs, 'assign-pair-mapr', n);
    case 'OAS2RECV':
    case 'OSELRECV2':
      return assignList(e, n.lhs, n.rhs, 'assign-pair-receive', n);
    case 'OAS2FUNC':
      return assignCall(e, n);
    case 'ORETURN':
      return returnStmt(e, n);
    case 'OCALLFUNC':
    case 'OCALLINTER':
    case 'OINLCALL':
    case 'OCLEAR':
    case 'OCLOSE':
    case 'OCOPY':
    case 'ODELETE':
    case 'OPANIC':
    case 'OPRINT':
    case 'OPRINTLN':
    case 'ORECOVER':
      return call(e, null, n);
    case 'OGO':
    case 'ODEFER':
      return goDeferStmt(e, n);
    case 'OTAILCALL':
      return call(e, null, n.call);
    default:
      throw new Error(`not a statement: ${n.op}`);
  }
}

/** The declaration tells how deep in loops the variable lives. */
function declare(e: Escape, name: Name): Hole {
  const loc = e.b.oldLoc(name);
  loc.loopDepth = e.loopDepth;
  return loc.asHole();
}

function label(e: Escape, n: LabelStmt): void {
  if (n.label === '_') return;
  if (e.labels?.get(n.label) === 'looping') e.loopDepth++;
  e.labels?.delete(n.label);
}

function range(e: Escape, n: RangeStmt): void {
  const { b } = e;
  // The operand is evaluated outside the loop and lives until its end.
  const operand = e.newLoc(null, true);
  expr(e, operand.asHole(), n.x);
  e.loopDepth++;
  const holes = addrs(e, [n.key, n.value]);
  const value = holes[1]!;
  b.flow(b.pass.types.isArray(n.x.type) ? value.note(n, 'range') : value.deref(n, 'range-deref'), operand);
  reassigned(holes, n);
  block(e, n.body);
  e.loopDepth--;
}

function switchStmt(e: Escape, n: SwitchStmt): void {
  const { tag } = n;
  if (tag !== null && tag.op === 'OTYPESW') {
    const holes: Hole[] = [];
    if (tag.tag !== null) {
      for (const clause of n.cases) {
        const name = clause.var;
        if (name === null) continue;
        const hole = declare(e, name);
        if (e.b.pass.types.hasPointers(name.type)) holes.push(dotType(e, hole, name.type, clause, 'switch case'));
      }
    }
    expr(e, e.teeHole(holes), tag.x);
  } else {
    discard(e, tag);
  }
  for (const clause of n.cases) {
    discards(e, clause.list);
    block(e, clause.body);
  }
}

/** `a, b = f()` */
function assignCall(e: Escape, n: AssignListStmt): void {
  const rhs = n.rhs[0]!;
  stmts(e, rhs.init);
  const holes = addrs(e, n.lhs);
  call(e, holes, rhs);
  reassigned(holes, n);
}

function returnStmt(e: Escape, n: ReturnStmt): void {
  const dsts: (Expr | null)[] = [];
  for (const result of e.curfn.results) dsts.push(result.name);
  assignList(e, dsts, n.results, 'return', n);
}
