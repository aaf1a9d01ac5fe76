/** Shifts. Follows shift of types2/expr.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { opPos, overflow, representable } from './const.ts';
import { makeUnknown, shift as shiftValue, sign, toInt, uint64Val, type Value } from './constant.ts';
import { errorf, verifyVersionf } from './errors.ts';
import type { Operand } from './operand.ts';
import { allInteger, allUnsigned, isInteger, isUntyped } from './predicates.ts';
import { BasicKind } from './type.ts';
import { Typ } from './universe.ts';
import { convertUntyped } from './untyped.ts';

/** The largest shift of a constant: enough to express the smallest float64. */
const shiftBound = 1023n - 1n + 52n;

export function shift(check: Checker, x: Operand, y: Operand, e: Expr | null, op: '<<' | '>>'): void {
  const xval = x.mode === 'constant' ? toInt(x.val!) : null;
  if (!allInteger(x.typ!) && !(isUntyped(x.typ!) && xval?.kind === 'Int')) {
    errorf(check, x, 'InvalidShiftOperand', texts.shiftedNotInteger, x);
    x.mode = 'invalid';
    return;
  }
  const yval = shiftCount(check, y);
  if (yval === undefined) {
    x.mode = 'invalid';
    return;
  }
  if (x.mode === 'constant') {
    if (yval) {
      foldShift(check, x, xval!, y, yval, e, op);
      return;
    }
    // A constant shifted by a variable takes the type that it would have without the shift.
    if (isUntyped(x.typ!)) {
      const info = check.untyped.get(x.expr!);
      if (info) check.untyped.set(x.expr!, { isLhs: true, mode: info.mode, typ: info.typ, val: info.val });
      x.mode = 'value';
      return;
    }
  }
  if (!allInteger(x.typ!)) {
    errorf(check, x, 'InvalidShiftOperand', texts.shiftedNotInteger, x);
    x.mode = 'invalid';
    return;
  }
  x.mode = 'value';
}

/** The value of a constant shift count, null for a variable one, undefined after an error. */
function shiftCount(check: Checker, y: Operand): Value | null | undefined {
  if (y.mode === 'constant') {
    const yval = toInt(y.val!);
    if (yval.kind === 'Int' && sign(yval) < 0) {
      errorf(check, y, 'InvalidShiftCount', texts.negativeShift, y);
      return undefined;
    }
    if (isUntyped(y.typ!)) {
      // Checked, but the count keeps its untyped type.
      representable(check, y, Typ[BasicKind.Uint]!);
      if ((y.mode as string) === 'invalid') return undefined;
    }
    return yval;
  }
  if (allInteger(y.typ!)) {
    const ok = allUnsigned(y.typ!) || verifyVersionf(check, y, 'go1.13', texts.v_signedShift, y);
    return ok ? null : undefined;
  }
  if (isUntyped(y.typ!)) {
    convertUntyped(check, y, Typ[BasicKind.Uint]!);
    return (y.mode as string) === 'invalid' ? undefined : null;
  }
  errorf(check, y, 'InvalidShiftCount', texts.shiftCountNotInteger, y);
  return undefined;
}

function foldShift(
  check: Checker,
  x: Operand,
  xval: Value,
  y: Operand,
  yval: Value,
  e: Expr | null,
  op: '<<' | '>>',
): void {
  if (x.val!.kind === 'Unknown' || y.val!.kind === 'Unknown') {
    x.val = makeUnknown();
    if (!isInteger(x.typ!)) x.typ = Typ[BasicKind.UntypedInt]!;
    return;
  }
  const s = uint64Val(yval);
  if (s === undefined || s > shiftBound) {
    errorf(check, y, 'InvalidShiftCount', texts.invalidShiftCount, y);
    x.mode = 'invalid';
    return;
  }
  // A shifted untyped float with an integer value becomes an integer.
  if (!isInteger(x.typ!)) x.typ = Typ[BasicKind.UntypedInt]!;
  x.val = shiftValue(xval, op, Number(s));
  x.expr = e;
  overflow(check, x, opPos(e));
}
