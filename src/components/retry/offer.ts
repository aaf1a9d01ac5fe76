/** After a miss: the same trap in a new program. Only this much is loaded with the verdict; the rest when it is wanted. */
import { type AnswerRecord, passScore } from '../../course/progress/record.ts';

/** Where the page itself goes on: practice draws its own next program, the entry check only measures. */
const NOT_HERE = '[data-occasion=practice], [data-occasion=entry-check]';

export type Graded = Pick<AnswerRecord, 'score' | 'misconceptions' | 'confidence' | 'gaveUp'>;

export function afterGrade(question: HTMLElement, graded: Graded): void {
  if (graded.score >= passScore || question.closest(NOT_HERE)) return;
  import('./transfer.ts').then(
    ({ offerTransfer }) => offerTransfer(question, graded),
    () => {
      // Without it the verdict stands as it is.
    },
  );
}
