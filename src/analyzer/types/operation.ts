/** Unary and binary operations. Follows the operator half of types2/expr.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, Operation, Operator } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { comparison } from './comparison.ts';
import { opPos, overflow } from './const.ts';
import { binaryOp, type ConstantOp, imag, makeUnknown, real, sign, unaryOp } from './constant.ts';
import { isPointer } from './conversions.ts';
import { errorf, type Poser } from './errors.ts';
import { expr } from './expr.ts';
import { Operand } from './operand.ts';
import {
  allBoolean,
  allInteger,
  allNumeric,
  allNumericOrString,
  allString,
  hasNil,
  identical,
  isComplex,
  isInteger,
  isNonTypeParamInterface,
  isTyped,
  isTypeParam,
  isUnsigned,
  isValid,
} from './predicates.ts';
import { shift } from './shift.ts';
import { sizeof } from './sizes.ts';
import { Pointer, type Type } from './type.ts';
import { commonUnder, formatCause, typeErrorf } from './under.ts';
import { convertUntyped } from './untyped.ts';
import { unparen } from './util.ts';

function isShift(op: Operator): op is '<<' | '>>' {
  return op === '<<' || op === '>>';
}

export function isComparison(op: Operator): boolean {
  return op === '==' || op === '!=' || op === '<' || op === '<=' || op === '>' || op === '>=';
}

/** Reports an operator that the operand's type does not have. */
function hasOperator(check: Checker, x: Operand, op: Operator, unaryForm: boolean): boolean {
  const t = x.typ!;
  let ok: boolean;
  switch (op) {
    case '+':
      ok = unaryForm ? allNumeric(t) : allNumericOrString(t);
      break;
    case '-':
    case '*':
    case '/':
      ok = allNumeric(t);
      break;
    case '!':
    case '&&':
    case '||':
      ok = allBoolean(t);
      break;
    default:
      ok = allInteger(t);
  }
  if (!ok) errorf(check, x, 'UndefinedOp', texts.operatorNotDefined, op, x);
  return ok;
}

export function unary(check: Checker, x: Operand, e: Operation): void {
  expr(check, null, x, e.x);
  if (x.mode === 'invalid') return;
  let { op } = e;
  switch (op) {
    case '&':
      // The address of a composite literal makes a new variable.
      if (unparen(e.x).kind !== 'CompositeLit' && x.mode !== 'variable') {
        errorf(check, x, 'UnaddressableOperand', texts.addressOf, x);
        x.mode = 'invalid';
        return;
      }
      x.mode = 'value';
      x.typ = new Pointer(x.typ!);
      return;
    case '<-': {
      const elem = chanElem(check, x, x, true);
      if (elem) {
        x.mode = 'commaok';
        x.typ = elem;
        check.env.hasCallOrRecv = true;
      } else {
        x.mode = 'invalid';
      }
      return;
    }
    case '~':
      if (!allInteger(x.typ!)) {
        errorf(check, e, 'UndefinedOp', texts.tilde);
        x.mode = 'invalid';
        return;
      }
      errorf(check, e, 'UndefinedOp', texts.tildeComplement);
      op = '^';
      break;
    default:
      break;
  }
  if (!hasOperator(check, x, op, true)) {
    x.mode = 'invalid';
    return;
  }
  if (x.mode !== 'constant') {
    x.mode = 'value';
    return;
  }
  if (x.val!.kind === 'Unknown') return;
  const bits = isUnsigned(x.typ!) ? sizeof(check.sizes, x.typ!) * 8 : 0;
  x.val = unaryOp(op as ConstantOp, x.val!, bits);
  x.expr = e;
  overflow(check, x, opPos(e));
}

/** The element type of channel x, or null after an error. */
export function chanElem(check: Checker, at: Poser, x: Operand, recv: boolean): Type | null {
  const [u, bad] = commonUnder(x.typ!, (t, u) => {
    if (!u) return typeErrorf(texts.noChannelType);
    if (u.kind !== 'Chan') return typeErrorf(texts.nonChannel, t);
    if (recv && u.dir === 'send') return typeErrorf(texts.sendOnlyChannel, t);
    if (!recv && u.dir === 'recv') return typeErrorf(texts.receiveOnlyChannel, t);
    return null;
  });
  if (u) return u.kind === 'Chan' ? u.elem : null;
  const cause = formatCause(check, bad);
  const code = recv ? 'InvalidReceive' : 'InvalidSend';
  if (isTypeParam(x.typ!)) {
    errorf(check, at, code, recv ? texts.cannotReceiveTypeParam : texts.cannotSendTypeParam, x, cause);
  } else {
    errorf(check, at, code, recv ? texts.cannotReceive : texts.cannotSend, cause, x);
  }
  return null;
}

/** `lhs op rhs`; `e` is null for an assignment operation. */
export function binary(check: Checker, x: Operand, e: Expr | null, lhs: Expr, rhs: Expr, op: Operator): void {
  const y = new Operand();
  expr(check, null, x, lhs);
  expr(check, null, y, rhs);
  if (x.mode === 'invalid') return;
  if (y.mode === 'invalid') {
    x.mode = 'invalid';
    x.expr = y.expr;
    return;
  }
  if (isShift(op)) {
    shift(check, x, y, e, op);
    return;
  }
  matchTypes(check, x, y);
  if ((x.mode as string) === 'invalid') return;
  if (isComparison(op)) {
    comparison(check, x, y, op, false);
    return;
  }
  if (!identical(x.typ!, y.typ!)) {
    // Invalid operands were reported before.
    if (isValid(x.typ!) && isValid(y.typ!)) {
      if (e) errorf(check, x, 'MismatchedTypes', texts.mismatchedBinary, e, x.typ, y.typ);
      else errorf(check, x, 'MismatchedTypes', texts.mismatchedAssignOp, lhs, op, rhs, x.typ, y.typ);
    }
    x.mode = 'invalid';
    return;
  }
  if (!hasOperator(check, x, op, false)) {
    x.mode = 'invalid';
    return;
  }
  if ((op === '/' || op === '%') && dividesByZero(x, y)) {
    errorf(check, y, 'DivByZero', texts.divisionByZero);
    x.mode = 'invalid';
    return;
  }
  if (x.mode !== 'constant' || y.mode !== 'constant') {
    x.mode = 'value';
    return;
  }
  foldBinary(check, x, y, e, op);
}

function dividesByZero(x: Operand, y: Operand): boolean {
  if (y.mode !== 'constant') return false;
  if ((x.mode === 'constant' || allInteger(x.typ!)) && y.val!.kind !== 'Unknown' && sign(y.val!) === 0) return true;
  if (x.mode !== 'constant' || !isComplex(x.typ!) || y.val!.kind === 'Unknown') return false;
  // A complex number so small that its square vanishes counts as zero.
  const re = real(y.val!);
  const im = imag(y.val!);
  return sign(binaryOp(re, '*', re)) === 0 && sign(binaryOp(im, '*', im)) === 0;
}

function foldBinary(check: Checker, x: Operand, y: Operand, e: Expr | null, op: Operator): void {
  if (x.val!.kind === 'Unknown' || y.val!.kind === 'Unknown') {
    x.val = makeUnknown();
    return;
  }
  const valueOp = op === '/' && isInteger(x.typ!) ? '/=' : (op as ConstantOp);
  x.val = binaryOp(x.val!, valueOp, y.val!);
  x.expr = e;
  overflow(check, x, opPos(e));
}

function mayConvert(x: Operand, y: Operand): boolean {
  const tx = x.typ!;
  const ty = y.typ!;
  if (isTyped(tx) && isTyped(ty)) return false;
  // A numeric type only converts to another numeric type.
  if (allNumeric(tx) !== allNumeric(ty)) return false;
  if (isNonTypeParamInterface(tx) || isNonTypeParamInterface(ty)) return true;
  if (allBoolean(tx) !== allBoolean(ty)) return false;
  if (allString(tx) !== allString(ty)) return false;
  if (x.mode === 'nilvalue') return hasNil(ty);
  if (y.mode === 'nilvalue') return hasNil(tx);
  return !isPointer(tx) && !isPointer(ty);
}

/** Converts an untyped operand to the other's type, where that can make sense. */
export function matchTypes(check: Checker, x: Operand, y: Operand): void {
  if (!mayConvert(x, y)) return;
  convertUntyped(check, x, y.typ!);
  if (x.mode === 'invalid') return;
  convertUntyped(check, y, x.typ!);
  if (y.mode === 'invalid') x.mode = 'invalid';
}
