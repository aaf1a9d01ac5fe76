/**
 * What was missed in this lesson or review, at its end: once more, each in a new program, sure misses first. A question that was
 * answered rightly afterwards is none any more.
 */
import { passScore } from '../../course/progress/record.ts';
import type { Miss } from '../../course/variants/choose.ts';
import { h, pageLanguage } from '../dom.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { load } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';
import type { Graded } from './offer.ts';

export interface Missed extends Miss {
  readonly item: string;
  readonly sure: boolean;
}

export class LessonEnd extends HTMLElement {
  readonly #words = practiceStrings(pageLanguage()).live;
  readonly #missed = new Map<string, Missed>();
  #waiting: Missed[] = [];
  #answered = 0;
  #right = 0;
  /** When the session began: answers from then on count. */
  readonly #since = Date.now();

  connectedCallback(): void {
    document.addEventListener('progress', () => this.#heard());
  }

  remember(missed: Missed): void {
    this.#missed.set(missed.item, missed);
    if (this.dataset.state !== 'asking') this.#offer();
  }

  #open(): Missed[] {
    const { records } = load();
    const later = (item: string) => records.findLast((record) => record.item === item && record.at >= this.#since);
    const open = [...this.#missed.values()].filter(({ item }) => (later(item)?.score ?? 0) < passScore);
    return open.sort((a, b) => Number(b.sure) - Number(a.sure));
  }

  #offer(): void {
    const open = this.#open();
    this.hidden = open.length === 0;
    const isNext = this.dataset.next !== undefined;
    const start = h('button', { type: 'button', class: isNext ? 'btn solid' : 'btn' }, this.#words.lessonEndStart);
    start.addEventListener('click', () => {
      this.#waiting = this.#open();
      this.#next();
    });
    this.replaceChildren(
      h('h2', {}, fill(this.#words.lessonEnd, { n: open.length })),
      h('p', {}, this.#words.lessonEndText),
      start,
    );
  }

  async #next(): Promise<void> {
    const missed = this.#waiting.shift();
    this.dataset.state = missed ? 'asking' : 'done';
    if (!missed) {
      this.replaceChildren(
        h('p', { class: 'lede' }, fill(this.#words.lessonEndDone, { n: this.#answered, right: this.#right })),
      );
      return;
    }
    const { Transfers } = await import('./draw-miss.ts');
    const drawn = await (await Transfers.open()).draw(missed);
    if (!drawn) return this.#next();
    this.#missed.delete(missed.item);
    // Here a miss is not followed by yet another one: it comes back in the review.
    this.replaceChildren(h('div', { 'data-occasion': 'practice' }, drawn));
    drawn.querySelector<HTMLElement>('input')?.focus();
  }

  #heard(): void {
    if (this.dataset.state !== 'asking') return;
    const item = this.querySelector<HTMLElement>('[data-seed]')?.dataset.question;
    const last = load().records.findLast((record) => record.item === item && record.at >= this.#since);
    if (!last || this.querySelector('.go-on')) return;
    this.#answered += 1;
    if (last.score >= passScore) this.#right += 1;
    const go = h('button', { type: 'button', class: 'btn solid go-on' }, this.#words.next);
    go.addEventListener('click', () => this.#next());
    this.querySelector('.done-foot .act')!.prepend(go);
  }
}

customElements.define('lesson-end', LessonEnd);

export function rememberMiss(question: HTMLElement, miss: Miss, { confidence }: Graded): void {
  const article = question.closest('article.prose');
  if (!article) return;
  let box = article.querySelector<LessonEnd>('lesson-end');
  if (!box) {
    box = document.createElement('lesson-end') as LessonEnd;
    box.className = 'lesson-end';
    article.append(box);
  }
  box.remember({ ...miss, item: question.dataset.question!, sure: confidence === 'sure' });
}
