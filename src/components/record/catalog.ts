/** What the course consists of, as a file that scripts fetch when they need it: lessons in order, with their questions. */

import type { LessonOutline } from '../../course/progress/state.ts';
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

export async function fetchCatalog(language: string): Promise<CatalogLesson[]> {
  const response = await fetch(address(`${language}/lessons.json`));
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as CatalogLesson[];
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
