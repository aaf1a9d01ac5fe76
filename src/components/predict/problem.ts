/** What stands in place of a verdict when there is none: not compiled, not supported, not loaded. Nothing is scored. */
import type { Report } from '../../course/report.ts';
import type { EngineFailure } from '../../worker/protocol.ts';
import { h } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';

export function reportProblem(report: Report, words: LiveStrings): HTMLElement | undefined {
  switch (report.status) {
    case 'ok':
      return undefined;
    case 'error': {
      const lines = report.errors.slice(0, 10).map(({ line, col, message }) => `${line}:${col}: ${message}`);
      const explained = new Set(report.errors.slice(0, 10).flatMap(({ explanation }) => explanation ?? []));
      return h(
        'div',
        { class: 'note' },
        h('p', {}, words.compileError),
        h('pre', { class: 'says', tabindex: 0 }, lines.join('\n')),
        ...[...explained].map((text) => h('p', { class: 'fine', lang: 'en' }, text)),
      );
    }
    case 'unsupported': {
      const { message, line } = report.unsupported!;
      const text = fill(words.unsupported, { what: message.replace(/^unsupported: /, ''), line });
      return h('div', { class: 'note outside' }, h('p', {}, text), h('p', { class: 'fine' }, words.unsupportedAsk));
    }
    case 'timeout':
      return h('div', { class: 'note outside' }, h('p', {}, fill(words.limit, { what: report.limit })));
  }
}

export function failureNote(
  failure: EngineFailure | 'key',
  seconds: number,
  words: LiveStrings,
  retry: () => void,
): HTMLElement {
  const text = {
    key: words.keyFailed,
    start: words.failed,
    crash: words.failed,
    slow: fill(words.tooLong, { n: seconds }),
  }[failure];
  const button = h('button', { type: 'button', class: 'btn' }, words.retry);
  button.addEventListener('click', retry);
  return h('div', { class: 'note' }, h('p', {}, text), button);
}
