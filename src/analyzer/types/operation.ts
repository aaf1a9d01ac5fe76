/** Unary and binary operations. Follows the operator half of types2/expr.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, Operation, Operator } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { assignableTo } from './assignable.ts';
import {
  binaryOp,
  compare,
  imag,
  makeBool,
  makeUnknown,
  real,
  shift as shiftValue,
  sign,
  toInt,
  uint64Val,
  unaryOp,
  type ConstantOp,
  type Value,
} from './constant.ts';
import { opPos, overflow, representable } from './const.ts';
import { isPointer } from './conversions.ts';
import { errorf, verifyVersionf, type Poser } from './errors.ts';
import { expr } from './expr.ts';
import { compositeKind, sprintf } from './format.ts';
import { Operand } from './operand.ts';
import {
  allBoolean,
  allInteger,
  allNumeric,
  allNumericOrString,
  allOrdered,
  allString,
  allUnsigned,
  comparable,
  comparableType,
  defaultType,
  hasNil,
  identical,
  isComplex,
  isInteger,
  isNonTypeParamInterface,
  isTyped,
  isTypeParam,
  isUnsigned,
  isUntyped,
  isValid,
} from './predicates.ts';
import { sizeof } from './sizes.ts';
import { Pointer, type Type } from './type.ts';
import { commonUnder, formatCause, typeErrorf, under } from './under.ts';
import { Typ } from './universe.ts';
import { convertUntyped, updateExprType } from './untyped.ts';
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
  const bits = isUnsigned(x.typ!) ? sizeof(check.conf.sizes, x.typ!) * 8 : 0;
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
  x.typ = Typ[19]!;
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

function reportComparison(
  check: Checker,
  x: Operand,
  y: Operand,
  op: Operator,
  switchCase: boolean,
  bad: Fault,
): void {
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

/** The largest shift of a constant: enough to express the smallest float64. */
const shiftBound = 1023n - 1n + 52n;

function shift(check: Checker, x: Operand, y: Operand, e: Expr | null, op: '<<' | '>>'): void {
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
      representable(check, y, Typ[7]!);
      if ((y.mode as string) === 'invalid') return undefined;
    }
    return yval;
  }
  if (allInteger(y.typ!)) {
    const ok = allUnsigned(y.typ!) || verifyVersionf(check, y, 'go1.13', texts.v_signedShift, y);
    return ok ? null : undefined;
  }
  if (isUntyped(y.typ!)) {
    convertUntyped(check, y, Typ[7]!);
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
    if (!isInteger(x.typ!)) x.typ = Typ[20]!;
    return;
  }
  const s = uint64Val(yval);
  if (s === undefined || s > shiftBound) {
    errorf(check, y, 'InvalidShiftCount', texts.invalidShiftCount, y);
    x.mode = 'invalid';
    return;
  }
  // A shifted untyped float with an integer value becomes an integer.
  if (!isInteger(x.typ!)) x.typ = Typ[20]!;
  x.val = shiftValue(xval, op, Number(s));
  x.expr = e;
  overflow(check, x, opPos(e));
}

