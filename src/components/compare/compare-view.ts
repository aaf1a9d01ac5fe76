/** Before and after an edit: which verdicts changed. "Before" is the program as first asked, until another is kept. */
import { differingPlaces } from '../../course/flow/compare.ts';
import type { Report } from '../../course/report.ts';
import { h } from '../dom.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';
import { pairsTable } from './pairs-table.ts';

export interface Snapshot {
  readonly text: string;
  readonly report: Report;
}

export interface CompareActions {
  readonly keep: () => void;
  readonly back: () => void;
}

export function compareView(before: Snapshot, now: Snapshot, words: ToolWords, actions: CompareActions): HTMLElement[] {
  if (before.text === now.text) return [h('p', { class: 'fine' }, words.compareNone)];
  const { changed, same } = differingPlaces(before.report.places, now.report.places);
  const keep = h('button', { type: 'button', class: 'btn' }, words.compareKeep);
  const back = h('button', { type: 'button', class: 'btn quiet' }, words.compareBack);
  keep.addEventListener('click', actions.keep);
  back.addEventListener('click', actions.back);
  const buttons = h('div', { class: 'act' }, keep, back);
  if (changed.length === 0) return [h('p', {}, fill(words.compareSame, { n: same })), buttons];
  const summary = h('p', {}, fill(words.compareChanged, { n: changed.length, same }));
  return [summary, pairsTable(changed, [words.before, words.after], words), buttons];
}
