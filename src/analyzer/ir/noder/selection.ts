/**
 * Fields and methods as selectors name them. Follows typecheck's DotField, Lookdot and NewMethodExpr and ir.MethodSym
 * (Go 1.26).
 */
import type { Pos } from '../../base/pos.ts';
import { asNamed } from '../../types/alias.ts';
import type { Func as FuncObj } from '../../types/object.ts';
import { isExported, originOf, Var } from '../../types/object.ts';
import { layoutOf } from '../../types/sizes.ts';
import { type Named, Pointer, Signature, type Struct, Tuple, type Type } from '../../types/type.ts';
import type { Expr, Selection, SelectorExpr } from '../expr.ts';
import { newSelector, newTypeNode } from '../expr.ts';
import type { Name } from '../name.ts';
import type { Sym } from '../sym.ts';
import * as ty from '../type.ts';
import { shortTypeString } from '../typefmt.ts';
import { instantiateMethod } from './instance.ts';
import type { Noder } from './noder.ts';

/** A field of a struct; its offset is only worked out when asked for. */
class FieldSelection implements Selection {
  readonly sym: Sym;
  readonly type: Type;
  readonly embedded: boolean;
  readonly nname = null;
  private readonly struct: Struct;
  private readonly index: number;
  private readonly noder: Noder;
  constructor(noder: Noder, struct: Struct, index: number) {
    this.noder = noder;
    const field = struct.fields[index]!;
    this.sym = { pkg: field.pkg!, name: field.name };
    this.type = noder.types.plain(field.typ!);
    this.embedded = field.embedded;
    this.struct = struct;
    this.index = index;
  }
  get offset(): number {
    return this.index === 0 ? 0 : layoutOf(this.noder.sizes, this.struct).offsets[this.index]!;
  }
}

export function fieldSelection(noder: Noder, struct: Struct, index: number): Selection {
  return new FieldSelection(noder, struct, index);
}

/** `x.f` for the index-th field of x's struct type, through a pointer if x is one. */
export function dotField(noder: Noder, pos: Pos, x: Expr, index: number, implicit: boolean): SelectorExpr {
  const ptr = ty.isPtr(x.type);
  const selection = fieldSelection(noder, ty.structOf(ptr ? ty.elemOf(x.type) : x.type), index);
  return newSelector(pos, ptr ? 'ODOTPTR' : 'ODOT', selection.type, x, selection, implicit);
}

/** The method expression `recv.m`: a plain function whose first parameter is the receiver. */
export function newMethodExpr(noder: Noder, pos: Pos, recv: Type, method: FuncObj): SelectorExpr {
  const selection = methodSelection(noder, recv, method);
  return newSelector(pos, 'OMETHEXPR', methodType(selection.type as Signature, recv), newTypeNode(recv), selection);
}

export function methodSelection(noder: Noder, recv: Type, method: FuncObj): Selection {
  const nname = ty.isInterface(recv) ? null : methodName(noder, method, recv);
  const type = nname !== null ? nname.type : noder.types.plain(method.typ!);
  return { sym: { pkg: method.pkg ?? noder.local, name: method.name }, type, offset: -1, embedded: false, nname };
}

/** sig as a function type that takes the receiver first; without receiver when recv is null. */
export function methodType(sig: Signature, recv: Type | null): Signature {
  if (recv === null) return sig.recv === null ? sig : new Signature(null, sig.params, sig.results, sig.variadic);
  const first = new Var('param', 0, null, '', recv);
  return new Signature(null, new Tuple([first, ...sig.params.vars]), sig.results, sig.variadic);
}

/** The function name of a concrete method: of the instance when the receiver's type is generic; null if an interface has it. */
function methodName(noder: Noder, method: FuncObj, recv: Type): Name | null {
  const origin = originOf(method);
  const sig = origin.typ as Signature;
  const recvType = sig.recv!.typ!;
  if (ty.isInterface(recvType)) return null;
  if (sig.rparams.length === 0) return noder.method(origin, methodSymName(noder, recvType, origin));
  const declared = asNamed(derefType((method.typ as Signature).recv!.typ!))!;
  const own = asNamed(derefType(recv));
  const generic = declared.inst?.orig ?? declared;
  const of = own?.inst?.orig === generic ? own : declared;
  return instantiateMethod(noder, noder.types.plain(of) as Named, origin);
}

export function derefType(t: Type): Type {
  const u = ty.unaliased(t);
  return u.kind === 'Pointer' ? u.base : u;
}

/** gc's symbol of a method: `T.m`, `(*T).m`. */
export function methodSymName(noder: Noder, recv: Type, method: FuncObj): string {
  const named = asNamed(derefType(recv));
  const own = shortTypeString(noder.types.plain(recv), noder, 'id');
  const head = ty.unaliased(recv) instanceof Pointer ? `(${own})` : own;
  const foreign = !isExported(method.name) && named !== null && named.obj.pkg !== method.pkg && method.pkg !== null;
  return foreign ? `${head}.${method.pkg!.path}.${method.name}` : `${head}.${method.name}`;
}
