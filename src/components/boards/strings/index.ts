/** The boards' words in a language, missing ones in English. */
import type { Language } from '../../../course/words/index.ts';
import type { BadReason } from '../../../runtime/index.ts';
import { type BoardStrings, en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type { BoardStrings };

type Tree = { readonly [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merge(base: Tree, over: Tree): Tree {
  const merged = Object.entries(base).map(([key, value]) => [
    key,
    isTree(value) && isTree(over[key]) ? merge(value, over[key]) : (over[key] ?? value),
  ]);
  return { ...over, ...Object.fromEntries(merged) };
}

const all: Readonly<Record<Language, BoardStrings>> = {
  en,
  'zh-cn': merge(en as unknown as Tree, zhCn as unknown as Tree) as unknown as BoardStrings,
};

export function boardStrings(language: Language): BoardStrings {
  return all[language];
}

/** What a page's scripts need of them: the common words, and those of the boards on the page. */
export type LiveBoardStrings = Pick<BoardStrings, 'live' | 'beliefs'> & {
  readonly bad: Readonly<Partial<Record<BadReason, string>>>;
  readonly what: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export function liveBoardStrings(language: Language, kinds: readonly string[]): LiveBoardStrings {
  const words = boardStrings(language);
  const own = words.kinds as LiveBoardStrings['kinds'];
  return {
    live: words.live,
    beliefs: words.beliefs,
    bad: words.bad,
    what: words.what,
    kinds: Object.fromEntries(kinds.map((kind) => [kind, own[kind]!])),
  };
}
