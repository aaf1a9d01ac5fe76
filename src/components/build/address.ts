/** Addresses inside the site, below whatever sub-path it is served from. */
import type { Language } from '../../course/words/index.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

export function address(path: string): string {
  return base + path.replace(/^\//, '');
}

export function lessonAddress(language: Language, lesson: string): string {
  return address(`${language}/lessons/${lesson}/`);
}

/** `pack`: one that is mounted beside the built-in course. */
export function keyAddress(language: Language, lesson: string, question: string, pack?: string): string {
  return address(`${pack ? `packs/${pack}/` : ''}keys/${language}/${lesson}/${question}.json`);
}
