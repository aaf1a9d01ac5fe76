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

/** A function whose callees are being looked at. */
interface Frame {
  readonly fn: Func;
  readonly id: number;
  readonly callees: readonly Func[];
  next: number;
  /** The smallest number reachable so far. */
  min: number;
}

/** With a stack of its own: functions that call each other in a row may be as many as the program has. */
class BottomUpVisitor {
  readonly analyze: (list: Func[], recursive: boolean) => void;
  readonly nested: (fn: Func) => boolean;
  readonly nodeID = new Map<Func, number>();
  readonly stack: Func[] = [];
  readonly frames: Frame[] = [];
  visitgen = 0;

  constructor(analyze: (list: Func[], recursive: boolean) => void, nested: (fn: Func) => boolean) {
    this.analyze = analyze;
    this.nested = nested;
  }

  visit(root: Func): void {
    if (this.nodeID.has(root)) return;
    this.enter(root);
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      const callee = frame.callees[frame.next];
      if (callee === undefined) {
        this.leave(frame);
        continue;
      }
      const known = this.nodeID.get(callee);
      if (known === undefined) {
        this.enter(callee);
        continue;
      }
      frame.min = Math.min(frame.min, known);
      frame.next++;
    }
  }

  /** Every function has two numbers, the second stands for it without recursion. */
  private enter(fn: Func): void {
    const id = ++this.visitgen;
    this.nodeID.set(fn, id);
    this.stack.push(fn);
    this.frames.push({ fn, id, callees: calleesOf(fn), next: 0, min: ++this.visitgen });
  }

  private leave({ fn, id, min }: Frame): void {
    this.frames.pop();
    if ((min === id || min === id + 1) && !this.nested(fn)) {
      let i = this.stack.length - 1;
      for (; ; i--) {
        this.nodeID.set(this.stack[i]!, done);
        if (this.stack[i] === fn) break;
      }
      this.analyze(this.stack.splice(i), min === id);
    }
    const caller = this.frames.at(-1);
    if (caller === undefined) return;
    caller.min = Math.min(caller.min, min);
    caller.next++;
  }
}

function calleesOf(fn: Func): Func[] {
  const callees: Func[] = [];
  const look = (n: Node): boolean => {
    const callee = referenced(n);
    if (callee !== null) callees.push(callee);
    return anyChild(n, look);
  };
  look(fn);
  return callees;
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
