/** Checking expressions only for their effects on what counts as used, after an error. Follows use1 of types2/call.go. */
import type { Expr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { lookup } from './environment.ts';
import { exprOrType, rawExpr } from './expr.ts';
import type { Var } from './object.ts';
import { Operand } from './operand.ts';
import { unparen } from './util.ts';

/** Reports whether all expressions are valid. */
export function use(check: Checker, list: readonly (Expr | null)[]): boolean {
  return useN(check, list, false);
}

/** As `use`, but a variable on the left-hand side does not count as used. */
export function useLHS(check: Checker, list: readonly (Expr | null)[]): boolean {
  return useN(check, list, true);
}

function useN(check: Checker, list: readonly (Expr | null)[], lhs: boolean): boolean {
  let ok = true;
  for (const e of list) if (e && !use1(check, e, lhs)) ok = false;
  return ok;
}

function use1(check: Checker, e: Expr, lhs: boolean): boolean {
  const n = unparen(e);
  if (n.kind === 'ListExpr') return useN(check, n.elemList, lhs);
  const x = new Operand();
  if (n.kind !== 'Name') {
    rawExpr(check, null, x, e, null, true);
    return x.mode !== 'invalid';
  }
  if (n.value === '_') return true;
  const v = lhs ? localVar(check, n.value) : null;
  const used = v?.used ?? false;
  exprOrType(check, x, n, true);
  if (v) v.used = used;
  return x.mode !== 'invalid';
}

/** The variable of this package that `name` denotes, or null. */
export function localVar(check: Checker, name: string): Var | null {
  const obj = lookup(check, name);
  return obj?.kind === 'Var' && obj.pkg === check.pkg ? obj : null;
}
