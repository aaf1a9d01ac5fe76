/** <practice-session>: choose what to practise, then start. What draws and grades is fetched with the first program. */
import { find } from '../dom.ts';

class PracticeSession extends HTMLElement {
  connectedCallback(): void {
    find(this, '.start').addEventListener('click', () => this.#start());
  }

  async #start(): Promise<void> {
    const topic = find<HTMLInputElement>(this, '.topics input:checked').value;
    const start = find<HTMLButtonElement>(this, '.start');
    start.disabled = true;
    try {
      const { run } = await import('./run.ts');
      await run(this, topic);
    } finally {
      start.disabled = false;
    }
  }
}

customElements.define('practice-session', PracticeSession);
