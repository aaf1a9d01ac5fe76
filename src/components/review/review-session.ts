/**
 * <review-session>: the due questions, one at a time, each as it stands in its lesson. A question is fetched with its
 * lesson's page and put here; the lesson's own elements ask, grade and record it, as a review.
 */
import type { BeliefId } from '../../course/beliefs.ts';
import type { AnswerRecord } from '../../course/progress/record.ts';
import { passScore } from '../../course/progress/record.ts';
import { planFor } from '../../course/review/plan.ts';
import type { DueItem } from '../../course/review/schedule.ts';
import { address } from '../build/address.ts';
import { h, learningWords, pageLanguage } from '../dom.ts';
import { load, loaded } from '../progress/store.ts';
import { type CatalogLesson, catalogAddress, fetchCatalog, lessonOf, outlineOf } from '../record/catalog.ts';
import { dayName } from '../record/days.ts';
import { fill } from '../strings/fill.ts';

class ReviewSession extends HTMLElement {
  readonly #language = pageLanguage();
  readonly #words = learningWords();
  readonly #pages = new Map<string, Promise<Document>>();
  #lessons: readonly CatalogLesson[] = [];
  #items: readonly DueItem[] = [];
  #at = 0;
  #answers: AnswerRecord[] = [];
  /** The kinds of the questions that have variants. */
  readonly #kinds = new Map<string, string>();

  async connectedCallback(): Promise<void> {
    document.addEventListener('progress', () => this.#answered());
    try {
      const [log, lessons] = await Promise.all([loaded(), fetchCatalog(this.#language)]);
      this.#lessons = lessons;
      const plan = planFor(log, lessons.map(outlineOf), Date.now());
      this.#items = plan.session;
      if (this.#items.length === 0) this.#nothing(plan.later);
      else await this.#show();
    } catch {
      this.#failed();
    }
  }

  #nothing(later: { readonly at: number; readonly items: number } | null): void {
    const { nothingDue, nextOne, nextMany } = this.#words;
    const next =
      later && fill(later.items === 1 ? nextOne : nextMany, { n: later.items, day: dayName(later.at, this.#language) });
    this.replaceChildren(h('p', { class: 'lede' }, nothingDue, next ? ` ${next}` : null), this.#toCourse());
    this.dataset.state = 'empty';
  }

  #toCourse(): HTMLElement {
    return h('a', { class: 'btn solid', href: address(`${this.#language}/course/`) }, this.#words.toCourse);
  }

  #failed(): void {
    const again = h('button', { class: 'btn solid', type: 'button' }, this.#words.tryAgain);
    again.addEventListener('click', () => {
      this.#pages.clear();
      if (this.#lessons.length > 0) this.#show().catch(() => this.#failed());
      else location.reload();
    });
    this.replaceChildren(h('div', { class: 'note', role: 'alert' }, h('p', {}, this.#words.loadFailed), again));
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

  async #show(): Promise<void> {
    const { state, need } = this.#items[this.#at]!;
    const name = state.item.slice(state.item.indexOf('/') + 1);
    const lesson = lessonOf(this.#lessons, state)!;
    const path = catalogAddress(this.#language, lesson);
    // The elements that ask are the same as in a lesson; they are fetched together with the first question.
    const [page] = await Promise.all([
      this.#page(path),
      import('../ask/ask-question.ts'),
      import('../predict/predict-placement.ts'),
      import('../code/code-block.ts'),
      name.startsWith('board-') && import('../boards/lesson-define.ts'),
    ]);
    const question = page.getElementById(`q-${name}`);
    if (!question) return this.#next();
    const here = document.importNode(question, true);
    delete here.dataset.occasion;
    if (here.dataset.kind) this.#kinds.set(state.item, here.dataset.kind);
    for (const link of here.querySelectorAll('.done-foot a.btn')) link.remove();
    const head = h(
      'p',
      { class: 'kick' },
      h('span', {}, fill(this.#words.of, { n: this.#at + 1, of: this.#items.length })),
      h('a', { href: path }, fill(this.#words.from, { title: lesson.title })),
      h('span', {}, this.#words.need[need]),
    );
    const heading = h('h2', { class: 'sr' }, fill(this.#words.of, { n: this.#at + 1, of: this.#items.length }));
    this.replaceChildren(heading, head, h('div', { 'data-occasion': 'review' }, here));
    this.dataset.state = 'asking';
    if (this.#at > 0) here.querySelector<HTMLElement>('input:not([type=hidden])')?.focus();
  }

  /** An answer was recorded: if it is this question's, go on can follow. */
  #answered(): void {
    const { item, pack } = this.#items[this.#at]?.state ?? {};
    const last = load().records.findLast(
      (record) => record.item === item && record.pack === pack && record.occasion === 'review',
    );
    if (!last || this.#answers.includes(last) || this.dataset.state !== 'asking') return;
    this.#answers.push(last);
    this.dataset.state = 'answered';
    const isLast = this.#at + 1 >= this.#items.length;
    const go = h(
      'button',
      { class: 'btn solid go-on', type: 'button' },
      isLast ? this.#words.finish : this.#words.nextItem,
    );
    go.addEventListener('click', () => this.#next());
    // A board's own next question steps back behind this one.
    this.querySelector('.walk .again')?.classList.remove('solid');
    this.querySelector('.done-foot .act, .walk')!.prepend(go);
  }

  #next(): void {
    this.#at += 1;
    if (this.#at < this.#items.length) {
      this.#show().catch(() => this.#failed());
      return;
    }
    this.#finish().catch(() => this.#failed());
  }

  /** Counted, and what was missed once more at once, each in a new program. */
  async #finish(): Promise<void> {
    const right = this.#answers.filter(({ score }) => score >= passScore).length;
    const said = fill(this.#words.sessionDone, { n: this.#answers.length, right });
    const end = h('p', { class: 'lede', tabindex: '-1' }, said);
    const course = this.#toCourse();
    this.replaceChildren(end, course);
    this.dataset.state = 'finished';
    const missed = this.#answers.filter(({ score, item }) => score < passScore && this.#kinds.has(item));
    if (missed.length > 0) {
      const { LessonEnd } = await import('../retry/lesson-end.ts');
      const again = new LessonEnd();
      again.className = 'lesson-end';
      again.dataset.next = '';
      course.before(again);
      course.classList.remove('solid');
      for (const { item, lesson, misconceptions, confidence } of missed)
        again.remember({
          item,
          lesson,
          beliefs: misconceptions as readonly BeliefId[],
          kind: this.#kinds.get(item)!,
          sure: confidence === 'sure',
        });
    }
    end.focus();
  }
}

customElements.define('review-session', ReviewSession);
