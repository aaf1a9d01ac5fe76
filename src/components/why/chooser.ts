/** Paths of several places, one open at a time: a row of radios and the panel below. */
import type { PlaceReport } from '../../course/report.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { h, icon } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import { pathView } from './path.ts';

/** `group`: a name for the radios that no other on the page has; `open`: the place whose path is shown first. */
export function chooser(
  group: string,
  places: readonly PlaceReport[],
  open: number,
  code: CodeBlock,
  words: LiveStrings,
): HTMLElement {
  const panel = h('div', { class: 'why-panel' });
  const show = (index: number) => panel.replaceChildren(pathView(places[index]!, code, words, 'h4'));
  show(open);
  if (places.length < 2) return panel;
  // Two of one name are told apart by their functions, or by their lines.
  const besides = (place: PlaceReport): string => {
    const same = places.filter(({ name }) => name === place.name);
    if (same.length === 1) return '';
    const differ = same.every((other) => other === place || other.function !== place.function);
    return differ && place.function
      ? fill(words.inFunction, { name: place.function })
      : fill(words.atLine, { line: place.span.line });
  };
  const labels = places.map((place, index) => {
    const input = h('input', {
      type: 'radio',
      name: group,
      value: index,
      checked: index === open,
      autocomplete: 'off',
    });
    input.addEventListener('change', () => show(index));
    return h(
      'label',
      { class: place.verdict },
      input,
      icon(place.verdict === 'heap' ? 'hp' : 'stk'),
      h('code', {}, place.name),
      besides(place),
    );
  });
  const legend = h('legend', { class: 'fine' }, words.which);
  return h('div', {}, h('fieldset', { class: 'which' }, legend, h('div', { class: 'seg' }, ...labels)), panel);
}
