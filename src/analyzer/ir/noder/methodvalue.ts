/**
 * Methods used through a value: receivers, calls, method values and method expressions.
 * Follows recvExpr and methodExpr of noder/writer.go and noder/reader.go (Go 1.26).
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { asNamed, unalias } from '../../types/alias.ts';
import type { Selection } from '../../types/info.ts';
import type { Func as FuncObj } from '../../types/object.ts';
import { isExported, originOf, samePkg } from '../../types/object.ts';
import { identical } from '../../types/predicates.ts';
import type { Signature, Type, TypeParam } from '../../types/type.ts';
import { typeSetOf } from '../../types/typeset.ts';
import { under } from '../../types/under.ts';
import { newAddr } from '../addr.ts';
import type { Expr } from '../expr.ts';
import * as ir from '../expr.ts';
import * as ty from '../type.ts';
import type { Checked } from './checked.ts';
import { curry, methodExprWrap } from './closure.ts';
import { dictWord } from './dictionary.ts';
import { expr } from './expr.ts';
import { shapedMethod } from './instance.ts';
import type { Reader } from './reader.ts';
import { derefType, dotField, methodSelection, methodType, newMethodExpr } from './selection.ts';

/** A method as a function of its receiver. */
interface MethodFunc {
  /** The function value; null where the receiver's type arguments are only known at run time. */
  readonly wrapper: Expr | null;
  readonly base: Expr;
  readonly dictPtr: Expr | null;
}

/** Whether `from` is the type `*to`. */
function isPtrTo(from: Type, to: Type): boolean {
  const ptr = unalias(from);
  return ptr.kind === 'Pointer' && identical(ptr.base, to);
}

/** The receiver of x.m with the implicit selections, address or dereference; `raw` is its checker's type. */
function recvExpr(r: Reader, e: syntax.SelectorExpr, sel: Selection): { x: Expr; raw: Type } {
  let x = expr(r, e.x);
  for (const index of sel.index.slice(0, -1)) x = dotField(r.noder, e.pos, x, index, true);
  const { raw, adjust } = receiverOf(r.rawType(e.x), sel);
  if (adjust === 'deref') x = ir.newStar(e.pos, ty.elemOf(x.type), x, true);
  if (adjust === 'addr') x = newAddr(e.pos, x, true);
  return { x, raw };
}

interface Receiver {
  readonly raw: Type;
  /** What is done to what the implicit selections bring. */
  readonly adjust: 'deref' | 'addr' | null;
}

/** The checker's type of the receiver that a method selected on an x gets. */
function receiverOf(x: Type, sel: Selection): Receiver {
  let raw = x;
  for (const index of sel.index.slice(0, -1)) raw = fieldType(raw, index);
  const declared = ((sel.obj as FuncObj).typ as Signature).recv!.typ!;
  if (isPtrTo(raw, declared)) return { raw: declared, adjust: 'deref' };
  if (isPtrTo(declared, raw)) return { raw: declared, adjust: 'addr' };
  return { raw, adjust: null };
}

/** The type of the receiver in `x.m`. */
export function methodReceiver(c: Checked, e: syntax.SelectorExpr, sel: Selection): Type {
  return receiverOf(c.rawType(e.x), sel).raw;
}

function fieldType(t: Type, index: number): Type {
  return ty.structOf(derefUnder(t)).fields[index]!.typ!;
}

function derefUnder(t: Type): Type {
  const u = under(t);
  return u.kind === 'Pointer' ? u.base : t;
}

function methodFunc(r: Reader, pos: Pos, raw: Type, sel: Selection): MethodFunc {
  const method = sel.obj as FuncObj;
  if (unalias(raw).kind === 'TypeParam') {
    const sig = r.typ(methodType(method.typ as Signature, raw));
    const { index } = unalias(raw) as TypeParam;
    const word = dictWord(r, pos, (layout) => layout.methodExpr(index, originOf(method)));
    const fn = ir.newConv(pos, 'OCONVNOP', sig, newAddr(pos, word), false);
    return { wrapper: fn, base: fn, dictPtr: null };
  }
  const recv = r.typ(raw);
  if (!ty.isInterface(raw)) {
    const named = asNamed(derefType(raw));
    if (named?.inst) {
      const origin = originOf(method);
      const shaped = shapedMethod(r, pos, named, origin);
      const shapedRecv = (shaped.base.type as Signature).recv!.typ!;
      const base = newMethodExpr(r.noder, pos, shapedRecv, origin);
      const wrapper = ty.hasShape(recv) ? null : newMethodExpr(r.noder, pos, recv, method);
      return { wrapper, base, dictPtr: shaped.dictPtr };
    }
  }
  const fn = newMethodExpr(r.noder, pos, recv, method);
  return { wrapper: fn, base: fn, dictPtr: null };
}

/** What a call `x.m(…)` calls, and the arguments that come before the written ones. */
export function methodCallee(r: Reader, e: syntax.SelectorExpr, sel: Selection): { fun: Expr; args: Expr[] } {
  const { x, raw } = recvExpr(r, e, sel);
  const method = sel.obj as FuncObj;
  if (ty.isInterface(x.type) && unalias(raw).kind !== 'TypeParam') {
    return { fun: interfaceMethod(r, e.pos, x, method, 'ODOTINTER'), args: [] };
  }
  // The type argument is an interface: gc says that the call goes through the dictionary all the same.
  if (ty.isInterface(x.type)) r.noder.impreciseCalls.push(e.pos);
  const { base, dictPtr } = methodFunc(r, e.pos, raw, sel);
  return { fun: base, args: dictPtr === null ? [x] : [x, dictPtr] };
}

function interfaceMethod(
  r: Reader,
  pos: Pos,
  x: Expr,
  method: FuncObj,
  op: 'ODOTINTER' | 'OMETHVALUE',
): ir.SelectorExpr {
  const own = typeSetOf(ty.interfaceOf(x.type)).methods.find((m) => sameMethodName(m, method)) ?? method;
  const selection = {
    sym: { pkg: method.pkg ?? r.noder.local, name: method.name },
    type: r.noder.types.plain(own.typ!),
    offset: -1,
    embedded: false,
    nname: null,
  };
  const sig = selection.type as Signature;
  return ir.newSelector(pos, op, methodType(sig, null), x, selection);
}

function sameMethodName(m: FuncObj, n: FuncObj): boolean {
  return m.name === n.name && (isExported(m.name) || samePkg(m.pkg, n.pkg));
}

export function methodValue(r: Reader, e: syntax.SelectorExpr, sel: Selection): Expr {
  const { x: recv, raw } = recvExpr(r, e, sel);
  const method = sel.obj as FuncObj;
  if (ty.isInterface(recv.type) && unalias(raw).kind !== 'TypeParam') {
    const x = ty.hasShape(recv.type) ? ir.newConv(recv.pos, 'OCONVNOP', r.typ(raw), recv, false) : recv;
    return noted(r, interfaceMethod(r, e.pos, x, method, 'OMETHVALUE'));
  }
  const { wrapper, base, dictPtr } = methodFunc(r, e.pos, raw, sel);
  if (wrapper?.op === 'OMETHEXPR') {
    const x = ty.hasShape(recv.type) ? ir.newConv(recv.pos, 'OCONVNOP', wrapper.x.type, recv, false) : recv;
    const selection = wrapper.selection;
    return noted(r, ir.newSelector(e.pos, 'OMETHVALUE', methodType(selection.type as Signature, null), x, selection));
  }
  return curry(r, e.pos, true, base, recv, dictPtr);
}

function noted(r: Reader, n: ir.SelectorExpr): Expr {
  r.noder.methodValues.push(n);
  return n;
}

export function methodExprValue(r: Reader, e: syntax.SelectorExpr, sel: Selection): Expr {
  const recv = r.typ(r.rawType(e.x));
  const implicits = sel.index.slice(0, -1);
  const { raw, adjust: how } = receiverOf(r.rawType(e.x), sel);
  const { wrapper, base, dictPtr } = methodFunc(r, e.pos, raw, sel);
  if (wrapper !== null && implicits.length === 0 && how === null) return wrapper;
  if (wrapper?.op === 'OMETHEXPR' && !ty.hasShape(recv)) {
    const selection = methodSelection(r.noder, recv, sel.obj as FuncObj);
    const type = methodType(selection.type as Signature, recv);
    return ir.newSelector(e.pos, 'OMETHEXPR', type, ir.newTypeNode(recv), selection);
  }
  const adjust = (arg: Expr): Expr => {
    let x = arg;
    for (const index of implicits) x = dotField(r.noder, e.pos, x, index, true);
    if (how === 'deref') return ir.newStar(e.pos, ty.elemOf(x.type), x, true);
    return how === 'addr' ? newAddr(e.pos, x, true) : x;
  };
  return methodExprWrap(r, e.pos, recv, adjust, base, dictPtr);
}
