/**
 * <review-session>: the due items, one at a time: questions of lessons, fix-it tasks, and what was missed in practice.
 * present.ts puts an item here; its own element asks, grades and records it, as a review.
 */
import type { AnswerRecord } from '../../course/progress/record.ts';
import { isRight, outcomeOf } from '../../course/progress/record.ts';
import { planFor } from '../../course/review/plan.ts';
import type { DueItem } from '../../course/review/schedule.ts';
import { address } from '../build/address.ts';
import { h, learningWords, pageLanguage } from '../dom.ts';
import { load, loaded } from '../progress/store.ts';
import { fetchCatalog, reviewableOf } from '../record/catalog.ts';
import { dayName } from '../record/days.ts';
import { missOf } from '../retry/offer.ts';
import { fill } from '../strings/fill.ts';
import type { Presenter } from './present.ts';

class ReviewSession extends HTMLElement {
  readonly #language = pageLanguage();
  readonly #words = learningWords();
  #presenter: Presenter | undefined;
  #items: readonly DueItem[] = [];
  #at = 0;
  /** By item; one that is no longer shown has none. */
  #answers: AnswerRecord[] = [];
  readonly #since = Date.now();
  /** The elements of the items that a variant can follow. */
  readonly #asked = new Map<string, HTMLElement>();

  async connectedCallback(): Promise<void> {
    document.addEventListener('progress', () => this.#answered());
    try {
      const [log, catalog] = await Promise.all([loaded(), fetchCatalog(this.#language)]);
      const plan = planFor(log, reviewableOf(catalog), Date.now());
      this.#items = plan.session;
      if (this.#items.length === 0) return this.#nothing(plan.later);
      const { Presenter } = await import('./present.ts');
      this.#presenter = new Presenter(this.#language, catalog);
      await this.#show();
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
      if (!this.#presenter) return location.reload();
      this.#presenter.forget();
      this.#show().catch(() => this.#failed());
    });
    this.replaceChildren(h('div', { class: 'note', role: 'alert' }, h('p', {}, this.#words.loadFailed), again));
  }

  async #show(): Promise<void> {
    const { state, need } = this.#items[this.#at]!;
    const shown = await this.#presenter!.present(state);
    if (!shown) return this.#next();
    const { element, href, title } = shown;
    if (element.dataset.kind) this.#asked.set(state.item, element);
    const { of, from, fromPractice } = this.#words;
    const count = fill(of, { n: this.#at + 1, of: this.#items.length });
    const head = h(
      'p',
      { class: 'kick' },
      h('span', {}, count),
      h('a', { href }, title ? fill(from, { title }) : fromPractice),
      h('span', {}, this.#words.need[need]),
    );
    this.replaceChildren(h('h2', { class: 'sr' }, count), head, h('div', { 'data-occasion': 'review' }, element));
    this.dataset.state = 'asking';
    if (this.#at > 0) element.querySelector<HTMLElement>('input:not([type=hidden]), .edit-now')?.focus();
  }

  /** An answer was recorded: if it is this item's, go on can follow. An edit may be tried again; the last try counts. */
  #answered(): void {
    const { item, pack } = this.#items[this.#at]?.state ?? {};
    const last = load().records.findLast(
      (record) => record.item === item && record.pack === pack && record.occasion === 'review',
    );
    if (!last || last.at < this.#since) return;
    const isFirst = this.dataset.state === 'asking';
    if (isFirst || outcomeOf(last.answer) !== undefined) this.#answers[this.#at] = last;
    if (!isFirst) return;
    this.dataset.state = 'answered';
    const isLast = this.#at + 1 >= this.#items.length;
    const go = h(
      'button',
      { class: 'btn solid go-on', type: 'button' },
      isLast ? this.#words.finish : this.#words.nextItem,
    );
    go.addEventListener('click', () => this.#next());
    // Asked again, the same drawn program would be no repetition.
    for (const again of this.querySelectorAll('[data-seed] .done-foot .again')) again.remove();
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
    const answers = this.#answers.filter((answer) => answer !== undefined);
    const said = fill(this.#words.sessionDone, { n: answers.length, right: answers.filter(isRight).length });
    const end = h('p', { class: 'lede', tabindex: '-1' }, said);
    const course = this.#toCourse();
    this.replaceChildren(end, course);
    this.dataset.state = 'finished';
    const missed = answers.filter((answer) => !isRight(answer) && this.#asked.has(answer.item));
    if (missed.length > 0) {
      const { LessonEnd } = await import('../retry/lesson-end.ts');
      const again = new LessonEnd();
      again.className = 'lesson-end';
      again.dataset.next = '';
      course.before(again);
      course.classList.remove('solid');
      for (const { item, misconceptions, confidence } of missed)
        again.remember({
          ...missOf(this.#asked.get(item)!, misconceptions, []),
          item,
          sure: confidence === 'sure',
        });
    }
    end.focus();
  }
}

customElements.define('review-session', ReviewSession);
