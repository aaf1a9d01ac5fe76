/** What Edit gives when the editor's code cannot be loaded: a plain text field with the same interface. */
import type { Span } from '../../course/span.ts';
import { h } from '../dom.ts';
import type { Editor, EditorOptions } from './editor.ts';

export function mount(host: HTMLElement, { text, label, onChange }: EditorOptions): Editor {
  const field = h('textarea', {
    class: 'plain-editor',
    'aria-label': label,
    spellcheck: 'false',
    rows: text.split('\n').length,
  });
  field.value = text;
  field.addEventListener('input', onChange);
  host.append(field);
  const offset = (line: number, col: number) => {
    const before = field.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n');
    return before.length + (line > 1 ? 1 : 0) + col - 1;
  };
  const select = (span: Span | null) =>
    span && field.setSelectionRange(offset(span.line, span.col), offset(span.endLine, span.endCol));
  return {
    text: () => field.value,
    replace: (value) => {
      field.value = value;
      onChange();
    },
    mark: () => {},
    complain: () => {},
    light: select,
    jump: (line, col) => {
      field.focus();
      field.setSelectionRange(offset(line, col), offset(line, col));
    },
    focus: () => field.focus(),
    destroy: () => field.remove(),
  };
}
