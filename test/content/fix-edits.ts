/** The table of edits of the fix-it tasks (test/testdata/fix-it/edits.yaml) and the recorded ones, as whole programs. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fixQuestions, taskOf } from '../../src/components/build/fix.ts';
import { type FixTask, meets } from '../../src/course/kinds/fix-function/task.ts';

type Change = readonly [from: string, to: string];

interface Row {
  readonly name: string;
  readonly edits: readonly Change[];
}

interface RejectedRow extends Row {
  readonly outcome: string;
  readonly wrong: 'count' | 'output' | 'rule';
}

export interface Edited {
  readonly task: FixTask;
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface RejectedEdit extends Edited, Pick<RejectedRow, 'outcome' | 'wrong'> {}

const file = new URL('../testdata/fix-it/edits.yaml', import.meta.url);
type Table = Readonly<Record<string, { readonly accepted: readonly Row[]; readonly rejected: readonly RejectedRow[] }>>;
const table = parse(readFileSync(file, 'utf8')) as Table;

function applied(start: string, changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} does not stand there once`);
    return text.replace(from, () => to);
  }, start);
}

export const tasks = fixQuestions().map((question) => ({ id: question.id, question, task: taskOf(question) }));

/** By hand, not recorded. */
export const accepted = tasks.flatMap(({ id, task }): Edited[] =>
  table[id]!.accepted.map(({ name, edits }) => ({ task, id, name, text: applied(task.start, edits) })),
);

/** The recorded solutions. */
export const solutions = tasks.flatMap(({ id, task }): Edited[] =>
  task.edits.filter(({ run }) => meets(run, task)).map(({ name, text }) => ({ task, id, name, text })),
);

export const rejected = tasks.flatMap(({ id, task }): RejectedEdit[] =>
  table[id]!.rejected.map(({ name, edits, outcome, wrong }) => ({
    task,
    id,
    name,
    outcome,
    wrong,
    text: applied(task.start, edits),
  })),
);
