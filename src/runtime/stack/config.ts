/**
 * Every constant of goroutine stacks and every rule that differs between releases, in one object: linux/amd64 without the
 * race detector. internal/abi/stack.go and runtime/stack.go for Go 1.13 to 1.27; for 1.2 to 1.4 release notes and the old
 * stack.h: those were never run and are marked "model".
 */
import { type RuntimeVersion, stackVersion } from '../base/versions.ts';

export interface StackConfig {
  readonly version: RuntimeVersion;
  /** segmented: link one more piece. hybrid: copy if every frame can be, else link. contiguous: always copy. */
  readonly mode: 'segmented' | 'hybrid' | 'contiguous';
  /** The stack of a fresh goroutine, and the least to which one shrinks. */
  readonly stackMin: number;
  /** stackguard0 lies this far above the stack's low end. */
  readonly stackGuard: number;
  /** A frame may reach this far below the guard without a check of its own size. */
  readonly stackSmall: number;
  /** Up to this frame one subtraction cannot wrap around. */
  readonly stackBig: number;
  /** Leaf functions with smaller frames have no check; with a panic call in them the second limit holds. */
  readonly leafLimit: number;
  readonly panicLeafLimit: number;
  /** Used before the first function of a goroutine: four spare words and the address to return to. */
  readonly rootBytes: number;
  /** What a call pushes: the return address. */
  readonly callBytes: number;
  /** How newstack chooses: twice; twice until the growth exceeds the frame (1.15, 1.16); twice until the frame fits (1.17 on). */
  readonly growth: 'double' | 'byGrowth' | 'byRoom';
  /** The prologue finds g in a register since 1.17, before that through thread-local storage. */
  readonly registerG: boolean;
  /** What main sets as the limit of one stack: 1,000,000,000 bytes, decimal. */
  readonly maxStack: number;
  /** Shrink when less than a part in this many is used. */
  readonly shrinkDivisor: number;
  /** Recycled goroutines start with the average of what the last collection saw. */
  readonly adaptiveStart: boolean;
  /** Room behind the frame in a linked segment. */
  readonly stackExtra: number;
  /** Sizes below this come from the P's cache and the pool. */
  readonly stackOrders: number;
  readonly stackCacheSize: number;
  readonly pageSize: number;
  /** The compiler refuses larger frames. */
  readonly maxFrame: number;
}

const guardOf: Readonly<Record<number, number>> = { 2: 256, 3: 512, 4: 512, 13: 880, 14: 896 };

function growthOf(minor: number): StackConfig['growth'] {
  if (minor >= 17) return 'byRoom';
  return minor >= 15 ? 'byGrowth' : 'double';
}

export function makeStackConfig(version: string | RuntimeVersion, replaced: Partial<StackConfig> = {}): StackConfig {
  const v = typeof version === 'string' ? stackVersion(version) : version;
  const base: StackConfig = {
    version: v,
    mode: v.minor <= 2 ? 'segmented' : v.minor === 3 ? 'hybrid' : 'contiguous',
    stackMin: v.minor <= 3 ? 8192 : 2048,
    stackGuard: guardOf[v.minor] ?? 928,
    stackSmall: 128,
    stackBig: 4096,
    leafLimit: 128,
    panicLeafLimit: 120,
    rootBytes: 40,
    callBytes: 8,
    growth: growthOf(v.minor),
    registerG: v.minor >= 17,
    maxStack: 1_000_000_000,
    shrinkDivisor: 4,
    adaptiveStart: v.minor >= 19,
    stackExtra: 1024,
    stackOrders: 4,
    stackCacheSize: 32 << 10,
    pageSize: 8192,
    maxFrame: 1 << 30,
  };
  return { ...base, ...replaced };
}

/** What nosplit functions below the last check may use: the guard less the small frame. */
export function nosplitBytes(config: StackConfig): number {
  return config.stackGuard - config.stackSmall;
}
