/**
 * What the one review queue holds: the items of the lessons, the fix-it tasks, and the families of practice in which
 * something was missed.
 *
 * A family is asked in the review with a program of its own, never with the one that was missed. It enters by a miss in
 * practice alone: a variant that is drawn after a missed question stands for that question, which is in the queue already.
 */
import type { ProgressLog } from '../progress/log.ts';
import { type AnswerRecord, builtInPack, isRight } from '../progress/record.ts';
import { type ItemState, itemKey, itemStates, type LessonOutline } from '../progress/state.ts';

export interface Reviewable {
  readonly lessons: readonly LessonOutline[];
  /** Fix-it tasks, as `fix-it/task`; they belong to no single lesson. */
  readonly tasks: readonly string[];
  /** Families of variants, as `variants/family`. */
  readonly families: readonly string[];
}

const FAMILY_OCCASIONS: ReadonlySet<AnswerRecord['occasion']> = new Set(['practice', 'review']);

/** The states of what the course has now and the learner has met, as far as the review is concerned. */
export function reviewStates(log: ProgressLog, { lessons, tasks, families }: Reviewable): ItemState[] {
  const own = (items: readonly string[]) => items.map((item) => itemKey(builtInPack, item));
  const current = new Set([
    ...lessons.flatMap(({ pack, items }) => items.map((item) => itemKey(pack, item))),
    ...own(tasks),
  ]);
  const drawn = new Set(own(families));
  const records = log.records.filter(
    ({ pack, item, occasion }) => !drawn.has(itemKey(pack, item)) || FAMILY_OCCASIONS.has(occasion),
  );
  return [...itemStates({ ...log, records }).values()].filter(
    ({ key, answers }) => current.has(key) || (drawn.has(key) && answers.some((answer) => !isRight(answer))),
  );
}
