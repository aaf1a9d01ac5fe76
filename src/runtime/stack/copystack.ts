/**
 * A goroutine's stack with its frames and what is in them, and what moving it changes (runtime/stack.go, copystack and
 * adjustframe). A frame, from high to low: return address, saved frame pointer, locals. Moving adds one delta to every
 * slot that holds a pointer into the old stack, to saved frame pointers too; a uintptr is a number, nobody adjusts it.
 * Left out: stack maps that say which slots are alive (all are), defers, panics, channel waits.
 */
import { BadInput, checkBytes } from '../base/errors.ts';
import type { StackConfig } from './config.ts';
import { newSize, StackOverflow, shrunkSize } from './growth.ts';
import { needsMore } from './prologue.ts';

/** What a word is for: pointers are adjusted; a uintptr may hold an address too, but is not. */
export type SlotKind = 'pointer' | 'uintptr' | 'value' | 'framePointer' | 'return';

export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  /** Where it is. */
  readonly address: number;
  readonly value: number;
}

export interface Frame {
  readonly func: string;
  readonly frame: number;
  /** Address of the lowest byte, and of the byte behind the return address. */
  readonly low: number;
  readonly high: number;
  readonly slots: readonly Slot[];
}

export interface Goroutine {
  readonly lo: number;
  readonly hi: number;
  /** Outermost first. */
  readonly frames: readonly Frame[];
  /** Bytes in use. */
  readonly used: number;
}

export interface Local {
  readonly name: string;
  readonly kind: 'pointer' | 'uintptr' | 'value';
  /** A number, or the name of a local of this frame or one further out, whose address is taken: "x" or "caller.x". */
  readonly value: number | string;
}

export interface Adjustment {
  readonly func: string;
  readonly slot: string;
  readonly kind: SlotKind;
  readonly before: number;
  readonly after: number;
  /** adjusted: it followed. stale: it was the address of something on the stack, and still is the old one. */
  readonly result: 'adjusted' | 'stale' | 'unchanged';
}

export interface Move {
  readonly from: number;
  readonly to: number;
  readonly delta: number;
  readonly copiedBytes: number;
  readonly adjustments: readonly Adjustment[];
}

const word = 8;

export function newGoroutine(config: StackConfig, lo: number, size = config.stackMin): Goroutine {
  return { lo, hi: lo + size, frames: [], used: config.rootBytes };
}

/** Calls a function; `place(size)` says where a new stack would lie. */
export function call(
  config: StackConfig,
  g: Goroutine,
  func: string,
  frame: number,
  locals: readonly Local[],
  place: (size: number) => number,
): { readonly g: Goroutine; readonly moves: readonly Move[] } {
  checkBytes(frame, config.maxFrame, 'frame');
  if ((locals.length + 1) * word > frame && locals.length > 0)
    throw new BadInput('frameTooSmall', { frame, func, locals: locals.length });
  const moves: Move[] = [];
  let now = g;
  while (needsMore(config, frame, now.hi - now.lo, now.used)) {
    const size = newSize(config, now.hi - now.lo, now.used, frame);
    if (size > config.maxStack) throw new StackOverflow(now.frames.length + 1, now.hi - now.lo, config.maxStack);
    const moved = copystack(now, place(size), size);
    now = moved.g;
    moves.push(moved.move);
  }
  return { g: pushFrame(config, now, func, frame, locals), moves };
}

function pushFrame(
  config: StackConfig,
  g: Goroutine,
  func: string,
  frame: number,
  locals: readonly Local[],
): Goroutine {
  const high = g.hi - g.used + config.callBytes;
  const low = g.hi - g.used - frame;
  const caller = g.frames.at(-1);
  const slots: Slot[] = [{ name: 'return address', kind: 'return', address: high - word, value: 0 }];
  if (frame >= word)
    slots.push({
      name: 'saved frame pointer',
      kind: 'framePointer',
      address: high - 2 * word,
      value: caller ? caller.high - 2 * word : 0,
    });
  locals.forEach((local, index) => {
    const address = high - (3 + index) * word;
    slots.push({
      name: local.name,
      kind: local.kind,
      address,
      value: typeof local.value === 'number' ? local.value : addressOf(g, slots, local.value),
    });
  });
  return { ...g, frames: [...g.frames, { func, frame, low, high, slots }], used: g.used + frame + config.callBytes };
}

function addressOf(g: Goroutine, own: readonly Slot[], name: string): number {
  const [func, local] = name.includes('.') ? name.split('.') : [undefined, name];
  if (func === undefined) {
    const slot = own.find((candidate) => candidate.name === local);
    if (slot) return slot.address;
  }
  for (const frame of g.frames.toReversed()) {
    if (func !== undefined && frame.func !== func) continue;
    const slot = frame.slots.find((candidate) => candidate.name === local);
    if (slot) return slot.address;
  }
  throw new BadInput('noVariable', { name });
}

export function ret(config: StackConfig, g: Goroutine): Goroutine {
  const top = g.frames.at(-1);
  if (!top) throw new BadInput('nothingToReturn');
  return { ...g, frames: g.frames.slice(0, -1), used: g.used - top.frame - config.callBytes };
}

/** A collection: half the stack if little of it is used. */
export function shrink(
  config: StackConfig,
  g: Goroutine,
  place: (size: number) => number,
): { readonly g: Goroutine; readonly moves: readonly Move[] } {
  const size = shrunkSize(config, g.hi - g.lo, g.used);
  if (size === g.hi - g.lo) return { g, moves: [] };
  const { g: moved, move } = copystack(g, place(size), size);
  return { g: moved, moves: [move] };
}

/** Moves the used part to a stack of `size` bytes at `lo`. */
export function copystack(g: Goroutine, lo: number, size: number): { readonly g: Goroutine; readonly move: Move } {
  const hi = lo + size;
  const delta = hi - g.hi;
  const adjustments: Adjustment[] = [];
  const frames = g.frames.map((frame) => ({
    ...frame,
    low: frame.low + delta,
    high: frame.high + delta,
    slots: frame.slots.map((slot) => {
      const inside = slot.value >= g.lo && slot.value < g.hi;
      const follows = inside && (slot.kind === 'pointer' || slot.kind === 'framePointer');
      const after = follows ? slot.value + delta : slot.value;
      if (inside)
        adjustments.push({
          func: frame.func,
          slot: slot.name,
          kind: slot.kind,
          before: slot.value,
          after,
          result: follows ? 'adjusted' : slot.kind === 'uintptr' ? 'stale' : 'unchanged',
        });
      return { ...slot, address: slot.address + delta, value: after };
    }),
  }));
  return {
    g: { lo, hi, frames, used: g.used },
    move: { from: g.hi - g.lo, to: size, delta, copiedBytes: g.used, adjustments },
  };
}
