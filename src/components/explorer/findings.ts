/**
 * What the explorer shows after the ink: places, graph and walk, edits, the compiler's lines, another version, before
 * and after. Loaded at the first question. It keeps the last good answer while the program is broken.
 */
import { type GoVersion, goVersions } from '../../analyzer/base/versions.ts';
import type { Inspection } from '../../course/flow/inspect.ts';
import type { SaysLine } from '../../course/flow/picture.ts';
import type { Span } from '../../course/span.ts';
import { compareView, type Snapshot } from '../compare/compare-view.ts';
import { find, h } from '../dom.ts';
import { FlowView } from '../flow/flow-view.ts';
import { lensView } from '../lens/lens-view.ts';
import { editsView } from '../panels/edits-view.ts';
import { copyLines, markLines, radios, saysList } from '../panels/says-panel.ts';
import type { LiveStrings } from '../strings/en.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import type { Explorer } from './go-explorer.ts';
import { showPlaces } from './places-list.ts';

export class Findings {
  readonly #host: Explorer;
  readonly #words: ToolWords;
  readonly #live: LiveStrings;
  readonly #flow: FlowView;
  readonly #edits = h('section', { class: 'edits-box' });
  readonly #says = h('div');
  readonly #lens = h('div', { 'aria-live': 'polite' });
  readonly #compare = h('div');
  #level: 1 | 2;
  #against: GoVersion | undefined;
  #now: { readonly text: string; readonly inspection: Inspection } | undefined;
  #before: Snapshot | undefined;
  #open: string | undefined;

  constructor(host: Explorer, live: LiveStrings, words: ToolWords, level: 1 | 2) {
    this.#host = host;
    this.#live = live;
    this.#words = words;
    this.#level = level;
    this.#flow = new FlowView({
      words,
      light: (step) => host.code.light(step?.span ?? null),
      select: (walk) => this.#select(walk),
    });
    find(host, '.why-panel').replaceChildren(this.#flow.element, this.#edits);
    find(host, '.tools-panel').replaceChildren(...this.#panels());
  }

  get level(): 1 | 2 {
    return this.#level;
  }

  #panels(): HTMLElement[] {
    const words = this.#words;
    const level = radios('level', words.level, ['-m', '-m=2'], this.#level === 2 ? '-m=2' : '-m', (value) => {
      this.#level = value === '-m=2' ? 2 : 1;
      this.#showSays();
    });
    const against = radios('against', words.lensAgainst, goVersions, '', (value) => {
      this.#against = value as GoVersion;
      this.#showLens();
    });
    const panel = (title: string, ...parts: HTMLElement[]) =>
      h('section', { class: 'panel' }, h('h2', {}, title), ...parts);
    return [
      panel(
        words.panelTitle,
        level,
        this.#says,
        copyLines(words, () => this.#printed),
      ),
      panel(words.compareTitle, this.#compare),
      panel(words.lensTitle, against, this.#lens),
    ];
  }

  /** A new answer for `text`. */
  show(text: string, inspection: Inspection): void {
    const { places } = inspection.report;
    this.#now = { text, inspection };
    this.#before ??= { text, report: inspection.report };
    showPlaces(find(this.#host, '.places'), find(this.#host, '.places-filter'), places, {
      live: this.#live,
      words: this.#words,
      open: (index) => {
        this.#select(index);
        this.#host.code.light(places[index]!.span);
      },
    });
    this.#showSays();
    const { walks } = inspection.picture;
    const same = walks.findIndex((walk) => `${walk.owner}.${walk.name}` === this.#open);
    const heap = walks.findIndex((walk) => walk.verdict === 'heap');
    this.#select(same >= 0 ? same : Math.max(heap, 0));
    this.#showCompare();
    if (this.#against) this.#showLens();
  }

  /** Another program was loaded: it has no "before" yet. */
  forget(): void {
    this.#before = undefined;
    this.#open = undefined;
  }

  #select(walk: number): void {
    const { picture } = this.#now!.inspection;
    const open = picture.walks[walk];
    this.#flow.show(picture, walk);
    this.#edits.replaceChildren();
    for (const button of this.#host.querySelectorAll<HTMLElement>('.places button')) {
      button.ariaPressed = String(button.dataset.walk === String(walk));
    }
    markLines(this.#says, walk);
    if (!open) return;
    this.#open = `${open.owner}.${open.name}`;
    this.#host.code.path(
      open.steps.map((step) => step.span?.line),
      open.verdict,
    );
    if (open.verdict === 'heap') this.#showEdits(open.node);
  }

  async #showEdits(location: number): Promise<void> {
    const { text } = this.#now!;
    const waiting = setTimeout(
      () => this.#edits.replaceChildren(h('p', { class: 'fine' }, this.#words.editsWaiting)),
      400,
    );
    const edits = await this.#host.ask('edits', { text, location }).catch(() => undefined);
    clearTimeout(waiting);
    if (edits === undefined || this.#now?.text !== text || this.#flowNode !== location) return;
    const host = {
      words: this.#words,
      light: (span: Span) => this.#host.code.light(span),
      make: (edited: string) => this.#host.replace(edited),
    };
    this.#edits.replaceChildren(...editsView(edits, host));
  }

  get #flowNode(): number | undefined {
    const walks = this.#now?.inspection.picture.walks ?? [];
    return walks.find((walk) => `${walk.owner}.${walk.name}` === this.#open)?.node;
  }

  get #printed(): readonly SaysLine[] {
    const { says, says2 } = this.#now!.inspection;
    return this.#level === 2 ? says2 : says;
  }

  #showSays(): void {
    if (!this.#now) return;
    const { picture } = this.#now.inspection;
    const host = {
      words: this.#words,
      messages: this.#host.dataset.messages!,
      light: (line: SaysLine) => this.#host.code.light(line.span),
      select: (line: SaysLine) => line.walk >= 0 && this.#select(line.walk),
    };
    this.#says.replaceChildren(saysList(this.#printed, host));
    markLines(
      this.#says,
      picture.walks.findIndex((walk) => `${walk.owner}.${walk.name}` === this.#open),
    );
  }

  async #showLens(): Promise<void> {
    const now = this.#now;
    const goVersion = this.#against;
    if (!now || !goVersion) return;
    const other = await this.#host.ask('inspection', { text: now.text, goVersion }, 'lens').catch(() => undefined);
    if (other === undefined || this.#now !== now || this.#against !== goVersion) return;
    this.#lens.replaceChildren(...lensView(now.inspection, other, this.#words));
  }

  #showCompare(): void {
    const { text, inspection } = this.#now!;
    const now = { text, report: inspection.report };
    const actions = {
      keep: () => {
        this.#before = now;
        this.#showCompare();
      },
      back: () => this.#host.replace(this.#before!.text),
    };
    this.#compare.replaceChildren(...compareView(this.#before!, now, this.#words, actions));
  }
}
