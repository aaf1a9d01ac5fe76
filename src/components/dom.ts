/** The few DOM helpers that the custom elements share. Text goes in as text; nothing here parses HTML. */

import type { LearningWords } from './record/strings/en.ts';
import type { LiveStrings } from './strings/en.ts';
import { atFlags, pieces } from './strings/fill.ts';

type Child = Node | string | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Text in which backticks mark code. */
export function rich(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text: piece, code } of pieces(text)) {
    const said = atFlags(piece).map((part, index) => (index % 2 === 1 ? h('span', { class: 'flag' }, part) : part));
    fragment.append(...(code ? [h('code', {}, ...said)] : said));
  }
  return fragment;
}

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** The words that scripts say, in the page's language. */
export function liveWords(): LiveStrings {
  return JSON.parse(document.getElementById('live-words')!.textContent!) as LiveStrings;
}

/** The words about answers, review, search and offline, which most scripts do without. */
export function learningWords(): LearningWords {
  return JSON.parse(document.getElementById('learning-words')!.textContent!) as LearningWords;
}

export function pageLanguage(): 'en' | 'zh-cn' {
  return document.documentElement.lang.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en';
}

export function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

export function findAll<T extends Element>(root: ParentNode, selector: string): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** Whether the text is in the clipboard now; a page without the right to write there has to say something else. */
export async function toClipboard(text: string): Promise<boolean> {
  const writing = navigator.clipboard?.writeText(text) ?? Promise.reject();
  return writing.then(
    () => true,
    () => false,
  );
}

/** Offers text as a file. */
export function download(text: string, type: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
