/** Pours a drawn question into a mould: a question of the same form, as the lessons have it. */
import { areShort, type Form, type Option } from '../../course/ask/form.ts';
import type { Span } from '../../course/span.ts';
import { find, findAll, rich } from '../dom.ts';
import { fill as fillWords } from '../strings/fill.ts';
import { codeLines } from './lines.ts';

export interface MouldWords {
  readonly whereLives: string;
  readonly line: string;
  readonly reasonAsk: string;
  readonly hintNames: readonly string[];
  readonly goalStack: string;
  readonly goalHeap: string;
}

export interface DrawnPlace {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly span: Span;
}

export interface Pouring {
  /** Names this question on the page. */
  readonly group: string;
  readonly ask: string;
  readonly text: string;
  readonly marks: readonly Span[];
  readonly words: MouldWords;
  readonly data: Readonly<Record<string, string>>;
}

/** As many copies of `row` as there are options, in its place. */
function rows<T>(
  row: HTMLElement,
  items: readonly T[],
  make: (copy: HTMLElement, item: T, index: number) => void,
): void {
  const parent = row.parentElement!;
  const blank = row.cloneNode(true) as HTMLElement;
  for (const other of [...parent.children]) if (other.className === row.className && other !== row) other.remove();
  const copies = items.map((item, index) => {
    const copy = blank.cloneNode(true) as HTMLElement;
    make(copy, item, index);
    return copy;
  });
  row.replaceWith(...copies);
}

function option(copy: HTMLElement, { id, text }: Option, name: string): void {
  const input = find<HTMLInputElement>(copy, 'input');
  input.name = name;
  input.value = id;
  input.checked = false;
  find(copy, 'span').replaceChildren(rich(text));
}

function fields(mould: HTMLElement, form: Form, name: string, words: MouldWords): void {
  const answers = find<HTMLElement>(mould, '.answers');
  switch (form.type) {
    case 'one':
    case 'some':
      answers.classList.toggle('short', areShort(form.options));
      rows(find<HTMLElement>(answers, '.answer'), form.options, (copy, each) => option(copy, each, name));
      break;
    case 'line':
      rows(find<HTMLElement>(answers, '.answer'), form.lines, (copy, line) =>
        option(copy, { id: String(line), text: fillWords(words.line, { line }) }, name),
      );
      break;
    case 'number': {
      const input = find<HTMLInputElement>(answers, 'input');
      input.name = name;
      input.setAttribute('aria-labelledby', `${mould.id}-title`);
      input.nextElementSibling!.textContent = form.unit;
      break;
    }
    case 'match':
      rows(find<HTMLElement>(answers, '.answer-pair'), form.left, (pair, left, index) => {
        const label = find<HTMLElement>(pair, 'span');
        label.id = `${name}-${index}`;
        label.replaceChildren(rich(left.text));
        const group = find<HTMLElement>(pair, '.seg');
        group.setAttribute('aria-labelledby', label.id);
        rows(find<HTMLElement>(group, 'label'), form.right, (copy, right) => {
          option(copy, right, `${name}-${index}`);
          find<HTMLElement>(copy, 'input').dataset.left = left.id;
        });
      });
      break;
    case 'order':
      rows(find<HTMLElement>(answers, 'li'), form.items, (copy, item) => {
        copy.dataset.item = item.id;
        find(copy, '.order-text').replaceChildren(rich(item.text));
      });
      break;
    case 'witness':
      throw new Error('a sentence has no variants');
  }
}

/** Three rungs without a word: what they say is put in when one is opened. */
function ladder(mould: HTMLElement, { hintNames }: MouldWords): void {
  const first = find<HTMLElement>(mould, '.hints li:has(details)');
  const blank = first.cloneNode(true) as HTMLElement;
  for (const rung of findAll(mould, '.hints li:has(details)')) if (rung !== first) rung.remove();
  const rungs = hintNames.map((name, index) => {
    const rung = blank.cloneNode(true) as HTMLElement;
    find<HTMLDetailsElement>(rung, 'details').open = false;
    find<HTMLElement>(rung, 'details').dataset.rung = String(index);
    find(rung, 'summary').replaceChildren(find(rung, '.rung'), name);
    find(rung, '.rung').textContent = String(index + 1);
    find(rung, 'p').textContent = '';
    return rung;
  });
  first.replaceWith(...rungs);
}

function common(mould: HTMLElement, { group, ask, words, data }: Pouring): void {
  for (const name of ['key', 'occasion', 'question', 'program', 'revision', 'claim', 'goal'])
    delete mould.dataset[name];
  Object.assign(mould.dataset, data);
  mould.id = group;
  const title = find<HTMLElement>(mould, 'h3');
  title.id = `${group}-title`;
  title.removeAttribute('lang');
  title.replaceChildren(rich(ask));
  for (const input of findAll<HTMLInputElement>(mould, '.conf input')) {
    input.name = `${group}-sure`;
    input.checked = false;
  }
  mould.querySelector('.done-foot .act a')?.remove();
  mould.querySelector('noscript')?.remove();
  ladder(mould, words);
}

export function pourAsked(mould: HTMLElement, blankCode: HTMLElement, form: Form, pouring: Pouring): void {
  common(mould, pouring);
  mould.querySelector('code-block')?.remove();
  if (pouring.text) {
    const code = blankCode.cloneNode(true) as HTMLElement;
    find(code, '.lines').replaceChildren(...codeLines(pouring.text, pouring.marks, () => []));
    find(mould, 'header').after(code);
  }
  fields(mould, form, `${pouring.group}-answer`, pouring.words);
}

export interface Reasons {
  readonly about: string;
  readonly options: readonly Option[];
}

/** The program with a pick behind each line that has a place. */
function program(mould: HTMLElement, places: readonly DrawnPlace[], pouring: Pouring): void {
  common(mould, pouring);
  const { group, words, text, marks } = pouring;
  const blank = find<HTMLElement>(mould, '.pick').cloneNode(true) as HTMLElement;
  const pickOf = ({ id, name, owner, span }: DrawnPlace) => {
    const pick = blank.cloneNode(true) as HTMLElement;
    Object.assign(pick.dataset, { place: id, name, function: owner });
    const line = fillWords(words.line, { line: span.line });
    find(pick, 'legend').textContent = `${fillWords(words.whereLives, { name })} (${line})`;
    find(pick, '.pick-name').textContent = name;
    for (const input of findAll<HTMLInputElement>(pick, 'input')) input.name = `${group}-${id}`;
    return pick;
  };
  const behind = (line: number) => places.filter(({ span }) => span.line === line).map(pickOf);
  find(mould, '.lines').replaceChildren(...codeLines(text, marks, behind));
}

/** `goal`: where the place is to live after an edit. */
export function pourEdit(mould: HTMLElement, place: DrawnPlace, goal: 'stack' | 'heap', pouring: Pouring): void {
  program(mould, [place], pouring);
  mould.dataset.goal = goal;
  const line = find(mould, '.goal');
  const { goalStack, goalHeap } = pouring.words;
  const icon = find(line, 'svg');
  find(icon, 'use').setAttribute('href', goal === 'stack' ? '#i-stk' : '#i-hp');
  line.replaceChildren(icon, rich(fillWords(goal === 'stack' ? goalStack : goalHeap, { name: place.name })));
}

export function pourPlaced(
  mould: HTMLElement,
  places: readonly DrawnPlace[],
  reasons: Reasons,
  pouring: Pouring,
): void {
  program(mould, places, pouring);
  const { group, words } = pouring;
  const legend = find(mould, '.reasons legend');
  legend.replaceChildren(rich(fillWords(words.reasonAsk, { name: reasons.about })));
  rows(find<HTMLElement>(mould, '.reasons label'), reasons.options, (copy, each) =>
    option(copy, each, `${group}-reason`),
  );
}
