/**
 * Checking declarations. Follows types2/decl.go of Go 1.26.
 *
 * `objDecl` checks a package-level object or method on first need; the objects being checked form `check.objPath`, so
 * that meeting one again shows a cycle (declcycle.ts).
 */
import { noPos, type Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr, Field, Name, TypeDecl } from '../syntax/tree.ts';
import { asNamed, newAlias, unalias } from './alias.ts';
import { initConst, initVar, initVars } from './assignments.ts';
import { type Checker, type DeclInfo, Environment } from './checker.ts';
import { makeUnknown } from './constant.ts';
import { declCycle } from './declcycle.ts';
import { closeScope, later, openScope, pop, push } from './environment.ts';
import { errorf, newError, positionString, softErrorf, verifyVersionf } from './errors.ts';
import { expr, newTarget } from './expr.ts';
import { addMethod, methodAt, namedUnder, newNamed, numMethods } from './named.ts';
import { type Const, type Func, type Obj, TypeName, type Var } from './object.ts';
import { Operand } from './operand.ts';
import { isConstType, isTypeParam, isValid } from './predicates.ts';
import { recordDef } from './recording.ts';
import type { Scope } from './scope.ts';
import { funcType } from './signature.ts';
import { funcBody } from './stmt.ts';
import { emptyTuple, type Named, Signature, type Type, type TypeParam } from './type.ts';
import { bindTParams, newTypeParam } from './typeparam.ts';
import { isMethodSet } from './typeset.ts';
import { declaredType, typ as typOf, varType } from './typexpr.ts';
import { under } from './under.ts';
import { universeInvalid } from './universe.ts';
import { validType } from './validtype.ts';

/** Enters `obj` into `scope`; `pos` is where it becomes visible inside a function. */
export function declare(check: Checker, scope: Scope, id: Name | null, obj: Obj, pos: Pos): void {
  if (obj.name !== '_') {
    const alt = scope.insert(obj);
    if (alt) {
      const err = newError(check, 'DuplicateDecl');
      err.addf(obj, texts.redeclaredInBlock, obj.name);
      err.addAltDecl(alt);
      err.report();
      return;
    }
    obj.scopePos = pos;
  }
  if (id) recordDef(check, id, obj);
}

/** Checks the declaration of a package-level object or method, unless that is done. */
export function objDecl(check: Checker, obj: Obj): void {
  if (check.objPathIdx.size > 0 && check.objPathIdx.has(obj)) {
    declCycle(check, obj);
    return;
  }
  if (obj.typ) return;
  const d = check.objMap.get(obj);
  if (!d) {
    // An object of an imported package that loads its type itself.
    if (obj.kind === 'Func' && obj.loader) obj.typ = obj.loader();
    return;
  }
  push(check, obj);
  const saved = check.env;
  check.env = new Environment(d.file, d.version);
  switch (obj.kind) {
    case 'Const':
      check.env.decl = d;
      constDecl(check, obj, d.vtyp, d.init, d.inherited);
      break;
    case 'Var':
      check.env.decl = d;
      varDecl(check, obj, d.lhs, d.vtyp, d.init);
      break;
    case 'TypeName':
      typeDecl(check, obj, d.tdecl!);
      collectMethods(check, obj);
      break;
    case 'Func':
      funcDecl(check, obj, d);
      break;
    default:
      break;
  }
  check.env = saved;
  pop(check);
}

export function constDecl(check: Checker, obj: Const, typ: Expr | null, init: Expr | null, inherited: boolean): void {
  const { env } = check;
  const savedIota = env.iota;
  const savedErrpos = env.errpos;
  env.iota = obj.val;
  env.errpos = noPos;
  obj.val = makeUnknown();
  constDecl1(check, obj, typ, init, inherited);
  env.iota = savedIota;
  env.errpos = savedErrpos;
}

function constDecl1(check: Checker, obj: Const, typ: Expr | null, init: Expr | null, inherited: boolean): void {
  if (typ) {
    const t = typOf(check, typ);
    if (!isConstType(t)) {
      if (isValid(under(t))) errorf(check, typ, 'InvalidConstType', texts.invalidConstType, t);
      obj.typ = universeInvalid;
      return;
    }
    obj.typ = t;
  }
  const x = new Operand();
  if (init) {
    // Errors of a repeated expression belong to the constant that repeats it.
    if (inherited) check.env.errpos = obj.pos;
    expr(check, null, x, init);
  }
  initConst(check, obj, x);
}

export function varDecl(
  check: Checker,
  obj: Var,
  lhs: readonly Var[] | null,
  typ: Expr | null,
  init: Expr | null,
): void {
  if (typ) obj.typ = varType(check, typ);
  if (!init) {
    if (!typ) obj.typ = universeInvalid;
    return;
  }
  if (!lhs || lhs.length === 1) {
    const x = new Operand();
    expr(check, newTarget(obj.typ, obj.name), x, init);
    initVar(check, obj, x, 'variable declaration');
    return;
  }
  if (typ) for (const v of lhs) v.typ = obj.typ;
  initVars(check, lhs, [init], null);
}

function isImportedConstraint(check: Checker, typ: Type): boolean {
  const named = asNamed(typ);
  if (!named || named.obj.pkg === check.pkg || named.obj.pkg === null) return false;
  const u = namedUnder(named);
  return u.kind === 'Interface' && !isMethodSet(u);
}

export function typeDecl(check: Checker, obj: TypeName, tdecl: TypeDecl): void {
  const state = { versionErr: false, rhs: null as Type | null };
  later(check, () => {
    const t = obj.typ ? asNamed(obj.typ) : null;
    if (t) validType(check, t);
    if (!state.versionErr && state.rhs && isImportedConstraint(check, state.rhs)) {
      verifyVersionf(check, tdecl.type, 'go1.18', texts.v_typeConstraint, state.rhs);
    }
  });
  if (tdecl.alias) aliasDecl(check, obj, tdecl, state);
  else namedDecl(check, obj, tdecl, state);
}

interface TypeDeclState {
  versionErr: boolean;
  rhs: Type | null;
}

function aliasDecl(check: Checker, obj: TypeName, tdecl: TypeDecl, state: TypeDeclState): void {
  const tparam0 = tdecl.tparamList[0];
  if (tparam0 && !verifyVersionf(check, tparam0, 'go1.23', texts.v_genericAlias)) state.versionErr = true;
  if (!state.versionErr && !verifyVersionf(check, tdecl, 'go1.9', texts.v_alias)) state.versionErr = true;

  const alias = newAlias(check, obj, null);
  if (tparam0) {
    openScope(check, tdecl, 'type parameters');
    collectTypeParams(check, alias, tdecl.tparamList);
  }
  const rhs = declaredType(check, tdecl.type, obj);
  state.rhs = rhs;
  // A cycle may have been found and the alias been made invalid meanwhile.
  alias.fromRHS = rhs;
  if (rhs.kind === 'TypeParam' && alias.tparams.includes(rhs)) {
    errorf(check, tdecl.type, 'MisplacedTypeParam', texts.aliasTypeParam);
    alias.fromRHS = universeInvalid;
  }
  if (tparam0) closeScope(check);
  unalias(alias);
}

function namedDecl(check: Checker, obj: TypeName, tdecl: TypeDecl, state: TypeDeclState): void {
  const tparam0 = tdecl.tparamList[0];
  if (tparam0 && !verifyVersionf(check, tparam0, 'go1.18', texts.v_typeParameter)) state.versionErr = true;
  const named = newNamed(check, obj, null, []);
  if (tparam0) {
    openScope(check, tdecl, 'type parameters');
    collectTypeParams(check, named, tdecl.tparamList);
  }
  const rhs = declaredType(check, tdecl.type, obj);
  state.rhs = rhs;
  named.fromRHS = rhs;
  if (isTypeParam(rhs)) {
    errorf(check, tdecl.type, 'MisplacedTypeParam', texts.typeParamAsRHS);
    named.fromRHS = universeInvalid;
  }
  if (tparam0) closeScope(check);
}

/** Declares a list of type parameters; `dst` gets them before their constraints, which may mention it, are checked. */
export function collectTypeParams(
  check: Checker,
  dst: { tparams: readonly TypeParam[] },
  list: readonly Field[],
): void {
  const scopePos = list[0]?.pos ?? noPos;
  const tparams = list.map((f) => declareTypeParam(check, f.name!, scopePos));
  dst.tparams = bindTParams(tparams);
  check.env.inTParamList = true;
  let bound: Type = universeInvalid;
  for (let i = 0; i < list.length; i++) {
    const f = list[i]!;
    if (i === 0 || f.type !== list[i - 1]!.type) {
      bound = boundType(check, f.type);
      if (isTypeParam(bound)) {
        errorf(check, f.type, 'MisplacedTypeParam', texts.typeParamAsConstraint);
        bound = universeInvalid;
      }
    }
    tparams[i]!.bound = bound;
  }
  check.env.inTParamList = false;
}

/** A constraint; `~T` and `A|B` stand for the interface that embeds them. */
function boundType(check: Checker, x: Expr): Type {
  if (x.kind !== 'Operation' || !(x.op === '~' || x.op === '|')) return typOf(check, x);
  // Nodes that stand in no file: they start and end nowhere.
  const { pos } = x;
  const element: Field = { kind: 'Field', pos, start: noPos, end: noPos, name: null, type: x };
  const t = typOf(check, { kind: 'InterfaceType', pos, start: noPos, end: noPos, methodList: [element] });
  if (t.kind === 'Interface') t.implicit = true;
  return t;
}

export function declareTypeParam(check: Checker, name: Name, scopePos: Pos): TypeParam {
  const tname = new TypeName(name.pos, check.pkg, name.value, null);
  const tpar = newTypeParam(check, tname, universeInvalid);
  declare(check, check.env.scope, name, tname, scopePos);
  return tpar;
}

/** Gives a type the methods that were declared for it. */
export function collectMethods(check: Checker, obj: TypeName): void {
  const methods = check.methods?.get(obj);
  if (!methods) return;
  check.methods!.delete(obj);
  const base = obj.typ ? asNamed(obj.typ) : null;
  const byName = new Map<string, Func>();
  if (base) {
    later(check, () => checkFieldUniqueness(check, base));
    for (let i = 0; i < numMethods(base); i++) byName.set(methodAt(base, i).name, methodAt(base, i));
  }
  for (const m of methods) {
    const alt = byName.get(m.name);
    if (alt) {
      errorf(
        check,
        m.pos,
        'DuplicateMethod',
        texts.methodRedeclaredAt,
        obj.name,
        m.name,
        positionString(check, alt.pos),
      );
      continue;
    }
    byName.set(m.name, m);
    if (base) addMethod(base, m);
  }
}

/** A struct type's fields and methods share one name space. */
function checkFieldUniqueness(check: Checker, base: Named): void {
  const t = namedUnder(base);
  if (t.kind !== 'Struct') return;
  const byName = new Map<string, Func>();
  for (let i = 0; i < numMethods(base); i++) byName.set(methodAt(base, i).name, methodAt(base, i));
  for (const fld of t.fields) {
    const alt = fld.name === '_' ? undefined : byName.get(fld.name);
    if (!alt) continue;
    const err = newError(check, 'DuplicateFieldAndMethod');
    err.addf(alt, texts.fieldAndMethod, fld.name);
    err.addAltDecl(fld);
    err.report();
  }
}

function funcDecl(check: Checker, obj: Func, decl: DeclInfo): void {
  const sig = new Signature(null, emptyTuple, emptyTuple, false);
  obj.typ = sig; // guards against cycles
  const fdecl = decl.fdecl!;
  funcType(check, sig, fdecl.recv, fdecl.tparamList, fdecl.type);
  const { body } = fdecl;
  if (fdecl.tparamList.length > 0 && !body) softErrorf(check, fdecl, 'BadDecl', texts.genericNoBody);
  if (!check.conf.ignoreFuncBodies && body) {
    later(check, () => funcBody(check, decl, sig, body, null));
  }
}

// ---- declarations inside functions
