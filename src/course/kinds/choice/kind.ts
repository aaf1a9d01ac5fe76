/**
 * choice: options written by hand. Which one holds is decided by a recording, or can only be stated, with its source. Of
 * `edits` the options are pieces of code in place of another; the engine decides which one of them reaches the goal.
 */
import { z } from 'zod';
import type { AskKey } from '../../ask/key.ts';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, shuffled } from '../../ask/pose.ts';
import { asked, belief, markRef, withProgram } from '../common.ts';
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
const edits = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('choice'),
  of: z.literal('edits'),
  /** The verdict that the place is to have; the given program has the other. */
  goal: z.enum(['stack', 'heap']),
  /** What is replaced: it occurs once. */
  replace: z.string().min(1),
  /** By id: what stands there instead. One of them reaches the goal. */
  edits: z.record(z.string(), z.string().min(1)),
  lures: z.record(z.string(), belief),
});
export const choice = z.discriminatedUnion('of', [stated, recorded, edits]);
type Edits = z.infer<typeof edits>;
type Question = Exclude<z.infer<typeof choice>, Edits>;

export function isChoiceOfEdits(question: z.infer<typeof choice>): question is Edits {
  return question.of === 'edits';
}

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

/** Which edit makes the place live where it should: the engine is asked about each edited program. */
export async function poseEdits(question: Edits, evidence: Evidence): Promise<Posed> {
  const { goal, replace, edits, lures } = question;
  if (evidence.text.split(replace).length !== 2) fail(evidence, `"${replace}" does not occur once`);
  const given = placeAt(evidence, await reportOrFail(evidence), question);
  if (given.verdict === goal) fail(evidence, `${given.name} is already on the ${goal}`);
  const verdicts = await Promise.all(
    Object.entries(edits).map(async ([id, text]) => {
      const edited = evidence.edited(evidence.text.replace(replace, () => text));
      return { id, verdict: placeAt(edited, await reportOrFail(edited), question).verdict };
    }),
  );
  const truth = verdicts.filter(({ verdict }) => verdict === goal).map(({ id }) => id);
  if (truth.length !== 1) fail(evidence, `${truth.length} of the edits reach the goal`);
  const options = Object.entries(edits).map(([id, text]) => ({ id, text: `\`${text.trim()}\`` }));
  return {
    form: { type: 'one', options: shuffled(evidence.id, options) },
    key: { source: { by: 'engine', go: (await evidence.report()).goVersion }, truth, lures, tolerance: 0 },
    places: [given],
    explain: [],
  };
}
