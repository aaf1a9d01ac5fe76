/**
 * Escape analysis: which variables and implicit allocations may live on the stack.
 *
 * Two invariants are kept: no pointer to a stack object is stored in the heap, and none outlives its object (the frame
 * has returned, or a loop's next iteration reuses the space). Functions are analysed bottom-up, in batches of mutually
 * recursive functions with their closures. For a batch: one location per declared name; the bodies are walked into a
 * graph of assignments (expr.ts, stmt.ts, call.ts, assign.ts); captures are decided (closures.ts); literals replace
 * variables that always hold them and some allocations are sent to the heap by rule (literals.ts, utils.ts); the
 * solver finds what escapes and where parameters leak (solve.ts); the leaks become tags, by which callers in later
 * batches know the function.
 *
 * Follows cmd/compile/internal/escape/escape.go (Go 1.26). Flow, path, context and struct fields are ignored, as there.
 * Left out: the freegc experiment's alias analysis, -race and -asan.
 */
import { Budget } from '../base/budget.ts';
import type { Pos } from '../base/pos.ts';
import type { Func } from '../ir/func.ts';
import { isClosure, recvParams } from '../ir/func.ts';
import type { Name } from '../ir/name.ts';
import { canonical } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import { visitFuncsBottomUp } from '../ir/scc.ts';
import { visitList } from '../ir/visit.ts';
import { flowClosure } from './closures.ts';
import type { Recorder } from './facts.ts';
import {
  attrAll,
  attrCalls,
  attrEscapes,
  attrMutates,
  attrPersists,
  Edge,
  type Hole,
  Location,
  type LocNode,
  type PendingClosure,
} from './graph.ts';
import { rewriteWithLiterals } from './literals.ts';
import { paramTag } from './params.ts';
import type { ReassignOracles } from './reassign.ts';
import { walkAll } from './solve.ts';
import { block } from './stmt.ts';
import type { Switches } from './switches.ts';
import type { TypeInfo } from './typeinfo.ts';
import { heapAllocReason } from './utils.ts';

/** What the facts of std say about an imported function. */
export interface ImportedFunc {
  /** One raw tag per receiver and parameter. */
  readonly notes: readonly string[];
  readonly uintptrKeepAlive: boolean;
  readonly uintptrEscapes: boolean;
}

/** State of the pass over one package; side tables on IR live here, the IR itself holds no result. */
export class Pass {
  readonly types: TypeInfo;
  readonly switches: Switches;
  readonly recorder: Recorder;
  readonly budget: Budget;
  /** Paths that are told step by step: functions in a ring have as many as their number squared. */
  readonly pathSteps = new Budget('steps of explained paths', 1_000_000);
  readonly oracles: ReassignOracles;
  /** Facts of a function of another package; throws Unsupported where there are none. */
  readonly imported: (name: Name) => ImportedFunc;
  readonly checkptr: boolean;
  /** Positions of simple statements that are left out, to see what would be without them. */
  readonly without: ReadonlySet<Pos>;
  /** Every location of the package in order of creation; a location's id is its place here. */
  readonly locations: Location[] = [];
  /** Assignments that needed no edge: the address went straight to something that is already on the heap. */
  readonly direct: Edge[] = [];
  readonly locOf = new Map<Name, Location>();
  /** Tags of the functions that are done; one per receiver and parameter. */
  readonly tags = new Map<Func, readonly string[]>();
  readonly batchOf = new Map<Func, number>();
  readonly resultsLost = new Set<Func>();
  /** Called when a batch's facts are complete up to a point after which the IR's literals change. */
  readonly flush: () => void;
  batches = 0;
  /** The heap, mutator and callee of every batch. */
  readonly pseudo: Location[] = [];

  constructor(
    options: Pick<
      Pass,
      'types' | 'switches' | 'recorder' | 'budget' | 'oracles' | 'imported' | 'checkptr' | 'without' | 'flush'
    >,
  ) {
    this.types = options.types;
    this.switches = options.switches;
    this.recorder = options.recorder;
    this.budget = options.budget;
    this.oracles = options.oracles;
    this.imported = options.imported;
    this.checkptr = options.checkptr;
    this.without = options.without;
    this.flush = options.flush;
  }
}

/** Analyses all functions of a package, callees before callers. */
export function escapeFuncs(pass: Pass, all: readonly Func[]): void {
  visitFuncsBottomUp(
    all,
    (list) => analyzeBatch(pass, list),
    (fn) => isNested(pass.switches, fn),
  );
}

/** Whether the function is walked where its literal stands. */
export function isNested(switches: Switches, fn: Func): boolean {
  if (switches.plainLiteralsApart) return isClosure(fn);
  return fn.closure !== null && (isClosure(fn) || !isInitialising(fn.closureParent!));
}

/** The init functions and what stands in one: their names begin alike. */
function isInitialising(fn: Func): boolean {
  return fn.isPackageInit || fn.nname.sym.name.startsWith('init.');
}

function analyzeBatch(pass: Pass, fns: readonly Func[]): void {
  const b = new Batch(pass);
  for (const fn of fns) initFunc(b, fn);
  for (const fn of fns) if (!isNested(b.pass.switches, fn)) walkFunc(b, fn);
  // Every assignment and every & has been seen: now it is known how each variable can be captured.
  for (const pending of b.closures) flowClosure(b, pending);
  b.stmt = null;
  pass.flush();
  for (const loc of b.allLocs) {
    rewriteWithLiterals(b, loc);
    const reason = heapAllocReason(pass, loc.n);
    loc.mustBeHeap = reason;
    if (reason !== '') b.flow(b.heapLoc.asHole().addr(loc.n!, reason), loc);
  }
  walkAll(b);
  finish(b, fns);
  pass.flush();
}

export class Batch {
  readonly pass: Pass;
  readonly allLocs: Location[] = [];
  readonly closures: PendingClosure[] = [];
  readonly heapLoc: Location;
  readonly mutatorLoc: Location;
  readonly calleeLoc: Location;
  readonly blankLoc: Location;
  /** The statement that is walked. */
  stmt: Node | null = null;

  constructor(pass: Pass) {
    this.pass = pass;
    this.heapLoc = new Location(-1, null, null, 0, attrAll);
    this.mutatorLoc = new Location(-2, null, null, 0, attrMutates);
    this.calleeLoc = new Location(-3, null, null, 0, attrCalls);
    this.blankLoc = new Location(-4, null, null, 0, 0);
    pass.batches++;
    pass.pseudo.push(this.heapLoc, this.mutatorLoc, this.calleeLoc);
  }

  heapHole(): Hole {
    return this.heapLoc.asHole();
  }
  mutatorHole(): Hole {
    return this.mutatorLoc.asHole();
  }
  calleeHole(): Hole {
    return this.calleeLoc.asHole();
  }
  discardHole(): Hole {
    return this.blankLoc.asHole();
  }

  /** Records that the value of `src` flows into `hole`. */
  flow(hole: Hole, src: Location): void {
    if (hole.addrtaken) src.addrtaken = true;
    const dst = hole.dst;
    if (dst === this.blankLoc) return;
    if (dst === src && hole.derefs >= 0) return;
    const edge = new Edge(dst, src, hole.derefs, hole.notes, this.stmt);
    if (hole.derefs < 0 && dst.has(attrEscapes)) {
      const { pass } = this;
      pass.direct.push(edge);
      if (pass.recorder.paths) {
        pass.recorder.record({ kind: 'escapes', loc: src, path: { steps: [edge], truncated: false } });
      }
      src.attrs |= attrAll;
      return;
    }
    dst.addEdge(edge);
  }

  oldLoc(name: Name): Location {
    const loc = this.pass.locOf.get(canonical(name));
    if (loc === undefined) throw new Error(`${name.sym.name} has no location`);
    return loc;
  }

  /** Whether `fn` is analysed together with the present function, so that its tags are not made yet. */
  inMutualBatch(fn: Name): boolean {
    return fn.func !== null && !this.pass.tags.has(fn.func);
  }
}

export type LabelState = 'looping' | 'nonlooping';

/** The walk of one function. */
export class Escape {
  readonly b: Batch;
  readonly curfn: Func;
  /** Labels not yet passed; null when the function has none. */
  labels: Map<string, LabelState> | null = null;
  /** Nesting of loops at the place that is walked, 1 outside all. A label that is jumped back to counts as a loop. */
  loopDepth = 1;

  constructor(b: Batch, curfn: Func) {
    this.b = b;
    this.curfn = curfn;
  }

  newLoc(n: LocNode | null, persists: boolean): Location {
    const { pass, allLocs } = this.b;
    const loc = new Location(pass.locations.length, n, this.curfn, this.loopDepth, persists ? attrPersists : 0);
    pass.locations.push(loc);
    allLocs.push(loc);
    if (n !== null && n.op === 'ONAME') pass.locOf.set(n, loc);
    return loc;
  }

  /** A hole that flows into each of the given ones, none of which takes an address. */
  teeHole(holes: readonly Hole[]): Hole {
    if (holes.length === 0) return this.b.discardHole();
    if (holes.length === 1) return holes[0]!;
    const loc = this.newLoc(null, false);
    for (const hole of holes) this.b.flow(hole, loc);
    return loc.asHole();
  }

  /** A hole that flows into `hole` some time later: what goes in has to persist. */
  later(hole: Hole): Hole {
    const loc = this.newLoc(null, true);
    this.b.flow(hole, loc);
    return loc.asHole();
  }

  /** A location for the storage that `n` allocates, whose address flows to `hole`; the result stores into it. */
  spill(hole: Hole, n: LocNode): Hole {
    const loc = this.newLoc(n, false);
    this.b.flow(hole.addr(n, 'spill'), loc);
    return loc.asHole();
  }
}

function initFunc(b: Batch, fn: Func): void {
  const e = new Escape(b, fn);
  b.pass.batchOf.set(fn, b.pass.batches - 1);
  for (const name of fn.dcl) e.newLoc(name, true);
  // Hidden parameters of wrappers.
  if (fn.closure === null) for (const name of fn.closureVars) e.newLoc(canonical(name), true);
  for (let i = 0; i < fn.results.length; i++) {
    const name = fn.results[i]!.name;
    if (name !== null) b.oldLoc(name).resultIndex = 1 + i;
  }
}

export function walkFunc(b: Batch, fn: Func): void {
  const e = new Escape(b, fn);
  findLoopingLabels(e, fn);
  block(e, fn.body);
}

/** A label heads an unstructured loop if a goto after it jumps back to it. */
function findLoopingLabels(e: Escape, fn: Func): void {
  if (!fn.hasGoto) return;
  visitList(fn.body, (n) => {
    if (n.op === 'OLABEL') {
      if (n.label !== '_') (e.labels ??= new Map()).set(n.label, 'nonlooping');
    } else if (n.op === 'OGOTO' && e.labels?.get(n.label!) === 'nonlooping') {
      e.labels.set(n.label!, 'looping');
    }
  });
}

function finish(b: Batch, fns: readonly Func[]): void {
  const { pass } = b;
  for (const fn of fns) {
    const tags: string[] = [];
    const params = recvParams(fn);
    for (let i = 0; i < params.length; i++) tags.push(paramTag(b, fn, i, params[i]!));
    pass.tags.set(fn, tags);
  }
  for (const loc of b.allLocs) {
    const n = loc.n;
    if (n === null) continue;
    pass.recorder.record({ kind: 'location', loc });
    if (pass.switches.zeroCopy && n.op === 'OSTR2BYTES' && !loc.has(attrMutates)) {
      pass.recorder.record({ kind: 'zero-copy', loc });
    }
  }
}
