/** Instantiated functions as values: type arguments given, or inferred from where the value goes. Follows types2/call.go of Go 1.26. */
import type { Pos } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { Expr, IndexExpr } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { later } from './environment.ts';
import { errorf, newError, softErrorf, verifyVersionf, versionErrorf } from './errors.ts';
import { type Target, valueOperand } from './expr.ts';
import { infer, renameTParams } from './infer.ts';
import { instance, verify } from './instantiate.ts';
import { recordInstance as recordMono } from './mono.ts';
import { contextOf } from './named.ts';
import { Var } from './object.ts';
import type { Operand } from './operand.ts';
import { recordInstance } from './recording.ts';
import { Signature, Tuple, type Type } from './type.ts';
import { typeList } from './typexpr.ts';
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

export function instantiateSignature(
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
