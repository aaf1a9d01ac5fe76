/** Files and declarations of the recogniser, after the declaration part of parser.go (Go 1.26). */
import type { Pos } from '../base/pos.ts';
import { expectedText, parseText, syntaxText } from '../base/texts/syntax.ts';
import * as mk from './nodes.ts';
import type { Recogniser } from './recognise.ts';
import { binaryExpr, exprList, literal, pexpr, unparen } from './recognise_expr.ts';
import { paramList } from './recognise_param.ts';
import { funcBody } from './recognise_stmt.ts';
import { arrayType, funcType, sliceType, type_, typeOrNil } from './recognise_type.ts';
import * as T from './tokens.ts';
import type {
  BasicLit,
  ConstDecl,
  Decl,
  DeclStmt,
  Expr,
  Field,
  File,
  FuncDecl,
  FuncType,
  Group,
  ImportDecl,
  Name,
  Pragma,
  TypeDecl,
  VarDecl,
} from './tree.ts';

type Spec<D> = (p: Recogniser, group: Group | null) => D;

/** The whole file, or null when its package clause is in error: gc reads no further then. */
export function fileOrNil(p: Recogniser): File | null {
  return fileUpTo(p, () => false);
}

/** The file up to its last import declaration: no other declaration is read. */
export function importsOrNil(p: Recogniser): File | null {
  return fileUpTo(p, () => p.tok !== T._Import);
}

function fileUpTo(p: Recogniser, end: () => boolean): File | null {
  p.next();
  const pos = p.pos();
  p.top = false;
  if (!p.got(T._Package)) {
    p.syntaxErrorText(syntaxText.packageFirst);
    return null;
  }
  const pragma = p.takePragma();
  const pkgName = p.name();
  p.want(T._Semi);
  if (p.errcnt > 0) return null;

  const decls: Decl[] = [];
  let previous: T.Token = T._Import;
  while (p.tok !== T._EOF && !end()) {
    if (p.tok === T._Import && previous !== T._Import) p.syntaxErrorText(syntaxText.importsFirst);
    previous = p.tok;
    if (!topLevelDecl(p, decls)) continue;
    p.clearPragma();
    if (p.tok !== T._EOF && !p.got(T._Semi)) {
      p.syntaxError(expectedText.afterTopLevel);
      p.advance(T._Import, T._Const, T._Type, T._Var, T._Func);
    }
  }
  p.clearPragma();
  return mk.mkFile(pos, p.pos(), pragma, pkgName, decls, p.pos(), p.goVersion, p.directives, p.branchTargets);
}

/** False: no declaration starts here; everything up to the next one was skipped. */
function topLevelDecl(p: Recogniser, decls: Decl[]): boolean {
  const pos = p.pos();
  switch (p.tok) {
    case T._Import:
      p.next();
      appendGroup(p, decls, importDecl, pos);
      return true;
    case T._Const:
      p.next();
      appendGroup(p, decls, constDecl, pos);
      return true;
    case T._Type:
      p.next();
      appendGroup(p, decls, typeDecl, pos);
      return true;
    case T._Var:
      p.next();
      appendGroup(p, decls, varDecl, pos);
      return true;
    case T._Func:
      p.next();
      decls.push(funcDecl(p, pos));
      return true;
    default: {
      const last = decls[decls.length - 1];
      const lostBody = p.tok === T._Lbrace && last !== undefined && last.kind === 'FuncDecl' && last.body === null;
      p.syntaxErrorText(lostBody ? syntaxText.newlineBeforeBrace : syntaxText.statementOutsideFunction);
      p.advance(T._Import, T._Const, T._Type, T._Var, T._Func);
      return false;
    }
  }
}

/** One declaration, or several in parentheses; the keyword at `pos` is consumed. */
function appendGroup<D extends Decl>(p: Recogniser, decls: D[], spec: Spec<D>, pos: Pos): void {
  if (p.tok !== T._Lparen) {
    decls.push(spec(p, null));
    return;
  }
  const group = { pos, end: pos };
  p.clearPragma();
  p.next();
  p.list('grouped declaration', T._Semi, T._Rparen, () => {
    decls.push(spec(p, group));
    return false;
  });
  group.end = p.lastEnd;
}

export function declStmt(p: Recogniser): DeclStmt {
  const pos = p.pos();
  const decls: (ConstDecl | TypeDecl | VarDecl)[] = [];
  const spec: Spec<ConstDecl | TypeDecl | VarDecl> =
    p.tok === T._Var ? varDecl : p.tok === T._Const ? constDecl : typeDecl;
  p.next();
  appendGroup(p, decls, spec, pos);
  return mk.mkDeclStmt(pos, p.lastEnd, decls);
}

function importDecl(p: Recogniser, group: Group | null): ImportDecl {
  const pos = p.pos();
  const pragma = p.takePragma();
  let local: Name | null = null;
  if (p.tok === T._Name) local = p.name();
  else if (p.tok === T._Dot) {
    p.next();
    local = mk.mkName(pos, p.lastEnd, '.');
  }
  let path: BasicLit | null = literal(p);
  if (path === null) {
    path = mk.mkBasicLit(p.pos(), p.pos(), '', 'StringLit', true);
    p.syntaxErrorText(syntaxText.importPathMissing);
    p.advance(T._Semi, T._Rparen);
  } else if (!path.bad && path.litKind !== 'StringLit') {
    p.plainError(path.pos, syntaxText.importPathString);
  }
  return mk.mkImportDecl(pos, p.lastEnd, group, pragma, local, path);
}

function nameList(p: Recogniser): readonly Name[] {
  const names = [p.name()];
  while (p.got(T._Comma)) names.push(p.name());
  return names;
}

function constDecl(p: Recogniser, group: Group | null): ConstDecl {
  const pos = p.pos();
  const pragma = p.takePragma();
  const names = nameList(p);
  let type: Expr | null = null;
  let values: Expr | null = null;
  if (p.tok !== T._EOF && p.tok !== T._Semi && p.tok !== T._Rparen) {
    type = typeOrNil(p);
    if (p.gotAssign()) values = exprList(p);
  }
  return mk.mkConstDecl(pos, p.lastEnd, group, pragma, names, type, values);
}

function varDecl(p: Recogniser, group: Group | null): VarDecl {
  const pos = p.pos();
  const pragma = p.takePragma();
  const names = nameList(p);
  let type: Expr | null = null;
  let values: Expr | null = null;
  if (p.gotAssign()) values = exprList(p);
  else {
    type = type_(p);
    if (p.gotAssign()) values = exprList(p);
  }
  return mk.mkVarDecl(pos, p.lastEnd, group, pragma, names, type, values);
}

// ---- types

function typeDecl(p: Recogniser, group: Group | null): TypeDecl {
  const pos = p.pos();
  const pragma = p.takePragma();
  const name = p.name();
  let tparams: readonly Field[] = [];
  let alias = false;
  let type: Expr | null;
  const lbrack = p.pos();
  if (!p.got(T._Lbrack)) {
    alias = p.gotAssign();
    type = typeOrNil(p);
  } else if (p.got(T._Rbrack)) {
    type = sliceType(p, lbrack);
  } else if (p.tok !== T._Name) {
    type = arrayType(p, lbrack, null);
  } else {
    const x = startOfBrackets(p);
    const [pname, ptype] = extractName(x, p.tok === T._Comma);
    if (pname !== null && (ptype !== null || p.tok !== T._Rbrack)) {
      tparams = paramList(p, pname, ptype, T._Rbrack, true, false);
      alias = p.gotAssign();
      type = typeOrNil(p);
    } else {
      type = arrayType(p, lbrack, x);
    }
  }
  if (type === null) {
    type = p.badExpr();
    p.syntaxError(expectedText.inTypeDeclaration);
    p.advance(T._Semi, T._Rparen);
  }
  return mk.mkTypeDecl(pos, p.lastEnd, group, pragma, name, tparams, alias, type);
}

/**
 * After `type T [` and a name: an array length or a type parameter list. A '[' next is the constraint of a type
 * parameter, since an index is no constant; else the whole expression is read and looked at afterwards.
 */
function startOfBrackets(p: Recogniser): Expr {
  const x = p.name();
  if (p.tok === T._Lbrack) return x;
  p.xnest++;
  const whole = binaryExpr(p, pexpr(p, x, false), 0);
  p.xnest--;
  return whole;
}

/** Splits `P *C`, `P (C)`, `P *C|D`, read as an expression, into name and constraint; without `force` only if it cannot be a value. */
function extractName(x: Expr, force: boolean): readonly [Name | null, Expr | null] {
  if (x.kind === 'Name') return [x, null];
  if (x.kind === 'Operation' && x.y !== null) {
    if (x.op === '*' && x.x.kind === 'Name' && (force || isTypeElem(x.y))) {
      return [x.x, mk.mkOperation(x.pos, x.pos, x.end, '*', x.y, null)];
    }
    if (x.op === '|') {
      const [name, lhs] = extractName(x.x, force || isTypeElem(x.y));
      if (name !== null && lhs !== null) return [name, mk.mkOperation(x.pos, lhs.start, x.end, '|', lhs, x.y)];
    }
  }
  if (x.kind === 'CallExpr' && x.fun.kind === 'Name' && x.argList.length === 1 && !x.hasDots) {
    const arg = x.argList[0]!;
    if (force || isTypeElem(arg)) return [x.fun, unparen(arg)];
  }
  return [null, x];
}

/** Whether x cannot be a value. */
function isTypeElem(x: Expr): boolean {
  switch (x.kind) {
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'SliceType':
    case 'MapType':
    case 'ChanType':
      return true;
    case 'Operation':
      return isTypeElem(x.x) || (x.y !== null && isTypeElem(x.y)) || x.op === '~';
    case 'ParenExpr':
      return isTypeElem(x.x);
    default:
      return false;
  }
}

// ---- functions

function funcDecl(p: Recogniser, start: Pos): FuncDecl {
  const pos = p.pos();
  const pragma: Pragma | null = p.takePragma();
  let recv: Field | null = null;
  const isMethod = p.got(T._Lparen);
  if (isMethod) {
    const receivers = paramList(p, null, null, T._Rparen, false, false);
    if (receivers.length !== 1)
      p.errorAt(p.pos(), receivers.length === 0 ? parseText.noReceiver : parseText.multipleReceivers);
    recv = receivers[0] ?? null;
  }
  let name: Name;
  let tparamList: readonly Field[] = [];
  let type: FuncType;
  if (p.tok === T._Name) {
    name = p.name();
    ({ tparamList, type } = funcType(p, start, isMethod ? 'method' : ''));
  } else {
    name = mk.mkName(p.pos(), p.pos(), '_');
    type = mk.mkFuncType(p.pos(), start, p.pos(), [], []);
    p.syntaxError(isMethod ? expectedText.name : expectedText.nameOrParen);
    p.advance(T._Lbrace, T._Semi);
  }
  const body = p.tok === T._Lbrace ? funcBody(p) : null;
  return mk.mkFuncDecl(pos, start, p.lastEnd, pragma, recv, name, tparamList, type, body);
}
