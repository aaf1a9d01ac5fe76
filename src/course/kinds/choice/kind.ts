/** choice: options written by hand. Which one holds is decided by a recording, or can only be stated, with its source. */
import { z } from 'zod';
import type { AskKey } from '../../ask/key.ts';
import { type Evidence, fail, type Posed, shuffled } from '../../ask/pose.ts';
import { asked } from '../common.ts';
import { recordedSource, recordedText, recording } from '../recording.ts';

const common = {
  ...asked,
  kind: z.literal('choice'),
  /** Ids; what each says is in the question's texts. */
  options: z.array(z.string()).min(2).max(6),
};
const stated = z.strictObject({
  ...common,
  of: z.literal('stated').optional(),
  program: z.string().optional(),
  truth: z.array(z.string()).min(1),
  source: z.string(),
  go: z.string(),
});
const recorded = z.strictObject({
  ...common,
  ...recording,
  of: z.literal('recorded'),
  /** For each option what the recording would show if it held: a regular expression. One of them matches. */
  shows: z.record(z.string(), z.string()),
});
export const choice = z.discriminatedUnion('of', [stated, recorded]);
type Question = z.infer<typeof choice>;

function keyOf(
  question: Question,
  evidence: Evidence,
  recordedOutput: (program: string, name: string) => string | undefined,
): Pick<AskKey, 'truth' | 'source'> {
  if (question.of !== 'recorded')
    return { truth: question.truth, source: { by: 'stated', source: question.source, go: question.go } };
  const text = recordedText(question, evidence, recordedOutput);
  const truth = question.options.filter((id) =>
    new RegExp(question.shows[id] ?? fail(evidence, `what does "${id}" show?`), 'm').test(text),
  );
  if (truth.length !== 1) fail(evidence, `the recording shows ${truth.join(' and ') || 'none of the options'}`);
  return { truth, source: recordedSource(question) };
}

export function poseChoice(
  question: Question,
  evidence: Evidence,
  texts: Readonly<Record<string, string>>,
  recordedOutput: (program: string, name: string) => string | undefined,
): Posed {
  const { truth, source } = keyOf(question, evidence, recordedOutput);
  for (const id of truth)
    if (!question.options.includes(id)) fail(evidence, `the truth "${id}" is not among the options`);
  for (const id of question.options)
    if (!truth.includes(id) && !question.lures[id])
      fail(evidence, `the wrong option "${id}" has no belief behind it (lures)`);
  const options = question.options.map((id) => ({
    id,
    text: texts[id] ?? fail(evidence, `no text for the option "${id}"`),
  }));
  return {
    form: { type: truth.length > 1 ? 'some' : 'one', options: shuffled(question.id, options) },
    key: {
      source,
      truth,
      lures: question.lures,
      tolerance: 0,
    },
    places: [],
    explain: [],
  };
}
