/** After the collection: spans with freed slots, and the order in which they are used again. */
import { type ReuseKey, type ReuseTask, reuseOrder } from '../../../course/kinds/reuse-order/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { parseCount } from '../../../runtime/index.ts';
import { label, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';

const left = 20;
const slotWidth = 38;
const row = 30;

/** A slot that no object had; it may get its turn like the others. */
function fresh([x, y]: readonly [number, number], turn: number, say: Say): Shape[] {
  const slot = rect(x, y, slotWidth - 3, row, turn >= 0 ? 'slot full' : 'slot free unused', 10);
  if (turn < 0) return [slot];
  return [slot, label(x + slotWidth / 2 - 1, y + 25, say('turn', { n: turn + 1 }), 'in-slot xs b', 'middle')];
}

function draw({ task, key, open, guess, step, say }: DrawInput<ReuseTask, ReuseKey>): Drawing {
  const spans = Math.max(...key.slots.map(({ span }) => span)) + 1;
  const perLine = key.perSpan > 4 ? 1 : 2;
  const spanWidth = key.perSpan * slotWidth;
  const at = (span: number, slot: number): readonly [number, number] => [
    left + (span % perLine) * (spanWidth + 16) + slot * slotWidth,
    22 + Math.floor(span / perLine) * (row + 24),
  ];
  const reused = open ? key.order.slice(0, step) : [];
  const places = key.places.slice(0, reused.length);
  const turnOf = (span: number, slot: number): number =>
    places.findIndex((place) => place.span === span && place.slot === slot);
  const parts = [
    Array.from({ length: spans }, (_, span) => {
      const [x, y] = at(span, 0);
      return [
        rect(x - 3, y - 3, spanWidth + 4, row + 6, 'tray'),
        label(x, y - 7, say('span', { n: span }), 'mu xs'),
        Array.from({ length: key.perSpan }, (_unused, slot) => slot)
          .filter((slot) => !key.slots.some((one) => one.span === span && one.slot === slot))
          .map((slot) => fresh(at(span, slot), turnOf(span, slot), say)),
      ];
    }),
    key.slots.map(({ span, slot }, object) => {
      const [x, y] = at(span, slot);
      const freed = task.freed.includes(object);
      const turn = reused.indexOf(object);
      const kind = turn >= 0 ? 'slot full' : freed ? 'slot free' : 'slot';
      return [
        rect(x, y, slotWidth - 3, row, kind, 10, freed ? String(object) : undefined),
        label(
          x + slotWidth / 2 - 1,
          y + 13,
          String(object),
          turn >= 0 ? 'in-slot xs' : freed ? 'mu xs' : 'xs',
          'middle',
        ),
        turn >= 0 && label(x + slotWidth / 2 - 1, y + 25, say('turn', { n: turn + 1 }), 'in-slot xs b', 'middle'),
        guess === String(object) && rect(x - 2.5, y - 2.5, slotWidth + 2, row + 5, 'pen', 12),
      ];
    }),
  ];
  const words = [
    say('twinSpans', { n: task.count, size: task.size, per: key.perSpan, list: task.freed.join(', ') }),
    ...(open
      ? [
          say('twinOrder', {
            list: reused.map((object) => (object < 0 ? say('fresh') : String(object))).join(', ') || '–',
          }),
        ]
      : []),
    ...(guess && !open ? [say('twinGuess', { n: guess })] : []),
  ];
  return { picture: sheet(22 + Math.ceil(spans / perLine) * (row + 24), say('name'), parts), words };
}

export const reuseOrderView: BoardView<ReuseTask, ReuseKey> = {
  kind: reuseOrder,
  form: 'heap',
  first: { go: '1.26', size: 2048, count: 14, freed: [1, 3, 6, 7, 9, 13], flush: false },
  ask: ({ count, size, freed, flush }, say) =>
    say(flush ? 'askFlush' : 'ask', { n: count, size, list: freed.join(', ') }),
  choice: (choice, _task, say) => say('choice', { n: choice }),
  steps: (_task, key) => key.order.length,
  draw,
  why: ({ go, flush }, { order }, say, models = goModels) => {
    const fresh = order.findIndex((object) => object >= 0);
    const first = fresh > 0 ? say('whyUnused', { n: fresh }) : '';
    const rule = models.heap(go).central === 'lists' ? say('whyLists') : say(flush ? 'whyFlushed' : 'whyCached');
    return `${first} ${rule}`.trim();
  },
  fields: ({ count, freed, flush }) => [
    { name: 'count', type: 'number', value: String(count) },
    { name: 'freed', type: 'text', value: freed.join(' ') },
    { name: 'flush', type: 'checkbox', value: flush },
  ],
  read: (value, checked, task) => {
    const count = parseCount(value('count'), 2, 24, 'objects');
    const freed = [
      ...new Set(
        value('freed')
          .trim()
          .split(/[\s,]+/)
          .map((text) => parseCount(text, 0, count - 1, 'freed')),
      ),
    ].sort((a, b) => a - b);
    return { ...task, count, freed, flush: checked('flush') };
  },
};
