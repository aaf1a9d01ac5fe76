/**
 * The flow graph as plain data: locations, edges and functions with source ranges, for the page and for explain.ts.
 */
import type { FlowEdge, FlowNote, FunctionFact, LocationFact, LocationKind, Verdict } from '../analysis.ts';
import { nodeString, symString } from '../ir/fmt.ts';
import type { Func } from '../ir/func.ts';
import { elemOf } from '../ir/type.ts';
import { type FmtContext, typeString } from '../ir/typefmt.ts';
import type { Pass } from './escape.ts';
import { attrCalls, attrEscapes, attrMutates, attrPersists, type Edge, type Location } from './graph.ts';
import type { Ranges } from './ranges.ts';
import { smallIntConst } from './utils.ts';

export interface Graph {
  readonly locations: readonly LocationFact[];
  readonly edges: readonly FlowEdge[];
  readonly functions: readonly FunctionFact[];
}

/** Places of the pseudo locations after the real ones. */
const pseudoKinds = ['heap', 'mutator', 'callee'] as const;

export function reportGraph(pass: Pass, funcs: readonly Func[], ctx: FmtContext, ranges: Ranges): Graph {
  return new Reporter(pass, funcs, ctx, ranges).report();
}

class Reporter {
  private readonly pass: Pass;
  private readonly funcs: readonly Func[];
  private readonly ctx: FmtContext;
  private readonly ranges: Ranges;
  private readonly funcId = new Map<Func, number>();

  constructor(pass: Pass, funcs: readonly Func[], ctx: FmtContext, ranges: Ranges) {
    this.pass = pass;
    this.funcs = funcs;
    this.ctx = ctx;
    this.ranges = ranges;
    for (const fn of funcs) this.funcId.set(fn, this.funcId.size);
  }

  report(): Graph {
    const { pass } = this;
    const locations = pass.locations.map((loc) => this.location(loc));
    for (const kind of pseudoKinds) locations.push(pseudoLocation(locations.length, kind));
    const edges: FlowEdge[] = [];
    for (const loc of pass.locations) for (const edge of loc.edges) edges.push(this.edge(edges.length, edge));
    for (const loc of pass.pseudo) for (const edge of loc.edges) edges.push(this.edge(edges.length, edge));
    for (const edge of pass.direct) edges.push(this.edge(edges.length, edge));
    return { locations, edges, functions: this.funcs.map((fn, i) => this.func(fn, i)) };
  }

  private func(fn: Func, id: number): FunctionFact {
    return {
      id,
      name: symString(fn.nname.sym, this.ctx),
      parent: fn.closureParent === null ? -1 : (this.funcId.get(fn.closureParent) ?? -1),
      range: this.ranges.at(fn.closure === null ? fn.nname.pos : fn.pos),
      resultsLost: this.pass.resultsLost.has(fn),
      batch: this.pass.batchOf.get(fn) ?? -1,
      tags: this.pass.tags.get(fn) ?? [],
    };
  }

  private location(loc: Location): LocationFact {
    const { n } = loc;
    const escapes = loc.has(attrEscapes);
    const kind = kindOf(loc);
    return {
      id: loc.id,
      kind,
      name: n === null ? '' : n.op === 'OAPPEND' ? 'append' : nodeString(n, this.ctx),
      op: n === null ? '' : n.op,
      function: loc.curfn === null ? -1 : (this.funcId.get(loc.curfn) ?? -1),
      range: n === null ? null : this.ranges.at(n.pos),
      at: n === null ? null : this.ranges.place(n.pos),
      type: n === null ? '' : typeString(n.type, this.ctx),
      size: this.size(loc),
      hasPointers: n !== null && this.pass.types.hasPointers(n.type),
      verdict: verdictOf(kind, escapes),
      escapes,
      persists: loc.has(attrPersists),
      mutates: loc.has(attrMutates),
      calls: loc.has(attrCalls),
      loopDepth: loc.loopDepth,
      resultIndex: loc.resultIndex,
      leaks: loc.paramEsc === null ? null : loc.paramEsc.toFact(),
      captured: loc.captured ? (loc.byval ? 'value' : 'ref') : '',
      addrtaken: loc.addrtaken,
      reassigned: loc.reassigned,
      mustBeHeap: loc.mustBeHeap,
    };
  }

  /** Bytes that the location takes, -1 where they are only known when the program runs. */
  private size(loc: Location): number {
    const { n } = loc;
    const { types } = this.pass;
    if (n === null) return -1;
    switch (n.op) {
      case 'ONAME':
        return types.size(n.type);
      case 'ONEW':
      case 'OPTRLIT':
        return types.size(elemOf(n.type));
      case 'OCONVIFACE':
        return types.size(n.x.type);
      case 'OSLICELIT':
        return types.size(elemOf(n.type)) * n.len;
      case 'OMAKESLICE': {
        const cap = smallIntConst(n.cap ?? n.len!);
        return cap === undefined ? -1 : types.size(elemOf(n.type)) * cap;
      }
      default:
        return -1;
    }
  }

  private edge(id: number, edge: Edge): FlowEdge {
    const notes: FlowNote[] = [];
    for (let note = edge.notes; note !== null; note = note.next) {
      const pos = note.where.pos;
      notes.push({ why: note.why, text: nodeString(note.where, this.ctx), range: this.ranges.at(pos) });
    }
    const statement = edge.stmt === null ? null : this.ranges.statementAt(edge.stmt.pos);
    const statementAt = edge.stmt === null ? null : this.ranges.place(edge.stmt.pos);
    return {
      id,
      src: this.idOf(edge.src),
      dst: this.idOf(edge.dst),
      derefs: edge.derefs,
      notes,
      statement,
      statementAt,
    };
  }

  private idOf(loc: Location): number {
    return loc.id >= 0 ? loc.id : this.pass.locations.length - 1 - loc.id;
  }
}

function kindOf(loc: Location): LocationKind {
  if (loc.n === null) return 'temporary';
  if (loc.n.op !== 'ONAME') return 'allocation';
  if (loc.param) return 'parameter';
  if (loc.paramOut) return 'result';
  return loc.n.autoTemp ? 'temporary' : 'variable';
}

function verdictOf(kind: LocationKind, escapes: boolean): Verdict {
  if (kind === 'temporary') return 'none';
  return escapes ? 'heap' : 'stack';
}

function pseudoLocation(id: number, kind: (typeof pseudoKinds)[number]): LocationFact {
  const heap = kind === 'heap';
  return {
    id,
    kind,
    name: `{${kind}}`,
    op: '',
    function: -1,
    range: null,
    at: null,
    type: '',
    size: -1,
    hasPointers: false,
    verdict: 'none',
    escapes: heap,
    persists: heap,
    mutates: kind !== 'callee',
    calls: kind !== 'mutator',
    loopDepth: 0,
    resultIndex: 0,
    leaks: null,
    captured: '',
    addrtaken: false,
    reassigned: false,
    mustBeHeap: '',
  };
}
