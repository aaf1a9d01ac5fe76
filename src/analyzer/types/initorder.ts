/**
 * The order in which package-level variables are initialized. Follows types2/initorder.go of Go 1.26.
 *
 * A graph of constants, variables and functions with what their initializers mention. Functions are taken out: who
 * mentions one depends on what it depends on. Then the object with the fewest open dependencies comes first, constants
 * before variables, ties in source order. An object that still has open ones is on a cycle.
 */
import { texts } from '../base/texts/types.ts';
import type { Checker, DeclInfo } from './checker.ts';
import { errorf, newError } from './errors.ts';
import { type Dependency, isDependency, type Obj } from './object.ts';

class GraphNode {
  readonly obj: Dependency;
  readonly pred = new Set<GraphNode>();
  readonly succ = new Set<GraphNode>();
  ndeps = 0;
  done = false;
  constructor(obj: Dependency) {
    this.obj = obj;
  }
}

export function initOrder(check: Checker): void {
  const queue = new NodeQueue(dependencyGraph(check.objMap));
  const emitted = new Set<DeclInfo>();
  for (let n = queue.pop(); n; n = queue.pop()) {
    if (n.ndeps > 0) {
      // A variable that depends on a cycle is not on it itself.
      const cycle = findPath(check.objMap, n.obj, n.obj, new Set());
      if (cycle) reportCycle(check, cycle);
    }
    for (const p of n.pred) {
      p.ndeps--;
      queue.fix(p);
    }
    if (n.obj.kind !== 'Var') continue;
    const info = check.objMap.get(n.obj)!;
    if (!info.init || emitted.has(info)) continue;
    emitted.add(info);
    check.info.initOrder.push({ lhs: info.lhs ?? [n.obj], rhs: info.init });
  }
}

/** A way from `from` to `to` along dependencies, backwards; null if there is none. */
function findPath(objMap: Map<Obj, DeclInfo>, from: Obj, to: Obj, seen: Set<Obj>): Obj[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  const deps = [...(objMap.get(from)?.deps ?? [])].sort((a, b) => a.order - b.order);
  for (const d of deps) {
    if (d === to) return [d];
    const path = findPath(objMap, d, to, seen);
    if (path) {
      path.push(d);
      return path;
    }
  }
  return null;
}

function reportCycle(check: Checker, cycle: readonly Obj[]): void {
  let obj = cycle[0]!;
  if (cycle.length === 1) {
    errorf(check, obj, 'InvalidInitCycle', texts.initCycleSelf, obj.name);
    return;
  }
  const err = newError(check, 'InvalidInitCycle');
  err.addf(obj, texts.initCycle, obj.name);
  for (let j = cycle.length - 1; j >= 0; j--) {
    const next = cycle[j]!;
    err.addf(obj, texts.refersTo, obj.name, next.name);
    obj = next;
  }
  err.report();
}

function dependencyGraph(objMap: Map<Obj, DeclInfo>): GraphNode[] {
  const nodes = new Map<Obj, GraphNode>();
  for (const obj of objMap.keys()) if (isDependency(obj)) nodes.set(obj, new GraphNode(obj));
  for (const [obj, n] of nodes) {
    for (const d of objMap.get(obj)!.deps ?? []) {
      const to = nodes.get(d);
      if (!to) continue;
      n.succ.add(to);
      to.pred.add(n);
    }
  }
  const graph: GraphNode[] = [];
  const funcs: GraphNode[] = [];
  for (const n of nodes.values()) (n.obj.kind === 'Func' ? funcs : graph).push(n);
  // Cheap functions first keeps the number of edges down.
  funcs.sort((a, b) => a.pred.size * a.succ.size - b.pred.size * b.succ.size);
  for (const n of funcs) eliminate(n);
  for (const n of graph) n.ndeps = n.succ.size;
  return graph;
}

/** Connects who mentions function n with what it depends on. */
function eliminate(n: GraphNode): void {
  for (const p of n.pred) {
    if (p === n) continue;
    for (const s of n.succ) {
      if (s === n) continue;
      p.succ.add(s);
      s.pred.add(p);
    }
    p.succ.delete(n);
  }
  for (const s of n.succ) s.pred.delete(n);
}

/** A queue of nodes by rank: a heap whose outdated entries are skipped, since ranks only fall. */
class NodeQueue {
  private readonly heap: { node: GraphNode; ndeps: number }[] = [];

  constructor(nodes: readonly GraphNode[]) {
    for (const n of nodes) this.push(n);
  }

  fix(n: GraphNode): void {
    if (!n.done) this.push(n);
  }

  pop(): GraphNode | null {
    for (;;) {
      const top = this.heap[0];
      if (!top) return null;
      const last = this.heap.pop()!;
      if (this.heap.length > 0) this.sink(last);
      if (top.node.done || top.ndeps !== top.node.ndeps) continue;
      top.node.done = true;
      return top.node;
    }
  }

  private push(node: GraphNode): void {
    const entry = { node, ndeps: node.ndeps };
    let i = this.heap.length;
    this.heap.push(entry);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!before(entry, this.heap[up]!)) break;
      this.heap[i] = this.heap[up]!;
      i = up;
    }
    this.heap[i] = entry;
  }

  private sink(entry: { node: GraphNode; ndeps: number }): void {
    const { heap } = this;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, entry)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = entry;
  }
}

function before(x: { node: GraphNode; ndeps: number }, y: { node: GraphNode; ndeps: number }): boolean {
  const xConst = x.node.obj.kind === 'Const';
  if (xConst !== (y.node.obj.kind === 'Const')) return xConst;
  return x.ndeps !== y.ndeps ? x.ndeps < y.ndeps : x.node.obj.order < y.node.obj.order;
}
