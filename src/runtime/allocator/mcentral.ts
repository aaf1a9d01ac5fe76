/**
 * The spans of one span class that no P holds, since Go 1.15: two sets of spans with free slots and two of full ones; of
 * each pair one is for spans swept in this cycle and one for those that still wait. They change roles with every cycle.
 */
import { type Journal, level, levels, type SpanPlace } from './events.ts';
import type { MSpan } from './mspan.ts';
import { SpanSet } from './spanset.ts';
import type { Sweeper } from './sweep.ts';

/** What mcache needs of it, in either form. */
export interface MCentral {
  /** A span with free slots that is in the centre, or null: then a fresh one is needed. */
  take(sweeper: Sweeper): MSpan | null;
  /** A span that comes back from a P; it was cached in this cycle. */
  put(span: MSpan): void;
  /** A fresh span goes to a P. */
  adopt(span: MSpan): void;
  /** A span cached before the sweep began comes back: it is swept, and kept if it still holds something. */
  putStale(span: MSpan, sweeper: Sweeper): void;
  /** A span has just been swept, not for immediate use, and is still alive. */
  filed(span: MSpan, wasFull: boolean, freed: number): SpanPlace;
  /** The next span to sweep in the background, for those that keep them here. */
  nextUnswept(full: boolean): MSpan | null;
  beginCycle(): void;
  sets(): Record<'partialSwept' | 'partialUnswept' | 'fullSwept' | 'fullUnswept', readonly MSpan[]>;
}

export class SpanSetCentral implements MCentral {
  readonly #partial: readonly [SpanSet, SpanSet];
  readonly #full: readonly [SpanSet, SpanSet];
  readonly #journal: Journal;
  readonly #budget: number;
  #swept: 0 | 1 = 0;

  constructor(block: number, budget: number, journal: Journal) {
    this.#partial = [new SpanSet(block, journal), new SpanSet(block, journal)];
    this.#full = [new SpanSet(block, journal), new SpanSet(block, journal)];
    this.#journal = journal;
    this.#budget = budget;
  }

  get #unswept(): 0 | 1 {
    return this.#swept === 0 ? 1 : 0;
  }

  take(sweeper: Sweeper): MSpan | null {
    const swept = this.#partial[this.#swept].pop();
    if (swept) return this.#found(swept, level.partialSwept);
    let budget = this.#budget;
    for (; budget >= 0; budget--) {
      const span = this.#partial[this.#unswept].pop();
      if (!span) break;
      if (!sweeper.acquire(span)) continue;
      sweeper.sweep(span, true);
      return this.#found(span, level.partialUnswept);
    }
    for (; budget >= 0; budget--) {
      const span = this.#full[this.#unswept].pop();
      if (!span) break;
      if (!sweeper.acquire(span)) continue;
      sweeper.sweep(span, true);
      if (span.nextFreeIndex() !== span.nelems) return this.#found(span, level.fullUnswept);
      this.#full[this.#swept].push(span);
    }
    return null;
  }

  #found(span: MSpan, from: number): MSpan {
    this.#journal.reach(from);
    this.#journal.listener?.({ kind: 'supply', span: span.id, from: levels[from]! });
    return span;
  }

  adopt(_span: MSpan): void {
    // A cached span is in no set.
  }

  put(span: MSpan): void {
    const to = span.isFull() ? 'fullSwept' : 'partialSwept';
    (to === 'fullSwept' ? this.#full : this.#partial)[this.#swept].push(span);
    this.#journal.listener?.({ kind: 'uncache', span: span.id, to });
  }

  putStale(span: MSpan, sweeper: Sweeper): void {
    sweeper.sweep(span, false);
  }

  filed(span: MSpan): SpanPlace {
    const full = span.isFull();
    (full ? this.#full : this.#partial)[this.#swept].push(span);
    return full ? 'fullSwept' : 'partialSwept';
  }

  nextUnswept(full: boolean): MSpan | null {
    return (full ? this.#full : this.#partial)[this.#unswept].pop();
  }

  beginCycle(): void {
    this.#partial[this.#unswept].reset();
    this.#full[this.#unswept].reset();
    this.#swept = this.#unswept;
  }

  sets(): ReturnType<MCentral['sets']> {
    return {
      partialSwept: this.#partial[this.#swept].toArray(),
      partialUnswept: this.#partial[this.#unswept].toArray(),
      fullSwept: this.#full[this.#swept].toArray(),
      fullUnswept: this.#full[this.#unswept].toArray(),
    };
  }
}
