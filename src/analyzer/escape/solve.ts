/**
 * The solver: which locations must live on the heap, and where each parameter's value goes.
 *
 * From every location ("root") it looks backwards along the edges for whatever flows into it, with the fewest loads
 * (Bellman–Ford, since address-taking weighs -1; a sum never drops below 0 past a stop, so there are no endless
 * descents). A stop whose address reaches a root that outlives it escapes. A location is walked again when it gains an
 * attribute, so the work is bounded. The order of the queues is gc's: it decides which of several paths is reported.
 * Nothing is printed here; facts go to the batch's recorder. Follows escape/solve.go (Go 1.26).
 */
import type { Budget } from '../base/budget.ts';
import type { Func } from '../ir/func.ts';
import { aimOf, findDeepest, isSettled } from './aim.ts';
import type { Batch } from './escape.ts';
import type { Path } from './facts.ts';
import { attrAll, attrCalls, attrEscapes, attrMutates, attrPersists, type Edge, type Location } from './graph.ts';
import { numEscResults } from './leaks.ts';
import { LocationQueue } from './queue.ts';

export function walkAll(b: Batch): void {
  const solver = new Solver(b);
  solver.run();
}

class Solver {
  private readonly b: Batch;
  private readonly budget: Budget;
  private readonly todo: LocationQueue;
  private readonly walk = new LocationQueue(64);
  /** What comes last is taken first, and a stop may wait several times. */
  private readonly stacks: boolean;
  private walkgen = 0;

  constructor(b: Batch) {
    this.b = b;
    this.budget = b.pass.budget;
    this.todo = new LocationQueue(b.allLocs.length + 3);
    this.stacks = b.pass.switches.stackQueues;
  }

  run(): void {
    const { b, todo } = this;
    findDeepest(b);
    for (const loc of b.allLocs) this.seed(loc);
    this.seed(b.mutatorLoc);
    this.seed(b.calleeLoc);
    this.seed(b.heapLoc);
    while (todo.length > 0) {
      const root = todo.popFront();
      root.queuedWalkAll = false;
      this.walkgen++;
      this.walkOne(root);
    }
  }

  private seed(loc: Location): void {
    loc.queuedWalkAll = true;
    this.todo.pushFront(loc);
  }

  /** Locations that escape go first: what they imply spreads sooner. */
  private enqueue(loc: Location): void {
    if (loc.queuedWalkAll) return;
    loc.queuedWalkAll = true;
    if (this.stacks || loc.has(attrEscapes)) this.todo.pushFront(loc);
    else this.todo.pushBack(loc);
  }

  private walkOne(root: Location): void {
    const { b, walk, walkgen, budget } = this;
    root.walkgen = walkgen;
    root.derefs = 0;
    root.dst = null;
    root.dstEdge = null;
    if (root.has(attrCalls) && root.n !== null && root.n.op === 'OCLOSURE') this.loseResults(root.n.func);
    const aim = aimOf(root);
    if (aim === 'nothing') return;
    // Every path by which a parameter leaks is told.
    const settles = aim === 'persist' || (aim !== 'all' && !b.pass.recorder.paths);

    walk.pushFront(root);
    while (walk.length > 0) {
      const l = walk.popFront();
      l.queuedWalkOne = 0;
      budget.spend(1 + l.edges.length);

      let derefs = l.derefs;
      let newAttrs = 0;
      if (derefs < 0) {
        // l's own address reaches root. What flowed into l reaches root as a value at most.
        derefs = 0;
        if (outlives(b, root, l)) {
          if (!l.has(attrEscapes)) this.recordEscape(root, l);
          newAttrs = attrAll;
        } else if (root.has(attrPersists)) {
          newAttrs = attrPersists;
        }
      }
      if (derefs === 0) newAttrs |= root.attrs & (attrMutates | attrCalls);
      if (l.param) this.leak(root, l, derefs);

      if ((newAttrs & ~l.attrs) !== 0) {
        l.attrs |= newAttrs;
        this.enqueue(l);
        if (l.has(attrEscapes)) continue;
      }
      const edges = l.edges;
      for (let i = 0; i < edges.length; i++) {
        const edge = edges[i]!;
        const src = edge.src;
        if (src.has(attrEscapes)) continue;
        const d = derefs + edge.derefs;
        if (src.walkgen === walkgen && src.derefs <= d) continue;
        if (settles && isSettled(src, root, aim, d)) continue;
        src.walkgen = walkgen;
        src.derefs = d;
        src.dst = l;
        src.dstEdge = edge;
        if (this.stacks) {
          walk.pushFront(src);
        } else if (src.queuedWalkOne !== walkgen) {
          src.queuedWalkOne = walkgen;
          walk.pushBack(src);
        }
      }
    }
  }

  /** Unknown code may call this closure: its results can go anywhere, so they are walked again under that light. */
  private loseResults(fn: Func): void {
    const { b } = this;
    if (!b.inMutualBatch(fn.nname) || b.pass.resultsLost.has(fn)) return;
    b.pass.resultsLost.add(fn);
    for (const result of fn.results) if (result.name !== null) this.enqueue(b.oldLoc(result.name));
  }

  private recordEscape(root: Location, l: Location): void {
    if (this.b.pass.recorder.paths) this.b.pass.recorder.record({ kind: 'escapes', loc: l, path: this.path(root, l) });
  }

  private path(root: Location, l: Location): Path {
    const path = pathTo(root, l);
    this.b.pass.pathSteps.spend(path.steps.length);
    return path;
  }

  private leak(root: Location, l: Location, derefs: number): void {
    if (outlives(this.b, root, l)) {
      const recorder = this.b.pass.recorder;
      if (recorder.paths && !l.has(attrEscapes)) {
        recorder.record({ kind: 'leaks', loc: l, sink: root, derefs, path: this.path(root, l) });
      }
      l.leakTo(root, derefs, numEscResults);
    }
    if (root.has(attrMutates)) l.paramEsc!.addMutator(derefs);
    if (root.has(attrCalls)) l.paramEsc!.addCallee(derefs);
  }
}

/** The steps by which `src` reached `root` in the present walk. Later improvements can have bent them into a circle. */
function pathTo(root: Location, src: Location): Path {
  const steps: Edge[] = [];
  const visited = new Set<Location>();
  let at = src;
  // gc's loop: a root that reaches itself (a parameter that is its own sink) still has a first step.
  for (;;) {
    if (visited.has(at)) return { steps, truncated: true };
    visited.add(at);
    const edge = at.dstEdge;
    if (edge === null || at.dst === null) return { steps, truncated: false };
    steps.push(edge);
    if (at.dst === root) return { steps, truncated: false };
    at = at.dst;
  }
}

/** Whether what is stored in `l` may be used after `other` is gone, if `other` were on the stack. */
export function outlives(b: Batch, l: Location, other: Location): boolean {
  if (l.has(attrEscapes)) return true;
  if (l === b.mutatorLoc || l === b.calleeLoc) return false;
  if (l.paramOut) {
    // Callers may do anything with a result, except where every call of this closure is known and lies in other's function.
    return !(containsClosure(other.curfn, l.curfn) && !b.pass.resultsLost.has(l.curfn!));
  }
  // Declared outside the loop that other is declared in: it sees every iteration's value.
  if (l.curfn === other.curfn && l.loopDepth < other.loopDepth) return true;
  // Declared around the closure that other is declared in: it lives on when the closure's frame is gone.
  return containsClosure(l.curfn, other.curfn);
}

/** Whether closure `c` lies inside function `f`. */
function containsClosure(f: Func | null, c: Func | null): boolean {
  if (f === c || c === null || c.closure === null) return false;
  for (let p = c.closureParent; p !== null; p = p.closureParent) if (p === f) return true;
  return false;
}
