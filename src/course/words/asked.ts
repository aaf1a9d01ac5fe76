/** Words of asked questions, by language: options that a kind makes itself. Backticks mark code. */
import type { Language } from './index.ts';

export interface AskedWords {
  readonly noLine: string;
  readonly noVersion: string;
  readonly allVersions: string;
  readonly stack: string;
  readonly heap: string;
  readonly bytes: string;
  /** Of a program, about a sentence. */
  readonly refutes: string;
  readonly refutesNot: string;
  readonly lineAt: (line: number) => string;
  readonly recorded: (program: string, go: string, flags?: string) => string;
  readonly stated: (source: string, go: string) => string;
}

const en: AskedWords = {
  noLine: 'no line at all',
  noVersion: 'in none of them',
  allVersions: 'in all of them',
  stack: 'stack',
  heap: 'heap',
  bytes: 'bytes',
  refutes: 'It refutes the sentence.',
  refutesNot: 'It does not.',
  lineAt: (line) => `line ${line}`,
  recorded: (program, go, flags) =>
    `Recorded, not computed: ${program}.go, ${flags ? `compiled with ${flags}` : 'run'} under Go ${go}.`,
  stated: (source, go) => `Stated, not computed. Source: ${source} (Go ${go}).`,
};

const zhCn: AskedWords = {
  noLine: '一行也没有',
  noVersion: '一个也没有',
  allVersions: '全部都是',
  stack: '栈',
  heap: '堆',
  bytes: '字节',
  refutes: '它反驳了这句话。',
  refutesNot: '它没有反驳。',
  lineAt: (line) => `第 ${line} 行`,
  recorded: (program, go, flags) =>
    `记录所得，并非计算：${program}.go，在 Go ${go} 下${flags ? `用 ${flags} 编译` : '运行'}。`,
  stated: (source, go) => `此答案为引用，并非计算。出处：${source}（Go ${go}）。`,
};

export const askedWords: Readonly<Record<Language, AskedWords>> = { en, 'zh-cn': zhCn };
