/**
 * Assignments: where the left side's storage is, and what flows into it.
 * Follows cmd/compile/internal/escape/assign.go (Go 1.26).
 */
import type { FlowReason } from '../base/texts/escape.ts';
import type { Expr } from '../ir/expr.ts';
import { isBlank } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import type { Escape } from './escape.ts';
import { discard, expr, unsafeValue } from './expr.ts';
import type { Hole } from './graph.ts';
import { isReflectHeaderData, isSelfAssign } from './utils.ts';

/** Evaluates the addressable expression `n`; the hole stores into it. What is reached through a pointer is the heap. */
export function addr(e: Escape, n: Expr | null): Hole {
  const { b } = e;
  if (n === null || isBlank(n)) return b.discardHole();
  switch (n.op) {
    case 'ONAME':
      return n.class === 'PEXTERN' ? b.heapHole() : b.oldLoc(n).asHole();
    case 'ODOT':
      return addr(e, n.x);
    case 'OINDEX':
      discard(e, n.index);
      if (b.pass.types.isArray(n.x.type)) return addr(e, n.x);
      mutate(e, n.x);
      return b.heapHole();
    case 'ODEREF':
    case 'ODOTPTR':
      mutate(e, n.x);
      return b.heapHole();
    case 'OINDEXMAP':
      discard(e, n.x);
      assignHeap(e, n.index, 'key of map put', n);
      return b.heapHole();
    case 'OLINKSYMOFFSET':
      return b.heapHole();
    case 'OPAREN':
      return addr(e, n.x);
    default:
      throw new Error(`not addressable: ${n.op}`);
  }
}

/** `n` points to memory that is written. */
function mutate(e: Escape, n: Expr): void {
  expr(e, e.b.mutatorHole(), n);
}

export function addrs(e: Escape, list: readonly (Expr | null)[]): Hole[] {
  const holes: Hole[] = [];
  for (const n of list) holes.push(addr(e, n));
  return holes;
}

export function assignHeap(e: Escape, src: Expr, why: FlowReason, where: Node): void {
  expr(e, e.b.heapHole().note(where, why), src);
}

/** `dsts… = srcs…`; a missing source is a zero value or comes from elsewhere. */
export function assignList(
  e: Escape,
  dsts: readonly (Expr | null)[],
  srcs: readonly (Expr | null)[],
  why: FlowReason,
  where: Node,
): void {
  const { b } = e;
  const holes = addrs(e, dsts);
  for (let i = 0; i < holes.length; i++) {
    let hole = holes[i]!;
    const src = srcs[i] ?? null;
    const dst = dsts[i] ?? null;
    if (dst !== null && src !== null) {
      if (dst.op === 'ODOTPTR' && isReflectHeaderData(b.pass.types, dst)) {
        // A uintptr that the runtime reads as a pointer.
        unsafeValue(e, b.heapHole().note(where, why), src);
        continue;
      }
      if (isSelfAssign(dst, src)) {
        b.pass.recorder.record({ kind: 'self-assignment', func: e.curfn, where });
        hole = b.discardHole();
      }
    }
    if (src !== null) expr(e, hole.note(where, why), src);
  }
  reassigned(holes, where);
}

/** Marks what the holes store into as assigned again, except a variable whose declaration `where` is. */
export function reassigned(holes: readonly Hole[], where: Node): void {
  if (where.op === 'OAS' && where.y === null && where.x.op === 'ONAME' && where.x.defn === null) return;
  for (const hole of holes) {
    const n = hole.dst.n;
    // The variables of a range clause are assigned again in every iteration.
    if (n !== null && n.op === 'ONAME' && n.defn === where && where.op !== 'ORANGE') continue;
    hole.dst.reassigned = true;
  }
}
