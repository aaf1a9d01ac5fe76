/** The edits that re-analysis confirmed, each with a button that makes it in the editor. */
import type { Edit } from '../../course/flow/edits.ts';
import type { Span } from '../../course/span.ts';
import { h, rich } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

export interface EditsHost {
  readonly words: ToolWords;
  light(span: Span): void;
  make(text: string): void;
}

function sentence({ kind, spans, was }: Edit, words: ToolWords): string {
  const set = kind === 'remove' && spans.length > 1;
  const line = spans[0]!.line;
  return fill(words.edit[set ? 'removeSet' : kind], { line, was: was[0]!.replaceAll('`', '’'), n: spans.length });
}

function item(edit: Edit, host: EditsHost): HTMLElement {
  const { words } = host;
  const show = h('button', { type: 'button', class: 'edit-text' }, rich(sentence(edit, words)));
  const light = () => host.light(edit.spans[0]!);
  show.addEventListener('click', light);
  show.addEventListener('focus', light);
  const set =
    edit.spans.length > 1 &&
    h('ul', {}, ...edit.spans.map(({ line }, i) => h('li', {}, `${line}: `, h('code', {}, edit.was[i]))));
  if (edit.text === null) return h('li', {}, show, set, h('span', { class: 'fine not-alone' }, words.notAlone));
  const { text } = edit;
  const make = h('button', { type: 'button', class: 'btn' }, words.tryIt);
  make.addEventListener('click', () => host.make(text));
  return h('li', {}, show, set, make);
}

export function editsView(edits: readonly Edit[], host: EditsHost): HTMLElement[] {
  const { words } = host;
  const title = h('h3', {}, words.edits);
  if (edits.length === 0) return [title, h('p', { class: 'fine' }, words.editsNone)];
  return [
    title,
    h('ul', { class: 'edits' }, ...edits.map((edit) => item(edit, host))),
    h('p', { class: 'fine' }, words.editsNote),
  ];
}
