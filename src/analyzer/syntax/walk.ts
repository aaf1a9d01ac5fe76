/** Visits a tree in source order, as Inspect of walk.go (Go 1.26). A type shared by several names is visited once. */
import type { Field, Node } from './tree.ts';

/** Calls `f` for `root` and, where it returns true, for what is below. */
export function inspect(root: Node, f: (n: Node) => boolean): void {
  if (!f(root)) return;
  const n = root;
  switch (n.kind) {
    case 'File':
      one(n.pkgName, f);
      all(n.declList, f);
      break;
    case 'ImportDecl':
      one(n.localPkgName, f);
      one(n.path, f);
      break;
    case 'ConstDecl':
    case 'VarDecl':
      all(n.nameList, f);
      one(n.type, f);
      one(n.values, f);
      break;
    case 'TypeDecl':
      one(n.name, f);
      fields(n.tparamList, f);
      one(n.type, f);
      break;
    case 'FuncDecl':
      one(n.recv, f);
      one(n.name, f);
      fields(n.tparamList, f);
      one(n.type, f);
      one(n.body, f);
      break;
    case 'BadExpr':
    case 'Name':
    case 'BasicLit':
    case 'EmptyStmt':
      break;
    case 'CompositeLit':
      one(n.type, f);
      all(n.elemList, f);
      break;
    case 'KeyValueExpr':
      one(n.key, f);
      one(n.value, f);
      break;
    case 'FuncLit':
      one(n.type, f);
      one(n.body, f);
      break;
    case 'ParenExpr':
    case 'ExprStmt':
      one(n.x, f);
      break;
    case 'SelectorExpr':
      one(n.x, f);
      one(n.sel, f);
      break;
    case 'IndexExpr':
      one(n.x, f);
      one(n.index, f);
      break;
    case 'SliceExpr':
      one(n.x, f);
      all(n.index, f);
      break;
    case 'AssertExpr':
      one(n.x, f);
      one(n.type, f);
      break;
    case 'TypeSwitchGuard':
      one(n.lhs, f);
      one(n.x, f);
      break;
    case 'Operation':
      one(n.x, f);
      one(n.y, f);
      break;
    case 'CallExpr':
      one(n.fun, f);
      all(n.argList, f);
      break;
    case 'ListExpr':
      all(n.elemList, f);
      break;
    case 'ArrayType':
      one(n.len, f);
      one(n.elem, f);
      break;
    case 'SliceType':
    case 'DotsType':
    case 'ChanType':
      one(n.elem, f);
      break;
    case 'StructType':
      fields(n.fieldList, f);
      all(n.tagList, f);
      break;
    case 'Field':
      one(n.name, f);
      one(n.type, f);
      break;
    case 'InterfaceType':
      fields(n.methodList, f);
      break;
    case 'FuncType':
      fields(n.paramList, f);
      fields(n.resultList, f);
      break;
    case 'MapType':
      one(n.key, f);
      one(n.value, f);
      break;
    case 'LabeledStmt':
      one(n.label, f);
      one(n.stmt, f);
      break;
    case 'BlockStmt':
      all(n.list, f);
      break;
    case 'SendStmt':
      one(n.chan, f);
      one(n.value, f);
      break;
    case 'DeclStmt':
      all(n.declList, f);
      break;
    case 'AssignStmt':
      one(n.lhs, f);
      one(n.rhs, f);
      break;
    case 'BranchStmt':
      one(n.label, f);
      break;
    case 'CallStmt':
      one(n.call, f);
      break;
    case 'ReturnStmt':
      one(n.results, f);
      break;
    case 'IfStmt':
      one(n.init, f);
      one(n.cond, f);
      one(n.then, f);
      one(n.else, f);
      break;
    case 'ForStmt':
      one(n.init, f);
      one(n.cond, f);
      one(n.post, f);
      one(n.body, f);
      break;
    case 'SwitchStmt':
      one(n.init, f);
      one(n.tag, f);
      all(n.body, f);
      break;
    case 'SelectStmt':
      all(n.body, f);
      break;
    case 'RangeClause':
      one(n.lhs, f);
      one(n.x, f);
      break;
    case 'CaseClause':
      one(n.cases, f);
      all(n.body, f);
      break;
    case 'CommClause':
      one(n.comm, f);
      all(n.body, f);
      break;
  }
}

function one(n: Node | null, f: (n: Node) => boolean): void {
  if (n !== null) inspect(n, f);
}

function all(list: readonly (Node | null)[], f: (n: Node) => boolean): void {
  for (const n of list) if (n !== null) inspect(n, f);
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
