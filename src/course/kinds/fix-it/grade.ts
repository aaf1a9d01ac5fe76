/** Whether an edit reached its goal, and how small it was. */
import type { Place } from '../predict-placement/grade.ts';

export interface FixGrade {
  readonly reached: boolean;
  readonly changedLines: number;
}

/** Lines of `after` that `before` does not have in the same order: the smallest number of lines written anew. */
export function changedLines(before: string, after: string): number {
  const old = before.trimEnd().split('\n');
  const now = after.trimEnd().split('\n');
  let row = new Array<number>(old.length + 1).fill(0);
  for (const line of now) {
    const next = [0];
    for (let i = 0; i < old.length; i++) next.push(old[i] === line ? row[i]! + 1 : Math.max(row[i + 1]!, next[i]!));
    row = next;
  }
  return Math.max(now.length, old.length) - row[old.length]!;
}

export function gradeFix(goal: Place, verdict: Place, before: string, after: string): FixGrade {
  return { reached: verdict === goal, changedLines: changedLines(before, after) };
}
