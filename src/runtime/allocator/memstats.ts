/**
 * The counters as runtime.ReadMemStats gives them, for the fields that follow from the model. Left out because they
 * depend on timing or on the operating system, and so are not predicted: HeapReleased and the resident size (the scavenger
 * works in the background, 1% of the CPU, since Go 1.13), pauses, NextGC while a cycle runs.
 */

export interface BySize {
  readonly size: number;
  readonly mallocs: number;
  readonly frees: number;
}

export interface MemStats {
  readonly mallocs: number;
  readonly frees: number;
  readonly heapObjects: number;
  readonly totalAlloc: number;
  readonly heapAlloc: number;
  readonly heapInuse: number;
  readonly heapIdle: number;
  readonly heapSys: number;
  readonly nextGC: number;
  readonly numGC: number;
  /** Classes 0 to 60, as BySize has them: larger objects are counted in the totals only. */
  readonly bySize: readonly BySize[];
}

/** BySize ends here although there are more classes: the array's length is part of Go's API. */
export const bySizeClasses = 61;

export interface Counters {
  readonly size: readonly number[];
  /** Objects by class; class 0: large. Tiny objects are not in here, their blocks are. */
  readonly mallocs: Float64Array;
  readonly frees: Float64Array;
  readonly largeBytes: number;
  readonly largeFreedBytes: number;
  readonly tinyAllocs: number;
  readonly inUseBytes: number;
  readonly sysBytes: number;
  readonly nextGoal: number;
  readonly cycles: number;
}

export function memStatsOf(c: Counters): MemStats {
  let mallocs = c.tinyAllocs + c.mallocs[0]!;
  let frees = c.tinyAllocs + c.frees[0]!;
  let allocated = c.largeBytes;
  let freed = c.largeFreedBytes;
  const bySize: BySize[] = [{ size: 0, mallocs: 0, frees: 0 }];
  for (let index = 1; index < c.size.length; index++) {
    mallocs += c.mallocs[index]!;
    frees += c.frees[index]!;
    allocated += c.mallocs[index]! * c.size[index]!;
    freed += c.frees[index]! * c.size[index]!;
    if (index < bySizeClasses)
      bySize.push({ size: c.size[index]!, mallocs: c.mallocs[index]!, frees: c.frees[index]! });
  }
  return {
    mallocs,
    frees,
    heapObjects: mallocs - frees,
    totalAlloc: allocated,
    heapAlloc: allocated - freed,
    heapInuse: c.inUseBytes,
    heapIdle: c.sysBytes - c.inUseBytes,
    heapSys: c.sysBytes,
    nextGC: c.nextGoal,
    numGC: c.cycles,
    bySize,
  };
}
