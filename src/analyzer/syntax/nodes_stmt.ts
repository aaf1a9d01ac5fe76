/**
 * Makes the nodes of files, declarations and statements. See nodes.ts.
 */
import type { Pos } from '../base/pos.ts';
import type * as t from './tree.ts';

export const mkFile = (
  pos: Pos,
  end: Pos,
  pragma: t.Pragma | null,
  pkgName: t.Name,
  declList: readonly t.Decl[],
  eof: Pos,
  goVersion: string,
  directives: readonly t.Directive[],
  branchTargets: ReadonlyMap<t.BranchStmt, t.Stmt>,
): t.File => ({
  kind: 'File',
  pos,
  start: pos,
  end,
  pragma,
  pkgName,
  declList,
  eof,
  goVersion,
  directives,
  branchTargets,
});

export const mkImportDecl = (
  pos: Pos,
  end: Pos,
  group: t.Group | null,
  pragma: t.Pragma | null,
  localPkgName: t.Name | null,
  path: t.BasicLit,
): t.ImportDecl => ({ kind: 'ImportDecl', pos, start: pos, end, group, pragma, localPkgName, path });

export const mkConstDecl = (
  pos: Pos,
  end: Pos,
  group: t.Group | null,
  pragma: t.Pragma | null,
  nameList: readonly t.Name[],
  type: t.Expr | null,
  values: t.Expr | null,
): t.ConstDecl => ({ kind: 'ConstDecl', pos, start: pos, end, group, pragma, nameList, type, values });

export const mkTypeDecl = (
  pos: Pos,
  end: Pos,
  group: t.Group | null,
  pragma: t.Pragma | null,
  name: t.Name,
  tparamList: readonly t.Field[],
  alias: boolean,
  type: t.Expr,
): t.TypeDecl => ({ kind: 'TypeDecl', pos, start: pos, end, group, pragma, name, tparamList, alias, type });

export const mkVarDecl = (
  pos: Pos,
  end: Pos,
  group: t.Group | null,
  pragma: t.Pragma | null,
  nameList: readonly t.Name[],
  type: t.Expr | null,
  values: t.Expr | null,
): t.VarDecl => ({ kind: 'VarDecl', pos, start: pos, end, group, pragma, nameList, type, values });

export const mkFuncDecl = (
  pos: Pos,
  start: Pos,
  end: Pos,
  pragma: t.Pragma | null,
  recv: t.Field | null,
  name: t.Name,
  tparamList: readonly t.Field[],
  type: t.FuncType,
  body: t.BlockStmt | null,
): t.FuncDecl => ({ kind: 'FuncDecl', pos, start, end, pragma, recv, name, tparamList, type, body });

export const mkEmptyStmt = (pos: Pos, end: Pos): t.EmptyStmt => ({ kind: 'EmptyStmt', pos, start: pos, end });

export const mkLabeledStmt = (pos: Pos, label: t.Name, stmt: t.Stmt): t.LabeledStmt => ({
  kind: 'LabeledStmt',
  pos,
  start: label.start,
  end: stmt.end,
  label,
  stmt,
});

export const mkBlockStmt = (pos: Pos, end: Pos, list: readonly t.Stmt[], rbrace: Pos): t.BlockStmt => ({
  kind: 'BlockStmt',
  pos,
  start: pos,
  end,
  list,
  rbrace,
});

export const mkExprStmt = (x: t.Expr): t.ExprStmt => ({ kind: 'ExprStmt', pos: x.pos, start: x.start, end: x.end, x });

export const mkSendStmt = (pos: Pos, chan: t.Expr, value: t.Expr): t.SendStmt => ({
  kind: 'SendStmt',
  pos,
  start: chan.start,
  end: value.end,
  chan,
  value,
});

export const mkDeclStmt = (pos: Pos, end: Pos, declList: t.DeclStmt['declList']): t.DeclStmt => ({
  kind: 'DeclStmt',
  pos,
  start: pos,
  end,
  declList,
});

export const mkAssignStmt = (
  pos: Pos,
  end: Pos,
  op: t.Operator | '',
  lhs: t.Expr,
  rhs: t.Expr | null,
): t.AssignStmt => ({
  kind: 'AssignStmt',
  pos,
  start: lhs.start,
  end,
  op,
  lhs,
  rhs,
});

export const mkBranchStmt = (pos: Pos, end: Pos, tok: t.BranchStmt['tok'], label: t.Name | null): t.BranchStmt => ({
  kind: 'BranchStmt',
  pos,
  start: pos,
  end,
  tok,
  label,
});

export const mkCallStmt = (pos: Pos, end: Pos, tok: t.CallStmt['tok'], call: t.Expr): t.CallStmt => ({
  kind: 'CallStmt',
  pos,
  start: pos,
  end,
  tok,
  call,
});

export const mkReturnStmt = (pos: Pos, end: Pos, results: t.Expr | null): t.ReturnStmt => ({
  kind: 'ReturnStmt',
  pos,
  start: pos,
  end,
  results,
});

export const mkIfStmt = (
  pos: Pos,
  end: Pos,
  init: t.SimpleStmt | null,
  cond: t.Expr,
  then: t.BlockStmt,
  else_: t.IfStmt | t.BlockStmt | null,
): t.IfStmt => ({ kind: 'IfStmt', pos, start: pos, end, init, cond, then, else: else_ });

export const mkForStmt = (
  pos: Pos,
  init: t.SimpleStmt | null,
  cond: t.Expr | null,
  post: t.SimpleStmt | null,
  body: t.BlockStmt,
): t.ForStmt => ({ kind: 'ForStmt', pos, start: pos, end: body.end, init, cond, post, body });

export const mkSwitchStmt = (
  pos: Pos,
  end: Pos,
  init: t.SimpleStmt | null,
  tag: t.Expr | null,
  body: readonly t.CaseClause[],
  rbrace: Pos,
): t.SwitchStmt => ({ kind: 'SwitchStmt', pos, start: pos, end, init, tag, body, rbrace });

export const mkSelectStmt = (pos: Pos, end: Pos, body: readonly t.CommClause[], rbrace: Pos): t.SelectStmt => ({
  kind: 'SelectStmt',
  pos,
  start: pos,
  end,
  body,
  rbrace,
});

export const mkRangeClause = (pos: Pos, lhs: t.Expr | null, def: boolean, x: t.Expr): t.RangeClause => ({
  kind: 'RangeClause',
  pos,
  start: lhs === null ? pos : lhs.start,
  end: x.end,
  lhs,
  def,
  x,
});

export const mkCaseClause = (
  pos: Pos,
  end: Pos,
  cases: t.Expr | null,
  body: readonly t.Stmt[],
  colon: Pos,
): t.CaseClause => ({ kind: 'CaseClause', pos, start: pos, end, cases, body, colon });

export const mkCommClause = (
  pos: Pos,
  end: Pos,
  comm: t.SimpleStmt | null,
  body: readonly t.Stmt[],
  colon: Pos,
): t.CommClause => ({ kind: 'CommClause', pos, start: pos, end, comm, body, colon });
