/** The words of practice, for the page and for its scripts. */
import type { Language } from '../../../course/words/index.ts';
import { type PracticeStrings, practiceEn } from './en.ts';
import { practiceZhCn } from './zh-cn.ts';

export type { PracticeStrings };

const ALL: Readonly<Record<Language, PracticeStrings>> = { en: practiceEn, 'zh-cn': practiceZhCn };

export function practiceStrings(language: Language): PracticeStrings {
  return ALL[language];
}
