/** Visits a tree in source order, as Inspect of walk.go (Go 1.26). A type shared by several names is visited once. */
import type { Field, Node } from './tree.ts';

/** Calls `f` for `root` and, where it returns true, for what is below. */
export function inspect(root: Node, f: (n: Node) => boolean): void {
  if (!f(root)) return;
  const one = (n: Node | null): void => {
    if (n !== null) inspect(n, f);
  };
  const all = (list: readonly (Node | null)[]): void => {
    for (const n of list) one(n);
  };
  const n = root;
  switch (n.kind) {
    case 'File':
      one(n.pkgName);
      return all(n.declList);
    case 'ImportDecl':
      one(n.localPkgName);
      return one(n.path);
    case 'ConstDecl': case 'VarDecl':
      all(n.nameList);
      one(n.type);
      return one(n.values);
    case 'TypeDecl':
      one(n.name);
      fields(n.tparamList, f);
      return one(n.type);
    case 'FuncDecl':
      one(n.recv);
      one(n.name);
      fields(n.tparamList, f);
      one(n.type);
      return one(n.body);
    case 'BadExpr': case 'Name': case 'BasicLit': case 'EmptyStmt':
      return;
    case 'CompositeLit':
      one(n.type);
      return all(n.elemList);
    case 'KeyValueExpr':
      one(n.key);
      return one(n.value);
    case 'FuncLit':
      one(n.type);
      return one(n.body);
    case 'ParenExpr': case 'ExprStmt':
      return one(n.x);
    case 'SelectorExpr':
      one(n.x);
      return one(n.sel);
    case 'IndexExpr':
      one(n.x);
      return one(n.index);
    case 'SliceExpr':
      one(n.x);
      return all(n.index);
    case 'AssertExpr':
      one(n.x);
      return one(n.type);
    case 'TypeSwitchGuard':
      one(n.lhs);
      return one(n.x);
    case 'Operation':
      one(n.x);
      return one(n.y);
    case 'CallExpr':
      one(n.fun);
      return all(n.argList);
    case 'ListExpr':
      return all(n.elemList);
    case 'ArrayType':
      one(n.len);
      return one(n.elem);
    case 'SliceType': case 'DotsType': case 'ChanType':
      return one(n.elem);
    case 'StructType':
      fields(n.fieldList, f);
      return all(n.tagList);
    case 'Field':
      one(n.name);
      return one(n.type);
    case 'InterfaceType':
      return fields(n.methodList, f);
    case 'FuncType':
      fields(n.paramList, f);
      return fields(n.resultList, f);
    case 'MapType':
      one(n.key);
      return one(n.value);
    case 'LabeledStmt':
      one(n.label);
      return one(n.stmt);
    case 'BlockStmt':
      return all(n.list);
    case 'SendStmt':
      one(n.chan);
      return one(n.value);
    case 'DeclStmt':
      return all(n.declList);
    case 'AssignStmt':
      one(n.lhs);
      return one(n.rhs);
    case 'BranchStmt':
      return one(n.label);
    case 'CallStmt':
      return one(n.call);
    case 'ReturnStmt':
      return one(n.results);
    case 'IfStmt':
      one(n.init);
      one(n.cond);
      one(n.then);
      return one(n.else);
    case 'ForStmt':
      one(n.init);
      one(n.cond);
      one(n.post);
      return one(n.body);
    case 'SwitchStmt':
      one(n.init);
      one(n.tag);
      return all(n.body);
    case 'SelectStmt':
      return all(n.body);
    case 'RangeClause':
      one(n.lhs);
      return one(n.x);
    case 'CaseClause':
      one(n.cases);
      return all(n.body);
    case 'CommClause':
      one(n.comm);
      return all(n.body);
  }
}

function fields(list: readonly Field[], f: (n: Node) => boolean): void {
  for (let i = 0; i < list.length; i++) {
    const field = list[i]!;
    if (!f(field)) continue;
    if (field.name !== null) inspect(field.name, f);
    const next = list[i + 1];
    if (field.name === null || !next || next.name === null || next.type !== field.type) inspect(field.type, f);
  }
}
