/** A doubly linked list of spans, as mcentral kept them up to Go 1.14; a span is in at most one. */
import type { MSpan } from './mspan.ts';

export class SpanList {
  first: MSpan | null = null;
  last: MSpan | null = null;

  insert(span: MSpan): void {
    span.list = this;
    span.prev = null;
    span.next = this.first;
    if (this.first) this.first.prev = span;
    else this.last = span;
    this.first = span;
  }

  insertBack(span: MSpan): void {
    span.list = this;
    span.next = null;
    span.prev = this.last;
    if (this.last) this.last.next = span;
    else this.first = span;
    this.last = span;
  }

  remove(span: MSpan): void {
    if (span.list !== this) return;
    if (span.prev) span.prev.next = span.next;
    else this.first = span.next;
    if (span.next) span.next.prev = span.prev;
    else this.last = span.prev;
    span.list = null;
    span.next = null;
    span.prev = null;
  }

  toArray(): MSpan[] {
    const spans: MSpan[] = [];
    for (let span = this.first; span; span = span.next) spans.push(span);
    return spans;
  }
}
