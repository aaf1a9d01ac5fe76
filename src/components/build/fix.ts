/** The fix-it tasks at build time: what the page shows of each, and the key that is fetched when an edit is judged. */
import { heapPlaces } from '../../course/kinds/fix-function/hints.ts';
import { distances } from '../../course/kinds/fix-function/judge.ts';
import { fixTask } from '../../course/kinds/fix-function/key.ts';
import { type FixTask, meets } from '../../course/kinds/fix-function/task.ts';
import { type FixFunction, isFixFunction } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { fixStrings } from '../fix/strings/index.ts';
import { fill } from '../strings/fill.ts';
import { edits, programs, questionsOf, questionText } from './content.ts';
import { report } from './engine.ts';
import { recordedOutput } from './recorded.ts';

/** Where their questions are, and the name under which answers to them are stored. */
export const FIX_SET = 'fix-it';

export interface FixKeyFile {
  readonly revision: number;
  readonly task: FixTask;
  /** The solutions that were run, and how many tokens each changes. */
  readonly solutions: readonly {
    readonly name: string;
    readonly text: string;
    readonly changed: number;
    readonly allocations: number;
  }[];
  readonly after: string;
}

export function taskOf(question: FixFunction): FixTask {
  return fixTask(question, {
    program: (name) => programs.get(name),
    edit: (program, edit) => edits.get(`${program}.${edit}`),
    recorded: recordedOutput,
  });
}

export function fixKeyFile(set: string, question: FixFunction, language: Language): FixKeyFile {
  const task = taskOf(question);
  const changed = distances(task);
  const solutions = task.edits
    .filter(({ run }) => meets(run, task))
    .map(({ name, text, run }) => ({ name, text, changed: changed.get(name)!, allocations: run.allocations }));
  return { revision: question.revision, task, solutions, after: questionText(set, question.id, language).after };
}

/** All tasks, in their order. */
export function fixQuestions(): FixFunction[] {
  return questionsOf(FIX_SET).map(({ question }) => {
    if (!isFixFunction(question)) throw new Error(`questions/${FIX_SET}.yaml: ${question.id} is no fix-function task`);
    return question;
  });
}

/** The tasks that belong to a lesson. */
export function fixQuestionsOf(lesson: string): FixFunction[] {
  return fixQuestions().filter(({ lessons }) => lessons.includes(lesson));
}

/** The rungs of the ladder: the line and the way are the engine's, unless the words have all three. */
export async function fixHints(question: FixFunction, language: Language): Promise<string[]> {
  const { hints } = questionText(FIX_SET, question.id, language);
  if (hints.length === 3) return [...hints];
  const task = taskOf(question);
  const places = heapPlaces(task, await report(question.program, task.start, language, task.go));
  const [first] = places;
  if (!first || hints.length !== 1)
    throw new Error(`${FIX_SET}/${question.id}: one hint where the engine has two, else three`);
  const { hintLine } = fixStrings(language).page;
  const lines = places.map(({ name, span }) => fill(hintLine, { line: span.line, name }));
  return [[...new Set(lines)].join(' '), first.steps.map(({ text }) => text).join(' '), hints[0]!];
}
