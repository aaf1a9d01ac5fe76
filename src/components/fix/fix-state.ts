/** <fix-state data-items="fix-it/a fix-it/b">: how far the learner got with a task, or how many of several are solved. */
import type { ItemState } from '../../course/progress/state.ts';
import { itemKey, itemStates } from '../../course/progress/state.ts';
import { icon } from '../dom.ts';
import { ProgressView } from '../progress/progress-view.ts';
import { load, PACK } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';
import type { FixWords } from './strings/en.ts';

const REACHED = ['recorded', 'ran', 'counted'] as const;

/** The best that was reached: by a recorded run or the learner’s own, by the verdicts alone, or neither. */
function reached(state: ItemState | undefined): (typeof REACHED)[number] | undefined {
  const outcomes = state?.answers.map(({ answer }) =>
    typeof answer === 'object' && answer !== null && 'outcome' in answer ? answer.outcome : undefined,
  );
  return REACHED.find((outcome) => outcomes?.includes(outcome));
}

class FixStateTag extends ProgressView {
  protected show(): void {
    const words = JSON.parse(document.getElementById('fix-words')!.textContent!) as FixWords;
    const items = (this.dataset.items ?? '').split(' ');
    const all = itemStates(load());
    const states = items.map((item) => all.get(itemKey(PACK, item)));
    if (items.length > 1) {
      const n = states.filter((state) => reached(state)).length;
      this.textContent = n > 0 ? fill(words.solvedOf, { n, of: items.length }) : '';
      return;
    }
    const [state] = states;
    const best = reached(state);
    this.classList.toggle('ok', best !== undefined);
    this.classList.toggle('pencil', best === undefined && state !== undefined);
    if (best) this.replaceChildren(icon('ok'), best === 'counted' ? words.byVerdicts : words.solved);
    else if (state) this.replaceChildren(state.last.gaveUp ? words.seen : words.tried);
  }
}

customElements.define('fix-state', FixStateTag);
