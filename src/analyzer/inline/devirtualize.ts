/**
 * Static devirtualization: an interface method call whose receiver can only hold one concrete type becomes a call of
 * that type's method. It also happens under -l. Which calls are asked, and in which order, is gc's: every function in
 * package order, arguments before the calls they are in, then once more bottom-up over the call graph (interleaved.go).
 *
 * Follows cmd/compile/internal/devirtualize (Go 1.26) and edits the call in place as gc does. Calls of go and defer
 * statements stay: moving the receiver's nil check would be visible. Shaped types need a dictionary that is not at hand.
 * Left out: profile-guided devirtualization.
 */
import type { CallExpr, SelectorExpr } from '../ir/expr.ts';
import { newTypeAssert } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import type { Node } from '../ir/node.ts';
import type { Noder } from '../ir/noder/noder.ts';
import type { CallOp } from '../ir/op.ts';
import { visitFuncsBottomUp } from '../ir/scc.ts';
import type { Type } from '../ir/type.ts';
import { hasShape, isShape } from '../ir/type.ts';
import { anyChild } from '../ir/visit.ts';
import { ConcreteTypes, staticConcreteType } from './concretetype.ts';
import { dotMethod, hasMethods } from './dotmethod.ts';

/** What happened to a call; `selector` and `call` print as they were before. */
export type DevirtualizeFact =
  | {
      readonly kind: 'devirtualized';
      readonly call: CallExpr;
      readonly selector: SelectorExpr;
      readonly type: Type;
      readonly partial: boolean;
    }
  | {
      readonly kind: 'not-devirtualized';
      readonly call: CallExpr;
      readonly type: Type;
      readonly shaped: 'receiver' | 'interface';
    };

export interface DevirtualizeOptions {
  /** Look at all assignments to a variable (Go 1.26), not only at variables that are assigned once. */
  readonly allAssignments: boolean;
  /** Ask once in package order before the bottom-up walk (Go 1.24). */
  readonly looksAhead: boolean;
  /** Which functions belong to the component of the function around them. */
  readonly nested: (fn: Func) => boolean;
  /** Called before the call is edited. */
  readonly report: (fact: DevirtualizeFact) => void;
}

/** Devirtualizes all calls of a package's functions. */
export function devirtualizePackage(noder: Noder, funcs: readonly Func[], options: DevirtualizeOptions): void {
  const pass = new Devirtualizer(noder, options);
  const callsOf = new Map<Func, CallExpr[]>();
  for (const fn of funcs) {
    if (!fn.hasInterfaceCall) continue;
    const calls = interfaceCalls(fn);
    callsOf.set(fn, calls);
    if (options.looksAhead) for (const call of calls) pass.staticCall(call);
  }
  if (callsOf.size === 0) return;
  const again = (list: readonly Func[]): void => {
    for (const fn of list) for (const call of callsOf.get(fn) ?? []) pass.staticCall(call);
  };
  visitFuncsBottomUp(funcs, again, options.nested);
}

/** The interface method calls in fn itself, inner ones first. */
function interfaceCalls(fn: Func): CallExpr[] {
  const calls: CallExpr[] = [];
  const look = (n: Node): boolean => {
    anyChild(n, look);
    if (n.op === 'OCALLINTER') calls.push(n);
    return false;
  };
  look(fn);
  return calls;
}

export class Devirtualizer {
  readonly concreteTypes = new ConcreteTypes();
  private readonly noder: Noder;
  private readonly options: DevirtualizeOptions;

  constructor(noder: Noder, options: DevirtualizeOptions) {
    this.noder = noder;
    this.options = options;
  }

  staticCall(call: CallExpr): void {
    if (call.goDefer || call.op !== 'OCALLINTER') return;
    const selector = call.fun as SelectorExpr;
    const type = this.concreteType(selector);
    if (type === null || isShape(type)) return;
    const { report } = this.options;
    if (hasShape(type)) {
      report({ kind: 'not-devirtualized', call, type, shaped: 'receiver' });
      return;
    }
    if (hasShape(selector.x.type)) {
      report({ kind: 'not-devirtualized', call, type: selector.x.type, shaped: 'interface' });
      return;
    }
    const pos = this.options.allAssignments ? call.pos : selector.pos;
    const method = dotMethod(this.noder, newTypeAssert(pos, 'ODOTTYPE', type, selector.x), selector);
    report({ kind: 'devirtualized', call, selector, type, partial: method.recv === null });
    call.fun = method.fun;
    if (method.recv === null) return;
    call.args = [method.recv, ...call.args];
    (call as { op: CallOp }).op = 'OCALLFUNC';
  }

  private concreteType(selector: SelectorExpr): Type | null {
    if (!this.options.allAssignments) return staticConcreteType(selector.x);
    const type = this.concreteTypes.of(selector.x);
    return type !== null && hasMethods(type, selector.x.type) ? type : null;
  }
}
