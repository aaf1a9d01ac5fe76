/** The only door to the models of Go's runtime: allocator and stacks. */

export { type AllocatorConfig, makeConfig, objectsPerSpan, reservedBytes } from './allocator/config.ts';
export { type LevelName, levels } from './allocator/events.ts';
export { Allocator } from './allocator/malloc.ts';
export { nextGoal } from './allocator/pacer.ts';
export { PageAlloc } from './allocator/pagealloc.ts';
export { type Placement, placementOf, tinyOffset } from './allocator/placement.ts';
export { type HeapAction, type HeapState, startHeap, stepHeap, undoHeap, withConfig } from './allocator/session.ts';
export { makeSizeClasses, sizeClassRules } from './allocator/sizeclasses.ts';
export { BadInput, type BadReason, badReasons, checkBytes, parseBytes, parseCount } from './base/errors.ts';
export { defaultRuntimeVersion, runtimeVersions, stackVersion } from './base/versions.ts';
export { firstStack, startingStackSize } from './stack/adaptive.ts';
export { makeStackConfig, nosplitBytes, type StackConfig } from './stack/config.ts';
export { call, type Goroutine, type Move, newGoroutine, ret, shrink } from './stack/copystack.ts';
export { type Growth, growths, parseFrames, StackOverflow, StackRun, shrinkLadder } from './stack/growth.ts';
export { stackHistory } from './stack/history.ts';
export { checkCode, type FunctionShape, type Prologue, prologueOf, prologues } from './stack/prologue.ts';
export { type LoopCost, loopCost, SegmentedRun } from './stack/segmented.ts';
export { StackAlloc } from './stack/stackalloc.ts';
