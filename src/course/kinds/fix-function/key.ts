/**
 * The key of a fix-function task is what was recorded of its program and of known edits. This puts it together and
 * refuses a task that its own recordings contradict.
 */
import type { GoVersion } from '../../../analyzer/base/versions.ts';
import { brokenRules } from './rules.ts';
import type { FixFunction } from './schema.ts';
import { type FixTask, meets, type RecordedEdit, type Run, readRun, within } from './task.ts';
import { readProgram } from './tokens.ts';

export interface FixSources {
  readonly program: (name: string) => string | undefined;
  /** The text of `edits/<program>.<edit>.go`. */
  readonly edit: (program: string, edit: string) => string | undefined;
  /** What a program or an edit (`program.edit`) printed under that version. */
  readonly recorded: (name: string, go: string) => string | undefined;
}

function fail({ id }: FixFunction, what: string): never {
  throw new Error(`question ${id}: ${what}`);
}

export function fixTask(question: FixFunction, sources: FixSources): FixTask {
  const { program, go, solutions, misses } = question;
  const start = sources.program(program) ?? fail(question, `there is no programs/${program}.go`);
  const run = (name: string): Run =>
    readRun(sources.recorded(name, go) ?? fail(question, `recorded.json has no output of ${name} under Go ${go}`));
  const edits = [...solutions, ...misses].map((name): RecordedEdit => {
    const text = sources.edit(program, name) ?? fail(question, `there is no edits/${program}.${name}.go`);
    return { name, text, run: run(`${program}.${name}`) };
  });
  const { function: called, budget, kept, work, imports } = question;
  const task: FixTask = {
    function: called,
    budget,
    kept,
    work,
    imports,
    go: go as GoVersion,
    start,
    startRun: run(program),
    edits,
  };
  checkTask(question, task);
  return task;
}

function checkTask(question: FixFunction, task: FixTask): void {
  const start = readProgram(task.start);
  if (within(task.startRun, task.budget)) fail(question, 'the given program is already within the budget');
  const own = brokenRules(task, start, start)[0];
  if (own) fail(question, `the given program breaks its own rule "${own.rule}": ${own.what}`);
  for (const edit of task.edits) {
    const solves = meets(edit.run, task);
    if (solves !== question.solutions.includes(edit.name))
      fail(question, `${edit.name} ${solves ? 'solves the task' : 'does not solve the task'}, its recorded run says`);
    const broken = solves ? brokenRules(task, start, readProgram(edit.text))[0] : undefined;
    if (broken) fail(question, `the solution ${edit.name} breaks the rule "${broken.rule}": ${broken.what}`);
  }
}
