/**
 * Calls of predeclared functions. Follows types2/builtins.go of Go 1.26; package unsafe is in unsafebuiltins.ts.
 *
 * Each function here gets the operands of its arguments (unless the built-in takes its arguments unchecked), leaves the
 * result in x and returns false after an error. The signature of the call is recorded with the built-in's name, unless
 * the result is constant.
 */
import { texts } from '../base/texts/types.ts';
import type { CallExpr } from '../syntax/tree.ts';
import { assignment } from './assignments.ts';
import { exprList } from './call.ts';
import type { Checker } from './checker.ts';
import { complexBuiltin, realImagBuiltin } from './complexbuiltins.ts';
import { compare, makeInt64, makeUnknown, stringVal, type Value } from './constant.ts';
import { errorf, verifyVersionf } from './errors.ts';
import { excludeNoValueAndBuiltin, exprOrType } from './expr.ts';
import { index } from './indexexpr.ts';
import { type BuiltinId, Var } from './object.ts';
import { copyOperand, type Operand, type OperandMode } from './operand.ts';
import { matchTypes } from './operation.ts';
import { allOrdered, defaultType, identical, isString, isTypeParam, isUntyped, isValid } from './predicates.ts';
import { recordBuiltinType, recordPanic } from './recording.ts';
import { appendBuiltin, copyBuiltin } from './slicebuiltins.ts';
import { BasicKind, emptyTuple, Pointer, Signature, Tuple, type Type } from './type.ts';
import { validVarType, varType } from './typexpr.ts';
import { commonUnder, formatCause, typeErrorf, type Underlying, under, underIs } from './under.ts';
import { emptyInterface, predeclaredFuncs, Typ } from './universe.ts';
import { unsafeBuiltin } from './unsafebuiltins.ts';
import { updateExprType } from './untyped.ts';
import { use } from './use.ts';

export function builtin(check: Checker, x: Operand, call: CallExpr, id: BuiltinId): boolean {
  const bin = predeclaredFuncs[id];
  if (call.hasDots && id !== 'append') {
    errorf(check, call, 'InvalidDotDotDot', texts.builtinDots, bin.name);
    use(check, call.argList);
    return false;
  }
  // For len and cap, whether the argument contains calls decides whether the result is constant.
  if (id !== 'len' && id !== 'cap') return builtin1(check, x, call, id);
  const saved = check.env.hasCallOrRecv;
  check.env.hasCallOrRecv = false;
  const ok = builtin1(check, x, call, id);
  check.env.hasCallOrRecv = saved;
  return ok;
}

function builtin1(check: Checker, x: Operand, call: CallExpr, id: BuiltinId): boolean {
  const bin = predeclaredFuncs[id];
  let args: Operand[] = [];
  let nargs = call.argList.length;
  if (id !== 'make' && id !== 'new' && id !== 'Offsetof' && id !== 'trace') {
    args = exprList(check, call.argList);
    nargs = args.length;
    for (const a of args) if (a.mode === 'invalid') return false;
    if (nargs > 0) copyOperand(x, args[0]!);
  }
  const few = nargs < bin.nargs;
  if (few || (!bin.variadic && nargs > bin.nargs)) {
    const what = few ? 'not enough' : 'too many';
    errorf(check, call, 'WrongArgCount', texts.builtinArgCount, what, call, bin.nargs, nargs);
    return false;
  }
  switch (id) {
    case 'append':
      return appendBuiltin(check, x, call, args);
    case 'cap':
    case 'len':
      return lenBuiltin(check, x, call, id);
    case 'clear':
      return clearBuiltin(check, x, call);
    case 'close':
      return closeBuiltin(check, x, call);
    case 'complex':
      return complexBuiltin(check, x, call, args[1]!);
    case 'copy':
      return copyBuiltin(check, x, call, args[1]!);
    case 'delete':
      return deleteBuiltin(check, x, call, args[1]!);
    case 'imag':
    case 'real':
      return realImagBuiltin(check, x, call, id);
    case 'make':
      return makeBuiltin(check, x, call);
    case 'max':
    case 'min':
      return minMaxBuiltin(check, x, call, id, args);
    case 'new':
      return newBuiltin(check, x, call);
    case 'panic':
      return panicBuiltin(check, x, call);
    case 'print':
    case 'println':
      return printBuiltin(check, x, call, id, args);
    case 'recover':
      x.mode = 'value';
      x.typ = emptyInterface;
      recordBuiltinType(check, call.fun, makeSig(x.typ));
      return true;
    default:
      return unsafeBuiltin(check, x, call, id, args);
  }
}

/** The signature of a built-in in one call. */
export function makeSig(res: Type | null, ...args: Type[]): Signature {
  const params = new Tuple(args.map((t) => new Var('param', 0, null, '', defaultType(t))));
  const results = res ? new Tuple([new Var('result', 0, null, '', res)]) : emptyTuple;
  return new Signature(null, params, results, false);
}

/** The array that a pointer points to; other types stay. */
export function arrayPtrDeref(u: Underlying): Underlying {
  if (u.kind !== 'Pointer') return u;
  const a = under(u.base);
  return a.kind === 'Array' ? a : u;
}

function lenBuiltin(check: Checker, x: Operand, call: CallExpr, id: 'len' | 'cap'): boolean {
  let mode: OperandMode = 'invalid';
  let val: Value | null = null;
  const t = arrayPtrDeref(under(x.typ!));
  switch (t.kind) {
    case 'Basic':
      if (!isString(t) || id !== 'len') break;
      mode = x.mode === 'constant' ? 'constant' : 'value';
      if (mode === 'constant') val = makeInt64(stringVal(x.val!).length);
      break;
    case 'Array':
      mode = 'value';
      // Constant, if evaluating the argument has no effect.
      if (!check.env.hasCallOrRecv) {
        mode = 'constant';
        val = t.len >= 0 ? makeInt64(t.len) : makeUnknown();
      }
      break;
    case 'Slice':
    case 'Chan':
      mode = 'value';
      break;
    case 'Map':
      if (id === 'len') mode = 'value';
      break;
    case 'Interface':
      if (isTypeParam(x.typ!) && underIs(x.typ!, (u) => u !== null && hasLen(u, id))) mode = 'value';
      break;
    default:
      break;
  }
  if (mode === 'invalid') {
    if (isValid(under(x.typ!))) {
      errorf(check, x, id === 'len' ? 'InvalidLen' : 'InvalidCap', texts.invalidForBuiltin, x, id);
    }
    return false;
  }
  if (mode !== 'constant') recordBuiltinType(check, call.fun, makeSig(Typ[BasicKind.Int]!, x.typ!));
  x.mode = mode;
  x.typ = Typ[BasicKind.Int]!;
  x.val = val;
  return true;
}

function hasLen(u: Underlying, id: 'len' | 'cap'): boolean {
  const t = arrayPtrDeref(u);
  switch (t.kind) {
    case 'Basic':
      return isString(t) && id === 'len';
    case 'Array':
    case 'Slice':
    case 'Chan':
      return true;
    case 'Map':
      return id === 'len';
    default:
      return false;
  }
}

function clearBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  verifyVersionf(check, call.fun, 'go1.21', texts.v_clear);
  const ok = underIs(x.typ!, (u) => {
    if (u?.kind === 'Map' || u?.kind === 'Slice') return true;
    errorf(check, x, 'InvalidClear', texts.cannotClear, x);
    return false;
  });
  if (!ok) return false;
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, makeSig(null, x.typ!));
  return true;
}

function closeBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  const ok = underIs(x.typ!, (u) => {
    if (u?.kind === 'Chan' && u.dir !== 'recv') return true;
    errorf(check, x, 'InvalidClose', u?.kind === 'Chan' ? texts.closeReceiveOnly : texts.closeNonChannel, x);
    return false;
  });
  if (!ok) return false;
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, makeSig(null, x.typ!));
  return true;
}

function deleteBuiltin(check: Checker, x: Operand, call: CallExpr, k: Operand): boolean {
  const map = x.typ!;
  let key: Type | null = null;
  const ok = underIs(map, (u) => {
    if (u?.kind !== 'Map') {
      errorf(check, x, 'InvalidDelete', texts.notAMap, x);
      return false;
    }
    if (key && !identical(u.key, key)) {
      errorf(check, x, 'InvalidDelete', texts.mapKeys, x);
      return false;
    }
    key = u.key;
    return true;
  });
  if (!ok) return false;
  copyOperand(x, k);
  assignment(check, x, key, 'argument to delete');
  if (x.mode === 'invalid') return false;
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, makeSig(null, map, key!));
  return true;
}

function makeBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  const { argList } = call;
  const arg0 = argList[0]!;
  const T = varType(check, arg0);
  if (!isValid(T)) return false;
  const [u, bad] = commonUnder(T, (_, u) => {
    if (!u) return typeErrorf(texts.makeNoType);
    return u.kind === 'Slice' || u.kind === 'Map' || u.kind === 'Chan' ? null : typeErrorf(texts.makeType);
  });
  if (!u) {
    errorf(check, arg0, 'InvalidMake', texts.cannotMake, arg0, formatCause(check, bad));
    return false;
  }
  const min = u.kind === 'Slice' ? 2 : 1;
  const nargs = argList.length;
  if (nargs < min || min + 1 < nargs) {
    errorf(check, call, 'WrongArgCount', texts.makeArgCount, call, min, min + 1, nargs);
    return false;
  }
  const types: Type[] = [T];
  const sizes: number[] = [];
  for (let i = 1; i < nargs; i++) {
    const size = index(check, argList[i]!, -1);
    types.push(size.typ);
    if (size.val >= 0) sizes.push(size.val);
  }
  if (sizes.length === 2 && sizes[0]! > sizes[1]!) errorf(check, argList[1]!, 'SwappedMakeArgs', texts.makeSwapped);
  x.mode = 'value';
  x.typ = T;
  recordBuiltinType(check, call.fun, makeSig(T, ...types));
  return true;
}

function minMaxBuiltin(
  check: Checker,
  x: Operand,
  call: CallExpr,
  id: 'min' | 'max',
  args: readonly Operand[],
): boolean {
  verifyVersionf(check, call.fun, 'go1.21', texts.v_builtin, id);
  const op = id === 'max' ? '>' : '<';
  for (let i = 0; i < args.length; i++) {
    const a = args[i]!;
    if (a.mode === 'invalid') return false;
    if (!allOrdered(a.typ!)) {
      errorf(check, a, 'InvalidMinMaxOperand', texts.cannotBeOrdered, a);
      return false;
    }
    if (i === 0) continue;
    matchTypes(check, x, a);
    if (x.mode === 'invalid') return false;
    if (!identical(x.typ!, a.typ!)) {
      errorf(check, a, 'MismatchedTypes', texts.minMaxMismatch, x.typ, a.typ, a.expr);
      return false;
    }
    if (x.mode === 'constant' && a.mode === 'constant') {
      if (compare(a.val!, op, x.val!)) copyOperand(x, a);
    } else {
      x.mode = 'value';
    }
  }
  // A result that is not constant has a type, which all arguments share.
  if (x.mode !== 'constant') {
    x.mode = 'value';
    assignment(check, x, emptyInterface, `argument to built-in ${id}`);
    if ((x.mode as string) === 'invalid') return false;
  }
  for (const a of args) updateExprType(check, a.expr!, x.typ!, true);
  if (x.mode !== 'constant') recordBuiltinType(check, call.fun, makeSig(x.typ, ...args.map(() => x.typ!)));
  return true;
}

function newBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  const arg = call.argList[0]!;
  exprOrType(check, x, arg, false);
  excludeNoValueAndBuiltin(check, x);
  if (x.mode === 'invalid') return false;
  if (x.mode === 'typexpr') {
    validVarType(check, arg, x.typ!);
  } else {
    if (isUntyped(x.typ!)) {
      assignment(check, x, null, 'argument to new');
      if ((x.mode as string) === 'invalid') return false;
    }
    verifyVersionf(check, call.fun, 'go1.26', texts.v_new, arg);
  }
  const T = x.typ!;
  x.mode = 'value';
  x.typ = new Pointer(T);
  recordBuiltinType(check, call.fun, makeSig(x.typ, T));
  return true;
}

function panicBuiltin(check: Checker, x: Operand, call: CallExpr): boolean {
  const { env } = check;
  // A panic ends a function; only those with results need to know.
  if (env.sig && env.sig.results.vars.length > 0) {
    env.isPanic ??= new Set();
    env.isPanic.add(call);
  }
  recordPanic(check, call);
  assignment(check, x, emptyInterface, 'argument to panic');
  if (x.mode === 'invalid') return false;
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, makeSig(null, emptyInterface));
  return true;
}

function printBuiltin(
  check: Checker,
  x: Operand,
  call: CallExpr,
  id: 'print' | 'println',
  args: readonly Operand[],
): boolean {
  const params: Type[] = [];
  for (const a of args) {
    assignment(check, a, null, `argument to built-in ${id}`);
    if (a.mode === 'invalid') return false;
    params.push(a.typ!);
  }
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, makeSig(null, ...params));
  return true;
}
