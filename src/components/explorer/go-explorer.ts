/**
 * <go-explorer>: a program, every place in it, and the path behind each. Nothing is shown before "Show the ink"; after
 * that the answers follow the text as it is edited. What it shows then is in findings.ts, loaded at the first question.
 */
import type { GoVersion } from '../../analyzer/base/versions.ts';
import type { Inspection } from '../../course/flow/inspect.ts';
import type { Language } from '../../course/words/index.ts';
import type { EngineError } from '../../worker/client.ts';
import { type Answers, type Asked, LIMITS } from '../../worker/protocol.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { download, find, findAll, h, liveWords, toClipboard } from '../dom.ts';
import { engine } from '../engine.ts';
import { failureNote } from '../predict/problem.ts';
import type { LiveStrings } from '../strings/en.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import { dropDraft, keepDraft, readDraft, textOf } from './carry.ts';
import type { Findings } from './findings.ts';
import { trouble } from './trouble.ts';

/** A pause in typing after which the engine is asked again. */
const PAUSE = 120;

export class Explorer extends HTMLElement {
  #live!: LiveStrings;
  #words!: ToolWords;
  #code!: CodeBlock;
  #findings: Findings | undefined;
  #asked = false;
  /** A program is being put in: what changes is not its reader's work. */
  #loading = false;
  #level: 1 | 2 = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get code(): CodeBlock {
    return this.#code;
  }

  connectedCallback(): void {
    this.#live = liveWords();
    this.#words = JSON.parse(document.getElementById('tool-words')!.textContent!) as ToolWords;
    this.#code = find<CodeBlock>(this, 'code-block');
    find(this, '.edit-now').addEventListener('click', () => this.#edit());
    for (const type of ['pointerenter', 'focus'] as const) {
      find(this, '.edit-now').addEventListener(type, () => this.#code.prepare(), { once: true });
      find(this, '.ask').addEventListener(type, () => this.#warm(), { once: true });
    }
    find(this, '.ask').addEventListener('click', () => this.#ask());
    find(this, '.program').addEventListener('change', (event) => this.#load((event.target as HTMLSelectElement).value));
    this.querySelector('.whole')?.addEventListener('click', (event) => this.#openWhole(event));
    if (!this.#embedded) this.#carry();
    for (const radio of findAll(this, '.versions input')) {
      radio.addEventListener('change', () => {
        this.#keep();
        if (this.#asked) this.#ask();
      });
    }
    this.addEventListener('code-change', () => this.#changed());
    this.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    addEventListener('hashchange', () => this.#restore());
    this.#open();
  }

  /** What the page starts with: the program of its link, else what this tab had, else what was chosen meanwhile. */
  #open(): void {
    const { value } = find<HTMLSelectElement>(this, '.program');
    const draft = this.#embedded ? undefined : readDraft();
    if (location.hash.length > 1) this.#restore();
    else if (draft) this.#take(draft.text, draft.version);
    else if (value !== find<HTMLOptionElement>(this, '.program option[selected]').value) this.#load(value);
  }

  get #embedded(): boolean {
    return this.dataset.embedded !== undefined;
  }

  #carry(): void {
    find(this, '.copy-link').addEventListener('click', () => this.#share());
    find(this, '.copy-embed').addEventListener('click', () => this.#shareFrame());
    find(this, '.save-file').addEventListener('click', () => download(this.#code.text, 'text/plain', 'main.go'));
    const input = find<HTMLInputElement>(this, '.open-file input');
    const open = () => {
      this.#openFile(input.files?.[0]);
      input.value = '';
    };
    input.addEventListener('change', open);
    if (input.files?.length) open();
    this.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    this.addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.#openFile(file);
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#ask();
  }

  /** Asks the engine about a text, under the version that is chosen unless the question names one. */
  async ask<K extends Asked>(
    asked: K,
    question: { readonly text: string; readonly goVersion?: GoVersion; readonly location?: number },
    lane: string = asked,
  ): Promise<Answers[K]> {
    const client = await engine();
    const language = this.dataset.language as Language;
    return client.ask(asked, { file: 'main.go', language, goVersion: this.#version, ...question }, lane);
  }

  /** Puts another text into the editor; the answers follow. */
  async replace(text: string, quietly = false): Promise<void> {
    await this.#edit(quietly);
    this.#code.replace(text);
  }

  get #version(): GoVersion {
    return find<HTMLInputElement>(this, '.versions input:checked').value as GoVersion;
  }

  #warm(): void {
    engine().then((client) => client.warm());
    import('./findings.ts').catch(() => {});
  }

  async #edit(quietly = false): Promise<void> {
    await this.#code.edit(quietly);
    find<HTMLElement>(this, '.edit-now').hidden = true;
    this.#warm();
    if (this.#asked) this.#ask();
  }

  async #load(name: string): Promise<void> {
    if (name === '') return;
    const response = await fetch(`${this.dataset.programs}${name}.go`);
    await this.#start(await response.text());
    find<HTMLSelectElement>(this, '.program').value = name;
    this.#forgetLink();
    dropDraft();
  }

  async #openFile(file: File | undefined): Promise<void> {
    const text = file && (await textOf(file));
    if (text === undefined) return this.#complain(this.#words.noFile);
    await this.#start(text);
    this.#forgetLink();
    this.#keep();
  }

  async #take(text: string, version: GoVersion): Promise<void> {
    find<HTMLInputElement>(this, `.versions input[value="${version}"]`).checked = true;
    await this.#start(text);
  }

  /** A program of its own: nothing is revealed, nothing is compared with what was there. */
  async #start(text: string): Promise<void> {
    this.#asked = false;
    this.#findings?.forget();
    this.#reveal(false);
    find(this, '.problem').replaceChildren();
    this.#loading = true;
    await this.replace(text, true);
    this.#loading = false;
    find<HTMLSelectElement>(this, '.program').value = '';
    this.#code.complain([]);
    this.#code.mark([], true);
  }

  #complain(text: string): void {
    find(this, '.problem').replaceChildren(h('p', { class: 'note' }, text));
  }

  async #restore(): Promise<void> {
    const { fromHash } = await import('./link.ts');
    try {
      const shared = await fromHash(location.hash);
      if (!shared) return;
      this.#level = shared.level;
      await this.#take(shared.text, shared.version);
    } catch {
      this.#complain(this.#words.badLink);
    }
  }

  /** The address would bring back what has been replaced. A frame keeps its own: its page gave it. */
  #forgetLink(): void {
    if (!this.#embedded && location.hash.length > 1) history.replaceState(null, '', location.pathname);
  }

  #keep(): void {
    if (!this.#embedded && this.#code.editing) keepDraft({ text: this.#code.text, version: this.#version });
  }

  async #hash(): Promise<string> {
    const { toHash } = await import('./link.ts');
    const level = this.#findings?.level ?? this.#level;
    return toHash({ text: this.#code.text, version: this.#version, level });
  }

  async #share(): Promise<void> {
    history.replaceState(null, '', await this.#hash());
    const done = await toClipboard(location.href);
    find(this, '.ask-for').replaceChildren(done ? this.#words.copied : this.#words.copyFailed);
  }

  /** The same program as a frame for another page. */
  async #shareFrame(): Promise<void> {
    const address = new URL(this.dataset.embed! + (await this.#hash()), location.href).href;
    const { title } = this.dataset;
    const text = `<iframe src="${address}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
    if (await toClipboard(text)) {
      find(this, '.ask-for').replaceChildren(this.#words.frameCopied);
      return;
    }
    this.#complain(this.#words.frameText);
    find(this, '.problem').append(h('pre', { class: 'says', tabindex: 0 }, text));
  }

  /** Out of the frame, with the program as it is now. */
  async #openWhole(event: Event): Promise<void> {
    event.preventDefault();
    const link = event.currentTarget as HTMLAnchorElement;
    const hash = await this.#hash();
    open(link.href + hash, '_blank', 'noopener');
  }

  #changed(): void {
    clearTimeout(this.#timer);
    if (this.#loading) return;
    this.#forgetLink();
    find<HTMLElement>(this, '.findings').toggleAttribute('data-stale', true);
    find<HTMLSelectElement>(this, '.program').value = '';
    this.#timer = setTimeout(() => {
      this.#keep();
      if (this.#asked) this.#ask();
    }, PAUSE);
  }

  async #ask(): Promise<void> {
    const status = find(this, '.ask-for');
    const problem = find(this, '.problem');
    const starting = setTimeout(() => status.replaceChildren(this.#live.starting), 400);
    const text = this.#code.text;
    const version = this.#version;
    this.#asked = true;
    try {
      const [inspection, { Findings }] = await Promise.all([this.ask('inspection', { text }), import('./findings.ts')]);
      this.#findings ??= new Findings(this, this.#live, this.#words, this.#level);
      if (text === this.#code.text && version === this.#version) this.#show(text, inspection);
    } catch (error) {
      const failure = (error as EngineError).failure ?? 'start';
      problem.replaceChildren(failureNote(failure, LIMITS.answer / 1000, this.#live, () => this.#again()));
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

  /** A program without an answer leaves the last good one in place, greyed. */
  #show(text: string, inspection: Inspection): void {
    const { report } = inspection;
    const note = trouble(report, {
      live: this.#live,
      words: this.#words,
      kept: !find<HTMLElement>(this, '.findings').hidden,
      build: this.dataset.build!,
      jump: (line, col) => this.#code.jump(line, col),
    });
    find(this, '.problem').replaceChildren(note ?? '');
    this.#code.complain(report.status === 'error' ? report.errors : []);
    find<HTMLElement>(this, '.findings').toggleAttribute('data-stale', note !== undefined);
    if (note) return;
    this.#reveal(true);
    const marks = report.places.map(({ span, name, verdict }) => ({
      line: span.line,
      name,
      verdict,
      word: this.#words[verdict],
    }));
    this.#code.mark(marks, false);
    this.#findings!.show(text, inspection);
  }

  #reveal(shown: boolean): void {
    for (const part of findAll<HTMLElement>(this, '.findings, .tools-panel')) part.hidden = !shown;
    find<HTMLElement>(this, '.waiting').hidden = shown;
    find<HTMLElement>(this, '.ask').hidden = shown;
  }
}

customElements.define('go-explorer', Explorer);
