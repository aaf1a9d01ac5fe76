/** After a miss: a case that refutes the belief, and the same trap in a new program. Only this much comes with the verdict. */
import { type AnswerRecord, passScore } from '../../course/progress/record.ts';

/** Where the page itself goes on: practice draws its own next program, the entry check only measures. */
const NOT_HERE = '[data-occasion=practice], [data-occasion=entry-check]';

export type Graded = Pick<AnswerRecord, 'score' | 'misconceptions' | 'confidence' | 'gaveUp'>;

export function afterGrade(question: HTMLElement, graded: Graded): void {
  if (graded.score >= passScore) return;
  afterMiss(question, graded).catch(() => {
    // Without it the verdict stands as it is.
  });
}

async function afterMiss(question: HTMLElement, graded: Graded): Promise<void> {
  const { offerTransfer, showCounters } = await import('./transfer.ts');
  if (!question.closest(NOT_HERE)) offerTransfer(question, graded);
  await showCounters(question);
}
