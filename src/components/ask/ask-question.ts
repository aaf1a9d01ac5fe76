/**
 * <ask-question>: fill in a form in pencil, lock, see the ink. What happens when is in model.ts, what is right in
 * course/ask; this file reads the inputs, fetches the key and shows the state.
 */
import type { AskAnswer, FormType } from '../../course/ask/form.ts';
import type { AskGrade } from '../../course/ask/grade.ts';
import { claims } from '../../course/kinds/true-false/claims.ts';
import type { Confidence } from '../../course/progress/record.ts';
import type { Language } from '../../course/words/index.ts';
import type { AskKeyFile } from '../build/pose.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, h, liveWords } from '../dom.ts';
import { engine } from '../engine.ts';
import { fillRungs } from '../hints/rungs.ts';
import { failureNote, reportProblem } from '../predict/problem.ts';
import { Attempt } from '../progress/attempt.ts';
import { type Given, occasionOf, packOf, releasesOf, save } from '../progress/store.ts';
import type { LiveStrings } from '../strings/en.ts';
import { readForm, resetForm } from './fields.ts';
import type * as Graded from './graded.ts';
import { type AskEvent, type AskState, initial, missing, next } from './model.ts';

class AskQuestion extends HTMLElement {
  #state: AskState = initial;
  #words!: LiveStrings;
  #attempt!: Attempt;
  /** An order counts as an answer once the learner has touched it. */
  #moved = false;

  connectedCallback(): void {
    this.#words = liveWords();
    this.#attempt = new Attempt(this);
    this.addEventListener('input', (event) => this.#changed(event.target as HTMLInputElement));
    this.addEventListener('click', (event) => this.#clicked((event.target as Element).closest('button')));
    fillRungs(this);
    this.#show();
    this.#catchUp();
  }

  /** What was filled in while this script was on its way counts. */
  #catchUp(): void {
    const sure = this.querySelector<HTMLInputElement>('.conf input:checked');
    if (sure) this.#changed(sure);
    this.#answered();
  }

  get #form(): FormType {
    return this.dataset.form as FormType;
  }

  get #code(): CodeBlock | null {
    return this.querySelector<CodeBlock>('code-block');
  }

  #send(event: AskEvent): void {
    this.#state = next(this.#state, event);
    this.#show();
  }

  #changed(input: HTMLInputElement): void {
    if (input.closest('.conf')) this.#send({ type: 'sure', value: input.value as Confidence });
    else if (input.closest('.answers')) this.#answered();
  }

  #answered(): void {
    const answer = readForm(this, this.#form, this.#moved);
    if (this.#form === 'witness') this.#openWitness(answer?.value === 'false');
    this.#send({ type: 'answer', answer });
  }

  /** Whoever says "false" writes the program that shows it; the engine is fetched while they write. */
  async #openWitness(open: boolean): Promise<void> {
    const box = find<HTMLElement>(this, '.witness-code');
    if (box.hidden === !open) return;
    box.hidden = !open;
    if (!open) return;
    await this.#code?.edit();
    engine().then(
      (client) => client.warm(),
      () => {},
    );
  }

  #clicked(button: HTMLButtonElement | null): void {
    const has = (name: string) => button?.classList.contains(name) ?? false;
    if (has('lock')) this.#lock('lock');
    else if (has('give-up')) this.#lock('give-up');
    else if (has('again')) this.#again();
    else if (has('up') || has('down')) this.#move(button!);
  }

  #move(button: HTMLButtonElement): void {
    const item = button.closest('li')!;
    if (button.classList.contains('up')) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    button.focus();
    this.#moved = true;
    this.#answered();
  }

  async #lock(type: 'lock' | 'give-up'): Promise<void> {
    this.#send({ type });
    if (this.#state.phase !== 'loading') return;
    const problem = find(this, '.problem');
    problem.replaceChildren();
    try {
      const [key, graded] = await Promise.all([this.keySource(), import('./graded.ts')]);
      const answer = this.#state.givenUp ? null : await this.#judged(this.#state.answer!);
      if (answer === undefined) return this.#send({ type: 'failure' });
      this.#inked(key, answer, graded);
    } catch {
      this.#send({ type: 'failure' });
      problem.replaceChildren(failureNote('key', 0, this.#words, () => this.#lock(type)));
    }
  }

  /** A drawn question has its key computed instead. */
  async keySource(): Promise<AskKeyFile> {
    const response = await fetch(this.dataset.key!);
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as AskKeyFile;
  }

  /** The answer as it is graded: a witness is handed to the engine first; undefined when that has no verdict. */
  async #judged(answer: AskAnswer): Promise<AskAnswer | undefined> {
    if (answer.type !== 'witness' || answer.value === 'true') return answer;
    const client = await engine();
    const report = await client.report('main.go', this.#code!.text, this.dataset.language as Language);
    this.#code!.complain(report.status === 'error' ? report.errors : []);
    const problem = reportProblem(report, this.#words);
    if (problem) {
      find(this, '.problem').replaceChildren(problem);
      return undefined;
    }
    return { ...answer, refutes: claims[this.dataset.claim!]!.refutedBy(report) };
  }

  #inked(key: AskKeyFile, answer: AskAnswer | null, graded: typeof Graded): void {
    const { askVerdict, gradeAsk, showTruth } = graded;
    const result = gradeAsk(key, answer);
    this.#send({ type: 'key' });
    showTruth(this, this.#form, key, answer, this.#words);
    find(this, '.verdict').replaceChildren(
      askVerdict({
        key,
        answer,
        result,
        code: this.#code,
        words: this.#words,
        group: `${this.id}-why`,
        itemOf: (id) => {
          const item = find(this, `[data-item="${CSS.escape(id)}"] .order-text`).cloneNode(true) as HTMLElement;
          item.removeAttribute('class');
          return item;
        },
      }),
    );
    graded.afterGrade(this, this.#record(key, result, answer), Object.keys(key.refutations));
    find<HTMLElement>(this, '.verdict').focus({ preventScroll: true });
  }

  #record({ source }: AskKeyFile, { score, beliefs }: AskGrade, answer: AskAnswer | null): Given {
    const item = this.dataset.question!;
    return save(
      {
        pack: packOf(this),
        item,
        lesson: this.dataset.lesson ?? item.split('/')[0]!,
        revision: Number(this.dataset.revision),
        seed: Number(this.dataset.seed ?? 0),
        answer: answer && JSON.parse(JSON.stringify(answer.value)),
        score,
        misconceptions: beliefs,
        confidence: this.#state.confidence ?? null,
        hints: this.#attempt.hints,
        gaveUp: answer === null,
        durationMs: this.#attempt.durationMs,
        occasion: occasionOf(this, item),
        goVersion: releasesOf(source.go),
      },
      this.#code?.text ?? '',
    );
  }

  #again(): void {
    this.#attempt.restart();
    this.#moved = false;
    this.#code?.light(null);
    this.#code?.path([], 'stack');
    resetForm(this);
    find(this, '.verdict').replaceChildren();
    this.#send({ type: 'again' });
    findAll<HTMLElement>(this, '.answers input, .answers button')[0]?.focus();
  }

  #show(): void {
    const { phase } = this.#state;
    const isPencil = phase !== 'graded';
    const lacks = missing(this.#state);
    this.dataset.phase = phase;
    for (const element of findAll<HTMLElement>(this, '.pencil-foot, .hints')) element.hidden = !isPencil;
    find<HTMLElement>(this, '.done-foot').hidden = isPencil;
    const fixed = phase === 'loading' || phase === 'graded';
    for (const field of findAll<HTMLInputElement | HTMLButtonElement>(
      this,
      '.answers input, .answers button, .conf input',
    ))
      field.disabled = fixed;
    find<HTMLButtonElement>(this, '.lock').disabled = lacks !== undefined || phase === 'loading';
    const say =
      lacks === 'answer' ? this.#words.guessFirst : lacks === 'sure' ? this.#words.howSureFirst : this.#words.pencil;
    find(this, '.ask-for').replaceChildren(h('span', {}, say));
  }
}

customElements.define('ask-question', AskQuestion);
