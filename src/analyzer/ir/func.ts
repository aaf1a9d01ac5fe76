/**
 * Functions: declared functions and methods, function literals, generic instances, wrappers.
 *
 * `dcl` lists every declared name in gc's order: receiver, parameters, results, then locals as they are declared.
 * A function literal has `closure`; closures appear in the package's function list too, but passes that work bottom-up
 * reach them through the function they are in (scc.ts).
 */
import type { Pos } from '../base/pos.ts';
import type { ClosureExpr } from './expr.ts';
import type { Name } from './name.ts';
import { newName } from './name.ts';
import type { Node } from './node.ts';
import { noNodes } from './node.ts';
import type { Sym } from './sym.ts';
import type { Type } from './type.ts';

/** A receiver, parameter or result in a function's type. */
export interface Param {
  pos: Pos;
  /** Null when the source gives no name. */
  sym: Sym | null;
  type: Type;
  /** The variable in the body; results without a name have one too (`~r0`). Null only in a function without body. */
  name: Name | null;
  /** The last parameter of a variadic function. */
  isDDD: boolean;
}

/** Pragmas that later passes ask about. */
export type Pragma =
  | 'go:noinline'
  | 'go:noescape'
  | 'go:nosplit'
  | 'go:norace'
  | 'go:nocheckptr'
  | 'go:uintptrescapes'
  | 'go:uintptrkeepalive'
  | 'go:cgo_unsafe_args'
  | 'go:yeswritebarrierrec'
  | 'go:systemstack'
  | 'go:notinheap'
  | 'go:linkname';

export interface Func {
  readonly op: 'ODCLFUNC';
  pos: Pos;
  type: Type;
  init: Node[];
  nname: Name;
  /** The literal this function belongs to; null for declared functions, instances and wrappers. */
  closure: ClosureExpr | null;
  recv: Param | null;
  params: Param[];
  results: Param[];
  body: Node[];
  /** False for functions implemented elsewhere (assembly, linkname). */
  hasBody: boolean;
  dcl: Name[];
  closureVars: Name[];
  /** The top-level function around a closure. */
  closureParent: Func | null;
  /** For the body of a range-over-func loop: the function the loop is written in. */
  rangeParent: Func | null;
  /** For a wrapper of a go or defer statement: the wrapped function, when known. */
  wrappedFunc: Func | null;
  pragmas: readonly Pragma[];
  /** Generic instance or method wrapper: parameters are not reported. */
  dupok: boolean;
  wrapper: boolean;
  isPackageInit: boolean;
  needctxt: boolean;
  hasDefer: boolean;
  /** Whether the function itself may have such a node: the passes that look for one leave the others alone. */
  hasGoto: boolean;
  hasInterfaceCall: boolean;
  hasIterationVars: boolean;
  hasArrayIndex: boolean;
  hasClosure: boolean;
  endPos: Pos;
  /** Counters that name closures inside: funcN, gowrapN/deferwrapN, -rangeN. */
  funcLitGen: number;
  rangeLitGen: number;
  goDeferGen: number;
}

export function newFunc(pos: Pos, namePos: Pos, sym: Sym, type: Type): Func {
  const nname = newName(namePos, sym, type, 'PFUNC');
  const fn: Func = {
    op: 'ODCLFUNC',
    pos,
    type,
    init: noNodes,
    nname,
    closure: null,
    recv: null,
    params: [],
    results: [],
    body: [],
    hasBody: true,
    dcl: [],
    closureVars: [],
    closureParent: null,
    rangeParent: null,
    wrappedFunc: null,
    pragmas: [],
    dupok: false,
    wrapper: false,
    isPackageInit: false,
    needctxt: false,
    hasDefer: false,
    hasGoto: false,
    hasInterfaceCall: false,
    hasIterationVars: false,
    hasArrayIndex: false,
    hasClosure: false,
    endPos: pos,
    funcLitGen: 0,
    rangeLitGen: 0,
    goDeferGen: 0,
  };
  nname.func = fn;
  nname.defn = fn;
  return fn;
}

/** Whether fn is a function literal that captures variables. */
export function isClosure(fn: Func): boolean {
  return fn.closure !== null && fn.closureVars.length > 0;
}

/** The receiver (if any) and the parameters, in order. */
export function recvParams(fn: Func): Param[] {
  return fn.recv ? [fn.recv, ...fn.params] : fn.params;
}
