/** A double-ended queue of locations: a ring that doubles when it is full. */
import type { Location } from './graph.ts';

export class LocationQueue {
  private items: (Location | null)[];
  private head = 0;
  length = 0;

  constructor(capacity: number) {
    let size = 4;
    while (size < capacity) size *= 2;
    this.items = new Array<Location | null>(size).fill(null);
  }

  pushFront(loc: Location): void {
    if (this.length === this.items.length) this.grow();
    this.head = (this.head - 1) & (this.items.length - 1);
    this.items[this.head] = loc;
    this.length++;
  }

  pushBack(loc: Location): void {
    if (this.length === this.items.length) this.grow();
    this.items[(this.head + this.length) & (this.items.length - 1)] = loc;
    this.length++;
  }

  /** The queue must not be empty. */
  popFront(): Location {
    const loc = this.items[this.head]!;
    this.items[this.head] = null;
    this.head = (this.head + 1) & (this.items.length - 1);
    this.length--;
    return loc;
  }

  private grow(): void {
    const size = this.items.length;
    const grown = new Array<Location | null>(size * 2).fill(null);
    for (let i = 0; i < this.length; i++) grown[i] = this.items[(this.head + i) & (size - 1)]!;
    this.items = grown;
    this.head = 0;
  }
}
