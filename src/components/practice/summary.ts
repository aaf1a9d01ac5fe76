/** What a run of practice came to: how many, which level, which traps and where to read about them. */
import { type Session, summaryOf } from '../../course/practice/session.ts';
import type { Language } from '../../course/words/index.ts';
import { refutationsOf } from '../ask/key-file.ts';
import { lessonAddress } from '../build/address.ts';
import { h, rich } from '../dom.ts';
import type { CatalogLesson } from '../record/catalog.ts';
import { fill } from '../strings/fill.ts';
import { practiceStrings } from './strings/index.ts';

const MAX_TRAPS = 4;

export interface SummaryInput {
  readonly session: Session;
  readonly before: number;
  readonly now: number;
  readonly lessons: readonly CatalogLesson[];
  readonly language: Language;
  readonly more: () => void;
}

export function summaryView({ session, before, now, lessons, language, more }: SummaryInput): HTMLElement {
  const words = practiceStrings(language).live;
  const { answered, right, pairs, traps } = summaryOf(session);
  const refutations = refutationsOf(
    traps.map(({ belief }) => belief),
    language,
  );
  const items = traps.slice(0, MAX_TRAPS).flatMap(({ belief, lesson }) => {
    const said = refutations[belief];
    const title = lessons.find(({ id }) => id === lesson)?.title ?? lesson;
    const link = h('a', { href: lessonAddress(language, lesson) }, fill(words.toLesson, { title }));
    return said ? [h('li', {}, h('b', {}, rich(said.title)), ' ', rich(said.refutation), ' ', link)] : [];
  });
  const go = h('button', { type: 'button', class: 'btn solid' }, words.next);
  go.addEventListener('click', more);
  return h(
    'section',
    { class: 'summary' },
    h('h2', { tabindex: '-1' }, words.summary),
    h('p', { class: 'lede' }, answered === 0 ? words.sumNone : fill(words.sum, { n: answered, right })),
    answered > 0 && h('p', {}, fill(words.levels, { before, now })),
    pairs.of > 0 && h('p', {}, fill(words.pairs, { n: pairs.right, of: pairs.of })),
    items.length > 0 && h('h3', {}, words.traps),
    items.length > 0 && h('ul', { class: 'traps' }, ...items),
    h('p', { class: 'act' }, go),
  );
}
