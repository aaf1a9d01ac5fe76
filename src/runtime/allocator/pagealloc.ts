/**
 * Which pages of the mapped heap are in use: always the lowest place that fits (runtime/mpagealloc.go; the treap of 1.13
 * answers the same). searchPage: no free page lies below it. Left out: scavenging, the index that finds what to give back.
 */
import type { PageCache } from './pagecache.ts';
import { PageTree, type Summary } from './summaries.ts';

export class PageAlloc {
  readonly #tree: PageTree;
  searchPage: number;
  /** First page behind everything that was ever mapped. */
  end: number;

  constructor(firstPage: number) {
    this.#tree = new PageTree(firstPage);
    this.searchPage = firstPage;
    this.end = firstPage;
  }

  /** The first of `npages` pages, now in use, or -1 when no run is long enough. */
  alloc(npages: number): number {
    const page = this.#tree.find(npages, this.searchPage);
    if (page < 0) return -1;
    this.#tree.set(page, npages, true);
    // Only a single page proves that nothing below is free: a longer run may have skipped holes.
    if (npages === 1) this.searchPage = page;
    return page;
  }

  free(page: number, npages: number): void {
    this.#tree.set(page, npages, false);
    if (page < this.searchPage) this.searchPage = page;
  }

  /** Adds newly mapped pages, all free. */
  grow(page: number, npages: number): void {
    this.free(page, npages);
    if (page + npages > this.end) this.end = page + npages;
  }

  /** Takes given pages out, as the padding at a random heap base does. */
  take(page: number, npages: number): void {
    this.#tree.set(page, npages, true);
  }

  /** Hands all free pages of one aligned block of 64 to a P: the block with the lowest free page. */
  allocToCache(cache: PageCache): boolean {
    const page = this.#tree.find(1, this.searchPage);
    if (page < 0) return false;
    const block = page - (page % 64);
    cache.page = block;
    cache.low = ~this.#tree.word(block) | 0;
    cache.high = ~this.#tree.word(block + 32) | 0;
    this.#tree.set(block, 64, true);
    this.searchPage = block + 63;
    return true;
  }

  /** Takes back what a P no longer needs. */
  flush(cache: PageCache): void {
    for (let index = 0; index < 64; index++) if (cache.isFree(index)) this.free(cache.page + index, 1);
    cache.low = 0;
    cache.high = 0;
  }

  isUsed(page: number): boolean {
    return (this.#tree.word(page - (page % 32)) & (1 << (page % 32))) !== 0;
  }

  summary(page: number, height: number): Summary {
    return this.#tree.summary(page, height);
  }
}
