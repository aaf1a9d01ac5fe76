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
] as const;

export type Belief = (typeof BELIEFS)[number];
