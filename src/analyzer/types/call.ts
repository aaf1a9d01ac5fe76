/**
 * Calls and instantiated functions. Follows types2/call.go of Go 1.26. Left out: cgo.
 *
 * A call's arguments are checked first, generic functions among them left open; then the type parameters of the callee
 * and of those arguments are inferred together, and only then are the arguments assigned to the parameters.
 */
import { noPos, type Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { CallExpr, Expr, IndexExpr } from '../syntax/tree.ts';
import { operandTypes, typesSummary, varTypes } from './assignerrors.ts';
import { assignment } from './assignments.ts';
import { builtin } from './builtins.ts';
import type { Checker } from './checker.ts';
import { conversion } from './conversions.ts';
import { later } from './environment.ts';
import { errorf, newError, softErrorf, verifyVersionf, versionErrorf } from './errors.ts';
import {
  excludeNonValues,
  expr,
  exprOrType,
  genericExpr,
  multiExpr,
  nonGeneric,
  pendingType,
  rawExpr,
  valueOperand,
  type ExprKind,
  type Target,
} from './expr.ts';
import { sprintf } from './format.ts';
import { indexExpr } from './indexexpr.ts';
import { infer, isParameterized, renameTParams } from './infer.ts';
import { instance, verify } from './instantiate.ts';
import { recordInstance as recordMono } from './mono.ts';
import { contextOf, copySignature } from './named.ts';
import { Var } from './object.ts';
import { Operand } from './operand.ts';
import { isTypeParam } from './predicates.ts';
import { record, recordInstance, recordTypeAndValue } from './recording.ts';
import { makeSubstMap, subst } from './subst.ts';
import { Signature, Tuple, type Slice, type Type, type TypeParam } from './type.ts';
import { typeList } from './typexpr.ts';
import { typeSetIsMethodSet } from './typesetdata.ts';
import { typeSetOf } from './typeset.ts';
import { commonUnder, formatCause, typeErrorf, under } from './under.ts';
import { predeclaredFuncs } from './universe.ts';
import { use } from './use.ts';
import { makeName, startPos, unpackListExpr } from './util.ts';
import { allowVersion } from './version.ts';

/**
 * Instantiates generic function x by the type arguments of `inst` and by what its target T says. Without `infer`, missing
 * type arguments are left open: those given are returned.
 */
export function funcInst(
  check: Checker,
  T: Target | null,
  pos: Pos,
  x: Operand,
  inst: IndexExpr | null,
  inferAll: boolean,
): readonly Type[] | null {
  const errPos = inst ? inst.pos : pos;
  if (inst) x.expr = inst;
  const versionErr = !verifyVersionf(check, errPos, 'go1.18', texts.v_funcInst);

  let targs: readonly Type[] = [];
  let xlist: readonly Expr[] = [];
  if (inst) {
    xlist = unpackListExpr(inst.index);
    const list = typeList(check, xlist);
    if (!list) {
      x.mode = 'invalid';
      return null;
    }
    targs = list;
  }
  const sig = x.typ as Signature;
  const want = sig.tparams.length;
  if (targs.length > want) {
    errorf(check, xlist[targs.length - 1]!, 'WrongTypeArgCount', texts.tooManyTypeArgs, targs.length, want);
    x.mode = 'invalid';
    return null;
  }
  if (targs.length < want) {
    if (!inferAll) return targs;
    const inferred = inferFromTarget(check, T, pos, x, sig, targs, inst, errPos, versionErr);
    if (!inferred) {
      x.mode = 'invalid';
      return null;
    }
    targs = inferred;
  }
  x.typ = instantiateSignature(check, x.expr!.pos, x.expr!, sig, targs, xlist);
  x.mode = 'value';
  return null;
}

function inferFromTarget(
  check: Checker,
  T: Target | null,
  pos: Pos,
  x: Operand,
  sig: Signature,
  targs: readonly Type[],
  inst: IndexExpr | null,
  errPos: Pos,
  versionErr: boolean,
): readonly Type[] | null {
  const args: Operand[] = [];
  const params: Var[] = [];
  if (T) {
    if (!versionErr && !allowVersion(check, 'go1.21')) {
      versionErrorf(check, errPos, 'go1.21', inst ? texts.v_partialInst : texts.v_implicitInst);
    }
    // The target's type is the argument, the function's type without type parameters the parameter.
    const gsig = new Signature(null, sig.params, sig.results, sig.variadic);
    params.push(new Var('param', x.expr!.pos, check.pkg, '', gsig));
    args.push(valueOperand(makeName(x.expr!.pos, T.desc), T.sig));
  }
  const renamed = renameTParams(check, pos, sig.tparams, new Tuple(params));
  const err = newError(check, 'CannotInferTypeArgs');
  const res = infer(check, pos, renamed.tparams, targs, renamed.typ as Tuple, args, T !== null, err);
  if (!res && !err.empty()) err.report();
  return res;
}

function instantiateSignature(
  check: Checker,
  pos: Pos,
  e: Expr,
  typ: Signature,
  targs: readonly Type[],
  xlist: readonly Expr[],
): Signature {
  const inst = instance(check, pos, typ, targs, null, contextOf(check)) as Signature;
  recordInstance(check, e, targs, inst);
  later(check, () => {
    const bad = verify(check, pos, typ.tparams, targs, contextOf(check));
    if (bad) {
      const at = xlist[bad.index];
      softErrorf(check, at ? startPos(at) : pos, 'InvalidTypeArg', '%s', bad.cause);
    } else {
      recordMono(check, pos, typ.tparams, targs, xlist);
    }
  });
  return inst;
}

export function callExpr(check: Checker, x: Operand, call: CallExpr): ExprKind {
  let inst: IndexExpr | null = null;
  if (call.fun.kind === 'IndexExpr') {
    if (indexExpr(check, x, call.fun)) inst = call.fun; // type arguments are looked at below
    x.expr = call.fun;
    record(check, x);
  } else {
    exprOrType(check, x, call.fun, true);
  }
  switch (x.mode) {
    case 'invalid':
      use(check, call.argList);
      x.expr = call;
      return 'statement';
    case 'typexpr':
      conversionCall(check, x, call);
      return 'conversion';
    case 'builtin': {
      const id = x.id!;
      if (!builtin(check, x, call, id)) x.mode = 'invalid';
      x.expr = call;
      // A constant result means that nothing is called.
      if ((x.mode as string) !== 'invalid' && (x.mode as string) !== 'constant') check.env.hasCallOrRecv = true;
      return predeclaredFuncs[id].use;
    }
    default:
      functionCall(check, x, call, inst);
      return 'statement';
  }
}

function conversionCall(check: Checker, x: Operand, call: CallExpr): void {
  nonGeneric(check, null, x);
  if (x.mode === 'invalid') return;
  const T = x.typ!;
  x.mode = 'invalid';
  const args = call.argList;
  if (args.length === 0) {
    errorf(check, call, 'WrongArgCount', texts.conversionMissingArg, T);
  } else if (args.length > 1) {
    use(check, args);
    errorf(check, args[args.length - 1]!, 'WrongArgCount', texts.conversionTooManyArgs, T);
  } else {
    expr(check, null, x, args[0]!);
    if ((x.mode as string) !== 'invalid') convertArg(check, x, call, T);
  }
  x.expr = call;
}

function convertArg(check: Checker, x: Operand, call: CallExpr, T: Type): void {
  const u = under(T);
  if (u.kind === 'Interface' && !isTypeParam(T) && !typeSetIsMethodSet(typeSetOf(u))) {
    errorf(check, call, 'MisplacedConstraintIface', texts.conversionInterface, T);
  } else if (call.hasDots) {
    errorf(check, call.argList[0]!, 'BadDotDotDotSyntax', texts.conversionDots, T);
  } else {
    conversion(check, x, T);
  }
}

function failCall(check: Checker, x: Operand, call: CallExpr, useArgs: boolean): void {
  if (useArgs) use(check, call.argList);
  x.mode = 'invalid';
  x.expr = call;
}

function functionCall(check: Checker, x: Operand, call: CallExpr, inst: IndexExpr | null): void {
  const [u, bad] = commonUnder(x.typ!, (t, u) =>
    u && u.kind !== 'Signature' ? typeErrorf(texts.notAFunction, t) : null,
  );
  if (!u || u.kind !== 'Signature') {
    errorf(check, x, 'InvalidCall', texts.cannotCall, x, bad ? formatCause(check, bad) : '');
    failCall(check, x, call, true);
    return;
  }
  let sig: Signature = u;
  const wasGeneric = sig.tparams.length > 0;

  let xlist: readonly Expr[] = [];
  let targs: readonly Type[] = [];
  if (inst) {
    xlist = unpackListExpr(inst.index);
    const list = typeList(check, xlist);
    if (!list) {
      failCall(check, x, call, true);
      return;
    }
    targs = list;
    const want = sig.tparams.length;
    if (targs.length > want) {
      errorf(check, xlist[want]!, 'WrongTypeArgCount', texts.tooManyTypeArgs, targs.length, want);
      failCall(check, x, call, true);
      return;
    }
    if (targs.length === want && want > 0) {
      verifyVersionf(check, inst, 'go1.18', texts.v_funcInst);
      sig = instantiateSignature(check, inst.pos, inst, sig, targs, xlist);
      targs = [];
      xlist = [];
    }
  }

  const { args, atargs } = genericExprList(check, call.argList);
  sig = checkArguments(check, call, sig, targs, xlist, args, atargs);
  if (wasGeneric && sig.tparams.length === 0) recordTypeAndValue(check, call.fun, 'value', sig, null);

  const results = sig.results.vars;
  if (results.length === 0) {
    x.mode = 'novalue';
  } else {
    x.mode = 'value';
    x.typ = results.length === 1 ? results[0]!.typ : sig.results;
  }
  x.expr = call;
  check.env.hasCallOrRecv = true;
  // An open type parameter in the result would only lead to more errors.
  if (x.mode === 'value' && sig.tparams.length > 0 && isParameterized(sig.tparams, x.typ!)) x.mode = 'invalid';
}

/** Values of a list of expressions; one call may bring several. */
export function exprList(check: Checker, elist: readonly Expr[]): Operand[] {
  if (elist.length === 1) return multiExpr(check, elist[0]!, false).list;
  return elist.map((e) => {
    const x = new Operand();
    expr(check, null, x, e);
    return x;
  });
}

interface GenericArgs {
  readonly args: Operand[];
  /** Type arguments given to argument i, if it is a generic function that lacks more. */
  readonly atargs: (readonly Type[] | undefined)[];
}

/** As exprList, but generic functions may lack type arguments. */
function genericExprList(check: Checker, elist: readonly Expr[]): GenericArgs {
  const n = elist.length;
  // Before 1.21 a function argument had to be instantiated where it stands.
  const inferAll = n === 0 || !allowVersion(check, 'go1.21');
  const args: Operand[] = [];
  const atargs: (readonly Type[] | undefined)[] = [];
  for (let i = 0; i < n; i++) {
    const e = elist[i]!;
    const x = new Operand();
    if (e.kind === 'IndexExpr') {
      if (indexExpr(check, x, e)) {
        const targs = funcInst(check, null, x.expr!.pos, x, e, inferAll);
        if (targs) {
          atargs[i] = targs;
          x.expr = e;
        } else {
          record(check, x);
        }
        args.push(x);
        continue;
      }
      // NOT-GO: types2 checks the expression a second time here; x holds its result already.
      x.expr = e;
      pendingType(check, x);
      record(check, x);
      excludeNonValues(check, x);
    } else if (n > 1) {
      genericExpr(check, x, e);
    } else {
      rawExpr(check, null, x, e, null, true);
      excludeNonValues(check, x);
    }
    if (n === 1 && x.mode !== 'invalid' && x.typ!.kind === 'Tuple') {
      for (const v of x.typ!.vars) args.push(valueOperand(e, v.typ!));
    } else {
      args.push(x);
    }
  }
  return { args, atargs };
}

/** Checks arguments against parameters, infers type arguments; returns the callee's signature, instantiated if it was generic. */
export function checkArguments(
  check: Checker,
  call: CallExpr,
  sig: Signature,
  targs0: readonly Type[],
  xlist: readonly Expr[],
  args: readonly Operand[],
  atargs: readonly (readonly Type[] | undefined)[],
): Signature {
  const adapted = adaptParams(check, call, sig, args);
  if (!adapted) return sig;
  let sigParams = adapted.params;

  const n = sig.tparams.length;
  let tparams: readonly TypeParam[] = [];
  const targs: (Type | null)[] = [...targs0];
  if (n > 0) {
    if (!allowVersion(check, 'go1.18')) {
      if (call.fun.kind === 'IndexExpr') versionErrorf(check, call.fun, 'go1.18', texts.v_funcInst);
      else versionErrorf(check, call, 'go1.18', texts.v_implicitFuncInst);
    }
    // A recursive call must not confuse its own type parameters with the callee's.
    const renamed = renameTParams(check, call.pos, sig.tparams, sigParams);
    tparams = renamed.tparams;
    sigParams = renamed.typ as Tuple;
    while (targs.length < tparams.length) targs.push(null);
  }
  const generic = openGenericArgs(check, call, args, atargs, tparams, targs);
  tparams = generic.tparams;
  if (generic.indices.length > 0) verifyVersionf(check, args[generic.indices[0]!]!, 'go1.21', texts.v_implicitInstArg);

  let rsig = sig;
  if (tparams.length > 0) {
    const err = newError(check, 'CannotInferTypeArgs');
    const inferred = infer(check, call.pos, tparams, targs, sigParams, args, false, err);
    if (!inferred) {
      if (!err.empty()) errorf(check, err.pos(), 'CannotInferTypeArgs', texts.inCallTo, call.fun, err.msg());
      return sig;
    }
    if (n > 0) {
      const own = inferred.slice(0, n);
      rsig = instantiateSignature(check, call.pos, call.fun, sig, own, xlist);
      sigParams = adapted.adjusted
        ? (subst(check, call.pos, sigParams, makeSubstMap(tparams.slice(0, n), own), null, contextOf(check)) as Tuple)
        : rsig.params;
    }
    instantiateArgs(check, call, args, generic.indices, inferred, n);
  }
  if (args.length > 0) {
    const context = sprintf(check, 'argument to %s', [call.fun]);
    for (let i = 0; i < args.length; i++) assignment(check, args[i]!, sigParams.vars[i]!.typ, context);
  }
  return rsig;
}

/** The parameters as this call has them: a variadic one repeated. Null after an error. */
function adaptParams(
  check: Checker,
  call: CallExpr,
  sig: Signature,
  args: readonly Operand[],
): { params: Tuple; adjusted: boolean } | null {
  const nargs = args.length;
  let npars = sig.params.vars.length;
  let params = sig.params;
  let adjusted = false;
  if (sig.variadic) {
    if (call.hasDots) {
      if (call.argList.length === 1 && nargs > 1) {
        errorf(check, call, 'InvalidDotDotDot', texts.dotsMultiValue, nargs, call.argList[0]!);
        return null;
      }
    } else if (nargs >= npars - 1) {
      const vars = sig.params.vars.slice(0, npars - 1);
      const last = sig.params.vars[npars - 1]!;
      const elem = (last.typ as Slice).elem;
      while (vars.length < nargs) vars.push(new Var('param', last.pos, last.pkg, last.name, elem));
      params = new Tuple(vars);
      adjusted = true;
      npars = nargs;
    } else {
      npars--;
    }
  } else if (call.hasDots) {
    errorf(check, call, 'NonVariadicDotDotDot', texts.dotsNonVariadic, call.fun);
    return null;
  }
  if (nargs === npars) return { params, adjusted };

  const at = nargs > npars ? args[npars]!.expr! : nargs > 0 ? args[nargs - 1]!.expr! : call;
  const err = newError(check, 'WrongArgCount');
  err.addf(at, texts.wrongArgCount, nargs > npars ? 'too many' : 'not enough', call.fun);
  err.addf(noPos, texts.have, typesSummary(check, operandTypes(args), false, call.hasDots));
  err.addf(noPos, texts.want, typesSummary(check, varTypes(sig.params.vars), sig.variadic, false));
  err.report();
  return null;
}

/** Takes up the type parameters of arguments that are generic functions: they are inferred with the callee's. */
function openGenericArgs(
  check: Checker,
  call: CallExpr,
  args: readonly Operand[],
  atargs: readonly (readonly Type[] | undefined)[],
  tparams0: readonly TypeParam[],
  targs: (Type | null)[],
): { tparams: readonly TypeParam[]; indices: number[] } {
  const indices: number[] = [];
  let tparams = tparams0;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const asig = arg.mode === 'invalid' ? null : arg.typ;
    if (asig?.kind !== 'Signature' || asig.tparams.length === 0) continue;
    // Another type identity for the argument: the same function may be given twice.
    const renamed = renameTParams(check, call.pos, asig.tparams, copySignature(asig));
    const typ = renamed.typ === asig ? copySignature(asig) : copySignature(renamed.typ as Signature);
    typ.tparams = renamed.tparams;
    arg.typ = typ;
    tparams = [...tparams, ...renamed.tparams];
    for (const t of atargs[i] ?? []) targs.push(t);
    while (targs.length < tparams.length) targs.push(null);
    indices.push(i);
  }
  return { tparams, indices };
}

function instantiateArgs(
  check: Checker,
  call: CallExpr,
  args: readonly Operand[],
  indices: readonly number[],
  targs: readonly Type[],
  from: number,
): void {
  let j = from;
  for (const i of indices) {
    const arg = args[i]!;
    const asig = arg.typ as Signature;
    const k = j + asig.tparams.length;
    arg.typ = instantiateSignature(check, call.pos, arg.expr!, asig, targs.slice(j, k), []);
    record(check, arg);
    j = k;
  }
}
