import type { RuntimeBelief } from './kinds/runtime/beliefs.ts';

/**
 * Wrong beliefs that a wrong answer may come from. A question names the belief behind each wrong choice; feedback
 * refutes that belief, and review brings it back. The ids are stored in the learner's progress: never rename one.
 */
export const BELIEFS = [
  'new-means-heap',
  'address-means-heap',
  'pointer-means-heap',
  'passing-means-heap',
  'locals-always-stay',
  'values-never-move',
  'decided-while-running',
  'branches-are-followed',
  'interfaces-allocate',
  'escapes-costs',
  'closures-allocate',
  'slices-on-heap',
  'small-make-stays',
  'variable-make-heap',
  'leaking-means-heap',
  'does-not-escape-free',
  'stack-runs-out',
  'local-container-local',
  'spaced-directive',
  'l-is-production',
  'inlining-only-speed',
  'generics-static',
  'pool-always-helps',
  'globals-heap-or-stack',
  'stacks-fixed',
  'growth-breaks-pointers',
  'overflow-recoverable',
  'never-shrink',
  'segmented-still',
  'exact-size',
  'tiny-freed-alone',
  'cache-per-thread',
  'large-through-cache',
  'freed-returns-at-once',
  'builder-always-faster',
  'bytes-always-copies',
  'locks-elided',
  'wording-tells-type',
  'old-lists-hold',
  'fewer-is-better',
  'cost-is-garbage',
  'stack-grows-up',
  'return-erases',
  'collector-stops-all',
  'declaration-decides',
] as const;

export type Belief = (typeof BELIEFS)[number];

/** Any belief of the course: of placement, or of the running program. */
export type BeliefId = Belief | RuntimeBelief;
