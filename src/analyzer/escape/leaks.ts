/**
 * What a function's summary says about one parameter: the fewest loads with which its value reaches the heap, a store
 * through it (mutator), a call of it (callee), and each of the first five results.
 *
 * One byte each, derefs + 1, 0 for "never" (cmd/compile/internal/escape/leaks.go, Go 1.26). Export data carries it as a
 * string: `esc:` and the bytes without trailing zeros; the empty string means "reaches the heap without a load", which is
 * also what a function without a summary is taken to do.
 */
import type { Leaks as LeaksFact } from '../analysis.ts';

export const numEscResults = 5;

const HEAP = 0;
const MUTATOR = 1;
const CALLEE = 2;
const RESULT0 = 3;
const SIZE = RESULT0 + numEscResults;
const MAX = 255;
const PREFIX = 'esc:';

export class Leaks {
  /** derefs + 1, by kind of sink. */
  private readonly slots = new Uint8Array(SIZE);

  heap(): number {
    return this.slots[HEAP]! - 1;
  }
  mutator(): number {
    return this.slots[MUTATOR]! - 1;
  }
  callee(): number {
    return this.slots[CALLEE]! - 1;
  }
  result(i: number): number {
    return this.slots[RESULT0 + i]! - 1;
  }

  addHeap(derefs: number): void {
    this.add(HEAP, derefs);
  }
  addMutator(derefs: number): void {
    this.add(MUTATOR, derefs);
  }
  addCallee(derefs: number): void {
    this.add(CALLEE, derefs);
  }
  addResult(i: number, derefs: number): void {
    this.add(RESULT0 + i, derefs);
  }

  private add(slot: number, derefs: number): void {
    const value = Math.min(derefs + 1, MAX);
    const old = this.slots[slot]!;
    if (old === 0 || value < old) this.slots[slot] = value;
  }

  /** Drops what a flow to the heap already implies: any other flow with as many loads or more. */
  optimize(): void {
    const heap = this.slots[HEAP]!;
    if (heap === 0) return;
    for (let i = 1; i < SIZE; i++) if (this.slots[i]! >= heap) this.slots[i] = 0;
  }

  encode(): string {
    if (this.heap() === 0) return '';
    let n = SIZE;
    while (n > 0 && this.slots[n - 1] === 0) n--;
    return PREFIX + String.fromCharCode(...this.slots.subarray(0, n));
  }

  toFact(): LeaksFact {
    const results: number[] = [];
    for (let i = 0; i < numEscResults; i++) results.push(this.result(i));
    return { heap: this.heap(), mutator: this.mutator(), callee: this.callee(), results };
  }
}

export function parseLeaks(tag: string): Leaks {
  const leaks = new Leaks();
  if (!tag.startsWith(PREFIX)) {
    leaks.addHeap(0);
    return leaks;
  }
  for (let i = 0; i < SIZE && PREFIX.length + i < tag.length; i++) {
    const value = tag.charCodeAt(PREFIX.length + i);
    if (value === 0) continue;
    if (i === HEAP) leaks.addHeap(value - 1);
    else if (i === MUTATOR) leaks.addMutator(value - 1);
    else if (i === CALLEE) leaks.addCallee(value - 1);
    else leaks.addResult(i - RESULT0, value - 1);
  }
  return leaks;
}
