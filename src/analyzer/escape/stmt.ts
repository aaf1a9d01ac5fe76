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
  const { b } = e;
  b.pass.budget.spend(1);
  const outer = b.stmt;
  b.stmt = n;
  if (n.init.length > 0) stmts(e, n.init);
  if (b.pass.without.size === 0 || !(b.pass.without.has(n.pos) && isSimple(n))) walk(e, n);
  b.stmt = outer;
}

/** Statements without statements inside: the ones that move values. */
function isSimple(n: Node): boolean {
  switch (n.op) {
    case 'OBLOCK':
    case 'ODCL':
    case 'OLABEL':
    case 'OIF':
    case 'OFOR':
    case 'ORANGE':
    case 'OSWITCH':
    case 'OSELECT':
      return false;
    default:
      return true;
  }
}

function walk(e: Escape, n: Node): void {
  switch (n.op) {
    case 'OFALL':
    case 'OINLMARK':
    case 'OBREAK':
    case 'OCONTINUE':
    case 'OGOTO':
      return;
    case 'OBLOCK':
      stmts(e, n.list);
      return;
    case 'ODCL':
      if (!isBlank(n.x)) declare(e, n.x);
      return;
    case 'OLABEL':
      label(e, n);
      return;
    case 'OIF':
      discard(e, n.cond);
      block(e, n.body);
      block(e, n.else);
      return;
    case 'OFOR':
      e.loopDepth++;
      discard(e, n.cond);
      if (n.post !== null) stmt(e, n.post);
      block(e, n.body);
      e.loopDepth--;
      return;
    case 'ORANGE':
      range(e, n);
      return;
    case 'OSWITCH':
      switchStmt(e, n);
      return;
    case 'OSELECT':
      for (const clause of n.cases) {
        if (clause.comm !== null) stmt(e, clause.comm);
        block(e, clause.body);
      }
      return;
    case 'OCHECKNIL':
      discard(e, n.x);
      return;
    case 'ORECV':
      exprSkipInit(e, e.b.discardHole(), n);
      return;
    case 'OSEND':
      discard(e, n.chan);
      assignHeap(e, n.value, 'send', n);
      return;
    case 'OAS':
      assignList(e, [n.x], [n.y], 'assign', n);
      return;
    case 'OASOP':
      assignList(e, [n.x], [n.y], 'assign', n);
      return;
    case 'OAS2':
      assignList(e, n.lhs, n.rhs, 'assign-pair', n);
      return;
    case 'OAS2DOTTYPE':
      assignList(e, n.lhs, n.rhs, 'assign-pair-dot-type', n);
      return;
    case 'OAS2MAPR':
      assignList(e, n.lhs, n.rhs, 'assign-pair-mapr', n);
      return;
    case 'OAS2RECV':
    case 'OSELRECV2':
      assignList(e, n.lhs, n.rhs, 'assign-pair-receive', n);
      return;
    case 'OAS2FUNC':
      assignCall(e, n);
      return;
    case 'ORETURN':
      returnStmt(e, n);
      return;
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
      call(e, null, n);
      return;
    case 'OGO':
    case 'ODEFER':
      goDeferStmt(e, n);
      return;
    case 'OTAILCALL':
      call(e, null, n.call);
      return;
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
