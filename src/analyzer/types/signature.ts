/** Function types, receivers, parameters. Follows types2/signature.go of Go 1.26. Left out: cgo types as receivers. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr, Field, FuncType, Name } from '../syntax/tree.ts';
import { unalias } from './alias.ts';
import { measure } from './assignerrors.ts';
import type { Checker } from './checker.ts';
import { collectTypeParams, declare, declareTypeParam } from './decl.ts';
import { closeScope, later, openScope } from './environment.ts';
import { type Cause, errorf, verifyVersionf } from './errors.ts';
import { instance } from './instantiate.ts';
import { deref } from './lookup.ts';
import { recordCanon } from './mono.ts';
import { contextOf, namedUnder, typeParamsOf } from './named.ts';
import { Var, type VarKind } from './object.ts';
import { isValid } from './predicates.ts';
import { unpackRecv } from './receivers.ts';
import { recordImplicit, recordInstance, recordTypeAndValue, recordUse } from './recording.ts';
import { makeRenameMap, subst } from './subst.ts';
import {
  BasicKind,
  emptyTuple,
  type Named,
  noTypeParams,
  Pointer,
  type Signature,
  Slice,
  Tuple,
  type Type,
  type TypeParam,
} from './type.ts';
import { bindTParams } from './typeparam.ts';
import { genericType, varType } from './typexpr.ts';
import { universeInvalid } from './universe.ts';
import { isStar } from './util.ts';

/** Fills in `sig` from its parts. */
export function funcType(
  check: Checker,
  sig: Signature,
  recvPar: Field | null,
  tparams: readonly Field[],
  ftyp: FuncType,
): void {
  const scope = openScope(check, ftyp, 'function');
  scope.isFunc = true;
  sig.scope = scope;
  const recv = recvPar ? collectRecv(check, sig, recvPar, ftyp.pos) : null;
  if (tparams.length > 0) collectTypeParams(check, sig, tparams);
  const params = collectParams(check, 'param', ftyp.paramList);
  const results = collectParams(check, 'result', ftyp.resultList);

  if (recv && recv.name !== '') declare(check, scope, recvPar!.name, recv, ftyp.end);
  declareParams(check, params, ftyp.end);
  declareParams(check, results, ftyp.end);
  sig.recv = recv;
  sig.params = params.vars.length > 0 ? new Tuple(params.vars) : emptyTuple;
  sig.results = results.vars.length > 0 ? new Tuple(results.vars) : emptyTuple;
  sig.variadic = params.variadic;
  closeScope(check);
}

function collectRecv(check: Checker, sig: Signature, rparam: Field, scopePos: Pos): Var {
  const { ptr, base, tparams } = unpackRecv(check, rparam.type, true);
  let recvType: Type;
  sig.rparams = noTypeParams;
  if (tparams.length === 0) {
    recvType = plainRecv(check, rparam, base);
  } else {
    const baseType = recvBaseType(check, base);
    const recvTParams = bindTParams(tparams.map((name) => declareRecvTParam(check, name, scopePos)));
    sig.rparams = recvTParams;
    recvType = baseType ? genericRecv(check, rparam, base, baseType, recvTParams, ptr) : universeInvalid;
  }
  const rname = rparam.name;
  let recv: Var;
  if (rname && rname.value !== '') {
    recv = new Var('recv', rname.pos, check.pkg, rname.value, recvType);
  } else {
    recv = new Var('recv', rparam.pos, check.pkg, '', recvType);
    recordImplicit(check, rparam, recv);
  }
  later(check, () => validRecv(check, base, recv));
  return recv;
}

function declareRecvTParam(check: Checker, name: Name, scopePos: Pos): TypeParam {
  const tpar = declareTypeParam(check, name, scopePos);
  recordUse(check, name, tpar.obj);
  recordTypeAndValue(check, name, 'typexpr', tpar, null);
  return tpar;
}

/** A receiver without type parameters. It may name an instance through an alias, which is an error. */
function plainRecv(check: Checker, rparam: Field, rbase: Expr): Type {
  const recvType = varType(check, rparam.type);
  let a = unpointer(recvType);
  while (a.kind === 'Alias' && a.fromRHS) {
    const baseType = unpointer(a.fromRHS);
    const generic =
      baseType.kind === 'Named'
        ? typeParamsOf(baseType).length > 0
        : baseType.kind === 'Alias' && baseType.tparams.length > 0;
    if (generic) {
      errorf(check, rbase, 'InvalidRecv', texts.receiverInstantiated, baseType);
      return universeInvalid;
    }
    a = baseType;
  }
  return recvType;
}

/** The generic type of a receiver `T[P]`, or null after an error. */
function recvBaseType(check: Checker, rbase: Expr): Named | null {
  const cause: Cause = { text: '' };
  const t = genericType(check, rbase, cause);
  if (!isValid(t)) {
    if (cause.text !== '') errorf(check, rbase, 'InvalidRecv', '%s', cause.text);
    return null;
  }
  if (t.kind === 'Named') return t;
  if (t.kind === 'Alias') errorf(check, rbase, 'InvalidRecv', texts.receiverGenericAlias, t);
  return null;
}

/** The instance of `baseType` by the receiver's own type parameters, which take over the constraints. */
function genericRecv(
  check: Checker,
  rparam: Field,
  rbase: Expr,
  baseType: Named,
  recvTParams: readonly TypeParam[],
  ptr: boolean,
): Type {
  const baseTParams = typeParamsOf(baseType);
  if (recvTParams.length === baseTParams.length) {
    const smap = makeRenameMap(baseTParams, recvTParams);
    for (let i = 0; i < recvTParams.length; i++) {
      const recvTPar = recvTParams[i]!;
      recordCanon(check, recvTPar, baseTParams[i]!);
      recvTPar.bound = subst(check, recvTPar.obj.pos, baseTParams[i]!.bound, smap, null, contextOf(check));
    }
  } else {
    const got = measure(recvTParams.length, 'type parameter');
    errorf(check, rbase, 'BadRecv', texts.receiverParamCount, got, baseTParams.length);
  }
  verifyVersionf(check, rbase, 'go1.18', texts.v_typeInst);
  let recvType = instance(check, rparam.type.pos, baseType, recvTParams, null, contextOf(check));
  recordInstance(check, rbase, recvTParams, recvType);
  if (ptr && isValid(recvType)) recvType = new Pointer(recvType);
  recordParenthesizedRecvTypes(check, rparam.type, recvType);
  return recvType;
}

function unpointer(t: Type): Type {
  while (t.kind === 'Pointer') t = t.base;
  return t;
}

/** A generic receiver's type was not checked as an expression: records it and what it is made of. */
function recordParenthesizedRecvTypes(check: Checker, e: Expr, typ: Type): void {
  for (;;) {
    recordTypeAndValue(check, e, 'typexpr', typ, null);
    if (e.kind === 'ParenExpr') {
      e = e.x;
    } else if (isStar(e) && typ.kind === 'Pointer') {
      e = e.x;
      typ = typ.base;
    } else {
      return;
    }
  }
}

interface Params {
  readonly names: (Name | null)[];
  readonly vars: Var[];
  variadic: boolean;
}

function collectParams(check: Checker, kind: VarKind, list: readonly Field[]): Params {
  const params: Params = { names: [], vars: [], variadic: false };
  let named = false;
  let anonymous = false;
  let typ: Type = universeInvalid;
  let prev: Expr | null = null;
  for (let i = 0; i < list.length; i++) {
    const field = list[i]!;
    if (field.type !== prev) {
      prev = field.type;
      let ftype = field.type;
      if (ftype.kind === 'DotsType') {
        if (kind === 'param' && i === list.length - 1) params.variadic = true;
        else errorf(check, ftype, 'InvalidSyntaxTree', texts.dots);
        ftype = ftype.elem;
      }
      typ = varType(check, ftype);
    }
    if (field.name) {
      params.vars.push(new Var(kind, field.name.pos, check.pkg, field.name.value, typ));
      named = true;
    } else {
      const par = new Var(kind, field.pos, check.pkg, '', typ);
      recordImplicit(check, field, par);
      params.vars.push(par);
      anonymous = true;
    }
    params.names.push(field.name);
  }
  if (named && anonymous) errorf(check, list[0]!, 'InvalidSyntaxTree', texts.mixedParameters);
  if (params.variadic) {
    const last = params.vars[params.vars.length - 1]!;
    last.typ = new Slice(last.typ!);
    recordTypeAndValue(check, list[list.length - 1]!.type, 'typexpr', last.typ, null);
  }
  return params;
}

function declareParams(check: Checker, params: Params, scopePos: Pos): void {
  for (let i = 0; i < params.names.length; i++) {
    const name = params.names[i];
    if (name && name.value !== '') declare(check, check.env.scope, name, params.vars[i]!, scopePos);
  }
}

/** A receiver's base type is a defined type of this package, and neither pointer nor interface. */
function validRecv(check: Checker, at: Expr, recv: Var): void {
  const [rtyp] = deref(recv.typ!);
  const atyp = unalias(rtyp);
  if (!isValid(atyp)) return;
  if (atyp.kind === 'Basic' || (atyp.kind === 'Named' && atyp.obj.pkg !== check.pkg)) {
    errorf(check, at, 'InvalidRecv', texts.receiverNonLocal, rtyp);
    return;
  }
  if (atyp.kind !== 'Named') {
    errorf(check, at, 'InvalidRecv', texts.receiverInvalid, recv.typ);
    return;
  }
  const u = namedUnder(atyp);
  let cause = '';
  if (u.kind === 'Basic' && u.basic === BasicKind.UnsafePointer) cause = 'unsafe.Pointer';
  else if (u.kind === 'Pointer' || u.kind === 'Interface') cause = 'pointer or interface type';
  if (cause !== '') errorf(check, at, 'InvalidRecv', texts.receiverInvalidCause, rtyp, cause);
}
