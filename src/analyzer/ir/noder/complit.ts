/** Composite literals. Follows compLit of noder/writer.go and noder/reader.go and typecheck's tcCompLit (Go 1.26). */
import type * as syntax from '../../syntax/tree.ts';
import { int64Val } from '../../types/constant.ts';
import type { Struct, Type } from '../../types/type.ts';
import { newAddr } from '../addr.ts';
import type { Expr } from '../expr.ts';
import * as ir from '../expr.ts';
import * as ty from '../type.ts';
import { implicitConvExpr } from './conv.ts';
import { coreType } from './expr.ts';
import type { Reader } from './reader.ts';
import { fieldSelection } from './selection.ts';

export function compLit(r: Reader, e: syntax.CompositeLit): Expr {
  let raw = r.rawType(e);
  const ptr = coreType(raw);
  const isPtr = ptr?.kind === 'Pointer';
  if (isPtr) raw = ptr.base;
  const lit = litOf(r, e, raw);
  if (!isPtr) return lit;
  const addr = newAddr(e.pos, lit);
  addr.type = r.typ(r.rawType(e));
  return addr;
}

function litOf(r: Reader, e: syntax.CompositeLit, raw: Type): Expr {
  const type = r.typ(raw);
  const core = coreType(raw)!;
  switch (core.kind) {
    case 'Struct':
      return ir.newCompLit(e.pos, 'OSTRUCTLIT', type, structElems(r, e, core, type));
    case 'Map':
      return ir.newCompLit(
        e.pos,
        'OMAPLIT',
        type,
        e.elemList.map((elem) => keyed(r, elem, core.key, core.elem)),
      );
    case 'Array':
    case 'Slice': {
      const list = e.elemList.map((elem) => keyed(r, elem, null, core.elem));
      return ir.newCompLit(e.pos, core.kind === 'Slice' ? 'OSLICELIT' : 'OARRAYLIT', type, list, lengthOf(list));
    }
    default:
      return r.unsupported(e.pos, 'composite literal of this type');
  }
}

function structElems(r: Reader, e: syntax.CompositeLit, core: Struct, type: Type): Expr[] {
  const struct = ty.structOf(type);
  return e.elemList.map((elem, i) => {
    if (elem.kind !== 'KeyValueExpr') {
      const field = fieldSelection(r.noder, struct, i);
      return ir.newStructKey(elem.pos, field, implicitConvExpr(r, core.fields[i]!.typ!, elem));
    }
    const name = (elem.key as syntax.Name).value;
    const index = core.fields.findIndex((f) => f.name === name);
    const field = fieldSelection(r.noder, struct, index);
    return ir.newStructKey(elem.key.pos, field, implicitConvExpr(r, core.fields[index]!.typ!, elem.value));
  });
}

function keyed(r: Reader, elem: syntax.Expr, keyType: Type | null, elemType: Type): Expr {
  if (elem.kind !== 'KeyValueExpr') return implicitConvExpr(r, elemType, elem);
  const key = implicitConvExpr(r, keyType, elem.key);
  const value = implicitConvExpr(r, elemType, elem.value);
  return ir.newKey(elem.key.pos, value.type, key, value);
}

/** Number of elements that the keys and places in the list ask for. */
function lengthOf(list: readonly Expr[]): number {
  let index = 0;
  let length = 0;
  for (const elem of list) {
    if (elem.op === 'OKEY' && elem.key.op === 'OLITERAL') index = Number(int64Val(elem.key.val) ?? 0n);
    index++;
    if (index > length) length = index;
  }
  return length;
}
