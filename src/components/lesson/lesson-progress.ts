/** <lesson-progress data-questions="a/b a/c">: how many of a lesson's questions have been answered in this browser. */
import { lessonProgress, type Progress } from '../../course/progress.ts';
import { icon, liveWords } from '../dom.ts';
import { load } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';

class LessonProgress extends HTMLElement {
  #listener = (event: Event) => this.#show((event as CustomEvent<Progress>).detail);

  connectedCallback(): void {
    document.addEventListener('progress', this.#listener);
    this.#show(load());
  }

  disconnectedCallback(): void {
    document.removeEventListener('progress', this.#listener);
  }

  #show(progress: Progress): void {
    const { answered, of, done } = lessonProgress(progress, (this.dataset.questions ?? '').split(' ').filter(Boolean));
    const words = liveWords();
    this.classList.toggle('ok', done);
    this.classList.toggle('pencil', !done);
    if (answered === 0) return this.replaceChildren();
    if (done) this.replaceChildren(icon('ok'), words.done);
    else this.replaceChildren(fill(words.answered, { n: answered, of }));
  }
}

customElements.define('lesson-progress', LessonProgress);
