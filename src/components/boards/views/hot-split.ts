/** Hot-split duel: the same loop at the edge of a stack, on linked segments and on one that is copied. */
import { edge, type HotSplitKey, type HotSplitTask, hotSplit } from '../../../course/kinds/hot-split/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { BadInput, checkBytes, type LoopCost } from '../../../runtime/index.ts';
import { label, path, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';
import { kib } from './stack.ts';

const left = 20;
const width = 320;

/** One mark for each block that was allocated, at the turn of the loop in which it was. */
function strip(y: number, turns: number, cost: LoopCost | undefined): Shape[] {
  const frame = rect(left, y, width, 22, 'val plain-box');
  if (!cost || cost.allocations === 0) return [frame];
  const shown = Math.min(cost.allocations, turns);
  // More marks than the strip is wide would melt into one: then every second one is drawn, and the number says how many.
  const every = Math.max(1, Math.ceil((shown * 1.6) / width));
  let d = '';
  for (let i = 0; i < shown; i += every)
    d += `M${Math.round((left + 1 + (i / turns) * (width - 2)) * 100) / 100} ${y}v22`;
  return [frame, path(d, 'tick')];
}

function panel(y: number, title: string, turns: number, cost: LoopCost | undefined, say: Say): Shape[] {
  return [
    label(left, y, title, 'b xs'),
    ...strip(y + 8, turns, cost),
    label(left, y + 42, say('turn', { n: 1 }), 'mu xs'),
    label(left + width, y + 42, say('turn', { n: turns }), 'mu xs', 'end'),
    ...(cost ? [label(left + width / 2, y + 42, say('blocks', { n: cost.allocations }), 'b xs', 'middle')] : []),
  ];
}

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<HotSplitTask, HotSplitKey>): Drawing {
  const config = models.stack(task.go);
  const used = config.rootBytes + task.below.reduce((sum, frame) => sum + frame + config.callBytes, 0);
  const scale = width / config.stackMin;
  const parts = [
    label(left, 14, say('stack', { size: kib(config.stackMin) }), 'b xs'),
    rect(left, 22, width, 26, 'tray'),
    rect(left, 22, Math.min(used, config.stackMin) * scale, 26, 'plate'),
    rect(left + (config.stackMin - config.stackGuard) * scale, 22, config.stackGuard * scale, 26, 'guard'),
    path(`M${left + (config.stackMin - config.stackGuard) * scale} 18v34`, 'edge'),
    label(left + 4, 39, say('below', { n: task.below.length, used }), 'xs'),
    panel(76, say('own', { go: task.go }), task.turns, open && step >= 1 ? key.cost : undefined, say),
    open &&
      step >= 2 &&
      panel(
        140,
        say('other', { go: key.cost.mode === 'segmented' ? '1.26' : '1.2' }),
        task.turns,
        key.cost.mode === 'segmented' ? key.contiguous : key.segmented,
        say,
      ),
  ];
  const other = key.cost.mode === 'segmented' ? key.contiguous : key.segmented;
  const words = [
    say('twinStack', { n: config.stackMin, used, guard: config.stackGuard, turns: task.turns, callee: task.callee }),
    ...(open && step >= 1 ? [say('twinOwn', { go: task.go, n: key.cost.allocations })] : []),
    ...(open && step >= 2
      ? [say('twinOther', { go: other.mode === 'segmented' ? '1.2' : '1.26', n: other.allocations })]
      : []),
    ...(guess && !open ? [say('twinGuess', { n: Number(guess) })] : []),
  ];
  return { picture: sheet(192, say('name'), parts), words };
}

export const hotSplitView: BoardView<HotSplitTask, HotSplitKey> = {
  kind: hotSplit,
  form: 'stack',
  first: { go: '1.2', below: edge('1.2', 64), callee: 64, turns: 1000 },
  adopt: (task, go) => ({ ...task, go, below: edge(go, task.callee) }),
  ask: ({ go, callee, turns }, say) => say('ask', { go, n: callee, turns }),
  choice: (choice, _task, say) => say('choice', { n: Number(choice) }),
  steps: () => 2,
  draw,
  why: (_task, { cost }, say) =>
    say(cost.allocations === 0 ? 'whyRoom' : cost.mode === 'segmented' ? 'whyLinks' : 'whyCopies'),
  fields: ({ below, callee }) => [
    { name: 'below', type: 'number', value: String(below.length) },
    { name: 'callee', type: 'number', value: String(callee) },
  ],
  read: (value, _checked, task) => {
    const count = Number(value('below'));
    if (!Number.isInteger(count) || count < 0 || count > 1000)
      throw new BadInput('frames: a whole number from 0 to 1000');
    const callee = checkBytes(value('callee').trim() === '' ? Number.NaN : Number(value('callee')), 4096, 'frame');
    return { ...task, below: Array.from({ length: count }, () => 64), callee };
  },
};
