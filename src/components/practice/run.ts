/** A run of practice: draws a program, lets the question's own element ask and grade, and goes on until it is stopped. */
import type { BeliefId } from '../../course/beliefs.ts';
import { levelAfter } from '../../course/practice/level.ts';
import { afterAnswer, type Choice, emptySession, nextChoice, type Session } from '../../course/practice/session.ts';
import { type AnswerRecord, passScore } from '../../course/progress/record.ts';
import type { Family } from '../../course/variants/schema.ts';
import { find, h, pageLanguage } from '../dom.ts';
import { load, loaded } from '../progress/store.ts';
import { type CatalogLesson, fetchCatalog } from '../record/catalog.ts';
import { fill } from '../strings/fill.ts';
import { Drawer, type DrawnElement } from '../variants/draw.ts';
import { fetchFamilies } from '../variants/families.ts';
import { practiceStrings } from './strings/index.ts';
import { summaryView } from './summary.ts';

/** After so many the learner is asked whether to go on; nothing ends by itself. */
const PAUSE = 10;
/** Variants without an answer that are passed over before the learner is told. */
const MAX_FAILURES = 3;

class Run {
  readonly #host: HTMLElement;
  readonly #language = pageLanguage();
  readonly #words = practiceStrings(this.#language).live;
  readonly #families: readonly Family[];
  readonly #lessons: readonly CatalogLesson[];
  readonly #drawer: Drawer;
  readonly #levelBefore: number;
  #session: Session = emptySession;
  #choice: Choice | undefined;
  #since = Date.now();

  constructor(host: HTMLElement, drawer: Drawer, families: readonly Family[], lessons: readonly CatalogLesson[]) {
    this.#host = host;
    this.#drawer = drawer;
    this.#families = families;
    this.#lessons = lessons;
    this.#levelBefore = this.#level();
    document.addEventListener('progress', () => this.#answered());
  }

  #records(): AnswerRecord[] {
    const items = new Set(this.#families.map(({ id }) => `variants/${id}`));
    return load().records.filter(({ occasion, item }) => occasion === 'practice' && items.has(item));
  }

  #level(): number {
    return levelAfter(this.#records());
  }

  async next(): Promise<void> {
    const practised = (family: Family) => this.#records().filter(({ item }) => item === `variants/${family.id}`).length;
    this.#host.dataset.state = 'drawing';
    const waiting = h('p', { class: 'fine', role: 'status' }, this.#words.loading);
    this.#host.replaceChildren(waiting);
    for (let failures = 0; failures < MAX_FAILURES; failures++) {
      const found = nextChoice(this.#session, { families: this.#families, level: this.#level(), practised });
      if (!found) break;
      this.#session = found.session;
      this.#choice = found.choice;
      try {
        return this.#show(await this.#draw(found.choice, practised(found.choice.family) + failures));
      } catch {
        // The engine has no answer, or a file is missing: another program may do.
      }
    }
    this.#failed();
  }

  #draw({ family, why, of }: Choice, draw: number): Promise<DrawnElement> {
    const asked = { family, occasion: 'practice', lesson: family.lesson } as const;
    if (why === 'twin') return this.#drawer.drawTwin({ ...asked, seed: of!.seed });
    const wants = of?.beliefs.find((belief) => family.beliefs.includes(belief));
    return this.#drawer.drawFresh({ ...asked, draw: draw + 1, wants });
  }

  #show(question: DrawnElement): void {
    const { why } = this.#choice!;
    const stop = h('button', { type: 'button', class: 'btn quiet stop' }, this.#words.stop);
    stop.addEventListener('click', () => this.#finish());
    const count = this.#session.answered.length + 1;
    const head = h(
      'p',
      { class: 'kick' },
      h('span', {}, fill(this.#words.count, { n: count })),
      h('span', {}, fill(this.#words.level, { n: this.#level() })),
      h('span', {}, this.#words.why[why]),
      stop,
    );
    const heading = h('h2', { class: 'sr' }, fill(this.#words.count, { n: count }));
    this.#since = Date.now();
    this.#host.replaceChildren(heading, head, question);
    this.#host.dataset.state = 'asking';
    question.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    head.scrollIntoView({ block: 'nearest' });
  }

  #answered(): void {
    const question = this.#host.querySelector<HTMLElement>('[data-seed]');
    if (!question || this.#host.dataset.state !== 'asking') return;
    const { question: item, seed } = question.dataset;
    const last = load().records.findLast(
      (record) => record.item === item && record.seed === Number(seed) && record.at >= this.#since,
    );
    if (!last) return;
    this.#host.dataset.state = 'answered';
    const { family, why } = this.#choice!;
    this.#session = afterAnswer(this.#session, {
      family,
      seed: last.seed,
      why,
      right: last.score >= passScore,
      sure: last.confidence === 'sure',
      beliefs: last.misconceptions as readonly BeliefId[],
    });
    const isPause = this.#session.answered.length % PAUSE === 0;
    const go = h('button', { type: 'button', class: 'btn solid go-on' }, isPause ? this.#words.more : this.#words.next);
    go.addEventListener('click', () => this.next());
    const act = find(question, '.done-foot .act');
    act.prepend(go);
    if (isPause) act.before(h('p', { class: 'pause' }, this.#words.pause));
    // Asked again, the same program would be no practice.
    for (const button of act.querySelectorAll('.again')) button.remove();
  }

  #failed(): void {
    this.#host.dataset.state = 'failed';
    const again = h('button', { type: 'button', class: 'btn solid' }, this.#words.again);
    again.addEventListener('click', () => this.next());
    this.#host.replaceChildren(h('div', { class: 'note', role: 'alert' }, h('p', {}, this.#words.failed), again));
  }

  #finish(): void {
    this.#host.dataset.state = 'finished';
    const view = summaryView({
      session: this.#session,
      before: this.#levelBefore,
      now: this.#level(),
      lessons: this.#lessons,
      language: this.#language,
      more: () => this.next(),
    });
    this.#host.replaceChildren(view);
    view.querySelector<HTMLElement>('[tabindex]')?.focus();
  }
}

/** `topic`: a module's id, or '' for all of them. */
export async function run(host: HTMLElement, topic: string): Promise<void> {
  const language = pageLanguage();
  const [drawer, families, { lessons }] = await Promise.all([
    Drawer.open(language),
    fetchFamilies(),
    fetchCatalog(language),
    loaded(),
  ]);
  const inTopic = new Set(lessons.filter(({ number }) => number.startsWith(topic)).map(({ id }) => id));
  const chosen = families.filter(({ lesson }) => inTopic.has(lesson));
  await new Run(host, drawer, chosen, lessons).next();
}
