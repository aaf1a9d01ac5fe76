/** predict-diagnostic: which line does the compiler print for this place? The wrong ones are its own words for other cases. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, shuffled, wordsOf } from '../../ask/pose.ts';
import type { Belief } from '../../beliefs.ts';
import type { PlaceReport } from '../../report.ts';
import { goVersion, markRef, withProgram } from '../common.ts';

export const predictDiagnostic = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('predict-diagnostic'),
  go: goVersion.default('1.26'),
});
type Question = z.infer<typeof predictDiagnostic>;

const none = 'none';

/** What the compiler could say about such a place, each with the belief of somebody who expects it. */
function sayable({ name, kind, verdict }: PlaceReport): [text: string, belief: Belief][] {
  if (kind === 'parameter')
    return [
      [`leaking param: ${name}`, 'leaking-means-heap'],
      [`leaking param content: ${name}`, 'leaking-means-heap'],
      [`${name} does not escape`, 'does-not-escape-free'],
      [`moved to heap: ${name}`, 'values-never-move'],
    ];
  const expects: Belief = verdict === 'heap' ? 'wording-tells-type' : 'address-means-heap';
  return [
    [`moved to heap: ${name}`, expects],
    [`${name} escapes to heap`, expects],
    [`${name} does not escape`, 'locals-always-stay'],
  ];
}

export async function posePredictDiagnostic(question: Question, evidence: Evidence): Promise<Posed> {
  const place = placeAt(evidence, await reportOrFail(evidence, question.go), question);
  const truth = wordsOf(place);
  if (truth.length > 1) fail(evidence, `the compiler prints several lines at "${question.mark}": ${truth.join('; ')}`);
  const texts = new Map<string, Belief | undefined>([[truth[0] ?? none, undefined]]);
  for (const [text, belief] of sayable(place)) if (!texts.has(text) && texts.size < 4) texts.set(text, belief);
  if (!texts.has(none)) texts.set(none, 'locals-always-stay');
  const options = [...texts.keys()].map((id) => ({ id, text: id === none ? evidence.asked.noLine : `\`${id}\`` }));
  const lures = Object.fromEntries([...texts].filter((entry): entry is [string, Belief] => entry[1] !== undefined));
  return {
    form: { type: 'one', options: shuffled(question.id, options) },
    key: {
      source: { by: 'engine', go: question.go },
      truth: [truth[0] ?? none],
      lures: { ...lures, ...question.lures },
      tolerance: 0,
    },
    places: [place],
    explain: [],
  };
}
