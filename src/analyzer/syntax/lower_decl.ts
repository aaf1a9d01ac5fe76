/** Declarations from tree-sitter's nodes. */
import type { Lowering } from './lower.ts';
import { exprList } from './lower_expr.ts';
import { block } from './lower_stmt.ts';
import { funcTypeOf, paramList, type, typeParams } from './lower_type.ts';
import * as mk from './nodes.ts';
import type {
  ConstDecl,
  Decl,
  DeclStmt,
  Expr,
  FuncDecl,
  Group,
  ImportDecl,
  Name,
  Pragma,
  TypeDecl,
  VarDecl,
} from './tree.ts';

export function lowerFunc(l: Lowering, i: number, pragma: Pragma | null): FuncDecl {
  const parts = l.children(i);
  let at = 1;
  let recv = null;
  if (l.kind(i) === 'method_declaration') recv = paramList(l, parts[at++]!)[0] ?? null;
  else if (l.kind(i) !== 'function_declaration') l.regroup('unknown node');
  const pos = l.start(parts[1]!);
  const name = l.name(parts[at++]!);
  const tparams = l.kind(parts[at]!) === 'type_parameter_list' ? typeParams(l, parts[at++]!) : [];
  const last = parts[parts.length - 1]!;
  const body = l.kind(last) === 'block' ? last : -1;
  const signature = body < 0 ? parts.slice(at) : parts.slice(at, -1);
  const start = l.start(i);
  // gc's position of the type is that of '(' or of the '[' before it.
  const typePos = tparams.length > 0 ? l.start(parts[at - 1]!) : l.start(signature[0]!);
  const funcType = funcTypeOf(l, typePos, start, signature);
  const lowered = body < 0 ? null : l.branches(block(l, body));
  return mk.mkFuncDecl(pos, start, l.end(i), pragma, recv, name, tparams, funcType, lowered);
}

export function lowerSpec(l: Lowering, i: number, kind: Exclude<Decl, FuncDecl>['kind'], group: Group | null): Decl {
  switch (kind) {
    case 'ImportDecl':
      return importDecl(l, i, group);
    case 'ConstDecl':
    case 'VarDecl':
      return valueDecl(l, i, kind, group);
    case 'TypeDecl':
      return typeDecl(l, i, group);
  }
}

function pragmaOf(l: Lowering, i: number): Pragma | null {
  return l.pragmas.get(l.start(i)) ?? null;
}

function importDecl(l: Lowering, i: number, group: Group | null): ImportDecl {
  const parts = l.children(i);
  const path = l.literal(parts[parts.length - 1]!);
  const local = parts.length > 1 ? l.name(parts[0]!) : null;
  return mk.mkImportDecl(l.start(i), l.end(i), group, pragmaOf(l, i), local, path);
}

/** names [type] [= values] */
function valueDecl(l: Lowering, i: number, kind: 'ConstDecl' | 'VarDecl', group: Group | null): ConstDecl | VarDecl {
  const names: Name[] = [];
  let declared: Expr | null = null;
  let values: Expr | null = null;
  let afterComma = true;
  for (const c of l.children(i)) {
    const k = l.kind(c);
    if (k === ',') afterComma = true;
    else if (k === 'expression_list') values = exprList(l, c);
    else if (k === 'identifier' && afterComma) {
      names.push(l.name(c));
      afterComma = false;
    } else if (k !== '=') declared = type(l, c);
  }
  const make = kind === 'ConstDecl' ? mk.mkConstDecl : mk.mkVarDecl;
  return make(l.start(i), l.end(i), group, pragmaOf(l, i), names, declared, values);
}

function typeDecl(l: Lowering, i: number, group: Group | null): TypeDecl {
  const parts = l.children(i);
  const name = l.name(parts[0]!);
  const tparams = l.kind(parts[1]!) === 'type_parameter_list' ? typeParams(l, parts[1]!) : [];
  const alias = l.kind(i) === 'type_alias';
  return mk.mkTypeDecl(
    l.start(i),
    l.end(i),
    group,
    pragmaOf(l, i),
    name,
    tparams,
    alias,
    type(l, parts[parts.length - 1]!),
  );
}

/** const, type or var inside a function. */
export function declStmt(l: Lowering, i: number): DeclStmt {
  const keyword = l.kind(i);
  const kind = keyword === 'const_declaration' ? 'ConstDecl' : keyword === 'var_declaration' ? 'VarDecl' : 'TypeDecl';
  let specs = l.children(i);
  let grouped = specs.some((c) => l.kind(c) === '(');
  const list = specs.find((c) => l.kind(c) === 'var_spec_list');
  if (list !== undefined) {
    specs = l.children(list);
    grouped = true;
  }
  const group: Group | null = grouped ? { pos: l.start(i), end: l.end(i) } : null;
  const decls = specs.filter((c) => /_spec$|_alias$/.test(l.kind(c))).map((c) => lowerSpec(l, c, kind, group));
  return mk.mkDeclStmt(l.start(i), l.end(i), decls as DeclStmt['declList']);
}
