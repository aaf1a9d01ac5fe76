/** Comparisons. Follows comparison of types2/expr.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Operator } from '../syntax/tree.ts';
import { assignableTo } from './assignable.ts';
import type { Checker } from './checker.ts';
import { type ConstantOp, compare, makeBool } from './constant.ts';
import { errorf } from './errors.ts';
import { compositeKind, sprintf } from './format.ts';
import type { Operand } from './operand.ts';
import { allOrdered, comparable, comparableType, defaultType, hasNil, isTypeParam, isValid } from './predicates.ts';
import { BasicKind, type Type } from './type.ts';
import { formatCause, under } from './under.ts';
import { Typ } from './universe.ts';
import { updateExprType } from './untyped.ts';

export function comparison(check: Checker, x: Operand, y: Operand, op: Operator, switchCase: boolean): void {
  if (!isValid(x.typ!) || !isValid(y.typ!)) {
    x.mode = 'invalid';
    return;
  }
  if (switchCase) op = '==';
  const bad = comparisonFault(check, x, y, op);
  if (bad) {
    reportComparison(check, x, y, op, switchCase, bad);
    x.mode = 'invalid';
    return;
  }
  if (x.mode === 'constant' && y.mode === 'constant') {
    x.val = makeBool(compare(x.val!, op as ConstantOp, y.val!));
  } else {
    x.mode = 'value';
    // The operands have their final types now; that of the result may still change.
    updateExprType(check, x.expr!, defaultType(x.typ!), true);
    updateExprType(check, y.expr!, defaultType(y.typ!), true);
  }
  x.typ = Typ[BasicKind.UntypedBool]!;
}

interface Fault {
  readonly at: Operand;
  readonly cause: string;
  readonly code: string;
}

function comparisonFault(check: Checker, x: Operand, y: Operand, op: Operator): Fault | null {
  if (!assignableTo(check, x, y.typ!, null).ok && !assignableTo(check, y, x.typ!, null).ok) {
    // The right operand is reported: it is where the mismatch shows.
    return { at: y, cause: sprintf(check, texts.mismatched, [x.typ, y.typ]), code: 'MismatchedTypes' };
  }
  const code = 'UndefinedOp';
  if (op !== '==' && op !== '!=') {
    if (!allOrdered(x.typ!)) return { at: x, cause: '', code };
    return allOrdered(y.typ!) ? null : { at: y, cause: '', code };
  }
  if (x.mode === 'nilvalue' || y.mode === 'nilvalue') {
    const t = x.mode === 'nilvalue' ? y.typ! : x.typ!;
    return hasNil(t) ? null : { at: y, cause: '', code };
  }
  if (!comparable(x.typ!)) return { at: x, cause: incomparableCause(check, x.typ!), code };
  if (!comparable(y.typ!)) return { at: y, cause: incomparableCause(check, y.typ!), code };
  return null;
}

function reportComparison(check: Checker, x: Operand, y: Operand, op: Operator, switchCase: boolean, bad: Fault): void {
  let { at, cause } = bad;
  if (cause === '') {
    if (isTypeParam(x.typ!) || isTypeParam(y.typ!)) {
      if (!isTypeParam(x.typ!)) at = y;
      cause = sprintf(check, texts.typeParamOperator, [at.typ, op]);
    } else {
      cause = sprintf(check, texts.operatorCause, [op, compositeKind(at.typ!) || at.typ]);
    }
  }
  if (switchCase) errorf(check, x, bad.code, texts.invalidCase, x.expr, y.expr, cause);
  else errorf(check, at, bad.code, texts.comparison, x.expr, op, y.expr, cause);
}

/** Why values of the type cannot be compared. */
function incomparableCause(check: Checker, t: Type): string {
  const u = under(t);
  if (u.kind === 'Slice' || u.kind === 'Signature' || u.kind === 'Map') {
    return sprintf(check, texts.onlyNil, [compositeKind(t)]);
  }
  const cause = comparableType(t, true, null);
  return cause ? formatCause(check, cause) : '';
}
