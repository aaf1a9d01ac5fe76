/**
 * What never runs: conditions that are always true or false, statements after a terminating one, switches on constants.
 * Follows staticBool, terminates and hasFallthrough of noder/writer.go (Go 1.26).
 *
 * The syntax tree is not changed: a condition comes back simplified.
 */
import type * as syntax from '../../syntax/tree.ts';
import { boolVal } from '../../types/constant.ts';
import { unparen } from './expr.ts';
import type { Reader } from './reader.ts';

export interface StaticCond {
  /** 1 always true, -1 always false, 0 not known. */
  readonly value: -1 | 0 | 1;
  /** The condition without the operands that cannot matter. */
  readonly cond: syntax.Expr;
}

export function staticBool(r: Reader, e: syntax.Expr): StaticCond {
  const tv = r.tv(e);
  if (tv?.value) return { value: boolVal(tv.value) ? 1 : -1, cond: e };
  if (e.kind !== 'Operation') return { value: 0, cond: e };
  switch (e.op) {
    case '!':
      // As gc 1.26: the value of the operand, not of its negation.
      return negation(r, e);
    case '&&':
      return conjunction(r, e, -1);
    case '||':
      return conjunction(r, e, 1);
    default:
      return { value: 0, cond: e };
  }
}

function negation(r: Reader, e: syntax.Operation): StaticCond {
  const x = staticBool(r, e.x);
  return { value: x.value, cond: x.cond === e.x ? e : r.replace(e, { ...e, x: x.cond }) };
}

/** && (absorbing -1) and || (absorbing 1). */
function conjunction(r: Reader, e: syntax.Operation, absorbing: -1 | 1): StaticCond {
  const x = staticBool(r, e.x);
  if (x.value === absorbing) return { value: x.value, cond: x.cond };
  const y = staticBool(r, e.y!);
  const simplified = x.cond === e.x && y.cond === e.y ? e : r.replace(e, { ...e, x: x.cond, y: y.cond });
  if (x.value === -absorbing || y.value === absorbing) {
    return { value: y.value, cond: r.tv(x.cond)?.value ? y.cond : simplified };
  }
  return { value: 0, cond: simplified };
}

/** Whether nothing after stmt in its list can run, unless it is jumped to. */
export function terminates(r: Reader, stmt: syntax.Stmt | null): boolean {
  if (stmt === null) return false;
  switch (stmt.kind) {
    case 'BranchStmt':
      return stmt.tok === 'goto';
    case 'ReturnStmt':
      return true;
    case 'ExprStmt': {
      const call = unparen(stmt.x);
      return call.kind === 'CallExpr' && isPanic(r, call.fun);
    }
    case 'IfStmt': {
      const { value } = staticBool(r, stmt.cond);
      return (value < 0 || terminates(r, stmt.then)) && (value > 0 || terminates(r, stmt.else));
    }
    case 'BlockStmt':
      return terminates(r, lastNonEmpty(stmt.list));
    default:
      return false;
  }
}

function isPanic(r: Reader, fun: syntax.Expr): boolean {
  const name = unparen(fun);
  return name.kind === 'Name' && name.value === 'panic' && r.tv(name)?.mode === 'builtin';
}

function lastNonEmpty(list: readonly syntax.Stmt[]): syntax.Stmt | null {
  for (let i = list.length - 1; i >= 0; i--) if (list[i]!.kind !== 'EmptyStmt') return list[i]!;
  return null;
}

export function hasFallthrough(list: readonly syntax.Stmt[]): boolean {
  let stmt = lastNonEmpty(list);
  while (stmt?.kind === 'LabeledStmt') stmt = stmt.stmt;
  return stmt?.kind === 'BranchStmt' && stmt.tok === 'fallthrough';
}
