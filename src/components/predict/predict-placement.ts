/**
 * <predict-placement>: guess in pencil, lock, say the reason, see the ink; then edit the program and predict again.
 *
 * What happens when is in model.ts, what is right in course/; this file reads the inputs, asks for the answer (the key
 * file for the given program, the engine for an edited one) and shows the state.
 */
import type { Belief } from '../../course/beliefs.ts';
import type { Target } from '../../course/kinds/predict-placement/edited.ts';
import type { Confidence, Grade, Place } from '../../course/kinds/predict-placement/grade.ts';
import type { PlaceReport, Report } from '../../course/report.ts';
import type { Language } from '../../course/words/index.ts';
import type { EngineError } from '../../worker/client.ts';
import { LIMITS } from '../../worker/protocol.ts';
import type { KeyFile } from '../build/keys.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, h, liveWords } from '../dom.ts';
import { engine } from '../engine.ts';
import { fillRungs } from '../hints/rungs.ts';
import { Attempt } from '../progress/attempt.ts';
import { type Given, occasionOf, packOf, save } from '../progress/store.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import type * as Graded from './graded.ts';
import { answerOf, type Event, initial, marked, missing, next, type State } from './model.ts';
import { failureNote, reportProblem } from './problem.ts';

/** What the ink is drawn from: the key, or the engine's report on the learner's own text. */
interface Ink {
  readonly places: readonly (PlaceReport & { readonly id: string; readonly belief: Belief })[];
  readonly gone: readonly Target[];
  readonly reason?: string;
  readonly about?: string;
  readonly reasonText?: string;
  readonly after?: string;
  readonly refutations?: KeyFile['refutations'];
}

class PredictPlacement extends HTMLElement {
  #state: State = initial;
  #ink: Ink | undefined;
  /** What the key file says beside the key; of a fix-it question, all that it says. */
  #said: Pick<KeyFile, 'after' | 'refutations' | 'beliefs'> | undefined;
  #words!: LiveStrings;
  /** Fetched at the first lock. */
  #graded!: typeof Graded;
  #code!: CodeBlock;
  #picks: HTMLFieldSetElement[] = [];
  #attempt!: Attempt;

  connectedCallback(): void {
    this.#words = liveWords();
    this.#attempt = new Attempt(this);
    this.#code = find<CodeBlock>(this, 'code-block');
    this.#picks = findAll<HTMLFieldSetElement>(this, '.pick');
    this.addEventListener('change', (event) => this.#changed(event.target as HTMLInputElement));
    this.addEventListener('click', (event) => this.#clicked((event.target as Element).closest('button')));
    this.addEventListener('code-change', () => this.#edited());
    for (const button of findAll(this, '.edit-now, .edit-after')) {
      const prepare = () => this.#prepare();
      button.addEventListener('pointerenter', prepare, { once: true });
      button.addEventListener('focus', prepare, { once: true });
    }
    fillRungs(this);
    this.#show();
    // What was ticked while this script was on its way counts.
    for (const input of findAll<HTMLInputElement>(this, 'input:checked')) this.#changed(input);
  }

  get #isFix(): boolean {
    return this.dataset.goal !== undefined;
  }

  #targets(beliefs: KeyFile['beliefs']): Target[] {
    return this.#picks.map(({ dataset }) => ({
      id: dataset.place!,
      name: dataset.name!,
      function: dataset.function!,
      belief: beliefs[dataset.place!]!,
    }));
  }

  /** Editor and engine are fetched while the finger is on its way to the button. */
  #prepare(): void {
    this.#code.prepare();
    engine().then(
      (client) => client.warm(),
      () => {},
    );
  }

  #send(event: Event): void {
    this.#state = next(this.#state, event);
    this.#show();
  }

  #changed(input: HTMLInputElement): void {
    const place = input.closest<HTMLElement>('.pick')?.dataset.place;
    if (place) this.#send({ type: 'guess', place, value: input.value as Place });
    else if (input.closest('.conf')) this.#send({ type: 'sure', value: input.value as Confidence });
    else if (input.closest('.reasons')) this.#send({ type: 'reason', value: input.value });
  }

  #clicked(button: HTMLButtonElement | null): void {
    const has = (name: string) => button?.classList.contains(name) ?? false;
    if (has('lock')) this.#lock('lock');
    else if (has('give-up')) this.#lock('give-up');
    else if (has('unlock')) this.#unlock();
    else if (has('ink')) this.#draw();
    else if (has('again')) this.#again();
    else if (has('edit-now') || has('edit-after')) this.#edit();
    else if (has('original')) this.#restore();
  }

  async #lock(type: 'lock' | 'give-up'): Promise<void> {
    this.#send({ type });
    find(this, '.problem').replaceChildren();
    try {
      this.#graded = await import('./graded.ts');
      this.#ink = this.#code.editing && this.#state.edited ? await this.#askEngine() : await this.#fetchKey();
    } catch (error) {
      const failure = (error as EngineError).failure ?? 'key';
      this.#send({ type: 'failure' });
      const note = failureNote(failure, LIMITS.answer / 1000, this.#words, () => this.#lock(type));
      find(this, '.problem').replaceChildren(note);
      return;
    }
    if (this.#state.phase === 'loading') this.#answered();
  }

  #answered(): void {
    this.#send(this.#ink ? { type: 'answer', asksReason: this.#ink.reason !== undefined } : { type: 'failure' });
    if (this.#state.phase === 'locked') find<HTMLElement>(this, '.reasons input').focus();
    else if (this.#state.phase === 'graded') this.#inked();
  }

  async #fetchKey(): Promise<Ink> {
    const key = await this.keySource();
    this.#said = key;
    return { ...key, gone: [] };
  }

  /** A drawn question has its key computed instead. */
  async keySource(): Promise<KeyFile> {
    const response = await fetch(this.dataset.key!);
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as KeyFile;
  }

  /** The engine's word on the edited program; undefined, with the problem shown, when it has none. */
  async #askEngine(): Promise<Ink | undefined> {
    const starting = setTimeout(() => find(this, '.ask-for').replaceChildren(this.#words.starting), 400);
    try {
      const client = await engine();
      const report = await client.report('main.go', this.#code.text, this.dataset.language as Language);
      return await this.#inkOf(report);
    } finally {
      clearTimeout(starting);
    }
  }

  async #inkOf(report: Report): Promise<Ink | undefined> {
    this.#code.complain(report.status === 'error' ? report.errors : []);
    const problem = reportProblem(report, this.#words);
    const { after, refutations, beliefs } = (this.#said ??= await this.keySource());
    const { places, gone } = this.#graded.findTargets(report, this.#targets(beliefs));
    const nothing =
      places.length === 0 && h('div', { class: 'note' }, gone.map((t) => `${t.name}: ${this.#words.gone}`).join(', '));
    const note = problem ?? nothing;
    if (note) {
      find(this, '.problem').replaceChildren(note);
      return undefined;
    }
    return { places, gone, after: this.#isFix ? after : '', refutations };
  }

  #unlock(): void {
    this.#ink = undefined;
    for (const input of findAll<HTMLInputElement>(this, '.reasons input')) input.checked = false;
    this.#send({ type: 'unlock' });
    find<HTMLElement>(this, '.lock').focus();
  }

  #draw(): void {
    this.#send({ type: 'ink' });
    if (this.#state.phase === 'graded') this.#inked();
  }

  /** The answer is out: marks, verdict, record. */
  #inked(): void {
    const ink = this.#ink!;
    const result = this.#graded.grade(ink, answerOf(this.#state));
    const fix = this.#isFix
      ? this.#graded.gradeFix(this.dataset.goal as Place, ink.places[0]!.verdict, this.#code.given, this.#code.text)
      : undefined;
    const { shown, allRight } = this.#words;
    const score = result.outcome === 'shown' ? shown : fill(allRight, { n: result.right, of: result.of });
    find(this, '.count').textContent = score;
    this.#graded.markPicks(this.#picks, result, ink.gone, this.#words);
    const word = (place: PlaceReport) => this.#words[place.verdict];
    // Beside the given program the picks say it already.
    if (this.#code.editing)
      this.#code.mark(
        ink.places.map((p) => ({ line: p.span.line, name: p.name, verdict: p.verdict, word: word(p) })),
        false,
      );
    const verdict = find<HTMLElement>(this, '.verdict');
    const reason = this.#state.reason;
    verdict.replaceChildren(
      this.#graded.verdictView({
        ink,
        result,
        fix,
        reason,
        code: this.#code,
        words: this.#words,
        group: `${this.id}-why`,
      }),
    );
    // An edit of the learner's own is practice of theirs, unless the question asked for one.
    if (!this.#state.edited || fix) {
      const given = this.#record(fix && !fix.reached ? { ...result, score: 0 } : result);
      this.#graded.afterGrade(this, given, Object.keys(ink.refutations ?? {}));
    }
    verdict.focus({ preventScroll: true });
  }

  #record(result: Grade): Given {
    const { guesses, reason, confidence, givenUp } = this.#state;
    const item = this.dataset.question!;
    return save(
      {
        pack: packOf(this),
        item,
        lesson: this.dataset.lesson ?? item.split('/')[0]!,
        revision: Number(this.dataset.revision),
        seed: Number(this.dataset.seed ?? 0),
        answer: { guesses: JSON.parse(JSON.stringify(guesses)), reason: reason ?? null },
        score: result.score,
        misconceptions: this.#graded.refuted(this.#ink!, result, reason),
        confidence: confidence ?? null,
        hints: this.#attempt.hints,
        gaveUp: givenUp,
        durationMs: this.#attempt.durationMs,
        occasion: occasionOf(this, item),
      },
      this.#code.text,
    );
  }

  async #edit(): Promise<void> {
    this.#movePicks(true);
    await this.#code.edit();
    this.#prepare();
    this.#show();
  }

  #edited(): void {
    const edited = this.#code.text.trimEnd() !== this.#code.given.trimEnd();
    this.#code.complain([]);
    find(this, '.problem').replaceChildren();
    this.#send({ type: 'edit', edited });
  }

  #restore(): void {
    this.#code.read();
    this.#movePicks(false);
    this.#state = { ...this.#state, edited: false };
    this.#again();
  }

  #again(): void {
    this.#attempt.restart();
    this.#ink = undefined;
    this.#code.light(null);
    this.#code.path([], 'stack');
    this.#code.mark([], true);
    this.#graded?.markPicks(this.#picks, undefined, [], this.#words);
    for (const input of findAll<HTMLInputElement>(this, '.pick input, .conf input, .reasons input'))
      input.checked = false;
    find(this, '.verdict').replaceChildren();
    this.#send({ type: 'again' });
    find<HTMLElement>(this, '.pick input').focus();
  }

  /** In the editor the picks stand below the program, else behind their lines. */
  #movePicks(below: boolean): void {
    const box = find<HTMLElement>(this, '.picks');
    if (below === !box.hidden) return;
    box.hidden = !below;
    if (below) {
      for (const pick of this.#picks) {
        pick.before(h('span', { class: 'pick-home', hidden: true }));
        box.append(pick);
      }
      return;
    }
    const homes = findAll<HTMLElement>(this, '.pick-home');
    for (const [index, home] of homes.entries()) home.replaceWith(this.#picks[index]!);
  }

  #show(): void {
    const { phase, stale, edited } = this.#state;
    const isPencil = phase === 'idle' || phase === 'predicted' || phase === 'loading';
    const lacks = missing(this.#state, this.#picks.length, this.#isFix);
    this.dataset.phase = phase;
    this.toggleAttribute('data-stale', stale);
    const hide = (selector: string, hidden: boolean) => {
      for (const element of findAll<HTMLElement>(this, selector)) element.hidden = hidden;
    };
    hide('.pencil-foot, .hints', !isPencil);
    hide('.lock-foot', phase !== 'locked');
    hide('.done-foot', phase !== 'graded');
    hide('.edit-now, .edit-after', this.#code.editing);
    hide('.original', !this.#code.editing);
    for (const input of findAll<HTMLInputElement>(this, '.pick input, .conf input')) {
      input.disabled = !isPencil || phase === 'loading';
    }
    find<HTMLButtonElement>(this, '.lock').disabled = lacks !== undefined || phase === 'loading';
    const ink = this.querySelector<HTMLButtonElement>('.ink');
    if (ink) ink.disabled = this.#state.reason === undefined;
    find<HTMLElement>(this, '.again').classList.toggle('solid', stale);
    find(this, '.count').textContent = fill(this.#words.marked, { n: marked(this.#state), of: this.#picks.length });
    find(this, '.ask-for').textContent = this.#askFor(lacks, edited);
  }

  #askFor(lacks: ReturnType<typeof missing>, edited: boolean): string {
    if (this.#isFix && lacks === 'edit') return this.#words.editFirst;
    if (lacks === 'guess') return marked(this.#state) > 0 || edited ? this.#words.pencil : this.#words.guessFirst;
    return lacks === 'sure' ? this.#words.howSureFirst : this.#words.pencil;
  }
}

customElements.define('predict-placement', PredictPlacement);
