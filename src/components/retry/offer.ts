/** After a miss: a case that refutes the belief, and the same trap in a new program. Only this much comes with the verdict. */
import type { BeliefId } from '../../course/beliefs.ts';
import { type AnswerRecord, passScore } from '../../course/progress/record.ts';
import type { Miss } from '../../course/variants/choose.ts';

/** Where the page itself goes on: practice draws its own next program, the entry check only measures. */
const NOT_HERE = '[data-occasion=practice], [data-occasion=entry-check]';

export type Graded = Pick<AnswerRecord, 'score' | 'misconceptions' | 'confidence' | 'gaveUp'>;

/** What is known of a miss: by its answer, and by the element that asked. `about`: all beliefs that the question tells apart. */
export function missOf(
  { dataset: { question: item, lesson, near, kind = '', goal } }: HTMLElement,
  shown: readonly string[],
  about: readonly string[],
): Miss {
  const lessons = near?.split(' ') ?? [lesson ?? item!.split('/')[0]!];
  return { beliefs: shown as readonly BeliefId[], about: about as readonly BeliefId[], lessons, kind, goal };
}

export function afterGrade(question: HTMLElement, graded: Graded, about: readonly string[]): void {
  if (graded.score >= passScore) return;
  afterMiss(question, graded, about).catch(() => {
    // Without it the verdict stands as it is.
  });
}

async function afterMiss(question: HTMLElement, graded: Graded, about: readonly string[]): Promise<void> {
  const { offerTransfer, showCounters } = await import('./transfer.ts');
  if (!question.closest(NOT_HERE))
    await offerTransfer(question, missOf(question, graded.misconceptions, about), graded);
  await showCounters(question);
}
