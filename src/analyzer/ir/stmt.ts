/** Statement nodes: one interface for each node shape of cmd/compile/internal/ir's stmt.go, one maker for each. */
import type { Pos } from '../base/pos.ts';
import type { CallExpr, Expr } from './expr.ts';
import type { Name } from './name.ts';
import type { Node } from './node.ts';
import { noNodes } from './node.ts';
import type * as ops from './op.ts';

interface StmtBase {
  pos: Pos;
  init: Node[];
}

/** `var x T`; in the `init` of an assignment with `def` for `x := …`. */
export interface Decl extends StmtBase {
  readonly op: 'ODCL';
  x: Name;
}

/** `x = y`; `y` null sets the zero value. */
export interface AssignStmt extends StmtBase {
  readonly op: 'OAS';
  x: Expr;
  def: boolean;
  y: Expr | null;
}

export interface AssignListStmt extends StmtBase {
  readonly op: ops.AssignListOp;
  lhs: Expr[];
  def: boolean;
  rhs: Expr[];
}

export interface AssignOpStmt extends StmtBase {
  readonly op: 'OASOP';
  asOp: ops.AssignOp;
  x: Expr;
  y: Expr;
  incDec: boolean;
}

export interface BlockStmt extends StmtBase {
  readonly op: 'OBLOCK';
  list: Node[];
}

export interface BranchStmt extends StmtBase {
  readonly op: ops.BranchOp;
  label: string | null;
}

/** A clause of a switch (`list` empty for default; OTYPE, ODYNAMICTYPE or ONIL in a type switch). */
export interface CaseClause extends StmtBase {
  readonly op: 'OCASE';
  /** The clause's variable in a type switch. */
  var: Name | null;
  list: Expr[];
  /** Runtime types of cases that are compared as interfaces, in a switch without tag. */
  rtypes: Expr[];
  body: Node[];
}

/**
 * A clause of a select; `comm` is OSEND, OSELRECV2 or null for default.
 * NOT-GO: gc calls its op OCASE as well; an op of its own lets a `switch` narrow to the shape.
 */
export interface CommClause extends StmtBase {
  readonly op: 'OCOMMCASE';
  comm: Node | null;
  body: Node[];
}

export interface ForStmt extends StmtBase {
  readonly op: 'OFOR';
  label: string | null;
  cond: Expr | null;
  post: Node | null;
  body: Node[];
  distinctVars: boolean;
}

export interface GoDeferStmt extends StmtBase {
  readonly op: ops.GoDeferOp;
  call: Expr;
  deferAt: Expr | null;
}

export interface IfStmt extends StmtBase {
  readonly op: 'OIF';
  cond: Expr;
  body: Node[];
  else: Node[];
}

export interface InlineMarkStmt extends StmtBase {
  readonly op: 'OINLMARK';
  index: number;
}

export interface LabelStmt extends StmtBase {
  readonly op: 'OLABEL';
  label: string;
}

export interface RangeStmt extends StmtBase {
  readonly op: 'ORANGE';
  label: string | null;
  def: boolean;
  x: Expr;
  key: Expr | null;
  value: Expr | null;
  body: Node[];
  distinctVars: boolean;
}

export interface ReturnStmt extends StmtBase {
  readonly op: 'ORETURN';
  results: Expr[];
}

export interface SelectStmt extends StmtBase {
  readonly op: 'OSELECT';
  label: string | null;
  cases: CommClause[];
}

export interface SendStmt extends StmtBase {
  readonly op: 'OSEND';
  chan: Expr;
  value: Expr;
}

export interface SwitchStmt extends StmtBase {
  readonly op: 'OSWITCH';
  label: string | null;
  /** A TypeSwitchGuard for a type switch, null for a switch without tag. */
  tag: Expr | TypeSwitchGuard | null;
  cases: CaseClause[];
}

export interface TypeSwitchGuard extends StmtBase {
  readonly op: 'OTYPESW';
  /** The symbol's name in `switch tag := x.(type)`. */
  tag: string | null;
  x: Expr;
  used: boolean;
}

export interface TailCallStmt extends StmtBase {
  readonly op: 'OTAILCALL';
  call: CallExpr;
}

export type Stmt =
  | Decl
  | AssignStmt
  | AssignListStmt
  | AssignOpStmt
  | BlockStmt
  | BranchStmt
  | CaseClause
  | CommClause
  | ForStmt
  | GoDeferStmt
  | IfStmt
  | InlineMarkStmt
  | LabelStmt
  | RangeStmt
  | ReturnStmt
  | SelectStmt
  | SendStmt
  | SwitchStmt
  | TypeSwitchGuard
  | TailCallStmt;

export function newDecl(pos: Pos, x: Name): Decl {
  return { op: 'ODCL', pos, init: noNodes, x };
}

export function newAssign(pos: Pos, x: Expr, y: Expr | null, def = false): AssignStmt {
  return { op: 'OAS', pos, init: noNodes, x, def, y };
}

export function newAssignList(pos: Pos, op: ops.AssignListOp, lhs: Expr[], rhs: Expr[], def = false): AssignListStmt {
  return { op, pos, init: noNodes, lhs, def, rhs };
}

export function newAssignOp(pos: Pos, asOp: ops.AssignOp, x: Expr, y: Expr, incDec: boolean): AssignOpStmt {
  return { op: 'OASOP', pos, init: noNodes, asOp, x, y, incDec };
}

export function newBlock(pos: Pos, list: Node[]): BlockStmt {
  return { op: 'OBLOCK', pos, init: noNodes, list };
}

export function newBranch(pos: Pos, op: ops.BranchOp, label: string | null): BranchStmt {
  return { op, pos, init: noNodes, label };
}

export function newCase(pos: Pos, list: Expr[], body: Node[], variable: Name | null = null): CaseClause {
  return { op: 'OCASE', pos, init: noNodes, var: variable, list, rtypes: [], body };
}

export function newComm(pos: Pos, comm: Node | null, body: Node[]): CommClause {
  return { op: 'OCOMMCASE', pos, init: noNodes, comm, body };
}

export function newFor(
  pos: Pos,
  init: Node[],
  cond: Expr | null,
  post: Node | null,
  body: Node[],
  distinctVars: boolean,
  label: string | null = null,
): ForStmt {
  return { op: 'OFOR', pos, init, label, cond, post, body, distinctVars };
}

export function newGoDefer(pos: Pos, op: ops.GoDeferOp, call: Expr): GoDeferStmt {
  return { op, pos, init: noNodes, call, deferAt: null };
}

export function newIf(pos: Pos, cond: Expr, body: Node[], els: Node[]): IfStmt {
  return { op: 'OIF', pos, init: noNodes, cond, body, else: els };
}

export function newLabel(pos: Pos, label: string): LabelStmt {
  return { op: 'OLABEL', pos, init: noNodes, label };
}

export function newRange(
  pos: Pos,
  key: Expr | null,
  value: Expr | null,
  x: Expr,
  body: Node[],
  distinctVars: boolean,
  label: string | null = null,
): RangeStmt {
  return { op: 'ORANGE', pos, init: noNodes, label, def: false, x, key, value, body, distinctVars };
}

export function newReturn(pos: Pos, results: Expr[]): ReturnStmt {
  return { op: 'ORETURN', pos, init: noNodes, results };
}

export function newSelect(pos: Pos, cases: CommClause[], label: string | null = null): SelectStmt {
  return { op: 'OSELECT', pos, init: noNodes, label, cases };
}

export function newSend(pos: Pos, chan: Expr, value: Expr): SendStmt {
  return { op: 'OSEND', pos, init: noNodes, chan, value };
}

export function newSwitch(
  pos: Pos,
  tag: Expr | TypeSwitchGuard | null,
  cases: CaseClause[],
  label: string | null = null,
): SwitchStmt {
  return { op: 'OSWITCH', pos, init: noNodes, label, tag, cases };
}

export function newTypeSwitchGuard(pos: Pos, tag: string | null, x: Expr): TypeSwitchGuard {
  return { op: 'OTYPESW', pos, init: noNodes, tag, x, used: false };
}
