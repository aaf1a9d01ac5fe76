/** Shrink ladder: the stack after each collection, to scale, with what is used and the quarter that decides. */

import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { type ShrinkKey, type ShrinkTask, shrink } from '../../../course/kinds/shrink/kind.ts';
import { BadInput, makeStackConfig, nosplitBytes, parseBytes, parseCount } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing } from '../view.ts';
import { kib } from './stack.ts';

const left = 62;
const width = 278;
const row = 24;

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<ShrinkTask, ShrinkKey>): Drawing {
  const config = models.stack(task.go);
  const reserve = nosplitBytes(config);
  const scale = width / task.size;
  const sizes = [task.size, ...(open ? key.ladder.slice(0, step) : [])];
  const parts = [
    label(left, 12, say('scale', { n: Math.max(1, Math.round(task.size / width)) }), 'mu xs'),
    Array.from({ length: task.cycles + 1 }, (_, i) => {
      const y = 20 + i * (row + 6);
      const size = sizes[i];
      const name = label(left - 10, y + row / 2 + 4, i === 0 ? say('before') : say('cycle', { n: i }), 'mu xs', 'end');
      if (size === undefined) return [name, rect(left, y, width, row, 'dead')];
      const isLast = i === task.cycles;
      return [
        name,
        rect(left, y, size * scale, row, 'tray strong'),
        rect(left, y, Math.max(1, task.used * scale), row, 'plate'),
        rect(left + task.used * scale, y, reserve * scale, row, 'guard'),
        path(`M${left + (size / 4) * scale} ${y - 3}v${row + 6}`, 'edge'),
        i === 0 && label(left + (size / 4) * scale + 4, y + row / 2 + 4, say('quarter'), 'mu xs'),
        label(Math.min(left + size * scale + 9, left + width - 40), y + row / 2 + 4, kib(size), isLast ? 'b xs' : 'xs'),
      ];
    }),
    guess !== undefined && rect(left - 4, 20 + task.cycles * (row + 6) - 4, Number(guess) * scale + 8, row + 8, 'pen'),
    guess !== undefined &&
      !open &&
      label(left + 8, 20 + task.cycles * (row + 6) + row / 2 + 4, say('guess'), 'on-p b xs plain-text'),
  ];
  const words = [
    say('twinStart', { size: task.size, used: task.used, reserve, sum: task.used + reserve }),
    ...(open
      ? key.ladder
          .slice(0, step)
          .map((size, i) =>
            say('twinCycle', { i: i + 1, size, quarter: (i === 0 ? task.size : key.ladder[i - 1]!) / 4 }),
          )
      : []),
    ...(guess && !open ? [say('twinGuess', { n: Number(guess) })] : []),
  ];
  return { picture: sheet(28 + (task.cycles + 1) * (row + 6), say('name'), parts), words };
}

export const shrinkView: BoardView<ShrinkTask, ShrinkKey> = {
  kind: shrink,
  form: 'stack',
  first: { go: '1.26', size: 32_768, used: 248, cycles: 6 },
  ask: ({ size, used, cycles }, say) => say('ask', { size: kib(size), n: used, cycles }),
  choice: (choice) => kib(Number(choice)),
  steps: ({ cycles }) => cycles,
  draw,
  why: ({ go, used }, { ladder }, say, models = goModels) => {
    const last = ladder.at(-1)!;
    const config = models.stack(go);
    const stays = used + nosplitBytes(config) >= last / config.shrinkDivisor;
    return say(last === config.stackMin ? 'whyMin' : stays ? 'whyStays' : 'whyHalves', {
      used,
      reserve: nosplitBytes(config),
      sum: used + nosplitBytes(config),
      size: last,
      quarter: last / 4,
    });
  },
  fields: ({ size, used, cycles }) => [
    { name: 'size', type: 'number', value: String(size) },
    { name: 'used', type: 'number', value: String(used) },
    { name: 'cycles', type: 'number', value: String(cycles) },
  ],
  read: (value, _checked, { go }) => {
    const config = makeStackConfig(go);
    const size = parseBytes(value('size'), 2 ** 29, 'stack');
    if (!Number.isInteger(Math.log2(size)) || size < config.stackMin)
      throw new BadInput('doubling', { min: config.stackMin });
    const used = parseBytes(value('used'), size, 'used');
    const cycles = parseCount(value('cycles'), 1, 12, 'collections');
    return { go, size, used, cycles };
  },
};
