/**
 * Calls and instantiated functions. Follows types2/call.go of Go 1.26. Left out: cgo.
 *
 * A call's arguments are checked first, generic functions among them left open; then the type parameters of the callee
 * and of those arguments are inferred together, and only then are the arguments assigned to the parameters.
 */
import { texts } from '../base/texts/types.ts';
import type { CallExpr, Expr, IndexExpr } from '../syntax/tree.ts';
import { checkArguments } from './arguments.ts';
import { builtin } from './builtins.ts';
import type { Checker } from './checker.ts';
import { conversion } from './conversions.ts';
import { errorf, verifyVersionf } from './errors.ts';
import {
  type ExprKind,
  excludeNonValues,
  expr,
  exprOrType,
  genericExpr,
  multiExpr,
  nonGeneric,
  pendingType,
  rawExpr,
  valueOperand,
} from './expr.ts';
import { funcInst, instantiateSignature } from './funcinst.ts';
import { indexExpr } from './indexexpr.ts';
import { isParameterized } from './infer.ts';
import { Operand } from './operand.ts';
import { isTypeParam } from './predicates.ts';
import { record, recordTypeAndValue } from './recording.ts';
import type { Signature, Type } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { typeSetIsMethodSet } from './typesetdata.ts';
import { typeList } from './typexpr.ts';
import { commonUnder, formatCause, typeErrorf, under } from './under.ts';
import { predeclaredFuncs } from './universe.ts';
import { use } from './use.ts';
import { unpackListExpr } from './util.ts';
import { allowVersion } from './version.ts';

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
  if (u?.kind !== 'Signature') {
    errorf(check, x, 'InvalidCall', texts.cannotCall, x, bad ? formatCause(check, bad) : '');
    failCall(check, x, call, false);
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
