/** The only door to the models of Go's runtime: allocator and stacks. */
export { BadInput, checkBytes, parseBytes } from './errors.ts';
export { allocatorVersion, defaultRuntimeVersion, historicStacks, runtimeVersions, type RuntimeVersion, stackVersion } from './versions.ts';

export { makeSizeClasses, type SizeClasses, type SizeClassRules, sizeClassRules, sizeToClass } from './allocator/sizeclasses.ts';
export { type AllocatorConfig, makeConfig, objectsPerSpan, reservedBytes } from './allocator/config.ts';
export { headerBytesOf, pathOf, type Path, type Placement, placementOf, tinyOffset } from './allocator/placement.ts';
export { type HeapEvent, type LevelName, level, levels, type LockName, type SpanPlace } from './allocator/events.ts';
export { Allocator, type CollectMode } from './allocator/malloc.ts';
export type { BySize, MemStats } from './allocator/memstats.ts';
export { bySizeClasses } from './allocator/memstats.ts';
export { earliestTrigger, nextGoal, noRoots, type Roots } from './allocator/pacer.ts';
export { PageAlloc } from './allocator/pagealloc.ts';
export { PageCache } from './allocator/pagecache.ts';

export { makeStackConfig, nosplitBytes, type StackConfig } from './stack/config.ts';
export { checkCode, type FunctionShape, needsMore, type Prologue, prologueOf, prologues } from './stack/prologue.ts';
export { type Calls, type FrameRun, type Growth, growths, newSize, parseFrames, shrinkLadder, shrunkSize, StackOverflow, StackRun } from './stack/growth.ts';
export { firstStack, startingStackSize } from './stack/adaptive.ts';
export { type Stack, StackAlloc } from './stack/stackalloc.ts';
export { type LoopCost, loopCost, type Segment, SegmentedRun } from './stack/segmented.ts';
export { type Adjustment, call, copystack, type Frame, type Goroutine, type Local, type Move, newGoroutine, ret, shrink, type Slot, type SlotKind } from './stack/copystack.ts';
export { type StackEra, stackHistory } from './stack/history.ts';
