/**
 * The pages that a P keeps for itself: 64 neighbouring ones, of which a set bit is free (runtime/mpagecache.go, Go 1.14
 * on). Taking from it needs no lock. It is filled again only when not one page is left in it.
 */
export class PageCache {
  /** First of the 64 pages. */
  page = 0;
  low = 0;
  high = 0;

  get empty(): boolean {
    return this.low === 0 && this.high === 0;
  }

  isFree(index: number): boolean {
    return ((index < 32 ? this.low : this.high) & (1 << (index & 31))) !== 0;
  }

  /** The first of `npages` neighbouring free pages, now taken, or -1. */
  alloc(npages: number): number {
    let run = 0;
    for (let index = 0; index < 64; index++) {
      run = this.isFree(index) ? run + 1 : 0;
      if (run < npages) continue;
      const first = index - npages + 1;
      for (let taken = first; taken <= index; taken++) this.#take(taken);
      return this.page + first;
    }
    return -1;
  }

  #take(index: number): void {
    if (index < 32) this.low &= ~(1 << index);
    else this.high &= ~(1 << (index & 31));
  }

  get free(): number {
    return bitCount(this.low) + bitCount(this.high);
  }
}

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
