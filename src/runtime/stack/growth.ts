/**
 * Where a stack grows and to what (runtime/stack.go, newstack), and what a collection shrinks it to. Everything follows
 * from one number, the bytes used at a function's entry: 40 for a goroutine's own function, then frame + 8 for each call.
 */
import { BadInput, checkBytes } from '../base/errors.ts';
import { nosplitBytes, type StackConfig } from './config.ts';
import { needsMore } from './prologue.ts';

export interface Growth {
  /** 1 is the goroutine's own function. */
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  /** Bytes in use at that entry, the return address included: what is moved. */
  readonly copiedBytes: number;
  /** One, except where doubling once was not enough for the frame (up to Go 1.14). */
  readonly copies: number;
}

/** The stack would exceed its limit: the real program dies here. */
export class StackOverflow extends BadInput {
  readonly depth: number;
  readonly size: number;

  constructor(depth: number, size: number, limit: number) {
    super('overflow', { depth, size, limit });
    this.depth = depth;
    this.size = size;
  }
}

/** The next size of a stack of `size` bytes, `used` of them in use, for a function with `frame`. */
export function newSize(config: StackConfig, size: number, used: number, frame: number): number {
  const needed = frame + config.stackGuard;
  let next = size * 2;
  if (config.growth === 'byRoom') while (next - used < needed) next *= 2;
  if (config.growth === 'byGrowth') while (next - size < needed) next *= 2;
  return next;
}

/** A goroutine's stack as numbers only: for frames by the million. */
export class StackRun {
  readonly config: StackConfig;
  size: number;
  used: number;
  depth = 0;

  /** `arguments`: bytes of arguments that the go statement copied (to Go 1.16). */
  constructor(config: StackConfig, start = config.stackMin, argumentBytes = 0) {
    this.config = config;
    this.size = start;
    this.used = config.rootBytes + argumentBytes;
  }

  /** Calls a function with a check; the growth it causes, or null. */
  call(frame: number): Growth | null {
    const { config } = this;
    this.depth++;
    const entry = this.used;
    this.used = entry + frame + config.callBytes;
    if (!needsMore(config, frame, this.size, entry)) return null;
    const from = this.size;
    let copies = 0;
    do {
      const next = newSize(config, this.size, entry, frame);
      if (next > config.maxStack) throw new StackOverflow(this.depth, this.size, config.maxStack);
      this.size = next;
      copies++;
    } while (needsMore(config, frame, this.size, entry));
    return { depth: this.depth, from, to: this.size, copiedBytes: entry, copies };
  }

  ret(frame: number): void {
    this.depth--;
    this.used -= frame + this.config.callBytes;
  }
}

export interface FrameRun {
  readonly frame: number;
  readonly times: number;
}

/** "48,24,32x2000": frames from the goroutine's own function inwards. */
export function parseFrames(config: StackConfig, text: string): FrameRun[] {
  return text.split(',').map((part) => {
    const match = /^\s*(-?\d+)(?:\s*[x×*]\s*(\d+))?\s*$/.exec(part);
    if (!match) throw new BadInput('frameSyntax', { text: JSON.stringify(part) });
    const times = match[2] === undefined ? 1 : Number(match[2]);
    if (!Number.isSafeInteger(times) || times > 1_000_000_000)
      throw new BadInput('tooManyCalls', { value: match[2]!, limit: 1_000_000_000 });
    return { frame: checkBytes(Number(match[1]), config.maxFrame, 'frame'), times };
  });
}

/** What growths asks of a stack, copied or linked. */
export interface Calls {
  call(frame: number): Growth | null;
}

/** All growths of a chain of calls, lazily: what was found before an overflow is still found. */
export function* growths(
  config: StackConfig,
  frames: Iterable<FrameRun>,
  run: Calls = new StackRun(config),
): Generator<Growth> {
  for (const { frame, times } of frames) {
    checkBytes(frame, config.maxFrame, 'frame');
    for (let i = 0; i < times; i++) {
      const growth = run.call(frame);
      if (growth) yield growth;
    }
  }
}

/** What one collection makes of a stack whose goroutine is parked with `used` bytes: half, or the same. */
export function shrunkSize(config: StackConfig, size: number, used: number): number {
  if (config.mode === 'segmented' || size / 2 < config.stackMin) return size;
  return used + nosplitBytes(config) < size / config.shrinkDivisor ? size / 2 : size;
}

/** The sizes after each of `cycles` collections. */
export function shrinkLadder(config: StackConfig, size: number, used: number, cycles: number): number[] {
  const sizes: number[] = [];
  for (let i = 0, now = size; i < cycles; i++) sizes.push((now = shrunkSize(config, now, used)));
  return sizes;
}
