/** The boards of the page on the allocator, in order. */
import type { AnyView } from '../view.ts';
import { allocationPathView } from './allocation-path.ts';
import { pagePlacementView } from './page-placement.ts';
import { reuseOrderView } from './reuse-order.ts';
import { sizeClassView } from './size-class.ts';
import { spanObjectsView } from './span-objects.ts';
import { tinyBlocksView } from './tiny-blocks.ts';

export const heapViews = [
  sizeClassView,
  tinyBlocksView,
  spanObjectsView,
  pagePlacementView,
  allocationPathView,
  reuseOrderView,
] as unknown as readonly AnyView[];
