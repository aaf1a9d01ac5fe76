/** What follows a grade, as data: which beliefs to refute and whose path to show first. */
import type { Belief } from '../../beliefs.ts';
import type { Grade } from './grade.ts';

export interface Feedback {
  /** Beliefs to refute, behind wrong places first, then a wrong reason. */
  readonly refute: readonly Belief[];
  /** The place whose path opens first: the first missed one, else the first on the heap, else the first. */
  readonly open: string;
}

/** `believed`: the belief behind each wrong reason that has one. */
export function feedback(
  grade: Grade,
  reason: string | undefined,
  believed: Readonly<Record<string, Belief>>,
): Feedback {
  const wrongReason = grade.reason === false && reason !== undefined ? [believed[reason] ?? []].flat() : [];
  const missed = grade.items.find((item) => !item.right);
  const onHeap = grade.items.find((item) => item.truth === 'heap');
  return {
    refute: [...new Set([...grade.beliefs, ...wrongReason])],
    open: (missed ?? onHeap ?? grade.items[0]!).id,
  };
}
