/**
 * Types of assertions and type switch cases. Follows exprType of noder/writer.go and noder/reader.go (Go 1.26).
 *
 * A type that depends on a type argument is looked up in the dictionary at run time.
 */

import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { BasicKind, type Type } from '../../types/type.ts';
import { Typ } from '../../types/universe.ts';
import { newAddr } from '../addr.ts';
import type { DynamicType, Expr, TypeNode } from '../expr.ts';
import { newDynamicType, newLinksymOffset, newTypeNode } from '../expr.ts';
import * as ty from '../type.ts';
import { typeString } from '../typefmt.ts';
import { isDerived } from './derived.ts';
import { rttiWord } from './dictionary.ts';
import type { Reader } from './reader.ts';

/** A pointer to the runtime type of the checker's type t. */
export function rtype(r: Reader, pos: Pos, t: Type): Expr {
  if (r.dict !== null && isDerived(t, r.dict)) return rttiWord(r, pos, (layout) => layout.rtype(t));
  const uint8 = Typ[BasicKind.Uint8]!;
  return newAddr(pos, newLinksymOffset(0, uint8, `type:${typeString(r.typ(t), r.noder, 'id')}`, 0));
}

/** The type written as e, asserted of a value of the checker's interface type iface. */
export function exprType(r: Reader, iface: Type, e: syntax.Expr): TypeNode | DynamicType {
  const raw = r.rawType(e);
  const type = r.typ(raw);
  const derived = r.dict !== null && isDerived(raw, r.dict);
  if (r.noder.options.dynamicAsserts === true && !derived && !ty.isEmptyInterface(iface)) {
    const fromDict = !ty.isInterface(type) && r.dict !== null && isDerived(iface, r.dict);
    const itab = fromDict ? rttiWord(r, e.pos, (layout) => layout.itab(raw, iface)) : null;
    return newDynamicType(e.pos, type, itab === null ? rtype(r, e.pos, raw) : null, itab);
  }
  if (ty.isEmptyInterface(iface) || ty.isInterface(type)) {
    return derived
      ? newDynamicType(
          e.pos,
          type,
          rttiWord(r, e.pos, (layout) => layout.rtype(raw)),
          null,
        )
      : newTypeNode(type);
  }
  const dynamic = derived || (r.dict !== null && isDerived(iface, r.dict));
  if (!dynamic) return newTypeNode(type);
  return newDynamicType(
    e.pos,
    type,
    null,
    rttiWord(r, e.pos, (layout) => layout.itab(raw, iface)),
  );
}
