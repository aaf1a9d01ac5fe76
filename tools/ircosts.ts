/**
 * Nodes of a function as gc's inliner counts them, for functions without calls. The compiler prints the count under
 * -m=2 (`can inline F with cost N`, `function too complex: cost N exceeds budget 80`), so it proves the IR node by node.
 * Follows hairyVisitor.doNode of cmd/compile/internal/inline/inl.go (Go 1.26) without its rules for calls.
 */

import type { Expr } from '../src/analyzer/ir/expr.ts';
import type { Func } from '../src/analyzer/ir/func.ts';
import type { Node } from '../src/analyzer/ir/node.ts';
import { anyChild } from '../src/analyzer/ir/visit.ts';
import { int64Val } from '../src/analyzer/types/constant.ts';

/** The count, or null for a function with calls, go, defer or recover. */
export function nodeCost(fn: Func): number | null {
  const counter = new Counter();
  return anyChild(fn, counter.node) ? null : counter.cost;
}

class Counter {
  cost = 0;

  /** Returns whether the function is out of scope. */
  readonly node = (n: Node): boolean => {
    switch (n.op) {
      case 'OCALLFUNC':
      case 'OCALLINTER':
      case 'ORECOVER':
      case 'OGO':
      case 'ODEFER':
      case 'OTAILCALL':
        return true;
      case 'OFALL':
      case 'OTYPE':
        return false;
      case 'OIF':
        if (n.cond.op === 'OLITERAL' && n.cond.val.kind === 'Bool') {
          return [...n.init, ...(n.cond.val.val ? n.body : n.else)].some(this.node);
        }
        break;
      default:
        this.cost += adjustment(n);
    }
    this.cost++;
    return anyChild(n, this.node);
  };
}

/** What an operation costs beyond its one node. */
function adjustment(n: Node): number {
  switch (n.op) {
    case 'OPANIC':
      return n.x.op === 'OCONVIFACE' && n.x.implicit ? 0 : 1;
    case 'OCLOSURE':
      return 15;
    case 'OADDR':
      return isFirstField(n.x) ? -2 : 0;
    case 'ODEREF':
      return withoutConversions(n.x).op === 'OADDR' ? -1 : 0;
    case 'OCONVNOP':
    case 'OBLOCK':
    case 'OMETHEXPR':
      return -1;
    case 'OMETHVALUE':
    case 'OSLICELIT':
      return 1;
    case 'OTYPESW':
      // The name in `switch name := x.(type)` is a node for gc.
      return n.tag === null ? 0 : 1;
    case 'OAS2': {
      const init = n.rhs[0]?.init ?? [];
      return init.length === 1 && 'lhs' in init[0]! ? -(4 * n.lhs.length + 1) : 0;
    }
    case 'OSLICE':
    case 'OSLICEARR':
    case 'OSLICESTR':
    case 'OSLICE3':
    case 'OSLICE3ARR': {
      const zero = n.low?.op === 'OLITERAL' && int64Val(n.low.val) === 0n ? -1 : 0;
      return zero + (n.high?.op === 'OLEN' && n.high.x === n.x ? -2 : 0);
    }
    default:
      return 0;
  }
}

function isFirstField(x: Expr): boolean {
  return (x.op === 'ODOT' || x.op === 'ODOTPTR') && x.x.op === 'ONAME' && x.selection.offset === 0;
}

function withoutConversions(x: Expr): Expr {
  return x.op === 'OCONVNOP' ? withoutConversions(x.x) : x;
}
