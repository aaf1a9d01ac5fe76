/** The list of places, with a filter where there are many: all, only those on the heap, only those on the stack. */
import type { PlaceReport } from '../../course/report.ts';
import { h, icon } from '../dom.ts';
import { radios } from '../panels/says-panel.ts';
import type { LiveStrings } from '../strings/en.ts';
import { fill } from '../strings/fill.ts';
import type { ToolWords } from '../strings/tools-en.ts';

/** From so many places on there is a filter. */
const MANY = 8;
/** Places that are listed; that there are more is said. */
const MAX_LISTED = 1000;

export interface PlacesHost {
  readonly live: LiveStrings;
  readonly words: ToolWords;
  open(index: number): void;
}

function item(place: PlaceReport, index: number, host: PlacesHost): HTMLElement {
  const { verdict } = place;
  const chip = h('span', { class: `chip ${verdict}` }, icon(verdict === 'heap' ? 'hp' : 'stk'), host.words[verdict]);
  const where = h('span', { class: 'fine' }, fill(host.live.inFunction, { name: place.function }));
  const button = h(
    'button',
    { type: 'button', 'data-walk': index, 'aria-pressed': 'false' },
    h('span', { class: 'n' }, String(place.span.line)),
    h('code', {}, place.name),
    where,
    chip,
  );
  button.addEventListener('click', () => host.open(index));
  return h('li', { 'data-verdict': verdict }, button);
}

/** Fills `list`, and `above` with the filter; what was chosen there stays chosen while it can. */
export function showPlaces(
  list: HTMLElement,
  above: HTMLElement,
  places: readonly PlaceReport[],
  host: PlacesHost,
): void {
  const { words } = host;
  const heap = places.filter(({ verdict }) => verdict === 'heap').length;
  const stack = places.length - heap;
  const items = places.slice(0, MAX_LISTED).map((place, index) => item(place, index, host));
  const left = places.length - items.length;
  if (left > 0) items.push(h('li', { class: 'fine' }, fill(words.placesMore, { n: left })));
  list.replaceChildren(...(items.length > 0 ? items : [h('li', { class: 'fine' }, host.live.nothing)]));
  if (places.length < MANY || heap === 0 || stack === 0) {
    delete list.dataset.only;
    above.replaceChildren();
    return;
  }
  const names = {
    all: fill(words.placesAll, { n: places.length }),
    heap: `${words.heap} ${heap}`,
    stack: `${words.stack} ${stack}`,
  };
  const entries = Object.entries(names);
  const only = (list.dataset.only ?? 'all') as keyof typeof names;
  const choose = (label: string) => {
    list.dataset.only = entries.find(([, name]) => name === label)![0];
  };
  above.replaceChildren(radios('only', words.placesShow, Object.values(names), names[only], choose));
}
