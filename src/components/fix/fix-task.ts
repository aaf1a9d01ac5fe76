/**
 * <fix-task>: edit a program in pencil, say how sure you are, have it judged. What happens when is in model.ts, what holds
 * in course/kinds/fix-function; this file reads the inputs, asks the engine and shows the state.
 */
import { isReached, type Judgement, scoreOf, withOwnRun } from '../../course/kinds/fix-function/judge.ts';
import { type Confidence, isRight } from '../../course/progress/record.ts';
import type { EngineError } from '../../worker/client.ts';
import { LIMITS } from '../../worker/protocol.ts';
import type { FixKeyFile } from '../build/fix.ts';
import '../code/code-block.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { find, findAll, liveWords, pageLanguage, rich } from '../dom.ts';
import { engine } from '../engine.ts';
import { failureNote, reportProblem } from '../predict/problem.ts';
import { Attempt } from '../progress/attempt.ts';
import { type Given, loaded, occasionOf, save } from '../progress/store.ts';
import { afterGrade } from '../retry/offer.ts';
import { earlierEdit, keepDraft, MAX_KEPT, wasReached } from './draft.ts';
import { type FixEvent, type FixState, initial, missing, next } from './model.ts';
import type { FixWords } from './strings/en.ts';
import { type FixVerdictInput, faultText, fixVerdict } from './verdict.ts';

type About = Pick<FixVerdictInput, 'key' | 'judgement' | 'report'>;

class FixTask extends HTMLElement {
  #state: FixState = initial;
  #code!: CodeBlock;
  #key: FixKeyFile | undefined;
  #attempt!: Attempt;
  /** What the verdict on the page says. */
  #about: About | undefined;
  /** Reached or shown: the next thing to do is no longer an edit. */
  #isOver = false;
  readonly #live = liveWords();
  readonly #words = JSON.parse(document.getElementById('fix-words')!.textContent!) as FixWords;

  connectedCallback(): void {
    this.#attempt = new Attempt(this);
    this.#code = find<CodeBlock>(this, 'code-block');
    this.addEventListener('change', (event) => this.#changed(event.target as HTMLInputElement));
    this.addEventListener('click', (event) => this.#clicked((event.target as Element).closest('button')));
    this.addEventListener('code-change', () => this.#edited());
    const button = find(this, '.edit-now');
    for (const event of ['pointerenter', 'focus'])
      button.addEventListener(event, () => this.#prepare(), { once: true });
    this.#show();
    // What was ticked while this script was on its way counts.
    for (const input of findAll<HTMLInputElement>(this, 'input:checked')) this.#changed(input);
    this.#comeBack();
  }

  get #item(): string {
    return this.dataset.question!;
  }

  get #revision(): number {
    return Number(this.dataset.revision);
  }

  /** The edit that was left here before. A task that was solved is asked anew in the review. */
  async #comeBack(): Promise<void> {
    const log = await loaded();
    const isAnew = occasionOf(this, this.#item) === 'review' && wasReached(this.#item, log);
    const text = isAnew ? undefined : earlierEdit(this.#item, this.#revision, log);
    // Who has pressed Edit meanwhile is not interrupted.
    if (!text || this.#code.editing || text.trimEnd() === this.#code.given.trimEnd()) return;
    await this.#code.edit(true);
    this.#code.replace(text);
    find<HTMLElement>(this, '.from-before').hidden = false;
  }

  #prepare(): void {
    this.#code.prepare();
    engine().then(
      (client) => client.warm(),
      () => {},
    );
  }

  #send(event: FixEvent): void {
    this.#state = next(this.#state, event);
    this.#show();
  }

  #changed(input: HTMLInputElement): void {
    if (input.closest('.conf')) this.#send({ type: 'sure', value: input.value as Confidence });
  }

  #clicked(button: HTMLButtonElement | null): void {
    const has = (name: string) => button?.classList.contains(name) ?? false;
    if (has('edit-now')) this.#edit();
    else if (has('lock')) this.#judge('check');
    else if (has('give-up')) this.#judge('give-up');
    else if (has('original')) this.#restore();
    else if (has('compare')) this.#compare();
  }

  async #edit(): Promise<void> {
    await this.#code.edit();
    this.#prepare();
    this.#show();
  }

  #edited(): void {
    this.#code.complain([]);
    find(this, '.problem').replaceChildren();
    const edited = this.#code.text.trimEnd() !== this.#code.given.trimEnd();
    keepDraft(this.#item, this.#revision, edited ? this.#code.text : '');
    this.#send({ type: 'edit', edited });
  }

  #restore(): void {
    this.#code.replace(this.#code.given);
    find<HTMLElement>(this, '.from-before').hidden = true;
  }

  async #judge(type: 'check' | 'give-up'): Promise<void> {
    this.#send({ type });
    if (this.#state.phase !== 'loading') return;
    const problem = find(this, '.problem');
    problem.replaceChildren();
    try {
      const key = await this.#keyFile();
      if (type === 'give-up') return this.#shown(key);
      const starting = setTimeout(() => find(this, '.ask-for').replaceChildren(this.#live.starting), 400);
      const client = await engine().finally(() => clearTimeout(starting));
      const text = this.#code.text;
      const { report, judgement } = await client.ask('fix', {
        file: 'main.go',
        text,
        language: pageLanguage(),
        task: key.task,
      });
      // The text has changed meanwhile: nothing is said about the old one.
      if (this.#state.phase !== 'loading') return;
      this.#code.complain(report.status === 'error' ? report.errors : []);
      const note = reportProblem(report, this.#live);
      if (note || !judgement) {
        this.#send({ type: 'failure' });
        if (note) problem.replaceChildren(note);
        return;
      }
      this.#ink({ key, judgement, report });
    } catch (error) {
      const failure = (error as EngineError).failure ?? 'key';
      this.#send({ type: 'failure' });
      problem.replaceChildren(failureNote(failure, LIMITS.answer / 1000, this.#live, () => this.#judge(type)));
    }
  }

  async #keyFile(): Promise<FixKeyFile> {
    if (this.#key) return this.#key;
    const response = await fetch(this.dataset.key!);
    if (!response.ok) throw new Error(`${response.status}`);
    this.#key = (await response.json()) as FixKeyFile;
    return this.#key;
  }

  #shown(key: FixKeyFile): void {
    this.#ink({ key, judgement: undefined, report: undefined });
  }

  /** What the learner's own Go printed decides what nothing here could. */
  #compare(): void {
    const { key, judgement, report } = this.#about!;
    const printed = find<HTMLTextAreaElement>(this, '.own-run textarea').value;
    const found = withOwnRun(key.task, judgement!, printed);
    if ('fault' in found) find(this, '.own-fault').replaceChildren(rich(faultText(found, key.task, this.#words)));
    else this.#ink({ key, judgement: found, report });
  }

  #ink(about: About): void {
    this.#about = about;
    this.#send({ type: 'answer' });
    const verdict = find<HTMLElement>(this, '.verdict');
    const { release } = this.dataset;
    verdict.replaceChildren(
      fixVerdict({ ...about, code: this.#code, words: this.#words, live: this.#live, release: release! }),
    );
    find<HTMLElement>(this, '.done-foot').hidden = false;
    this.#isOver = about.judgement === undefined || isReached(about.judgement);
    this.#show();
    if (about.judgement?.outcome !== 'unchanged') {
      const given = this.#record(about.judgement);
      this.querySelector('.transfer')?.remove();
      if (!isRight(given)) afterGrade(this, given, []);
    }
    verdict.focus({ preventScroll: true });
  }

  #record(judgement: Judgement | undefined): Given {
    const item = this.#item;
    const text = this.#code.text;
    return save(
      {
        item,
        lesson: item.split('/')[0]!,
        revision: this.#revision,
        answer: {
          outcome: judgement?.outcome ?? 'shown',
          changed: judgement?.changed ?? null,
          program: text.length <= MAX_KEPT ? text : null,
        },
        score: judgement ? scoreOf(judgement) : 0,
        misconceptions: [],
        confidence: this.#state.confidence ?? null,
        hints: this.#attempt.hints,
        gaveUp: judgement === undefined,
        durationMs: this.#attempt.durationMs,
        occasion: occasionOf(this, item),
        goVersion: this.dataset.release!,
      },
      text,
    );
  }

  #show(): void {
    const { phase, stale } = this.#state;
    const { editing } = this.#code;
    const lacks = missing(this.#state);
    this.dataset.phase = phase;
    this.toggleAttribute('data-stale', stale);
    const edit = find<HTMLElement>(this, '.edit-now');
    edit.hidden = editing;
    edit.classList.toggle('solid', !this.#isOver);
    find<HTMLElement>(this, '.original').hidden = !editing;
    for (const compare of findAll<HTMLButtonElement>(this, '.compare')) compare.disabled = phase !== 'graded';
    // One filled button: the check of an edit, or what comes after it.
    for (const onward of findAll(this, '.done-foot :is(a.btn, .go-on)'))
      onward.classList.toggle('solid', phase === 'graded' && this.#isOver);
    const lock = find<HTMLButtonElement>(this, '.lock');
    lock.hidden = !editing;
    lock.disabled = lacks !== undefined || phase === 'loading';
    for (const input of findAll<HTMLInputElement>(this, '.conf input')) input.disabled = phase === 'loading';
    const { editFirst, sureFirst, ready } = this.#words;
    const say = lacks === 'edit' ? editFirst : lacks === 'sure' ? sureFirst : ready;
    find(this, '.ask-for').textContent = phase === 'graded' ? '' : say;
  }
}

customElements.define('fix-task', FixTask);
