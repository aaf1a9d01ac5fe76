/** The "why" panel: the way an address took, as sentences that light up their source. Shared by questions and explorer. */
import type { PlaceReport } from '../../course/report.ts';
import type { CodeBlock } from '../code/code-block.ts';
import { h, rich } from '../dom.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';

function stepItem(step: PlaceReport['steps'][number], index: number, code: CodeBlock): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'step' },
    h('b', { 'aria-hidden': 'true' }, String(index + 1)),
    h('span', { class: 'step-text' }, rich(step.text)),
    step.flow && h('code', { class: 'flow' }, step.flow),
  );
  const light = () => code.light(step.span);
  button.addEventListener('focus', light);
  button.addEventListener('click', light);
  button.addEventListener('pointerenter', light);
  return h('li', {}, button);
}

function saysView(place: PlaceReport, words: LiveStrings): HTMLElement {
  if (place.says.length === 0) return h('p', { class: 'fine' }, words.saysNothing);
  return h('pre', { class: 'says', tabindex: 0 }, place.says.join('\n'));
}

/** `heading`: the level that fits where the panel stands. */
export function pathView(
  place: PlaceReport,
  code: CodeBlock,
  words: LiveStrings,
  heading: 'h2' | 'h3' | 'h4',
): HTMLElement {
  const title = fill(place.verdict === 'heap' ? words.path : words.stays, { name: place.name });
  code.path(
    place.steps.map((step) => step.span?.line),
    place.verdict,
  );
  return h(
    'section',
    { class: `why ${place.verdict}` },
    h(heading, {}, rich(title)),
    h('ol', { class: 'path' }, ...place.steps.map((step, index) => stepItem(step, index, code))),
    h('p', { class: 'says-title fine' }, words.says),
    saysView(place, words),
  );
}
