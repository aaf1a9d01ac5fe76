/**
 * Puts a due item on the page. A lesson's question comes with its lesson's page, a fix-it task with its own; their own
 * elements ask, grade and record. Of practice the family is asked, with a program that was not seen before.
 */
import type { ItemState } from '../../course/progress/state.ts';
import { address } from '../build/address.ts';
import { find } from '../dom.ts';
import { type Catalog, catalogAddress, lessonOf } from '../record/catalog.ts';

export interface Presented {
  readonly element: HTMLElement;
  /** Where it is from. */
  readonly href: string;
  /** Of the lesson or the task; '' for practice. */
  readonly title: string;
}

export class Presenter {
  readonly #language: string;
  readonly #catalog: Catalog;
  readonly #pages = new Map<string, Promise<Document>>();

  constructor(language: string, catalog: Catalog) {
    this.#language = language;
    this.#catalog = catalog;
  }

  /** Pages that did not load are asked for again. */
  forget(): void {
    this.#pages.clear();
  }

  /** Undefined when the course no longer shows the item. */
  present(state: ItemState): Promise<Presented | undefined> {
    const { families, tasks } = this.#catalog;
    if (families.includes(state.item)) return this.#family(state);
    const task = tasks.find(({ item }) => item === state.item);
    return task ? this.#task(task) : this.#question(state);
  }

  #page(path: string): Promise<Document> {
    const known = this.#pages.get(path);
    if (known) return known;
    const page = fetch(path).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
    this.#pages.set(path, page);
    return page;
  }

  async #question(state: ItemState): Promise<Presented | undefined> {
    const name = state.item.slice(state.item.indexOf('/') + 1);
    const lesson = lessonOf(this.#catalog.lessons, state)!;
    const href = catalogAddress(this.#language, lesson);
    const [page] = await Promise.all([
      this.#page(href),
      import('../ask/ask-question.ts'),
      import('../predict/predict-placement.ts'),
      import('../code/code-block.ts'),
      name.startsWith('board-') && import('../boards/lesson-define.ts'),
    ]);
    return this.#from(page, name, { href, title: lesson.title });
  }

  async #task({ item, title }: Catalog['tasks'][number]): Promise<Presented | undefined> {
    const href = address(`${this.#language}/${item}/`);
    const page = await this.#page(href);
    // The task reads its words from the page as soon as it is made.
    if (!document.getElementById('fix-words')) document.body.append(find(page, '#fix-words').cloneNode(true));
    await import('../fix/fix-task.ts');
    return this.#from(page, item.slice(item.indexOf('/') + 1), { href, title });
  }

  #from(page: Document, name: string, where: Pick<Presented, 'href' | 'title'>): Presented | undefined {
    const question = page.getElementById(`q-${name}`);
    if (!question) return undefined;
    const element = document.importNode(question, true);
    delete element.dataset.occasion;
    for (const link of element.querySelectorAll('.done-foot a.btn')) link.remove();
    return { ...where, element };
  }

  async #family(state: ItemState): Promise<Presented | undefined> {
    const { Transfers } = await import('../retry/draw-miss.ts');
    const element = await (await Transfers.open()).drawAgain(state);
    return { element, href: address(`${this.#language}/practice/`), title: '' };
  }
}
