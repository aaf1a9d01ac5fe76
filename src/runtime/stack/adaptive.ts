/**
 * How large a goroutine's first stack is (runtime/proc.go's malg and gfget, stack.go's gcComputeStartingStackSize). A fresh
 * goroutine always gets the minimum. One that reuses a finished goroutine gets the starting size, which since Go 1.19 each
 * collection sets to the average of what it scanned.
 */
import { checkBytes } from '../base/errors.ts';
import type { StackConfig } from './config.ts';

/** The starting size after a collection that scanned these stacks (bytes used of each). */
export function startingStackSize(config: StackConfig, scanned: readonly number[]): number {
  if (!config.adaptiveStart || scanned.length === 0) return config.stackMin;
  const total = scanned.reduce((sum, used) => sum + checkBytes(used, config.maxStack, 'stack'), 0);
  const wanted = Math.min(Math.floor(total / scanned.length) + config.stackGuard, config.maxStack);
  let size = config.stackMin;
  while (size < wanted) size *= 2;
  return size;
}

export function firstStack(config: StackConfig, recycled: boolean, starting: number): number {
  return recycled ? starting : config.stackMin;
}
