/**
 * <look-back>: sentences with gaps. Once every gap has a word, or the learner gives up, the words of the course are
 * fetched and stand in ink beside the learner's own. It is for the learner alone: nothing is scored and nothing kept.
 */
import { find, findAll, h, rich } from '../dom.ts';

type Piece = string | readonly string[];

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[`“”"'.]/g, '');
}

class LookBack extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', () => this.#show());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !this.#button.disabled && event.target instanceof HTMLInputElement) this.#reveal();
    });
    for (const button of findAll<HTMLButtonElement>(this, 'button'))
      button.addEventListener('click', () => this.#reveal());
    this.#show();
  }

  get #button(): HTMLButtonElement {
    return find(this, '.compare');
  }

  get #words(): string[] {
    return findAll<HTMLInputElement>(this, '.gap').map(({ value }) => value);
  }

  #show(): void {
    this.#button.disabled = this.#words.some((word) => word.trim() === '');
  }

  async #reveal(): Promise<void> {
    const words = this.#words;
    const status = find<HTMLElement>(this, '[role=status]');
    try {
      const response = await fetch(this.dataset.summary!);
      if (!response.ok) throw new Error(response.statusText);
      const sentences = (await response.json()) as Piece[][];
      const items = sentences.map((pieces) =>
        h(
          'li',
          {},
          ...pieces.flatMap((piece) => (typeof piece === 'string' ? [rich(piece)] : filled(piece, words.shift()!))),
        ),
      );
      const list = find<HTMLElement>(this, '.gaps');
      list.replaceChildren(...items);
      list.tabIndex = -1;
      find(this, '.act').remove();
      list.focus();
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  }
}

/** The course's word in ink; the learner's own before it in pencil, where it is another one. */
function filled(accepted: readonly string[], word: string): Node[] {
  const ink = h('b', { class: 'filled' }, rich(accepted[0]!));
  const same = accepted.some((each) => plain(each) === plain(word));
  return same || word.trim() === '' ? [ink] : [h('s', {}, word.trim()), document.createTextNode(' '), ink];
}

customElements.define('look-back', LookBack);
