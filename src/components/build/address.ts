/** Addresses inside the site, below whatever sub-path it is served from. */
import type { Language } from '../../course/words/index.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

export function address(path: string): string {
  return base + path.replace(/^\//, '');
}

export function lessonAddress(language: Language, lesson: string): string {
  return address(`${language}/lessons/${lesson}/`);
}

export function keyAddress(language: Language, lesson: string, question: string): string {
  return address(`keys/${language}/${lesson}/${question}.json`);
}
