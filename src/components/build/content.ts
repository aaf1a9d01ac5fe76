/** The built-in course's files, checked. Runs at build time only. */
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
import { LANGUAGES, type Language } from '../../course/words/index.ts';

type Files = Record<string, string>;
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

function byName(files: Files, pattern: RegExp): Map<string, string> {
  const named = Object.entries(files).map(([path, text]) => [pattern.exec(path)?.[1], text] as const);
  return new Map(named.filter((entry): entry is [string, string] => entry[0] !== undefined));
}

function checked<T>(schema: z.ZodType<T>, name: string, text: string): T {
  const result = schema.safeParse(parse(text));
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** name → text of every program that questions and the explorer use. */
export const programs = byName(programFiles, /\/([\w-]+)\.go$/);
/** `program.edit` → text of the edits of fix-it tasks that were run. */
export const edits = byName(editFiles, /\/([\w-]+\.[\w-]+)\.go$/);
const questionSets = byName(questionFiles, /\/([\w-]+)\.yaml$/);
const textSets = byName(questionFiles, /\/([\w-]+\.[\w-]+)\.yaml$/);

export interface LessonQuestion {
  readonly lesson: string;
  readonly question: Question;
  /** The program's text, '' for a question without one. */
  readonly text: string;
}

export function lessonsWithQuestions(): string[] {
  return [...questionSets.keys()];
}

export function questionsOf(lesson: string): LessonQuestion[] {
  const text = questionSets.get(lesson);
  if (text === undefined) return [];
  return checked(questionFile, `questions/${lesson}.yaml`, text).map((question) => {
    const name = programOf(question);
    const program = name === undefined ? '' : programs.get(name);
    if (program === undefined) throw new Error(`question ${lesson}/${question.id}: no program "${name}"`);
    return { lesson, question, text: program };
  });
}

export function questionOf(lesson: string, id: string): LessonQuestion {
  const found = questionsOf(lesson).find(({ question }) => question.id === id);
  if (!found) throw new Error(`questions/${lesson}.yaml has no question "${id}"`);
  return found;
}

/** A question that is answered on the program itself. */
export function placedQuestionOf(
  lesson: string,
  id: string,
): { readonly question: PlacedQuestion; readonly text: string } {
  const { question, text } = questionOf(lesson, id);
  if (!isPlaced(question)) throw new Error(`question ${lesson}/${id} is answered in a form: <Ask>, not <Predict>`);
  return { question, text };
}

/** The words of a question, in English where its language has none yet. */
export function questionText(
  lesson: string,
  id: string,
  language: Language,
): QuestionText & { readonly language: Language } {
  for (const candidate of [language, 'en'] as const) {
    const text = textSets.get(`${lesson}.${candidate}`);
    const found = text && checked(questionTexts, `questions/${lesson}.${candidate}.yaml`, text)[id];
    if (found) return { ...found, language: candidate };
  }
  throw new Error(`questions/${lesson}.en.yaml says nothing about "${id}"`);
}

/** A board is an item of the lesson that shows it; its questions are drawn, not written. */
export function boardItem(kind: string): string {
  return `board-${kind}`;
}

const englishLessons = byName(lessonFiles, /\/lessons\/en\/([\w-]+)\.mdx$/);

/** The kinds of the boards that a lesson shows. */
export function boardsOf(lesson: string): string[] {
  return [...(englishLessons.get(lesson) ?? '').matchAll(/<Board kind="([\w-]+)"/g)].map((match) => match[1]!);
}

/** The lesson that shows a board: answers to it are stored as that lesson's. */
export function homeOfBoard(kind: string): string {
  const home = [...englishLessons.keys()].find((lesson) => boardsOf(lesson).includes(kind));
  if (!home) throw new Error(`no lesson shows the board "${kind}"`);
  return home;
}

/** What a lesson asks, in the order of its page: the questions of its file, and its boards. */
export function itemsOf(lesson: string): string[] {
  const written = questionsOf(lesson).map(({ question }) => question.id);
  const text = englishLessons.get(lesson) ?? '';
  const place = (tag: string): number => (text.includes(tag) ? text.indexOf(tag) : text.length);
  const placed = [
    ...written.map((id) => [place(`"${lesson}/${id}"`), id] as const),
    ...boardsOf(lesson).map((kind) => [place(`<Board kind="${kind}"`), boardItem(kind)] as const),
  ];
  return placed.sort(([a], [b]) => a - b).map(([, name]) => name);
}

export interface OutlineLesson {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly written: boolean;
  /** `lesson/name` of all that is scored, in the order of the page: questions and boards. */
  readonly questions: readonly string[];
}
export interface OutlineModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly OutlineLesson[];
}

/** The course in order, in one language. Every lesson file must be listed, and listed once. */
export function outline(language: Language): OutlineModule[] {
  const modules = checked(outlineSchema, 'outline.yaml', Object.values(outlineFile)[0]!);
  const written = new Set(englishLessons.keys());
  const listed = modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));
  if (new Set(listed).size !== listed.length) throw new Error('outline.yaml lists a lesson twice');
  for (const id of written)
    if (!listed.includes(id)) throw new Error(`lessons/en/${id}.mdx is not listed in outline.yaml`);
  return modules.map((module) => ({
    id: module.id,
    title: module.title[language] ?? module.title.en,
    lessons: module.lessons.map((lesson, index) => ({
      id: lesson.id,
      number: `${module.id}${index + 1}`,
      title: lesson.title[language] ?? lesson.title.en,
      titleLanguage: lesson.title[language] ? language : 'en',
      written: written.has(lesson.id),
      questions: itemsOf(lesson.id).map((name) => `${lesson.id}/${name}`),
    })),
  }));
}

export { LANGUAGES };
