/** <progress-record>: all that the log says, as a page that can be printed; saving it as a file and reading one. */
import { importLog } from '../../course/progress/log.ts';
import { itemKey, itemStates, type LessonState, lessonState, skippableLessons } from '../../course/progress/state.ts';
import { planFor } from '../../course/review/plan.ts';
import { address } from '../build/address.ts';
import { find, findAll, h, learningWords, pageLanguage, rich } from '../dom.ts';
import { absorb, load, loaded, PACK } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';
import { catalogAddress, emptyCatalog, fetchCatalog, outlineOf, reviewableOf } from './catalog.ts';
import { date } from './days.ts';
import { saveFile } from './file.ts';

class ProgressRecord extends HTMLElement {
  readonly #language = pageLanguage();
  readonly #words = learningWords();
  #catalog = emptyCatalog;

  async connectedCallback(): Promise<void> {
    find(this, '.save').addEventListener('click', () => saveFile(load()));
    find(this, '.print').addEventListener('click', () => print());
    find<HTMLInputElement>(this, 'input[type=file]').addEventListener('change', (event) =>
      this.#read(event.target as HTMLInputElement),
    );
    document.addEventListener('progress', () => this.#show());
    await loaded();
    // Without a network the answers are still counted and can be saved.
    this.#catalog = await fetchCatalog(this.#language).catch(() => emptyCatalog);
    this.#show();
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const result = importLog(load(), await file.text());
    input.value = '';
    this.#say(result.ok ? this.#counted(result) : this.#words[result.problem]);
    if (result.ok) await absorb(result.log);
  }

  #counted({ added, unread }: { readonly added: number; readonly unread: number }): string {
    const { importNothing, imported, importedUnread } = this.#words;
    if (added + unread === 0) return importNothing;
    return fill(unread > 0 ? importedUnread : imported, { n: added, unread });
  }

  #say(text: string): void {
    find(this, '.said').textContent = text;
  }

  #show(): void {
    const log = load();
    const { nothingYet, answers, since, unread } = this.#words;
    // Nothing can be saved or printed yet: then the one filled button leads to the course.
    const isEmpty = log.records.length + log.unread.length === 0;
    for (const button of findAll<HTMLElement>(this, '.save, .print')) button.hidden = isEmpty;
    find<HTMLElement>(this, '.to-course').hidden = !isEmpty;
    const items = new Set(log.records.map(({ item }) => item)).size;
    const lines = [log.records.length === 0 ? nothingYet : fill(answers, { n: log.records.length, items })];
    const [first, last] = [log.records[0], log.records.at(-1)];
    if (first && last)
      lines.push(fill(since, { first: date(first.at, this.#language), last: date(last.at, this.#language) }));
    if (log.unread.length > 0) lines.push(fill(unread, { n: log.unread.length }));
    find(this, '.sum').replaceChildren(...lines.map((line) => h('p', {}, line)));
    find(this, '.table').replaceChildren(this.#table());
  }

  #table(): HTMLElement {
    const { lesson, answered, credit, state } = this.#words;
    const states = itemStates(load());
    const skippable = skippableLessons(states);
    const due = planFor(load(), reviewableOf(this.#catalog), Date.now()).due;
    const withDue = (said: string, pack: string, lesson: string) => {
      const n = due.filter(({ state }) => state.pack === pack && state.lesson === lesson).length;
      return n > 0 ? `${said}, ${fill(this.#words.due, { n })}` : said;
    };
    const head = [lesson, answered, credit, state].map((text) => h('th', { scope: 'col' }, text));
    const rows = this.#catalog.lessons
      .filter(({ questions }) => questions.length > 0)
      .map((entry) => {
        const result = lessonState(states, outlineOf(entry));
        const isSkippable = result.status === 'untouched' && skippable.has(itemKey(entry.pack, entry.id));
        const said = withDue(this.#words[isSkippable ? 'skippable' : result.status], entry.pack, entry.id);
        return this.#row(entry.number, catalogAddress(this.#language, entry), entry.title, result, said);
      });
    // The fix-it tasks are no lesson, but they come back like its questions.
    const { tasks = '', tasksPath = '', tasksTitle = '' } = this.dataset;
    const outline = { pack: PACK, lesson: tasksPath, items: tasks.split(' ') };
    const fixed = lessonState(states, outline);
    const last = this.#row(
      '',
      address(`${this.#language}/${tasksPath}/`),
      tasksTitle,
      fixed,
      withDue(this.#words[fixed.status], PACK, tasksPath),
    );
    return h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows, last));
  }

  #row(number: string, href: string, title: string, result: LessonState, state: string): HTMLElement {
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, number && h('span', { class: 'number' }, number), h('a', { href }, rich(title))),
      h('td', {}, `${result.answered}/${result.total}`),
      h('td', {}, result.answered > 0 ? `${Math.round(result.score * 100)} %` : '–'),
      h('td', {}, state),
    );
  }
}

customElements.define('progress-record', ProgressRecord);
