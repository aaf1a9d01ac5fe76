/** order-steps: put the steps of the way in order. The way is the engine's, or a list that is stated with its source. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, shuffled } from '../../ask/pose.ts';
import { asked, goVersion, markRef, withProgram } from '../common.ts';

const ofPath = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('order-steps'),
  of: z.literal('path'),
  go: goVersion.default('1.26'),
});
const ofStated = z.strictObject({
  ...asked,
  kind: z.literal('order-steps'),
  of: z.literal('stated'),
  program: z.string().optional(),
  source: z.string(),
  go: z.string(),
  /** Ids in the true order; what each says is in the question's texts. */
  items: z.array(z.string()).min(3).max(7),
});
export const orderSteps = z.discriminatedUnion('of', [ofPath, ofStated]);
type Question = z.infer<typeof orderSteps>;

export async function poseOrderSteps(
  question: Question,
  evidence: Evidence,
  texts: Readonly<Record<string, string>>,
): Promise<Posed> {
  if (question.of === 'stated') {
    const items = question.items.map((id) => ({
      id,
      text: texts[id] ?? fail(evidence, `no text for the step "${id}"`),
    }));
    return {
      form: { type: 'order', items: shuffled(question.id, items) },
      key: {
        source: { by: 'stated', source: question.source, go: question.go },
        truth: question.items,
        lures: question.lures,
        tolerance: 0,
      },
      places: [],
      explain: [],
    };
  }
  const place = placeAt(evidence, await reportOrFail(evidence, question.go), question);
  const steps = place.steps.map((step, index) => ({ id: String(index), text: step.text }));
  if (steps.length < 3) fail(evidence, 'a way of fewer than three steps is no question');
  // Named by where they are shown: a name by the true order would give it away.
  const shown = shuffled(evidence.id, steps);
  const nameOf = (id: string) => `step-${shown.findIndex((step) => step.id === id) + 1}`;
  return {
    form: { type: 'order', items: shown.map(({ id, text }) => ({ id: nameOf(id), text })) },
    key: {
      source: { by: 'engine', go: question.go },
      truth: steps.map(({ id }) => nameOf(id)),
      lures: question.lures,
      tolerance: 0,
    },
    places: [place],
    explain: [],
  };
}
