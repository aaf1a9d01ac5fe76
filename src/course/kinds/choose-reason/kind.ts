/** choose-reason: the verdict is given; which reason is the true one? The wrong ones are beliefs. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, shuffled } from '../../ask/pose.ts';
import { BELIEFS, type Belief } from '../../beliefs.ts';
import { goVersion, markRef, withProgram } from '../common.ts';
import { beliefOfReason, reasonOf, TRUE_REASONS } from '../predict-placement/reasons.ts';

export const chooseReason = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('choose-reason'),
  go: goVersion.default('1.26'),
  options: z
    .array(z.enum([...TRUE_REASONS, ...BELIEFS]))
    .min(3)
    .max(4),
});
type Question = z.infer<typeof chooseReason>;

export async function poseChooseReason(question: Question, evidence: Evidence): Promise<Posed> {
  const place = placeAt(evidence, await reportOrFail(evidence, question.go), question);
  const reason = reasonOf(place);
  if (!question.options.includes(reason))
    fail(evidence, `the engine's reason is "${reason}", which is not among the options`);
  const lures: Record<string, Belief> = {};
  for (const option of question.options) {
    const belief = beliefOfReason(option, reason);
    if (belief) lures[option] = belief;
  }
  return {
    form: {
      type: 'one',
      options: shuffled(
        evidence.id,
        question.options.map((id) => ({
          id,
          text: evidence.words.reasons[id] ?? fail(evidence, `no words for the reason "${id}"`),
        })),
      ),
    },
    key: {
      source: { by: 'engine', go: question.go },
      truth: [reason],
      lures: { ...lures, ...question.lures },
      tolerance: 0,
    },
    places: [place],
    explain: [],
  };
}
