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
      walkStmt(s.stmt, w);
      return;
    case 'BlockStmt':
      walkStmts(s.list, w);
      return;
    case 'ExprStmt':
      walkExpr(s.x, w);
      return;
    case 'SendStmt':
      walkExpr(s.chan, w);
      walkExpr(s.value, w);
      return;
    case 'DeclStmt':
      for (const d of s.declList) if (d.kind !== 'TypeDecl') walkOpt(d.values, w);
      return;
    case 'AssignStmt':
      walkExpr(s.lhs, w);
      walkOpt(s.rhs, w);
      return;
    case 'CallStmt':
      walkExpr(s.call, w);
      return;
    case 'ReturnStmt':
      walkOpt(s.results, w);
      return;
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
      walkStmt(s.body, w);
      return;
    case 'RangeClause':
      walkOpt(s.lhs, w);
      walkExpr(s.x, w);
      return;
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
      w.funcLit(e);
      return;
    case 'CompositeLit':
      for (const x of e.elemList) walkExpr(x, w);
      return;
    case 'KeyValueExpr':
      walkExpr(e.key, w);
      walkExpr(e.value, w);
      return;
    case 'ParenExpr':
    case 'SelectorExpr':
    case 'AssertExpr':
    case 'TypeSwitchGuard':
      walkExpr(e.x, w);
      return;
    case 'IndexExpr':
      walkExpr(e.x, w);
      walkExpr(e.index, w);
      return;
    case 'SliceExpr':
      walkExpr(e.x, w);
      for (const i of e.index) walkOpt(i, w);
      return;
    case 'Operation':
      walkExpr(e.x, w);
      walkOpt(e.y, w);
      return;
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
