/**
 * Sweeping (runtime/mgcsweep.go and mheap.go's reclaim): a span's mark bits become its alloc bits; a span with nothing
 * left goes back to the page heap, unless it is swept for immediate use. Who sweeps: the background, an allocation that
 * owes it (credit), and one that needs pages. Order: by span class, full spans before partial ones, oldest first; up to
 * Go 1.14 the youngest span of all first. Left out: running at the same time as the program.
 */
import type { Journal } from './events.ts';
import type { MCentral } from './mcentral.ts';
import { ListCentral } from './mcentrallists.ts';
import type { MHeap } from './mheap.ts';
import type { MSpan } from './mspan.ts';

const reclaimChunkPages = 512;

export interface Freed {
  bytes: number;
  objects: number;
  /** Freed objects by size class; class 0: large. */
  readonly byClass: Float64Array;
}

export class Sweeper {
  readonly #heap: MHeap;
  readonly #central: readonly MCentral[];
  readonly #journal: Journal;
  readonly freed: Freed;
  done = true;
  /** Up to 1.14: all spans in use, in two stacks that change roles. */
  #swept: MSpan[] = [];
  #unswept: MSpan[] = [];
  #class = 0;
  #reclaimAt = 0;
  #reclaimEnd = 0;
  #reclaimCredit = 0;
  pagesSwept = 0;
  /** Pages to be swept for each newly allocated byte. */
  pagesPerByte = 0;
  liveBasis = 0;

  constructor(heap: MHeap, central: readonly MCentral[], journal: Journal) {
    this.#heap = heap;
    this.#central = central;
    this.#journal = journal;
    this.freed = { bytes: 0, objects: 0, byClass: new Float64Array(heap.spanClasses / 2) };
  }

  get #lists(): boolean {
    return this.#heap.config.central === 'lists';
  }

  /** Every span that the heap gives out; the old sweeper keeps them all. */
  born(span: MSpan): void {
    if (this.#lists) this.#swept.push(span);
  }

  beginCycle(): void {
    this.#heap.sweepgen += 2;
    this.done = false;
    this.#class = 0;
    this.#reclaimAt = this.#heap.config.heapBase / this.#heap.config.pageSize;
    this.#reclaimEnd = this.#heap.pages.end;
    this.#reclaimCredit = 0;
    this.pagesSwept = 0;
    const spare = this.#unswept;
    this.#unswept = this.#swept;
    this.#swept = spare;
    for (const central of this.#central) central.beginCycle();
  }

  /** Claims a span that waits to be swept; false if it need not be. */
  acquire(span: MSpan): boolean {
    if (span.sweepgen !== this.#heap.sweepgen - 2) return false;
    span.sweepgen = this.#heap.sweepgen - 1;
    return true;
  }

  /** Sweeps a claimed span; true if it went back to the page heap. `preserve`: the caller goes on to use it. */
  sweep(span: MSpan, preserve: boolean): boolean {
    const central = this.#central[span.spanclass]!;
    const wasFull = span.nextFreeIndex() === span.nelems;
    const freed = span.sweepBits();
    this.#count(span, freed);
    span.sweepgen = this.#heap.sweepgen;
    if (!preserve && span.allocCount === 0) {
      if (central instanceof ListCentral) central.forget(span);
      this.#tell(span, freed, 'freed');
      this.#heap.freeSpan(span);
      return true;
    }
    if (this.#lists) this.#swept.push(span);
    this.#tell(span, freed, preserve ? 'sweeping' : central.filed(span, wasFull, freed));
    return false;
  }

  #tell(span: MSpan, freed: number, to: ReturnType<MCentral['filed']>): void {
    this.#journal.listener?.({ kind: 'sweep', span: span.id, freed, to });
  }

  #count(span: MSpan, freed: number): void {
    this.pagesSwept += span.npages;
    this.#journal.current.sweeps++;
    this.#journal.total.sweeps++;
    this.freed.objects += freed;
    this.freed.bytes += freed * span.elemsize;
    this.freed.byClass[span.sizeclass]! += freed;
  }

  /** Sweeps one more span: its pages if they were freed, 0 if not, -1 when nothing was left. */
  sweepOne(): number {
    for (let span = this.#next(); span; span = this.#next()) {
      if (!this.acquire(span)) continue;
      const { npages } = span;
      if (!this.sweep(span, false)) return 0;
      this.#reclaimCredit += npages;
      return npages;
    }
    this.done = true;
    return -1;
  }

  #next(): MSpan | null {
    if (this.#lists) return this.#unswept.pop() ?? null;
    for (; this.#class < this.#central.length * 2; this.#class++) {
      const span = this.#central[this.#class >>> 1]!.nextUnswept((this.#class & 1) === 0);
      if (span) return span;
    }
    return null;
  }

  sweepAll(): void {
    while (!this.done) this.sweepOne();
  }

  /** Before a span is allocated: sweep in proportion to what was allocated since the cycle. */
  deductCredit(spanBytes: number, live: number, callerPages: number): void {
    if (this.pagesPerByte === 0) return;
    const target = Math.trunc(this.pagesPerByte * (spanBytes + Math.max(0, live - this.liveBasis))) - callerPages;
    while (target > this.pagesSwept) {
      if (this.sweepOne() >= 0) continue;
      this.pagesPerByte = 0;
      return;
    }
  }

  /** Before the heap gives out pages while spans are unswept: free as many, from wholly dead spans, in address order. */
  reclaim(npages: number): void {
    if (this.done) return;
    let needed = npages;
    while (needed > 0) {
      const credit = Math.min(this.#reclaimCredit, needed);
      if (credit > 0) {
        this.#reclaimCredit -= credit;
        needed -= credit;
        continue;
      }
      if (this.#reclaimAt >= this.#reclaimEnd) return;
      const found = this.#reclaimChunk();
      this.#reclaimCredit += Math.max(0, found - needed);
      needed -= Math.min(found, needed);
    }
  }

  #reclaimChunk(): number {
    let found = 0;
    const end = this.#reclaimAt + reclaimChunkPages;
    for (; this.#reclaimAt < end; this.#reclaimAt++) {
      const span = this.#heap.table.get(this.#reclaimAt);
      if (!span || span.marked > 0 || !this.acquire(span)) continue;
      if (this.sweep(span, false)) found += span.npages;
    }
    return found;
  }
}
