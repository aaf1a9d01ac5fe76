/** Span strip: one span to scale, its slots, the bits at its end and what is left over. */
import { type SpanObjectsKey, type SpanObjectsTask, spanObjects } from '../../../course/kinds/span-objects/kind.ts';
import { parseBytes } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';
import { left, ruler, width } from './heap.ts';

const top = 30;
const height = 40;

function draw({ task, key, open, guess, step, say }: DrawInput<SpanObjectsTask, SpanObjectsKey>): Drawing {
  const scale = width / key.spanBytes;
  const bits = key.heapBits + key.markBits;
  const numbered = task.slot * scale >= 14;
  const slots = Array.from({ length: key.objects }, (_, i) => {
    const x = left + i * task.slot * scale;
    const round = Math.min(9, (task.slot * scale) / 2);
    return [
      rect(x, top + 3, task.slot * scale, height - 6, task.slot * scale > 3 ? 'slot' : 'slot thin', round),
      numbered && label(x + (task.slot * scale) / 2, top + height / 2 + 3, String(i), 'xs mo', 'middle'),
    ];
  });
  const end = left + key.objects * task.slot * scale;
  const guessed = open && guess !== undefined && guess !== key.truth ? Number(guess) * task.slot * scale : undefined;
  const mark = Math.max(1.5, key.markBits * scale);
  const heap = Math.max(1.5, key.heapBits * scale);
  const bitsAt = left + width - bits * scale;
  const parts = [
    ruler(top - 2, key.spanBytes, key.spanBytes / 4),
    rect(left, top, width, height, 'tray'),
    !(open && step >= 2) && [
      rect(
        left,
        top + 3,
        Math.max(1.5, task.slot * scale),
        height - 6,
        'slot free',
        Math.min(9, (task.slot * scale) / 2),
      ),
      label(left + task.slot * scale + 6, top + height / 2 + 4, say('oneSlot', { size: task.slot }), 'mu xs'),
    ],
    open && step >= 2 && slots,
    open && step >= 3 && key.unused > 0 && rect(end, top, key.unused * scale, height, 'waste'),
    open && step >= 1 && key.heapBits > 0 && rect(bitsAt, top, heap, height, 'bits'),
    open && step >= 1 && key.markBits > 0 && rect(left + width - mark, top, mark, height, 'bits mark'),
    guessed !== undefined && path(`M${left + guessed} ${top - 4}v${height + 8}`, 'pen'),
    open && step >= 1 && bits > 0 && label(left + width, top + height + 14, say('bits', { n: bits }), 'xs mo', 'end'),
    open && step >= 2 && label(left, top + height + 14, say('slots', { n: key.objects, size: task.slot }), 'xs b'),
    open && step >= 3 && key.unused > 0 && label(left, top + height + 28, say('unused', { n: key.unused }), 'xs mo'),
    guessed !== undefined &&
      label(
        Math.min(left + guessed + 4, left + width),
        top + height + 28,
        say('guessed', { n: Number(guess) }),
        'on-p xs b',
        'end',
      ),
  ];
  const facts = [
    bits > 0 ? say('twinBits', { heap: key.heapBits, mark: key.markBits }) : say('twinNoBits'),
    say('twinSlots', { n: key.objects, size: task.slot }),
    say('twinUnused', { n: key.unused }),
  ];
  const words = [
    say('twinSpan', { n: key.spanBytes }),
    ...(open ? facts.slice(0, step) : []),
    ...(guess && !open ? [say('twinGuess', { n: Number(guess) })] : []),
  ];
  return { picture: sheet(top + height + 36, say('name'), parts), words };
}

export const spanObjectsView: BoardView<SpanObjectsTask, SpanObjectsKey> = {
  kind: spanObjects,
  form: 'heap',
  first: { go: '1.26', slot: 512, pointers: true },
  ask: ({ slot, pointers }, say) => say(pointers ? 'askPointers' : 'ask', { n: slot }),
  choice: (choice, _task, say) => say('choice', { n: Number(choice) }),
  steps: () => 3,
  draw,
  why: ({ slot }, { spanBytes, objects, heapBits, markBits }, say) => {
    if (heapBits + markBits === 0) return say('whyPlain', { span: spanBytes, slot, n: objects });
    return say('why', {
      span: spanBytes,
      heap: heapBits,
      mark: markBits,
      left: spanBytes - heapBits - markBits,
      slot,
      n: objects,
    });
  },
  fields: ({ slot, pointers }) => [
    { name: 'slot', type: 'number', value: String(slot) },
    { name: 'pointers', type: 'checkbox', value: pointers },
  ],
  read: (value, checked, { go }) => {
    const task = { go, slot: parseBytes(value('slot'), 32_768, 'slot'), pointers: checked('pointers') };
    spanObjects.key(task);
    return task;
  },
};
