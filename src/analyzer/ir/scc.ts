/**
 * Functions in bottom-up order: strongly connected components of the static call graph, callees first.
 * Follows cmd/compile/internal/ir/scc.go (Go 1.26).
 *
 * A reference counts as a call: function names, methods, function literals. A closure that captures variables never
 * starts a component, so it ends up in the component of the function around it.
 */
import type { Func } from './func.ts';
import { isClosure } from './func.ts';
import type { Node } from './node.ts';
import { anyChild } from './visit.ts';

/** Larger than any visit number: a function whose component is done. */
const done = 0xffffffff;

class BottomUpVisitor {
  readonly analyze: (list: Func[], recursive: boolean) => void;
  readonly nested: (fn: Func) => boolean;
  readonly nodeID = new Map<Func, number>();
  readonly stack: Func[] = [];
  visitgen = 0;

  constructor(analyze: (list: Func[], recursive: boolean) => void, nested: (fn: Func) => boolean) {
    this.analyze = analyze;
    this.nested = nested;
  }

  /** Returns the smallest number reachable from fn; every function has two, the second stands for fn without recursion. */
  visit(fn: Func): number {
    const known = this.nodeID.get(fn);
    if (known !== undefined) return known;

    const id = ++this.visitgen;
    this.nodeID.set(fn, id);
    let min = ++this.visitgen;
    this.stack.push(fn);

    const look = (n: Node): boolean => {
      const callee = referenced(n);
      if (callee !== null) {
        const m = this.visit(callee);
        if (m < min) min = m;
      }
      return anyChild(n, look);
    };
    look(fn);

    if ((min === id || min === id + 1) && !this.nested(fn)) {
      let i = this.stack.length - 1;
      for (; ; i--) {
        this.nodeID.set(this.stack[i]!, done);
        if (this.stack[i] === fn) break;
      }
      this.analyze(this.stack.splice(i), min === id);
    }
    return min;
  }
}

/** The function of this package that n refers to. */
function referenced(n: Node): Func | null {
  switch (n.op) {
    case 'ONAME':
      return n.class === 'PFUNC' ? (n.defn as Func | null) : null;
    case 'ODOTMETH':
    case 'OMETHVALUE':
    case 'OMETHEXPR':
      return (n.selection.nname?.defn ?? null) as Func | null;
    case 'OCLOSURE':
      return n.func;
    default:
      return null;
  }
}

/**
 * Calls analyze for each component, callees before callers. `recursive` says whether the functions of the component
 * call each other (or the one function itself); without it the list is one function and its closures. `nested` tells
 * which functions belong to the component of the function around them.
 */
export function visitFuncsBottomUp(
  list: readonly Func[],
  analyze: (list: Func[], recursive: boolean) => void,
  nested: (fn: Func) => boolean = isClosure,
): void {
  const v = new BottomUpVisitor(analyze, nested);
  for (const fn of list) if (!nested(fn)) v.visit(fn);
}
