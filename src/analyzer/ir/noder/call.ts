/**
 * Calls of functions and methods, conversions written as calls, arguments.
 * Follows noder/writer.go and noder/reader.go (exprCall, multiExpr) and typecheck/func.go (tcCall), Go 1.26.
 *
 * After this every variadic call has its slice as an argument, and every static method call is a call of a method
 * expression with the receiver as first argument.
 */
import type { Pos } from '../../base/pos.ts';
import type * as syntax from '../../syntax/tree.ts';
import { isBuiltin, isType } from '../../types/info.ts';
import type { Func as FuncObj } from '../../types/object.ts';
import { identical } from '../../types/predicates.ts';
import type { Signature, Slice, Tuple, Type } from '../../types/type.ts';
import type { CallExpr, Expr, SelectorExpr } from '../expr.ts';
import * as ir from '../expr.ts';
import type { Name } from '../name.ts';
import type { Node, Op } from '../node.ts';
import { newAssign, newAssignList, newDecl, newReturn } from '../stmt.ts';
import * as ty from '../type.ts';
import { anyOf } from '../visit.ts';
import { setAssignListOp } from './assignop.ts';
import { builtinCall, runtimeHelperCall } from './builtin.ts';
import type { Checked } from './checked.ts';
import { initExpr } from './closure.ts';
import { assignConv, convNode, explicitConvExpr, implicitConvExpr } from './conv.ts';
import { coreType, expr, lookupObj, unparen } from './expr.ts';
import { funcInst } from './instance.ts';
import { methodCallee } from './methodvalue.ts';
import type { Reader } from './reader.ts';

export function callExpr(r: Reader, e: syntax.CallExpr): Expr {
  const helper = runtimeHelperCall(r, e);
  if (helper !== null) return helper;
  const tv = r.tv(e.fun)!;
  if (isType(tv)) return explicitConvExpr(r, tv.type, e.argList[0]!);
  if (isBuiltin(tv)) return builtinCall(r, e);

  const { fun, args } = callee(r, e.fun);
  const rawSig = coreType(rawFunType(r, e.fun)) as Signature;
  args.push(...multiExpr(r, e.pos, paramTypes(rawSig, e.hasDots), e.argList));
  return newFuncCall(r, e.pos, fun, args, e.hasDots);
}

export function rawFunType(c: Checked, fun: syntax.Expr): Type {
  const e = unparen(fun);
  const name = e.kind === 'SelectorExpr' ? e.sel : e;
  if (name.kind === 'Name') {
    const inst = c.info.instances.get(name);
    if (inst !== undefined) return inst.type;
  }
  return c.rawType(fun);
}

/** Checker's type of the i-th parameter as an argument meets it. */
export function paramTypes(sig: Signature, hasDots: boolean): (i: number) => Type {
  const { vars } = sig.params;
  const last = vars.length - 1;
  return (i) => {
    if (sig.variadic && !hasDots && i >= last) return (coreType(vars[last]!.typ!) as Slice).elem;
    return vars[i]!.typ!;
  };
}

function callee(r: Reader, fun0: syntax.Expr): { fun: Expr; args: Expr[] } {
  const fun = unparen(fun0);
  if (fun.kind === 'SelectorExpr') {
    const sel = r.info.selections.get(fun);
    if (sel?.kind === 'MethodVal') return methodCallee(r, fun, sel);
  }
  const use = lookupObj(r, fun);
  if (use !== null && use.targs.length > 0) {
    const inst = funcInst(r, fun.pos, use.obj as FuncObj, use.targs);
    return { fun: inst.base, args: [inst.dictPtr] };
  }
  return { fun: expr(r, fun), args: [] };
}

/** A call of any function value or interface method, as tcCall leaves it. */
export function newFuncCall(r: Reader, pos: Pos, fun0: Expr, args0: Expr[], isDDD: boolean): CallExpr {
  const init: Node[] = [];
  const fun = rewriteNonNameCall(r, pos, fun0, init);
  const sig = ty.signatureOf(fun.type);
  const args = args0.map((arg, i) => {
    const param = sig.params.vars[i];
    const variadic = sig.variadic && i >= sig.params.vars.length - 1;
    return param === undefined || variadic ? arg : assignConv(arg, param.typ!, arg.op === 'ONAME' ? pos : arg.pos);
  });
  if (sig.variadic && !isDDD) packVariadic(pos, sig, args);
  const op = fun.op === 'ODOTINTER' ? 'OCALLINTER' : 'OCALLFUNC';
  if (op === 'OCALLINTER') r.fn.hasInterfaceCall = true;
  const { results } = sig;
  const type = results.vars.length === 1 ? results.vars[0]!.typ! : results;
  const call = ir.newCall(pos, op, type, fun, args, sig.variadic);
  if (init.length > 0) call.init = init;
  return call;
}

/** The arguments of a variadic parameter become its slice: `... argument`. */
function packVariadic(pos: Pos, sig: Signature, args: Expr[]): void {
  const last = sig.params.vars.length - 1;
  const type = sig.params.vars[last]!.typ!;
  const extra = args.splice(last);
  if (extra.length === 0) {
    args.push(ir.newNil(pos, type));
    return;
  }
  const elem = ty.elemOf(type);
  const list = extra.map((x) => assignConv(x, elem, x.pos));
  const slice = ir.newCompLit(pos, 'OSLICELIT', type, list, list.length);
  slice.implicit = true;
  args.push(slice);
}

const callsOrChans = new Set<Op>([
  'OAPPEND',
  'OCALLFUNC',
  'OCALLINTER',
  'OCAP',
  'OCLEAR',
  'OCLOSE',
  'OCOMPLEX',
  'OCOPY',
  'ODELETE',
  'OIMAG',
  'OLEN',
  'OMAX',
  'OMIN',
  'OPANIC',
  'OPRINT',
  'OPRINTLN',
  'OREAL',
  'ORECOVER',
  'ORECV',
  'OUNSAFEADD',
  'OUNSAFESLICE',
  'OUNSAFESLICEDATA',
  'OUNSAFESTRING',
  'OUNSAFESTRINGDATA',
]);

/** A callee that itself contains a call is evaluated into a temporary first. */
function rewriteNonNameCall(r: Reader, pos: Pos, fun: Expr, init: Node[]): Expr {
  const dot = fun.op === 'ODOTINTER' || fun.op === 'OMETHVALUE' ? (fun as SelectorExpr) : null;
  const inner = dot === null ? fun : dot.x;
  if (!anyOf(inner, (n) => callsOrChans.has(n.op))) return fun;
  const tmp = r.temp(pos, inner.type);
  const as = newAssign(pos, tmp, inner);
  as.init = [newDecl(pos, tmp)];
  tmp.defn = as;
  init.push(as);
  if (dot === null) return tmp;
  dot.x = tmp;
  return dot;
}

/** The call that a compiler-made wrapper consists of; a return statement when there are results. */
export function syntheticTailCall(r: Reader, pos: Pos, fun: Expr, args: Expr[]): void {
  r.fn.wrapper = true;
  const sig = ty.signatureOf(fun.type);
  const call = newFuncCall(r, pos, fun, args, sig.variadic);
  if (sig.results.vars.length === 0) {
    r.fn.body.push(call);
    return;
  }
  if (sig.results.vars.length === 1) {
    r.fn.body.push(newReturn(pos, [call]));
    return;
  }
  const { as, temps } = multiValueTemps(r, pos, call, sig.results);
  const ret = newReturn(pos, temps);
  ret.init = [as];
  r.fn.body.push(ret);
}

/** Temporaries for the values of a call with several results. */
function multiValueTemps(r: Reader, pos: Pos, call: Expr, results: Tuple): { as: Node; temps: Name[] } {
  const temps = results.vars.map((v) => r.temp(pos, v.typ!));
  const as = newAssignList(pos, 'OAS2', temps, [call]);
  as.init = temps.map((tmp) => newDecl(pos, tmp));
  return { as: setAssignListOp(as), temps };
}

/**
 * A list of values, the i-th for a place of the checker's type dstType(i) (null: no type in particular). One expression
 * with several values goes through temporaries, assigned in the `init` of the first value.
 */
export function multiExpr(
  r: Reader,
  pos: Pos,
  dstType: (i: number) => Type | null,
  exprs: readonly syntax.Expr[],
): Expr[] {
  if (exprs.length === 1) {
    const raw = r.rawType(exprs[0]!);
    if (raw.kind === 'Tuple') return spread(r, pos, raw, dstType, exprs[0]!);
  }
  return exprs.map((e, i) => implicitConvExpr(r, dstType(i), e));
}

function spread(r: Reader, pos: Pos, tuple: Tuple, dstType: (i: number) => Type | null, e: syntax.Expr): Expr[] {
  const x = expr(r, e);
  const as = newAssignList(pos, 'OAS2', [], [x], true);
  as.init = [];
  const results = tuple.vars.map((v, i): Expr => {
    const tmp = r.temp(pos, r.typ(v.typ!));
    tmp.defn = as;
    as.init.push(newDecl(pos, tmp));
    as.lhs.push(tmp);
    const dst = dstType(i);
    if (dst === null || identical(v.typ!, dst)) return tmp;
    return convNode(pos, r.typ(dst), tmp, true);
  });
  results[0] = initExpr(r, [setAssignListOp(as)], results[0]!);
  return results;
}
