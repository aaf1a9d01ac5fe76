/** The words of review, progress, search and offline, for pages and for their scripts; missing ones in English. */
import { type LearningStrings, learningEn } from './en.ts';
import { learningZhCn } from './zh-cn.ts';

type Language = 'en' | 'zh-cn';
const ALL: Readonly<Record<Language, LearningStrings>> = { en: learningEn, 'zh-cn': learningZhCn };

export function learningStrings(language: Language): LearningStrings {
  return ALL[language];
}
