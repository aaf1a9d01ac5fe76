/** Expressions for dictwriter.ts, in the order of noder/writer.go (Go 1.26). Constants need nothing at run time. */
import type * as syntax from '../../syntax/tree.ts';
import { isBuiltin, isType, isValue } from '../../types/info.ts';
import type { Builtin, Func as FuncObj } from '../../types/object.ts';
import type { Signature, Slice, Type } from '../../types/type.ts';
import * as ty from '../type.ts';
import { paramTypes, rawFunType } from './call.ts';
import type { DictWriter } from './dictwriter.ts';
import { commonType, coreType, lookupObj, unparen } from './expr.ts';
import { methodReceiver } from './methodvalue.ts';

export function expr(w: DictWriter, e0: syntax.Expr): void {
  const e = unparen(e0);
  const tv = w.c.tv(e);
  if (tv !== undefined && ((tv.value !== null && !isType(tv)) || tv.mode === 'nilvalue')) return;
  const use = lookupObj(w.c, e);
  if (use !== null) {
    if (use.targs.length > 0) w.funcInst(use.obj as FuncObj, use.targs);
    return;
  }
  switch (e.kind) {
    case 'CompositeLit':
      compLit(w, e);
      return;
    case 'FuncLit':
      w.func(w.c.rawType(e) as Signature, e.body);
      return;
    case 'SelectorExpr':
      selectorExpr(w, e);
      return;
    case 'IndexExpr':
      indexExpr(w, e);
      return;
    case 'SliceExpr':
      expr(w, e.x);
      for (const index of e.index) if (index !== null) expr(w, index);
      return;
    case 'AssertExpr':
      expr(w, e.x);
      w.exprType(w.c.rawType(e.x), e.type);
      w.rtype(w.c.rawType(e.x));
      return;
    case 'Operation':
      if (e.y === null) expr(w, e.x);
      else binaryExpr(w, e, e.y);
      return;
    case 'CallExpr':
      callExpr(w, e);
      return;
    default:
      return;
  }
}

function compLit(w: DictWriter, e: syntax.CompositeLit): void {
  let type = w.c.rawType(e);
  const ptr = coreType(type);
  if (ptr?.kind === 'Pointer') type = ptr.base;
  const core = coreType(type)!;
  if (core.kind === 'Map') w.rtype(type);
  e.elemList.forEach((elem, i) => {
    const value = elem.kind === 'KeyValueExpr' ? elem.value : elem;
    if (core.kind === 'Struct') {
      const key = elem.kind === 'KeyValueExpr' ? (elem.key as syntax.Name).value : null;
      const field = key === null ? core.fields[i]! : core.fields.find((f) => f.name === key)!;
      w.convert(field.typ!, value);
      return;
    }
    if (elem.kind === 'KeyValueExpr') w.convert(core.kind === 'Map' ? core.key : null, elem.key);
    w.convert(ty.elemOf(core), value);
    return;
  });
}

function selectorExpr(w: DictWriter, e: syntax.SelectorExpr): void {
  const sel = w.c.info.selections.get(e)!;
  if (sel.kind === 'MethodExpr') {
    w.methodExpr(methodReceiver(w.c, e, sel), sel);
    return;
  }
  expr(w, e.x);
  if (sel.kind === 'MethodVal') w.methodExpr(methodReceiver(w.c, e, sel), sel);
}

function indexExpr(w: DictWriter, e: syntax.IndexExpr): void {
  const x = w.c.rawType(e.x);
  const core = coreType(x);
  const map = core?.kind === 'Map' ? core : null;
  expr(w, e.x);
  w.convert(map?.key ?? null, e.index);
  if (map !== null) w.rtype(x);
}

function binaryExpr(w: DictWriter, e: syntax.Operation, y: syntax.Expr): void {
  const shift = e.op === '<<' || e.op === '>>';
  const common = shift ? null : commonType(w.c.rawType(e.x), w.c.rawType(y));
  w.convert(common, e.x);
  w.convert(common, y);
}

function callExpr(w: DictWriter, e: syntax.CallExpr): void {
  if (e.fun.kind === 'Name' && w.c.rangeFuncs?.helpers.has(e.fun)) {
    for (const arg of e.argList) expr(w, arg);
    return;
  }
  const tv = w.c.tv(e.fun)!;
  if (isType(tv)) {
    w.convert(tv.type, e.argList[0]!, false);
    return;
  }
  let rtype: Type | null = null;
  if (isBuiltin(tv)) {
    const { id } = lookupObj(w.c, unparen(e.fun))!.obj as Builtin;
    switch (id) {
      case 'make':
        makeCall(w, e);
        return;
      case 'new':
        newCall(w, e.argList[0]!);
        return;
      case 'Sizeof':
      case 'Alignof':
      case 'Offsetof':
        return;
      case 'append':
      case 'Slice':
        rtype = sliceElem(w.c.rawType(e));
        break;
      case 'copy':
        rtype = sliceElem(firstType(w, e));
        break;
      case 'delete':
        rtype = firstType(w, e);
        break;
      default:
        break;
    }
  } else {
    callee(w, e.fun);
  }
  const sig = coreType(isBuiltin(tv) ? tv.type : rawFunType(w.c, e.fun));
  w.multi(sig?.kind === 'Signature' ? paramTypes(sig, e.hasDots) : () => null, e.argList);
  if (rtype !== null) w.rtype(rtype);
}

function callee(w: DictWriter, fun0: syntax.Expr): void {
  const fun = unparen(fun0);
  const sel = fun.kind === 'SelectorExpr' ? w.c.info.selections.get(fun) : undefined;
  if (fun.kind === 'SelectorExpr' && sel?.kind === 'MethodVal') {
    expr(w, fun.x);
    w.methodExpr(methodReceiver(w.c, fun, sel), sel);
    return;
  }
  expr(w, fun);
}

function newCall(w: DictWriter, arg: syntax.Expr): void {
  if (isValue(w.c.tv(arg)!)) expr(w, arg);
  else w.exprType(null, arg);
}

function makeCall(w: DictWriter, e: syntax.CallExpr): void {
  w.exprType(null, e.argList[0]!);
  for (const arg of e.argList.slice(1)) expr(w, arg);
  const type = w.c.rawType(e);
  w.rtype(coreType(type)!.kind === 'Slice' ? sliceElem(type) : type);
}

function sliceElem(t: Type): Type {
  return (coreType(t) as Slice).elem;
}

/** The type of the first argument, of `f(g())` the first result. */
function firstType(w: DictWriter, e: syntax.CallExpr): Type {
  const type = w.c.rawType(e.argList[0]!);
  return type.kind === 'Tuple' ? type.vars[0]!.typ! : type;
}
