/**
 * Small helpers on the tree: gc's start position of a node, parentheses, lists. Follows types2/util.go and
 * syntax/positions.go of Go 1.26.
 */
import { noPos, type Pos } from '../base/pos.ts';
import type { Expr, Name, Node, Operation } from '../syntax/tree.ts';

/**
 * Where gc says a node starts, for messages. It goes to the leftmost operand, except that a slice expression starts at
 * its '['. Our nodes' `start` is the true first byte.
 */
export function startPos(n: Node): Pos {
  for (;;) {
    switch (n.kind) {
      case 'CompositeLit':
        if (!n.type) return n.pos;
        n = n.type;
        break;
      case 'KeyValueExpr':
        n = n.key;
        break;
      case 'SelectorExpr':
      case 'IndexExpr':
      case 'AssertExpr':
        n = n.x;
        break;
      case 'TypeSwitchGuard':
        n = n.lhs ?? n.x;
        break;
      case 'Operation':
        if (!n.y) return n.pos;
        n = n.x;
        break;
      case 'CallExpr':
        n = n.fun;
        break;
      case 'ListExpr':
        if (n.elemList.length === 0) return n.pos;
        n = n.elemList[0]!;
        break;
      case 'SendStmt':
        n = n.chan;
        break;
      case 'AssignStmt':
        n = n.lhs;
        break;
      case 'RangeClause':
        n = n.lhs ?? n.x;
        break;
      case 'File':
        return n.start;
      default:
        return n.pos;
    }
  }
}

export function unparen(e: Expr): Expr {
  while (e.kind === 'ParenExpr') e = e.x;
  return e;
}

const noExprs: readonly Expr[] = [];

/** The expressions of a list, one expression, or none. */
export function unpackListExpr(e: Expr | null): readonly Expr[] {
  if (!e) return noExprs;
  if (e.kind === 'ListExpr') return e.elemList;
  return [e];
}

/** Reports whether `e` is `*x`, as expression or type. */
export function isStar(e: Expr): e is Operation {
  return e.kind === 'Operation' && e.op === '*' && e.y === null;
}

/** A name that stands in no file: for operands that the checker makes up. */
export function makeName(pos: Pos, value: string): Name {
  return { kind: 'Name', pos, start: noPos, end: noPos, value };
}
