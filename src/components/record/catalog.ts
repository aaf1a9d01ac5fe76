/** What the course consists of, as a file that scripts fetch when they need it: lessons in order, with their questions. */

import type { LessonOutline } from '../../course/progress/state.ts';
import type { Reviewable } from '../../course/review/reviewable.ts';
import { address } from '../build/address.ts';

export interface CatalogLesson {
  readonly pack: string;
  readonly id: string;
  /** Its address, below the language. */
  readonly path: string;
  readonly number: string;
  readonly title: string;
  /** `lesson/question`, in the order of the page. */
  readonly questions: readonly string[];
}

/** A fix-it task. */
interface CatalogTask {
  /** As its answers are stored: `fix-it/task`. */
  readonly item: string;
  readonly title: string;
}

export interface Catalog {
  readonly lessons: readonly CatalogLesson[];
  readonly tasks: readonly CatalogTask[];
  /** `variants/family`, of those that practice draws. */
  readonly families: readonly string[];
}

export const emptyCatalog: Catalog = { lessons: [], tasks: [], families: [] };

export async function fetchCatalog(language: string): Promise<Catalog> {
  const response = await fetch(address(`${language}/catalog.json`));
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Catalog;
}

export function reviewableOf({ lessons, tasks, families }: Catalog): Reviewable {
  return { lessons: lessons.map(outlineOf), tasks: tasks.map(({ item }) => item), families };
}

export function outlineOf({ pack, id, questions }: CatalogLesson): LessonOutline {
  return { pack, lesson: id, items: questions };
}

export function lessonOf(
  lessons: readonly CatalogLesson[],
  { pack, lesson }: { readonly pack: string; readonly lesson: string },
): CatalogLesson | undefined {
  return lessons.find((each) => each.pack === pack && each.id === lesson);
}

export function catalogAddress(language: string, { path }: CatalogLesson): string {
  return address(`${language}/${path}`);
}

/** Where a question stands. */
export function questionAddress(language: string, lesson: CatalogLesson, item: string): string {
  return `${catalogAddress(language, lesson)}#q-${item.slice(item.indexOf('/') + 1)}`;
}
