/** `--why VAR`: the way along which a variable (or the allocation at file:line:col) leaves its frame, in steps. */
import type { Analysis, LocationFact, SourceRange } from '../analyzer/analysis.ts';
import { explain } from '../analyzer/index.ts';
import { type Terminal, UsageError } from './command.ts';

export function printWhy(analysis: Analysis, wanted: string, terminal: Terminal): number {
  const found = analysis.locations.filter((location) => matches(location, wanted));
  if (found.length === 0)
    throw new UsageError(`--why ${wanted}: the program has no variable or allocation of that name or place`);
  for (const location of found) {
    const explanation = explain(analysis, location.id);
    terminal.out(`${placeOf(location.range)}${location.name}: ${explanation.verdict} (${explanation.rule})\n`);
    for (const [i, step] of explanation.steps.entries()) {
      const to = analysis.locations[step.to]!;
      terminal.out(
        `  ${i === explanation.deciding ? '*' : ' '} ${placeOf(step.range)}to ${to.name || to.kind} (${step.why})\n`,
      );
    }
  }
  return 0;
}

function matches(location: LocationFact, wanted: string): boolean {
  if (location.verdict === 'none') return false;
  if (location.name === wanted) return true;
  const { range } = location;
  return (
    range !== null &&
    [
      `${range.file}:${range.line}:${range.col}`,
      `${range.file}:${range.line}`,
      `${range.line}:${range.col}`,
      `${range.line}`,
    ].includes(wanted)
  );
}

function placeOf(range: SourceRange | null): string {
  return range ? `${range.file}:${range.line}:${range.col}: ` : '';
}
