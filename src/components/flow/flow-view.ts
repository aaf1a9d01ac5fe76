/**
 * The graph and the walk of one place: drawing, steps as sentences, a stepper, the drawing in words. Nothing moves by
 * itself; each step is a press. Shared by the explorer and by "Explain my build".
 */
import type { Picture, PictureArrow, PictureNode, Walk, WalkStep } from '../../course/flow/picture.ts';
import { h, rich } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import { drawing } from './drawing.ts';
import { layoutOf } from './layout.ts';

export interface FlowHost {
  readonly words: ToolWords;
  /** Lights what a step is about; null puts the light out. */
  light(step: WalkStep | null): void;
  /** Another place was chosen in the drawing. */
  select(walk: number): void;
}

/** Places of a program that is drawn whole: more could neither be read nor be drawn at once. */
const MAX_WHOLE = 200;

export class FlowView {
  readonly element: HTMLElement;
  readonly #host: FlowHost;
  readonly #figure = h('div', { class: 'flow-figure' });
  readonly #title = h('h3');
  readonly #steps = h('ol', { class: 'path' });
  readonly #count = h('span', { class: 'fine', 'aria-live': 'polite' });
  readonly #twin = h('div');
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #whole = h('input', { type: 'checkbox', autocomplete: 'off' });
  readonly #wholeText = h('span');
  #picture: Picture | undefined;
  #walk = -1;
  #step = 0;

  constructor(host: FlowHost) {
    const { words } = host;
    this.#host = host;
    this.#back = h('button', { type: 'button', class: 'btn' }, words.previous);
    this.#next = h('button', { type: 'button', class: 'btn' }, words.next);
    this.#back.addEventListener('click', () => this.#to(this.#step - 1));
    this.#next.addEventListener('click', () => this.#to(this.#step + 1));
    this.#whole.addEventListener('change', () => this.#draw());
    const controls = h('div', { class: 'flow-steps act' }, this.#back, this.#next, this.#count);
    this.element = h(
      'section',
      { class: 'flow why' },
      this.#title,
      h('div', { class: 'sheet' }, this.#figure, this.#twinBox()),
      controls,
      this.#steps,
    );
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  show(picture: Picture, walk: number): void {
    const same = this.#picture === picture && this.#walk === walk;
    this.#picture = picture;
    this.#walk = walk;
    if (!same) this.#step = 0;
    this.element.hidden = picture.walks[walk] === undefined;
    if (this.element.hidden) return;
    const open = picture.walks[walk]!;
    this.element.classList.toggle('heap', open.verdict === 'heap');
    this.element.classList.toggle('stack', open.verdict === 'stack');
    this.#title.replaceChildren(rich(fill(this.#host.words.graph, { name: open.name })));
    this.#steps.replaceChildren(...open.steps.map((step, index) => this.#item(step, index)));
    this.#draw();
    this.#mark();
  }

  #twinBox(): HTMLElement {
    const { words } = this.#host;
    return h(
      'div',
      { class: 'flow-foot' },
      h('label', { class: 'flow-whole' }, this.#whole, this.#wholeText),
      h('details', { class: 'twin' }, h('summary', {}, words.drawn), this.#twin),
    );
  }

  get #open(): Walk | undefined {
    return this.#picture?.walks[this.#walk];
  }

  #draw(): void {
    const picture = this.#picture!;
    const { words } = this.#host;
    const tooMany = picture.nodes.length > MAX_WHOLE;
    this.#whole.disabled = tooMany;
    this.#wholeText.textContent = tooMany ? fill(words.graphTooLarge, { n: picture.nodes.length }) : words.graphAll;
    const layout = layoutOf({ picture, walk: this.#walk, whole: this.#whole.checked && !tooMany });
    const title = fill(words.graph, { name: this.#open?.name ?? '' }).replaceAll('`', '');
    const select = (node: number) => this.#host.select(picture.walks.findIndex((walk) => walk.node === node));
    const input = { layout, picture, walk: this.#walk, step: this.#step, title, words, select };
    this.#figure.replaceChildren(drawing(input));
    this.#twin.replaceChildren(
      h('ul', {}, ...layout.nodes.map(({ node }) => h('li', {}, rich(nodeWords(node, words))))),
      h('ol', {}, ...layout.arrows.map(({ arrow }) => h('li', {}, rich(arrowWords(arrow, picture, words))))),
    );
  }

  #item(step: WalkStep, index: number): HTMLElement {
    const button = h(
      'button',
      { type: 'button', class: 'step' },
      h('b', { 'aria-hidden': 'true' }, String(index + 1)),
      h('span', { class: 'step-text' }, rich(step.text)),
      (step.span !== null || step.flow !== '') && this.#source(step),
    );
    button.addEventListener('click', () => this.#to(index));
    button.addEventListener('focus', () => this.#host.light(step));
    return h('li', {}, button);
  }

  /** Where the step stands in the program: on a phone the program is out of sight. */
  #source({ span, flow }: WalkStep): HTMLElement {
    const line = span && `${fill(this.#host.words.line, { line: span.line })}${flow === '' ? '' : ' · '}`;
    return h('span', { class: 'flow-text' }, line, flow !== '' && h('code', {}, flow));
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
      event.key
    ];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#to(this.#step + by);
  }

  #to(step: number): void {
    const { steps } = this.#open!;
    this.#step = Math.max(0, Math.min(step, steps.length - 1));
    this.#draw();
    this.#mark();
    this.#host.light(steps[this.#step]!);
  }

  #mark(): void {
    const { steps } = this.#open!;
    const { words } = this.#host;
    this.#count.textContent = fill(words.stepOf, { n: this.#step + 1, of: steps.length });
    // Not `disabled`: a button that is pressed must keep the focus.
    this.#back.ariaDisabled = String(this.#step === 0);
    this.#next.ariaDisabled = String(this.#step === steps.length - 1);
    [...this.#steps.children].forEach((item, index) => {
      item.toggleAttribute('data-now', index === this.#step);
      if (index === this.#step) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
  }
}

function nodeWords({ kind, name, owner, verdict, span }: PictureNode, words: ToolWords): string {
  if (kind === 'heap') return words.nodeSink;
  if (kind === 'temporary') return fill(words.nodeTemp, { owner });
  const line = span ? fill(words.atLine, { line: span.line }) : '';
  return fill(verdict === 'heap' ? words.nodeHeap : words.nodeStack, { name, owner, line });
}

function arrowWords({ from, to, derefs, why }: PictureArrow, picture: Picture, words: ToolWords): string {
  const named = (id: number) => {
    const node = picture.nodes.find((other) => other.id === id)!;
    return node.kind === 'heap' ? words.sink : node.kind === 'temporary' ? words.temp : node.name;
  };
  const text = derefs < 0 ? words.arrowAddress : derefs === 0 ? words.arrowValue : words.arrowLoad;
  return fill(text, { from: named(from), to: named(to), why: why || '=' });
}
