/** The boards of the page on the stack, in order. */
import type { AnyView } from '../view.ts';
import { hotSplitView } from './hot-split.ts';
import { prologueView } from './prologue.ts';
import { shrinkView } from './shrink.ts';
import { spotOutdatedView } from './spot-outdated.ts';
import { stackGrowthView } from './stack-growth.ts';

export const stackViews = [
  stackGrowthView,
  prologueView,
  hotSplitView,
  shrinkView,
  spotOutdatedView,
] as unknown as readonly AnyView[];
