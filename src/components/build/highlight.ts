/**
 * Go text to lines of tokens, at build time, with one theme whose colours are names of classes: k keyword, m comment,
 * s text. The palette is the page's own CSS, so that every theme of the page fits.
 */
import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import go from 'shiki/langs/go.mjs';

const CLASS_OF: Readonly<Record<string, string>> = { '#000001': 'k', '#000002': 'm', '#000003': 's' };
const ink: ThemeRegistrationRaw = {
  name: 'ink',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    { scope: ['keyword', 'storage.type.function'], settings: { foreground: '#000001' } },
    { scope: ['keyword.operator'], settings: { foreground: '#000000' } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000002' } },
    { scope: ['string'], settings: { foreground: '#000003' } },
  ],
};

export interface Token {
  readonly text: string;
  /** '' for plain. */
  readonly class: string;
  /** UTF-16 column of its first character, from 1. */
  readonly col: number;
}

let highlighter: Promise<HighlighterCore> | undefined;

function highlighterOnce(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({ themes: [ink], langs: [go], engine: createJavaScriptRegexEngine() });
  return highlighter;
}

function merged(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const joins = last && (last.class === token.class || token.text.trim() === '');
    if (joins) out[out.length - 1] = { ...last, text: last.text + token.text };
    else out.push(token);
  }
  return out;
}

export async function highlight(text: string): Promise<Token[][]> {
  const { tokens } = (await highlighterOnce()).codeToTokens(text.trimEnd(), { lang: 'go', theme: 'ink' });
  return tokens.map((line) => {
    let col = 1;
    const plain = line.map(({ content, color }): Token => {
      const token = { text: content, class: CLASS_OF[color ?? ''] ?? '', col };
      col += content.length;
      return token;
    });
    return merged(plain);
  });
}

/** Cuts the tokens of a line at the ends of `ranges`, so that each range is made of whole tokens. */
export function cutAt(tokens: readonly Token[], cols: readonly number[]): Token[] {
  return tokens.flatMap((token) => {
    const inside = cols.filter((col) => col > token.col && col < token.col + token.text.length).sort((a, b) => a - b);
    const starts = [token.col, ...inside];
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? token.col + token.text.length;
      return { class: token.class, col: start, text: token.text.slice(start - token.col, end - token.col) };
    });
  });
}
