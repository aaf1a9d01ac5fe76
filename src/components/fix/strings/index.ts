import type { Language } from '../../../course/words/index.ts';
import { type FixStrings, fixEn } from './en.ts';
import { fixZhCn } from './zh-cn.ts';

const ALL: Readonly<Record<Language, FixStrings>> = { en: fixEn, 'zh-cn': fixZhCn };

export function fixStrings(language: Language): FixStrings {
  return ALL[language];
}
