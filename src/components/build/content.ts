/** The files of the built-in course and of mounted packs, checked. Runs at build time only. */
import { parse } from 'yaml';
import { z } from 'zod';
import {
  isPlaced,
  type PlacedQuestion,
  programOf,
  type Question,
  type QuestionText,
  questionFile,
  questionTexts,
} from '../../course/kinds/schemas.ts';
import { outlineSchema } from '../../course/pack/schemas.ts';
import { builtInPack } from '../../course/progress/record.ts';
import { LANGUAGES, type Language } from '../../course/words/index.ts';
import { byName, mountedPacks, type Pack } from './pack.ts';
import { recordedOutput } from './recorded.ts';

const programFiles = import.meta.glob<string>('../../content/programs/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const editFiles = import.meta.glob<string>('../../content/edits/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const questionFiles = import.meta.glob<string>('../../content/questions/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const outlineFile = import.meta.glob<string>('../../content/outline.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const lessonFiles = import.meta.glob<string>('../../content/lessons/*/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function checked<T>(schema: z.ZodType<T>, name: string, text: string): T {
  const result = schema.safeParse(parse(text));
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** `program.edit` → text of the edits of fix-it tasks that were run. */
export const edits = byName(editFiles, /\/([\w-]+\.[\w-]+)\.go$/);
/** The built-in course. */
export const course: Pack = {
  id: builtInPack,
  programs: byName(programFiles, /\/([\w-]+)\.go$/),
  questionSets: byName(questionFiles, /\/([\w-]+)\.yaml$/),
  textSets: byName(questionFiles, /\/([\w-]+\.[\w-]+)\.yaml$/),
  outline: Object.values(outlineFile)[0]!,
  lessons: byName(lessonFiles, /\/lessons\/en\/([\w-]+)\.mdx$/),
  recorded: recordedOutput,
};

/** name → text of every program that the course's questions and the explorer use. */
export const programs = course.programs;

/** The pack that a page belongs to, by the parameter of its address. */
export function packOf(id: string | undefined): Pack {
  const found = id === undefined ? course : mountedPacks.find((pack) => pack.id === id);
  if (!found) throw new Error(`no pack "${id}" is mounted`);
  return found;
}

/** `make`, called once for each pack and name: pages ask for the same again and again. */
function perPack<N extends string, T>(make: (name: N, pack: Pack) => T): (name: N, pack?: Pack) => T {
  const made = new Map<Pack, Map<N, T>>();
  return (name, pack = course) => {
    const known = made.get(pack) ?? new Map<N, T>();
    made.set(pack, known);
    if (!known.has(name)) known.set(name, make(name, pack));
    return known.get(name)!;
  };
}

export interface LessonQuestion {
  readonly lesson: string;
  readonly question: Question;
  /** The program's text, '' for a question without one. */
  readonly text: string;
}

export function lessonsWithQuestions(pack: Pack = course): string[] {
  return [...pack.questionSets.keys()];
}

export const questionsOf = perPack(readQuestions);

function readQuestions(lesson: string, pack: Pack): LessonQuestion[] {
  const text = pack.questionSets.get(lesson);
  if (text === undefined) return [];
  return checked(questionFile, `questions/${lesson}.yaml`, text).map((question) => {
    const name = programOf(question);
    const program = name === undefined ? '' : pack.programs.get(name);
    if (program === undefined) throw new Error(`question ${lesson}/${question.id}: no program "${name}"`);
    return { lesson, question, text: program };
  });
}

export function questionOf(lesson: string, id: string, pack: Pack = course): LessonQuestion {
  const found = questionsOf(lesson, pack).find(({ question }) => question.id === id);
  if (!found) throw new Error(`questions/${lesson}.yaml has no question "${id}"`);
  return found;
}

/** A question that is answered on the program itself. */
export function placedQuestionOf(
  lesson: string,
  id: string,
  pack: Pack = course,
): { readonly question: PlacedQuestion; readonly text: string } {
  const { question, text } = questionOf(lesson, id, pack);
  if (!isPlaced(question)) throw new Error(`question ${lesson}/${id} is answered in a form: <Ask>, not <Predict>`);
  return { question, text };
}

const textsOf = perPack((name: string, pack) => {
  const text = pack.textSets.get(name);
  return text === undefined ? undefined : checked(questionTexts, `questions/${name}.yaml`, text);
});

/** The words of a question, in English where its language has none yet. */
export function questionText(
  lesson: string,
  id: string,
  language: Language,
  pack: Pack = course,
): QuestionText & { readonly language: Language } {
  for (const candidate of [language, 'en'] as const) {
    const found = textsOf(`${lesson}.${candidate}`, pack)?.[id];
    if (found) return { ...found, language: candidate };
  }
  throw new Error(`questions/${lesson}.en.yaml says nothing about "${id}"`);
}

/** A board is an item of the lesson that shows it; its questions are drawn, not written. */
export function boardItem(kind: string): string {
  return `board-${kind}`;
}

/** As the lessons of trusted and of safe packs place a board. */
const BOARD = /(?:<Board kind="|::board\{kind="?)([\w-]+)/g;

/** The kinds of the boards that a lesson shows. */
export function boardsOf(lesson: string, pack: Pack = course): string[] {
  return [...(pack.lessons.get(lesson) ?? '').matchAll(BOARD)].map((match) => match[1]!);
}

/** The lesson that shows a board: answers to it are stored as that lesson's. */
export function homeOfBoard(kind: string, pack: Pack = course): string {
  const home = [...pack.lessons.keys()].find((lesson) => boardsOf(lesson, pack).includes(kind));
  if (!home) throw new Error(`no lesson shows the board "${kind}"`);
  return home;
}

/** What a lesson asks, in the order of its page: the questions of its file, and its boards. */
export function itemsOf(lesson: string, pack: Pack = course): string[] {
  const text = pack.lessons.get(lesson) ?? '';
  const place = (...tags: string[]): number =>
    Math.min(...tags.map((tag) => (text.includes(tag) ? text.indexOf(tag) : text.length)));
  const placed = [
    ...questionsOf(lesson, pack).map(
      ({ question: { id } }) => [place(`"${lesson}/${id}"`, `{id=${id}}`, `{id="${id}"}`), id] as const,
    ),
    ...boardsOf(lesson, pack).map(
      (kind) => [place(`<Board kind="${kind}"`, `::board{kind=${kind}}`), boardItem(kind)] as const,
    ),
  ];
  return placed.sort(([a], [b]) => a - b).map(([, name]) => name);
}

export interface OutlineLesson {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly written: boolean;
  /** As the lesson says; 0 where it is not written. */
  readonly minutes: number;
  /** `lesson/name` of all that is scored, in the order of the page: questions and boards. */
  readonly questions: readonly string[];
}
export interface OutlineModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly OutlineLesson[];
}

/** A pack's lessons in order, in one language. Every lesson file must be listed, and listed once. */
export const outline = perPack((language: Language, pack): OutlineModule[] => {
  const modules = checked(outlineSchema, 'outline.yaml', pack.outline);
  const written = new Set(pack.lessons.keys());
  const ids = modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));
  if (new Set(ids).size !== ids.length) throw new Error('outline.yaml lists a lesson twice');
  for (const id of written) if (!ids.includes(id)) throw new Error(`lessons/en/${id} is not listed in outline.yaml`);
  return modules.map((module) => ({
    id: module.id,
    title: module.title[language] ?? module.title.en,
    lessons: module.lessons.map((lesson, index) => ({
      id: lesson.id,
      number: `${module.id}${index + 1}`,
      title: lesson.title[language] ?? lesson.title.en,
      titleLanguage: lesson.title[language] ? language : 'en',
      written: written.has(lesson.id),
      minutes: Number(/^minutes: (\d+)$/m.exec(pack.lessons.get(lesson.id) ?? '')?.[1] ?? 0),
      questions: itemsOf(lesson.id, pack).map((name) => `${lesson.id}/${name}`),
    })),
  }));
});

export { LANGUAGES };
