/**
 * The spans of one span class up to Go 1.14: two linked lists under one lock, `nonempty` with free slots and `empty`
 * without. A span that a P holds stays in `empty`; a swept one goes to the front of `nonempty`.
 */
import { type Journal, level, levels, type SpanPlace } from './events.ts';
import type { MCentral } from './mcentral.ts';
import type { MSpan } from './mspan.ts';
import { SpanList } from './spanlist.ts';
import type { Sweeper } from './sweep.ts';

export class ListCentral implements MCentral {
  readonly #nonempty = new SpanList();
  readonly #empty = new SpanList();
  readonly #journal: Journal;
  readonly #large: boolean;

  /** Large spans are in no list: only the sweeper knows them. */
  constructor(journal: Journal, large: boolean) {
    this.#journal = journal;
    this.#large = large;
  }

  take(sweeper: Sweeper): MSpan | null {
    this.#journal.lock('mcentral');
    const first = this.#nonempty.first;
    if (first) {
      this.#nonempty.remove(first);
      this.#empty.insertBack(first);
      const unswept = sweeper.acquire(first);
      if (unswept) sweeper.sweep(first, true);
      return this.#found(first, unswept ? level.partialUnswept : level.partialSwept);
    }
    for (let span = this.#empty.first; span && sweeper.acquire(span); span = this.#empty.first) {
      this.#empty.remove(span);
      this.#empty.insertBack(span);
      sweeper.sweep(span, true);
      if (span.nextFreeIndex() !== span.nelems) return this.#found(span, level.fullUnswept);
      this.#journal.lock('mcentral');
    }
    return null;
  }

  #found(span: MSpan, from: number): MSpan {
    this.#journal.reach(from);
    this.#journal.listener?.({ kind: 'supply', span: span.id, from: levels[from]! });
    return span;
  }

  adopt(span: MSpan): void {
    if (this.#large) return;
    this.#journal.lock('mcentral');
    this.#empty.insertBack(span);
  }

  put(span: MSpan): void {
    if (this.#large || span.isFull()) {
      this.#journal.listener?.({ kind: 'uncache', span: span.id, to: 'fullSwept' });
      return;
    }
    this.#journal.lock('mcentral');
    this.#empty.remove(span);
    this.#nonempty.insert(span);
    this.#journal.listener?.({ kind: 'uncache', span: span.id, to: 'partialSwept' });
  }

  putStale(span: MSpan, sweeper: Sweeper): void {
    if (!span.isFull()) {
      this.#journal.lock('mcentral');
      this.#empty.remove(span);
      this.#nonempty.insert(span);
    }
    sweeper.sweep(span, false);
  }

  filed(span: MSpan, wasFull: boolean, freed: number): SpanPlace {
    if (wasFull && freed > 0) {
      this.#journal.lock('mcentral');
      this.#empty.remove(span);
      this.#nonempty.insert(span);
    }
    return span.list === this.#nonempty ? 'partialSwept' : 'fullSwept';
  }

  /** Takes a span that holds nothing any more out of its list. */
  forget(span: MSpan): void {
    this.#nonempty.remove(span);
    this.#empty.remove(span);
  }

  nextUnswept(_full: boolean): MSpan | null {
    return null;
  }

  beginCycle(): void {
    // The lists go on; whether a span is swept is written on the span.
  }

  sets(): ReturnType<MCentral['sets']> {
    return {
      partialSwept: this.#nonempty.toArray(),
      partialUnswept: [],
      fullSwept: this.#empty.toArray(),
      fullUnswept: [],
    };
  }
}
