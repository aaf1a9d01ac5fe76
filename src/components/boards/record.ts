/** A board's graded answer in the log of answers, like that of any other question. */

import type { Json } from '../../course/json.ts';
import type { RuntimeGrade } from '../../course/kinds/runtime/kind.ts';
import type { Confidence } from '../../course/progress/record.ts';
import { stackVersion } from '../../runtime/index.ts';
import { hintsOpened } from '../progress/attempt.ts';
import { occasionOf, packOf, save } from '../progress/store.ts';

interface Answered {
  readonly grade: RuntimeGrade;
  readonly task: { readonly go: string };
  readonly seed: number;
  /** The learner's own numbers. */
  readonly isOwn: boolean;
  readonly confidence: Confidence | undefined;
  /** When the question came, on the page's clock. */
  readonly since: number;
}

/** The answer is stored with its question, since one with the learner's own numbers has no seed to draw it from. */
export function recordAnswer(board: HTMLElement, { grade, task, seed, isOwn, confidence, since }: Answered): void {
  const item = board.dataset.question!;
  const { toolchain, name } = stackVersion(task.go);
  const question = JSON.stringify(task);
  save(
    {
      pack: packOf(board),
      item,
      lesson: item.split('/')[0]!,
      revision: Number(board.dataset.revision),
      seed,
      answer: { guess: grade.guess ?? null, task: JSON.parse(question) as Json },
      score: grade.score,
      misconceptions: grade.beliefs,
      confidence: confidence ?? null,
      hints: hintsOpened(board),
      gaveUp: grade.outcome === 'shown',
      durationMs: Math.round(performance.now() - since),
      // With numbers of one's own a lesson's board would be too easy to pass.
      occasion: isOwn ? 'practice' : occasionOf(board, item),
      goVersion: toolchain || name,
    },
    question,
  );
}
