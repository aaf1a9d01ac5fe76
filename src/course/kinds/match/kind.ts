/** match: each marked place with where it lives, or with what the compiler says about it. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, wordsOf } from '../../ask/pose.ts';
import { belief, goVersion, markRef, withProgram } from '../common.ts';

export const match = z.strictObject({
  ...withProgram,
  kind: z.literal('match'),
  go: goVersion.default('1.26'),
  /** What stands on the right: the verdict, or the compiler's words. */
  with: z.enum(['verdict', 'message']),
  places: z
    .array(z.strictObject({ ...markRef, belief }))
    .min(2)
    .max(8),
});
type Question = z.infer<typeof match>;

export async function poseMatch(question: Question, evidence: Evidence): Promise<Posed> {
  const report = await reportOrFail(evidence, question.go);
  const places = question.places.map((each) => placeAt(evidence, report, each));
  const message = (index: number) => {
    const place = places[index]!;
    return (
      wordsOf(place)
        .map((line) => line.replaceAll(place.name, '…'))
        .join(' · ') || '-'
    );
  };
  const truths = places.map((place, index) => (question.with === 'verdict' ? place.verdict : message(index)));
  const ids = question.with === 'verdict' ? ['stack', 'heap'] : [...new Set(truths)].sort();
  if (new Set(truths).size < 2) fail(evidence, 'all places have the same answer');
  const textOf = (id: string) =>
    question.with === 'verdict'
      ? evidence.asked[id as 'stack' | 'heap']
      : id === '-'
        ? evidence.asked.noLine
        : `\`${id}\``;
  const lures = Object.fromEntries(
    truths.flatMap((truth, index) =>
      ids.filter((id) => id !== truth).map((id) => [`${index}=${id}`, question.places[index]!.belief]),
    ),
  );
  return {
    form: {
      type: 'match',
      left: places.map((place, index) => ({
        id: String(index),
        text: `\`${place.name}\` (${evidence.asked.lineAt(place.span.line)})`,
      })),
      right: ids.map((id) => ({ id, text: textOf(id) })),
    },
    key: {
      source: { by: 'engine', go: question.go },
      truth: truths.map((truth, index) => `${index}=${truth}`),
      lures: { ...lures, ...question.lures },
      tolerance: 0,
    },
    places,
    explain: [],
  };
}
