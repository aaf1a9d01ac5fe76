/**
 * Package-level declarations: collecting them from all files, importing, then checking them in source order.
 * Follows types2/resolver.go of Go 1.26.
 *
 * Invariant: after `collectObjects` every package-level object and every method has a DeclInfo in `objMap`, in source
 * order; nothing has been type-checked yet. Left out: cgo.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { ConstDecl, Decl, Expr, File, FuncDecl, ImportDecl, Name, TypeDecl, VarDecl } from '../syntax/tree.ts';
import { type Checker, DeclInfo } from './checker.ts';
import { makeInt64 } from './constant.ts';
import { collectMethods, declare, objDecl } from './decl.ts';
import { errorf, newError, positionString, softErrorf, verifyVersionf } from './errors.ts';
import { importPackage, validatedImportPath } from './imports.ts';
import { Const, Func, isExported, type Obj, PkgName, TypeName, Var } from './object.ts';
import type { Package } from './package.ts';
import { type MethodInfo, resolveMethods, unpackRecv } from './receivers.ts';
import { recordDef, recordImplicit, recordScope } from './recording.ts';
import { Scope } from './scope.ts';
import { universeInvalid } from './universe.ts';
import { unpackListExpr } from './util.ts';

/** Reports a list of names and a list of values that do not match in number. */
export function arity(
  check: Checker,
  pos: Pos,
  names: readonly Name[],
  inits: readonly Expr[],
  constDecl: boolean,
  inherited: boolean,
): void {
  const l = names.length;
  const r = inits.length;
  if (l < r) {
    const n = inits[l]!;
    if (inherited) errorf(check, pos, 'WrongAssignCount', texts.extraInitAt, posText(check, n.pos));
    else errorf(check, n, 'WrongAssignCount', texts.extraInit, n);
  } else if (l > r && (constDecl || r !== 1)) {
    // One value for several variables may be a call with several results: nothing can be said yet.
    const n = names[r]!;
    errorf(check, n, 'WrongAssignCount', texts.missingInit, n.value);
  }
}

function posText(check: Checker, pos: Pos): string {
  return positionString(check, pos);
}

function declarePkgObj(check: Checker, ident: Name, obj: Obj, d: DeclInfo): void {
  if (ident.value === 'init') {
    errorf(check, ident, 'InvalidInitDecl', texts.declareInit);
    return;
  }
  if (ident.value === 'main' && check.pkg.name === 'main') {
    errorf(check, ident, 'InvalidMainDecl', texts.declareMain);
    return;
  }
  declare(check, check.pkg.scope, ident, obj, noPos);
  addToObjMap(check, obj, d);
}

function addToObjMap(check: Checker, obj: Obj, d: DeclInfo): void {
  check.objMap.set(obj, d);
  obj.order = check.objMap.size;
}

/** Where a pass over the declarations of one file stands. */
interface Collector {
  readonly check: Checker;
  readonly fileScope: Scope;
  readonly pkgImports: Set<Package>;
  readonly methods: MethodInfo[];
  /** Index of the first ConstDecl of the current group, or -1. */
  first: number;
  /** Last ConstDecl with type or values. */
  last: ConstDecl | null;
}

export function collectObjects(check: Checker): void {
  const { pkg } = check;
  const methods: MethodInfo[] = [];
  const pkgImports = new Set(pkg.imports);
  const fileScopes: Scope[] = [];
  for (const file of check.files) {
    check.env.version = check.versions.get(file) ?? '';
    recordDef(check, file.pkgName, null);
    const fileScope = new Scope(pkg.scope, file.start, file.end, 'file');
    fileScopes.push(fileScope);
    recordScope(check, file, fileScope);
    collectFile({ check, fileScope, pkgImports, methods, first: -1, last: null }, file);
  }
  checkFileScopes(check, fileScopes);
  resolveMethods(check, methods);
}

function collectFile(c: Collector, file: File): void {
  const list = file.declList;
  for (let i = 0; i < list.length; i++) {
    const decl = list[i]!;
    if (decl.kind !== 'ConstDecl') c.first = -1;
    switch (decl.kind) {
      case 'ImportDecl':
        collectImport(c, decl);
        break;
      case 'ConstDecl':
        collectConst(c, decl, i, list);
        break;
      case 'VarDecl':
        collectVar(c, decl);
        break;
      case 'TypeDecl':
        collectType(c, decl);
        break;
      case 'FuncDecl':
        collectFunc(c, decl);
        break;
    }
  }
}

function collectImport(c: Collector, s: ImportDecl): void {
  const { check } = c;
  const { pkg } = check;
  // The parser has said what is wrong with another literal.
  if (s.path.bad || s.path.litKind !== 'StringLit') return;
  const { path, error } = validatedImportPath(s.path.value);
  if (error !== '') {
    errorf(check, s.path, 'BadImportPath', texts.invalidImportPath, error);
    return;
  }
  const imp = importPackage(check, s.path.pos, path);
  let { name } = imp;
  if (s.localPkgName) {
    name = s.localPkgName.value;
    if (path === 'C') {
      errorf(check, s.localPkgName, 'ImportCRenamed', texts.renameC);
      return;
    }
  }
  if (name === 'init') {
    errorf(check, s, 'InvalidInitDecl', texts.importInit);
    return;
  }
  if (!c.pkgImports.has(imp)) {
    c.pkgImports.add(imp);
    pkg.imports = [...pkg.imports, imp];
  }
  const pkgName = new PkgName(s.pos, pkg, name, universeInvalid, imp);
  if (s.localPkgName) recordDef(check, s.localPkgName, pkgName);
  else recordImplicit(check, s, pkgName);
  if (imp.fake) pkgName.used = true;
  check.imports.push(pkgName);
  if (name === '.') dotImport(c, s, imp, pkgName);
  else declare(check, c.fileScope, null, pkgName, noPos);
}

/** All exported names of `imp` become names of the file. */
function dotImport(c: Collector, s: ImportDecl, imp: Package, pkgName: PkgName): void {
  const { check, fileScope } = c;
  let map = check.dotImportMap.get(fileScope);
  if (!map) check.dotImportMap.set(fileScope, (map = new Map()));
  for (const name of imp.scope.names()) {
    if (!isExported(name)) continue;
    const obj = imp.scope.lookup(name)!;
    const alt = fileScope.lookup(name);
    if (alt) {
      const err = newError(check, 'DuplicateDecl');
      err.addf(s.localPkgName!, texts.redeclaredInBlock, alt.name);
      err.addAltDecl(alt);
      err.report();
    } else {
      fileScope.insert(obj);
      map.set(name, pkgName);
    }
  }
}

/** Whether `decl` begins a new run of constants, in which iota counts from 0. */
export function startsConstGroup(list: readonly Decl[], i: number, first: number): boolean {
  const decl = list[i] as ConstDecl;
  if (first < 0 || !decl.group) return true;
  const before = list[i - 1];
  return before?.kind !== 'ConstDecl' || before.group !== decl.group;
}

function collectConst(c: Collector, s: ConstDecl, index: number, list: readonly Decl[]): void {
  const { check } = c;
  if (startsConstGroup(list, index, c.first)) {
    c.first = index;
    c.last = null;
  }
  const iota = makeInt64(index - c.first);
  // Without type and values a declaration repeats the last one that has them.
  const inherited = !s.type && !s.values && c.last !== null;
  if (!inherited) c.last = s;
  const last = c.last!;
  const values = unpackListExpr(last.values);
  for (let i = 0; i < s.nameList.length; i++) {
    const name = s.nameList[i]!;
    const obj = new Const(name.pos, check.pkg, name.value, null, iota);
    const d = new DeclInfo(c.fileScope, check.env.version);
    d.vtyp = last.type;
    d.init = values[i] ?? null;
    d.inherited = inherited;
    declarePkgObj(check, name, obj, d);
  }
  arity(check, s.pos, s.nameList, values, true, inherited);
}

function collectVar(c: Collector, s: VarDecl): void {
  const { check } = c;
  const lhs = s.nameList.map((name) => new Var('package', name.pos, check.pkg, name.value, null));
  const values = unpackListExpr(s.values);
  // One value (or none): all names share one DeclInfo.
  let shared: DeclInfo | null = null;
  if (s.values?.kind !== 'ListExpr') {
    shared = new DeclInfo(c.fileScope, check.env.version);
    shared.lhs = lhs;
    shared.vtyp = s.type;
    shared.init = s.values;
  }
  for (let i = 0; i < lhs.length; i++) {
    let d = shared;
    if (!d) {
      d = new DeclInfo(c.fileScope, check.env.version);
      d.vtyp = s.type;
      d.init = values[i] ?? null;
    }
    declarePkgObj(check, s.nameList[i]!, lhs[i]!, d);
  }
  if (!s.type || values.length > 0) arity(check, s.pos, s.nameList, values, false, false);
}

function collectType(c: Collector, s: TypeDecl): void {
  const { check } = c;
  const obj = new TypeName(s.name.pos, check.pkg, s.name.value, null);
  const d = new DeclInfo(c.fileScope, check.env.version);
  d.tdecl = s;
  declarePkgObj(check, s.name, obj, d);
}

function collectFunc(c: Collector, s: FuncDecl): void {
  const { check } = c;
  const { pkg } = check;
  const name = s.name.value;
  const obj = new Func(s.name.pos, pkg, name, null);
  let tparamError = false;
  if (!s.recv) {
    tparamError = checkSpecialFunc(check, s, name);
    if (name === 'init') {
      obj.parent = pkg.scope;
      recordDef(check, s.name, obj);
      if (!s.body) softErrorf(check, obj.pos, 'MissingInitBody', texts.initBody);
    } else {
      declare(check, pkg.scope, s.name, obj, noPos);
    }
  } else {
    // Blank methods are checked but belong to no type.
    const { ptr, base } = unpackRecv(check, s.recv.type, false);
    if (base.kind === 'Name' && name !== '_') c.methods.push({ obj, ptr, recv: base });
    recordDef(check, s.name, obj);
  }
  if (s.tparamList.length > 0 && !tparamError) {
    verifyVersionf(check, s.tparamList[0]!, 'go1.18', texts.v_typeParameter);
  }
  const d = new DeclInfo(c.fileScope, check.env.version);
  d.fdecl = s;
  addToObjMap(check, obj, d);
}

/** `init` and `main` take nothing and give nothing. */
function checkSpecialFunc(check: Checker, s: FuncDecl, name: string): boolean {
  const main = name === 'main' && check.pkg.name === 'main';
  if (name !== 'init' && !main) return false;
  const code = main ? 'InvalidMainDecl' : 'InvalidInitDecl';
  const generic = s.tparamList.length > 0;
  if (generic) softErrorf(check, s.tparamList[0]!, code, texts.funcNoTypeParams, name);
  if (s.type.paramList.length > 0 || s.type.resultList.length > 0) {
    softErrorf(check, s.name, code, texts.funcNoArguments, name);
  }
  return generic;
}

/** File and package scope must not have a name in common. */
function checkFileScopes(check: Checker, fileScopes: readonly Scope[]): void {
  const { scope } = check.pkg;
  for (const fileScope of fileScopes) {
    if (!fileScope.elems) continue;
    for (const [name, obj] of fileScope.elems) {
      const alt = scope.lookup(name);
      if (!alt) continue;
      const err = newError(check, 'DuplicateDecl');
      if (obj.kind === 'PkgName') err.addf(alt, texts.declaredByImport, alt.name, obj.imported);
      else err.addf(alt, texts.declaredByDotImport, alt.name, obj.pkg);
      err.addAltDecl(obj);
      err.report();
    }
  }
}

/** Checks all package-level declarations: types first, then aliases, then the rest, each in source order. */
export function packageObjects(check: Checker): void {
  for (const obj of check.objList) if (obj.kind === 'TypeName' && obj.typ) collectMethods(check, obj);
  const aliases: Obj[] = [];
  const others: Obj[] = [];
  for (const obj of check.objList) {
    if (obj.kind !== 'TypeName') others.push(obj);
    else if (check.objMap.get(obj)!.tdecl!.alias) aliases.push(obj);
    else objDecl(check, obj);
  }
  for (const obj of aliases) objDecl(check, obj);
  for (const obj of others) objDecl(check, obj);
  check.methods = null;
}
