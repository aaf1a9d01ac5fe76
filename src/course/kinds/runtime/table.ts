/** The closed table of kinds about the running program. */
import { allocationPath } from '../allocation-path/kind.ts';
import { hotSplit } from '../hot-split/kind.ts';
import { pagePlacement } from '../page-placement/kind.ts';
import { prologue } from '../prologue/kind.ts';
import { reuseOrder } from '../reuse-order/kind.ts';
import { shrink } from '../shrink/kind.ts';
import { sizeClass } from '../size-class/kind.ts';
import { spanObjects } from '../span-objects/kind.ts';
import { spotOutdated } from '../spot-outdated/kind.ts';
import { stackGrowth } from '../stack-growth/kind.ts';
import { tinyBlocks } from '../tiny-blocks/kind.ts';

export const runtimeKinds = {
  'size-class': sizeClass,
  'tiny-blocks': tinyBlocks,
  'span-objects': spanObjects,
  'page-placement': pagePlacement,
  'allocation-path': allocationPath,
  'reuse-order': reuseOrder,
  'stack-growth': stackGrowth,
  prologue,
  'hot-split': hotSplit,
  shrink,
  'spot-outdated': spotOutdated,
} as const;

export type RuntimeKindName = keyof typeof runtimeKinds;
