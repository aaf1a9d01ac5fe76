/** What one P holds without any lock: a span per span class, the tiny block, pages, mspan records (runtime/mcache.go). */
import type { MSpan } from './mspan.ts';
import { PageCache } from './pagecache.ts';

export class MCache {
  readonly p: number;
  /** The span that serves each span class; null stands for the runtime's empty dummy span. */
  readonly alloc: (MSpan | null)[];
  /** Address of the block that tiny objects share, 0 for none; and how far it is filled. */
  tiny = 0;
  tinyoffset = 0;
  tinyAllocs = 0;
  readonly pages = new PageCache();
  /** Unused mspan records. */
  spanRecords = 0;

  constructor(p: number, spanClasses: number) {
    this.p = p;
    this.alloc = new Array<MSpan | null>(spanClasses).fill(null);
  }
}
