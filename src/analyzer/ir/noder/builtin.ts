/**
 * Calls of predeclared functions and of package unsafe. Follows the builtin cases of noder/writer.go, noder/reader.go
 * and typecheck/func.go (Go 1.26).
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { makeInt64 } from '../../types/constant.ts';
import { isType } from '../../types/info.ts';
import type { Builtin, BuiltinId } from '../../types/object.ts';
import { Var } from '../../types/object.ts';
import { alignof, offsetof, sizeof } from '../../types/sizes.ts';
import { BasicKind, emptyTuple, Signature, Tuple, type Type } from '../../types/type.ts';
import { emptyInterface, Typ, universeByte } from '../../types/universe.ts';
import { newAddr } from '../addr.ts';
import type { Expr } from '../expr.ts';
import * as ir from '../expr.ts';
import type { Node } from '../node.ts';
import type { BinaryOp, CallOp, UnaryOp } from '../op.ts';
import * as ty from '../type.ts';
import { multiExpr, newFuncCall, paramTypes } from './call.ts';
import { convNode } from './conv.ts';
import { exprType } from './dynamictype.ts';
import { coreType, expr, lookupObj, newInt, unparen } from './expr.ts';
import type { Reader } from './reader.ts';

export function builtinCall(r: Reader, e: syntax.CallExpr): Expr {
  const { id } = lookupObj(r, unparen(e.fun))!.obj as Builtin;
  switch (id) {
    case 'make':
      return makeCall(r, e);
    case 'new':
      return newCall(r, e);
    case 'Sizeof':
      return uintptr(e, sizeof(r.noder.sizes, r.typ(r.rawType(e.argList[0]!))));
    case 'Alignof':
      return uintptr(e, alignof(r.noder.sizes, r.typ(r.rawType(e.argList[0]!))));
    case 'Offsetof':
      return uintptr(e, offsetOf(r, unparen(e.argList[0]!) as syntax.SelectorExpr));
    default: {
      const sig = coreType(r.tv(e.fun)!.type) as Signature | null;
      const dst = sig !== null && sig.kind === 'Signature' ? paramTypes(sig, e.hasDots) : () => null;
      return byOp(r, e, id, multiExpr(r, e.pos, dst, e.argList));
    }
  }
}

/** A size that depends on type arguments; others are constants. */
function uintptr(e: syntax.CallExpr, value: number): Expr {
  return ir.newBasicLit(e.pos, Typ[BasicKind.Uintptr]!, makeInt64(value));
}

function offsetOf(r: Reader, e: syntax.SelectorExpr): number {
  const type = r.typ(r.rawType(e.x));
  const { index } = r.info.selections.get(e)!;
  return offsetof(r.noder.sizes, ty.isPtr(type) ? ty.elemOf(type) : type, index);
}

function makeCall(r: Reader, e: syntax.CallExpr): Expr {
  const type = r.typ(r.rawType(e.argList[0]!));
  const [len, cap] = e.argList.slice(1).map((x) => expr(r, x));
  if (ty.isSlice(type)) return ir.newMake(e.pos, 'OMAKESLICE', type, len ?? null, cap ?? null);
  const size = len ?? newInt(e.pos, 0);
  return ir.newMake(e.pos, ty.isMap(type) ? 'OMAKEMAP' : 'OMAKECHAN', type, size, null);
}

/** `new(T)`, or since Go 1.26 `new(expr)`: the address of a copy. */
function newCall(r: Reader, e: syntax.CallExpr): Expr {
  const arg = e.argList[0]!;
  if (isType(r.tv(arg)!)) {
    const type = exprType(r, emptyInterface, arg);
    return ir.newUnary(e.pos, 'ONEW', ty.newPointer(type.type), type);
  }
  const elem = ty.elemOf(r.typeOf(e));
  let x = expr(r, arg);
  if (x.op === 'OLITERAL' || ty.isUntyped(x.type)) x = convLiteral(x, elem);
  const init: Node[] = [];
  const addr = newAddr(e.pos, r.tempCopy(e.pos, x, init));
  addr.init = init;
  return addr;
}

function convLiteral(x: Expr, type: Type): Expr {
  if (x.op === 'OLITERAL') x.type = type;
  return x;
}

const unaryBuiltins: Partial<Record<BuiltinId, UnaryOp>> = {
  cap: 'OCAP',
  clear: 'OCLEAR',
  close: 'OCLOSE',
  imag: 'OIMAG',
  len: 'OLEN',
  panic: 'OPANIC',
  real: 'OREAL',
  SliceData: 'OUNSAFESLICEDATA',
  StringData: 'OUNSAFESTRINGDATA',
};

const binaryBuiltins: Partial<Record<BuiltinId, BinaryOp>> = {
  complex: 'OCOMPLEX',
  copy: 'OCOPY',
  Add: 'OUNSAFEADD',
  Slice: 'OUNSAFESLICE',
  String: 'OUNSAFESTRING',
};

const listBuiltins: Partial<Record<BuiltinId, CallOp>> = {
  append: 'OAPPEND',
  delete: 'ODELETE',
  max: 'OMAX',
  min: 'OMIN',
  print: 'OPRINT',
  println: 'OPRINTLN',
  recover: 'ORECOVER',
};

function byOp(r: Reader, e: syntax.CallExpr, id: BuiltinId, args: Expr[]): Expr {
  const unary = unaryBuiltins[id];
  const [x, y] = args;
  if (unary !== undefined) return ir.newUnary(e.pos, unary, unaryType(r, e, unary, x!), panicArg(unary, x!));
  const binary = binaryBuiltins[id];
  if (binary !== undefined) {
    const type = binary === 'OCOPY' ? Typ[BasicKind.Int]! : r.typeOf(e);
    return ir.newBinary(e.pos, binary, type, x!, y!);
  }
  const op = listBuiltins[id];
  if (op === undefined) return r.unsupported(e.pos, `builtin ${id}`);
  if (op === 'ORECOVER' && r.noder.options.recoverTakesFrame === true) args = [callerFrame(e.pos)];
  if (op === 'OAPPEND' && e.hasDots && y?.op === 'OCONVNOP' && y.implicit) args[1] = y.x;
  return ir.newCall(e.pos, op, listType(r, e, op), null, args, e.hasDots);
}

/** The place on the stack that recover compares with that of the panic. */
function callerFrame(pos: Pos): Expr {
  return ir.newConv(pos, 'OCONVNOP', ty.newPointer(Typ[BasicKind.Int32]!), newInt(pos, 0), true);
}

function panicArg(op: UnaryOp, x: Expr): Expr {
  return op === 'OPANIC' && !ty.isInterface(x.type) ? convNode(x.pos, emptyInterface, x, true) : x;
}

function unaryType(r: Reader, e: syntax.CallExpr, op: UnaryOp, x: Expr): Type {
  switch (op) {
    case 'OCAP':
    case 'OLEN':
      return Typ[BasicKind.Int]!;
    case 'OCLEAR':
    case 'OCLOSE':
    case 'OPANIC':
      return emptyTuple;
    case 'OUNSAFESLICEDATA':
      return ty.newPointer(ty.elemOf(x.type));
    case 'OUNSAFESTRINGDATA':
      return ty.newPointer(universeByte);
    default:
      return r.typeOf(e);
  }
}

function listType(r: Reader, e: syntax.CallExpr, op: CallOp): Type {
  switch (op) {
    case 'ODELETE':
    case 'OPRINT':
    case 'OPRINTLN':
      return emptyTuple;
    case 'ORECOVER':
      return emptyInterface;
    default:
      return r.typeOf(e);
  }
}

/** Calls that the range-over-func rewrite makes of functions of package runtime. */
export function runtimeHelperCall(r: Reader, e: syntax.CallExpr): Expr | null {
  if (r.rangeFuncs === null || e.fun.kind !== 'Name') return null;
  const helper = r.rangeFuncs.helpers.get(e.fun);
  if (helper === undefined) return null;
  const args = e.argList.map((x) => expr(r, x));
  const int = Typ[BasicKind.Int]!;
  const sig =
    helper === 'panicrangestate'
      ? new Signature(null, new Tuple([new Var('param', 0, null, 'state', int)]), emptyTuple, false)
      : new Signature(null, emptyTuple, new Tuple([new Var('result', 0, null, 'extra', emptyInterface)]), false);
  return newFuncCall(r, e.pos, r.noder.runtimeFunc(helper, sig), args, false);
}
