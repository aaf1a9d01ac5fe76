/** What stands under the program when it has no answer: the compiler's words, each of which leads to its place. */
import type { Report } from '../../course/report.ts';
import { h } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

/** Lines of the compiler that are shown, as many as it prints itself. */
const MAX_ERRORS = 10;

export interface TroubleHost {
  readonly live: LiveStrings;
  readonly words: ToolWords;
  /** Answers for an earlier text are still shown. */
  readonly kept: boolean;
  /** Address of "Explain my build", for what only a compiler can answer. */
  readonly build: string;
  jump(line: number, col: number): void;
}

function errorLine({ line, col, message }: Report['errors'][number], host: TroubleHost): HTMLElement {
  const button = h('button', { type: 'button', class: 'says-line' }, `${line}:${col}: ${message}`);
  button.addEventListener('click', () => host.jump(line, col));
  return h('li', {}, button);
}

/** What a package from elsewhere is answered with: only its owner's compiler has it. */
const FOREIGN = /^could not import /;

function askCompiler({ live, words, build }: TroubleHost): HTMLElement {
  return h('p', { class: 'fine' }, live.unsupportedAsk, ' · ', h('a', { href: build }, words.outsideBuild));
}

export function trouble(report: Report, host: TroubleHost): HTMLElement | undefined {
  const { words } = host;
  switch (report.status) {
    case 'ok':
      return undefined;
    case 'error': {
      const errors = report.errors.slice(0, MAX_ERRORS);
      const explained = new Set(errors.flatMap(({ explanation }) => explanation ?? []));
      return h(
        'div',
        { class: 'note' },
        h('p', {}, host.kept ? words.brokenKept : words.broken),
        h('ol', { class: 'says says-list' }, ...errors.map((error) => errorLine(error, host))),
        ...[...explained].map((text) => h('p', { class: 'fine', lang: 'en' }, text)),
        errors.some(({ message }) => FOREIGN.test(message)) && askCompiler(host),
      );
    }
    case 'unsupported': {
      const { message, line } = report.unsupported!;
      const text = fill(words.outside, { what: message.replace(/^unsupported: /, ''), line });
      return h('div', { class: 'note outside' }, h('p', {}, text), askCompiler(host));
    }
    case 'timeout':
      return h('div', { class: 'note outside' }, h('p', {}, fill(words.limit, { what: report.limit })));
  }
}
