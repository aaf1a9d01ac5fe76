/** Cascade: the levels of the allocator one below the other, asked until one answers. */
import { allocationPath, type PathKey, type PathTask, stations } from '../../../course/kinds/allocation-path/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { parseBytes } from '../../../runtime/index.ts';
import { label, type Part, path, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';

const rowHeight = 38;
const gap = 10;
const top = 40;
const left = 38;
const right = 352;
/** Each level lies a step further away from the program. */
const stair = 6;

/** What is found at a station; stations that are not asked say so. */
function finding(
  index: number,
  { task, key, say, models = goModels }: Pick<DrawInput<PathTask, PathKey>, 'task' | 'key' | 'say' | 'models'>,
): string {
  const answer = stations.indexOf(key.truth);
  if (index > answer) return say('notAsked');
  switch (stations[index]!) {
    case 'mcache':
      return index === answer
        ? say(key.level)
        : key.cached
          ? say('cachedFull', { n: key.cached.taken, of: key.cached.of })
          : say('cachedNone');
    case 'central-swept':
      return index === answer
        ? say('partialSwept')
        : task.size > models.heap(task.go).smallLimit
          ? say('largeSkips')
          : say('sweptEmpty');
    case 'central-unswept':
      if (index === answer) return say('swept', { n: key.sweeps });
      return key.sweeps > 0 ? say('sweptInVain', { n: key.sweeps }) : say('unsweptEmpty');
    case 'page-cache':
      return index === answer
        ? say('pageCache')
        : say(
            Math.ceil(task.size / models.heap(task.go).pageSize) >= models.heap(task.go).pageCacheLimit
              ? 'tooMany'
              : 'cacheEmpty',
          );
    case 'page-heap':
      return index === answer ? say('pageHeap') : say('heapEmpty');
    case 'system':
      return say(key.level === 'arena' ? 'arena' : 'heapGrow');
  }
}

function locks({ locks: { mcentral, mheap, spanSet } }: PathKey, say: Say): string {
  const taken = [
    mcentral && say('lockCentral', { n: mcentral }),
    mheap && say('lockHeap', { n: mheap }),
    spanSet && say('lockSet', { n: spanSet }),
  ];
  return taken.filter(Boolean).join(', ') || say('noLock');
}

/** How much of the P's span is taken, to scale. */
function fullness({ cached }: PathKey, y: number): Shape[] {
  if (!cached) return [];
  const width = 80;
  const x = right - 8 - width;
  return [
    rect(x, y, width, 7, 'slot free', 3.5),
    rect(x, y, Math.max(1, (width * cached.taken) / cached.of), 7, 'slot', 3.5),
  ];
}

/** A numbered disc for each level that is asked, on the way down from the object. */
function disc(x: number, y: number, n: number, state: 'asked' | 'answers' | 'dead'): Shape[] {
  const kind = { asked: 'val plain-box', answers: 'slot full', dead: 'dead' }[state];
  return [
    rect(x - 9, y - 9, 18, 18, kind, 9),
    label(x, y + 3.5, String(n), state === 'answers' ? 'in-slot xs b' : state === 'asked' ? 'xs b' : 'mu xs', 'middle'),
  ];
}

function draw({ task, key, open, guess, step, say, models }: DrawInput<PathTask, PathKey>): Drawing {
  const answer = stations.indexOf(key.truth);
  const words: string[] = [];
  const middle = (index: number): number => top + index * (rowHeight + gap) + rowHeight / 2;
  const discAt = (index: number): number => 22 + index * stair;
  const object = say(task.pointers ? 'objectPointers' : 'object', { n: task.size });
  const parts: Part[] = [
    rect(13, 8, 18, 18, 'slot', 9),
    label(left, 21, object, 'b xs'),
    path(`M22 26V${middle(0) - 9}`, open && step >= 1 ? 'go h' : 'dead'),
  ];
  stations.forEach((station, index) => {
    const y = top + index * (rowHeight + gap);
    const x = left + index * stair;
    const asked = open && index < step && index <= answer;
    const answers = asked && index === answer;
    const text = open && (index < step || index > answer) ? finding(index, { task, key, say, models }) : '';
    words.push(text === '' ? say(`name-${station}`) : `${say(`name-${station}`)}: ${text}`);
    const bar = asked && index === 0 && key.cached !== null;
    parts.push(
      index > 0 &&
        path(
          `M${discAt(index - 1)} ${middle(index - 1) + 9}L${discAt(index)} ${middle(index) - 9}`,
          asked ? 'go h' : 'dead',
        ),
      rect(
        x,
        y,
        right - x,
        rowHeight,
        answers ? 'slot outline-strong' : asked ? 'val plain-box' : 'dead',
        answers ? 12 : 0,
        station,
      ),
      guess === station && rect(x - 4, y - 4, right - x + 8, rowHeight + 8, 'pen', answers ? 15 : 0),
      disc(discAt(index), middle(index), index + 1, answers ? 'answers' : asked ? 'asked' : 'dead'),
      label(x + 10, y + 16, say(`name-${station}`), answers ? 'mo b' : 'mo'),
      label(x + 10, y + 29, say(`of-${station}`), 'mu xs'),
      label(right - 8, bar ? y + 16 : y + 23, text, answers ? 'xs b' : 'xs mu', 'end'),
      bar && fullness(key, y + 24),
    );
  });
  const last = open && step > answer ? say('locks', { locks: locks(key, say) }) : '';
  if (last) words.push(last);
  if (guess && !open) words.push(say('twinGuess', { place: say(`name-${guess}`) }));
  const bottom = top + stations.length * (rowHeight + gap);
  return { picture: sheet(bottom + 14, say('name'), parts, last && label(left, bottom + 6, last, 'xs b')), words };
}

export const allocationPathView: BoardView<PathTask, PathKey> = {
  kind: allocationPath,
  form: 'plain',
  first: { go: '1.26', scenario: 'collected', size: 24, pointers: true },
  ask: ({ scenario, size, pointers }, say) =>
    `${say(`scenario-${scenario}`)} ${say(pointers ? 'askPointers' : 'ask', { n: size })}`,
  choice: (choice, _task, say) => say(`name-${choice}`),
  steps: (_task, key) => stations.indexOf(key.truth) + 1,
  draw,
  why: (_task, key, say) => say(`why-${key.level}`),
  fields: ({ size, pointers }) => [
    { name: 'size', type: 'number', value: String(size) },
    { name: 'pointers', type: 'checkbox', value: pointers },
  ],
  read: (value, checked, { go, scenario }) => ({
    go,
    scenario,
    size: Math.max(1, parseBytes(value('size'), 1 << 24, 'size')),
    pointers: checked('pointers'),
  }),
};
