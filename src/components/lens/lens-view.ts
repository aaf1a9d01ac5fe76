/** The same program under two versions: the lines and verdicts in which they differ. */
import { differingLines, differingPlaces } from '../../course/flow/compare.ts';
import type { Inspection } from '../../course/flow/inspect.ts';
import { lineText } from '../../course/flow/picture.ts';
import { pairsTable } from '../compare/pairs-table.ts';
import { h } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

function side(version: string, lines: readonly string[], words: ToolWords, sign: string): HTMLElement {
  return h(
    'div',
    { class: 'diff-side' },
    h('h3', {}, fill(words.lensOnly, { version })),
    lines.length === 0
      ? h('p', { class: 'fine' }, words.lensNone)
      : h('pre', { class: 'says', tabindex: 0, 'data-sign': sign }, lines.map((line) => `${sign} ${line}`).join('\n')),
  );
}

function problemOf({ report }: Inspection): string {
  const { errors, unsupported, limit } = report;
  return errors[0] ? `${errors[0].line}:${errors[0].col}: ${errors[0].message}` : (unsupported?.message ?? limit);
}

export function lensView(left: Inspection, right: Inspection, words: ToolWords): HTMLElement[] {
  const [a, b] = [left.report.goVersion, right.report.goVersion];
  if (right.report.status !== 'ok') {
    return [h('p', { class: 'note outside' }, fill(words.lensError, { version: b, message: problemOf(right) }))];
  }
  const { left: onlyLeft, right: onlyRight, same } = differingLines(left.says.map(lineText), right.says.map(lineText));
  const { changed } = differingPlaces(left.report.places, right.report.places);
  if (onlyLeft.length === 0 && onlyRight.length === 0 && changed.length === 0) {
    return [h('p', {}, fill(words.lensSame, { left: a, right: b, n: same }))];
  }
  const lines = h('div', { class: 'diff' }, side(a, onlyLeft, words, '−'), side(b, onlyRight, words, '+'));
  if (changed.length === 0) return [lines];
  const heads = [`Go ${a}`, `Go ${b}`] as const;
  return [lines, h('h3', {}, words.lensVerdicts), pairsTable(changed, heads, words)];
}
