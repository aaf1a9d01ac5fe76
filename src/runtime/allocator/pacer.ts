/**
 * When the next collection is due: the heap goal that GOGC sets (runtime/mgcpacer.go). Up to Go 1.17 a share of the
 * marked heap; since 1.18 goroutine stacks and globals count for the share. Left out: GOMEMLIMIT, the trigger's fine
 * adjustment by measured speeds (a trigger somewhat below the goal is stated, not computed), mark assists.
 */
import { BadInput } from '../base/errors.ts';
import type { AllocatorConfig } from './config.ts';

export interface Roots {
  /** Bytes of goroutine stacks that the collector scans. */
  readonly stacks: number;
  /** Bytes of global variables with pointers. */
  readonly globals: number;
}

export const noRoots: Roots = { stacks: 0, globals: 0 };

/** The heap size at which the next cycle should be complete; Infinity when collection is off (gogc below 0). */
export function nextGoal(config: AllocatorConfig, marked: number, gogc: number, roots: Roots = noRoots): number {
  if (!Number.isFinite(gogc)) throw new BadInput('gogc', { value: gogc });
  if (gogc < 0) return Infinity;
  const counted = config.goalCountsRoots ? marked + roots.stacks + roots.globals : marked;
  const goal = marked + Math.floor((counted * gogc) / 100);
  return Math.max(goal, Math.floor((config.heapMinimum * gogc) / 100));
}

/** The lowest point between the marked heap and the goal at which a cycle may begin: seven tenths of the way. */
export function earliestTrigger(marked: number, goal: number): number {
  return marked + Math.floor(((goal - marked) * 7) / 10);
}

const sweepMargin = 1 << 20;

/** Pages that an allocation owes to the sweep for each byte, so that all is swept before the next cycle may begin. */
export function sweepPagesPerByte(
  config: AllocatorConfig,
  live: number,
  trigger: number,
  unsweptPages: number,
): number {
  if (unsweptPages <= 0) return 0;
  const distance = Math.max(trigger - live - sweepMargin, config.pageSize);
  return unsweptPages / distance;
}
