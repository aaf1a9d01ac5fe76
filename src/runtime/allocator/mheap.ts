/**
 * The heap that all Ps share (runtime/mheap.go, Go 1.13 to 1.27): it gives out runs of pages as spans, grows inside arenas
 * of 64 MiB, and takes freed spans back. Invariants: a page belongs to at most one span; the current arena is mapped from
 * its start up to curArena.base. Left out: scavenging (so HeapReleased), huge pages, memory limit, user arenas.
 */
import type { AllocatorConfig } from './config.ts';
import { objectsPerSpan } from './config.ts';
import { type Journal, level } from './events.ts';
import type { MCache } from './mcache.ts';
import { MSpan } from './mspan.ts';
import { PageAlloc } from './pagealloc.ts';
import { SpanTable } from './spantable.ts';

export class MHeap {
  readonly config: AllocatorConfig;
  readonly journal: Journal;
  readonly pages: PageAlloc;
  /** Even; grows by two with every cycle. */
  sweepgen = 2;
  readonly table = new SpanTable();
  readonly #curArena: { base: number; end: number };
  readonly #nelems: Int32Array;
  spans = 0;
  arenas = 0;
  inUseBytes = 0;
  sysBytes = 0;
  pagesInUse = 0;

  constructor(config: AllocatorConfig, journal: Journal) {
    this.config = config;
    this.journal = journal;
    const first = config.heapBase / config.pageSize;
    this.pages = new PageAlloc(first);
    this.#curArena = { base: first, end: first };
    this.#nelems = new Int32Array(config.classes.size.length * 2);
    for (let c = 1; c < config.classes.size.length; c++) {
      this.#nelems[c * 2] = objectsPerSpan(config, c, true);
      this.#nelems[c * 2 + 1] = objectsPerSpan(config, c, false);
    }
  }

  get spanClasses(): number {
    return this.#nelems.length;
  }

  /** Pages as in allocSpan: from the P's cache where they are few enough, else the lowest run, growing the heap if need be. */
  allocSpan(cache: MCache, npages: number, spanclass: number): MSpan {
    const { config, journal } = this;
    let page = -1;
    let locked = false;
    if (npages < config.pageCacheLimit) {
      if (cache.pages.empty) this.#refillPages(cache);
      page = cache.pages.alloc(npages);
      journal.reach(level.pageCache);
      if (page >= 0) journal.listener?.({ kind: 'pages', page, npages, from: 'pageCache' });
    }
    if (page < 0 || cache.spanRecords === 0) {
      journal.lock('mheap');
      locked = true;
    }
    if (page < 0) page = this.#allocPages(npages);
    if (config.mspanCache > 0) {
      if (locked && cache.spanRecords === 0) cache.spanRecords = config.mspanCache / 2;
      cache.spanRecords--;
    }
    return this.#makeSpan(page, npages, spanclass);
  }

  #refillPages(cache: MCache): void {
    this.journal.lock('mheap');
    if (this.pages.allocToCache(cache.pages)) {
      this.journal.listener?.({ kind: 'pageCacheRefill', p: cache.p, page: cache.pages.page, free: cache.pages.free });
    }
  }

  /** The pages that a P kept and did not use are everybody's again. */
  takeBack(cache: MCache): void {
    for (let i = 0; i < 64; i++) if (cache.pages.isFree(i)) this.pages.free(cache.pages.page + i, 1);
    cache.pages.low = 0;
    cache.pages.high = 0;
    cache.spanRecords = 0;
  }

  #allocPages(npages: number): number {
    this.journal.reach(level.pageHeap);
    let page = this.pages.alloc(npages);
    if (page < 0) {
      this.#grow(npages);
      page = this.pages.alloc(npages);
    }
    this.journal.listener?.({ kind: 'pages', page, npages, from: 'pageHeap' });
    return page;
  }

  /** Maps more of the arena, in units of growPages; reserves arenas when the current one is too short. */
  #grow(npages: number): void {
    const { config, journal } = this;
    const arenaPages = config.arenaBytes / config.pageSize;
    const ask = Math.ceil(npages / config.growPages) * config.growPages;
    const page = this.#curArena.base;
    journal.reach(level.heapGrow);
    if (page + ask > this.#curArena.end) {
      // The next arena follows directly: the runtime asks for that address first, and on an idle machine gets it.
      const reserved = Math.ceil(ask / arenaPages) * arenaPages;
      this.#curArena.end += reserved;
      this.arenas += reserved / arenaPages;
      if (config.sysUnit === 'arena') this.sysBytes += reserved * config.pageSize;
      journal.reach(level.arena);
      journal.listener?.({ kind: 'reserve', bytes: reserved * config.pageSize });
    }
    this.#curArena.base += ask;
    if (config.sysUnit === 'mapped') this.sysBytes += ask * config.pageSize;
    journal.current.grows++;
    journal.total.grows++;
    journal.listener?.({ kind: 'grow', page, npages: ask });
    this.pages.grow(page, ask);
  }

  #makeSpan(page: number, npages: number, spanclass: number): MSpan {
    const { config } = this;
    const sizeclass = spanclass >>> 1;
    const elemsize = sizeclass === 0 ? npages * config.pageSize : config.classes.size[sizeclass]!;
    const nelems = sizeclass === 0 ? 1 : this.#nelems[spanclass]!;
    const span = new MSpan(this.spans++, page, npages, spanclass, config.pageSize, elemsize, nelems);
    span.sweepgen = this.sweepgen;
    this.table.add(span);
    this.inUseBytes += npages * config.pageSize;
    this.pagesInUse += npages;
    return span;
  }

  freeSpan(span: MSpan): void {
    this.journal.lock('mheap');
    this.table.remove(span);
    this.inUseBytes -= span.npages * this.config.pageSize;
    this.pagesInUse -= span.npages;
    this.pages.free(span.page, span.npages);
    this.journal.listener?.({ kind: 'freePages', page: span.page, npages: span.npages });
  }

  /** The span that holds an address: of a large object, its first page. */
  spanOf(address: number): MSpan | null {
    return this.table.get(Math.floor(address / this.config.pageSize));
  }
}
