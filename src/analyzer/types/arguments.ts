/**
 * Arguments against parameters. Follows arguments of types2/call.go of Go 1.26.
 *
 * The type parameters of the callee and of generic functions among its arguments are inferred together; only then are
 * the arguments assigned to the parameters.
 */
import { noPos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { CallExpr, Expr } from '../syntax/tree.ts';
import { operandTypes, typesSummary, varTypes } from './assignerrors.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { errorf, newError, verifyVersionf, versionErrorf } from './errors.ts';
import { sprintf } from './format.ts';
import { instantiateSignature } from './funcinst.ts';
import { infer, renameTParams } from './infer.ts';
import { contextOf, copySignature } from './named.ts';
import { Var } from './object.ts';
import type { Operand } from './operand.ts';
import { record } from './recording.ts';
import { makeSubstMap, subst } from './subst.ts';
import { type Signature, type Slice, Tuple, type Type, type TypeParam } from './type.ts';
import { allowVersion } from './version.ts';

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
