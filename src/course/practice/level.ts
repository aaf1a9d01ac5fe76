/**
 * How hard the next program should be: a staircase, two up and one down (Levitt 1971). Two right answers in a row on a
 * level lead one level up, one miss leads one down; such a staircase settles where about 71 % come out right, far from
 * boring and far from guessing. An answer with hints neither raises nor lowers. Everything is recomputed from the log.
 */
import { type AnswerRecord, passScore } from '../progress/record.ts';

export const levels = { first: 1, last: 5, rightInARow: 2 } as const;

/** `answers`: those of practice that count, in order of time. */
export function levelAfter(answers: readonly Pick<AnswerRecord, 'score' | 'hints' | 'gaveUp'>[]): number {
  let level: number = levels.first;
  let streak = 0;
  for (const { score, hints, gaveUp } of answers) {
    const isRight = score >= passScore && !gaveUp;
    if (isRight && hints > 0) continue;
    streak = isRight ? streak + 1 : 0;
    if (!isRight) level -= 1;
    else if (streak === levels.rightInARow) {
      level += 1;
      streak = 0;
    }
    level = Math.min(levels.last, Math.max(levels.first, level));
  }
  return level;
}
