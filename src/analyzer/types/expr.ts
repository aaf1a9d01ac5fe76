/**
 * Expressions. Follows types2/expr.go of Go 1.26.
 *
 * Every expression goes through `rawExpr`, which dispatches on its kind, leaves the result in an operand and records
 * it. Untyped expressions are kept aside (check.untyped) until they get their final type (untyped.ts). A failed
 * expression has mode invalid and was reported; callers go on quietly.
 */
import { texts } from '../base/texts/types.ts';
import type { AssertExpr, Expr, Operation } from '../syntax/tree.ts';
import { callExpr } from './call.ts';
import type { Checker } from './checker.ts';
import { finiteSize } from './cycles.ts';
import { type Cause, errorf } from './errors.ts';
import { funcInst } from './funcinst.ts';
import { indexExpr, sliceExpr } from './indexexpr.ts';
import { basicLit, compositeLit, funcLit } from './literals.ts';
import { assertableTo } from './lookup.ts';
import { isNewer, refuseNewer } from './newer.ts';
import { Operand } from './operand.ts';
import { binary, unary } from './operation.ts';
import { identical, isGeneric, isTypeParam, isValid } from './predicates.ts';
import { record } from './recording.ts';
import { selector } from './selector.ts';
import { BasicKind, Pointer, type Signature, type Type } from './type.ts';
import { ident, typ, validVarType, varType } from './typexpr.ts';
import { under, underIs } from './under.ts';
import { Typ, universeInvalid } from './universe.ts';
import { use } from './use.ts';
import { makeName, startPos } from './util.ts';

/** How an expression may stand as a statement. */
export type ExprKind = 'conversion' | 'expression' | 'statement';

/** Where a generic function value goes: the type that its type arguments are inferred from. */
export interface Target {
  readonly sig: Signature;
  readonly desc: string;
}

export function newTarget(t: Type | null, desc: string): Target | null {
  if (!t) return null;
  const u = under(t);
  return u.kind === 'Signature' ? { sig: u, desc } : null;
}

/** Checks `e`; `hint` is the element type for a composite literal without type. */
export function rawExpr(
  check: Checker,
  T: Target | null,
  x: Operand,
  e: Expr,
  hint: Type | null,
  allowGeneric: boolean,
): ExprKind {
  const kind = exprInternal(check, T, x, e, hint);
  if (!allowGeneric) nonGeneric(check, T, x);
  pendingType(check, x);
  record(check, x);
  return kind;
}

/** Instantiates a generic function by its target; reports other generic operands. */
export function nonGeneric(check: Checker, T: Target | null, x: Operand): void {
  if (x.mode === 'invalid' || x.mode === 'novalue') return;
  const t = x.typ!;
  let what = '';
  if (t.kind === 'Alias' || t.kind === 'Named') {
    if (isGeneric(t)) what = 'type';
  } else if (t.kind === 'Signature' && t.tparams.length > 0) {
    if (T) {
      funcInst(check, T, x.expr!.pos, x, null, true);
      return;
    }
    what = 'function';
  }
  if (what === '') return;
  if (what === 'function') refuseNewer(check, x.expr!.pos, 'type arguments that follow from where a function goes');
  errorf(check, x.expr!, 'WrongTypeArgCount', texts.genericUninstantiated, what, x.expr);
  x.mode = 'invalid';
  x.typ = universeInvalid;
}

/** While types are being declared, a value's type must not turn out to contain itself. */
export function pendingType(check: Checker, x: Operand): void {
  if (x.mode === 'invalid' || x.mode === 'novalue') return;
  const kind = x.typ!.kind;
  if (kind !== 'Named' && kind !== 'Alias' && kind !== 'Struct' && kind !== 'Array') return;
  if (finiteSize(check, x.typ!)) return;
  x.mode = 'invalid';
  x.typ = universeInvalid;
}

function fail(x: Operand, e: Expr): ExprKind {
  x.mode = 'invalid';
  x.expr = e;
  return 'statement'; // no further error
}

function done(x: Operand, e: Expr): ExprKind {
  if (x.mode === 'invalid') return fail(x, e);
  x.expr = e;
  return 'expression';
}

function exprInternal(check: Checker, T: Target | null, x: Operand, e: Expr, hint: Type | null): ExprKind {
  x.mode = 'invalid';
  x.typ = universeInvalid;
  x.val = null;
  switch (e.kind) {
    case 'BadExpr':
      return fail(x, e);
    case 'Name':
      ident(check, x, e, false);
      x.expr = e;
      return 'expression';
    case 'BasicLit':
      if (!e.bad) basicLit(check, x, e);
      return done(x, e);
    case 'FuncLit':
      funcLit(check, x, e);
      return done(x, e);
    case 'CompositeLit':
      compositeLit(check, x, e, hint);
      return done(x, e);
    case 'ParenExpr': {
      const kind = rawExpr(check, null, x, e.x, null, false);
      x.expr = e;
      return kind;
    }
    case 'SelectorExpr':
      selector(check, x, e, false);
      x.expr = e;
      return 'expression';
    case 'IndexExpr':
      if (indexExpr(check, x, e)) funcInst(check, T, e.pos, x, e, true);
      return done(x, e);
    case 'SliceExpr':
      sliceExpr(check, x, e);
      return done(x, e);
    case 'AssertExpr':
      return assertExpr(check, x, e);
    case 'CallExpr':
      return callExpr(check, x, e);
    case 'Operation':
      return operation(check, x, e);
    case 'ArrayType':
    case 'SliceType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType':
      x.mode = 'typexpr';
      x.typ = typ(check, e);
      x.expr = e;
      return 'expression';
    default:
      return misplaced(check, x, e);
  }
}

/** Nodes that only stand inside others. */
function misplaced(check: Checker, x: Operand, e: Expr): ExprKind {
  switch (e.kind) {
    case 'DotsType':
      errorf(check, e, 'InvalidSyntaxTree', texts.dots);
      break;
    case 'TypeSwitchGuard':
      errorf(check, e, 'InvalidSyntaxTree', texts.typeSwitchOutside);
      use(check, [e.x]);
      break;
    case 'ListExpr':
      errorf(check, e, 'InvalidSyntaxTree', texts.unexpectedList);
      break;
    case 'KeyValueExpr':
      errorf(check, e, 'InvalidSyntaxTree', texts.noKeyValue);
      break;
    default:
      break;
  }
  return fail(x, e);
}

function operation(check: Checker, x: Operand, e: Operation): ExprKind {
  if (!e.y) {
    if (e.op === '*') {
      indirection(check, x, e);
      return done(x, e);
    }
    unary(check, x, e);
    if (x.mode === 'invalid') return fail(x, e);
    x.expr = e;
    return e.op === '<-' ? 'statement' : 'expression';
  }
  binary(check, x, e, e.x, e.y, e.op);
  return done(x, e);
}

/** `*x`: a pointer type, or what a pointer points to. */
function indirection(check: Checker, x: Operand, e: Operation): void {
  exprOrType(check, x, e.x, false);
  if (x.mode === 'invalid') return;
  if (x.mode === 'typexpr') {
    validVarType(check, e.x, x.typ!);
    x.typ = new Pointer(x.typ!);
    return;
  }
  let base: Type | null = null;
  const ok = underIs(x.typ!, (u) => {
    if (u?.kind !== 'Pointer') {
      errorf(check, x, 'InvalidIndirection', texts.cannotIndirect, x);
      return false;
    }
    if (base && !identical(u.base, base)) {
      errorf(check, x, 'InvalidIndirection', texts.pointerBases, x);
      return false;
    }
    base = u.base;
    return true;
  });
  x.mode = ok ? 'variable' : 'invalid';
  x.typ = base;
}

function assertExpr(check: Checker, x: Operand, e: AssertExpr): ExprKind {
  expr(check, null, x, e.x);
  if (x.mode === 'invalid') return fail(x, e);
  if (isTypeParam(x.typ!)) {
    errorf(check, x, 'InvalidAssert', texts.assertTypeParam, x);
    return fail(x, e);
  }
  if (under(x.typ!).kind !== 'Interface') {
    errorf(check, x, 'InvalidAssert', texts.notInterfaceOp, x);
    return fail(x, e);
  }
  const t = varType(check, e.type);
  if (!isValid(t)) return fail(x, e);
  typeAssertion(check, e, x, t, false);
  x.mode = 'commaok';
  x.typ = t;
  return done(x, e);
}

/** Reports a type that the interface value x can never hold. */
export function typeAssertion(check: Checker, e: Expr, x: Operand, t: Type, typeSwitch: boolean): void {
  const cause: Cause = { text: '' };
  if (assertableTo(check, x.typ!, t, cause)) return;
  if (typeSwitch) errorf(check, e, 'ImpossibleAssert', texts.impossibleCase, e, x, t, cause.text);
  else errorf(check, e, 'ImpossibleAssert', texts.impossibleAssertion, e, t, x.typ, cause.text);
}

/** A single value. */
export function expr(check: Checker, T: Target | null, x: Operand, e: Expr): void {
  rawExpr(check, T, x, e, null, false);
  excludeNonValues(check, x);
  singleValue(check, x);
}

/** A single value that may be generic. */
export function genericExpr(check: Checker, x: Operand, e: Expr): void {
  rawExpr(check, null, x, e, null, true);
  excludeNonValues(check, x);
  singleValue(check, x);
}

/** The values of `e`: several for a call, two for a comma-ok expression if that is allowed. */
export function multiExpr(check: Checker, e: Expr, allowCommaOk: boolean): { list: Operand[]; commaOk: boolean } {
  const x = new Operand();
  rawExpr(check, null, x, e, null, false);
  excludeNonValues(check, x);
  if (x.mode !== 'invalid' && x.typ!.kind === 'Tuple') {
    // A newer toolchain tells the results apart in messages.
    const nameOf = (i: number): Expr => (isNewer(check) ? makeName(startPos(e), texts.nthResult(i + 1)) : e);
    return { list: x.typ!.vars.map((v, i) => valueOperand(nameOf(i), v.typ!)), commaOk: false };
  }
  if (allowCommaOk && (x.mode === 'mapindex' || x.mode === 'commaok' || x.mode === 'commaerr')) {
    return { list: [x, valueOperand(e, Typ[BasicKind.UntypedBool]!)], commaOk: true };
  }
  return { list: [x], commaOk: false };
}

export function valueOperand(e: Expr, t: Type): Operand {
  const x = new Operand();
  x.mode = 'value';
  x.expr = e;
  x.typ = t;
  return x;
}

export function exprWithHint(check: Checker, x: Operand, e: Expr, hint: Type): void {
  rawExpr(check, null, x, e, hint, false);
  excludeNonValues(check, x);
  singleValue(check, x);
}

export function exprOrType(check: Checker, x: Operand, e: Expr, allowGeneric: boolean): void {
  rawExpr(check, null, x, e, null, allowGeneric);
  if (x.mode === 'novalue') exclude(check, x, texts.usedAsValueOrType, 'TooManyValues');
  singleValue(check, x);
}

export function excludeNonValues(check: Checker, x: Operand): void {
  if (x.mode === 'novalue') exclude(check, x, texts.usedAsValue, 'TooManyValues');
  else if (x.mode === 'builtin') exclude(check, x, texts.mustBeCalled, 'UncalledBuiltin');
  else if (x.mode === 'typexpr') exclude(check, x, texts.notAnExpression, 'NotAnExpr');
}

/** What is left of an operand after `new(…)`: types and values. */
export function excludeNoValueAndBuiltin(check: Checker, x: Operand): void {
  if (x.mode === 'novalue') exclude(check, x, texts.usedAsValueOrType, 'TooManyValues');
  else if (x.mode === 'builtin') exclude(check, x, texts.mustBeCalled, 'UncalledBuiltin');
}

function exclude(check: Checker, x: Operand, text: string, code: string): void {
  errorf(check, x, code, text, x);
  x.mode = 'invalid';
}

/** Reports a call with several results where one value is wanted. */
export function singleValue(check: Checker, x: Operand): void {
  if (x.mode !== 'value' || x.typ!.kind !== 'Tuple') return;
  errorf(check, x, 'TooManyValues', texts.multipleValue, x);
  x.mode = 'invalid';
}
