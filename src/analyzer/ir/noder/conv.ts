/**
 * Conversions: which operation a conversion is, and where implicit ones appear.
 * Follows typecheck/subr.go (assignOp, convertOp), typecheck/expr.go (tcConv) and noder/writer.go (convertExpr), Go 1.26.
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { unalias } from '../../types/alias.ts';
import { makeInt64, stringVal } from '../../types/constant.ts';
import { decodeRune } from '../../types/constantfmt.ts';
import { identical, identicalIgnoreTags } from '../../types/predicates.ts';
import { BasicKind, type Type } from '../../types/type.ts';
import { typeSetOf } from '../../types/typeset.ts';
import { under } from '../../types/under.ts';
import { Typ, universeByte, universeRune } from '../../types/universe.ts';
import type { Expr } from '../expr.ts';
import { newBasicLit, newCompLit, newConv, newKey } from '../expr.ts';
import type { ConvOp } from '../op.ts';
import * as ty from '../type.ts';
import { expr } from './expr.ts';
import { identicalTypes } from './identical.ts';
import type { Reader } from './reader.ts';

/** The operation that assigns a src to a dst, or null. */
export function assignOp(src: Type, dst: Type): ConvOp | null {
  if (identicalTypes(src, dst)) return 'OCONVNOP';
  if (identicalTypes(under(src), under(dst))) {
    if (ty.isEmptyInterface(src)) return 'OCONVNOP';
    if ((!ty.hasSym(src) || !ty.hasSym(dst)) && !ty.isInterface(src)) return 'OCONVNOP';
    if (ty.isShape(src) || ty.isShape(dst)) return 'OCONVNOP';
  }
  if (ty.isInterface(dst) && ty.basicKind(src) !== BasicKind.UntypedNil) return 'OCONVIFACE';
  if (ty.isInterface(src)) return null;
  const from = under(src);
  const to = under(dst);
  if (from.kind === 'Chan' && to.kind === 'Chan' && from.dir === 'both' && identicalTypes(from.elem, to.elem)) {
    return !ty.hasSym(src) || !ty.hasSym(dst) ? 'OCONVNOP' : null;
  }
  return null;
}

/** The operation of an explicit conversion, or null if gc knows none. */
export function convertOp(constant: boolean, src: Type, dst: Type): ConvOp | null {
  const op = assignOp(src, dst);
  if (op !== null) return op;
  if (ty.isInterface(src) || ty.isInterface(dst)) return null;
  const from = under(src);
  const to = under(dst);
  if (identicalIgnoreTags(from, to)) return 'OCONVNOP';
  if (from.kind === 'Pointer' && to.kind === 'Pointer' && identicalIgnoreTags(under(from.base), under(to.base))) {
    return 'OCONVNOP';
  }
  const numeric = convertNumeric(constant, src, dst);
  if (numeric !== null) return numeric;
  if (ty.isInteger(src) && ty.isString(dst)) return 'ORUNESTR';
  if (from.kind === 'Slice' && ty.isString(dst)) return ofElement(from.elem, 'OBYTES2STR', 'ORUNES2STR');
  if (ty.isString(src) && to.kind === 'Slice') return ofElement(to.elem, 'OSTR2BYTES', 'OSTR2RUNES');
  if ((from.kind === 'Pointer' || ty.isUintptr(src)) && ty.isUnsafePtr(dst)) return 'OCONVNOP';
  if (ty.isUnsafePtr(src) && (to.kind === 'Pointer' || ty.isUintptr(dst))) return 'OCONVNOP';
  if (from.kind === 'Slice' && to.kind === 'Array') return 'OSLICE2ARR';
  if (from.kind === 'Slice' && to.kind === 'Pointer') return 'OSLICE2ARRPTR';
  return null;
}

function convertNumeric(constant: boolean, src: Type, dst: Type): ConvOp | null {
  const srcReal = ty.isInteger(src) || ty.isFloat(src);
  const dstReal = ty.isInteger(dst) || ty.isFloat(dst);
  if ((srcReal && dstReal) || (ty.isComplex(src) && ty.isComplex(dst))) {
    return simpleKind(src) === simpleKind(dst) ? 'OCONVNOP' : 'OCONV';
  }
  const srcNumber = srcReal || ty.isComplex(src);
  return constant && srcNumber && (dstReal || ty.isComplex(dst)) ? 'OCONV' : null;
}

/** Kinds of one representation: int is int64, uint and uintptr are uint64. */
function simpleKind(t: Type): number {
  const kind = ty.basicKind(t);
  if (kind === BasicKind.Int) return BasicKind.Int64;
  if (kind === BasicKind.Uint || kind === BasicKind.Uintptr) return BasicKind.Uint64;
  return kind;
}

function ofElement(elem: Type, bytes: ConvOp, runes: ConvOp): ConvOp | null {
  const kind = ty.basicKind(elem);
  if (kind === BasicKind.Uint8) return bytes;
  return kind === BasicKind.Int32 ? runes : null;
}

/** Whether a value of type src may be assigned to a dst; both are the checker's types and one of them may be. */
export function isAssignable(src: Type, dst: Type): boolean {
  if (identical(src, dst) || ty.isUntyped(src)) return true;
  const from = under(src);
  const to = under(dst);
  if (to.kind === 'Interface' && dst.kind !== 'TypeParam') {
    if (from.kind !== 'Interface' || src.kind === 'TypeParam') return true;
    const have = typeSetOf(from).methods;
    return typeSetOf(to).methods.every((m) => have.some((n) => n.name === m.name));
  }
  if (from.kind === 'Chan' && to.kind === 'Chan' && from.dir === 'both') return true;
  return identical(from, to);
}

/** x assigned to a t: itself, or under an implicit conversion. */
export function assignConv(x: Expr, t: Type, pos: Pos): Expr {
  if (identicalTypes(x.type, t)) return x;
  return newConv(pos, assignOp(x.type, t) ?? 'OCONV', t, x, true);
}

/** The expression e where a value of the checker's type dst is wanted; dst null wants none in particular. */
export function implicitConvExpr(r: Reader, dst: Type | null, e: syntax.Expr): Expr {
  const src = r.rawType(e);
  if (dst === null || identical(src, dst)) return expr(r, e);
  return convert(r, dst, src, e, true);
}

export function explicitConvExpr(r: Reader, dst: Type, e: syntax.Expr): Expr {
  return convert(r, dst, r.rawType(e), e, false);
}

function convert(r: Reader, rawDst: Type, src: Type, e: syntax.Expr, implicit: boolean): Expr {
  const dst = r.typ(rawDst);
  const same = identical(src, rawDst);
  const x = defaultLit(expr(r, e), dst);
  const n = convNode(e.pos, dst, x, implicit);
  if (!same && n.op === 'OCONVNOP' && ty.isInterface(n.type) && !ty.isEmptyInterface(n.type)) {
    if (ty.hasShape(n.type) || ty.hasShape(n.x.type)) return newConv(n.pos, 'OCONVIFACE', n.type, n.x, implicit);
  }
  if (unalias(rawDst).kind === 'TypeParam' && n.op === 'OLITERAL') return newConv(e.pos, 'OCONVNOP', n.type, n, true);
  return n;
}

/** The conversion of x to a dst as tcConv leaves it. */
export function convNode(pos: Pos, dst: Type, x: Expr, implicit: boolean): Expr {
  let op = convertOp(x.op === 'OLITERAL', x.type, dst);
  if (op === null) return newConv(pos, 'OCONV', dst, x, implicit);
  if (op === 'OCONVNOP' && ty.basicKind(x.type) === ty.basicKind(dst) && (ty.isFloat(dst) || ty.isComplex(dst))) {
    op = 'OCONV';
  }
  if (op === 'OSTR2RUNES' && x.op === 'OLITERAL') return runesLit(pos, dst, x);
  if (op === 'OBYTES2STR' || op === 'ORUNES2STR') x = plainElements(x, op);
  return newConv(pos, op, dst, x, implicit);
}

/** A slice of a defined byte or rune type is first seen as one of byte or rune. */
function plainElements(x: Expr, op: ConvOp): Expr {
  if (ty.elemOf(x.type).kind === 'Basic') return x;
  const elem = op === 'OBYTES2STR' ? universeByte : universeRune;
  return newConv(x.pos, 'OCONVNOP', ty.newSlice(elem), x, false);
}

/** `[]rune("constant")` becomes a slice literal. */
function runesLit(pos: Pos, type: Type, x: Extract<Expr, { op: 'OLITERAL' }>): Expr {
  const text = stringVal(x.val);
  const int = Typ[BasicKind.Int]!;
  const list: Expr[] = [];
  for (let i = 0; i < text.length; ) {
    const [rune, size] = decodeRune(text, i);
    i += size;
    const key = newBasicLit(pos, Typ[BasicKind.UntypedInt]!, makeInt64(list.length));
    list.push(newKey(pos, int, key, newBasicLit(pos, ty.elemOf(type), makeInt64(rune < 0 ? 0xfffd : rune))));
  }
  return newCompLit(pos, 'OSLICELIT', type, list, list.length);
}

/** An untyped operand takes the type it is converted to, if that can hold its kind, else its default type. */
function defaultLit(x: Expr, t: Type): Expr {
  if (!ty.isUntyped(x.type)) return x;
  const kind = ty.basicKind(x.type);
  if (kind === BasicKind.UntypedNil) return x;
  x.type = under(t).kind === 'Basic' && !ty.isInterface(t) ? t : Typ[BasicKind.Bool]!;
  return x;
}
