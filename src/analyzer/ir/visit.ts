/**
 * Walks over the IR. Follows cmd/compile/internal/ir/visit.go (Go 1.26).
 *
 * A function literal's body is not a child of its node: whoever wants it goes through `func` (visitFuncAndClosures).
 * Children come in gc's order: `init` first, then the fields in the order of gc's structs.
 */
import type { Expr } from './expr.ts';
import type { Func } from './func.ts';
import type { Node } from './node.ts';
import { isArray } from './type.ts';

export type VisitFn = (n: Node) => void;
export type CondFn = (n: Node) => boolean;

/** Calls visit on n and on every node below it, parents first. */
export function visit(n: Node, fn: VisitFn): void {
  anyOf(n, (x) => {
    fn(x);
    return false;
  });
}

export function visitList(list: readonly Node[], fn: VisitFn): void {
  for (const n of list) visit(n, fn);
}

/** Calls visit on every node of fn's body and of the closures in it. */
export function visitFuncAndClosures(fn: Func, f: VisitFn): void {
  visitList(fn.body, (n) => {
    f(n);
    if (n.op === 'OCLOSURE') visitFuncAndClosures(n.func, f);
  });
}

/** Whether cond holds for n or a node below it; stops at the first. */
export function anyOf(n: Node, cond: CondFn): boolean {
  const go: CondFn = (x) => cond(x) || anyChild(x, go);
  return go(n);
}

function some(list: readonly Node[], f: CondFn): boolean {
  for (const n of list) if (f(n)) return true;
  return false;
}

function opt(n: Node | null, f: CondFn): boolean {
  return n !== null && f(n);
}

/** Calls f on each direct child until it returns true. */
export function anyChild(n: Node, f: CondFn): boolean {
  if (n.init.length > 0 && some(n.init, f)) return true;
  switch (n.op) {
    case 'ONAME':
    case 'OLITERAL':
    case 'ONIL':
    case 'OTYPE':
    case 'OCLOSURE':
    case 'OLINKSYMOFFSET':
    case 'OLABEL':
    case 'OINLMARK':
    case 'OBREAK':
    case 'OCONTINUE':
    case 'OFALL':
    case 'OGOTO':
      return false;
    case 'ODCLFUNC':
      return some(n.body, f);
    case 'OADDSTR':
    case 'OARRAYLIT':
    case 'OMAPLIT':
    case 'OSTRUCTLIT':
    case 'OSLICELIT':
    case 'OBLOCK':
      return some(n.list, f);
    case 'OCALLFUNC':
    case 'OCALLINTER':
    case 'OAPPEND':
    case 'ODELETE':
    case 'OMAX':
    case 'OMIN':
    case 'OPRINT':
    case 'OPRINTLN':
    case 'ORECOVER':
    case 'OGETCALLERSP':
      return opt(n.fun, f) || some(n.args, f);
    case 'OKEY':
      return f(n.key) || f(n.value);
    case 'OSTRUCTKEY':
      return f(n.value);
    case 'OINDEX':
    case 'OINDEXMAP':
      return f(n.x) || f(n.index);
    case 'OINLCALL':
      return some(n.body, f) || some(n.returnVars, f);
    case 'OMAKECHAN':
    case 'OMAKEMAP':
    case 'OMAKESLICE':
      return opt(n.len, f) || opt(n.cap, f);
    case 'OSLICE':
    case 'OSLICEARR':
    case 'OSLICESTR':
    case 'OSLICE3':
    case 'OSLICE3ARR':
      return f(n.x) || opt(n.low, f) || opt(n.high, f) || opt(n.max, f);
    case 'ODYNAMICDOTTYPE':
    case 'ODYNAMICDOTTYPE2':
      return f(n.x) || opt(n.srcRType, f) || opt(n.rtype, f) || opt(n.itab, f);
    case 'ODYNAMICTYPE':
      return opt(n.rtype, f) || opt(n.itab, f);
    case 'OAS':
      return f(n.x) || opt(n.y, f);
    case 'OAS2':
    case 'OAS2DOTTYPE':
    case 'OAS2FUNC':
    case 'OAS2MAPR':
    case 'OAS2RECV':
    case 'OSELRECV2':
      return some(n.lhs, f) || some(n.rhs, f);
    case 'OCASE':
      return opt(n.var, f) || some(n.list, f) || some(n.rtypes, f) || some(n.body, f);
    case 'OCOMMCASE':
      return opt(n.comm, f) || some(n.body, f);
    case 'OFOR':
      return opt(n.cond, f) || opt(n.post, f) || some(n.body, f);
    case 'OGO':
    case 'ODEFER':
      return f(n.call) || opt(n.deferAt, f);
    case 'OIF':
      return f(n.cond) || some(n.body, f) || some(n.else, f);
    case 'ORANGE':
      return f(n.x) || opt(n.key, f) || opt(n.value, f) || some(n.body, f);
    case 'ORETURN':
      return some(n.results, f);
    case 'OSELECT':
      return some(n.cases, f);
    case 'OSEND':
      return f(n.chan) || f(n.value);
    case 'OSWITCH':
      return opt(n.tag, f) || some(n.cases, f);
    case 'OTAILCALL':
      return f(n.call);
    default:
      return 'y' in n ? f(n.x) || f(n.y) : f(n.x);
  }
}

/** What a write to n changes in the end: the variable around fields and array elements. */
export function outerValue(n: Expr): Expr {
  for (;;) {
    if (n.op === 'ODOT' || n.op === 'OPAREN' || n.op === 'OCONVNOP') n = n.x;
    else if (n.op === 'OINDEX' && isArray(n.x.type)) n = n.x;
    else return n;
  }
}
