/** An element that shows what the log says of something, and again whenever the log changes. */
import { loaded } from './store.ts';

export abstract class ProgressView extends HTMLElement {
  readonly #listener = () => this.show();

  protected abstract show(): void;

  connectedCallback(): void {
    document.addEventListener('progress', this.#listener);
    loaded().then(this.#listener);
  }

  disconnectedCallback(): void {
    document.removeEventListener('progress', this.#listener);
  }
}
