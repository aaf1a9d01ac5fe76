/**
 * The Go syntax tree: the node set and field names of cmd/compile/internal/syntax/nodes.go (Go 1.26), as plain data.
 *
 * - Immutable: no pass writes on a node. What a pass learns lies in side tables keyed by node.
 * - `pos` is the position gc's parser gives the node (an operator, '(', '[', '{', '.', a keyword …), `start`/`end` are the
 *   first byte and the byte past the last, as go/ast has them. gc prints errors and escape results at `pos`.
 * - An absent part is `null`; an absent list is empty.
 * - Names declared in one list share one Type node (identical object), as in gc.
 * - Type and value expressions share `Expr`. A ParenExpr is kept where gc's parser reads an expression (also when it turns
 *   out to be a type, as in (*T)(x)), and dropped where it reads a type and around the operand of &.
 */
import type { Pos } from '../base/pos.ts';
import type { BlockStmt, BranchStmt, CaseClause, CommClause, Stmt } from './tree_stmt.ts';

export type * from './tree_stmt.ts';

/** What every node has. */
export interface NodeBase {
  readonly pos: Pos;
  readonly start: Pos;
  readonly end: Pos;
}

// ---- files and declarations

/** One `//go:…` line. `verb` is "go:noinline"; `text` the whole line without its slashes. */
export interface Directive {
  readonly pos: Pos;
  readonly verb: string;
  readonly text: string;
}

/** The `//go:…` lines that stand before a declaration (or before `package`, for the File). Never empty: else null. */
export type Pragma = readonly Directive[];

/** The parentheses around several declarations; members of one group share the object. `pos` is that of the keyword. */
export interface Group {
  readonly pos: Pos;
  readonly end: Pos;
}

export interface File extends NodeBase {
  readonly kind: 'File';
  /** Lines before the package clause. */
  readonly pragma: Pragma | null;
  readonly pkgName: Name;
  readonly declList: readonly Decl[];
  readonly eof: Pos;
  /** "go1.21" when a //go:build line demands it, else "". */
  readonly goVersion: string;
  /** Every directive of the file in source order, also those inside functions and //go:linkname, which belongs to no declaration. */
  readonly directives: readonly Directive[];
  /**
   * BranchStmt.Target of gc as a side table: LabeledStmt for goto; ForStmt, SwitchStmt or SelectStmt for break and
   * continue. fallthrough and branches in error have no entry.
   */
  readonly branchTargets: ReadonlyMap<BranchStmt, Stmt>;
}

export interface ImportDecl extends NodeBase {
  readonly kind: 'ImportDecl';
  readonly group: Group | null;
  readonly pragma: Pragma | null;
  /** Also "." and "_". */
  readonly localPkgName: Name | null;
  readonly path: BasicLit;
}

/** `nameList type = values`. In a group, a ConstDecl without type and values repeats the last one that has them. */
export interface ConstDecl extends NodeBase {
  readonly kind: 'ConstDecl';
  readonly group: Group | null;
  readonly pragma: Pragma | null;
  readonly nameList: readonly Name[];
  readonly type: Expr | null;
  /** A ListExpr when there are several. */
  readonly values: Expr | null;
}

export interface TypeDecl extends NodeBase {
  readonly kind: 'TypeDecl';
  readonly group: Group | null;
  readonly pragma: Pragma | null;
  readonly name: Name;
  readonly tparamList: readonly Field[];
  readonly alias: boolean;
  readonly type: Expr;
}

export interface VarDecl extends NodeBase {
  readonly kind: 'VarDecl';
  readonly group: Group | null;
  readonly pragma: Pragma | null;
  readonly nameList: readonly Name[];
  readonly type: Expr | null;
  /** A ListExpr when there are several. */
  readonly values: Expr | null;
}

/** `pos` is the place after `func`: the receiver's '(' or the name. `type.pos` is the '(' of the parameters, or the '[' before it. */
export interface FuncDecl extends NodeBase {
  readonly kind: 'FuncDecl';
  readonly pragma: Pragma | null;
  readonly recv: Field | null;
  readonly name: Name;
  readonly tparamList: readonly Field[];
  readonly type: FuncType;
  /** null: declared here, implemented elsewhere. */
  readonly body: BlockStmt | null;
}

export type Decl = ImportDecl | ConstDecl | TypeDecl | VarDecl | FuncDecl;

// ---- expressions

/** A place where no expression could be read. */
export interface BadExpr extends NodeBase {
  readonly kind: 'BadExpr';
}

export interface Name extends NodeBase {
  readonly kind: 'Name';
  readonly value: string;
}

export type LitKind = 'IntLit' | 'FloatLit' | 'ImagLit' | 'RuneLit' | 'StringLit';

/** `value` is the source text (quotes, prefixes and underscores included). */
export interface BasicLit extends NodeBase {
  readonly kind: 'BasicLit';
  readonly value: string;
  readonly litKind: LitKind;
  readonly bad: boolean;
}

/** `pos` is that of '{'. */
export interface CompositeLit extends NodeBase {
  readonly kind: 'CompositeLit';
  /** null: elided inside another composite literal. */
  readonly type: Expr | null;
  readonly elemList: readonly Expr[];
  /** Number of elements with keys. */
  readonly nkeys: number;
  readonly rbrace: Pos;
}

/** `pos` is that of ':'. Only as an element of a CompositeLit. */
export interface KeyValueExpr extends NodeBase {
  readonly kind: 'KeyValueExpr';
  readonly key: Expr;
  readonly value: Expr;
}

export interface FuncLit extends NodeBase {
  readonly kind: 'FuncLit';
  readonly type: FuncType;
  readonly body: BlockStmt;
}

export interface ParenExpr extends NodeBase {
  readonly kind: 'ParenExpr';
  readonly x: Expr;
}

/** Also qualified identifiers and method expressions. */
export interface SelectorExpr extends NodeBase {
  readonly kind: 'SelectorExpr';
  readonly x: Expr;
  readonly sel: Name;
}

/** x[index], also instantiation x[T1, T2] with a ListExpr as index. */
export interface IndexExpr extends NodeBase {
  readonly kind: 'IndexExpr';
  readonly x: Expr;
  readonly index: Expr;
}

export interface SliceExpr extends NodeBase {
  readonly kind: 'SliceExpr';
  readonly x: Expr;
  readonly index: readonly [Expr | null, Expr | null, Expr | null];
  /** x[i:j:k] */
  readonly full: boolean;
}

/** x.(type expression) */
export interface AssertExpr extends NodeBase {
  readonly kind: 'AssertExpr';
  readonly x: Expr;
  readonly type: Expr;
}

/** x.(type), lhs := x.(type). Only as the tag of a SwitchStmt. */
export interface TypeSwitchGuard extends NodeBase {
  readonly kind: 'TypeSwitchGuard';
  readonly lhs: Name | null;
  readonly x: Expr;
}

/** As gc's Operator prints. ':' is the definition of an AssignStmt (`:=`), '' no operator. */
export type Operator =
  | ':'
  | '!'
  | '<-'
  | '~'
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '|'
  | '^'
  | '*'
  | '/'
  | '%'
  | '&'
  | '&^'
  | '<<'
  | '>>';

/** Binary, or unary when `y` is null: !x -x +x ^x &x *x <-x ~x. `*T` as a type is a unary Operation too, `A|B` a binary one. */
export interface Operation extends NodeBase {
  readonly kind: 'Operation';
  readonly op: Operator;
  readonly x: Expr;
  readonly y: Expr | null;
}

/** Calls, conversions and builtins (new(T) and make(T) hold the type as first argument). */
export interface CallExpr extends NodeBase {
  readonly kind: 'CallExpr';
  readonly fun: Expr;
  readonly argList: readonly Expr[];
  readonly hasDots: boolean;
}

/** Two or more expressions separated by commas, where one is expected otherwise. */
export interface ListExpr extends NodeBase {
  readonly kind: 'ListExpr';
  readonly elemList: readonly Expr[];
}

export interface ArrayType extends NodeBase {
  readonly kind: 'ArrayType';
  /** null: [...]T */
  readonly len: Expr | null;
  readonly elem: Expr;
}

export interface SliceType extends NodeBase {
  readonly kind: 'SliceType';
  readonly elem: Expr;
}

/** ...elem, the type of a final parameter. */
export interface DotsType extends NodeBase {
  readonly kind: 'DotsType';
  readonly elem: Expr;
}

export interface StructType extends NodeBase {
  readonly kind: 'StructType';
  readonly fieldList: readonly Field[];
  /** As long as fieldList, or empty when no field has a tag. */
  readonly tagList: readonly (BasicLit | null)[];
}

/** A field, parameter, type parameter, method or embedded element. One Field per name. */
export interface Field extends NodeBase {
  readonly kind: 'Field';
  /** null: embedded field or element, unnamed parameter. */
  readonly name: Name | null;
  readonly type: Expr;
}

export interface InterfaceType extends NodeBase {
  readonly kind: 'InterfaceType';
  /** Methods (name and FuncType) and embedded elements (no name; a union is an Operation '|', a tilde an Operation '~'). */
  readonly methodList: readonly Field[];
}

export interface FuncType extends NodeBase {
  readonly kind: 'FuncType';
  readonly paramList: readonly Field[];
  readonly resultList: readonly Field[];
}

export interface MapType extends NodeBase {
  readonly kind: 'MapType';
  readonly key: Expr;
  readonly value: Expr;
}

export type ChanDir = '' | 'SendOnly' | 'RecvOnly';

/** `pos` is that of `<-` or `chan`; of `chan` where <-chan was read as an expression. */
export interface ChanType extends NodeBase {
  readonly kind: 'ChanType';
  readonly dir: ChanDir;
  readonly elem: Expr;
}

export type Expr =
  | BadExpr
  | Name
  | BasicLit
  | CompositeLit
  | KeyValueExpr
  | FuncLit
  | ParenExpr
  | SelectorExpr
  | IndexExpr
  | SliceExpr
  | AssertExpr
  | TypeSwitchGuard
  | Operation
  | CallExpr
  | ListExpr
  | ArrayType
  | SliceType
  | DotsType
  | StructType
  | InterfaceType
  | FuncType
  | MapType
  | ChanType;

export type Node = File | Decl | Expr | Stmt | Field | CaseClause | CommClause;
