/** From a family and a seed to an element that asks, grades and records as a lesson's question does. */
import { z } from 'zod';
import type { GoVersion } from '../../analyzer/base/versions.ts';
import type { Option } from '../../course/ask/form.ts';
import { shuffled } from '../../course/ask/pose.ts';
import type { BeliefId } from '../../course/beliefs.ts';
import { ladderOf } from '../../course/hints.ts';
import type { Occasion } from '../../course/progress/record.ts';
import type { PlaceReport, Report } from '../../course/report.ts';
import { findMark, type Span } from '../../course/span.ts';
import { casesOf, type Instance, instanceOf, lookAlikes, seedOf } from '../../course/variants/instance.ts';
import { beliefsOf, type PosedVariant, poseVariant, truthOf } from '../../course/variants/key.ts';
import type { Family } from '../../course/variants/schema.ts';
import { fillText } from '../../course/variants/template.ts';
import { hintWords } from '../../course/words/hints.ts';
import { type Language, words } from '../../course/words/index.ts';
import { askKeyFileOf, poseInWords } from '../ask/key-file.ts';
import { address } from '../build/address.ts';
import { find } from '../dom.ts';
import { engine } from '../engine.ts';
import { keyFileOf, saidFileOf } from '../predict/key-file.ts';
import { askText } from './ask-text.ts';
import { type MouldWords, type Pouring, pourAsked, pourEdit, pourPlaced } from './fill.ts';

// Its quick way needs code from text, which the site's policy forbids.
z.config({ jitless: true });

/** An element that gets its key and its hints from the page, not from files. */
export interface DrawnElement extends HTMLElement {
  keySource?: () => Promise<unknown>;
  hintSource?: () => Promise<readonly string[]>;
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

export interface Request {
  readonly family: Family;
  readonly seed: number;
  readonly language: Language;
  readonly occasion: Occasion;
  /** The lesson that it is asked for. */
  readonly lesson: string;
}

export interface Fresh extends Omit<Request, 'language' | 'seed'> {
  readonly draw: number;
  readonly wants: BeliefId | undefined;
  /** Of an edit: where its place is to live. */
  readonly goal?: string | undefined;
}

/** Variants that are looked at for one on which a belief goes wrong. */
const MAX_TRIES = 12;

export class Drawer {
  readonly #language: Language;
  readonly #moulds: HTMLElement;
  readonly #words: MouldWords;

  private constructor(language: Language, moulds: HTMLElement) {
    this.#language = language;
    this.#moulds = moulds;
    this.#words = JSON.parse(moulds.dataset.words!) as MouldWords;
  }

  static async open(language: Language): Promise<Drawer> {
    const [text] = await Promise.all([
      fetched(`${language}/moulds/`).then((response) => response.text()),
      import('../ask/ask-question.ts'),
      import('../predict/predict-placement.ts'),
    ]);
    const page = new DOMParser().parseFromString(text, 'text/html');
    return new Drawer(language, find<HTMLElement>(page, '[data-words]'));
  }

  async #ask(text: string, goVersion?: GoVersion): Promise<Report> {
    const client = await engine();
    return client.ask('report', { file: 'main.go', text, language: this.#language, goVersion }, `${goVersion} ${text}`);
  }

  /** Throws when the engine has no answer: the caller draws another one. */
  async draw({ family, seed, occasion, lesson }: Omit<Request, 'language'>): Promise<DrawnElement> {
    const language = this.#language;
    const variant = instanceOf(family, seed);
    const posed = await poseVariant(variant, language, (text, go) => this.#ask(text, go));
    const after = fillText(family.after[language] ?? family.after.en, variant.values);
    const pouring = this.#pouring(variant, { occasion, lesson });
    const element = this.#element(posed, variant, pouring, after);
    element.hintSource = async () => this.#hints(posed, variant);
    return element;
  }

  #element(posed: PosedVariant, variant: Instance, pouring: Pouring, after: string): DrawnElement {
    switch (posed.type) {
      case 'placed':
        return this.#placed(posed, pouring, after);
      case 'edit':
        return this.#edit(posed, pouring, after);
      default:
        return this.#asked(posed, variant, pouring, after);
    }
  }

  /** A variant with names that were not drawn before, on which the belief leads to a wrong answer. */
  async drawFresh({ family, draw, wants, goal, ...rest }: Fresh): Promise<DrawnElement> {
    const cases = casesOf(family);
    let found: number | undefined;
    for (let tries = 0; tries < MAX_TRIES && found === undefined; tries++) {
      const seed = seedOf(family, draw + Math.floor(tries / cases), draw + tries);
      const posed = await poseVariant(instanceOf(family, seed), this.#language, (text, go) => this.#ask(text, go));
      const fits =
        posed.type === 'edit' && goal !== undefined
          ? posed.question.goal === goal
          : !wants || beliefsOf(posed).has(wants);
      if (fits) found = seed;
    }
    return this.draw({ family, seed: found ?? seedOf(family, draw, draw), ...rest });
  }

  /** The look-alike of a variant: the same names, a case with another answer. */
  async drawTwin({ family, seed, ...rest }: Omit<Request, 'language'>): Promise<DrawnElement> {
    const truth = async (each: number) =>
      truthOf(await poseVariant(instanceOf(family, each), this.#language, (text, go) => this.#ask(text, go)));
    const own = await truth(seed);
    for (const twin of lookAlikes(family, seed))
      if ((await truth(twin)) !== own) return this.draw({ family, seed: twin, ...rest });
    return this.draw({ family, seed: seedOf(family, Math.floor(seed / casesOf(family)) + 1, seed), ...rest });
  }

  #pouring({ family, seed, question, text }: Instance, data: { occasion: string; lesson: string }): Pouring {
    const marks =
      'places' in question
        ? question.places
        : 'parameters' in question
          ? question.parameters
          : 'mark' in question && question.mark
            ? [{ mark: question.mark, in: question.in }]
            : [];
    return {
      group: `v-${family.id}-${seed}`,
      ask: askText(question, this.#language),
      text,
      marks: marks.map(({ mark, in: within }) => findMark(text, mark, within)),
      words: this.#words,
      data: {
        ...data,
        question: `variants/${family.id}`,
        kind: question.kind,
        revision: String(family.revision),
        seed: String(seed),
        language: this.#language,
        phase: 'idle',
      },
    };
  }

  #copy(selector: string): DrawnElement {
    return document.importNode(find<HTMLElement>(this.#moulds, selector), true);
  }

  #placed({ question, key }: Extract<PosedVariant, { type: 'placed' }>, pouring: Pouring, after: string): DrawnElement {
    const element = this.#copy('predict-placement:not([data-goal])');
    const places = key.places.map((place, index) => ({
      id: place.id,
      name: place.name,
      owner: place.function,
      span: pouring.marks[index] as Span,
    }));
    const options = question.reason.options.map((id): Option => ({ id, text: words[this.#language].reasons[id]! }));
    const about = places.find(({ id }) => id === question.reason.about)!.name;
    pourPlaced(element, places, { about, options: shuffled(pouring.group, options) }, pouring);
    element.keySource = async () => keyFileOf(question, key, { after, language: this.#language });
    return element;
  }

  #edit({ question, place }: Extract<PosedVariant, { type: 'edit' }>, pouring: Pouring, after: string): DrawnElement {
    const element = this.#copy('predict-placement[data-goal]');
    const { id } = question.places[0]!;
    const { name, function: owner } = place;
    pourEdit(element, { id, name, owner, span: pouring.marks[0] as Span }, question.goal, pouring);
    element.keySource = async () => saidFileOf(question, after, this.#language);
    return element;
  }

  #asked(
    posed: Exclude<PosedVariant, { type: 'placed' | 'edit' }>,
    { family }: Instance,
    pouring: Pouring,
    after: string,
  ): DrawnElement {
    const inWords = posed.type === 'runtime' ? poseInWords(posed.question, this.#language) : posed.posed;
    const element = this.#copy(`ask-question[data-form=${inWords.form.type}]`);
    pourAsked(element, find<HTMLElement>(this.#moulds, 'predict-placement code-block'), inWords.form, pouring);
    element.keySource = async () =>
      askKeyFileOf(inWords, { revision: family.revision, after, language: this.#language });
    return element;
  }

  #hints(posed: PosedVariant, { question }: Instance): readonly string[] {
    const kind = question.kind;
    const inWords = posed.type === 'runtime' ? poseInWords(posed.question, this.#language) : undefined;
    const form = posed.type === 'asked' ? posed.posed.form : inWords?.form;
    const made = 'posed' in posed ? posed.posed.key : undefined;
    const key = made && { truth: made.truth, named: Object.keys(made.lures) };
    return ladderOf({ kind, place: placeAsked(posed), form, key }, hintWords[this.#language]);
  }
}

/** The place that matters first. */
function placeAsked(posed: PosedVariant): PlaceReport | undefined {
  switch (posed.type) {
    case 'placed':
      return posed.key.places.find(({ id }) => id === posed.question.reason.about);
    case 'edit':
      return posed.place;
    case 'asked':
      return posed.posed.places[0];
    case 'runtime':
      return undefined;
  }
}
