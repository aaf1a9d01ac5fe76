/** Slot machine: the slots that are offered, to scale below the object; the true one is filled with header, object, waste. */

import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { type SizeClassKey, type SizeClassTask, sizeClass } from '../../../course/kinds/size-class/kind.ts';
import { parseBytes } from '../../../runtime/index.ts';
import { label, path, rect, type Shape, shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';

const left = 66;
const width = 278;
const objectTop = 24;
const firstRow = 58;
const row = 26;
const gap = 8;

type Input = DrawInput<SizeClassTask, SizeClassKey>;

/** The offered slots, whatever the key's answer is: what is drawn before the lock must not depend on it. */
function offered({ task, key, models }: Input): number[] {
  const { placement } = key;
  return sizeClass.choices(task, { ...key, truth: String(placement.slotBytes) }, models).map(Number);
}

/** The inside of the true slot, as far as the steps go: the object, its header, what is left over. */
function filled({ task, key, step, say }: Input, y: number, scale: number): Shape[] {
  const { path: way, slotBytes, headerBytes, wasteBytes } = key.placement;
  const round = Math.min(row / 2, (slotBytes * scale) / 2);
  const start = left + headerBytes * scale;
  const clip = shape('clipPath', { id: 'slot-clip' }, rect(left, y, slotBytes * scale, row, '', round));
  const inside = [
    rect(start, y, task.size * scale, row, 'object'),
    step >= 2 && headerBytes > 0 && rect(left, y, Math.max(3, headerBytes * scale), row, 'bits'),
    step >= 3 &&
      wasteBytes > 0 &&
      rect(start + task.size * scale, y, wasteBytes * scale, row, way === 'tiny' ? 'page' : 'waste'),
  ];
  const percent = Math.round((1000 * wasteBytes) / slotBytes) / 10;
  const notes = [
    step >= 2 && headerBytes > 0 && say('headerBytes', { n: headerBytes }),
    step >= 3 &&
      (way === 'tiny' ? say('sharedBytes', { n: wasteBytes }) : say('wasteBytes', { n: wasteBytes, percent })),
  ].filter((note): note is string => note !== false);
  return [
    clip,
    shape('g', { 'clip-path': 'url(#slot-clip)' }, ...inside),
    rect(left, y, slotBytes * scale, row, step >= 3 ? 'slot outline outline-strong' : 'slot free outline', round),
    label(
      left + Math.min(12, slotBytes * scale * 0.1),
      y + row / 2 + 4,
      notes.join(' · '),
      'b xs plain-text heap-text',
    ),
  ];
}

function slotRow(input: Input, slot: number, index: number, scale: number): Shape[] {
  const { task, key, open, guess, say } = input;
  const y = firstRow + index * (row + gap);
  const wide = slot * scale;
  const round = Math.min(row / 2, wide / 2);
  const isOpen = open && input.step >= 1;
  const isTruth = isOpen && slot === key.placement.slotBytes;
  const isGuess = guess !== undefined && Number(guess) === slot;
  const small = isOpen && !isTruth && slot < task.size + key.placement.headerBytes;
  return [
    label(left - 10, y + row / 2 + 4, say('choice', { n: slot }), isTruth ? 'mo xs b' : 'mo xs', 'end'),
    ...(isTruth ? filled(input, y, scale) : [rect(left, y, wide, row, 'slot free', round, String(slot))]),
    ...(isOpen && !isTruth
      ? [label(left + 12, y + row / 2 + 4, say(small ? 'tooSmall' : 'larger'), 'mu xs plain-text')]
      : []),
    ...(isGuess ? [rect(left - 4, y - 4, wide + 8, row + 8, 'pen', round + 4)] : []),
  ];
}

function wordsOf({ task, key, open, guess, step, say }: Input, slots: readonly number[]): string[] {
  const { path: way, slotBytes, headerBytes, wasteBytes } = key.placement;
  const list = slots.map((slot) => say('choice', { n: slot })).join(', ');
  const asked = [say('twinObject', { n: task.size }), say('twinIdle', { list })];
  if (!open) return guess === undefined ? asked : [...asked, say('twinGuess', { n: Number(guess) })];
  const told = [
    say(way === 'large' ? 'twinPages' : way === 'tiny' ? 'twinTiny' : 'twinSlot', { n: slotBytes }),
    headerBytes > 0 ? say('twinHeader', { n: headerBytes }) : say('twinNoHeader'),
    say(way === 'tiny' ? 'twinShared' : 'twinWaste', { n: wasteBytes }),
  ];
  return [...asked, ...told.slice(0, step)];
}

function draw(input: Input): Drawing {
  const { task, key, open, say } = input;
  if (task.size === 0)
    return {
      picture: sheet(96, say('name'), label(20, 46, say(open ? 'zero' : 'zeroAsked'), '')),
      words: [say(open ? 'zero' : 'zeroAsked')],
    };
  const slots = offered(input).filter((slot) => slot > 0);
  const full = Math.max(task.size, ...slots);
  const scale = width / full;
  const wide = Math.max(2, task.size * scale);
  const bottom = firstRow + slots.length * (row + gap);
  const end = left + (task.size + (open && input.step >= 2 ? key.placement.headerBytes : 0)) * scale;
  const name = say('object', { n: task.size });
  const inside = wide > 90;
  const parts = [
    label(left, 14, say('scale', { n: Math.max(1, Math.round(full / width)) }), 'mu xs'),
    rect(left, objectTop, wide, 20, 'object solid-object', Math.min(6, wide / 2)),
    label(inside ? left + wide / 2 : left + wide + 8, objectTop + 14, name, 'b xs', inside ? 'middle' : 'start'),
    path(`M${end} ${objectTop + 22}V${bottom - 2}`, 'faint measure'),
    slots.map((slot, index) => slotRow(input, slot, index, scale)),
  ];
  return { picture: sheet(bottom + 4, say('name'), parts), words: wordsOf(input, slots) };
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
    size: parseBytes(value('size'), 2 ** 48, 'size'),
    pointers: checked('pointers'),
  }),
  command: ({ go, size, pointers }) =>
    `stackorheap alloc${go === '1.26' ? '' : ` --go ${go}`} ${size}${pointers ? 'p' : ''}`,
};
