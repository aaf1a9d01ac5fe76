/** Boards inside lessons: each page fetches the views that it shows, and no others. */
import { defineBoards } from './runtime-board.ts';
import type { AnyView } from './view.ts';

const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'size-class': async () => (await import('./views/size-class.ts')).sizeClassView,
  'tiny-blocks': async () => (await import('./views/tiny-blocks.ts')).tinyBlocksView,
  'span-objects': async () => (await import('./views/span-objects.ts')).spanObjectsView,
  'page-placement': async () => (await import('./views/page-placement.ts')).pagePlacementView,
  'allocation-path': async () => (await import('./views/allocation-path.ts')).allocationPathView,
  'reuse-order': async () => (await import('./views/reuse-order.ts')).reuseOrderView,
  'stack-growth': async () => (await import('./views/stack-growth.ts')).stackGrowthView,
  prologue: async () => (await import('./views/prologue.ts')).prologueView,
  'hot-split': async () => (await import('./views/hot-split.ts')).hotSplitView,
  shrink: async () => (await import('./views/shrink.ts')).shrinkView,
  'spot-outdated': async () => (await import('./views/spot-outdated.ts')).spotOutdatedView,
};

defineBoards(async (kind) => (await loaders[kind]!()) as AnyView);
