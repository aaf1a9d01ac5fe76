/** Hot-split duel: the same loop at the edge of a stack, on linked segments and on one that is copied. */
import { edge, type HotSplitKey, type HotSplitTask, hotSplit } from '../../../course/kinds/hot-split/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { type LoopCost, parseBytes, parseCount } from '../../../runtime/index.ts';
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

interface Edge {
  readonly scale: number;
  /** Of the first stack, and what of it is used. */
  readonly size: number;
  readonly used: number;
  readonly links: boolean;
}

/** What the call at the edge does: link a block that its return drops, or move everything to a larger one for good. */
function turn({ callee }: HotSplitTask, { scale, size, used, links }: Edge, say: Say): Shape[] {
  const y = 80;
  if (links)
    return [
      path(`M${left + width} 48v18q0 6 -6 6H${left + 40}V${y + 2}`, 'go s', true),
      rect(left, y + 4, width, 22, 'tray strong'),
      rect(left, y + 4, Math.max(6, callee * scale), 22, 'plate'),
      rect(left, y + 4, Math.min(4, callee * scale), 22, 'spine'),
      label(left + Math.max(6, callee * scale) + 8, y + 19, say('segment', { size: kib(size), n: callee }), 'xs'),
      label(left, y + 42, say('linkNote'), 'mu xs'),
    ];
  return [
    path(`M${left + 60} 48V${y + 2}`, 'go m', true),
    rect(left, y + 4, width, 22, 'tray strong'),
    rect(left, y + 4, (used * scale) / 2, 22, 'plate'),
    rect(left, y + 4, 4, 22, 'spine'),
    label(left + 10, y + 19, say('copied'), 'xs'),
    label(left, y + 42, say('copyNote', { size: kib(2 * size) }), 'mu xs'),
  ];
}

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<HotSplitTask, HotSplitKey>): Drawing {
  const config = models.stack(task.go);
  const used = config.rootBytes + task.below.reduce((sum, frame) => sum + frame + config.callBytes, 0);
  const scale = width / config.stackMin;
  const { mode } = key.cost;
  const links = mode === 'segmented';
  const shows = open && step >= 1 && key.cost.allocations > 0;
  const at = shows ? 142 : 76;
  const parts = [
    label(left, 14, say('stack', { size: kib(config.stackMin) }), 'b xs'),
    rect(left, 22, width, 26, 'tray'),
    rect(left, 22, Math.min(used, config.stackMin) * scale, 26, 'plate'),
    rect(left + (config.stackMin - config.stackGuard) * scale, 22, config.stackGuard * scale, 26, 'guard'),
    path(`M${left + (config.stackMin - config.stackGuard) * scale} 18v34`, 'edge'),
    label(left + 4, 39, say('below', { n: task.below.length, used }), 'xs'),
    shows && turn(task, { scale, size: config.stackMin, used, links }, say),
    panel(at, say('own', { go: task.go }), task.turns, open && step >= 1 ? key.cost : undefined, say),
    open &&
      step >= 2 &&
      panel(
        at + 64,
        say('other', { go: links ? '1.26' : '1.2' }),
        task.turns,
        links ? key.contiguous : key.segmented,
        say,
      ),
  ];
  const other = links ? key.contiguous : key.segmented;
  const words = [
    say('twinStack', { n: config.stackMin, used, guard: config.stackGuard, turns: task.turns, callee: task.callee }),
    ...(shows ? [say(links ? 'twinLink' : 'twinCopy')] : []),
    ...(open && step >= 1 ? [say('twinOwn', { go: task.go, n: key.cost.allocations })] : []),
    ...(open && step >= 2
      ? [say('twinOther', { go: other.mode === 'segmented' ? '1.2' : '1.26', n: other.allocations })]
      : []),
    ...(guess && !open ? [say('twinGuess', { n: Number(guess) })] : []),
  ];
  return { picture: sheet(at + (open ? 116 : 52), say('name'), parts), words };
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
    const count = parseCount(value('below'), 0, 1000, 'frames');
    const callee = parseBytes(value('callee'), 4096, 'frame');
    return { ...task, below: Array.from({ length: count }, () => 64), callee };
  },
};
