/** What can be said about questions and their words without asking the engine. */
import { isChoiceOfEdits } from '../kinds/choice/kind.ts';
import { isLater } from '../kinds/later/schema.ts';
import {
  programOf,
  type Question,
  type QuestionText,
  question as questionSchema,
  questionTexts,
} from '../kinds/schemas.ts';
import type { Problems } from './checks.ts';
import { type Part, packLimits } from './files.ts';
import { Located, type ValuePath, type YamlReader } from './yaml.ts';

export interface PackQuestion {
  readonly lesson: string;
  readonly question: Question;
  /** Its place in the file. */
  readonly path: ValuePath;
  readonly file: Located;
  /** Its words in English. */
  readonly text: QuestionText | undefined;
}

type Texts = Readonly<Record<string, QuestionText>>;

/** The words of a file, each entry by itself, so that one mistake does not hide the others. */
export function readTexts(part: Part, reader: YamlReader, problems: Problems): { texts: Texts; file: Located } {
  const file = new Located(part.file.path, part.file.text!, reader, problems);
  const { data } = file.reading;
  if (file.broken) return { texts: {}, file };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    file.checked(questionTexts, data);
    return { texts: {}, file };
  }
  const texts = Object.entries(data).flatMap(([id, entry]) => {
    const text = file.checked(questionTexts.valueType, entry, [id]);
    return text ? [[id, text] as const] : [];
  });
  return { texts: Object.fromEntries(texts), file };
}

export interface QuestionFile {
  readonly lesson: string;
  readonly file: Located;
  readonly questions: readonly PackQuestion[];
  /** Every id that is written, also of questions that are not well formed. */
  readonly ids: ReadonlySet<string>;
}

export function readQuestions(
  part: Part,
  english: Texts | undefined,
  reader: YamlReader,
  problems: Problems,
): QuestionFile {
  const file = new Located(part.file.path, part.file.text!, reader, problems);
  const lesson = part.name;
  const none: QuestionFile = { lesson, file, questions: [], ids: new Set() };
  if (file.broken) return none;
  const { data } = file.reading;
  if (!Array.isArray(data) || data.length === 0) {
    problems.add('schema', file.file, 'a file of questions is a list of at least one question');
    return none;
  }
  if (data.length > packLimits.questionsPerLesson) {
    const message = `a lesson has at most ${packLimits.questionsPerLesson} questions, this one has ${data.length}`;
    problems.add('schema', file.file, message);
    return none;
  }
  const ids = new Set<string>();
  const questions: PackQuestion[] = [];
  for (const [index, value] of data.entries()) {
    const id = idOf(value);
    if (id !== undefined && ids.has(id))
      problems.add('duplicate-id', file.file, `the id "${id}" is taken`, file.at([index, 'id']));
    if (id !== undefined) ids.add(id);
    const kind: unknown = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    if (isLater(kind)) {
      problems.add('later-kind', file.file, `nothing answers "${kind}" questions yet`, file.at([index, 'kind']));
      continue;
    }
    const question = file.checked(questionSchema, value, [index]);
    if (question) questions.push({ lesson, question, path: [index], file, text: english?.[question.id] });
  }
  return { lesson, file, questions, ids };
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

const NEGATED = /\bNOT\b|\b[Ww](?:hich|hat)\b[^.?!“”"`]*\b(?:not|never|except|isn't|doesn't|aren't|don't)\b[^.?!]*\?/;
const ALL_OF_THE_ABOVE = /\b(?:all|none) of (?:the above|these|them)\b/i;
/** Research finds no gain beyond three options; each wrong one needs a belief behind it anyway. */
const OPTIONS = 3;
const MAX_OPTIONS = 4;

/** The words of every question, and the options that are written by hand. */
export function checkWords(
  files: readonly QuestionFile[],
  english: ReadonlyMap<string, { file: Located; texts: Texts }>,
  problems: Problems,
): void {
  for (const { lesson, file, questions } of files) {
    const words = english.get(lesson);
    for (const { question, path, text } of questions) {
      const at = file.at([...path, 'id']);
      if (!text || text.ask.trim() === '')
        problems.add('missing-words', file.file, `questions/${lesson}.en.yaml says nothing about "${question.id}"`, at);
      if (text && words && NEGATED.test(text.ask))
        problems.add(
          'negated-stem',
          words.file.file,
          `${question.id}: ask for what is, not for what is not`,
          words.file.at([question.id, 'ask']),
        );
      if (question.kind === 'choice' && !isChoiceOfEdits(question)) {
        // Which option a recording shows is known once its key is made.
        const truth =
          question.of === 'recorded' ? question.options.filter((id) => !question.lures[id]) : question.truth;
        checkOptions(question.options, truth, question.lures, file, path, problems);
        for (const [index, id] of question.options.entries())
          if (text?.options?.[id] === undefined)
            problems.add(
              'missing-words',
              file.file,
              `no text for the option "${id}"`,
              file.at([...path, 'options', index]),
            );
      }
      for (const [id, option] of Object.entries(text?.options ?? {}))
        if (words && ALL_OF_THE_ABOVE.test(option))
          problems.add(
            'all-of-the-above',
            words.file.file,
            `${question.id}: an option stands for itself`,
            words.file.at([question.id, 'options', id]),
          );
      const named = [...Object.keys('lures' in question ? question.lures : {}), ...Object.keys(text?.wrong ?? {})];
      if (question.kind === 'number' && named.length === 0)
        problems.add(
          'option-without-lure',
          file.file,
          `${question.id}: a number names a wrong number, with the belief behind it or words of its own`,
          at,
        );
      if ('source' in question && question.source.trim() === '')
        problems.add(
          'stated-without-source',
          file.file,
          `${question.id}: what cannot be computed names its source`,
          file.at([...path, 'source']),
        );
    }
  }
}

function checkOptions(
  options: readonly string[],
  truth: readonly string[],
  lures: Readonly<Record<string, string>>,
  file: Located,
  path: ValuePath,
  problems: Problems,
): void {
  const at = file.at([...path, 'options']);
  if (options.length < OPTIONS) problems.add('option-count', file.file, `a choice has at least ${OPTIONS} options`, at);
  if (options.length > MAX_OPTIONS && truth.length === 1)
    problems.add('option-count', file.file, `a choice with one answer has at most ${MAX_OPTIONS} options`, at);
  for (const [index, id] of options.entries())
    if (!truth.includes(id) && lures[id] === undefined)
      problems.add(
        'option-without-lure',
        file.file,
        `the wrong option "${id}" has no belief behind it (lures)`,
        file.at([...path, 'options', index]),
      );
  for (const id of Object.keys(lures))
    if (!options.includes(id.replace(/^no /, '')) || truth.includes(id))
      problems.add(
        'lure-without-option',
        file.file,
        `the lure "${id}" is no wrong option`,
        file.at([...path, 'lures', id]),
      );
}

/** What is asked, without what it is called and without the distractors. */
function asksFor({ lesson, question }: PackQuestion): string[] {
  const program = programOf(question) ?? '';
  if (question.kind === 'predict-placement' || question.kind === 'fix-it')
    return question.places.map(({ mark, in: within }) =>
      JSON.stringify([question.kind, program, mark, within ?? mark]),
    );
  if (program === '' && 'source' in question) return [`${lesson}/${question.id}`];
  const { id: _id, revision: _revision, ...rest } = question;
  const named = Object.entries({ ...rest, lures: undefined, tolerance: undefined, unit: undefined });
  // What a written question asks is in its words: the options tell two of them apart.
  return [JSON.stringify(named.sort(([a], [b]) => (a < b ? -1 : 1)))];
}

export function checkRepeated(questions: readonly PackQuestion[], problems: Problems): void {
  const seen = new Map<string, PackQuestion>();
  for (const each of questions)
    for (const asked of asksFor(each)) {
      const first = seen.get(asked);
      if (!first) seen.set(asked, each);
      else if (first !== each)
        problems.add(
          'duplicate-question',
          each.file.file,
          `${each.question.id} asks what ${first.lesson}/${first.question.id} asks`,
          each.file.at([...each.path, 'id']),
        );
    }
}
