/** Below each refuted belief a case on which it is wrong, as the engine or the model found it; not the one just asked. */
import { address } from '../build/address.ts';
import type { Counters } from '../build/counterexamples.ts';
import { findAll, h, liveWords, pageLanguage, rich } from '../dom.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { fill } from '../strings/fill.ts';

type Case = NonNullable<Counters[keyof Counters]>[number];

function caseView(found: Case): Node[] {
  const words = practiceStrings(pageLanguage()).live;
  if ('ask' in found)
    return [
      h('p', {}, rich(found.ask)),
      h('p', {}, rich(fill(words.counterModel, { believed: found.believed, truth: found.truth }))),
    ];
  const place = liveWords()[found.verdict];
  const says = fill(words.counterSays, { name: found.name, place, line: found.line });
  return [h('pre', { class: 'says', tabindex: 0 }, found.text.trimEnd()), h('p', {}, rich(says))];
}

export async function showCounters(question: HTMLElement): Promise<void> {
  const notes = findAll<HTMLElement>(question, '.verdict .note[data-belief]');
  if (notes.length === 0) return;
  const response = await fetch(address(`${pageLanguage()}/counterexamples.json`));
  const counters = (await response.json()) as Counters;
  const own = findAll(question, '.lines .c')
    .map((line) => line.textContent)
    .join('\n');
  const title = question.querySelector('h3')?.textContent;
  for (const note of notes) {
    const cases = counters[note.dataset.belief as keyof Counters] ?? [];
    const found = cases.find((each) => ('ask' in each ? each.ask !== title : each.text.trimEnd() !== own.trimEnd()));
    if (!found || note.querySelector('.counter')) continue;
    const { counter, counterCase } = practiceStrings(pageLanguage()).live;
    const summary = h('summary', {}, 'ask' in found ? counterCase : counter);
    note.append(h('details', { class: 'counter' }, summary, ...caseView(found)));
  }
}
