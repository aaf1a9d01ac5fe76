/**
 * <go-explorer>: a program, every place in it, and the path behind each. Nothing is shown before "Show the ink"; after
 * that the answers follow the text as it is edited.
 */
import type { PlaceReport, Report } from '../../course/report.ts';
import type { Language } from '../../course/words/index.ts';
import type { EngineError } from '../../worker/client.ts';
import { LIMITS } from '../../worker/protocol.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, h, icon, liveWords } from '../dom.ts';
import { engine } from '../engine.ts';
import { failureNote, reportProblem } from '../predict/problem.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import { pathView } from '../why/path.ts';

/** A pause in typing after which the engine is asked again. */
const PAUSE = 120;

class GoExplorer extends HTMLElement {
  #words!: LiveStrings;
  #code!: CodeBlock;
  #asked = false;
  #open: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#words = liveWords();
    this.#code = find<CodeBlock>(this, 'code-block');
    find(this, '.edit-now').addEventListener('click', () => this.#edit());
    for (const type of ['pointerenter', 'focus'] as const) {
      find(this, '.edit-now').addEventListener(type, () => this.#code.prepare(), { once: true });
      find(this, '.ask').addEventListener(type, () => engine().then((client) => client.warm()), { once: true });
    }
    find(this, '.ask').addEventListener('click', () => this.#ask());
    find(this, '.program').addEventListener('change', (event) => this.#load((event.target as HTMLSelectElement).value));
    this.addEventListener('code-change', () => this.#changed());
  }

  async #edit(): Promise<void> {
    await this.#code.edit();
    find<HTMLElement>(this, '.edit-now').hidden = true;
    engine().then((client) => client.warm());
    if (this.#asked) this.#ask();
  }

  async #load(name: string): Promise<void> {
    const response = await fetch(`${this.dataset.programs}${name}.go`);
    const text = await response.text();
    this.#asked = false;
    this.#reveal(false);
    await this.#edit();
    this.#code.replace(text);
    this.#code.mark([], true);
  }

  #changed(): void {
    clearTimeout(this.#timer);
    find<HTMLElement>(this, '.findings').toggleAttribute('data-stale', true);
    if (this.#asked) this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const status = find(this, '.ask-for');
    const problem = find(this, '.problem');
    const starting = setTimeout(() => status.replaceChildren(this.#words.starting), 400);
    const text = this.#code.text;
    this.#asked = true;
    try {
      const client = await engine();
      const report = await client.report('main.go', text, this.dataset.language as Language);
      if (text === this.#code.text) this.#show(report);
    } catch (error) {
      const failure = (error as EngineError).failure ?? 'start';
      problem.replaceChildren(failureNote(failure, LIMITS.answer / 1000, this.#words, () => this.#again()));
    } finally {
      clearTimeout(starting);
      status.replaceChildren();
    }
  }

  async #again(): Promise<void> {
    (await engine()).restart();
    find(this, '.problem').replaceChildren();
    await this.#ask();
  }

  #show(report: Report): void {
    const findings = find<HTMLElement>(this, '.findings');
    const note = reportProblem(report, this.#words);
    find(this, '.problem').replaceChildren(note ?? '');
    this.#code.complain(report.status === 'error' ? report.errors : []);
    if (note) return;
    this.#reveal(true);
    findings.removeAttribute('data-stale');
    const { places } = report;
    this.#code.mark(
      places.map((p) => ({ line: p.span.line, name: p.name, verdict: p.verdict, word: this.#words[p.verdict] })),
      false,
    );
    find(this, '.places').replaceChildren(
      ...(places.length > 0 ? places.map((p) => this.#item(p)) : [this.#words.nothing]),
    );
    find(this, '.says.all').textContent = report.says.join('\n') || this.#words.saysNothing;
    const open =
      places.find((p) => this.#idOf(p) === this.#open) ?? places.find((p) => p.verdict === 'heap') ?? places[0];
    if (open) this.#openPath(open);
    else find(this, '.why-panel').replaceChildren();
  }

  #reveal(shown: boolean): void {
    find<HTMLElement>(this, '.findings').hidden = !shown;
    find<HTMLElement>(this, '.waiting').hidden = shown;
    find<HTMLElement>(this, '.ask').hidden = shown;
  }

  #idOf(place: PlaceReport): string {
    return `${place.function}.${place.name}`;
  }

  #openPath(place: PlaceReport): void {
    this.#open = this.#idOf(place);
    find(this, '.why-panel').replaceChildren(pathView(place, this.#code, this.#words, 'h3'));
    for (const button of this.querySelectorAll<HTMLElement>('.places button')) {
      button.ariaPressed = String(button.dataset.place === this.#open);
    }
  }

  #item(place: PlaceReport): HTMLElement {
    const chip = h(
      'span',
      { class: `chip ${place.verdict}` },
      icon(place.verdict === 'heap' ? 'hp' : 'stk'),
      this.#words[place.verdict],
    );
    const where = h('span', { class: 'fine' }, fill(this.#words.inFunction, { name: place.function }));
    const button = h(
      'button',
      { type: 'button', 'data-place': this.#idOf(place) },
      h('span', { class: 'n' }, String(place.span.line)),
      h('code', {}, place.name),
      where,
      chip,
    );
    button.addEventListener('click', () => this.#openPath(place));
    return h('li', {}, button);
  }
}

customElements.define('go-explorer', GoExplorer);
