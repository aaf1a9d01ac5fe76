/**
 * What never runs: conditions that are always true or false, statements after a terminating one, switches on constants.
 * Follows staticBool, terminates and hasFallthrough of noder/writer.go (Go 1.26).
 *
 * The syntax tree is not changed: a condition comes back simplified.
 */
import type * as syntax from '../../syntax/tree.ts';
import { boolVal } from '../../types/constant.ts';
import type { Checked } from './checked.ts';
import { unparen } from './expr.ts';

export interface StaticCond {
  /** 1 always true, -1 always false, 0 not known. */
  readonly value: -1 | 0 | 1;
  /** The condition without the operands that cannot matter. */
  readonly cond: syntax.Expr;
}

export function staticBool(c: Checked, e: syntax.Expr): StaticCond {
  const tv = c.tv(e);
  if (tv?.value) return { value: boolVal(tv.value) ? 1 : -1, cond: e };
  if (e.kind !== 'Operation') return { value: 0, cond: e };
  switch (e.op) {
    case '!':
      // As gc 1.26: the value of the operand, not of its negation.
      return negation(c, e);
    case '&&':
      return conjunction(c, e, -1);
    case '||':
      return conjunction(c, e, 1);
    default:
      return { value: 0, cond: e };
  }
}

function negation(c: Checked, e: syntax.Operation): StaticCond {
  const x = staticBool(c, e.x);
  return { value: x.value, cond: x.cond === e.x ? e : c.replace(e, { ...e, x: x.cond }) };
}

/** && (absorbing -1) and || (absorbing 1). */
function conjunction(c: Checked, e: syntax.Operation, absorbing: -1 | 1): StaticCond {
  const x = staticBool(c, e.x);
  if (x.value === absorbing) return { value: x.value, cond: x.cond };
  const y = staticBool(c, e.y!);
  const simplified = x.cond === e.x && y.cond === e.y ? e : c.replace(e, { ...e, x: x.cond, y: y.cond });
  if (x.value === -absorbing || y.value === absorbing) {
    return { value: y.value, cond: c.tv(x.cond)?.value ? y.cond : simplified };
  }
  return { value: 0, cond: simplified };
}

/** Whether nothing after stmt in its list can run, unless it is jumped to. */
export function terminates(c: Checked, stmt: syntax.Stmt | null): boolean {
  if (stmt === null) return false;
  switch (stmt.kind) {
    case 'BranchStmt':
      return stmt.tok === 'goto';
    case 'ReturnStmt':
      return true;
    case 'ExprStmt': {
      const call = unparen(stmt.x);
      return call.kind === 'CallExpr' && isPanic(c, call.fun);
    }
    case 'IfStmt': {
      const { value } = staticBool(c, stmt.cond);
      return (value < 0 || terminates(c, stmt.then)) && (value > 0 || terminates(c, stmt.else));
    }
    case 'BlockStmt':
      return terminates(c, lastNonEmpty(stmt.list));
    default:
      return false;
  }
}

function isPanic(c: Checked, fun: syntax.Expr): boolean {
  const name = unparen(fun);
  return name.kind === 'Name' && name.value === 'panic' && c.tv(name)?.mode === 'builtin';
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
