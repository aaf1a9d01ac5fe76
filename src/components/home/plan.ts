/** The plan for whoever has answered here before. One next thing, then what was left open, then before and now. */
import { type AnswerRecord, passScore } from '../../course/progress/record.ts';
import { type Plan, planFor } from '../../course/review/plan.ts';
import { address } from '../build/address.ts';
import { h, learningWords, pageLanguage } from '../dom.ts';
import { loaded } from '../progress/store.ts';
import {
  type CatalogLesson,
  catalogAddress,
  fetchCatalog,
  lessonOf,
  questionAddress,
  reviewableOf,
} from '../record/catalog.ts';
import { fill } from '../strings/fill.ts';

const shownPairs = 5;

class ReturningPlan {
  readonly #language = pageLanguage();
  readonly #words = learningWords();

  async show(into: Element): Promise<void> {
    const [log, catalog] = await Promise.all([loaded(), fetchCatalog(this.#language)]);
    if (log.records.length === 0) throw new Error('nothing was answered');
    into.replaceChildren(...this.#view(planFor(log, reviewableOf(catalog), Date.now()), catalog.lessons));
  }

  #view(plan: Plan, lessons: readonly CatalogLesson[]): Node[] {
    const { due, open, before } = plan;
    const views: Node[] = [h('p', { class: 'next-thing' }, this.#next(plan, lessons))];
    const left = open && lessonOf(lessons, open);
    if (left && due.length > 0) {
      const text = fill(this.#words.leftOpen, { title: left.title, n: open.at, of: open.of });
      const href = questionAddress(this.#language, left, open.item);
      views.push(h('p', {}, h('a', { class: 'left-open', href }, text)));
    }
    if (before.length > 0) {
      const pairs = before
        .slice(-shownPairs)
        .map(({ before: first, now }) =>
          h(
            'li',
            {},
            h('b', {}, lessonOf(lessons, now)?.title ?? now.lesson),
            ' ',
            fill(this.#words.before, { before: this.#outcome(first), now: this.#outcome(now) }),
          ),
        );
      views.push(h('h2', { class: 'small' }, this.#words.beforeTitle), h('ul', { class: 'before-now' }, ...pairs));
    }
    return views;
  }

  /** The one filled button. */
  #next({ due, session, open, fresh }: Plan, lessons: readonly CatalogLesson[]): HTMLElement {
    const { reviewOne, reviewNow, goOn, start, allDone } = this.#words;
    const link = (path: string, text: string) => h('a', { class: 'btn solid', href: path }, text);
    if (due.length > 0)
      return link(
        address(`${this.#language}/review/`),
        session.length === 1 ? reviewOne : fill(reviewNow, { n: session.length }),
      );
    const left = open && lessonOf(lessons, open);
    if (left)
      return link(
        questionAddress(this.#language, left, open.item),
        fill(goOn, { title: `${left.title}, ${open.at}/${open.of}` }),
      );
    const next = fresh && lessonOf(lessons, fresh);
    if (next) return link(catalogAddress(this.#language, next), fill(start, { title: next.title }));
    return link(address(`${this.#language}/course/`), allDone);
  }

  #outcome({ score }: AnswerRecord): string {
    return score >= passScore ? this.#words.right : score > 0 ? this.#words.partly : this.#words.missed;
  }
}

export function showPlan(into: Element): Promise<void> {
  return new ReturningPlan().show(into);
}
