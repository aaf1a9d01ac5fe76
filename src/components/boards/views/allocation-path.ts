/** Cascade: the levels of the allocator one below the other, asked until one answers. */
import { allocationPath, type PathKey, type PathTask, stations } from '../../../course/kinds/allocation-path/kind.ts';
import { goModels } from '../../../course/kinds/runtime/kind.ts';
import { parseBytes } from '../../../runtime/index.ts';
import { label, path, rect, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';

const rowHeight = 38;
const gap = 10;
const left = 14;
const width = 332;

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

function draw({ task, key, open, guess, step, say, models }: DrawInput<PathTask, PathKey>): Drawing {
  const answer = stations.indexOf(key.truth);
  const words: string[] = [];
  const rows = stations.map((station, index) => {
    const y = 6 + index * (rowHeight + gap);
    const asked = open && index < step;
    const answers = asked && index === answer;
    const isGuess = guess === station && !(open && index === answer);
    const text = open && (index < step || index > answer) ? finding(index, { task, key, say, models }) : '';
    words.push(text === '' ? say(`name-${station}`) : `${say(`name-${station}`)}: ${text}`);
    return [
      index > 0 && path(`M${left + 20} ${y - gap}v${gap}`, open && index <= answer && index < step ? 'go h' : 'dead'),
      rect(left, y, width, rowHeight, answers ? 'slot outline-strong' : asked ? 'val plain-box' : 'dead', 0, station),
      isGuess && rect(left - 4, y - 3, width + 8, rowHeight + 6, 'pen'),
      label(left + 10, y + 16, say(`name-${station}`), answers ? 'mo b' : 'mo'),
      label(left + 10, y + 29, say(`of-${station}`), 'mu xs'),
      label(left + width - 8, y + 23, text, answers ? 'xs b' : 'xs mu', 'end'),
    ];
  });
  const last = open && step > answer ? say('locks', { locks: locks(key, say) }) : '';
  if (last) words.push(last);
  if (guess && !open) words.push(say('twinGuess', { place: say(`name-${guess}`) }));
  const bottom = 6 + stations.length * (rowHeight + gap);
  return { picture: sheet(bottom + 16, say('name'), rows, last && label(left, bottom + 6, last, 'xs b')), words };
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
