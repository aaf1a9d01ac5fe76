/** Languages of the course's answers. A language without words of its own falls back to English, visibly on the page. */
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhCn } from './zh-cn.ts';

export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

export const words: Readonly<Record<Language, Words>> = { en, 'zh-cn': zhCn };
