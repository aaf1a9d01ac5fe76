/**
 * Why a location is where it is: the shortest real path by which its address reaches a stop that outlives it.
 *
 * Works on the plain data of an analysis alone. The search runs forward from the location. Its state is a stop and how
 * many addresses have been taken of stops since: `B = &A` wraps the address once more, `B = *A` unwraps it, and a load
 * with nothing left to unwrap reads the location's contents, which says nothing about the location. So every step is
 * an edge of the graph, the sums of derefs never pass zero, and the last stop outlives the first: the solver's own
 * condition. Stops that escape themselves are not ends, since their own way to the heap continues the path.
 */
import type { Analysis, ExplainStep, Explanation, FlowEdge, LocationFact, Rule } from '../analysis.ts';

/** Addresses of addresses of … that are told apart; real programs stay far below. */
const maxWraps = 8;

interface State {
  readonly at: number;
  readonly wraps: number;
  readonly via: FlowEdge | null;
  readonly from: State | null;
}

export function explain(analysis: Analysis, id: number): Explanation {
  const loc = analysis.locations[id];
  if (loc === undefined) throw new RangeError(`no location ${id}`);
  if (!loc.escapes || loc.kind === 'heap') return stays(id, loc);
  const end = shortestPath(analysis, loc, outgoing(analysis));
  if (end === null) return stays(id, loc);
  const steps = stepsOf(end);
  return {
    location: id,
    verdict: 'heap',
    rule: ruleOf(analysis, loc, analysis.locations[end.at]!),
    steps,
    deciding: steps.length - 1,
  };
}

function stays(id: number, loc: LocationFact): Explanation {
  return { location: id, verdict: loc.verdict, rule: 'stays', steps: [], deciding: -1 };
}

function outgoing(analysis: Analysis): ReadonlyMap<number, readonly FlowEdge[]> {
  const edges = new Map<number, FlowEdge[]>();
  for (const edge of analysis.edges) {
    const list = edges.get(edge.src);
    if (list === undefined) edges.set(edge.src, [edge]);
    else list.push(edge);
  }
  return edges;
}

function shortestPath(
  analysis: Analysis,
  loc: LocationFact,
  edges: ReadonlyMap<number, readonly FlowEdge[]>,
): State | null {
  const start: State = { at: loc.id, wraps: -1, via: null, from: null };
  const seen = new Set<number>();
  let frontier: State[] = [start];
  while (frontier.length > 0) {
    const next: State[] = [];
    for (const state of frontier) {
      for (const edge of edges.get(state.at) ?? []) {
        // From the location itself only its address counts.
        const wraps = Math.min(state.wraps - edge.derefs, maxWraps);
        if (wraps < 0) continue;
        const key = edge.dst * (maxWraps + 1) + wraps;
        if (seen.has(key)) continue;
        seen.add(key);
        const reached: State = { at: edge.dst, wraps, via: edge, from: state };
        if (outlives(analysis, analysis.locations[edge.dst]!, loc)) return reached;
        next.push(reached);
      }
    }
    frontier = next;
  }
  return null;
}

/** Whether what is stored in `l` may be used after `other` is gone; of escaping stops only the heap itself. */
export function outlives(analysis: Analysis, l: LocationFact, other: LocationFact): boolean {
  if (l.kind === 'heap') return true;
  if (l.kind === 'mutator' || l.kind === 'callee') return false;
  if (l.kind === 'result') {
    return !(contains(analysis, other.function, l.function) && !analysis.functions[l.function]!.resultsLost);
  }
  if (l.function === other.function && l.loopDepth < other.loopDepth) return true;
  return contains(analysis, l.function, other.function);
}

/** Whether closure `c` lies inside function `f`. */
function contains(analysis: Analysis, f: number, c: number): boolean {
  if (f === c || c < 0) return false;
  for (let p = analysis.functions[c]!.parent; p >= 0; p = analysis.functions[p]!.parent) if (p === f) return true;
  return false;
}

function ruleOf(analysis: Analysis, loc: LocationFact, end: LocationFact): Rule {
  if (loc.mustBeHeap !== '' && end.kind === 'heap') {
    switch (loc.mustBeHeap) {
      case 'zero-sized element':
        return 'zero-sized';
      case 'too aligned for stack':
        return 'too-aligned';
      case 'non-constant size':
        return 'non-constant-size';
      default:
        return 'too-large';
    }
  }
  if (end.kind === 'heap') return 'outlives-heap';
  if (end.kind === 'result') return 'outlives-result';
  return contains(analysis, end.function, loc.function) ? 'outlives-closure' : 'outlives-loop';
}

function stepsOf(end: State): ExplainStep[] {
  const steps: ExplainStep[] = [];
  for (let state = end; state.via !== null && state.from !== null; state = state.from) {
    const edge = state.via;
    // The note that names the step is the outermost: the statement or call that moves the value.
    const note = edge.notes[edge.notes.length - 1];
    steps.push({
      edge: edge.id,
      from: edge.src,
      to: edge.dst,
      derefs: edge.derefs,
      total: -1 - state.wraps,
      why: note?.why ?? '',
      range: note?.range ?? null,
      notes: edge.notes,
    });
  }
  return steps.reverse();
}
