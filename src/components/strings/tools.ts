/** The tools' words in a language, missing ones in English. */
import { type Language, merge } from './index.ts';
import { type ToolStrings, toolsEn } from './tools-en.ts';
import { toolsZhCn } from './tools-zh-cn.ts';

const ALL: Readonly<Record<Language, ToolStrings>> = {
  en: toolsEn,
  'zh-cn': merge(toolsEn, toolsZhCn as Parameters<typeof merge>[1]) as unknown as ToolStrings,
};

export function toolStrings(language: Language): ToolStrings {
  return ALL[language];
}
