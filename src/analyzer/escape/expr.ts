/**
 * Expressions: what flows into a hole when an expression is evaluated into it.
 *
 * The whole tree is always walked: an expression whose value is dropped can still have effects inside. Allocating
 * expressions get a location ("spill") whose address flows to the hole.
 * Follows cmd/compile/internal/escape/expr.go (Go 1.26).
 */
import type { CompLitExpr, ConvExpr, Expr, SelectorExpr } from '../ir/expr.ts';
import type { Node } from '../ir/node.ts';
import type { Type } from '../ir/type.ts';
import { isInterface, isPtr, isUnsafePtr, signatureOf } from '../ir/type.ts';
import { assignHeap } from './assign.ts';
import { call, tagHole } from './call.ts';
import { closureExpr } from './closures.ts';
import type { Escape } from './escape.ts';
import type { Hole } from './graph.ts';
import { stmts } from './stmt.ts';
import { isReflectHeaderData } from './utils.ts';

/** Evaluates `n` into `hole`. */
export function expr(e: Escape, hole: Hole, n: Expr | null): void {
  if (n === null) return;
  if (n.init.length > 0) stmts(e, n.init);
  exprSkipInit(e, hole, n);
}

/** Evaluates `n` for its side effects. */
export function discard(e: Escape, n: Expr | null): void {
  if (n !== null) expr(e, e.b.discardHole(), n);
}

export function discards(e: Escape, list: readonly Expr[]): void {
  for (const n of list) discard(e, n);
}

export function exprSkipInit(e: Escape, hole: Hole, n: Expr): void {
  const { b } = e;
  let k = hole;
  // A value without pointers keeps nothing alive.
  if (k.derefs >= 0 && k.dst !== b.blankLoc && !b.pass.types.hasPointers(n.type)) k = k.into(b.blankLoc);

  switch (n.op) {
    case 'OLITERAL':
    case 'ONIL':
    case 'OTYPE':
    case 'ODYNAMICTYPE':
    case 'OMETHEXPR':
    case 'OLINKSYMOFFSET':
    case 'OGETCALLERSP':
      return;
    case 'ONAME':
      if (n.class !== 'PFUNC' && n.class !== 'PEXTERN') b.flow(k, b.oldLoc(n));
      return;
    case 'OPAREN':
      expr(e, k, n.x);
      return;

    case 'OPLUS':
    case 'ONEG':
    case 'OBITNOT':
    case 'ONOT':
    case 'ORECV':
      discard(e, n.x);
      return;
    case 'OADD':
    case 'OSUB':
    case 'OOR':
    case 'OXOR':
    case 'OMUL':
    case 'ODIV':
    case 'OMOD':
    case 'OLSH':
    case 'ORSH':
    case 'OAND':
    case 'OANDNOT':
    case 'OEQ':
    case 'ONE':
    case 'OLT':
    case 'OLE':
    case 'OGT':
    case 'OGE':
    case 'OANDAND':
    case 'OOROR':
      discard(e, n.x);
      discard(e, n.y);
      return;

    case 'OADDR':
      expr(e, k.addr(n, 'address-of'), n.x);
      return;
    case 'ODEREF':
      expr(e, k.deref(n, 'indirection'), n.x);
      return;
    case 'ODOT':
    case 'ODOTMETH':
    case 'ODOTINTER':
      expr(e, k.note(n, 'dot'), n.x);
      return;
    case 'ODOTPTR':
      expr(e, k.deref(n, 'dot of pointer'), n.x);
      return;
    case 'ODOTTYPE':
    case 'ODOTTYPE2':
    case 'ODYNAMICDOTTYPE':
    case 'ODYNAMICDOTTYPE2':
      expr(e, dotType(e, k, n.type, n, 'dot'), n.x);
      return;
    case 'OINDEX':
      if (b.pass.types.isArray(n.x.type)) expr(e, k.note(n, 'fixed-array-index-of'), n.x);
      else expr(e, k.deref(n, 'dot of pointer'), n.x);
      discard(e, n.index);
      return;
    case 'OINDEXMAP':
      discard(e, n.x);
      discard(e, n.index);
      return;
    case 'OSLICE':
    case 'OSLICEARR':
    case 'OSLICE3':
    case 'OSLICE3ARR':
    case 'OSLICESTR':
      expr(e, k.note(n, 'slice'), n.x);
      discard(e, n.low);
      discard(e, n.high);
      discard(e, n.max);
      return;

    case 'OCONV':
    case 'OCONVNOP':
      conversion(e, k, n);
      return;
    case 'OCONVIFACE': {
      const boxed = !isInterface(n.x.type) && !b.pass.types.isDirectIface(n.x.type);
      expr(e, (boxed ? e.spill(k, n) : k).note(n, 'interface-converted'), n.x);
      return;
    }
    case 'OMAKEFACE':
      expr(e, k, n.y);
      return;
    case 'OITAB':
    case 'OIDATA':
    case 'OSLICE2ARRPTR':
      expr(e, k, n.x);
      return;
    case 'OSLICE2ARR':
      expr(e, k.deref(n, 'slice-to-array'), n.x);
      return;
    case 'OBYTES2STR':
    case 'ORUNES2STR':
    case 'OSTR2BYTES':
    case 'OSTR2RUNES':
    case 'ORUNESTR':
      e.spill(k, n);
      discard(e, n.x);
      return;
    case 'OADDSTR':
      // The operands are copied.
      e.spill(k, n);
      discards(e, n.list);
      return;

    case 'OCALLFUNC':
    case 'OCALLINTER':
    case 'OINLCALL':
    case 'OLEN':
    case 'OCAP':
    case 'OMIN':
    case 'OMAX':
    case 'OCOMPLEX':
    case 'OREAL':
    case 'OIMAG':
    case 'OAPPEND':
    case 'OCOPY':
    case 'ORECOVER':
    case 'OUNSAFEADD':
    case 'OUNSAFESLICE':
    case 'OUNSAFESTRING':
    case 'OUNSAFESTRINGDATA':
    case 'OUNSAFESLICEDATA':
      call(e, [k], n);
      return;

    case 'ONEW':
      e.spill(k, n);
      return;
    case 'OMAKESLICE':
      e.spill(k, n);
      discard(e, n.len);
      discard(e, n.cap);
      return;
    case 'OMAKECHAN':
      discard(e, n.len);
      return;
    case 'OMAKEMAP':
      e.spill(k, n);
      discard(e, n.len);
      return;

    case 'OMETHVALUE':
      methodValue(e, k, n);
      return;
    case 'OPTRLIT':
      expr(e, e.spill(k, n), n.x);
      return;
    case 'OARRAYLIT':
    case 'OSLICELIT':
    case 'OSTRUCTLIT':
    case 'OMAPLIT':
      compositeLiteral(e, k, n);
      return;
    case 'OCLOSURE':
      closureExpr(e, k, n);
      return;
    default:
      throw new Error(`not an expression: ${n.op}`);
  }
}

/** A type assertion loads the value unless the interface's data word is the value. */
export function dotType(e: Escape, k: Hole, t: Type, where: Node, why: 'dot' | 'switch case'): Hole {
  const loads = !isInterface(t) && !e.b.pass.types.isDirectIface(t);
  return (loads ? k.shift(1) : k).note(where, why);
}

function conversion(e: Escape, k: Hole, n: ConvExpr): void {
  const { types, checkptr } = e.b.pass;
  if (checkptr && isUnsafePtr(n.type) && isPtr(n.x.type) && !e.curfn.pragmas.includes('go:nocheckptr')) {
    assignHeap(e, n.x, 'conversion to unsafe.Pointer', n);
  } else if (isUnsafePtr(n.type) && types.isUintptr(n.x.type)) {
    unsafeValue(e, k, n.x);
  } else {
    expr(e, k, n.x);
  }
}

function methodValue(e: Escape, k: Hole, n: SelectorExpr): void {
  const { b } = e;
  const closure = e.spill(k, n);
  // Nobody knows how the value will be called: all results are taken to reach the heap.
  const results: Hole[] = [];
  for (let i = signatureOf(n.selection.type).results.vars.length; i > 0; i--) results.push(b.heapHole());
  const receiver = tagHole(e, results, n.selection.nname, 0);
  expr(e, e.teeHole([receiver, closure]), n.x);
}

function compositeLiteral(e: Escape, k: Hole, n: CompLitExpr): void {
  switch (n.op) {
    case 'OARRAYLIT':
      for (const elem of n.list) expr(e, k.note(n, 'array literal element'), elem.op === 'OKEY' ? elem.value : elem);
      return;
    case 'OSLICELIT': {
      const backing = e.spill(k, n);
      for (const elem of n.list) {
        expr(e, backing.note(n, 'slice-literal-element'), elem.op === 'OKEY' ? elem.value : elem);
      }
      return;
    }
    case 'OSTRUCTLIT':
      for (const elem of n.list) {
        if (elem.op === 'OSTRUCTKEY') expr(e, k.note(n, 'struct literal element'), elem.value);
      }
      return;
    case 'OMAPLIT':
      e.spill(k, n);
      for (const elem of n.list) {
        if (elem.op !== 'OKEY') continue;
        assignHeap(e, elem.key, 'map literal key', n);
        assignHeap(e, elem.value, 'map literal value', n);
      }
  }
}

/** uintptr arithmetic that ends in an unsafe.Pointer: follows the pointers that were converted on the way. */
export function unsafeValue(e: Escape, k: Hole, n: Expr): void {
  if (n.init.length > 0) stmts(e, n.init);
  switch (n.op) {
    case 'OCONV':
    case 'OCONVNOP':
      if (isUnsafePtr(n.x.type)) expr(e, k, n.x);
      else discard(e, n.x);
      return;
    case 'ODOTPTR':
      if (isReflectHeaderData(e.b.pass.types, n)) expr(e, k.deref(n, 'reflect.Header.Data'), n.x);
      else discard(e, n.x);
      return;
    case 'OPLUS':
    case 'ONEG':
    case 'OBITNOT':
      unsafeValue(e, k, n.x);
      return;
    case 'OADD':
    case 'OSUB':
    case 'OOR':
    case 'OXOR':
    case 'OMUL':
    case 'ODIV':
    case 'OMOD':
    case 'OAND':
    case 'OANDNOT':
      unsafeValue(e, k, n.x);
      unsafeValue(e, k, n.y);
      return;
    case 'OLSH':
    case 'ORSH':
      unsafeValue(e, k, n.x);
      discard(e, n.y);
      return;
    default:
      exprSkipInit(e, e.b.discardHole(), n);
  }
}
