/**
 * Questions about IR nodes: when storage must be on the heap by rule, and which assignments move nothing new.
 * Follows cmd/compile/internal/escape/utils.go and ir.SameSafeExpr (Go 1.26).
 */
import type { HeapReason } from '../base/texts/escape.ts';
import type { Expr, MakeExpr, SelectorExpr } from '../ir/expr.ts';
import { canonical } from '../ir/name.ts';
import type { Type } from '../ir/type.ts';
import { elemOf, namedOf } from '../ir/type.ts';
import { compare } from '../types/constant.ts';
import { identical } from '../types/predicates.ts';
import { BasicKind } from '../types/type.ts';
import { under } from '../types/under.ts';
import type { Pass } from './escape.ts';
import type { Switches } from './switches.ts';
import type { TypeInfo } from './typeinfo.ts';

const ptrSize = 8;

/** Why the storage that `n` stands for must be on the heap wherever its address goes; '' when nothing forces it. */
export function heapAllocReason(pass: Pass, n: Expr | null): HeapReason | '' {
  if (n === null) return '';
  const { types, switches } = pass;
  // Parameters and results are always passed on the stack.
  if (n.op === 'ONAME' && (n.class === 'PPARAM' || n.class === 'PPARAMOUT')) return '';
  if (types.size(n.type) > switches.maxStackVarSize) return 'too large for stack';
  if (types.align(n.type) > ptrSize) return 'too aligned for stack';
  switch (n.op) {
    case 'ONEW':
    case 'OPTRLIT': {
      const elem = elemOf(n.type);
      if (types.size(elem) > switches.maxImplicitStackVarSize) return 'too large for stack';
      return types.align(elem) > ptrSize ? 'too aligned for stack' : '';
    }
    case 'OCLOSURE':
      return closureSize(pass, n.func.closureVars) > switches.maxImplicitStackVarSize ? 'too large for stack' : '';
    case 'OMETHVALUE':
      return ptrSize + types.size(n.x.type) > switches.maxImplicitStackVarSize ? 'too large for stack' : '';
    case 'OMAKESLICE':
      return makeSliceReason(types, switches, n);
    default:
      return '';
  }
}

function makeSliceReason(types: TypeInfo, switches: Switches, n: MakeExpr): HeapReason | '' {
  const elemSize = types.size(elemOf(n.type));
  if (elemSize === 0 && switches.zeroSizedMakeOnHeap) return 'zero-sized element';
  const cap = smallIntConst(n.cap ?? n.len!);
  if (cap === undefined) return switches.variableMakeOnStack ? '' : 'non-constant size';
  if (elemSize === 0) return '';
  return cap > Math.floor(switches.maxImplicitStackVarSize / elemSize) ? 'too large for stack' : '';
}

/** Bytes of a closure record: the code pointer and what it captures. */
function closureSize(pass: Pass, captured: readonly Parameters<typeof canonical>[0][]): number {
  let size = ptrSize;
  for (const cv of captured) {
    const byval = pass.locOf.get(canonical(cv))?.byval === true;
    size += byval ? pass.types.size(cv.type) : ptrSize;
  }
  return size;
}

/** The value of an integer constant that fits 32 bits. */
export function smallIntConst(n: Expr): number | undefined {
  if (n.op !== 'OLITERAL' || n.val.kind !== 'Int') return undefined;
  const value = Number(n.val.val);
  return value === (value | 0) ? value : undefined;
}

/** p.Data of a reflect.SliceHeader or StringHeader: a uintptr that is really a pointer. */
export function isReflectHeaderData(types: TypeInfo, n: Expr): boolean {
  if ((n.op !== 'ODOT' && n.op !== 'ODOTPTR') || n.sel.name !== 'Data' || !types.isUintptr(n.type)) return false;
  const t: Type = n.op === 'ODOT' ? n.x.type : elemOf(n.x.type);
  const named = namedOf(t);
  if (named === null || named.obj.pkg?.path !== 'reflect') return false;
  return named.obj.name === 'SliceHeader' || named.obj.name === 'StringHeader';
}

/** Whether `dst = src` puts no pointer into dst's object that was not there before. */
export function isSelfAssign(dst: Expr, src: Expr): boolean {
  if (isSliceSelfAssign(dst, src)) return true;
  switch (dst.op) {
    case 'ODOT':
    case 'ODOTPTR':
      return src.op === dst.op && sameSafeExpr(dst.x, src.x);
    case 'OINDEX':
      return (
        src.op === 'OINDEX' && !mayAffectMemory(dst.index) && !mayAffectMemory(src.index) && sameSafeExpr(dst.x, src.x)
      );
    default:
      return false;
  }
}

/** `b.buf = b.buf[n:m]` with b a plain name. Slicing an array inside the object would make a new pointer to it. */
function isSliceSelfAssign(dst: Expr, src: Expr): boolean {
  if ((dst.op !== 'ODEREF' && dst.op !== 'ODOTPTR') || dst.x.op !== 'ONAME') return false;
  switch (src.op) {
    case 'OSLICE':
    case 'OSLICE3':
    case 'OSLICESTR':
      break;
    case 'OSLICEARR':
    case 'OSLICE3ARR':
      if (src.x.op === 'OADDR') return false;
      break;
    default:
      return false;
  }
  const base = src.x;
  return (base.op === 'ODEREF' || base.op === 'ODOTPTR') && base.x === dst.x;
}

/** Whether evaluating `n` could change memory. Only what is known to be harmless is not said to. */
function mayAffectMemory(n: Expr): boolean {
  switch (n.op) {
    case 'ONAME':
    case 'OLITERAL':
    case 'ONIL':
      return false;
    case 'OADD':
    case 'OSUB':
    case 'OOR':
    case 'OXOR':
    case 'OMUL':
    case 'OLSH':
    case 'ORSH':
    case 'OAND':
    case 'OANDNOT':
    case 'ODIV':
    case 'OMOD':
      return mayAffectMemory(n.x) || mayAffectMemory(n.y);
    case 'OINDEX':
      return mayAffectMemory(n.x) || mayAffectMemory(n.index);
    case 'OCONVNOP':
    case 'OCONV':
    case 'OLEN':
    case 'OCAP':
    case 'ONOT':
    case 'OBITNOT':
    case 'OPLUS':
    case 'ONEG':
    case 'ODOT':
    case 'ODOTPTR':
    case 'ODEREF':
      return mayAffectMemory(n.x);
    default:
      return true;
  }
}

/** Whether l and r are the same expression, free of side effects and of fresh storage. */
function sameSafeExpr(l: Expr, r: Expr): boolean {
  while (l.op === 'OCONVNOP') l = l.x;
  while (r.op === 'OCONVNOP') r = r.x;
  if (l.op === 'ONAME') return l === r;
  if (l.op !== r.op || !identical(l.type, r.type)) return false;
  switch (l.op) {
    case 'ODOT':
    case 'ODOTPTR': {
      const other = r as SelectorExpr;
      return l.sel.name === other.sel.name && l.sel.pkg.path === other.sel.pkg.path && sameSafeExpr(l.x, other.x);
    }
    case 'ODEREF':
    case 'ONOT':
    case 'OBITNOT':
    case 'OPLUS':
    case 'ONEG':
      return sameSafeExpr(l.x, (r as typeof l).x);
    case 'OCONV':
      return isSimple(l.type) && sameSafeExpr(l.x, (r as typeof l).x);
    case 'OINDEX':
    case 'OINDEXMAP':
      return sameSafeExpr(l.x, (r as typeof l).x) && sameSafeExpr(l.index, (r as typeof l).index);
    case 'OADD':
    case 'OSUB':
    case 'OOR':
    case 'OXOR':
    case 'OMUL':
    case 'OLSH':
    case 'ORSH':
    case 'OAND':
    case 'OANDNOT':
    case 'ODIV':
    case 'OMOD':
      return sameSafeExpr(l.x, (r as typeof l).x) && sameSafeExpr(l.y, (r as typeof l).y);
    case 'OLITERAL':
      return compare(l.val, '==', (r as typeof l).val);
    case 'ONIL':
      return true;
    default:
      return false;
  }
}

/** Numbers and booleans. */
function isSimple(t: Type): boolean {
  const u = under(t);
  return u.kind === 'Basic' && u.basic !== BasicKind.String && u.basic !== BasicKind.UnsafePointer;
}
