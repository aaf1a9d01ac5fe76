/** choice: an answer that can only be stated, with its source and its Go version; marked so on the page. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, shuffled } from '../../ask/pose.ts';
import { asked } from '../common.ts';

export const choice = z.strictObject({
  ...asked,
  kind: z.literal('choice'),
  program: z.string().optional(),
  /** Ids; what each says is in the question's texts. */
  options: z.array(z.string()).min(2).max(6),
  truth: z.array(z.string()).min(1),
  source: z.string(),
  go: z.string(),
});
type Question = z.infer<typeof choice>;

export function poseChoice(question: Question, evidence: Evidence, texts: Readonly<Record<string, string>>): Posed {
  for (const id of question.truth)
    if (!question.options.includes(id)) fail(evidence, `the truth "${id}" is not among the options`);
  for (const id of question.options)
    if (!question.truth.includes(id) && !question.lures[id])
      fail(evidence, `the wrong option "${id}" has no belief behind it (lures)`);
  const options = question.options.map((id) => ({
    id,
    text: texts[id] ?? fail(evidence, `no text for the option "${id}"`),
  }));
  return {
    form: { type: question.truth.length > 1 ? 'some' : 'one', options: shuffled(question.id, options) },
    key: {
      source: { by: 'stated', source: question.source, go: question.go },
      truth: question.truth,
      lures: question.lures,
      tolerance: 0,
    },
    places: [],
    explain: [],
  };
}
