/**
 * Expressions. Follows noder/writer.go (expr) and noder/reader.go (expr) with what typecheck makes of each (Go 1.26).
 *
 * Parentheses vanish, constants are their values, every operand is converted to the type that it is used with.
 */
import type * as syntax from '../../syntax/tree.ts';
import { unalias } from '../../types/alias.ts';
import { makeInt64, sign, toComplex, toFloat, toInt, type Value } from '../../types/constant.ts';
import { isBuiltin, isType, isValue, type TypeAndValue } from '../../types/info.ts';
import type { Func as FuncObj, Obj, Var } from '../../types/object.ts';
import { BasicKind, type Type } from '../../types/type.ts';
import { commonUnder } from '../../types/under.ts';
import { Typ } from '../../types/universe.ts';
import { newAddr } from '../addr.ts';
import type { Expr } from '../expr.ts';
import * as ir from '../expr.ts';
import type { BinaryOp, LogicalOp, UnaryOp } from '../op.ts';
import * as ty from '../type.ts';
import { callExpr } from './call.ts';
import type { Checked } from './checked.ts';
import { curry, funcLit } from './closure.ts';
import { compLit } from './complit.ts';
import { implicitConvExpr, isAssignable } from './conv.ts';
import { exprType, rtype } from './dynamictype.ts';
import { funcInst } from './instance.ts';
import { methodExprValue, methodValue } from './methodvalue.ts';
import type { Reader } from './reader.ts';
import { dotField } from './selection.ts';

export function unparen(e: syntax.Expr): syntax.Expr {
  while (e.kind === 'ParenExpr') e = e.x;
  return e;
}

export function unpackList(e: syntax.Expr | null): readonly syntax.Expr[] {
  if (e === null) return noExprs;
  return e.kind === 'ListExpr' ? e.elemList : [e];
}
const noExprs: readonly syntax.Expr[] = [];

export function expr(r: Reader, e0: syntax.Expr): Expr {
  const e = unparen(e0);
  const tv = r.tv(e);
  if (tv !== undefined) {
    if (tv.value !== null && !isType(tv)) return constExpr(r, e, tv);
    if (tv.mode === 'nilvalue') return ir.newNil(e.pos, r.typ(tv.type));
  }
  const outer = r.inTypedExpr;
  r.inTypedExpr ||= tv !== undefined && isValue(tv) && !isBuiltin(tv) && isOneTyped(tv.type);
  const n = exprNode(r, e);
  r.inTypedExpr = outer;
  // Where type arguments of one shape meet, the expression has the type that the checker says.
  const shapes = r.dict !== null ? n.op !== 'ONAME' : n.op === 'OCALLFUNC' && ty.hasShape(n.type);
  if (shapes && tv !== undefined && isValue(tv) && !isBuiltin(tv)) {
    const raw = r.rawType(e);
    if (isOneTyped(raw)) n.type = r.typ(raw);
  }
  return n;
}

function isOneTyped(t: Type): boolean {
  return t.kind !== 'Tuple' && !ty.isUntyped(t);
}

function constExpr(r: Reader, e: syntax.Expr, tv: TypeAndValue): Expr {
  const type = r.typ(idealType(tv));
  return ir.newBasicLit(e.pos, type, fixValue(type, tv.value!));
}

/** The type that an untyped constant has where nothing else gives it one. */
function idealType(tv: TypeAndValue): Type {
  const t = unalias(tv.type);
  if (t.kind !== 'Basic') return t;
  switch (t.basic) {
    case BasicKind.UntypedInt:
    case BasicKind.UntypedFloat:
    case BasicKind.UntypedComplex:
      return Typ[tv.value !== null && sign(toInt(tv.value)) < 0 ? BasicKind.Int : BasicKind.Uint]!;
    case BasicKind.UntypedBool:
      return Typ[BasicKind.Bool]!;
    case BasicKind.UntypedString:
      return Typ[BasicKind.String]!;
    case BasicKind.UntypedRune:
      return Typ[BasicKind.Int32]!;
    default:
      return t;
  }
}

function fixValue(type: Type, val: Value): Value {
  if (ty.isInteger(type)) return toInt(val);
  if (ty.isFloat(type)) return toFloat(val);
  return ty.isComplex(type) ? toComplex(val) : val;
}

export interface ObjectUse {
  readonly obj: Obj;
  readonly targs: readonly Type[];
}

/** The object that e names (also qualified or instantiated), if it is a plain reference. */
export function lookupObj(c: Checked, e0: syntax.Expr): ObjectUse | null {
  let e = e0;
  if (e.kind === 'IndexExpr') {
    const args = unpackList(e.index);
    if (args.length === 1) {
      const tv = c.tv(args[0]!);
      if (tv !== undefined && isValue(tv)) return null;
    }
    e = e.x;
  }
  if (e.kind === 'SelectorExpr') {
    if (!isPkgQual(c, e)) return null;
    e = e.sel;
  }
  if (e.kind !== 'Name') return null;
  const obj = c.use(e);
  if (obj === undefined) return null;
  return { obj, targs: c.info.instances.get(e)?.typeArgs ?? noTargs };
}
const noTargs: readonly Type[] = [];

function isPkgQual(c: Checked, e: syntax.SelectorExpr): boolean {
  return e.x.kind === 'Name' && c.use(e.x)?.kind === 'PkgName';
}

function exprNode(r: Reader, e: syntax.Expr): Expr {
  const use = lookupObj(r, e);
  if (use !== null) return objectExpr(r, e, use);
  switch (e.kind) {
    case 'CompositeLit':
      return compLit(r, e);
    case 'FuncLit':
      return funcLit(r, e);
    case 'SelectorExpr':
      return selectorExpr(r, e);
    case 'IndexExpr':
      return indexExpr(r, e);
    case 'SliceExpr':
      return sliceExpr(r, e);
    case 'AssertExpr':
      return assertExpr(r, e);
    case 'Operation':
      return e.y === null ? unaryExpr(r, e) : binaryExpr(r, e, e.y);
    case 'CallExpr':
      return callExpr(r, e);
    default:
      return r.unsupported(e.pos, `expression ${e.kind}`);
  }
}

function objectExpr(r: Reader, e: syntax.Expr, use: ObjectUse): Expr {
  const { obj, targs } = use;
  if (targs.length > 0) {
    const inst = funcInst(r, e.pos, obj as FuncObj, targs);
    return inst.wrapper ?? curry(r, e.pos, false, inst.base, inst.dictPtr, null);
  }
  if (isGlobal(obj)) return r.noder.global(obj as Var | FuncObj);
  if (obj.kind !== 'Var') return r.unsupported(e.pos, `use of ${obj.kind} ${obj.name} as a value`);
  return r.useLocal(e.pos, obj);
}

export function isGlobal(obj: Obj): boolean {
  return (
    obj.pkg !== null &&
    (obj.parent === obj.pkg.scope || obj.kind === 'Func' || (obj.kind === 'Var' && obj.varKind === 'package'))
  );
}

function selectorExpr(r: Reader, e: syntax.SelectorExpr): Expr {
  const sel = r.info.selections.get(e);
  if (sel === undefined) return r.unsupported(e.pos, 'selector without selection');
  switch (sel.kind) {
    case 'FieldVal': {
      let x = expr(r, e.x);
      const last = sel.index.length - 1;
      for (let i = 0; i <= last; i++) x = dotField(r.noder, e.pos, x, sel.index[i]!, i < last);
      return x;
    }
    case 'MethodVal':
      return methodValue(r, e, sel);
    case 'MethodExpr':
      return methodExprValue(r, e, sel);
  }
}

function indexExpr(r: Reader, e: syntax.IndexExpr): Expr {
  const core = coreType(r.rawType(e.x));
  let x = expr(r, e.x);
  if (core?.kind === 'Map') {
    const index = implicitConvExpr(r, core.key, e.index);
    return ir.newIndex(e.pos, 'OINDEXMAP', ty.elemOf(x.type), x, index);
  }
  const index = expr(r, e.index);
  if (ty.isPtr(x.type)) x = ir.newStar(e.pos, ty.elemOf(x.type), x, true);
  const elem = ty.isString(x.type) ? r.typeOf(e) : ty.elemOf(x.type);
  if (!ty.isSlice(x.type)) r.fn.hasArrayIndex = true;
  return ir.newIndex(e.pos, 'OINDEX', elem, x, index);
}

function sliceExpr(r: Reader, e: syntax.SliceExpr): Expr {
  let x = expr(r, e.x);
  const [low, high, max] = e.index.map((i) => (i === null ? null : expr(r, i))) as [
    Expr | null,
    Expr | null,
    Expr | null,
  ];
  if (ty.isArray(x.type)) x = newAddr(e.pos, x, true);
  if (ty.isString(x.type)) return ir.newSlice(e.pos, 'OSLICESTR', x.type, x, low, high, max);
  if (ty.isPtr(x.type)) {
    const type = ty.newSlice(ty.elemOf(ty.elemOf(x.type)));
    return ir.newSlice(e.pos, max === null ? 'OSLICEARR' : 'OSLICE3ARR', type, x, low, high, max);
  }
  return ir.newSlice(e.pos, max === null ? 'OSLICE' : 'OSLICE3', x.type, x, low, high, max);
}

function assertExpr(r: Reader, e: syntax.AssertExpr): Expr {
  const x = expr(r, e.x);
  const type = exprType(r, r.rawType(e.x), e.type);
  if (type.op === 'ODYNAMICTYPE') {
    const src = rtype(r, e.pos, r.rawType(e.x));
    return ir.newDynamicTypeAssert(e.pos, 'ODYNAMICDOTTYPE', type.type, x, src, type.rtype, type.itab);
  }
  return ir.newTypeAssert(e.pos, 'ODOTTYPE', type.type, x);
}

const unaryOps: Partial<Record<syntax.Operator, UnaryOp>> = {
  '!': 'ONOT',
  '<-': 'ORECV',
  '+': 'OPLUS',
  '-': 'ONEG',
  '^': 'OBITNOT',
};

function unaryExpr(r: Reader, e: syntax.Operation): Expr {
  const x = expr(r, e.x);
  switch (e.op) {
    case '&':
      return newAddr(e.pos, x);
    case '*':
      return ir.newStar(e.pos, ty.elemOf(x.type), x, false);
    case '<-':
      return ir.newUnary(e.pos, 'ORECV', ty.elemOf(x.type), x);
    default:
      return ir.newUnary(e.pos, unaryOps[e.op]!, x.type, x);
  }
}

export const binaryOps: Partial<Record<syntax.Operator, BinaryOp | LogicalOp>> = {
  '||': 'OOROR',
  '&&': 'OANDAND',
  '==': 'OEQ',
  '!=': 'ONE',
  '<': 'OLT',
  '<=': 'OLE',
  '>': 'OGT',
  '>=': 'OGE',
  '+': 'OADD',
  '-': 'OSUB',
  '|': 'OOR',
  '^': 'OXOR',
  '*': 'OMUL',
  '/': 'ODIV',
  '%': 'OMOD',
  '&': 'OAND',
  '&^': 'OANDNOT',
  '<<': 'OLSH',
  '>>': 'ORSH',
};

function binaryExpr(r: Reader, e: syntax.Operation, ey: syntax.Expr): Expr {
  const op = binaryOps[e.op]!;
  const common = op === 'OLSH' || op === 'ORSH' ? null : commonType(r.rawType(e.x), r.rawType(ey));
  const x = implicitConvExpr(r, common, e.x);
  const y = implicitConvExpr(r, common, ey);
  switch (op) {
    case 'OANDAND':
    case 'OOROR':
      return ir.newLogical(e.pos, op, x.type, x, y);
    case 'OEQ':
    case 'ONE':
    case 'OLT':
    case 'OLE':
    case 'OGT':
    case 'OGE':
      return ir.newBinary(e.pos, op, comparisonType(r, e), x, y);
    case 'OADD':
      return ty.isString(x.type) ? addString(r, e, x, y) : ir.newBinary(e.pos, op, x.type, x, y);
    default:
      return ir.newBinary(e.pos, op, x.type, x, y);
  }
}

function comparisonType(r: Reader, e: syntax.Operation): Type {
  const tv = r.tv(e);
  return tv === undefined || ty.isUntyped(tv.type) ? Typ[BasicKind.Bool]! : r.typ(tv.type);
}

export function commonType(x: Type, y: Type): Type {
  return isAssignable(x, y) ? y : x;
}

/** The type that all types of a type parameter's type set share underneath; for others the underlying type. */
export function coreType(t: Type): Type | null {
  return commonUnder(t, null)[0];
}

/** A chain of concatenations is one node, at the position of the last operator. */
function addString(_r: Reader, e: syntax.Operation, x: Expr, y: Expr): Expr {
  const list = x.op === 'OADDSTR' ? x.list : [x];
  if (y.op === 'OADDSTR') list.push(...y.list);
  else list.push(y);
  return ir.newAddString(e.pos, x.type, list);
}

/** A number that the source does not have; its type stays untyped. */
export function newInt(pos: number, value: number): Expr {
  return ir.newBasicLit(pos, Typ[BasicKind.UntypedInt]!, makeInt64(value));
}
