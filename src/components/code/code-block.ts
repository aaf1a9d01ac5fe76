/**
 * <code-block>: a program that can be read, lit up along a path, and edited.
 *
 * Reading is the server's HTML. `edit()` loads the editor into the same box; the text lives in the editor from then on,
 * whatever happens to the engine. Fires `code-change` with the text.
 */
import type { Span } from '../../course/span.ts';
import { find, findAll, h, liveWords } from '../dom.ts';
import type { Complaint, Editor, Mark } from './editor.ts';
import { railsOf, rangesOfLine } from './model.ts';

export type { Mark };

export class CodeBlock extends HTMLElement {
  #given: string | undefined;
  #editor: Editor | undefined;
  #host: HTMLElement | undefined;
  #lit: HTMLElement[] = [];

  /** The program as the page gave it. */
  get given(): string {
    this.#given ??= `${findAll(this, '.lines .c')
      .map((line) => line.textContent)
      .join('\n')}\n`;
    return this.#given;
  }

  get text(): string {
    return this.#editor ? this.#editor.text() : this.given;
  }

  get editing(): boolean {
    return this.#editor !== undefined;
  }

  /** Fetches the editor's code ahead of need. */
  prepare(): void {
    import('./editor.ts').catch(() => {});
  }

  /** `quietly`: the focus stays where it is. */
  async edit(quietly = false): Promise<void> {
    if (this.#editor) return quietly ? undefined : this.#editor.focus();
    const box = find<HTMLElement>(this, '.code');
    const text = this.given;
    const onChange = () => this.dispatchEvent(new CustomEvent('code-change', { bubbles: true, detail: this.text }));
    const { mount } = await import('./editor.ts').catch(() => import('./plain-editor.ts'));
    this.#host = h('div', { class: 'editor' });
    box.after(this.#host, h('p', { class: 'fine editor-hint' }, liveWords().editorHint));
    box.hidden = true;
    this.#editor = mount(this.#host, { text, label: liveWords().editorLabel, onChange });
    if (!quietly) this.#editor.focus();
  }

  /** Back to the program as it was given. */
  read(): void {
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#host?.nextElementSibling?.remove();
    this.#host?.remove();
    find<HTMLElement>(this, '.code').hidden = false;
    this.light(null);
  }

  replace(text: string): void {
    this.#editor?.replace(text);
  }

  /** The cursor to a place in the editor, which is opened if need be. */
  async jump(line: number, col: number): Promise<void> {
    await this.edit();
    this.#editor!.jump(line, col);
  }

  /** Verdicts in the editor's gutter and behind the lines; without an editor behind the lines only. */
  mark(marks: readonly Mark[], stale = false): void {
    this.#editor?.mark(marks, stale);
    if (!this.#editor) this.#chips(marks);
  }

  #chips(marks: readonly Mark[]): void {
    findAll(this, '.lines .ln').forEach((line, index) => {
      line.querySelector(':scope > .line-chips')?.remove();
      const here = marks.filter((mark) => mark.line === index + 1);
      const chips = here.map(({ name, verdict, word }) => h('span', { class: `chip ${verdict}` }, `${name}: ${word}`));
      if (chips.length > 0) line.append(h('span', { class: 'line-chips', 'aria-hidden': 'true' }, ...chips));
    });
  }

  /** Wavy underline at what the compiler complains about. */
  complain(problems: readonly Complaint[]): void {
    this.#editor?.complain(problems);
  }

  light(span: Span | null): void {
    if (this.#editor) {
      this.#editor.light(span);
      return;
    }
    for (const element of this.#lit) element.replaceWith(...element.childNodes);
    this.#lit = [];
    for (const line of findAll(this, '.lines .c')) line.normalize();
    if (!span) return;
    findAll<HTMLElement>(this, '.lines .c').forEach((line, index) => {
      const range = rangesOfLine(span, index + 1, line.textContent!.length);
      if (range) this.#wrap(line, range.start, range.end);
    });
    this.#bringIntoView();
  }

  /** Only the program scrolls: were the page to move, a click would end beside what it began on. */
  #bringIntoView(): void {
    const lit = this.#lit[0];
    if (!lit) return;
    const box = this.closest('[data-scrolls]') ?? find(this, '.code');
    const [outer, inner] = [box.getBoundingClientRect(), lit.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
    }
  }

  #wrap(line: HTMLElement, start: number, end: number): void {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    let at = 0;
    for (const text of texts) {
      const from = Math.max(0, start - at);
      const to = Math.min(text.length, end - at);
      at += text.length;
      if (from >= to) continue;
      const piece = text.splitText(from);
      piece.splitText(to - from);
      const lit = h('span', { class: 'lit' });
      piece.replaceWith(lit);
      lit.append(piece);
      this.#lit.push(lit);
    }
  }

  /** Numbered discs beside the lines of a path. */
  path(lines: readonly (number | undefined)[], place: 'stack' | 'heap'): void {
    const list = find<HTMLElement>(this, '.lines');
    const rails = railsOf(lines);
    this.dataset.path = place;
    findAll<HTMLElement>(list, '.ln').forEach((element, index) => {
      const rail = rails.get(index + 1);
      const disc = rail?.label ? h('b', {}, rail.label) : '';
      element.classList.toggle('up', rail?.up ?? false);
      element.classList.toggle('down', rail?.down ?? false);
      find(element, '.rail').replaceChildren(disc);
    });
  }
}

customElements.define('code-block', CodeBlock);
