/** Messages about numbers of values that do not match. Follows types2/assignments.go of Go 1.26. */
import { noPos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr, Node } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { errorf, newError, type Poser } from './errors.ts';
import { sprintf } from './format.ts';
import type { Var } from './object.ts';
import type { Operand } from './operand.ts';
import { isNumeric, isUntyped, isValid } from './predicates.ts';
import type { Basic, Type } from './type.ts';
import { unparen } from './util.ts';

export function operandTypes(list: readonly Operand[]): Type[] {
  return list.map((x) => x.typ!);
}

export function varTypes(list: readonly Var[]): Type[] {
  return list.map((x) => x.typ!);
}

/** Types as a list in parentheses: `(int, ...string)`; untyped numbers are "number". */
export function typesSummary(check: Checker, list: readonly Type[], variadic: boolean, hasDots: boolean): string {
  const parts = list.map((t, i) => {
    let s = typeSummary(check, t);
    if (i < list.length - 1) return s;
    if (variadic) {
      if (t.kind === 'Slice') s = sprintf(check, '%s', [t.elem]);
      s = `...${s}`;
    } else if (hasDots) {
      s += '...';
    }
    return s;
  });
  return `(${parts.join(', ')})`;
}

function typeSummary(check: Checker, t: Type): string {
  if (!t || !isValid(t)) return 'unknown type';
  if (!isUntyped(t)) return sprintf(check, '%s', [t]);
  return isNumeric(t) ? 'number' : (t as Basic).name.replace('untyped ', '');
}

/** `1 variable`, `2 variables` */
export function measure(x: number, unit: string): string {
  return `${x} ${unit}${x === 1 ? '' : 's'}`;
}

export function assignError(check: Checker, rhs: readonly Expr[], l: number, r: number): void {
  const vars = measure(l, 'variable');
  const vals = measure(r, 'value');
  const rhs0 = rhs[0]!;
  const call = rhs.length === 1 ? unparen(rhs0) : null;
  if (call?.kind === 'CallExpr') {
    errorf(check, rhs0, 'WrongAssignCount', texts.mismatchCall, vars, call.fun, vals);
  } else {
    errorf(check, rhs0, 'WrongAssignCount', texts.mismatchValues, vars, vals);
  }
}

export function returnError(check: Checker, stmt: Node, lhs: readonly Var[], rhs: readonly Operand[]): void {
  const l = lhs.length;
  const r = rhs.length;
  let at: Poser = stmt;
  if (r > l) at = rhs[l]!;
  else if (r > 0) at = rhs[r - 1]!;
  const err = newError(check, 'WrongResultCount');
  err.addf(at, texts.returnCount, r > l ? 'too many' : 'not enough');
  err.addf(noPos, texts.have, typesSummary(check, operandTypes(rhs), false, false));
  err.addf(noPos, texts.want, typesSummary(check, varTypes(lhs), false, false));
  err.report();
}
