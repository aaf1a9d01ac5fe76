/**
 * Which span a page belongs to, by chunk of 512 pages. NOT-GO: the runtime keeps one pointer for every page; here of a
 * large object only the first page is listed, so that 64 GiB cost one entry (nobody asks for its inner pages).
 */
import type { MSpan } from './mspan.ts';

const chunkPages = 512;

export class SpanTable {
  readonly #chunks = new Map<number, (MSpan | null)[]>();
  #last: (MSpan | null)[] = [];
  #lastIndex = -1;

  #chunk(page: number): (MSpan | null)[] | undefined {
    const index = Math.floor(page / chunkPages);
    if (index === this.#lastIndex) return this.#last;
    const chunk = this.#chunks.get(index);
    if (!chunk) return undefined;
    this.#lastIndex = index;
    this.#last = chunk;
    return chunk;
  }

  get(page: number): MSpan | null {
    return this.#chunk(page)?.[page % chunkPages] ?? null;
  }

  #put(span: MSpan, value: MSpan | null): void {
    const pages = span.sizeclass === 0 ? 1 : span.npages;
    for (let page = span.page; page < span.page + pages; page++) {
      let chunk = this.#chunk(page);
      if (!chunk)
        this.#chunks.set(Math.floor(page / chunkPages), (chunk = new Array<MSpan | null>(chunkPages).fill(null)));
      chunk[page % chunkPages] = value;
    }
  }

  add(span: MSpan): void {
    this.#put(span, span);
  }

  remove(span: MSpan): void {
    this.#put(span, null);
  }

  /** Every span in use, by address. */
  all(): MSpan[] {
    const spans = new Set<MSpan>();
    for (const [, chunk] of [...this.#chunks].sort(([a], [b]) => a - b))
      for (const span of chunk) if (span) spans.add(span);
    return [...spans];
  }
}
