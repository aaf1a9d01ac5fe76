/** What the engine says about a task's program before any edit: the places of the learner's code that are on the heap. */
import type { PlaceReport, Report } from '../../report.ts';
import type { FixTask } from './task.ts';
import { readProgram } from './tokens.ts';

export function heapPlaces({ start, kept }: Pick<FixTask, 'start' | 'kept'>, report: Report): PlaceReport[] {
  const lineOf = (offset: number) => start.slice(0, offset).split('\n').length;
  const others = readProgram(start)
    .declarations.filter(({ names }) => names.some((name) => kept.includes(name)))
    .map(({ start: from, end }) => [lineOf(from), lineOf(end)] as const);
  return report.places.filter(
    ({ verdict, span }) =>
      verdict === 'heap' && !others.some(([first, last]) => span.line >= first && span.line <= last),
  );
}
