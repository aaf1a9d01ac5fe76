/** Verdicts side by side: a table with a row for each place that differs. */
import type { PlacePair } from '../../course/flow/compare.ts';
import { h, icon } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

function cell(side: PlacePair['before'], words: ToolWords): HTMLElement {
  if (side === null) return h('td', { class: 'fine' }, words.gone);
  const chip = h(
    'span',
    { class: `chip ${side.verdict}` },
    icon(side.verdict === 'heap' ? 'hp' : 'stk'),
    words[side.verdict],
  );
  return h('td', {}, chip, ' ', h('span', { class: 'fine' }, fill(words.line, { line: side.line })));
}

export function pairsTable(
  pairs: readonly PlacePair[],
  heads: readonly [string, string],
  words: ToolWords,
): HTMLElement {
  const rows = pairs.map((pair) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('code', {}, pair.name), ' ', h('span', { class: 'fine' }, pair.function)),
      cell(pair.before, words),
      cell(pair.after, words),
    ),
  );
  const head = h('tr', {}, h('td'), ...heads.map((text) => h('th', { scope: 'col' }, text)));
  return h('table', { class: 'pairs' }, h('thead', {}, head), h('tbody', {}, ...rows));
}
