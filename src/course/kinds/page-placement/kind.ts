/** page-placement: a P's page cache above the heap's bitmap; where do the next pages come from? */
import { Allocator, type AllocatorConfig } from '../../../runtime/index.ts';
import { type Believed, goModels, numberChoices, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

/** Runs are allocated, some of them dropped, the heap is collected, further runs are allocated; then `pages` are asked for. */
export interface PageTask {
  readonly go: string;
  readonly runs: readonly number[];
  readonly dropped: readonly number[];
  readonly after: readonly number[];
  readonly pages: number;
}

export interface PageKey {
  readonly truth: string;
  readonly page: number;
  readonly from: 'cache' | 'heap';
  /** The P's block before the request: its first page and what is free in it; null before Go 1.14. */
  readonly cache: { readonly page: number; readonly free: readonly boolean[] } | null;
  /** The heap's bitmap before the request, from the heap's first page: pages of the cache count as taken here. */
  readonly used: readonly boolean[];
}

const shown = 192;

function prepare(task: PageTask, config: AllocatorConfig): Allocator {
  const allocator = new Allocator(config);
  const ask = (pages: number): number => allocator.malloc(pages * config.pageSize, false);
  const addresses = task.runs.map(ask);
  allocator.collect(addresses.filter((_, i) => !task.dropped.includes(i)));
  for (const pages of task.after) ask(pages);
  return allocator;
}

/** The first run of `pages` free ones, or -1. */
function firstFit(free: readonly boolean[], pages: number): number {
  let run = 0;
  for (let page = 0; page < free.length; page++) {
    run = free[page] ? run + 1 : 0;
    if (run === pages) return page - pages + 1;
  }
  return -1;
}

export const pagePlacement: RuntimeKind<PageTask, PageKey> = {
  kind: 'page-placement',
  revision: 1,
  versions: heapVersions,
  variant: (random, go, models = goModels) => {
    let task: PageTask = { go, runs: [], dropped: [], after: [], pages: 1 };
    for (let tries = 0; tries < 40; tries++) {
      const runs = Array.from({ length: 14 + random(10) }, () => 1 + random(6));
      const dropped = runs.flatMap((_, i) => (random(3) === 0 ? [i] : []));
      const after = Array.from({ length: 10 + random(20) }, () => 1 + random(3));
      task = { go, runs, dropped, after, pages: random(4) === 0 ? 14 + random(5) : 2 + random(5) };
      const key = pagePlacement.key(task, models);
      const traps = new Set(pagePlacement.believed(task, key, models).map(({ answer }) => answer));
      if (key.page + task.pages <= shown && traps.size > 0) break;
    }
    return task;
  },
  key: (task, models = goModels) => {
    const config = models.heap(task.go);
    const allocator = prepare(task, config);
    const base = config.heapBase / config.pageSize;
    const { pages: cache } = allocator.caches[0]!;
    const before = {
      cache:
        config.pageCachePages === 0
          ? null
          : { page: cache.page - base, free: Array.from({ length: 64 }, (_, i) => cache.isFree(i)) },
      used: Array.from({ length: shown }, (_, page) => allocator.heap.pages.isUsed(base + page)),
    };
    const page = allocator.malloc(task.pages * config.pageSize, false) / config.pageSize - base;
    const inCache =
      before.cache !== null &&
      page >= before.cache.page &&
      page < before.cache.page + 64 &&
      before.cache.free[page - before.cache.page];
    return { truth: String(page), page, from: inCache ? 'cache' : 'heap', ...before };
  },
  believed: ({ pages }, { truth, cache, used }) => {
    const believed: Believed[] = [];
    const add = (belief: Believed['belief'], page: number): void => {
      if (page >= 0) believed.push({ belief, answer: String(page) });
    };
    const heapFree = used.map((isUsed) => !isUsed);
    const inCache = (page: number): boolean => cache !== null && (cache.free[page - cache.page] ?? false);
    add('cache-ignored', firstFit(heapFree, pages));
    add(
      'cache-ignored',
      firstFit(
        heapFree.map((free, page) => free || inCache(page)),
        pages,
      ),
    );
    if (cache) {
      const fit = firstFit(cache.free, pages);
      if (fit >= 0) add('cache-for-many', cache.page + fit);
      add('gap-too-small', cache.free.includes(true) ? cache.page + cache.free.indexOf(true) : -1);
    }
    add('gap-too-small', heapFree.indexOf(true));
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: (task, key, models = goModels) =>
    numberChoices(key.truth, pagePlacement.believed(task, key, models), [key.page + task.pages, key.page + 1], 4),
};
