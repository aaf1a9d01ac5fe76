/**
 * Where stacks come from (runtime/stack.go's stackalloc and stackfree, Go 1.13 to 1.27): below 32 KiB from the P's cache, one
 * list per size, filled and emptied 16 KiB at a time from the pool, which cuts up spans of 32 KiB; larger ones are spans of
 * their own. While a collection runs, freed spans are kept until it ends. Addresses are numbered from 0 by span.
 */
import { BadInput } from '../base/errors.ts';
import type { StackConfig } from './config.ts';

interface PoolSpan {
  readonly id: number;
  readonly order: number;
  /** Free stacks, the last is taken first. */
  readonly free: number[];
  used: number;
}

export interface Stack {
  readonly span: number;
  /** Which piece of its span; 0 for a span of its own. */
  readonly piece: number;
  readonly size: number;
}

export class StackAlloc {
  readonly #config: StackConfig;
  /** By P and order: the pieces held, last in, first out. */
  readonly #caches: Stack[][][];
  /** By order: spans with free pieces, the most recent first. */
  readonly #pool: PoolSpan[][];
  readonly #spans = new Map<number, PoolSpan>();
  /** By size: spans freed while a collection ran. */
  readonly #large = new Map<number, Stack[]>();
  #ids = 0;
  collecting = false;
  inUseBytes = 0;
  refills = 0;
  releases = 0;

  constructor(config: StackConfig, ps = 1) {
    this.#config = config;
    const orders = (): Stack[][] => Array.from({ length: config.stackOrders }, () => []);
    this.#caches = Array.from({ length: ps }, orders);
    this.#pool = Array.from({ length: config.stackOrders }, () => []);
  }

  /** The list that a size belongs to, or -1 for spans of their own. */
  #order(size: number): number {
    const order = Math.log2(size / this.#config.stackMin);
    if (!Number.isInteger(order) || order < 0) throw new BadInput('notAStackSize', { size });
    return order < this.#config.stackOrders && size < this.#config.stackCacheSize ? order : -1;
  }

  alloc(size: number, p = 0): Stack {
    const order = this.#order(size);
    if (order < 0) return this.#allocLarge(size);
    const cache = this.#caches[p]![order]!;
    if (cache.length === 0) this.#refill(cache, order, size);
    return cache.pop()!;
  }

  #refill(cache: Stack[], order: number, size: number): void {
    this.refills++;
    for (let bytes = 0; bytes < this.#config.stackCacheSize / 2; bytes += size)
      cache.push(this.#poolAlloc(order, size));
  }

  #poolAlloc(order: number, size: number): Stack {
    const list = this.#pool[order]!;
    let span = list[0];
    if (!span) {
      span = { id: this.#ids++, order, free: [], used: 0 };
      for (let piece = 0; piece < this.#config.stackCacheSize / size; piece++) span.free.push(piece);
      this.#spans.set(span.id, span);
      this.inUseBytes += this.#config.stackCacheSize;
      list.unshift(span);
    }
    const piece = span.free.pop()!;
    span.used++;
    if (span.free.length === 0) list.shift();
    return { span: span.id, piece, size };
  }

  #allocLarge(size: number): Stack {
    const kept = this.#large.get(size)?.pop();
    if (kept) return kept;
    this.inUseBytes += size;
    return { span: this.#ids++, piece: 0, size };
  }

  free(stack: Stack, p = 0): void {
    const order = this.#order(stack.size);
    if (order < 0) {
      this.#freeLarge(stack);
      return;
    }
    const cache = this.#caches[p]![order]!;
    if (cache.length * stack.size >= this.#config.stackCacheSize) this.#release(cache, stack.size);
    cache.push(stack);
  }

  #release(cache: Stack[], size: number): void {
    this.releases++;
    while (cache.length * size > this.#config.stackCacheSize / 2) this.#poolFree(cache.pop()!);
  }

  #poolFree(stack: Stack): void {
    const span = this.#spans.get(stack.span)!;
    const list = this.#pool[span.order]!;
    if (span.free.length === 0) list.unshift(span);
    span.free.push(stack.piece);
    span.used--;
    if (span.used === 0 && !this.collecting) this.#dropSpan(span);
  }

  #dropSpan(span: PoolSpan): void {
    const list = this.#pool[span.order]!;
    list.splice(list.indexOf(span), 1);
    this.#spans.delete(span.id);
    this.inUseBytes -= this.#config.stackCacheSize;
  }

  #freeLarge(stack: Stack): void {
    if (!this.collecting) {
      this.inUseBytes -= stack.size;
      return;
    }
    const list = this.#large.get(stack.size);
    if (list) list.push(stack);
    else this.#large.set(stack.size, [stack]);
  }

  /** The end of a collection: caches are emptied, and spans that hold nothing go back to the page heap. */
  endCollection(): void {
    this.collecting = false;
    for (const orders of this.#caches)
      for (const cache of orders) while (cache.length > 0) this.#poolFree(cache.pop()!);
    for (const span of [...this.#spans.values()]) if (span.used === 0) this.#dropSpan(span);
    for (const [size, list] of this.#large) this.inUseBytes -= size * list.length;
    this.#large.clear();
  }
}
