/**
 * `x.m` on a concrete type with every implicit step written out: the way through embedded fields, the address or load
 * that the receiver needs. typecheck.XDotMethod and FixMethodCall (Go 1.26).
 */
import { Unsupported } from '../base/unsupported.ts';
import { newAddr } from '../ir/addr.ts';
import { type Expr, newSelector, newStar, type SelectorExpr } from '../ir/expr.ts';
import type { Noder } from '../ir/noder/noder.ts';
import { dotField, methodSelection, newMethodExpr } from '../ir/noder/selection.ts';
import { elemOf, hasShape, interfaceOf, isInterface, isPtr, type Type } from '../ir/type.ts';
import { lookupFieldOrMethod } from '../types/lookup.ts';
import type { Package } from '../types/package.ts';
import { identical } from '../types/predicates.ts';
import type { Signature } from '../types/type.ts';
import { typeSetOf } from '../types/typeset.ts';

/** A static call: `fun(recv, args…)`; or, through an embedded interface, `fun(args…)` with `recv` null. */
export interface MethodCall {
  readonly fun: Expr;
  readonly recv: Expr | null;
}

export function dotMethod(noder: Noder, start: Expr, selector: SelectorExpr): MethodCall {
  const { pos } = selector;
  const found = lookupFieldOrMethod(start.type, true, selector.sel.pkg as Package, selector.sel.name, false);
  if (found.obj?.kind !== 'Func') throw new Unsupported(pos, `method ${selector.sel.name} of a devirtualized call`);
  const index = found.index!;
  let x = start;
  for (let i = 0; i < index.length - 1; i++) x = dotField(noder, pos, x, index[i]!, true);
  if (isInterface(x.type)) {
    const selection = methodSelection(noder, x.type, found.obj);
    return { fun: newSelector(pos, 'ODOTINTER', selection.type, x, selection), recv: null };
  }
  const wantsPtr = isPtr((found.obj.typ as Signature).recv!.typ!);
  if (wantsPtr && !isPtr(x.type)) x = newAddr(pos, x, true);
  else if (!wantsPtr && isPtr(x.type)) x = newStar(pos, elemOf(x.type), x, true);
  return { fun: newMethodExpr(noder, pos, x.type, found.obj), recv: x };
}

/** Whether the concrete type has every method of the interface; a conversion between interfaces may have hidden that it has not. */
export function hasMethods(concrete: Type, iface: Type): boolean {
  for (const method of typeSetOf(interfaceOf(iface)).methods) {
    const found = lookupFieldOrMethod(concrete, false, method.pkg, method.name, false);
    if (found.obj?.kind !== 'Func') return false;
    const sig = found.obj.typ as Signature;
    // Methods of shaped types take a dictionary as well.
    if (hasShape(sig.recv!.typ!) || !identical(sig, method.typ!)) return false;
  }
  return true;
}
