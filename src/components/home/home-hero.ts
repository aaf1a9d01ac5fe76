/** <home-hero>: one question at a time, answered in the heading. Guess, lock, ink; then the same program with one more line. */
import type { Grade, Place } from '../../course/kinds/predict-placement/grade.ts';
import type { KeyFile } from '../build/keys.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, h, icon, liveWords, rich } from '../dom.ts';
import { failureNote } from '../predict/problem.ts';
import { packOf, save } from '../progress/store.ts';
import type { LiveStrings } from '../strings/en.ts';
import type * as Graded from './graded.ts';

class HomeHero extends HTMLElement {
  #words!: LiveStrings;

  connectedCallback(): void {
    this.#words = liveWords();
    this.addEventListener('change', (event) => this.#guess((event.target as HTMLInputElement).value as Place));
    find(this, '.lock').addEventListener('click', () => this.#lock());
    find(this, '.other').addEventListener('click', () => this.#other());
    // What was ticked while this script was on its way counts.
    const ticked = this.querySelector<HTMLInputElement>('.ask input:checked');
    if (ticked) this.#guess(ticked.value as Place);
  }

  get #panel(): HTMLElement {
    return findAll<HTMLElement>(this, '.panel')[Number(this.dataset.panel)]!;
  }

  #guess(value: Place): void {
    this.dataset.guess = value;
    this.dataset.state = 'predicted';
    find<HTMLButtonElement>(this, '.lock').disabled = false;
    find(this, '.ask-for').textContent = this.#words.pencil;
  }

  async #lock(): Promise<void> {
    const panel = this.#panel;
    const inputs = findAll<HTMLInputElement>(this, '.ask input');
    for (const input of inputs) input.disabled = true;
    find(this, '.problem').replaceChildren();
    try {
      const [response, graded] = await Promise.all([fetch(panel.dataset.key!), import('./graded.ts')]);
      if (!response.ok) throw new Error(`${response.status}`);
      this.#ink(panel, (await response.json()) as KeyFile, graded);
    } catch {
      for (const input of inputs) input.disabled = false;
      find(this, '.problem').replaceChildren(failureNote('key', 0, this.#words, () => this.#lock()));
    }
  }

  #ink(panel: HTMLElement, key: KeyFile, { grade, pathView }: typeof Graded): void {
    const place = key.places[0]!;
    const guesses = { [place.id]: this.dataset.guess as Place };
    const result = grade({ places: [place] }, { guesses, confidence: undefined, reason: undefined, givenUp: false });
    const right = result.outcome === 'right';
    this.dataset.truth = place.verdict;
    this.dataset.state = 'graded';
    for (const label of findAll<HTMLElement>(this, '.ans')) {
      label.classList.toggle('truth', find<HTMLInputElement>(label, 'input').value === place.verdict);
    }
    const said = key.refutations[place.belief];
    const tag = h(
      'p',
      { class: `tag ${right ? 'ok' : 'no'}` },
      icon(right ? 'ok' : 'no'),
      right ? this.#words.right : this.#words.wrong,
    );
    const refuted = !right && said ? h('p', {}, rich(said.refutation)) : undefined;
    const note = h('div', { class: `note ${right ? 'ok' : 'no'}` }, tag, refuted, h('p', {}, rich(key.after)));
    find(this, '.verdict').replaceChildren(
      note,
      pathView(place, find<CodeBlock>(panel, 'code-block'), this.#words, 'h2'),
    );
    // One filled button: the second question first, the course after it.
    const isFirst = this.dataset.panel === '0';
    find(this, '.other').classList.toggle('solid', isFirst);
    find(this, '.start').classList.toggle('solid', !isFirst);
    find<HTMLElement>(this, '.commit').hidden = true;
    find<HTMLElement>(this, '.after-act').hidden = false;
    find<HTMLElement>(this, '.start-now').hidden = true;
    this.#keep(panel, result);
    find<HTMLElement>(this, '.verdict').focus({ preventScroll: true });
  }

  #keep(panel: HTMLElement, result: Grade): void {
    save(
      {
        pack: packOf(this),
        item: panel.dataset.question!,
        lesson: 'home',
        revision: Number(panel.dataset.revision),
        answer: this.dataset.guess!,
        score: result.right / result.of,
        misconceptions: result.beliefs,
        confidence: null,
        hints: 0,
        gaveUp: false,
        durationMs: Math.round(performance.now()),
        occasion: 'home',
      },
      find<CodeBlock>(panel, 'code-block').text,
    );
  }

  #other(): void {
    const next = 1 - Number(this.dataset.panel);
    const code = find<CodeBlock>(this.#panel, 'code-block');
    code.path([], 'stack');
    code.light(null);
    this.dataset.panel = String(next);
    this.dataset.state = 'idle';
    delete this.dataset.truth;
    delete this.dataset.guess;
    for (const [index, panel] of findAll<HTMLElement>(this, '.panel').entries()) panel.hidden = index !== next;
    for (const label of findAll(this, '.ans')) label.classList.remove('truth');
    const inputs = findAll<HTMLInputElement>(this, '.ask input');
    for (const input of inputs) {
      input.checked = false;
      input.disabled = false;
    }
    find(this, '.verdict').replaceChildren();
    const button = find<HTMLButtonElement>(this, '.other');
    button.textContent = (next === 0 ? button.dataset.next : button.dataset.back)!;
    find<HTMLElement>(this, '.after-act').hidden = true;
    find<HTMLElement>(this, '.commit').hidden = false;
    find<HTMLButtonElement>(this, '.lock').disabled = true;
    find(this, '.ask-for').textContent = this.#words.guessFirst;
    inputs[0]!.focus();
  }
}

customElements.define('home-hero', HomeHero);
