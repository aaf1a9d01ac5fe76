/** A task as it is judged: the question, its program and what was recorded of it. Plain data; it goes to the worker. */
import type { GoVersion } from '../../../analyzer/base/versions.ts';
import type { FixFunction } from './schema.ts';

/** What a program printed when Go ran it. */
export interface Run {
  /** Without the lines that count. */
  readonly output: string;
  readonly allocations: number;
  /** Bytes of one call, where the program measures them. */
  readonly bytes: number | undefined;
}

/** An edit that was run: a solution, or a miss. */
export interface RecordedEdit {
  readonly name: string;
  readonly text: string;
  readonly run: Run;
}

export interface FixTask extends Pick<FixFunction, 'function' | 'budget' | 'kept' | 'work' | 'imports'> {
  readonly go: GoVersion;
  readonly start: string;
  readonly startRun: Run;
  readonly edits: readonly RecordedEdit[];
}

const COUNT = /^(allocations|bytes) (\d+)$/;

/** Reads a recorded output: every program of a task prints `allocations N` and may print `bytes N`. */
export function readRun(recorded: string): Run {
  const lines = recorded.split('\n');
  const counts = new Map(
    lines
      .flatMap((line) => (COUNT.exec(line)?.slice(1, 3) ? [COUNT.exec(line)!] : []))
      .map((m) => [m[1]!, Number(m[2])]),
  );
  const allocations = counts.get('allocations');
  if (allocations === undefined) throw new Error('the recorded output has no line "allocations N"');
  return { output: lines.filter((line) => !COUNT.test(line)).join('\n'), allocations, bytes: counts.get('bytes') };
}

/** Whether a run stays within the budget and prints what the given program prints. */
export function meets(run: Run, { budget, startRun }: Pick<FixTask, 'budget' | 'startRun'>): boolean {
  return run.output === startRun.output && within(run, budget);
}

export function within({ allocations, bytes = 0 }: Run, budget: FixTask['budget']): boolean {
  return allocations <= budget.allocations && bytes <= (budget.bytes ?? Number.POSITIVE_INFINITY);
}
