/** The button after a miss, the drawn question below it, and what is left at the end of the lesson. */
import type { BeliefId } from '../../course/beliefs.ts';
import { find, h, liveWords, pageLanguage } from '../dom.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { failureNote } from '../predict/problem.ts';
import { rememberMiss } from './lesson-end.ts';
import type { Graded } from './offer.ts';

function missOf(question: HTMLElement, { misconceptions }: Graded) {
  const { question: item, lesson, kind = '' } = question.dataset;
  return { beliefs: misconceptions as readonly BeliefId[], lesson: lesson ?? item!.split('/')[0]!, kind };
}

export { showCounters } from './counters.ts';

export function offerTransfer(question: HTMLElement, graded: Graded): void {
  const words = practiceStrings(pageLanguage()).live;
  const act = find<HTMLElement>(question, '.done-foot .act');
  act.querySelector('.transfer')?.remove();
  const onward = act.querySelector<HTMLElement>('.solid');
  // One filled button: what was missed comes before what is next.
  onward?.classList.remove('solid');
  const button = h('button', { type: 'button', class: 'btn solid transfer' }, words.transfer);
  const miss = missOf(question, graded);
  const draw = async (): Promise<void> => {
    button.disabled = true;
    try {
      const { Transfers } = await import('./draw-miss.ts');
      const drawn = await (await Transfers.open()).draw(miss);
      button.remove();
      onward?.classList.add('solid');
      if (!drawn) return;
      if (onward) find(drawn, '.done-foot .act').prepend(onward);
      question.after(drawn);
      drawn.scrollIntoView({ block: 'start' });
      drawn.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    } catch {
      button.disabled = false;
      find(question, '.verdict').append(failureNote('key', 0, liveWords(), draw));
    }
  };
  button.addEventListener('click', draw);
  act.prepend(button);
  if (question.dataset.seed === undefined) rememberMiss(question, miss, graded);
}
