/**
 * The editor: CodeMirror in a shadow root, where its styles are adopted sheets, which a strict style-src allows.
 * Loaded at the first Edit. What it shows of verdicts is for the eye; the same stands in a list beside it.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { go } from '@codemirror/lang-go';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, RangeSet, StateEffect, type StateEffectType, StateField, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutter,
  keymap,
  lineNumbers,
  WidgetType,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Span } from '../../course/span.ts';

export interface Mark {
  readonly line: number;
  readonly name: string;
  readonly verdict: 'stack' | 'heap';
  /** The word of the verdict in the page's language. */
  readonly word: string;
}

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly onChange: () => void;
}

/** What the compiler complains about, with its words and what they mean. */
export interface Complaint {
  readonly line: number;
  readonly col: number;
  readonly message?: string;
  readonly explanation?: string | undefined;
}

export interface Editor {
  text(): string;
  replace(text: string): void;
  mark(marks: readonly Mark[], stale: boolean): void;
  complain(problems: readonly Complaint[]): void;
  light(span: Span | null): void;
  /** The cursor to a place that may no longer be there. */
  jump(line: number, col: number): void;
  focus(): void;
  destroy(): void;
}

const setMarks = StateEffect.define<{ marks: readonly Mark[]; stale: boolean }>();
const setProblems = StateEffect.define<readonly Complaint[]>();
const setLit = StateEffect.define<Span | null>();

function offsetOf(doc: Text, line: number, col: number): number {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(at.from + Math.max(0, col - 1), at.to);
}

class Glyph extends GutterMarker {
  readonly verdict: string;
  constructor(verdict: string) {
    super();
    this.verdict = verdict;
  }
  override eq(other: Glyph): boolean {
    return other.verdict === this.verdict;
  }
  override toDOM(): Node {
    const glyph = document.createElement('i');
    glyph.className = `glyph ${this.verdict}`;
    return glyph;
  }
}

class Chips extends WidgetType {
  readonly marks: readonly Mark[];
  constructor(marks: readonly Mark[]) {
    super();
    this.marks = marks;
  }
  override eq(other: Chips): boolean {
    return JSON.stringify(other.marks) === JSON.stringify(this.marks);
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('span');
    box.className = 'chips';
    box.ariaHidden = 'true';
    for (const { name, verdict, word } of this.marks) {
      const chip = document.createElement('span');
      chip.className = `chip ${verdict}`;
      chip.textContent = `${name}: ${word}`;
      box.append(chip);
    }
    return box;
  }
}

function byLine(doc: Text, marks: readonly Mark[]): [number, Mark[]][] {
  const lines = new Map<number, Mark[]>();
  for (const mark of marks) if (mark.line <= doc.lines) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark]);
  return [...lines].sort(([a], [b]) => a - b);
}

const glyphs = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(value, { changes, effects, state }) {
    let next = value.map(changes);
    for (const effect of effects) {
      if (!effect.is(setMarks)) continue;
      const ranges = byLine(state.doc, effect.value.marks).map(([line, marks]) => {
        const verdict = marks.some((mark) => mark.verdict === 'heap') ? 'heap' : 'stack';
        return new Glyph(verdict).range(state.doc.line(line).from);
      });
      next = RangeSet.of(ranges);
    }
    return next;
  },
});

const chips = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, { changes, effects, state }) {
    let next = value.map(changes);
    for (const effect of effects) {
      if (!effect.is(setMarks)) continue;
      const ranges = byLine(state.doc, effect.value.marks).map(([line, marks]) =>
        Decoration.widget({ widget: new Chips(marks), side: 1 }).range(state.doc.line(line).to),
      );
      next = Decoration.set(ranges);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations<T>(effectType: StateEffectType<T>, ranges: (doc: Text, value: T) => DecorationSet) {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, { changes, effects, state }) {
      let next = value.map(changes);
      for (const effect of effects) if (effect.is(effectType)) next = ranges(state.doc, effect.value);
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

const lit = decorations(setLit, (doc, span) => {
  if (!span) return Decoration.none;
  const from = offsetOf(doc, span.line, span.col);
  const to = offsetOf(doc, span.endLine, span.endCol);
  return from < to ? Decoration.set(Decoration.mark({ class: 'lit' }).range(from, to)) : Decoration.none;
});

const problems = decorations(setProblems, (doc, list) =>
  Decoration.set(
    list.flatMap(({ line, col, message, explanation }) => {
      const from = offsetOf(doc, line, col);
      const word = /^\w+|^\S/.exec(doc.sliceString(from, doc.lineAt(from).to))?.[0] ?? '';
      const title = [message, explanation].filter((text) => text !== undefined).join('\n');
      return word ? [Decoration.mark({ class: 'bad', attributes: { title } }).range(from, from + word.length)] : [];
    }),
    true,
  ),
);

const staleness = StateField.define<boolean>({
  create: () => false,
  update(value, { docChanged, effects }) {
    for (const effect of effects) if (effect.is(setMarks)) return effect.value.stale;
    return value || docChanged;
  },
  provide: (field) => EditorView.editorAttributes.from(field, (stale) => ({ class: stale ? 'stale' : '' })),
});

const inkStyle = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], fontWeight: '700' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--muted)' },
]);

const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    fontSize: 'var(--t-code)',
    maxHeight: 'var(--code-max)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--lh-code)', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '.75rem 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--muted)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    fontSize: '.8em',
    minWidth: '2.2rem',
    padding: '0 .4rem 0 0',
    display: 'grid',
    placeItems: 'center end',
  },
  '.glyphs': { width: '1.4rem' },
  '.glyphs .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.glyph': { width: '.72em', height: '.72em', border: '1.5px solid var(--stack)', background: 'var(--stack)' },
  '.glyph.heap': { borderColor: 'var(--heap)', background: 'var(--heap)', borderRadius: '50%' },
  '.chips': { marginInlineStart: '1.5ch', whiteSpace: 'nowrap' },
  '.chip': {
    fontSize: '.8em',
    fontFamily: 'var(--sans)',
    padding: '.1em .6em',
    marginInlineEnd: '.4em',
    border: '1.5px solid var(--stack)',
    background: 'var(--stack-tint)',
    color: 'var(--ink)',
  },
  '.chip.heap': { borderColor: 'var(--heap)', background: 'var(--heap-tint)', borderRadius: '999px' },
  '&.stale .glyph, &.stale .chip': {
    borderStyle: 'dashed',
    borderColor: 'var(--line-strong)',
    background: 'none',
    color: 'var(--muted)',
  },
  '.lit': { background: 'var(--lit-tint)', boxShadow: 'inset 0 -3px 0 var(--lit)', borderRadius: '2px' },
  '.bad': { textDecoration: 'underline wavy var(--ink)', textUnderlineOffset: '.3em' },
  '.cm-selectionBackground, ::selection': { background: 'color-mix(in srgb, var(--pencil) 35%, transparent)' },
});

/**
 * Typing over a selection: done here, because the browser would keep the old text's weight in a style attribute of its
 * own, which the policy refuses.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || view.composing || view.state.selection.main.empty)
      return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** Only the program scrolls, where its height is bounded: were the page to move, a click would end beside its target. */
function bringIntoView(view: EditorView, offset: number): void {
  const { scrollDOM } = view;
  const { top, bottom } = view.lineBlockAt(offset);
  if (top < scrollDOM.scrollTop || bottom > scrollDOM.scrollTop + scrollDOM.clientHeight) {
    scrollDOM.scrollTop = top - scrollDOM.clientHeight / 3;
  }
}

export function mount(host: HTMLElement, { text, label, onChange }: EditorOptions): Editor {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const view = new EditorView({
    parent: shadow,
    root: shadow,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        glyphs,
        gutter({ class: 'glyphs', markers: (v) => v.state.field(glyphs), initialSpacer: () => new Glyph('none') }),
        history(),
        go(),
        syntaxHighlighting(inkStyle),
        indentUnit.of('\t'),
        EditorState.tabSize.of(matchMedia('(max-width: 760px)').matches ? 2 : 4),
        chips,
        lit,
        problems,
        staleness,
        look,
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        typeOver,
        EditorView.updateListener.of((update) => update.docChanged && onChange()),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (value) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }),
    mark: (marks, stale) => view.dispatch({ effects: setMarks.of({ marks, stale }) }),
    complain: (list) => view.dispatch({ effects: setProblems.of(list) }),
    light: (span) => {
      view.dispatch({ effects: setLit.of(span) });
      if (span) bringIntoView(view, offsetOf(view.state.doc, span.line, 1));
    },
    jump: (line, col) => {
      view.dispatch({ selection: { anchor: offsetOf(view.state.doc, line, col) }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
