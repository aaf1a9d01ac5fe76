/**
 * <runtime-board>: one board. What happens when is in model.ts, what is right in course/kinds and the runtime models, what
 * is drawn in views/; this file reads the inputs and shows the state. The key is computed when the guess is locked in.
 */
import type { RuntimeBelief } from '../../course/kinds/runtime/beliefs.ts';
import {
  goModels,
  gradeRuntime,
  type RuntimeGrade,
  type TruthKey,
  transfer,
  type Variant,
  variantOf,
} from '../../course/kinds/runtime/kind.ts';
import type { Confidence } from '../../course/progress/record.ts';
import { BadInput, badReasons } from '../../runtime/index.ts';
import { find, findAll, h, icon, rich } from '../dom.ts';
import { occasionOf } from '../progress/store.ts';
import { fill } from '../strings/fill.ts';
import { type BoardEvent, type BoardState, missing, next, start } from './model.ts';
import { recordAnswer } from './record.ts';
import type { Shape } from './shape.ts';
import type { LiveBoardStrings } from './strings/index.ts';
import { type AnyView, type Say, sayer } from './view.ts';

type Task = { readonly go: string };

const SVG = 'http://www.w3.org/2000/svg';
const TAGS = { right: ['ok', 'ok'], wrong: ['no', 'no'], partly: ['half', 'half'], shown: ['pencil', 'pen'] } as const;

function element(shape: Shape | string): Node {
  if (typeof shape === 'string') return document.createTextNode(shape);
  const made = document.createElementNS(SVG, shape.tag);
  for (const [name, value] of Object.entries(shape.attributes)) made.setAttribute(name, value);
  made.append(...shape.children.map(element));
  return made;
}

function newSeed(): number {
  return 1 + Math.floor(Math.random() * 1_000_000);
}

/** A command that wraps between its words only: a hyphen is no place to break. */
function commandLine(command: string): HTMLElement {
  const words = command.split(' ').flatMap((word) => [h('span', {}, word), ' ']);
  return h('p', { class: 'says' }, ...words);
}

class RuntimeBoard extends HTMLElement {
  static load: (kind: string) => Promise<AnyView>;
  #view!: AnyView;
  #words!: LiveBoardStrings;
  #say!: Say;
  #state!: BoardState<Task>;
  #key!: TruthKey;
  #grade: RuntimeGrade | undefined;
  /** Of the variant on the board; 0: the question as written, or the learner's own. */
  #seed = 0;
  #isOwn = false;
  #started = 0;

  async connectedCallback(): Promise<void> {
    this.#view = await RuntimeBoard.load(this.dataset.kind!);
    const words = this.querySelector('.board-words') ?? document.getElementById('board-words')!;
    this.#words = JSON.parse(words.textContent!) as LiveBoardStrings;
    this.#say = sayer(this.#words.kinds[this.#view.kind.kind]!, document.documentElement.lang);
    this.#take({ seed: Number(this.dataset.seed), task: JSON.parse(this.dataset.task!) as Task });
    this.addEventListener('change', (event) => this.#changed(event.target as HTMLInputElement));
    this.addEventListener('input', (event) => this.#typed(event.target as HTMLInputElement));
    this.addEventListener('click', (event) => this.#clicked(event.target as Element));
    this.addEventListener('submit', (event) => this.#own(event));
    // Until now the browser itself would have sent the form, and lost the page.
    for (const button of findAll<HTMLButtonElement>(this, '.own button')) button.disabled = false;
    // A repetition asks the same kind of question anew, not the same one.
    if (occasionOf(this, this.dataset.question!) === 'review') this.#ask(this.#drawn(this.#state.task.go));
    else this.#catchUp();
  }

  #drawn(go: string): Variant<Task> {
    return variantOf(this.#view.kind, newSeed(), go, goModels);
  }

  /** What was pressed while this script was on its way counts. */
  #catchUp(): void {
    const go = find<HTMLInputElement>(this, '.versions input:checked').value;
    if (go !== this.#state.task.go) this.#version(go);
    const chosen = this.querySelector<HTMLInputElement>('.choices input:checked, .number-guess')?.value;
    const sure = this.querySelector<HTMLInputElement>('.conf input:checked')?.value as Confidence | undefined;
    if (chosen) this.#send({ type: 'choose', value: chosen });
    if (sure) this.#send({ type: 'sure', value: sure });
    this.#show();
  }

  #send(event: BoardEvent<Task>): void {
    this.#state = next(this.#state, event);
    this.#show();
  }

  /** A new question: the guess is pencil again. */
  #take({ seed, task }: Variant<Task>, isOwn = false): void {
    this.#seed = seed;
    this.#isOwn = isOwn;
    this.#started = performance.now();
    this.#key = this.#view.kind.key(task, goModels);
    this.#grade = undefined;
    this.#state = this.#state ? next(this.#state, { type: 'task', task }) : start(task);
  }

  #ask(variant: Variant<Task>, isOwn = false): void {
    this.#take(variant, isOwn);
    // A hint that was opened for the last question is none for this one.
    for (const hint of findAll<HTMLDetailsElement>(this, '.hints details')) {
      hint.open = false;
      delete hint.dataset.opened;
    }
    const { task } = variant;
    this.#choices();
    this.#fields();
    find(this, '.ask').replaceChildren(rich(this.#view.ask(task, this.#say)));
    find(this, '.board-verdict').replaceChildren();
    this.#show();
  }

  #choices(): void {
    const chips = this.querySelector('.chips');
    if (!chips) {
      find<HTMLInputElement>(this, '.number-guess').value = '';
      return;
    }
    const { task } = this.#state;
    const made = this.#view.kind.choices(task, this.#key, goModels).map((choice) => {
      const input = h('input', {
        type: 'radio',
        name: `board-${this.dataset.kind}-choice`,
        value: choice,
        autocomplete: 'off',
      });
      return h('label', { class: 'chip-choice' }, input, h('span', {}, this.#view.choice(choice, task, this.#say)));
    });
    chips.replaceChildren(...made);
  }

  #fields(): void {
    for (const { name, type, value } of this.#view.fields(this.#state.task)) {
      const input = find<HTMLInputElement>(this, `.own input[name="${name}"]`);
      if (type === 'checkbox') input.checked = value === true;
      else input.value = String(value);
    }
    for (const input of findAll<HTMLInputElement>(this, '.versions input'))
      input.checked = input.value === this.#state.task.go;
  }

  #changed(input: HTMLInputElement): void {
    if (input.closest('.conf')) this.#send({ type: 'sure', value: input.value as Confidence });
    else if (input.closest('.choices') && input.type === 'radio') this.#send({ type: 'choose', value: input.value });
    else if (input.closest('.versions')) this.#version(input.value);
  }

  #typed(input: HTMLInputElement): void {
    if (input.classList.contains('number-guess')) this.#send({ type: 'choose', value: input.value });
  }

  /** The same question for another version; where that version cannot be asked it, another one. */
  #version(go: string): void {
    try {
      const task = this.#view.adopt?.(this.#state.task, go) ?? { ...this.#state.task, go };
      this.#view.kind.key(task, goModels);
      // The same numbers for another version are seldom that version's variant of the seed.
      this.#ask({ seed: 0, task }, this.#isOwn);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      this.#ask(this.#drawn(go));
    }
  }

  #clicked(target: Element): void {
    const choice = target.closest<SVGElement>('[data-choice]')?.dataset.choice;
    const button = target.closest('button');
    const has = (name: string): boolean => button?.classList.contains(name) ?? false;
    if (choice !== undefined) this.#press(choice);
    else if (has('lock')) this.#ink(false);
    else if (has('give-up')) this.#ink(true);
    else if (has('undo')) this.#send({ type: 'undo' });
    else if (has('step-back')) this.#send({ type: 'step', by: -1 });
    else if (has('step-on')) this.#send({ type: 'step', by: 1 });
    else if (has('again')) this.#again();
  }

  #press(choice: string): void {
    if (this.#state.phase === 'graded') return;
    this.#send({ type: 'choose', value: choice });
  }

  #own(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const input = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
    const bad = find(this, '.bad');
    bad.textContent = '';
    try {
      const task = this.#view.read(
        (name) => input(name).value,
        (name) => input(name).checked,
        this.#state.task,
      );
      this.#view.kind.key(task, goModels);
      this.#ask({ seed: 0, task }, true);
      find<HTMLElement>(this, '.choices input').focus();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      bad.textContent = fill(this.#words.live.bad!, { what: this.#complaint(error) });
    }
  }

  /** What was wrong, in the page's language. */
  #complaint({ reason, values }: BadInput): string {
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    const shown = Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, numbers.format(value)];
      return [name, name === 'what' ? (this.#words.what[value] ?? value) : value];
    });
    return fill(this.#words.bad[reason] ?? badReasons[reason], Object.fromEntries(shown) as Record<string, string>);
  }

  #ink(givenUp: boolean): void {
    const { task } = this.#state;
    this.#send({ type: 'ink', steps: this.#view.steps(task, this.#key), givenUp });
    if (this.#state.phase !== 'graded') return;
    this.#grade = gradeRuntime(this.#view.kind, task, this.#key, this.#state.guess, goModels);
    this.#verdict(this.#grade);
    this.#record(this.#grade);
    this.#show();
    find<HTMLElement>(this, '.board-verdict').focus({ preventScroll: true });
  }

  #record(grade: RuntimeGrade): void {
    const { task, confidence } = this.#state;
    recordAnswer(this, { grade, task, seed: this.#seed, isOwn: this.#isOwn, confidence, since: this.#started });
  }

  #again(): void {
    const belief = this.#grade?.beliefs[0];
    this.#ask(transfer(this.#view.kind, newSeed(), this.#state.task.go, belief, goModels));
    find<HTMLElement>(this, '.choices input').focus();
  }

  #verdict({ outcome, truth, guess, beliefs }: RuntimeGrade): void {
    const { live } = this.#words;
    const { task } = this.#state;
    const named = (choice: string): string => this.#view.choice(choice, task, this.#say);
    const text = { right: live.right, wrong: live.wrong, partly: live.near, shown: live.shown }[outcome]!;
    const [kind, glyph] = TAGS[outcome];
    const command = this.#view.command?.(task);
    const lines = [
      h('p', { class: `tag ${kind}` }, icon(glyph), fill(text, { truth: named(truth) })),
      guess !== undefined && outcome !== 'right' && h('p', { class: 'fine' }, fill(live.you!, { guess: named(guess) })),
      h('p', {}, rich(this.#view.why(task, this.#key, this.#say))),
      ...beliefs.map((belief) => this.#refutation(belief)),
      command !== undefined && commandLine(command),
    ];
    find(this, '.board-verdict').replaceChildren(...lines.filter((line): line is HTMLElement => line !== false));
  }

  #refutation(belief: RuntimeBelief): HTMLElement {
    const [title, text] = this.#words.beliefs[belief] as readonly [string, string];
    return h('div', { class: 'note no' }, h('p', { class: 'tag no' }, icon('no'), title), h('p', {}, rich(text)));
  }

  #show(): void {
    const { phase, task, guess, confidence, step, steps, past } = this.#state;
    const { live } = this.#words;
    const open = phase === 'graded';
    this.dataset.phase = phase;
    const { picture, words } = this.#view.draw({ task, key: this.#key, open, guess, step, say: this.#say });
    find(this, '.drawing').replaceChildren(element(picture));
    find(this, '.twin ol').replaceChildren(...words.map((line) => h('li', {}, line)));
    for (const input of findAll<HTMLInputElement>(this, '.choices input')) {
      input.disabled = open;
      if (input.type === 'radio') input.checked = input.value === guess;
      input.closest('label')!.classList.toggle('truth', open && input.value === this.#key.truth);
    }
    for (const input of findAll<HTMLInputElement>(this, '.conf input')) input.checked = input.value === confidence;
    const lacks = missing(this.#state);
    const number = this.querySelector<HTMLInputElement>('.number-guess');
    if (number && number !== document.activeElement) number.value = guess ?? '';
    for (const pencil of findAll<HTMLElement>(this, '.conf, .hints, .act:not(.walk)')) pencil.hidden = open;
    find<HTMLElement>(this, '.walk').hidden = !open;
    find<HTMLButtonElement>(this, '.lock').disabled = lacks !== undefined;
    find<HTMLButtonElement>(this, '.undo').disabled = past.length === 0;
    find<HTMLButtonElement>(this, '.step-back').disabled = step === 0;
    find<HTMLButtonElement>(this, '.step-on').disabled = step === steps;
    find(this, '.ask-for').textContent = { guess: live.guessFirst!, sure: live.howSureFirst!, none: live.pencil! }[
      lacks ?? 'none'
    ];
    find(this, '.count').textContent = open ? fill(live.step!, { n: step, of: steps }) : '';
  }
}

/** Tells the boards of this page where their views come from. */
export function defineBoards(load: (kind: string) => Promise<AnyView>): void {
  RuntimeBoard.load = load;
  customElements.define('runtime-board', RuntimeBoard);
}

/** For a page whose boards are known: their views come with its script. */
export function defineFrom(views: readonly AnyView[]): void {
  defineBoards(async (kind) => views.find((view) => view.kind.kind === kind)!);
}
