/**
 * What would have to go for a location to stay on the stack: the smallest set of simple statements, found by analysing
 * the program again without them. Only statements on the location's own paths can matter, so the search tries those of
 * the path that is left, smallest sets first.
 */
import type { Analysis, FlowEdge, LocationFact, SourceRange } from '../analysis.ts';
import { explain } from './explain.ts';

export interface Culprit {
  readonly range: SourceRange;
  /** The compiler's position of the statement. */
  readonly at: Place;
}

type Place = NonNullable<FlowEdge['statementAt']>;

/** Sets beyond this size explain nothing any more. */
const maxCulprits = 3;

export function smallestCut(
  analysis: Analysis,
  id: number,
  analyzeWithout: (without: readonly Place[]) => Analysis,
): readonly Culprit[] | null {
  const location = analysis.locations[id];
  if (location === undefined || !location.escapes) return [];
  let level: (readonly Culprit[])[] = [[]];
  const seen = new Set<string>();
  for (let size = 0; size <= maxCulprits; size++) {
    const next: (readonly Culprit[])[] = [];
    for (const set of level) {
      const rest = set.length === 0 ? analysis : analyzeWithout(set.map((culprit) => culprit.at));
      const same = find(rest, location);
      if (same === undefined) continue;
      if (!same.escapes) return set;
      for (const culprit of statementsOnPath(rest, same.id)) {
        const grown = [...set, culprit];
        const key = grown
          .map(({ at }) => keyOf(at))
          .sort()
          .join(' ');
        if (seen.has(key) || set.some((other) => keyOf(other.at) === keyOf(culprit.at))) continue;
        seen.add(key);
        next.push(grown);
      }
    }
    level = next;
  }
  return null;
}

/** The same variable or allocation in another analysis of the program; gone when its statement is. */
function find(analysis: Analysis, wanted: LocationFact): LocationFact | undefined {
  return analysis.locations.find(
    (loc) =>
      loc.op === wanted.op &&
      loc.kind === wanted.kind &&
      samePlace(loc.range, wanted.range) &&
      loc.name === wanted.name,
  );
}

function samePlace(a: SourceRange | null, b: SourceRange | null): boolean {
  if (a === null || b === null) return a === b;
  return a.file === b.file && a.line === b.line && a.col === b.col && a.endLine === b.endLine && a.endCol === b.endCol;
}

function statementsOnPath(analysis: Analysis, id: number): Culprit[] {
  const found: Culprit[] = [];
  for (const step of explain(analysis, id).steps) {
    const edge = analysis.edges[step.edge]!;
    if (edge.statement !== null && edge.statementAt !== null)
      found.push({ range: edge.statement, at: edge.statementAt });
  }
  return found;
}

function keyOf(at: Place): string {
  return `${at.file}:${at.line}:${at.col}`;
}
