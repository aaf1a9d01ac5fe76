/** The compiler's lines: each lights up what it is about, opens its place's walk, and links to the page of its kind. */
import { lineText, type SaysLine } from '../../course/flow/picture.ts';
import { h, toClipboard } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

export interface SaysHost {
  readonly words: ToolWords;
  /** Address of the messages' pages, with a slash at the end. */
  readonly messages: string;
  light(line: SaysLine): void;
  select(line: SaysLine): void;
}

/** Kinds whose lines have no page: what is not a message of the middle end. */
const NO_PAGE: ReadonlySet<string> = new Set(['other', 'compile-error']);

function item(line: SaysLine, host: SaysHost): HTMLElement {
  const text = h('button', { type: 'button', class: 'says-line' }, lineText(line));
  text.addEventListener('click', () => {
    host.select(line);
    host.light(line);
  });
  text.addEventListener('focus', () => host.light(line));
  const label = fill(host.words.meaning, { code: line.code });
  const link = h('a', { href: `${host.messages}${line.code}/`, 'aria-label': label, title: label }, '?');
  return h('li', { 'data-walk': line.walk }, text, NO_PAGE.has(line.code) ? null : link);
}

/** Lines that are listed at once; the others on demand: a page of ten thousand rows takes seconds. */
const MAX_LISTED = 1000;

export function saysList(lines: readonly SaysLine[], host: SaysHost): HTMLElement {
  if (lines.length === 0) return h('p', { class: 'fine' }, host.words.nothingPrinted);
  const list = h('ol', { class: 'says says-list' }, ...lines.slice(0, MAX_LISTED).map((line) => item(line, host)));
  const left = lines.slice(MAX_LISTED);
  if (left.length > 0) {
    const more = h('button', { type: 'button', class: 'says-line' }, fill(host.words.linesMore, { n: left.length }));
    more.addEventListener('click', () => {
      const items = left.map((line) => item(line, host));
      more.parentElement!.replaceWith(...items);
      items[0]!.querySelector('button')!.focus();
    });
    list.append(h('li', {}, more));
  }
  return list;
}

/** A button that copies the lines as the compiler printed them, and what the question marks are. */
export function copyLines(words: ToolWords, lines: () => readonly SaysLine[]): HTMLElement {
  const button = h('button', { type: 'button', class: 'btn quiet' }, words.copyLines);
  const said = h('span', { class: 'fine', role: 'status' }, words.saysHelp);
  button.addEventListener('click', async () => {
    const done = await toClipboard(`${lines().map(lineText).join('\n')}\n`);
    said.replaceChildren(done ? words.linesCopied : words.linesFailed);
  });
  return h('div', { class: 'act says-act' }, said, button);
}

/** Marks the lines about the place that is open. */
export function markLines(root: ParentNode, walk: number): void {
  for (const line of root.querySelectorAll('.says-list li')) {
    line.classList.toggle('on', walk >= 0 && line.getAttribute('data-walk') === String(walk));
  }
}

/** A row of radios; `name` must be the page's only group of that name. */
export function radios(
  name: string,
  legend: string,
  options: readonly string[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const labels = options.map((value) => {
    const input = h('input', { type: 'radio', name, value, checked: value === chosen, autocomplete: 'off' });
    input.addEventListener('change', () => change(value));
    return h('label', {}, input, value);
  });
  return h(
    'fieldset',
    { class: 'which' },
    h('legend', { class: 'fine' }, legend),
    h('div', { class: 'seg' }, ...labels),
  );
}
