/** The only door to the models of Go's runtime: allocator and stacks. */

export { type AllocatorConfig, makeConfig, objectsPerSpan, reservedBytes } from './allocator/config.ts';
export { type HeapEvent, type LevelName, type LockName, level, levels, type SpanPlace } from './allocator/events.ts';
export { Allocator, type CollectMode } from './allocator/malloc.ts';
export type { BySize, MemStats } from './allocator/memstats.ts';
export { bySizeClasses } from './allocator/memstats.ts';
export { earliestTrigger, nextGoal, noRoots, type Roots } from './allocator/pacer.ts';
export { PageAlloc } from './allocator/pagealloc.ts';
export { PageCache } from './allocator/pagecache.ts';
export { headerBytesOf, type Path, type Placement, pathOf, placementOf, tinyOffset } from './allocator/placement.ts';
export {
  type HeapAction,
  type HeapObject,
  type HeapState,
  type HeapStep,
  type HeapView,
  type PView,
  type SpanView,
  sessionLimit,
  startHeap,
  stepHeap,
  undoHeap,
  withConfig,
} from './allocator/session.ts';
export {
  makeSizeClasses,
  type SizeClasses,
  type SizeClassRules,
  sizeClassRules,
  sizeToClass,
} from './allocator/sizeclasses.ts';
export { BadInput, checkBytes, parseBytes } from './base/errors.ts';
export {
  allocatorVersion,
  defaultRuntimeVersion,
  historicStacks,
  type RuntimeVersion,
  runtimeVersions,
  stackVersion,
} from './base/versions.ts';
export { firstStack, startingStackSize } from './stack/adaptive.ts';
export { makeStackConfig, nosplitBytes, type StackConfig } from './stack/config.ts';
export {
  type Adjustment,
  call,
  copystack,
  type Frame,
  type Goroutine,
  type Local,
  type Move,
  newGoroutine,
  ret,
  type Slot,
  type SlotKind,
  shrink,
} from './stack/copystack.ts';
export {
  type Calls,
  type FrameRun,
  type Growth,
  growths,
  newSize,
  parseFrames,
  StackOverflow,
  StackRun,
  shrinkLadder,
  shrunkSize,
} from './stack/growth.ts';
export { type StackEra, stackHistory } from './stack/history.ts';
export { checkCode, type FunctionShape, needsMore, type Prologue, prologueOf, prologues } from './stack/prologue.ts';
export { type LoopCost, loopCost, type Segment, SegmentedRun } from './stack/segmented.ts';
export { type Stack, StackAlloc } from './stack/stackalloc.ts';
