/**
 * What a check records about the tree: side tables keyed by node. Follows types2/api.go and selection.go of Go 1.26.
 *
 * Invariant: tables are written by one check and only read afterwards.
 */
import type { CallExpr, Expr, File, InterfaceType, Name, Node, SelectorExpr } from '../syntax/tree.ts';
import type { Value } from './constant.ts';
import type { Func, Obj, Var } from './object.ts';
import type { OperandMode } from './operand.ts';
import type { Scope } from './scope.ts';
import type { Type } from './type.ts';

/** Mode, type and constant value of an expression. */
export class TypeAndValue {
  readonly mode: OperandMode;
  readonly type: Type;
  readonly value: Value | null;
  constructor(mode: OperandMode, type: Type, value: Value | null) {
    this.mode = mode;
    this.type = type;
    this.value = value;
  }
}

export function isType(tv: TypeAndValue): boolean {
  return tv.mode === 'typexpr';
}
export function isBuiltin(tv: TypeAndValue): boolean {
  return tv.mode === 'builtin';
}
export function isValue(tv: TypeAndValue): boolean {
  return tv.mode !== 'novalue' && tv.mode !== 'typexpr' && tv.mode !== 'builtin' && tv.mode !== 'invalid';
}

/** An identifier that denotes an instance of something generic. */
export interface Instance {
  readonly typeArgs: readonly Type[];
  readonly type: Type;
}

/** `x.f` that is not a qualified identifier. */
export class Selection {
  readonly kind: 'FieldVal' | 'MethodVal' | 'MethodExpr';
  readonly recv: Type;
  readonly obj: Var | Func;
  /** Path from `recv` to the field or method through embedded fields; the last index is that of `obj`. */
  readonly index: readonly number[];
  /** A pointer was followed on the way. */
  readonly indirect: boolean;
  constructor(kind: Selection['kind'], recv: Type, obj: Var | Func, index: readonly number[], indirect: boolean) {
    this.kind = kind;
    this.recv = recv;
    this.obj = obj;
    this.index = index;
    this.indirect = indirect;
  }
}

/** One step of package initialization: `lhs = rhs`. */
interface Initializer {
  readonly lhs: readonly Var[];
  readonly rhs: Expr;
}

export class Info {
  readonly types = new Map<Expr, TypeAndValue>();
  readonly instances = new Map<Name, Instance>();
  /** null for a name that declares no object: the package clause, the symbolic variable of a type switch. */
  readonly defs = new Map<Name, Obj | null>();
  readonly uses = new Map<Name, Obj>();
  /** ImportDecl without a name: PkgName; CaseClause of a type switch: its variable; Field without a name: parameter. */
  readonly implicits = new Map<Node, Obj>();
  readonly selections = new Map<SelectorExpr, Selection>();
  readonly scopes = new Map<Node, Scope>();
  /** The interface types that are written in the package, in no particular order. */
  readonly interfaces: InterfaceType[] = [];
  readonly initOrder: Initializer[] = [];
  readonly fileVersions = new Map<File, string>();
  /**
   * Arrays that a range clause takes only the length of: `types` has that constant, as gc does; here is what the
   * expression is otherwise.
   */
  readonly rangeArrays = new Map<Expr, TypeAndValue>();
  /** Calls of the predeclared panic. */
  readonly panics = new Set<CallExpr>();
}
