/** Slot machine: a slot to scale with header, object and waste. */

import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { type SizeClassKey, type SizeClassTask, sizeClass } from '../../../course/kinds/size-class/kind.ts';
import { checkBytes, parseBytes } from '../../../runtime/index.ts';
import { label, rect, type Shape, shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';
import { left, width } from './heap.ts';

const top = 26;
const height = 44;

/** What of the slot is drawn after each step: the object, its header, the slot with what is left over. */
function bar({ task, key, step, say }: DrawInput<SizeClassTask, SizeClassKey>): Shape[] {
  const { slotBytes, headerBytes, wasteBytes } = key.placement;
  const scale = width / Math.max(slotBytes, task.size, 1);
  const round = Math.min(height / 2, (slotBytes * scale) / 2);
  const objectX = left + headerBytes * scale;
  const objectWidth = task.size * scale;
  const clip = shape('clipPath', { id: 'slot-clip' }, rect(left, top, slotBytes * scale, height, '', round));
  const inside = [
    rect(objectX, top, objectWidth, height, 'object'),
    step >= 2 && headerBytes > 0 && rect(left, top, Math.max(3, headerBytes * scale), height, 'bits'),
    step >= 3 && wasteBytes > 0 && rect(objectX + objectWidth, top, wasteBytes * scale, height, 'waste'),
  ];
  const under = [
    headerBytes > 0 && step >= 2 && label(left, top + height + 14, say('headerBytes', { n: headerBytes }), 'mo xs'),
    step >= 3 &&
      label(
        left + width,
        top + height + 14,
        say('wasteBytes', { n: wasteBytes, percent: Math.round((1000 * wasteBytes) / slotBytes) / 10 }),
        'mo xs b',
        'end',
      ),
  ];
  return [
    clip,
    shape('g', { 'clip-path': 'url(#slot-clip)' }, ...inside),
    rect(left, top, slotBytes * scale, height, step >= 3 ? 'slot outline' : 'slot free outline', round),
    label(left + width / 2, top + height / 2 + 4, say('object', { n: task.size }), 'b', 'middle'),
    ...under.filter((part): part is Shape => part !== false),
  ];
}

function draw(input: DrawInput<SizeClassTask, SizeClassKey>): Drawing {
  const { task, key, open, guess, step, say } = input;
  const { path, slotBytes, headerBytes, wasteBytes } = key.placement;
  if (!open) {
    const empty = rect(left, top, width, height, 'pen', height / 2);
    const words = [say('twinIdle'), ...(guess ? [say('twinGuess', { n: Number(guess) })] : [])];
    return {
      picture: sheet(
        96,
        say('name'),
        empty,
        label(left + width / 2, top + height / 2 + 4, say('empty'), 'mu', 'middle'),
      ),
      words,
    };
  }
  if (path === 'zero')
    return { picture: sheet(96, say('name'), label(left, top + 20, say('zero'), '')), words: [say('zero')] };
  const words = [
    say('twinObject', { n: task.size }),
    headerBytes > 0 ? say('twinHeader', { n: headerBytes }) : say('twinNoHeader'),
    say(path === 'large' ? 'twinPages' : 'twinSlot', { n: slotBytes, waste: wasteBytes }),
  ];
  const differs = guess !== undefined && Number(guess) !== slotBytes && Number(guess) <= slotBytes * 1.15;
  const scale = width / slotBytes;
  const pencil = differs && rect(left - 3, top - 4, Number(guess) * scale + 6, height + 8, 'pen', (height + 8) / 2);
  return {
    picture: sheet(
      96,
      say('name'),
      label(left, 14, say('scale', { n: Math.max(1, Math.round(slotBytes / width)) }), 'mu xs'),
      bar(input),
      pencil,
    ),
    words: words.slice(0, Math.max(1, step)),
  };
}

export const sizeClassView: BoardView<SizeClassTask, SizeClassKey> = {
  kind: sizeClass,
  form: 'heap',
  first: { go: '1.26', size: 1024, pointers: true },
  ask: ({ size, pointers }, say) => say(pointers ? 'askPointers' : 'ask', { n: size }),
  choice: (choice, _task, say) => say('choice', { n: Number(choice) }),
  steps: () => 3,
  draw,
  why: ({ go, size, pointers }, { placement }, say, models = goModels) => {
    if (placement.path === 'zero') return say('whyZero');
    if (placement.path === 'tiny') return say('whyTiny');
    if (placement.path === 'large')
      return say('whyLarge', { n: placement.slotBytes, limit: models.heap(go).smallLimit });
    if (placement.headerBytes > 0)
      return say('whyHeader', { n: size, sum: size + placement.headerBytes, slot: placement.slotBytes });
    return say(pointers ? 'whyPointers' : 'whyPlain', { n: size, slot: placement.slotBytes });
  },
  fields: ({ size, pointers }) => [
    { name: 'size', type: 'number', value: String(size) },
    { name: 'pointers', type: 'checkbox', value: pointers },
  ],
  read: (value, checked, { go }) => ({
    go,
    size: checkBytes(parseBytes(value('size'), 2 ** 48, 'size'), 2 ** 48, 'size'),
    pointers: checked('pointers'),
  }),
  command: ({ go, size, pointers }) =>
    `stackorheap alloc${go === '1.26' ? '' : ` --go ${go}`} ${size}${pointers ? 'p' : ''}`,
};
