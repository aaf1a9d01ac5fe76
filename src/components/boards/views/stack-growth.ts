/** Growth: a stack to scale, the guard at its end, and the larger one beside it after the copy. */

import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { type GrowthKey, type GrowthTask, stackGrowth } from '../../../course/kinds/stack-growth/kind.ts';
import {
  BadInput,
  call,
  type Goroutine,
  type Move,
  makeStackConfig,
  newGoroutine,
  parseBytes,
  parseFrames,
  type StackConfig,
} from '../../../runtime/index.ts';
import { label, path, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';
import { depthRuler, kib, plate } from './stack.ts';
import { addresses, followed, hex, pointers, stalePointer } from './stack-pointers.ts';

const top = 34;
const tallest = 330;
const oldX = 52;
const newX = 212;
const column = 92;

interface Moved {
  /** Before the call that moved it. */
  readonly before: Goroutine;
  readonly after: Goroutine;
  /** The copies that the call caused: one, or several where old releases doubled step by step. */
  readonly moves: readonly Move[];
}

/** The goroutine itself, run through the model with a variable, a pointer to it, and the same address in a uintptr. */
function played(config: StackConfig, { outer, frame }: GrowthTask, calls: number): Moved {
  let g = newGoroutine(config, 0xc000100000);
  let place = 0xc000200000;
  let before = g;
  let moves: readonly Move[] = [];
  const enter = (name: string, size: number, locals: Parameters<typeof call>[4]): void => {
    const fits = size >= (locals.length + 1) * 8 ? locals : [];
    const result = call(config, g, name, size, fits, (bytes) => (place += 2 * bytes));
    if (result.moves.length > 0 && moves.length === 0) [before, moves] = [g, result.moves];
    g = result.g;
  };
  outer.forEach((size, i) => {
    enter(`f${i}`, size, i === 0 ? [{ name: 'x', kind: 'value', value: 42 }] : []);
  });
  const hasX = g.frames[0]?.slots.some(({ name }) => name === 'x') ?? false;
  for (let i = 1; i <= calls; i++) {
    enter(
      `walk(${i})`,
      frame,
      hasX
        ? [
            { name: 'p', kind: 'pointer', value: 'f0.x' },
            { name: 'u', kind: 'uintptr', value: 'f0.x' },
          ]
        : [],
    );
  }
  return { before: moves.length > 0 ? before : g, after: g, moves };
}

function frames(g: Goroutine, x: number, scale: number, dead: boolean): Shape[] {
  const root = rect(x, top, column, (g.hi - (g.frames[0]?.high ?? g.hi)) * scale, dead ? 'dead' : 'plate');
  return [
    root,
    ...g.frames.flatMap(({ func, low, high }) =>
      plate(x, top + (g.hi - high) * scale, column, (high - low) * scale, func, dead),
    ),
  ];
}

function guard(config: StackConfig, x: number, size: number, scale: number, say: Say): Shape[] {
  const y = top + (size - config.stackGuard) * scale;
  const dip = y + config.stackSmall * scale;
  return [
    rect(x, y, column, config.stackGuard * scale, 'guard'),
    path(`M${x - 3} ${y}h${column + 6}`, 'edge'),
    path(`M${x} ${dip}h${column}`, 'pen'),
    label(
      x + column / 2,
      y + (config.stackGuard * scale) / 2 + 8,
      say('guard', { n: config.stackGuard }),
      'b xs plain-text',
      'middle',
    ),
  ];
}

function draw({ task, key, open, guess, step, say, models = goModels }: DrawInput<GrowthTask, GrowthKey>): Drawing {
  const config = models.stack(task.go);
  const truth = Number(key.truth);
  const growth = key.growths[0];
  const copied = open && truth > 0 && step > truth;
  const calls = open ? Math.min(copied ? step - 1 : step, task.calls) : 0;
  const now = played(config, task, copied ? calls : Math.min(calls, truth > 0 ? truth - 1 : calls));
  const oldSize = growth?.from ?? config.stackMin;
  const largest = copied ? now.after.hi - now.after.lo : open && growth ? growth.to : oldSize;
  const scale = tallest / Math.max(largest, 2048);
  const old = copied ? now.before : now.after;
  const oldFrames = frames(old, oldX, scale, copied);
  const asking = open && truth > 0 && step === truth;
  const guessed = guess === undefined ? 0 : Number(guess);
  const pencilY =
    top +
    (config.rootBytes +
      task.outer.reduce((sum, one) => sum + one + config.callBytes, 0) +
      (guessed - 1) * (task.frame + config.callBytes)) *
      scale;
  const parts = [
    label(oldX, 14, say('old'), 'b xs'),
    label(oldX, 26, kib(oldSize), 'mo xs'),
    depthRuler(oldX - 16, top, oldSize, scale, oldSize / 4, 'left'),
    rect(oldX, top, column, oldSize * scale, 'tray'),
    guard(config, oldX, oldSize, scale, say),
    oldFrames,
    !copied && pointers(old, { x: oldX, top, scale }),
    asking && rect(oldX, top + old.used * scale, column, (task.frame + config.callBytes) * scale, 'dead'),
    asking && label(oldX + column + 8, top + old.used * scale + 10, say('doesNotFit', { n: truth }), 'b xs'),
    guessed > 0 && rect(oldX - 4, pencilY, column + 8, Math.max(6, (task.frame + config.callBytes) * scale), 'pen'),
    guessed > 0 && !copied && label(oldX + column + 8, pencilY + 11, say('guess', { n: guessed }), 'on-p b xs'),
  ];
  const rows = copied ? followed(now.before, now.after, now.moves) : [];
  const beside = copied &&
    growth && [
      label(newX, 14, say('new'), 'b xs'),
      label(newX, 26, kib(now.after.hi - now.after.lo), 'mo xs'),
      depthRuler(
        newX + column + 6,
        top,
        now.after.hi - now.after.lo,
        scale,
        (now.after.hi - now.after.lo) / 4,
        'right',
      ),
      rect(newX, top, column, (now.after.hi - now.after.lo) * scale, 'tray'),
      guard(config, newX, now.after.hi - now.after.lo, scale, say),
      frames(now.after, newX, scale, false),
      now.before.frames
        .slice(-4)
        .map(({ high, low }) =>
          path(`M${oldX + column + 6} ${top + (now.before.hi - (high + low) / 2) * scale}H${newX - 18}`, 'go m', true),
        ),
      pointers(now.after, { x: newX, top, scale }, now.before.frames.length),
      stalePointer(now.after, { x: oldX, top, scale }, { x: newX, top, scale }, column, now.before.frames.length),
      rows.length > 0 && addresses(rows, 8, top + oldSize * scale + 24, say),
    ];
  const used = now.after.used;
  const words = [
    say('twinStack', { n: oldSize, guard: config.stackGuard, list: task.outer.join(', '), used: config.rootBytes }),
    ...(open ? [say('twinCalls', { n: now.after.frames.length - task.outer.length, used })] : []),
    ...(asking ? [say('twinAsking', { n: truth, frame: task.frame })] : []),
    ...(copied && growth
      ? [
          say('twinCopy', {
            to: growth.to,
            n: growth.copiedBytes,
            pointers: count(now.moves, 'adjusted'),
            stale: count(now.moves, 'stale'),
          }),
          ...rows.map(({ name, before, after, result }) =>
            say(`twin-${result}`, { name, before: hex(before), after: hex(after) }),
          ),
        ]
      : []),
    ...(guess && !open ? [say('twinGuess', { n: guessed })] : []),
  ];
  return { picture: sheet(top + Math.max(largest, 2048) * scale + 10, say('name'), parts, beside), words };
}

function count(moves: readonly Move[], result: string): number {
  return moves.at(-1)?.adjustments.filter((one) => one.result === result).length ?? 0;
}

export const stackGrowthView: BoardView<GrowthTask, GrowthKey> = {
  kind: stackGrowth,
  form: 'stack',
  first: { go: '1.26', outer: [48, 24], frame: 216, calls: 12 },
  ask: ({ outer, frame, calls }, say) => say('ask', { list: outer.join(', '), n: frame, calls }),
  choice: (choice) => choice,
  // One move is told in full: the calls end before the next one.
  steps: ({ outer, calls }, { truth, growths: all }) => {
    if (truth === '0') return calls;
    return all[1] ? Math.min(calls, all[1].depth - outer.length - 1) + 1 : calls + 1;
  },
  draw,
  why: (task, key, say, models = goModels) => {
    const config = models.stack(task.go);
    const growth = key.growths[0];
    if (!growth) return say('whyNone');
    const low = growth.copiedBytes + Math.max(0, task.frame - config.stackSmall);
    return say('why', {
      n: Number(key.truth),
      used: growth.copiedBytes,
      low,
      edge: growth.from - config.stackGuard,
      to: growth.to,
    });
  },
  fields: ({ outer, frame }) => [
    { name: 'outer', type: 'text', value: outer.join(' ') },
    { name: 'frame', type: 'number', value: String(frame) },
  ],
  read: (value, _checked, { go, calls }) => {
    const config = makeStackConfig(go);
    const typed = value('outer').trim();
    const outer =
      typed === ''
        ? []
        : parseFrames(config, typed.split(/[\s,]+/).join(',')).flatMap(({ frame, times }) =>
            Array.from({ length: Math.min(times, 21) }, () => frame),
          );
    if (outer.length > 20) throw new BadInput('framesAbove', { limit: 20 });
    const frame = parseBytes(value('frame'), 60_000, 'frame');
    const task = { go, outer, frame, calls };
    if (stackGrowth.key(task).truth === '0' && stackGrowth.key(task).growths.length > 0)
      throw new BadInput('alreadyGrows');
    return task;
  },
  command: ({ go, outer, frame, calls }) =>
    `stackorheap stack${go === '1.26' ? '' : ` --go ${go}`} --frames ${[...outer, `${frame}x${calls}`].join(',')}`,
};
