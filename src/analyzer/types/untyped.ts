/**
 * How untyped expressions get their types. Follows updateExprType and implicitTypeAndValue of types2/expr.go and
 * convertUntyped of types2/const.go of Go 1.26.
 *
 * An untyped expression gets its type from where it is used. The type then goes down its tree: to both operands of an
 * operation, to the left one of a shift, not into a comparison. A constant is recorded with its value at its root only.
 */
import { texts } from '../base/texts/types.ts';
import type { Expr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { invalidConversion, representation } from './const.ts';
import type { Value } from './constant.ts';
import { errorf } from './errors.ts';
import { Operand } from './operand.ts';
import { isComparison } from './operation.ts';
import {
  allInteger,
  defaultType,
  hasNil,
  isBoolean,
  isNumeric,
  isString,
  isTyped,
  isTypeParam,
  isUntyped,
  isValid,
  maxType,
} from './predicates.ts';
import { recordTypeAndValue } from './recording.ts';
import { type Basic, BasicKind, type Type } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { typeSetIsAll } from './typesetdata.ts';
import { under, underIs } from './under.ts';

/** Gives the untyped expression x the type `typ`; `final` says that no other will follow. */
export function updateExprType(check: Checker, x: Expr, typ: Type, final: boolean): void {
  const old = check.untyped.get(x);
  if (!old) return;

  // Operands of a constant keep what they have: only the constant itself has a run-time type.
  if (x.kind === 'ParenExpr') {
    updateExprType(check, x.x, typ, final);
  } else if (x.kind === 'Operation' && !old.val) {
    if (!x.y) {
      updateExprType(check, x.x, typ, final);
    } else if (!isComparison(x.op)) {
      updateExprType(check, x.x, typ, final);
      if (x.op !== '<<' && x.op !== '>>') updateExprType(check, x.y, typ, final);
    }
  }

  if (!final && isUntyped(typ)) {
    check.untyped.set(x, { isLhs: old.isLhs, mode: old.mode, typ: under(typ) as Basic, val: old.val });
    return;
  }
  check.untyped.delete(x);
  if (old.isLhs && !allInteger(typ)) {
    // The left operand of a shift is checked only now that its type is known.
    errorf(check, x, 'InvalidShiftOperand', texts.shiftedNotIntegerType, x, typ);
    return;
  }
  if (old.val) {
    const c = new Operand();
    c.mode = old.mode;
    c.expr = x;
    c.typ = old.typ;
    c.val = old.val;
    convertUntyped(check, c, typ);
    if (c.mode === 'invalid') return;
  }
  recordTypeAndValue(check, x, old.mode, typ, old.val);
}

function updateExprVal(check: Checker, x: Expr, val: Value): void {
  const info = check.untyped.get(x);
  if (info) check.untyped.set(x, { isLhs: info.isLhs, mode: info.mode, typ: info.typ, val });
}

/** The type that an untyped operand takes at a target type, with its value if that changes; or an error code. */
export interface Implicit {
  readonly typ: Type | null;
  readonly val: Value | null;
  readonly code: string;
}

const noConversion: Implicit = { typ: null, val: null, code: 'InvalidUntypedConversion' };

function implicit(typ: Type, val: Value | null = null): Implicit {
  return { typ, val, code: '' };
}

export function implicitTypeAndValue(check: Checker, x: Operand, target: Type): Implicit {
  if (x.mode === 'invalid' || isTyped(x.typ!) || !isValid(target)) return implicit(x.typ!);
  if (isUntyped(target)) {
    const m = maxType(x.typ!, target);
    return m ? implicit(m) : noConversion;
  }
  if (x.mode === 'nilvalue') return hasNil(target) ? implicit(target) : noConversion;
  const u = under(target);
  if (u.kind === 'Basic') return implicitBasic(check, x, target, u);
  if (u.kind !== 'Interface') return noConversion;
  if (isTypeParam(target)) {
    const ok = underIs(target, (t) => t !== null && implicitTypeAndValue(check, x, t).typ !== null);
    return ok ? implicit(target) : noConversion;
  }
  // A value in an interface has its default type; it has no methods.
  return typeSetIsAll(typeSetOf(u)) ? implicit(defaultType(x.typ!)) : noConversion;
}

function implicitBasic(check: Checker, x: Operand, target: Type, u: Basic): Implicit {
  if (x.mode === 'constant') {
    const v = representation(check, x, u);
    return typeof v === 'string' ? { typ: null, val: null, code: v } : implicit(target, v);
  }
  let ok = false;
  switch ((x.typ as Basic).basic) {
    case BasicKind.UntypedBool:
      ok = isBoolean(target);
      break;
    case BasicKind.UntypedInt:
    case BasicKind.UntypedRune:
    case BasicKind.UntypedFloat:
    case BasicKind.UntypedComplex:
      ok = isNumeric(target);
      break;
    case BasicKind.UntypedString:
      ok = isString(target);
      break;
    default:
      break;
  }
  return ok ? implicit(target) : noConversion;
}

/** Gives x the type `target`; reports it and makes x invalid if that is not possible. */
export function convertUntyped(check: Checker, x: Operand, target: Type): void {
  const res = implicitTypeAndValue(check, x, target);
  if (res.code !== '') {
    invalidConversion(check, res.code, x, isTypeParam(target) ? target : under(target));
    x.mode = 'invalid';
    return;
  }
  adopt(check, x, res);
}

/** Puts the found type and value into x and its expression. */
export function adopt(check: Checker, x: Operand, res: Implicit): void {
  if (res.val) {
    x.val = res.val;
    updateExprVal(check, x.expr!, res.val);
  }
  if (res.typ !== x.typ) {
    x.typ = res.typ;
    updateExprType(check, x.expr!, res.typ!, false);
  }
}
