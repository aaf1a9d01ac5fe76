/**
 * Every constant and every choice that differs between releases, in one object: linux/amd64, Go 1.13 to 1.27. The model
 * reads numbers from here and nowhere else, so a board can ask "what if the page were 4 KiB" and a test can replace one.
 * Left out: other platforms, the race detector, GOEXPERIMENTs that a release does not switch on by itself.
 */
import { allocatorVersion, type RuntimeVersion } from '../base/versions.ts';
import { makeSizeClasses, type SizeClasses, sizeClassRules } from './sizeclasses.ts';

export interface AllocatorConfig {
  readonly version: RuntimeVersion;
  readonly pageSize: number;
  readonly classes: SizeClasses;
  /** Objects above this are large. 32768; 32760 since the malloc header (1.22), for objects without pointers too. */
  readonly smallLimit: number;
  /** The word with the type in front of an object with pointers: 8 since 1.22, else 0. */
  readonly mallocHeaderSize: number;
  /** Objects with pointers up to this size have their pointer bits at the span's end instead of a header. 0: no bits in spans. */
  readonly heapBitsLimit: number;
  /** One byte of pointer bits for this many bytes of span: a bit for each word of eight bytes. */
  readonly heapBitsRatio: number;
  /** Bytes at a span's end for mark and scan bits of small objects (1.26: 128), and the slot sizes that have them. */
  readonly inlineMarkBytes: number;
  readonly inlineMarkMin: number;
  readonly inlineMarkMax: number;
  readonly maxTinySize: number;
  /** How mcentral keeps spans: two linked lists under a lock (to 1.14) or four queues (since 1.15). */
  readonly central: 'lists' | 'spanSets';
  /** A P keeps this many neighbouring pages for itself; 0 before 1.14. */
  readonly pageCachePages: number;
  /** Runs of fewer pages than this try the P's page cache. */
  readonly pageCacheLimit: number;
  /** The unit in which the heap grows, in pages: 512. Up to 1.13 exactly what is needed. */
  readonly growPages: number;
  readonly arenaBytes: number;
  /** What one growth adds to HeapSys: whole arenas up to 1.16, what was mapped since. */
  readonly sysUnit: 'arena' | 'mapped';
  /** Tries before mcentral gives up sweeping and asks for a fresh span. */
  readonly spanBudget: number;
  /** Spans per block of a spanSet: only a new block takes a lock. */
  readonly spanSetBlock: number;
  /** mspan records that a P holds back; half as many are fetched at once under the heap lock. */
  readonly mspanCache: number;
  /** The largest heap goal below which GOGC does not go, at GOGC=100. */
  readonly heapMinimum: number;
  /** Since 1.18 stacks and globals count for the goal. */
  readonly goalCountsRoots: boolean;
  /** The first address of the heap. 1.26 and later choose it at random: then this one stands for it. */
  readonly heapBase: number;
  readonly randomHeapBase: boolean;
  /** Larger requests are refused: the address space has 48 bits. */
  readonly maxAlloc: number;
}

export function makeConfig(version: string | RuntimeVersion, replaced: Partial<AllocatorConfig> = {}): AllocatorConfig {
  const v = typeof version === 'string' ? allocatorVersion(version) : version;
  const headers = v.minor >= 22;
  const inlineMarks = v.minor >= 26;
  const base: AllocatorConfig = {
    version: v,
    pageSize: sizeClassRules.pageSize,
    classes: makeSizeClasses(v.minor >= 16 ? sizeClassRules : { ...sizeClassRules, align16From: 16 }),
    smallLimit: headers ? 32760 : 32768,
    mallocHeaderSize: headers ? 8 : 0,
    heapBitsLimit: headers ? 512 : 0,
    heapBitsRatio: 64,
    inlineMarkBytes: inlineMarks ? 128 : 0,
    inlineMarkMin: 16,
    inlineMarkMax: 512,
    maxTinySize: 16,
    central: v.minor >= 15 ? 'spanSets' : 'lists',
    pageCachePages: v.minor >= 14 ? 64 : 0,
    pageCacheLimit: v.minor >= 14 ? 16 : 0,
    growPages: v.minor >= 14 ? 512 : 1,
    arenaBytes: 64 << 20,
    sysUnit: v.minor >= 17 ? 'mapped' : 'arena',
    spanBudget: 100,
    spanSetBlock: 512,
    mspanCache: v.minor >= 14 ? 128 : 0,
    heapMinimum: 4 << 20,
    goalCountsRoots: v.minor >= 18,
    heapBase: 0xc000000000,
    randomHeapBase: inlineMarks,
    maxAlloc: 2 ** 48,
  };
  return { ...base, ...replaced };
}

/** Bytes at the end of a small span that hold no objects. */
export function reservedBytes(
  config: AllocatorConfig,
  sizeclass: number,
  pointers: boolean,
): { readonly heapBits: number; readonly markBits: number } {
  const size = config.classes.size[sizeclass]!;
  const spanBytes = config.classes.npages[sizeclass]! * config.pageSize;
  const inline = size >= config.inlineMarkMin && size <= config.inlineMarkMax;
  return {
    heapBits: pointers && size <= config.heapBitsLimit ? spanBytes / config.heapBitsRatio : 0,
    markBits: inline ? config.inlineMarkBytes : 0,
  };
}

/** Objects of a class that one span holds. */
export function objectsPerSpan(config: AllocatorConfig, sizeclass: number, pointers: boolean): number {
  const { heapBits, markBits } = reservedBytes(config, sizeclass, pointers);
  const room = config.classes.npages[sizeclass]! * config.pageSize - heapBits - markBits;
  return Math.floor(room / config.classes.size[sizeclass]!);
}
