/**
 * A set of spans as runtime/mspanset.go keeps it since Go 1.15: first in, first out, without a lock except where a push
 * needs a new block. A span may be swept by somebody else while it is in here: it is then skipped when it comes out.
 */
import type { Journal } from './events.ts';
import type { MSpan } from './mspan.ts';

export class SpanSet {
  #spans: MSpan[] = [];
  #head = 0;
  #pushed = 0;
  readonly #block: number;
  readonly #journal: Journal;

  constructor(block: number, journal: Journal) {
    this.#block = block;
    this.#journal = journal;
  }

  push(span: MSpan): void {
    if (this.#pushed % this.#block === 0) this.#journal.lock('spanSet');
    this.#pushed++;
    this.#spans.push(span);
  }

  pop(): MSpan | null {
    if (this.#head === this.#spans.length) return null;
    const span = this.#spans[this.#head++]!;
    if (this.#head === this.#spans.length || this.#head >= 1024) {
      this.#spans = this.#spans.slice(this.#head);
      this.#head = 0;
    }
    return span;
  }

  /** Before a cycle begins, when everything has been swept. */
  reset(): void {
    this.#spans = [];
    this.#head = 0;
    this.#pushed = 0;
  }

  toArray(): readonly MSpan[] {
    return this.#spans.slice(this.#head);
  }
}
