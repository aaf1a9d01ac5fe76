/** What the course consists of, as a file that scripts fetch when they need it: lessons in order, with their questions. */

import type { LessonOutline } from '../../course/progress/state.ts';
import { address } from '../build/address.ts';
import { PACK } from '../progress/store.ts';

export interface CatalogLesson {
  readonly id: string;
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

export function outlineOf({ id, questions }: CatalogLesson): LessonOutline {
  return { pack: PACK, lesson: id, items: questions };
}

/** Where a question stands. */
export function questionAddress(language: string, item: string): string {
  const [lesson, name] = item.split('/');
  return address(`${language}/lessons/${lesson}/#q-${name}`);
}
