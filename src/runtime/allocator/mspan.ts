/**
 * A run of pages that holds objects of one size, as runtime/mheap.go's mspan (Go 1.13 to 1.27): which slots were taken
 * when it was last swept (allocBits), how far allocation has gone since (freeindex), and what the collector marked.
 * Invariants: slots below freeindex are taken or were taken at the last sweep; slots from freeindex on are free where
 * their bit is 0; freeindex never goes back until a sweep. Left out: specials, finalizers, zeroing.
 */
import { level } from './events.ts';
import type { SpanList } from './spanlist.ts';

/** Class × 2, plus 1 for objects without pointers: a different span for each. */
export function makeSpanClass(sizeclass: number, noscan: boolean): number {
  return sizeclass * 2 + (noscan ? 1 : 0);
}

export class MSpan {
  readonly id: number;
  /** Index of the first page. */
  readonly page: number;
  readonly npages: number;
  readonly spanclass: number;
  readonly pageSize: number;
  readonly elemsize: number;
  readonly nelems: number;
  freeindex = 0;
  allocCount = 0;
  /** sg-2 unswept, sg-1 being swept, sg swept, sg+1 cached before the sweep began, sg+3 swept and cached. */
  sweepgen = 0;
  /** A set bit: the slot was taken at the last sweep; null: none was, as in a fresh span. */
  allocBits: Uint32Array | null = null;
  /** Set for the slots that the running collection found alive. */
  markBits: Uint32Array | null = null;
  marked = 0;
  // The links of the list that it is in, up to Go 1.14.
  next: MSpan | null = null;
  prev: MSpan | null = null;
  list: SpanList | null = null;

  constructor(
    id: number,
    page: number,
    npages: number,
    spanclass: number,
    pageSize: number,
    elemsize: number,
    nelems: number,
  ) {
    this.id = id;
    this.page = page;
    this.npages = npages;
    this.spanclass = spanclass;
    this.pageSize = pageSize;
    this.elemsize = elemsize;
    this.nelems = nelems;
  }

  /** Its first address; not a field, since such large numbers each take an object of their own. */
  get base(): number {
    return this.page * this.pageSize;
  }

  get sizeclass(): number {
    return this.spanclass >>> 1;
  }

  get noscan(): boolean {
    return (this.spanclass & 1) === 1;
  }

  /** The first free slot at or after freeindex, or nelems. */
  nextFreeIndex(): number {
    const bits = this.allocBits;
    let index = this.freeindex;
    if (index >= this.nelems) return this.nelems;
    if (!bits) return index;
    let word = index >>> 5;
    let free = ~bits[word]! & (-1 << (index & 31));
    while (free === 0) {
      if (++word === bits.length) return this.nelems;
      free = ~bits[word]!;
    }
    index = (word << 5) + 31 - Math.clz32(free & -free);
    return Math.min(index, this.nelems);
  }

  /**
   * Takes a slot whose index nextFreeIndex gave, and says how cheap that was: the runtime holds 64 bits ready at a time, so
   * a slot beyond them, or the last of them, goes through the slower function that loads the next ones.
   */
  take(index: number): number {
    const window = this.freeindex >>> 6;
    const after = index + 1;
    this.freeindex = after;
    this.allocCount++;
    return index >>> 6 !== window || ((after & 63) === 0 && after !== this.nelems) ? level.next64 : level.fast;
  }

  indexOf(address: number): number {
    return this.elemsize === 0 ? 0 : Math.floor((address - this.base) / this.elemsize);
  }

  mark(index: number): void {
    const bits = (this.markBits ??= new Uint32Array((this.nelems + 31) >>> 5));
    const bit = 1 << (index & 31);
    if ((bits[index >>> 5]! & bit) !== 0) return;
    bits[index >>> 5]! |= bit;
    this.marked++;
  }

  /** Makes the mark bits the new alloc bits; the number of slots freed. */
  sweepBits(): number {
    const freed = this.allocCount - this.marked;
    this.allocBits = this.markBits;
    this.allocCount = this.marked;
    this.freeindex = 0;
    this.markBits = null;
    this.marked = 0;
    return freed;
  }

  isFull(): boolean {
    return this.allocCount === this.nelems;
  }
}
