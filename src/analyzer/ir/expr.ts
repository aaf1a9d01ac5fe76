/** Expression nodes: one interface for each node shape of cmd/compile/internal/ir's expr.go, one maker for each. */
import type { Pos } from '../base/pos.ts';
import type { Func } from './func.ts';
import type { Name } from './name.ts';
import type { Node } from './node.ts';
import { noNodes } from './node.ts';
import type * as ops from './op.ts';
import type { Sym } from './sym.ts';
import type { ConstValue, Type } from './type.ts';

interface ExprBase {
  pos: Pos;
  /** For a call of a function with several results: the tuple. For a call without result: the empty tuple. */
  type: Type;
  init: Node[];
}

export interface AddStringExpr extends ExprBase {
  readonly op: 'OADDSTR';
  list: Expr[];
}

/** `&x`; OPTRLIT when x is a composite literal. */
export interface AddrExpr extends ExprBase {
  readonly op: ops.AddrOp;
  x: Expr;
  implicit: boolean;
}

export interface BasicLit extends ExprBase {
  readonly op: 'OLITERAL';
  val: ConstValue;
}

export interface NilExpr extends ExprBase {
  readonly op: 'ONIL';
}

/** A type used as an operand: the cases of a type switch. */
export interface TypeNode extends ExprBase {
  readonly op: 'OTYPE';
}

/** A case of a type switch whose type depends on a type argument. */
export interface DynamicType extends ExprBase {
  readonly op: 'ODYNAMICTYPE';
  rtype: Expr | null;
  itab: Expr | null;
}

export interface BinaryExpr extends ExprBase {
  readonly op: ops.BinaryOp;
  x: Expr;
  y: Expr;
}

export interface LogicalExpr extends ExprBase {
  readonly op: ops.LogicalOp;
  x: Expr;
  y: Expr;
}

export interface UnaryExpr extends ExprBase {
  readonly op: ops.UnaryOp;
  x: Expr;
}

/** A call, or a builtin that takes any number of arguments (`fun` is null then). */
export interface CallExpr extends ExprBase {
  readonly op: ops.CallOp;
  fun: Expr | null;
  args: Expr[];
  /** `f(s...)`. In OCALLFUNC and OCALLINTER of a variadic function the slice is always an argument, written or implicit. */
  isDDD: boolean;
  /** The call of a go or defer statement. */
  goDefer: boolean;
  noInline: boolean;
  isCompilerVarLive: boolean;
}

export interface ClosureExpr extends ExprBase {
  readonly op: 'OCLOSURE';
  func: Func;
  /** The wrapper that a go statement was given. */
  isGoWrap: boolean;
}

/** A composite literal. OSLICELIT elements may be OKEY; OSTRUCTLIT elements are OSTRUCTKEY; OMAPLIT elements OKEY. */
export interface CompLitExpr extends ExprBase {
  readonly op: ops.CompLitOp;
  list: Expr[];
  /** Number of elements of a slice literal. */
  len: number;
  /** The slice of a variadic call: prints `... argument`. */
  implicit: boolean;
}

export interface KeyExpr extends ExprBase {
  readonly op: 'OKEY';
  key: Expr;
  value: Expr;
}

export interface StructKeyExpr extends ExprBase {
  readonly op: 'OSTRUCTKEY';
  field: Selection;
  value: Expr;
}

export interface ConvExpr extends ExprBase {
  readonly op: ops.ConvOp;
  x: Expr;
  implicit: boolean;
}

export interface IndexExpr extends ExprBase {
  readonly op: ops.IndexOp;
  x: Expr;
  index: Expr;
  /** OINDEXMAP that is assigned to. */
  assigned: boolean;
}

export interface InlinedCallExpr extends ExprBase {
  readonly op: 'OINLCALL';
  body: Node[];
  returnVars: Expr[];
}

export interface MakeExpr extends ExprBase {
  readonly op: ops.MakeOp;
  len: Expr | null;
  cap: Expr | null;
}

export interface ParenExpr extends ExprBase {
  readonly op: 'OPAREN';
  x: Expr;
}

/** The field or method that a selector names. */
export interface Selection {
  readonly sym: Sym;
  readonly type: Type;
  /** Byte offset of a field in its struct; -1 for methods. */
  readonly offset: number;
  readonly embedded: boolean;
  /** The method's function name, for ODOTMETH, OMETHEXPR and OMETHVALUE of concrete methods. */
  readonly nname: Name | null;
}

export interface SelectorExpr extends ExprBase {
  readonly op: ops.SelectorOp;
  /** For OMETHEXPR an OTYPE node. */
  x: Expr;
  sel: Sym;
  selection: Selection;
  /** A step through an embedded field. */
  implicit: boolean;
}

export interface SliceExpr extends ExprBase {
  readonly op: ops.SliceOp;
  x: Expr;
  low: Expr | null;
  high: Expr | null;
  max: Expr | null;
}

export interface StarExpr extends ExprBase {
  readonly op: 'ODEREF';
  x: Expr;
  implicit: boolean;
}

export interface TypeAssertExpr extends ExprBase {
  readonly op: ops.AssertOp;
  x: Expr;
}

export interface DynamicTypeAssertExpr extends ExprBase {
  readonly op: ops.DynamicAssertOp;
  x: Expr;
  srcRType: Expr | null;
  rtype: Expr | null;
  itab: Expr | null;
}

/** An address inside a package-level object that has no Name: a runtime type, an itab, a dictionary. */
export interface LinksymOffsetExpr extends ExprBase {
  readonly op: 'OLINKSYMOFFSET';
  linksym: string;
  offset: number;
}

export type Expr =
  | Name
  | AddStringExpr
  | AddrExpr
  | BasicLit
  | NilExpr
  | TypeNode
  | DynamicType
  | BinaryExpr
  | LogicalExpr
  | UnaryExpr
  | CallExpr
  | ClosureExpr
  | CompLitExpr
  | KeyExpr
  | StructKeyExpr
  | ConvExpr
  | IndexExpr
  | InlinedCallExpr
  | MakeExpr
  | ParenExpr
  | SelectorExpr
  | SliceExpr
  | StarExpr
  | TypeAssertExpr
  | DynamicTypeAssertExpr
  | LinksymOffsetExpr;

export function newAddString(pos: Pos, type: Type, list: Expr[]): AddStringExpr {
  return { op: 'OADDSTR', pos, type, init: noNodes, list };
}

export function newBasicLit(pos: Pos, type: Type, val: ConstValue): BasicLit {
  return { op: 'OLITERAL', pos, type, init: noNodes, val };
}

export function newNil(pos: Pos, type: Type): NilExpr {
  return { op: 'ONIL', pos, type, init: noNodes };
}

export function newTypeNode(type: Type): TypeNode {
  return { op: 'OTYPE', pos: 0, type, init: noNodes };
}

export function newDynamicType(pos: Pos, type: Type, rtype: Expr | null, itab: Expr | null): DynamicType {
  return { op: 'ODYNAMICTYPE', pos, type, init: noNodes, rtype, itab };
}

export function newBinary(pos: Pos, op: ops.BinaryOp, type: Type, x: Expr, y: Expr): BinaryExpr {
  return { op, pos, type, init: noNodes, x, y };
}

export function newLogical(pos: Pos, op: ops.LogicalOp, type: Type, x: Expr, y: Expr): LogicalExpr {
  return { op, pos, type, init: noNodes, x, y };
}

export function newUnary(pos: Pos, op: ops.UnaryOp, type: Type, x: Expr): UnaryExpr {
  return { op, pos, type, init: noNodes, x };
}

export function newCall(pos: Pos, op: ops.CallOp, type: Type, fun: Expr | null, args: Expr[], isDDD = false): CallExpr {
  return {
    op,
    pos,
    type,
    init: noNodes,
    fun,
    args,
    isDDD,
    goDefer: false,
    noInline: false,
    isCompilerVarLive: false,
  };
}

export function newClosureExpr(pos: Pos, type: Type, func: Func): ClosureExpr {
  const closure: ClosureExpr = { op: 'OCLOSURE', pos, type, init: noNodes, func, isGoWrap: false };
  func.closure = closure;
  return closure;
}

export function newCompLit(pos: Pos, op: ops.CompLitOp, type: Type, list: Expr[], len = 0): CompLitExpr {
  return { op, pos, type, init: noNodes, list, len, implicit: false };
}

export function newKey(pos: Pos, type: Type, key: Expr, value: Expr): KeyExpr {
  return { op: 'OKEY', pos, type, init: noNodes, key, value };
}

export function newStructKey(pos: Pos, field: Selection, value: Expr): StructKeyExpr {
  return { op: 'OSTRUCTKEY', pos, type: field.type, init: noNodes, field, value };
}

export function newConv(pos: Pos, op: ops.ConvOp, type: Type, x: Expr, implicit: boolean): ConvExpr {
  return { op, pos, type, init: noNodes, x, implicit };
}

export function newIndex(pos: Pos, op: ops.IndexOp, type: Type, x: Expr, index: Expr): IndexExpr {
  return { op, pos, type, init: noNodes, x, index, assigned: false };
}

export function newMake(pos: Pos, op: ops.MakeOp, type: Type, len: Expr | null, cap: Expr | null): MakeExpr {
  return { op, pos, type, init: noNodes, len, cap };
}

export function newSelector(
  pos: Pos,
  op: ops.SelectorOp,
  type: Type,
  x: Expr,
  selection: Selection,
  implicit = false,
): SelectorExpr {
  return { op, pos, type, init: noNodes, x, sel: selection.sym, selection, implicit };
}

export function newSlice(
  pos: Pos,
  op: ops.SliceOp,
  type: Type,
  x: Expr,
  low: Expr | null,
  high: Expr | null,
  max: Expr | null,
): SliceExpr {
  return { op, pos, type, init: noNodes, x, low, high, max };
}

export function newStar(pos: Pos, type: Type, x: Expr, implicit: boolean): StarExpr {
  return { op: 'ODEREF', pos, type, init: noNodes, x, implicit };
}

export function newTypeAssert(pos: Pos, op: ops.AssertOp, type: Type, x: Expr): TypeAssertExpr {
  return { op, pos, type, init: noNodes, x };
}

export function newDynamicTypeAssert(
  pos: Pos,
  op: ops.DynamicAssertOp,
  type: Type,
  x: Expr,
  srcRType: Expr | null,
  rtype: Expr | null,
  itab: Expr | null,
): DynamicTypeAssertExpr {
  return { op, pos, type, init: noNodes, x, srcRType, rtype, itab };
}

export function newLinksymOffset(pos: Pos, type: Type, linksym: string, offset: number): LinksymOffsetExpr {
  return { op: 'OLINKSYMOFFSET', pos, type, init: noNodes, linksym, offset };
}
