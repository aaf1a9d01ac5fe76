/**
 * <lesson-progress data-lesson data-questions="a b">: how many of a lesson's questions were answered in this browser. With
 * data-reading and data-seconds also how long the rest will take, at the pace of those answers.
 */
import { minutesLeft } from '../../course/minutes.ts';
import { itemKey, itemStates, lessonState, skippableLessons } from '../../course/progress/state.ts';
import { icon, liveWords } from '../dom.ts';
import { ProgressView } from '../progress/progress-view.ts';
import { load, packOf } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';

class LessonProgress extends ProgressView {
  protected show(): void {
    const items = (this.dataset.questions ?? '').split(' ').filter(Boolean);
    const states = itemStates(load());
    const { answered, total, status } = lessonState(states, {
      pack: packOf(this),
      lesson: this.dataset.lesson!,
      items,
    });
    const words = liveWords();
    this.classList.toggle('ok', status === 'done');
    this.classList.toggle('pencil', status !== 'done');
    if (status === 'untouched')
      this.replaceChildren(skippableLessons(states).has(itemKey(packOf(this), this.dataset.lesson!)) ? words.skip : '');
    else if (status === 'done') this.replaceChildren(icon('ok'), words.done);
    else {
      const left = this.#minutesLeft(states, items);
      const said = left === undefined ? words.answered : words.answeredPace;
      this.replaceChildren(fill(said, { n: answered, of: total, left: left ?? '' }));
    }
  }

  #minutesLeft(states: ReturnType<typeof itemStates>, items: readonly string[]): number | undefined {
    const { reading, seconds, lesson } = this.dataset;
    if (reading === undefined || seconds === undefined) return undefined;
    const reckoned = { reading: Number(reading), seconds: seconds.split(' ').map(Number) };
    const left = minutesLeft(states, { pack: packOf(this), lesson: lesson!, items }, reckoned);
    return left && Math.max(1, Math.round(left));
  }
}

customElements.define('lesson-progress', LessonProgress);
