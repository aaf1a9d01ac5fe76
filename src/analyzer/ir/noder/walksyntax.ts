/** A walk over statements that stops at function literals. */
import type * as syntax from '../../syntax/tree.ts';

export interface StmtWalker {
  /** Returns whether to go on into the statement. */
  readonly stmt: (s: syntax.Stmt) => boolean;
  readonly funcLit: (lit: syntax.FuncLit) => void;
}

export function walkStmts(list: readonly syntax.Stmt[], w: StmtWalker): void {
  for (const s of list) walkStmt(s, w);
}

function walkStmt(s: syntax.Stmt, w: StmtWalker): void {
  if (!w.stmt(s)) return;
  switch (s.kind) {
    case 'EmptyStmt':
    case 'BranchStmt':
      return;
    case 'LabeledStmt':
      return walkStmt(s.stmt, w);
    case 'BlockStmt':
      return walkStmts(s.list, w);
    case 'ExprStmt':
      return walkExpr(s.x, w);
    case 'SendStmt':
      walkExpr(s.chan, w);
      return walkExpr(s.value, w);
    case 'DeclStmt':
      for (const d of s.declList) if (d.kind !== 'TypeDecl') walkOpt(d.values, w);
      return;
    case 'AssignStmt':
      walkExpr(s.lhs, w);
      return walkOpt(s.rhs, w);
    case 'CallStmt':
      return walkExpr(s.call, w);
    case 'ReturnStmt':
      return walkOpt(s.results, w);
    case 'IfStmt':
      if (s.init) walkStmt(s.init, w);
      walkExpr(s.cond, w);
      walkStmt(s.then, w);
      if (s.else) walkStmt(s.else, w);
      return;
    case 'ForStmt':
      if (s.init) walkStmt(s.init, w);
      walkOpt(s.cond, w);
      if (s.post) walkStmt(s.post, w);
      return walkStmt(s.body, w);
    case 'RangeClause':
      walkOpt(s.lhs, w);
      return walkExpr(s.x, w);
    case 'SwitchStmt':
      if (s.init) walkStmt(s.init, w);
      walkOpt(s.tag, w);
      for (const c of s.body) {
        walkOpt(c.cases, w);
        walkStmts(c.body, w);
      }
      return;
    case 'SelectStmt':
      for (const c of s.body) {
        if (c.comm) walkStmt(c.comm, w);
        walkStmts(c.body, w);
      }
  }
}

function walkOpt(e: syntax.Expr | null, w: StmtWalker): void {
  if (e !== null) walkExpr(e, w);
}

function walkExpr(e: syntax.Expr, w: StmtWalker): void {
  switch (e.kind) {
    case 'FuncLit':
      return w.funcLit(e);
    case 'CompositeLit':
      for (const x of e.elemList) walkExpr(x, w);
      return;
    case 'KeyValueExpr':
      walkExpr(e.key, w);
      return walkExpr(e.value, w);
    case 'ParenExpr':
    case 'SelectorExpr':
    case 'AssertExpr':
    case 'TypeSwitchGuard':
      return walkExpr(e.x, w);
    case 'IndexExpr':
      walkExpr(e.x, w);
      return walkExpr(e.index, w);
    case 'SliceExpr':
      walkExpr(e.x, w);
      for (const i of e.index) walkOpt(i, w);
      return;
    case 'Operation':
      walkExpr(e.x, w);
      return walkOpt(e.y, w);
    case 'CallExpr':
      walkExpr(e.fun, w);
      for (const a of e.argList) walkExpr(a, w);
      return;
    case 'ListExpr':
      for (const x of e.elemList) walkExpr(x, w);
      return;
    default:
      return;
  }
}
