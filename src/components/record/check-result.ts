/** <check-result data-items="lesson/a lesson/b">: how much of the entry check is answered, and what that has come to. */
import { itemStates, skippableLessons } from '../../course/progress/state.ts';
import { find, learningWords } from '../dom.ts';
import { ProgressView } from '../progress/progress-view.ts';
import { load } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';

class CheckResult extends ProgressView {
  protected show(): void {
    const items = new Set(this.dataset.items!.split(' '));
    const states = itemStates(load());
    const answered = [...states.values()].filter(
      ({ item, answers }) => items.has(item) && answers.some(({ occasion }) => occasion === 'entry-check'),
    );
    if (answered.length === 0) return;
    const counts = { n: answered.length, of: items.size, skip: skippableLessons(states).size };
    find(this, '[role=status]').textContent = fill(learningWords().checkResult, counts);
    find(this, 'a').classList.toggle('solid', answered.length === items.size);
  }
}

customElements.define('check-result', CheckResult);
