/** Derives the key of every question, as the site does, and says what stands in the way. */

import type { GoVersion } from '../../analyzer/base/versions.ts';
import { type Evidence, evidenceOn, type Posed } from '../ask/pose.ts';
import { isAsked, poseAsked, poseRuntime } from '../ask/posing.ts';
import { BELIEFS } from '../beliefs.ts';
import { isChoiceOfEdits } from '../kinds/choice/kind.ts';
import { fixTask } from '../kinds/fix-function/key.ts';
import { checkFixIt } from '../kinds/fix-it/key.ts';
import { placementKey } from '../kinds/predict-placement/key.ts';
import { recordingName } from '../kinds/recording.ts';
import { isFixFunction, isPlaced, programOf, recordingOf } from '../kinds/schemas.ts';
import { placeOn, type Report } from '../report.ts';
import { findMark } from '../span.ts';
import { askedWords } from '../words/asked.ts';
import { words } from '../words/index.ts';
import type { Problems } from './checks.ts';
import type { PackQuestion } from './questions.ts';
import type { ValuePath } from './yaml.ts';

export interface Program {
  readonly path: string;
  readonly text: string;
}

export interface KeyTools {
  readonly programs: ReadonlyMap<string, Program>;
  /** The engine on a program; asked once for each program and version. */
  readonly report: (name: string, go?: GoVersion) => Promise<Report>;
  /** The engine on an edit of a program. */
  readonly edited: (file: string, text: string, go?: GoVersion) => Promise<Report>;
  readonly recorded: (program: string, go: string) => string | undefined;
  /** `program.edit`. */
  readonly edits: ReadonlyMap<string, Program>;
  /** The time is up: no further question is looked at. */
  readonly stop: () => boolean;
}

interface Marked {
  readonly mark: string;
  readonly in?: string | undefined;
  readonly path: ValuePath;
}

function marksOf({ question, path }: PackQuestion): Marked[] {
  if ('places' in question)
    return question.places.map((each, index) => ({ ...each, path: [...path, 'places', index] }));
  if ('parameters' in question)
    return question.parameters.map((each, index) => ({ ...each, path: [...path, 'parameters', index] }));
  return 'mark' in question ? [{ mark: question.mark, in: question.in, path }] : [];
}

/** Marks that are not found would stop the key: they are reported one by one, each at its place. */
function checkMarks(each: PackQuestion, text: string, report: Report, problems: Problems): boolean {
  let fine = true;
  const add = (check: 'mark-not-found' | 'mark-ambiguous' | 'mark-without-place', message: string, path: ValuePath) => {
    fine = false;
    problems.add(check, each.file.file, `${each.question.id}: ${message}`, each.file.at(path));
  };
  for (const { mark, in: within = mark, path } of marksOf(each)) {
    const at = text.indexOf(within);
    const where = [...path, within === mark ? 'mark' : 'in'];
    if (at < 0) add('mark-not-found', `the program does not contain ${JSON.stringify(within)}`, where);
    else if (text.indexOf(within, at + 1) >= 0)
      add('mark-ambiguous', `${JSON.stringify(within)} occurs more than once: say where with "in"`, where);
    else if (!within.includes(mark))
      add('mark-not-found', `${JSON.stringify(within)} does not contain the mark`, where);
    else if (!placeOn(report, findMark(text, mark, within)))
      add('mark-without-place', `no variable or allocation at ${JSON.stringify(mark)}`, [...path, 'mark']);
  }
  return fine;
}

async function derive(each: PackQuestion, tools: KeyTools): Promise<Posed['key'] | undefined> {
  const { question, lesson, text } = each;
  const id = `${lesson}/${question.id}`;
  const name = programOf(question);
  const about = { id, words: words.en, asked: askedWords.en };
  const evidenceOf = (program: string | undefined): Evidence => {
    const text = (program === undefined ? undefined : tools.programs.get(program)?.text) ?? '';
    return evidenceOn(text, about, (each, go) =>
      each === text ? tools.report(program ?? '', go) : tools.edited(`${program}.go`, each, go),
    );
  };
  if (isPlaced(question)) {
    const program = tools.programs.get(question.program)!.text;
    const report = await tools.report(question.program);
    if (question.kind === 'fix-it') checkFixIt(question, program, report);
    else placementKey(question, program, report);
    return undefined;
  }
  if (isFixFunction(question)) {
    fixTask(question, {
      program: (program) => tools.programs.get(program)?.text,
      edit: (program, edit) => tools.edits.get(`${program}.${edit}`)?.text,
      recorded: tools.recorded,
    });
    return undefined;
  }
  if (!isAsked(question)) return poseRuntime(question).key;
  const { recorded } = tools;
  const texts = text?.options ?? {};
  const labels = ['true', 'false'] as const;
  return (await poseAsked(question, { evidence: evidenceOf(name), evidenceOn: evidenceOf, texts, recorded, labels }))
    .key;
}

/** One question: first what can be located, then the key itself. */
export async function checkKey(each: PackQuestion, tools: KeyTools, problems: Problems): Promise<void> {
  const { question, file, path } = each;
  const named = [
    ['program', programOf(question)],
    ['proof', 'proof' in question ? question.proof : undefined],
  ] as const;
  for (const [field, name] of named) {
    if (name === undefined || tools.programs.has(name)) continue;
    const outside = /[/\\]|\.\./.test(name);
    const message = outside ? `"${name}" is no name of a program` : `there is no programs/${name}.go`;
    problems.add(outside ? 'path-traversal' : 'unknown-program', file.file, message, file.at([...path, field]));
  }
  if (named.some(([, name]) => name !== undefined && !tools.programs.has(name))) return;
  // A program that the engine refuses is reported itself, once.
  for (const [, name] of named) if (name !== undefined && (await tools.report(name)).status !== 'ok') return;
  const program = programOf(question);
  if (program !== undefined) {
    const report = await tools.report(program);
    if (!checkMarks(each, tools.programs.get(program)!.text, report, problems)) return;
  }
  const recording = recordingOf(question);
  if (recording && tools.recorded(recording.program, recordingName(recording)) === undefined) {
    const message = `recorded.json has no output of ${recording.program} under Go ${recordingName(recording)}`;
    problems.add('recorded-missing', file.file, message, file.at([...path, 'of']));
    return;
  }
  if (
    question.kind === 'choice' &&
    !isChoiceOfEdits(question) &&
    question.options.some((id) => each.text?.options?.[id] === undefined)
  )
    return;
  try {
    const key = await derive(each, tools);
    if (key) checkLures(each, key, problems);
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).replace(/^question [^:]*: /, '');
    problems.add('key-refused', file.file, `${question.id}: ${message}`, file.at([...path, 'id']));
  }
}

function checkLures({ question, file, path }: PackQuestion, key: Posed['key'], problems: Problems): void {
  if (!('lures' in question)) return;
  for (const [answer, belief] of Object.entries(question.lures)) {
    const at = file.at([...path, 'lures', answer]);
    if (key.truth.includes(answer))
      problems.add('lure-without-option', file.file, `${question.id}: the lure "${answer}" is the truth`, at);
    if (question.kind === 'number' && !Number.isFinite(Number(answer)))
      problems.add('lure-without-option', file.file, `${question.id}: the lure "${answer}" is no number`, at);
    if (!(BELIEFS as readonly string[]).includes(belief) || !words.en.beliefs[belief]?.refutation)
      problems.add('lure-without-refutation', file.file, `${question.id}: nothing is said against "${belief}"`, at);
  }
}
