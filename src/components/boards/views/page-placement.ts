/** Page shelf: the 64 pages of the P above the bitmap of the heap. */
import { type PageKey, type PageTask, pagePlacement } from '../../../course/kinds/page-placement/kind.ts';
import { parseCount } from '../../../runtime/index.ts';
import { label, type Part, rect, type Shape, sheet } from '../shape.ts';
import type { BoardView, DrawInput, Drawing, Say } from '../view.ts';
import { pageCell } from './heap.ts';

const left = 30;
const cell = 10;
const perRow = 32;

function cellAt(index: number, top: number): readonly [number, number] {
  return [left + (index % perRow) * cell, top + Math.floor(index / perRow) * (cell + 1)];
}

/** A run of pages, outlined row by row. */
function run(from: number, pages: number, top: number, kind: string, grow: number): Shape[] {
  const shapes: Shape[] = [];
  for (let at = from; at < from + pages; ) {
    const inRow = Math.min(from + pages - at, perRow - (at % perRow));
    const [x, y] = cellAt(at, top);
    shapes.push(rect(x - grow, y - grow, inRow * cell - 1.5 + 2 * grow, cell - 1.5 + 2 * grow, kind, 2));
    at += inRow;
  }
  return shapes;
}

function gaps(free: readonly boolean[], from: number): string {
  const found: string[] = [];
  for (let i = 0; i < free.length; i++) {
    if (!free[i]) continue;
    let end = i;
    while (free[end + 1]) end++;
    found.push(end === i ? `${from + i}` : `${from + i}–${from + end}`);
    i = end;
  }
  return found.join(', ');
}

/** What each kind of cell stands for. */
function legend(y: number, say: Say, hasCache: boolean, isOpen: boolean): Shape[] {
  const kinds: (readonly [kind: string, name: string])[] = [
    ['page', 'legendFree'],
    ['page used', 'legendUsed'],
  ];
  if (hasCache) kinds.push(['page lent', 'legendLent']);
  if (isOpen) kinds.push(['page given', 'legendGiven']);
  return kinds.flatMap(([kind, name], i) => [
    rect(left + i * 82, y, 8.5, 8.5, kind, 1.5),
    label(left + i * 82 + 13, y + 8, say(name), 'mu xs'),
  ]);
}

function draw({ task, key, open, guess, step, say }: DrawInput<PageTask, PageKey>): Drawing {
  const { cache, used } = key;
  const cacheTop = 24;
  const heapTop = cache ? 72 : 24;
  const guessed = guess === undefined ? Number.NaN : Number(guess);
  const inCache = (page: number): boolean => cache !== null && page >= cache.page && page < cache.page + 64;
  const rowFor = (page: number): readonly [number, number] =>
    inCache(page) ? [page - cache!.page, cacheTop] : [page, heapTop];
  const isFree = (page: number): boolean => (inCache(page) ? cache!.free[page - cache!.page]! : !used[page]);
  const pencil = guessed >= 0 && guessed + task.pages <= used.length && (!open || guess !== key.truth);
  const answer = open && step >= 2;
  const fromCache = key.from === 'cache';
  const parts: Part[] = [
    cache && [
      label(left, 14, say('cache', { first: cache.page, last: cache.page + 63 }), 'b xs'),
      cache.free.map((free, i) => pageCell(...cellAt(i, cacheTop), cell, free ? 'page' : 'page used', cache.page + i)),
      answer && fromCache && run(key.page - cache.page, task.pages, cacheTop, 'page given', 0),
    ],
    label(left, heapTop - 10, say('heap'), 'b xs'),
    used.map((isUsed, i) =>
      pageCell(...cellAt(i, heapTop), cell, inCache(i) ? 'page lent' : isUsed ? 'page used' : 'page', i),
    ),
    answer && !fromCache && run(key.page, task.pages, heapTop, 'page given', 0),
    pencil && run(rowFor(guessed)[0], isFree(guessed) ? task.pages : 1, rowFor(guessed)[1], 'pen', 1.5),
    cache &&
      [0, 1].map((i) =>
        label(left - 4, cacheTop + i * (cell + 1) + 8, String(cache.page + i * perRow), 'mu mo xs', 'end'),
      ),
    Array.from({ length: Math.ceil(used.length / perRow) }, (_, i) =>
      label(left - 4, heapTop + i * (cell + 1) + 8, String(i * perRow), 'mu mo xs', 'end'),
    ),
  ];
  const bottom = heapTop + Math.ceil(used.length / perRow) * (cell + 1);
  parts.push(legend(bottom + 10, say, cache !== null, answer));
  const freeHeap = used.map((isUsed) => !isUsed);
  const words = [
    cache
      ? say('twinCache', { first: cache.page, last: cache.page + 63, list: gaps(cache.free, cache.page) || '–' })
      : say('twinNoCache'),
    say('twinHeap', { list: gaps(freeHeap, 0) || '–' }),
    ...(open && step >= 1 ? [say(asksCache(task, key) ? 'twinSmall' : 'twinMany', { n: task.pages })] : []),
    ...(answer
      ? [say(fromCache ? 'twinFromCache' : 'twinFromHeap', { page: key.page, last: key.page + task.pages - 1 })]
      : []),
    ...(guess && !open ? [say('twinGuess', { page: guess })] : []),
  ];
  return { picture: sheet(bottom + 28, say('name'), parts), words };
}

function asksCache({ pages }: PageTask, { cache }: PageKey): boolean {
  return cache !== null && pages < 16;
}

export const pagePlacementView: BoardView<PageTask, PageKey> = {
  kind: pagePlacement,
  form: 'plain',
  freeNumber: true,
  first: {
    go: '1.26',
    runs: [6, 1, 4, 2, 2, 2, 1, 5, 1, 2, 6, 6, 3, 1, 2, 1, 3, 3],
    dropped: [0, 2, 4, 8, 9, 10, 17],
    after: [2, 1, 3, 1, 3, 2, 3, 1, 3, 2, 1, 3, 1],
    pages: 5,
  },
  ask: ({ pages }, say) => say('ask', { n: pages }),
  choice: (choice, _task, say) => say('choice', { n: choice }),
  steps: () => 2,
  draw,
  why: (task, key, say) => {
    if (key.cache === null) return say('whyOld', { page: key.page });
    if (task.pages >= 16) return say('whyMany', { n: task.pages, page: key.page });
    return say(key.from === 'cache' ? 'whyCache' : 'whyNoRoom', { n: task.pages, page: key.page });
  },
  fields: ({ pages }) => [{ name: 'pages', type: 'number', value: String(pages) }],
  read: (value, _checked, task) => {
    return { ...task, pages: parseCount(value('pages'), 1, 40, 'pages') };
  },
};
