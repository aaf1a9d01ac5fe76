/** Selectors x.f and qualified identifiers. Follows selector of types2/call.go of Go 1.26. Left out: cgo. */
import { texts } from '../base/texts/types.ts';
import type { Name, SelectorExpr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { objDecl } from './decl.ts';
import { addDeclDep, lookup } from './environment.ts';
import { errorf } from './errors.ts';
import { lookupError } from './errsupport.ts';
import { exprOrType } from './expr.ts';
import { interfacePtrCause, isInterfacePtr, type LookupResult, lookupFieldOrMethod } from './lookup.ts';
import { copySignature } from './named.ts';
import { isNewer } from './newer.ts';
import { equalFold, isExported, type Obj, type PkgName, Var } from './object.ts';
import type { Operand } from './operand.ts';
import type { Package } from './package.ts';
import { isValid, isValidName } from './predicates.ts';
import { recordSelection, recordUse } from './recording.ts';
import { Signature, Tuple } from './type.ts';
import { under } from './under.ts';
import { universeInvalid } from './universe.ts';

export function selector(check: Checker, x: Operand, e: SelectorExpr, wantType: boolean): void {
  const ok = selector1(check, x, e, wantType);
  x.expr = e;
  if (ok) return;
  x.mode = 'invalid';
  x.typ = universeInvalid;
}

function selector1(check: Checker, x: Operand, e: SelectorExpr, wantType: boolean): boolean {
  const sel = e.sel.value;
  if (e.x.kind === 'Name') {
    const obj = lookup(check, e.x.value);
    if (obj?.kind === 'PkgName') return qualified(check, x, e, e.x, obj);
  }
  exprOrType(check, x, e.x, false);
  if (x.mode === 'builtin') {
    errorf(check, e.pos, 'UncalledBuiltin', texts.selectorBuiltin, x);
    return false;
  }
  if (x.mode === 'invalid') return false;
  if (wantType) {
    errorf(check, e.sel, 'NotAType', texts.notAType, e);
    return false;
  }
  const found = lookupFieldOrMethod(x.typ!, x.mode === 'variable', check.pkg, sel, false);
  const { obj } = found;
  if (!obj) {
    reportMissing(check, x, e, found);
    return false;
  }
  if (obj.kind === 'Func') objDecl(check, obj);
  if (x.mode === 'typexpr') return methodExpr(check, x, e, found);
  if (obj.kind === 'Var') {
    recordSelection(check, e, 'FieldVal', x.typ!, obj, found.index!, found.indirect);
    x.mode = x.mode === 'variable' || found.indirect ? 'variable' : 'value';
    x.typ = obj.typ;
    return true;
  }
  recordSelection(check, e, 'MethodVal', x.typ!, obj, found.index!, found.indirect);
  x.mode = 'value';
  const sig = copySignature(obj.typ as Signature);
  sig.recv = null;
  x.typ = sig;
  addDeclDep(check, obj);
  return true;
}

/** `p.Name` */
function qualified(check: Checker, x: Operand, e: SelectorExpr, ident: Name, pname: PkgName): boolean {
  recordUse(check, ident, pname);
  pname.used = true;
  const sel = e.sel.value;
  const pkg = pname.imported;
  const exp = pkg.scope.lookup(sel);
  if (!exp) {
    if (!pkg.fake && isValidName(sel)) reportUndefined(check, e, pkg, sel);
    return false;
  }
  if (!isExported(exp.name)) errorf(check, e.sel, 'UnexportedName', texts.nameNotExported, sel, pkg.name);
  recordUse(check, e.sel, exp);
  if (!exp.typ) objDecl(check, exp);
  return importedObject(x, exp);
}

function reportUndefined(check: Checker, e: SelectorExpr, pkg: Package, sel: string): void {
  if (pkg.hidden.has(sel)) {
    errorf(check, e.sel, 'UnexportedName', texts.nameNotExported, sel, pkg.name);
    return;
  }
  const similar = pkg.scope.names().find((name) => isExported(name) && equalFold(name, sel));
  if (similar === undefined) errorf(check, e.sel, 'UndeclaredImportedName', texts.undefined, e);
  else errorf(check, e.sel, 'UndeclaredImportedName', texts.undefinedButHave, e, similar);
}

function importedObject(x: Operand, exp: Obj): boolean {
  switch (exp.kind) {
    case 'Const':
      x.mode = 'constant';
      x.val = exp.val;
      break;
    case 'TypeName':
      x.mode = 'typexpr';
      break;
    case 'Var':
      x.mode = 'variable';
      break;
    case 'Func':
      x.mode = 'value';
      break;
    case 'Builtin':
      x.mode = 'builtin';
      x.id = exp.id;
      break;
    default:
      return false;
  }
  x.typ = exp.typ;
  return isValid(exp.typ!) || exp.kind === 'Builtin';
}

function reportMissing(check: Checker, x: Operand, e: SelectorExpr, found: LookupResult): void {
  const sel = e.sel.value;
  const T = x.typ!;
  if (!isValid(under(T))) return; // reported before
  if (found.index) {
    errorf(check, e.sel, 'AmbiguousSelector', texts.ambiguousSelector, x.expr, sel);
    return;
  }
  if (found.indirect) {
    if (x.mode === 'typexpr') errorf(check, e.sel, 'InvalidMethodExpr', texts.methodExprPointer, T, sel, T, sel);
    else errorf(check, e.sel, 'InvalidMethodExpr', texts.pointerMethod, sel, T);
    return;
  }
  let why: string;
  if (isInterfacePtr(T)) {
    why = interfacePtrCause(check, T);
  } else {
    const alt = lookupFieldOrMethod(T, x.mode === 'variable', check.pkg, sel, true).obj;
    why = lookupError(check, T, sel, alt, false);
  }
  errorf(check, e.sel, 'MissingFieldOrMethod', texts.selectorUndefined, x.expr, sel, why);
}

/** `T.m`: a function whose first parameter is the receiver. */
function methodExpr(check: Checker, x: Operand, e: SelectorExpr, found: LookupResult): boolean {
  const sel = e.sel.value;
  const m = found.obj!;
  if (m.kind !== 'Func') {
    if (isNewer(check)) errorf(check, e.x, 'MissingFieldOrMethod', texts.fieldOfType, sel, x.typ);
    else errorf(check, e.sel, 'MissingFieldOrMethod', texts.typeHasNoMethod, x.expr, sel, x.typ, sel);
    return false;
  }
  recordSelection(check, e, 'MethodExpr', x.typ!, m, found.index!, found.indirect);
  const sig = m.typ as Signature;
  const { recv } = sig;
  if (!recv) {
    errorf(check, e, 'InvalidDeclCycle', texts.methodCycle);
    return false;
  }
  // Parameters are all named or all unnamed; the receiver follows.
  const params = sig.params.vars;
  const name = params.length > 0 && params[0]!.name !== '' ? recv.name || '_' : '';
  const first = new Var('param', recv.pos, recv.pkg, name, x.typ);
  const typ = new Signature(null, new Tuple([first, ...params]), sig.results, sig.variadic);
  typ.tparams = sig.tparams;
  x.mode = 'value';
  x.typ = typ;
  addDeclDep(check, m);
  return true;
}
