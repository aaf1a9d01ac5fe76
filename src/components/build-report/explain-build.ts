/**
 * <explain-build>: lays a compiler's own output over the sources it is about. Both texts stay in the page: nothing is
 * sent, nothing is stored.
 */
import type { BuildReport, GivenFile, Unplaced } from '../../course/build-report/report.ts';
import type { SaysLine, Walk } from '../../course/flow/picture.ts';
import type { Span } from '../../course/span.ts';
import type { Language } from '../../course/words/index.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, h, rich } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import { codeLines } from '../variants/lines.ts';

const parts = () =>
  Promise.all([
    import('../../course/build-report/report.ts'),
    import('../../course/build-report/files.ts'),
    import('../../course/words/index.ts'),
    import('../flow/flow-view.ts'),
    import('../panels/says-panel.ts'),
  ]);
type Parts = Awaited<ReturnType<typeof parts>>;

/** Lines that are not placed are all counted; so many of them are listed. */
const MAX_LISTED = 500;

const isGo = (text: string) => /^package\s/m.test(text);

class ExplainBuild extends HTMLElement {
  #words!: ToolWords;
  #blocks = new Map<string, CodeBlock>();

  connectedCallback(): void {
    this.#words = JSON.parse(document.getElementById('tool-words')!.textContent!) as ToolWords;
    find(this, '.explain').addEventListener('click', () => this.#explain());
    find(this, '.example').addEventListener('click', () => this.#example());
    find(this, '.files').addEventListener('change', ({ target }) => this.#take((target as HTMLInputElement).files));
    const form = find<HTMLElement>(this, '.build-form');
    form.addEventListener('dragover', (event) => {
      event.preventDefault();
      form.toggleAttribute('data-drop', true);
    });
    form.addEventListener('dragleave', () => form.removeAttribute('data-drop'));
    form.addEventListener('drop', (event) => {
      event.preventDefault();
      form.removeAttribute('data-drop');
      this.#take(event.dataTransfer?.files ?? null);
    });
  }

  get #source(): HTMLTextAreaElement {
    return find(this, '#build-source');
  }

  get #output(): HTMLTextAreaElement {
    return find(this, '#build-output');
  }

  #example(): void {
    const [source, output] = this.dataset.example!.split('\n==== output ====\n');
    this.#source.value = source!;
    this.#output.value = output!;
    this.#explain();
  }

  /** Chosen or dropped files: .go files are sources, any other is output. */
  async #take(list: FileList | null): Promise<void> {
    const { marked } = await import('../../course/build-report/files.ts');
    for (const file of list ?? []) {
      const text = await file.text();
      if (file.name.endsWith('.go')) this.#source.value += marked({ name: file.name, text });
      else this.#output.value += text;
    }
  }

  #say(text: string): void {
    find(this, '.build-status').textContent = text;
  }

  async #explain(): Promise<void> {
    const words = this.#words;
    const [source, output] = [this.#source.value, this.#output.value];
    if (source.trim() === '') return this.#say(words.buildNoSource);
    if (output.trim() === '') return this.#say(words.buildNoOutput);
    if (isGo(output) && !isGo(source)) return this.#say(words.buildSwapped);
    const loaded = await parts();
    const [{ buildReport }, { splitFiles }, { words: sentences }] = loaded;
    const files = splitFiles(source, output);
    const report = buildReport(files, output, sentences[this.dataset.language as Language]);
    const { says, picture, unplaced } = report;
    const counts = { placed: says.length, paths: picture.walks.length, unplaced: unplaced.length };
    this.#say(says.length === 0 ? words.buildNothing : fill(words.buildCounts, counts));
    const view = find<HTMLElement>(this, '.build-view');
    view.hidden = false;
    this.#showFiles(files);
    this.#showFindings(report, loaded);
    view.scrollIntoView();
  }

  #showFiles(files: readonly GivenFile[]): void {
    this.#blocks = new Map(files.map(({ name, text }) => [name, this.#block(text)]));
    const shown = [...this.#blocks].flatMap(([name, block]) => [h('h2', { class: 'file' }, name), block]);
    find(this, '.build-code').replaceChildren(...shown);
  }

  #block(text: string): CodeBlock {
    const lines = codeLines(text, [], () => []);
    const label = { class: 'code', tabindex: 0, role: 'group', 'aria-label': this.#words.programLabel };
    const block = document.createElement('code-block') as CodeBlock;
    block.append(h('div', label, h('ol', { class: 'lines' }, ...lines)));
    return block;
  }

  #light(file: string, span: Span | null): void {
    for (const [name, block] of this.#blocks) block.light(name === file ? span : null);
  }

  #showFindings({ picture, says, unplaced }: BuildReport, [, , , flow, panel]: Parts): void {
    const words = this.#words;
    const lines = h('div');
    const view = new flow.FlowView({
      words,
      light: (step) => this.#light(step?.file ?? '', step?.span ?? null),
      select: (walk) => select(walk),
    });
    const select = (index: number) => {
      const walk = picture.walks[index];
      view.show(picture, index);
      panel.markLines(lines, index);
      for (const button of findAll<HTMLElement>(this, '.places button')) {
        button.ariaPressed = String(button.dataset.walk === String(index));
      }
      if (walk) this.#discs(walk);
    };
    const host = {
      words,
      messages: this.dataset.messages!,
      light: (line: SaysLine) => this.#light(line.file, line.span),
      select: (line: SaysLine) => line.walk >= 0 && select(line.walk),
    };
    const items = picture.walks.map((walk, index) => this.#item(walk, index, select));
    const none = h('li', { class: 'fine' }, rich(words.buildNoPaths));
    find(this, '.places').replaceChildren(...(items.length > 0 ? items : [none]));
    find(this, '.why-panel').replaceChildren(view.element);
    lines.replaceChildren(panel.saysList(says, host));
    find(this, '.tools-panel').replaceChildren(
      h(
        'section',
        { class: 'panel' },
        h('h2', {}, words.panelTitle),
        lines,
        panel.copyLines(words, () => says),
      ),
      this.#unplaced(unplaced),
    );
    select(0);
  }

  #discs(walk: Walk): void {
    for (const [name, block] of this.#blocks) {
      const here = walk.steps.map(({ file, span }) => (file === name ? span?.line : undefined));
      block.path(here, 'heap');
    }
  }

  #item(walk: Walk, index: number, select: (index: number) => void): HTMLElement {
    const { name, owner, span, file } = walk;
    const where = h('span', { class: 'fine' }, this.#blocks.size > 1 ? `${owner} · ${file}` : owner);
    const chip = h('span', { class: 'chip heap' }, this.#words.heap);
    const line = h('span', { class: 'n' }, String(span?.line ?? ''));
    const attributes = { type: 'button', 'data-walk': index, 'aria-pressed': 'false' };
    const button = h('button', attributes, line, h('code', {}, name), where, chip);
    button.addEventListener('click', () => {
      select(index);
      this.#light(file, span);
    });
    return h('li', {}, button);
  }

  #unplaced(unplaced: readonly Unplaced[]): HTMLElement {
    const words = this.#words;
    if (unplaced.length === 0) return h('div');
    const reasons = [...new Set(unplaced.map(({ reason }) => reason))];
    return h(
      'section',
      { class: 'panel' },
      h('h2', {}, `${words.buildUnplaced} (${unplaced.length})`),
      ...reasons.flatMap((reason) => this.#because(reason, unplaced)),
    );
  }

  /** The lines that one reason keeps out, each with its row in the output. */
  #because(why: Unplaced['reason'], unplaced: readonly Unplaced[]): HTMLElement[] {
    const all = unplaced.filter(({ reason }) => reason === why);
    const items = all
      .slice(0, MAX_LISTED)
      .map(({ row, text }) => h('li', {}, h('span', { class: 'n' }, String(row)), h('code', {}, text)));
    const rest = all.length - items.length;
    return [
      h('h3', {}, `${this.#words.buildReason[why]} (${all.length})`),
      h('ul', { class: 'unplaced', tabindex: 0 }, ...items, rest > 0 && h('li', {}, `+ ${rest}`)),
    ];
  }
}

customElements.define('explain-build', ExplainBuild);
