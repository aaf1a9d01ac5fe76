/**
 * Calls, builtins, go and defer: where arguments and results flow.
 *
 * An argument goes where the callee's parameter is known to go: to the parameter itself within a batch, along the
 * parameter's tag for a finished function, to the heap for an unknown one.
 * Follows cmd/compile/internal/escape/call.go (Go 1.26).
 */
import type { CallExpr, ConvExpr, Expr, InlinedCallExpr } from '../ir/expr.ts';
import { recvParams } from '../ir/func.ts';
import type { Name } from '../ir/name.ts';
import { newName } from '../ir/name.ts';
import { staticCalleeName } from '../ir/staticvalue.ts';
import { type GoDeferStmt, newAssign, newDecl } from '../ir/stmt.ts';
import type { Type } from '../ir/type.ts';
import { elemOf, isShape, isSlice, isUnsafePtr, signatureOf } from '../ir/type.ts';
import { BasicKind } from '../types/type.ts';
import { under } from '../types/under.ts';
import { addr } from './assign.ts';
import type { Escape } from './escape.ts';
import { discard, expr } from './expr.ts';
import type { Hole } from './graph.ts';
import { numEscResults, parseLeaks } from './leaks.ts';
import { stmts } from './stmt.ts';
import type { TypeInfo } from './typeinfo.ts';

/** Evaluates a call, its results into `ks`; `ks` is null for a statement. */
export function call(e: Escape, ks: readonly Hole[] | null, n: Expr): void {
  const { b } = e;
  const { types } = b.pass;
  const k = ks === null ? b.discardHole() : (ks[0] ?? b.discardHole());
  switch (n.op) {
    case 'OCALLFUNC':
    case 'OCALLINTER':
      funcCall(e, ks, n);
      return;
    case 'OINLCALL':
      inlinedCall(e, ks, n);
      return;
    case 'OAPPEND':
      append(e, k, n);
      return;
    case 'OCOPY': {
      argument(e, b.mutatorHole(), n.x, n);
      const copies = types.isPointerSlice(n.y.type);
      argument(e, copies ? b.heapHole().deref(n, 'copied slice') : b.discardHole(), n.y, n);
      return;
    }
    case 'OPANIC':
      argument(e, b.heapHole(), n.x, n);
      return;
    case 'OCLEAR':
      argument(e, b.mutatorHole(), n.x, n);
      return;
    case 'OCOMPLEX':
      discard(e, n.x);
      discard(e, n.y);
      return;
    case 'ODELETE':
    case 'OPRINT':
    case 'OPRINTLN':
    case 'ORECOVER':
      for (const arg of n.args) discard(e, arg);
      return;
    case 'OMIN':
    case 'OMAX':
      for (const arg of n.args) argument(e, k, arg, n);
      return;
    case 'OLEN':
    case 'OCAP':
    case 'OREAL':
    case 'OIMAG':
    case 'OCLOSE':
      discard(e, n.x);
      return;
    case 'OUNSAFESTRINGDATA':
    case 'OUNSAFESLICEDATA':
      argument(e, k, n.x, n);
      return;
    case 'OUNSAFEADD':
    case 'OUNSAFESLICE':
    case 'OUNSAFESTRING':
      argument(e, k, n.x, n);
      discard(e, n.y);
      return;
    default:
      throw new Error(`not a call: ${n.op}`);
  }
}

function argument(e: Escape, k: Hole, arg: Expr, where: Expr): void {
  expr(e, k.note(where, 'call parameter'), arg);
}

function funcCall(e: Escape, ks: readonly Hole[] | null, n: CallExpr): void {
  const { b } = e;
  const fun = n.fun!;
  const fns = n.op === 'OCALLFUNC' ? callees(e, fun) : [];

  for (const fn of fns) {
    if (ks === null || !b.inMutualBatch(fn)) continue;
    const results = fn.func!.results;
    for (let i = 0; i < results.length; i++) if (results[i]!.name !== null) expr(e, ks[i]!, results[i]!.name);
  }

  let args: readonly Expr[] = n.args;
  if (n.op === 'OCALLFUNC') {
    // Results that are used, of a function that is not known: a closure that flows to here loses track of its results.
    const used = fns.length === 0 && ks !== null && ks.some((k) => k.dst !== b.blankLoc);
    expr(e, used ? b.calleeHole().note(n, 'callee operand') : b.discardHole(), fun);
  } else if (fun.op === 'ODOTINTER') {
    args = [fun.x, ...args];
  }

  const fixed = argumentsHole(e, n, fns[0] ?? null);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (fixed !== null) {
      argument(e, fixed, arg, n);
    } else {
      if (fns.length > 0) rewriteArgument(e, arg, n, fns[0]!);
      argument(e, calleesHole(e, ks, fns, i), arg, n);
    }
  }
}

/** The functions that `fun` may be, if all are known; a variable may stand for one, or have been assigned some. */
function callees(e: Escape, fun: Expr): readonly Name[] {
  const plain = staticCalleeName(fun);
  if (plain !== null) return [plain];
  const oracle = e.b.pass.oracles.of(e.curfn);
  const value = oracle.staticValue(fun);
  const fn = staticCalleeName(value);
  return fn !== null ? [fn] : oracle.assignedCallees(value);
}

/** The hole for argument `index` of a call of one of `fns`. */
function calleesHole(e: Escape, ks: readonly Hole[] | null, fns: readonly Name[], index: number): Hole {
  if (fns.length < 2) return tagHole(e, ks, fns[0] ?? null, index);
  return e.teeHole(fns.map((fn) => tagHole(e, ks, fn, index)));
}

/** The one hole for all arguments of the calls that the compiler treats by name. */
function argumentsHole(e: Escape, n: CallExpr, fn: Name | null): Hole | null {
  const { b } = e;
  if (n.isCompilerVarLive) return b.discardHole();
  if (fn === null || fn.sym.pkg.path !== 'internal/abi' || !fn.sym.name.startsWith('EscapeNonString[')) return null;
  // EscapeNonString[T](dict, T) sends what it gets to the heap, if that holds pointers other than strings.
  const params = signatureOf(fn.type).params.vars;
  const last = params[params.length - 1];
  if (params.length !== 2 || !isShape(last!.typ!)) return null;
  return hasNonStringPointers(b.pass.types, last!.typ!) ? b.heapHole() : b.discardHole();
}

function hasNonStringPointers(types: TypeInfo, t: Type): boolean {
  if (!types.hasPointers(t)) return false;
  const u = under(t);
  switch (u.kind) {
    case 'Basic':
      return u.basic !== BasicKind.String;
    case 'Struct':
      return u.fields.some((f) => hasNonStringPointers(types, f.typ!));
    case 'Array':
      return hasNonStringPointers(types, u.elem);
    default:
      return true;
  }
}

function inlinedCall(e: Escape, ks: readonly Hole[] | null, n: InlinedCallExpr): void {
  stmts(e, n.body);
  for (let i = 0; i < n.returnVars.length; i++) {
    expr(e, ks === null ? e.b.discardHole() : ks[i]!, n.returnVars[i]!);
  }
}

function append(e: Escape, k: Hole, n: CallExpr): void {
  const { b } = e;
  const { types, switches } = b.pass;
  const [slice, second] = n.args;
  const elem = elemOf(slice!.type);

  // The old array may be the result's, and is written to; or its elements are copied to a new one.
  let appendee = e.teeHole([k, b.mutatorHole()]);
  if (types.hasPointers(elem)) appendee = e.teeHole([appendee, b.heapHole().deref(n, 'appendee slice')]);
  argument(e, appendee, slice!, n);

  if (n.isDDD) {
    const copied = isSlice(second!.type) && types.hasPointers(elemOf(second!.type));
    argument(e, copied ? b.heapHole().deref(n, 'appended slice...') : b.discardHole(), second!, n);
  } else {
    for (let i = 1; i < n.args.length; i++) argument(e, b.heapHole(), n.args[i]!, n);
  }
  // The array that append may allocate. It is made once per call that grows, so loops do not matter.
  if (switches.appendStorage) e.spill(k, n).dst.loopDepth = 0;
}

/**
 * The hole for an argument that becomes parameter `index` (the receiver counts) of `fn`, null when that is unknown.
 * `ks` are the holes of the call's results.
 */
export function tagHole(e: Escape, ks: readonly Hole[] | null, fn: Name | null, index: number): Hole {
  const { b } = e;
  if (fn === null) return b.heapHole();
  if (b.inMutualBatch(fn)) {
    const param = recvParams(fn.func!)[index];
    return param === undefined || param.name === null ? b.discardHole() : addr(e, param.name);
  }
  const tags = fn.func !== null ? b.pass.tags.get(fn.func)! : b.pass.imported(fn).notes;
  const leaks = parseLeaks(tags[index] ?? '');
  const holes: Hole[] = [];
  const heap = leaks.heap();
  if (heap >= 0) holes.push(b.heapHole().shift(heap));
  const mutator = leaks.mutator();
  if (mutator >= 0) holes.push(b.mutatorHole().shift(mutator));
  const callee = leaks.callee();
  if (callee >= 0) holes.push(b.calleeHole().shift(callee));
  if (ks !== null) {
    for (let i = 0; i < numEscResults; i++) {
      const derefs = leaks.result(i);
      if (derefs >= 0) holes.push(ks[i]!.shift(derefs));
    }
  }
  return e.teeHole(holes);
}

/** `go f()` and `defer f()`: the call has no arguments and results any more; its callee is a closure. */
export function goDeferStmt(e: Escape, n: GoDeferStmt): void {
  const { b } = e;
  // What a defer outside loops needs stays in the frame until the function returns.
  const local = n.op === 'ODEFER' && e.loopDepth === 1 && n.deferAt === null;
  const k = local ? e.later(b.discardHole()) : b.heapHole();
  if (n.call.op !== 'OCALLFUNC') throw new Error(`${n.op} of ${n.call.op}`);
  expr(e, k, n.call.fun);
}

/** For functions that take pointers as uintptr: the pointer is copied to a temporary that stays alive for the call. */
function rewriteArgument(e: Escape, arg: Expr, n: CallExpr, fn: Name): void {
  let leaks: boolean;
  let keepalive: boolean;
  if (fn.func !== null) {
    leaks = fn.func.pragmas.includes('go:uintptrescapes');
    keepalive = fn.func.pragmas.includes('go:uintptrkeepalive') || !fn.func.hasBody;
  } else {
    const facts = e.b.pass.imported(fn);
    leaks = facts.uintptrEscapes;
    keepalive = facts.uintptrKeepAlive;
  }
  if (!leaks && !keepalive) return;
  if (arg.op === 'OSLICELIT') {
    for (const elem of arg.list) unsafeUintptr(e, elem.op === 'OKEY' ? elem.value : elem, n, leaks);
  } else {
    unsafeUintptr(e, arg, n, leaks);
  }
}

function unsafeUintptr(e: Escape, arg: Expr, n: CallExpr, leaks: boolean): void {
  const { b } = e;
  if (arg.op !== 'OCONVNOP' || !isUnsafePtr(arg.x.type) || !b.pass.types.isUintptr(arg.type)) return;
  const temp = copyExpr(e, arg, n);
  const k = leaks ? b.heapHole().note(arg, '//go:uintptrescapes') : b.mutatorHole();
  b.flow(k, b.oldLoc(temp));
}

/** Replaces the operand of `conv` by a new temporary that is set before the call. As in gc this edits the call. */
function copyExpr(e: Escape, conv: ConvExpr, n: CallExpr): Name {
  const { x } = conv;
  // A name's own position is that of its declaration or of any use.
  const pos = x.op === 'ONAME' ? conv.pos : x.pos;
  const temp = newName(pos, { pkg: e.curfn.nname.sym.pkg, name: `.autotmp_${e.curfn.dcl.length}` }, x.type, 'PAUTO');
  temp.curfn = e.curfn;
  temp.autoTemp = true;
  e.curfn.dcl.push(temp);
  const list = [newDecl(pos, temp), newAssign(pos, temp, x)];
  n.init = [...n.init, ...list];
  e.newLoc(temp, true);
  stmts(e, list);
  conv.x = temp;
  return temp;
}
