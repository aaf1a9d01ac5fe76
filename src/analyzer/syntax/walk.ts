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
      all(n.declList);
      break;
    case 'ImportDecl':
      one(n.localPkgName);
      one(n.path);
      break;
    case 'ConstDecl':
    case 'VarDecl':
      all(n.nameList);
      one(n.type);
      one(n.values);
      break;
    case 'TypeDecl':
      one(n.name);
      fields(n.tparamList, f);
      one(n.type);
      break;
    case 'FuncDecl':
      one(n.recv);
      one(n.name);
      fields(n.tparamList, f);
      one(n.type);
      one(n.body);
      break;
    case 'BadExpr':
    case 'Name':
    case 'BasicLit':
    case 'EmptyStmt':
      break;
    case 'CompositeLit':
      one(n.type);
      all(n.elemList);
      break;
    case 'KeyValueExpr':
      one(n.key);
      one(n.value);
      break;
    case 'FuncLit':
      one(n.type);
      one(n.body);
      break;
    case 'ParenExpr':
    case 'ExprStmt':
      one(n.x);
      break;
    case 'SelectorExpr':
      one(n.x);
      one(n.sel);
      break;
    case 'IndexExpr':
      one(n.x);
      one(n.index);
      break;
    case 'SliceExpr':
      one(n.x);
      all(n.index);
      break;
    case 'AssertExpr':
      one(n.x);
      one(n.type);
      break;
    case 'TypeSwitchGuard':
      one(n.lhs);
      one(n.x);
      break;
    case 'Operation':
      one(n.x);
      one(n.y);
      break;
    case 'CallExpr':
      one(n.fun);
      all(n.argList);
      break;
    case 'ListExpr':
      all(n.elemList);
      break;
    case 'ArrayType':
      one(n.len);
      one(n.elem);
      break;
    case 'SliceType':
    case 'DotsType':
    case 'ChanType':
      one(n.elem);
      break;
    case 'StructType':
      fields(n.fieldList, f);
      all(n.tagList);
      break;
    case 'Field':
      one(n.name);
      one(n.type);
      break;
    case 'InterfaceType':
      fields(n.methodList, f);
      break;
    case 'FuncType':
      fields(n.paramList, f);
      fields(n.resultList, f);
      break;
    case 'MapType':
      one(n.key);
      one(n.value);
      break;
    case 'LabeledStmt':
      one(n.label);
      one(n.stmt);
      break;
    case 'BlockStmt':
      all(n.list);
      break;
    case 'SendStmt':
      one(n.chan);
      one(n.value);
      break;
    case 'DeclStmt':
      all(n.declList);
      break;
    case 'AssignStmt':
      one(n.lhs);
      one(n.rhs);
      break;
    case 'BranchStmt':
      one(n.label);
      break;
    case 'CallStmt':
      one(n.call);
      break;
    case 'ReturnStmt':
      one(n.results);
      break;
    case 'IfStmt':
      one(n.init);
      one(n.cond);
      one(n.then);
      one(n.else);
      break;
    case 'ForStmt':
      one(n.init);
      one(n.cond);
      one(n.post);
      one(n.body);
      break;
    case 'SwitchStmt':
      one(n.init);
      one(n.tag);
      all(n.body);
      break;
    case 'SelectStmt':
      all(n.body);
      break;
    case 'RangeClause':
      one(n.lhs);
      one(n.x);
      break;
    case 'CaseClause':
      one(n.cases);
      all(n.body);
      break;
    case 'CommClause':
      one(n.comm);
      all(n.body);
      break;
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
