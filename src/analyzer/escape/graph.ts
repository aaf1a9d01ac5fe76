/**
 * The location graph of escape analysis.
 *
 * A Location stands for a variable, or for the storage that an expression allocates. An Edge `dst ← src` stands for an
 * assignment; its weight `derefs` counts loads minus addresses: -1 for `dst = &src`, 0 for `dst = src`, n for n loads.
 * A Hole is where the value of the expression being walked goes: into `dst`, after `derefs` loads.
 * Holes and notes are immutable; locations are filled by one batch and only read afterwards.
 * Follows cmd/compile/internal/escape/graph.go (Go 1.26).
 */
import type { FlowReason, HeapReason } from '../base/texts/escape.ts';
import type { Expr } from '../ir/expr.ts';
import type { Func } from '../ir/func.ts';
import type { Name } from '../ir/name.ts';
import type { Node } from '../ir/node.ts';
import type { HeldByResults } from './aim.ts';
import { Leaks } from './leaks.ts';

/** The variable's address gets to a place that lives longer: it must be on the heap. */
export const attrEscapes = 1;
/** The address lives longer than the statement: the storage cannot be reused at once. */
export const attrPersists = 2;
/** Memory reachable through the value may be written. */
export const attrMutates = 4;
/** A function value reachable through it may be called by code that does not follow the results. */
export const attrCalls = 8;

export const attrAll = attrEscapes | attrPersists | attrMutates | attrCalls;

/** More loads than any path has. */
export const never = 0x7fffffff;

/** What a location may stand for. */
export type LocNode = Expr;

export class Location {
  /** Place in the package's list of locations; negative for the pseudo locations of a batch. */
  readonly id: number;
  readonly n: LocNode | null;
  readonly curfn: Func | null;
  readonly param: boolean;
  readonly paramOut: boolean;
  edges: Edge[] = noEdges;
  loopDepth: number;
  /** 1-based place among the results, 0 for everything else. */
  resultIndex = 0;
  attrs = 0;
  readonly bornPersistent: boolean;
  /** Set for parameters. */
  paramEsc: Leaks | null;
  captured = false;
  reassigned = false;
  addrtaken = false;
  /** How closures take it; meaningful when captured. */
  byval = false;
  mustBeHeap: HeapReason | '' = '';

  // Scratch of the solver: distance from the root of the walk numbered walkgen, and the next stop towards that root.
  derefs = 0;
  walkgen = 0;
  dst: Location | null = null;
  dstEdge: Edge | null = null;
  queuedWalkAll = false;
  queuedWalkOne = 0;
  // Scratch of aim.ts.
  heldByHeap = never;
  heldByLasting = never;
  heldByResults: Map<number, HeldByResults> | null = null;
  deepest = -1;

  private hole: Hole | null = null;

  constructor(id: number, n: LocNode | null, curfn: Func | null, loopDepth: number, attrs: number) {
    this.id = id;
    this.n = n;
    this.curfn = curfn;
    this.loopDepth = loopDepth;
    this.attrs = attrs;
    this.bornPersistent = (attrs & attrPersists) !== 0;
    // It is walked from itself, which is nearer than any walk that comes by.
    if (this.bornPersistent) this.heldByLasting = -1;
    const cls = n !== null && n.op === 'ONAME' ? n.class : '';
    this.param = cls === 'PPARAM';
    this.paramOut = cls === 'PPARAMOUT';
    this.paramEsc = this.param ? new Leaks() : null;
  }

  has(attr: number): boolean {
    return (this.attrs & attr) !== 0;
  }

  asHole(): Hole {
    return (this.hole ??= new Hole(this, 0, null, false));
  }

  addEdge(edge: Edge): void {
    if (this.edges === noEdges) this.edges = [edge];
    else this.edges.push(edge);
  }

  /** Records that this parameter's value reaches `sink`: as a flow to a result where a tag can say so, else to the heap. */
  leakTo(sink: Location, derefs: number, numResults: number): void {
    const leaks = this.paramEsc!;
    if (!sink.has(attrEscapes) && sink.paramOut && sink.curfn === this.curfn && sink.resultIndex <= numResults) {
      leaks.addResult(sink.resultIndex - 1, derefs);
    } else {
      leaks.addHeap(derefs);
    }
  }
}

export class Edge {
  readonly src: Location;
  readonly dst: Location;
  readonly derefs: number;
  readonly notes: Note | null;
  /** The statement during whose walk the edge was made. */
  readonly stmt: Node | null;
  constructor(dst: Location, src: Location, derefs: number, notes: Note | null, stmt: Node | null) {
    this.dst = dst;
    this.src = src;
    this.derefs = derefs;
    this.notes = notes;
    this.stmt = stmt;
  }
}

const noEdges: Edge[] = Object.freeze([]) as unknown as Edge[];

/** One reason for a flow; a list, innermost expression first. */
export class Note {
  readonly next: Note | null;
  readonly where: Node;
  readonly why: FlowReason | HeapReason;
  constructor(next: Note | null, where: Node, why: FlowReason | HeapReason) {
    this.next = next;
    this.where = where;
    this.why = why;
  }
}

export class Hole {
  readonly dst: Location;
  readonly derefs: number;
  readonly notes: Note | null;
  /** The context takes the expression's address, whether or not that address is kept. */
  readonly addrtaken: boolean;

  constructor(dst: Location, derefs: number, notes: Note | null, addrtaken: boolean) {
    this.dst = dst;
    this.derefs = derefs;
    this.notes = notes;
    this.addrtaken = addrtaken;
  }

  note(where: Node, why: FlowReason | HeapReason): Hole {
    return new Hole(this.dst, this.derefs, new Note(this.notes, where, why), this.addrtaken);
  }

  shift(delta: number): Hole {
    return new Hole(this.dst, this.derefs + delta, this.notes, delta < 0);
  }

  deref(where: Node, why: FlowReason): Hole {
    return new Hole(this.dst, this.derefs + 1, new Note(this.notes, where, why), false);
  }

  addr(where: Node, why: FlowReason | HeapReason): Hole {
    return new Hole(this.dst, this.derefs - 1, new Note(this.notes, where, why), true);
  }

  /** The same context with the value dropped: side effects and address-taking still count. */
  into(dst: Location): Hole {
    return dst === this.dst ? this : new Hole(dst, this.derefs, this.notes, this.addrtaken);
  }
}

/** A closure expression met during the walk, with the hole that stores into its record. */
export interface PendingClosure {
  readonly hole: Hole;
  readonly captured: readonly Name[];
  readonly stmt: Node | null;
}
