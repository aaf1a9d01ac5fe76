/** The button after a miss, the drawn question below it, and what is left at the end of the lesson. */
import { familyFor, type Miss, type Near } from '../../course/variants/choose.ts';
import { find, h, liveWords, pageLanguage } from '../dom.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { failureNote } from '../predict/problem.ts';
import { fetchFamilies } from '../variants/families.ts';
import { rememberMiss } from './lesson-end.ts';
import type { Graded } from './offer.ts';

export { showCounters } from './counters.ts';

/** Undefined where no family fits: then nothing is offered. Without a network it is found out when it is asked for. */
async function nearOf(miss: Miss): Promise<Near | undefined> {
  const families = await fetchFamilies().catch(() => undefined);
  return families ? familyFor(families, miss)?.near : 'rule';
}

export async function offerTransfer(question: HTMLElement, miss: Miss, graded: Graded): Promise<void> {
  const near = await nearOf(miss);
  if (near === undefined) return;
  const words = practiceStrings(pageLanguage()).live;
  const act = find<HTMLElement>(question, '.done-foot .act');
  act.querySelector('.transfer')?.remove();
  // An edit that missed is edited again first; all else is not asked twice, but anew.
  const isNext = graded.gaveUp || !question.matches('[data-goal]');
  const onward = act.querySelector<HTMLElement>('.solid');
  // One filled button: what was missed comes before what is next.
  if (isNext) onward?.classList.remove('solid');
  const button = h(
    'button',
    { type: 'button', class: isNext ? 'btn solid transfer' : 'btn transfer' },
    words.near[near],
  );
  const draw = async (): Promise<void> => {
    button.disabled = true;
    try {
      const { Transfers } = await import('./draw-miss.ts');
      const drawn = await (await Transfers.open()).draw(miss);
      button.remove();
      onward?.classList.add('solid');
      if (!drawn) return;
      if (onward) find(drawn, '.done-foot .act').prepend(onward);
      drawn.prepend(h('p', { class: 'kick drawn-kick' }, words.near[near]));
      question.after(drawn);
      drawn.scrollIntoView({ block: 'start' });
      drawn.querySelector<HTMLElement>('input, .edit-now')?.focus({ preventScroll: true });
    } catch {
      button.disabled = false;
      find(question, '.verdict').append(failureNote('key', 0, liveWords(), draw));
    }
  };
  button.addEventListener('click', draw);
  act.prepend(button);
  if (question.dataset.seed === undefined) rememberMiss(question, miss, graded);
}
