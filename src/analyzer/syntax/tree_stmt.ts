/** The statements of the syntax tree: see tree.ts. */
import type { Pos } from '../base/pos.ts';
import type { ConstDecl, Expr, Name, NodeBase, Operator, TypeDecl, VarDecl } from './tree.ts';

export interface EmptyStmt extends NodeBase {
  readonly kind: 'EmptyStmt';
}

/** `pos` is that of ':'. */
export interface LabeledStmt extends NodeBase {
  readonly kind: 'LabeledStmt';
  readonly label: Name;
  readonly stmt: Stmt;
}

export interface BlockStmt extends NodeBase {
  readonly kind: 'BlockStmt';
  readonly list: readonly Stmt[];
  readonly rbrace: Pos;
}

export interface ExprStmt extends NodeBase {
  readonly kind: 'ExprStmt';
  readonly x: Expr;
}

export interface SendStmt extends NodeBase {
  readonly kind: 'SendStmt';
  readonly chan: Expr;
  readonly value: Expr;
}

export interface DeclStmt extends NodeBase {
  readonly kind: 'DeclStmt';
  readonly declList: readonly (ConstDecl | TypeDecl | VarDecl)[];
}

/** `pos` is that of the operator. rhs === null: lhs++ (op '+') or lhs-- (op '-'). op ':' is a definition, '' plain. */
export interface AssignStmt extends NodeBase {
  readonly kind: 'AssignStmt';
  readonly op: Operator | '';
  readonly lhs: Expr;
  readonly rhs: Expr | null;
}

export interface BranchStmt extends NodeBase {
  readonly kind: 'BranchStmt';
  readonly tok: 'break' | 'continue' | 'fallthrough' | 'goto';
  readonly label: Name | null;
}

export interface CallStmt extends NodeBase {
  readonly kind: 'CallStmt';
  readonly tok: 'go' | 'defer';
  /** A CallExpr in a valid program. */
  readonly call: Expr;
}

export interface ReturnStmt extends NodeBase {
  readonly kind: 'ReturnStmt';
  readonly results: Expr | null;
}

export interface IfStmt extends NodeBase {
  readonly kind: 'IfStmt';
  readonly init: SimpleStmt | null;
  readonly cond: Expr;
  readonly then: BlockStmt;
  readonly else: IfStmt | BlockStmt | null;
}

export interface ForStmt extends NodeBase {
  readonly kind: 'ForStmt';
  /** A RangeClause for `for … range …`. */
  readonly init: SimpleStmt | null;
  readonly cond: Expr | null;
  readonly post: SimpleStmt | null;
  readonly body: BlockStmt;
}

export interface SwitchStmt extends NodeBase {
  readonly kind: 'SwitchStmt';
  readonly init: SimpleStmt | null;
  /** A TypeSwitchGuard for a type switch. */
  readonly tag: Expr | null;
  readonly body: readonly CaseClause[];
  readonly rbrace: Pos;
}

export interface SelectStmt extends NodeBase {
  readonly kind: 'SelectStmt';
  readonly body: readonly CommClause[];
  readonly rbrace: Pos;
}

/** Only as the init of a ForStmt. `pos` is that of `range`. */
export interface RangeClause extends NodeBase {
  readonly kind: 'RangeClause';
  readonly lhs: Expr | null;
  readonly def: boolean;
  readonly x: Expr;
}

export interface CaseClause extends NodeBase {
  readonly kind: 'CaseClause';
  /** null: default. A ListExpr when there are several. */
  readonly cases: Expr | null;
  readonly body: readonly Stmt[];
  readonly colon: Pos;
}

export interface CommClause extends NodeBase {
  readonly kind: 'CommClause';
  /** null: default. */
  readonly comm: SimpleStmt | null;
  readonly body: readonly Stmt[];
  readonly colon: Pos;
}

export type SimpleStmt = EmptyStmt | ExprStmt | SendStmt | AssignStmt | RangeClause;

export type Stmt =
  | SimpleStmt
  | LabeledStmt
  | BlockStmt
  | DeclStmt
  | BranchStmt
  | CallStmt
  | ReturnStmt
  | IfStmt
  | ForStmt
  | SwitchStmt
  | SelectStmt;
