/**
 * Stacks before copying: pieces linked one behind the other (Go to 1.2; 1.3 where a frame could not be copied). A call that
 * does not fit links a piece, its return unlinks it again; a loop that calls across the edge pays on every turn: the hot
 * split. A model from notes and the old stack.h: nothing of it was run.
 */
import type { StackConfig } from './config.ts';
import { type Growth, StackOverflow, StackRun } from './growth.ts';
import { needsMore } from './prologue.ts';

export interface Segment {
  readonly size: number;
  /** Bytes in use in it. */
  used: number;
  /** Depth of the call that linked it; 0 for the first. */
  readonly linkedAt: number;
}

export class SegmentedRun {
  readonly config: StackConfig;
  readonly segments: Segment[];
  depth = 0;
  links = 0;
  unlinks = 0;

  constructor(config: StackConfig) {
    this.config = config;
    this.size = config.stackMin;
    this.segments = [{ size: config.stackMin, used: config.rootBytes, linkedAt: 0 }];
  }

  get top(): Segment {
    return this.segments[this.segments.length - 1]!;
  }

  /** Bytes of all segments. */
  size: number;

  /** The link that the call caused, or null: nothing is copied, the sizes are those of all segments together. */
  call(frame: number): Growth | null {
    const { config } = this;
    this.depth++;
    let link: Growth | null = null;
    if (needsMore(config, frame, this.top.size, this.top.used)) {
      const size = Math.max(config.stackMin, frame + config.stackExtra);
      if (this.size + size > config.maxStack) throw new StackOverflow(this.depth, this.size, config.maxStack);
      link = { depth: this.depth, from: this.size, to: this.size + size, copiedBytes: 0, copies: 0 };
      this.links++;
      this.size += size;
      this.segments.push({ size, used: 0, linkedAt: this.depth });
    }
    this.top.used += frame + config.callBytes;
    return link;
  }

  /** True if the return gave a segment back. */
  ret(frame: number): boolean {
    this.top.used -= frame + this.config.callBytes;
    const unlinked = this.top.linkedAt === this.depth && this.segments.length > 1;
    if (unlinked) {
      this.size -= this.segments.pop()!.size;
      this.unlinks++;
    }
    this.depth--;
    return unlinked;
  }
}

export interface LoopCost {
  readonly mode: StackConfig['mode'];
  /** Stacks or segments allocated while the loop ran. */
  readonly allocations: number;
  readonly copiedBytes: number;
}

/** `turns` times a call of `callee` from the same place, below frames that are already on the stack. */
export function loopCost(config: StackConfig, below: readonly number[], callee: number, turns: number): LoopCost {
  return config.mode === 'segmented'
    ? segmentedLoop(config, below, callee, turns)
    : copyingLoop(config, below, callee, turns);
}

function segmentedLoop(config: StackConfig, below: readonly number[], callee: number, turns: number): LoopCost {
  const run = new SegmentedRun(config);
  for (const frame of below) run.call(frame);
  const before = run.links;
  for (let turn = 0; turn < turns; turn++) {
    run.call(callee);
    run.ret(callee);
  }
  return { mode: config.mode, allocations: run.links - before, copiedBytes: 0 };
}

function copyingLoop(config: StackConfig, below: readonly number[], callee: number, turns: number): LoopCost {
  const run = new StackRun(config);
  for (const frame of below) run.call(frame);
  let allocations = 0;
  let copiedBytes = 0;
  for (let turn = 0; turn < turns; turn++) {
    const growth = run.call(callee);
    if (growth) {
      allocations += growth.copies;
      copiedBytes += growth.copiedBytes * growth.copies;
    }
    run.ret(callee);
  }
  return { mode: config.mode, allocations, copiedBytes };
}
