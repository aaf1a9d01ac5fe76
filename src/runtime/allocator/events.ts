/**
 * Who supplied an allocation, and what it cost on the way. A level is the deepest place that had to be asked; counts are
 * kept for all allocations, events only where somebody listens (a board), so that a million allocations stay cheap.
 */

/** From the cheapest answer to the dearest. */
export const levels = [
  'zero', // size 0: the shared address, no memory
  'tinyBlock', // fits into the tiny block that the P already holds
  'fast', // next free bit of the 64 that the span holds ready
  'next64', // same span, after loading the next 64 bits
  'partialSwept', // mcentral had a swept span with free slots
  'partialUnswept', // mcentral had a span that was swept for it
  'fullUnswept', // a formerly full span in which sweeping freed something
  'pageCache', // a fresh span out of the P's own pages
  'pageHeap', // a fresh span out of the shared page heap, under its lock
  'heapGrow', // the page heap had to map more of its arena
  'arena', // a new arena had to be reserved from the operating system
] as const;

export type LevelName = (typeof levels)[number];

export const level = {
  zero: 0,
  tinyBlock: 1,
  fast: 2,
  next64: 3,
  partialSwept: 4,
  partialUnswept: 5,
  fullUnswept: 6,
  pageCache: 7,
  pageHeap: 8,
  heapGrow: 9,
  arena: 10,
} as const satisfies Record<LevelName, number>;

export type LockName = 'mcentral' | 'mheap' | 'spanSet';

export type HeapEvent =
  | { readonly kind: 'lock'; readonly lock: LockName }
  | { readonly kind: 'refill'; readonly p: number; readonly spanclass: number }
  | { readonly kind: 'uncache'; readonly span: number; readonly to: SpanPlace }
  | { readonly kind: 'supply'; readonly span: number; readonly from: LevelName }
  | { readonly kind: 'sweep'; readonly span: number; readonly freed: number; readonly to: SpanPlace }
  | { readonly kind: 'pageCacheRefill'; readonly p: number; readonly page: number; readonly free: number }
  | { readonly kind: 'pages'; readonly page: number; readonly npages: number; readonly from: 'pageCache' | 'pageHeap' }
  | { readonly kind: 'freePages'; readonly page: number; readonly npages: number }
  | { readonly kind: 'grow'; readonly page: number; readonly npages: number }
  | { readonly kind: 'reserve'; readonly bytes: number }
  | { readonly kind: 'flush'; readonly p: number }
  | { readonly kind: 'cycle'; readonly sweepgen: number; readonly marked: number };

/** Where a span is kept: with a P, in one of mcentral's sets, in the hands of a sweep that goes on using it, or nowhere any more. */
export type SpanPlace =
  | 'cached'
  | 'partialSwept'
  | 'partialUnswept'
  | 'fullSwept'
  | 'fullUnswept'
  | 'sweeping'
  | 'freed';

/** What one allocation, or everything so far, has cost. */
export class Work {
  level = 0;
  refills = 0;
  sweeps = 0;
  mcentralLocks = 0;
  mheapLocks = 0;
  spanSetLocks = 0;
  grows = 0;

  reset(): void {
    this.level = 0;
    this.refills = 0;
    this.sweeps = 0;
    this.mcentralLocks = 0;
    this.mheapLocks = 0;
    this.spanSetLocks = 0;
    this.grows = 0;
  }
}

function countLock(work: Work, name: LockName): void {
  if (name === 'mheap') work.mheapLocks++;
  else if (name === 'mcentral') work.mcentralLocks++;
  else work.spanSetLocks++;
}

/** Counts work and tells a listener. One object per heap, so the parts of the heap need not know each other. */
export class Journal {
  readonly current = new Work();
  readonly total = new Work();
  readonly byLevel = new Float64Array(levels.length);
  listener: ((event: HeapEvent) => void) | null = null;

  lock(name: LockName): void {
    countLock(this.current, name);
    countLock(this.total, name);
    this.listener?.({ kind: 'lock', lock: name });
  }

  /** Raises the level of the running allocation. */
  reach(found: number): void {
    if (found > this.current.level) this.current.level = found;
  }
}
