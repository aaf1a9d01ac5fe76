/** The search: a combobox in a dialog over the page. Results come from the index that the build made. */
import { address } from '../build/address.ts';
import { h, learningWords, pageLanguage, rich } from '../dom.ts';
import { emptyCatalog, fetchCatalog } from '../record/catalog.ts';
import { fill } from '../strings/fill.ts';
import { nearest, says } from './near.ts';

interface Result {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly plain_excerpt: string;
  readonly content: string;
}
interface Index {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(text: string, options: object, ms: number): Promise<{ results: readonly Found[] } | null>;
  search(text: string, options: object): Promise<{ results: readonly Found[] }>;
}
interface Found {
  readonly id: string;
  data(): Promise<Result>;
}

const shown = 8;
/** So many lessons come first: the pages of the messages say the words of this course more often than they do. */
const lessonsFirst = 3;
/** Results looked into; more than these are only counted. */
const looked = 16;
/** Words that a learner may look for and misspell, beside those of the titles. */
const terms = [
  'stack',
  'heap',
  'escape',
  'frame',
  'pointer',
  'allocator',
  'inlining',
  'closure',
  'interface',
  'goroutine',
];

class SearchBox {
  readonly #language = pageLanguage();
  readonly #words = learningWords();
  readonly #input = h('input', {
    type: 'text',
    enterkeyhint: 'search',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'search-results',
    'aria-label': this.#words.searchLabel,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #list = h('ul', { id: 'search-results', role: 'listbox', 'aria-label': this.#words.searchLabel });
  readonly #status = h('p', { class: 'fine', role: 'status' }, this.#words.searchHint);
  readonly #dialog = this.#build();
  #index: Promise<Index> | undefined;
  #at = -1;

  #build(): HTMLDialogElement {
    const close = h('button', { class: 'btn quiet', type: 'button' }, this.#words.close);
    const dialog = h(
      'dialog',
      { class: 'search', 'aria-label': this.#words.searchLabel },
      h('div', { class: 'search-head' }, this.#input, close),
      this.#status,
      this.#list,
    );
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    this.#input.addEventListener('input', () => this.#search());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    document.body.append(dialog);
    return dialog;
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    this.#input.focus();
  }

  async #load(): Promise<Index> {
    const index = (await import(/* @vite-ignore */ address('pagefind/pagefind.js'))) as Index;
    await index.options({ baseUrl: address('') });
    await index.init();
    return index;
  }

  async #search(): Promise<void> {
    const word = this.#input.value.trim();
    if (!word) return this.#show([], this.#words.searchHint);
    try {
      this.#index ??= this.#load();
      const index = await this.#index;
      const found = await index.debouncedSearch(word, {}, 120);
      if (!found || this.#input.value.trim() !== word) return;
      const lessons = await index.search(word, { filters: { kind: 'lesson' } });
      const ordered = new Map(
        [...lessons.results.slice(0, lessonsFirst), ...found.results].map((result) => [result.id, result]),
      );
      const all = await Promise.all([...ordered.values()].slice(0, looked).map((result) => result.data()));
      // The index shortens a word that it does not know until something is found: that would answer anything.
      const results = all.filter(({ content }) => says(content, word));
      if (this.#input.value.trim() !== word) return;
      const n = results.length < all.length ? results.length : found.results.length;
      if (n === 0) await this.#nothing(word);
      else this.#show(results.slice(0, shown), n === 1 ? this.#words.oneResult : fill(this.#words.results, { n }));
    } catch {
      this.#index = undefined;
      this.#show([], this.#words.searchFailed);
    }
  }

  async #nothing(word: string): Promise<void> {
    this.#show([], fill(this.#words.noResult, { word }));
    const { lessons } = await fetchCatalog(this.#language).catch(() => emptyCatalog);
    const words = lessons.flatMap(({ title }) => title.match(/[a-z]{4,}/gi) ?? []);
    const near = nearest(word, [...terms, ...words]);
    if (!near || this.#input.value.trim() !== word) return;
    const button = h('button', { class: 'btn quiet', type: 'button' }, fill(this.#words.didYouMean, { word: near }));
    button.addEventListener('click', () => {
      this.#input.value = near;
      this.#input.focus();
      void this.#search();
    });
    this.#status.append(' ', button);
  }

  #show(results: readonly Result[], status: string): void {
    this.#at = -1;
    this.#status.textContent = status;
    this.#input.ariaExpanded = String(results.length > 0);
    this.#input.removeAttribute('aria-activedescendant');
    this.#list.replaceChildren(
      ...results.map(({ url, meta, plain_excerpt }, index) => {
        const option = h(
          'li',
          { id: `search-result-${index}`, role: 'option', 'aria-selected': 'false', 'data-url': url },
          h('b', {}, rich(meta.title ?? url)),
          h('span', { class: 'fine' }, decoded(plain_excerpt)),
        );
        option.addEventListener('click', () => this.#go(url));
        return option;
      }),
    );
  }

  #key(event: KeyboardEvent): void {
    const options = [...this.#list.children] as HTMLElement[];
    if (event.key === 'Enter' && options.length > 0) this.#go(options[Math.max(this.#at, 0)]!.dataset.url!);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    this.#at = (this.#at + step + options.length + (this.#at < 0 && step < 0 ? 1 : 0)) % options.length;
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === this.#at);
    this.#input.setAttribute('aria-activedescendant', options[this.#at]!.id);
    options[this.#at]!.scrollIntoView({ block: 'nearest' });
  }

  #go(url: string): void {
    this.#dialog.close();
    location.assign(url);
  }
}

/** The index escapes what it quotes. */
function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

let box: SearchBox | undefined;

export function openSearch(): void {
  box ??= new SearchBox();
  box.open();
}
