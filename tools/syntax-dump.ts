/** Our syntax tree as the lines of tools/syntaxdump: see there. */
import type { Decl, Expr, Field, File, FuncType, SimpleStmt, Stmt } from '../src/analyzer/syntax/index.ts';

export function dumpFile(file: File, base: number): string {
  const out: string[] = [];
  const off = (pos: number): number => (pos === 0 ? 0 : pos - base);
  const line = (kind: string, pos: number, n: { start: number; end: number }, text: string): void => {
    out.push(`${kind} ${off(pos)} ${off(n.start)} ${off(n.end)} ${text}\n`);
  };

  const fields = (list: readonly Field[], tags: readonly (Expr | null)[] = []): void => {
    for (let i = 0; i < list.length; i++) {
      const f = list[i]!;
      expr(f.name);
      const next = list[i + 1];
      if (f.name !== null && next && next.name !== null && next.type === f.type) continue;
      expr(f.type);
      expr(tags[i] ?? null);
    }
  };
  const signature = (n: FuncType): void => {
    out.push('FuncType\n');
    fields(n.paramList);
    out.push('results\n');
    fields(n.resultList);
  };
  const stmts = (list: readonly Stmt[]): void => list.forEach(stmt);

  function decl(n: Decl): void {
    switch (n.kind) {
      case 'FuncDecl':
        line('FuncDecl', 0, n, '');
        if (n.recv) fields([n.recv]);
        expr(n.name);
        fields(n.tparamList);
        signature(n.type);
        if (n.body) stmt(n.body);
        break;
      case 'ImportDecl':
        line('ImportDecl', n.pos, n, '');
        expr(n.localPkgName);
        expr(n.path);
        break;
      case 'ConstDecl':
      case 'VarDecl':
        line(n.kind, n.pos, n, '');
        n.nameList.forEach(expr);
        expr(n.type);
        expr(n.values);
        break;
      case 'TypeDecl':
        line('TypeDecl', n.pos, n, String(n.alias));
        expr(n.name);
        fields(n.tparamList);
        expr(n.type);
    }
  }

  function expr(n: Expr | null): void {
    if (n === null) return;
    switch (n.kind) {
      case 'BadExpr':
        line('BadExpr', n.pos, n, '');
        break;
      case 'Name':
      case 'BasicLit':
        line(n.kind, n.pos, n, n.value);
        break;
      case 'CompositeLit':
        line('CompositeLit', n.pos, n, String(off(n.rbrace)));
        expr(n.type);
        n.elemList.forEach(expr);
        break;
      case 'KeyValueExpr':
        line('KeyValueExpr', n.pos, n, '');
        expr(n.key);
        expr(n.value);
        break;
      case 'FuncLit':
        line('FuncLit', n.pos, n, '');
        signature(n.type);
        stmt(n.body);
        break;
      case 'ParenExpr':
        expr(n.x);
        break;
      case 'SelectorExpr':
        line('SelectorExpr', 0, n, '');
        expr(n.x);
        expr(n.sel);
        break;
      case 'IndexExpr':
        line('IndexExpr', n.pos, n, '');
        expr(n.x);
        expr(n.index);
        break;
      case 'SliceExpr':
        line('SliceExpr', n.pos, n, `${n.index[0] !== null} ${n.index[1] !== null} ${n.full}`);
        expr(n.x);
        n.index.forEach(expr);
        break;
      case 'AssertExpr':
        line('AssertExpr', 0, n, '');
        expr(n.x);
        expr(n.type);
        break;
      case 'TypeSwitchGuard':
        line('TypeSwitchGuard', 0, n, '');
        expr(n.lhs);
        expr(n.x);
        break;
      case 'Operation':
        line('Operation', n.pos, n, n.op);
        expr(n.x);
        expr(n.y);
        break;
      case 'CallExpr':
        line('CallExpr', n.pos, n, String(n.hasDots));
        expr(n.fun);
        n.argList.forEach(expr);
        break;
      case 'ListExpr':
        n.elemList.forEach(expr);
        break;
      case 'ArrayType':
        line('ArrayType', n.pos, n, '');
        expr(n.len);
        expr(n.elem);
        break;
      case 'SliceType':
      case 'DotsType':
        line(n.kind, n.pos, n, '');
        expr(n.elem);
        break;
      case 'StructType':
        line('StructType', n.pos, n, '');
        fields(n.fieldList, n.tagList);
        break;
      case 'FuncType':
        line('Func', 0, n, '');
        signature(n);
        break;
      case 'InterfaceType':
        line('InterfaceType', n.pos, n, '');
        for (const m of n.methodList) {
          expr(m.name);
          if (m.name !== null) signature(m.type as FuncType);
          else expr(m.type);
        }
        break;
      case 'MapType':
        line('MapType', n.pos, n, '');
        expr(n.key);
        expr(n.value);
        break;
      case 'ChanType':
        line('ChanType', 0, n, n.dir === 'SendOnly' ? '1' : n.dir === 'RecvOnly' ? '2' : '3');
        expr(n.elem);
    }
  }

  function stmt(n: Stmt | SimpleStmt | null): void {
    if (n === null) return;
    switch (n.kind) {
      case 'EmptyStmt':
        line('EmptyStmt', n.pos, n, '');
        break;
      case 'LabeledStmt':
        line('LabeledStmt', n.pos, n, '');
        expr(n.label);
        stmt(n.stmt);
        break;
      case 'BlockStmt':
        line('BlockStmt', n.pos, n, String(off(n.rbrace)));
        stmts(n.list);
        break;
      case 'ExprStmt':
        line('ExprStmt', 0, n, '');
        expr(n.x);
        break;
      case 'SendStmt':
        line('SendStmt', n.pos, n, '');
        expr(n.chan);
        expr(n.value);
        break;
      case 'AssignStmt':
        line('AssignStmt', n.pos, n, n.rhs === null ? n.op + n.op : `${n.op}=`);
        expr(n.lhs);
        expr(n.rhs);
        break;
      case 'CallStmt':
        line('CallStmt', n.pos, n, n.tok);
        expr(n.call);
        break;
      case 'ReturnStmt':
        line('ReturnStmt', n.pos, n, '');
        expr(n.results);
        break;
      case 'BranchStmt':
        line('BranchStmt', n.pos, n, n.tok);
        expr(n.label);
        break;
      case 'IfStmt':
        line('IfStmt', n.pos, n, '');
        stmt(n.init);
        expr(n.cond);
        stmt(n.then);
        stmt(n.else);
        break;
      case 'SwitchStmt':
        line('SwitchStmt', n.pos, n, String(off(n.rbrace)));
        stmt(n.init);
        expr(n.tag);
        for (const c of n.body) {
          line('CaseClause', c.pos, c, String(off(c.colon)));
          expr(c.cases);
          stmts(c.body);
        }
        break;
      case 'SelectStmt':
        line('SelectStmt', n.pos, n, String(off(n.rbrace)));
        for (const c of n.body) {
          line('CommClause', c.pos, c, String(off(c.colon)));
          stmt(c.comm);
          stmts(c.body);
        }
        break;
      case 'ForStmt':
        line('ForStmt', n.pos, n, '');
        stmt(n.init);
        expr(n.cond);
        stmt(n.post);
        stmt(n.body);
        break;
      case 'RangeClause':
        out.push(`RangeClause ${off(n.pos)} ${n.def}\n`);
        expr(n.lhs);
        expr(n.x);
        break;
      case 'DeclStmt':
        line('DeclStmt', n.pos, n, '');
        n.declList.forEach(decl);
    }
  }

  expr(file.pkgName);
  file.declList.forEach(decl);
  return out.join('');
}
