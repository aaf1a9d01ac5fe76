/** The words of a page in its language, missing ones in English. */
import type { Language } from '../../course/words/index.ts';
import { en, type Strings } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type { Language };

type Tree = { readonly [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function merge(base: Tree, over: Tree): Tree {
  const merged = Object.entries(base).map(([key, value]) => {
    const other = over[key];
    return [key, isTree(value) && isTree(other) ? merge(value, other) : (other ?? value)];
  });
  return Object.fromEntries(merged);
}

const ALL: Readonly<Record<Language, Strings>> = { en, 'zh-cn': merge(en, zhCn as Tree) as Strings };

/** The value of an html lang attribute. */
export const HTML_LANG: Readonly<Record<Language, string>> = { en: 'en', 'zh-cn': 'zh-CN' };

export function strings(language: Language): Strings {
  return ALL[language];
}
