/**
 * The allocator as a program meets it: several Ps, malloc, a collection, and reading the statistics, which is an action
 * of its own because it empties every P's cache. Follows runtime/malloc.go and mcache.go, Go 1.13 to 1.27, linux/amd64.
 * The core changes its own state and is fast; session.ts wraps it in steps that can be undone.
 * Left out: concurrency, the write barrier, assists, profiling, finalizers. Memory the runtime itself takes is not counted.
 */
import { BadInput, checkBytes } from '../base/errors.ts';
import type { AllocatorConfig } from './config.ts';
import { Journal, level } from './events.ts';
import { MCache } from './mcache.ts';
import { type MCentral, SpanSetCentral } from './mcentral.ts';
import { ListCentral } from './mcentrallists.ts';
import { type MemStats, memStatsOf } from './memstats.ts';
import { MHeap } from './mheap.ts';
import { type MSpan, makeSpanClass } from './mspan.ts';
import { earliestTrigger, nextGoal, noRoots, type Roots, sweepPagesPerByte } from './pacer.ts';
import { tinyOffset } from './placement.ts';
import { Sweeper } from './sweep.ts';

/** "forced": runtime.GC, which returns when all is swept. "background": spans stay unswept until somebody needs them. */
export type CollectMode = 'forced' | 'background';

/** The shared address of everything without size; it lies outside the heap. */
export const zeroBase = 0;

function checkProcs(ps: number): void {
  if (!Number.isInteger(ps) || ps < 1 || ps > 256) throw new BadInput('procs', { value: ps });
}

export class Allocator {
  readonly config: AllocatorConfig;
  readonly journal = new Journal();
  readonly heap: MHeap;
  readonly central: readonly MCentral[];
  readonly sweeper: Sweeper;
  caches: readonly MCache[];
  /** Which P the running goroutine is on. */
  p = 0;
  gogc = 100;
  roots: Roots = noRoots;
  cycles = 0;
  live = 0;
  goal: number;
  /** The span and slot of the last allocation; null for size 0. */
  lastSpan: MSpan | null = null;
  readonly #mallocs: Float64Array;
  #largeBytes = 0;
  #tinyAllocs = 0;
  readonly #tinyClass: number;

  constructor(config: AllocatorConfig, ps = 1) {
    checkProcs(ps);
    this.config = config;
    this.heap = new MHeap(config, this.journal);
    const classes = this.heap.spanClasses;
    this.central = Array.from({ length: classes }, (_, spanclass) =>
      config.central === 'lists'
        ? new ListCentral(this.journal, spanclass < 2)
        : new SpanSetCentral(config.spanSetBlock, config.spanBudget, this.journal),
    );
    this.sweeper = new Sweeper(this.heap, this.central, this.journal);
    this.caches = Array.from({ length: ps }, (_, p) => new MCache(p, classes));
    this.#mallocs = new Float64Array(classes / 2);
    this.#tinyClass = makeSpanClass(config.classes.classOf[config.maxTinySize >>> 3]!, true);
    this.goal = nextGoal(config, 0, this.gogc);
  }

  /** Allocates `size` bytes and gives the address. What it took is in journal.current until the next call. */
  malloc(size: number, pointers: boolean): number {
    const { config, journal } = this;
    journal.current.reset();
    if (!(size > 0 && size <= config.smallLimit) || (size | 0) !== size) return this.#unusual(size, pointers);
    const cache = this.caches[this.p]!;
    if (!pointers && size < config.maxTinySize) return this.#tiny(cache, size);
    const header = pointers && size > config.heapBitsLimit ? config.mallocHeaderSize : 0;
    const sizeclass = config.classes.classOf[(size + header + 7) >>> 3]!;
    return this.#slot(cache, sizeclass * 2 + (pointers ? 0 : 1)) + header;
  }

  #unusual(size: number, pointers: boolean): number {
    checkBytes(size, this.config.maxAlloc, 'size');
    if (size > 0) return this.#large(size, pointers);
    this.lastSpan = null;
    this.journal.byLevel[level.zero]!++;
    return zeroBase;
  }

  #tiny(cache: MCache, size: number): number {
    const offset = tinyOffset(cache.tinyoffset, size);
    if (cache.tiny !== 0 && offset + size <= this.config.maxTinySize) {
      cache.tinyoffset = offset + size;
      this.#tinyAllocs++;
      this.lastSpan = this.heap.spanOf(cache.tiny)!;
      this.journal.current.level = level.tinyBlock;
      this.journal.byLevel[level.tinyBlock]!++;
      return cache.tiny + offset;
    }
    const block = this.#slot(cache, this.#tinyClass);
    // The block with more room left stays the one to fill.
    if (cache.tiny === 0 || size < cache.tinyoffset) {
      cache.tiny = block;
      cache.tinyoffset = size;
    }
    return block;
  }

  #slot(cache: MCache, spanclass: number): number {
    const { journal } = this;
    let span = cache.alloc[spanclass];
    let index = span ? span.nextFreeIndex() : 0;
    if (!span || index === span.nelems) {
      span = this.#refill(cache, spanclass);
      index = span.nextFreeIndex();
      span.take(index);
    } else {
      journal.reach(span.take(index));
    }
    journal.byLevel[journal.current.level]!++;
    this.#mallocs[spanclass >>> 1]!++;
    this.lastSpan = span;
    return span.base + index * span.elemsize;
  }

  /** Exchanges a P's full span for one with free slots. */
  #refill(cache: MCache, spanclass: number): MSpan {
    const { journal, heap } = this;
    journal.current.refills++;
    journal.total.refills++;
    journal.listener?.({ kind: 'refill', p: cache.p, spanclass });
    const central = this.central[spanclass]!;
    const full = cache.alloc[spanclass];
    if (full) {
      full.sweepgen = heap.sweepgen;
      central.put(full);
    }
    const npages = this.config.classes.npages[spanclass >>> 1]!;
    this.sweeper.deductCredit(npages * this.config.pageSize, this.live, 0);
    const span = central.take(this.sweeper) ?? this.#fresh(cache, npages, spanclass);
    span.sweepgen = heap.sweepgen + 3;
    this.live += npages * this.config.pageSize - span.allocCount * span.elemsize;
    cache.alloc[spanclass] = span;
    return span;
  }

  #fresh(cache: MCache, npages: number, spanclass: number): MSpan {
    this.sweeper.reclaim(npages);
    const span = this.heap.allocSpan(cache, npages, spanclass);
    this.sweeper.born(span);
    this.central[spanclass]!.adopt(span);
    return span;
  }

  #large(size: number, pointers: boolean): number {
    const npages = Math.ceil(size / this.config.pageSize);
    const bytes = npages * this.config.pageSize;
    const spanclass = makeSpanClass(0, !pointers);
    this.sweeper.deductCredit(bytes, this.live, npages);
    const span = this.#fresh(this.caches[this.p]!, npages, spanclass);
    span.freeindex = 1;
    span.allocCount = 1;
    this.central[spanclass]!.put(span);
    this.live += bytes;
    this.#largeBytes += bytes;
    this.#mallocs[0]!++;
    this.lastSpan = span;
    this.journal.byLevel[this.journal.current.level]!++;
    return span.base;
  }

  /** runtime.GOMAXPROCS: the Ps from `ps` on give back their spans and pages; new ones hold nothing. */
  procresize(ps: number): void {
    checkProcs(ps);
    for (const cache of this.caches.slice(ps)) {
      this.#releaseAll(cache);
      this.heap.takeBack(cache);
    }
    this.caches = Array.from({ length: ps }, (_, p) => this.caches[p] ?? new MCache(p, this.heap.spanClasses));
    if (this.p >= ps) this.p = 0;
  }

  /** Empties the cache of every P: the tiny blocks are forgotten, the spans go back to the centre. */
  flush(): void {
    for (const cache of this.caches) {
      this.journal.listener?.({ kind: 'flush', p: cache.p });
      this.#releaseAll(cache);
    }
  }

  #releaseAll(cache: MCache): void {
    const sg = this.heap.sweepgen;
    for (let spanclass = 0; spanclass < cache.alloc.length; spanclass++) {
      const span = cache.alloc[spanclass];
      if (!span) continue;
      cache.alloc[spanclass] = null;
      if (span.sweepgen === sg + 1) {
        span.sweepgen = sg - 1;
        this.central[spanclass]!.putStale(span, this.sweeper);
      } else {
        span.sweepgen = sg;
        this.live -= (span.nelems - span.allocCount) * span.elemsize;
        this.central[spanclass]!.put(span);
      }
    }
    cache.tiny = 0;
    cache.tinyoffset = 0;
  }

  /** One collection: of all objects only those at the `live` addresses survive. */
  collect(live: Iterable<number>, mode: CollectMode = 'forced'): void {
    this.journal.current.reset();
    // A cycle begins only when the one before has been swept.
    this.sweeper.sweepAll();
    const marked = this.#mark(live);
    this.sweeper.beginCycle();
    this.cycles++;
    this.journal.listener?.({ kind: 'cycle', sweepgen: this.heap.sweepgen, marked });
    this.live = marked;
    this.goal = nextGoal(this.config, marked, this.gogc, this.roots);
    const trigger = earliestTrigger(marked, this.goal);
    this.sweeper.liveBasis = marked;
    this.sweeper.pagesPerByte =
      mode === 'forced' ? 0 : sweepPagesPerByte(this.config, marked, trigger, this.heap.pagesInUse);
    this.flush();
    if (mode === 'forced') this.sweeper.sweepAll();
  }

  #mark(live: Iterable<number>): number {
    let marked = 0;
    for (const address of live) {
      if (address === zeroBase) continue;
      const span = this.heap.spanOf(address);
      if (!span) throw new BadInput('noObject', { address });
      const before = span.marked;
      span.mark(span.indexOf(address));
      if (span.marked !== before) marked += span.elemsize;
    }
    return marked;
  }

  /** runtime.ReadMemStats: it looks, and by looking it empties the caches. */
  readMemStats(): MemStats {
    this.flush();
    const { freed } = this.sweeper;
    const largeFreed =
      freed.bytes - freed.byClass.reduce((sum, count, c) => sum + count * this.config.classes.size[c]!, 0);
    return memStatsOf({
      size: this.config.classes.size,
      mallocs: this.#mallocs,
      frees: freed.byClass,
      largeBytes: this.#largeBytes,
      largeFreedBytes: largeFreed,
      tinyAllocs: this.#tinyAllocs,
      inUseBytes: this.heap.inUseBytes,
      sysBytes: this.heap.sysBytes,
      nextGoal: this.goal,
      cycles: this.cycles,
    });
  }
}
