/**
 * true-false with witness: whoever says "false" hands in a program that refutes the sentence; the engine checks it. The
 * other way round, `refutes`: a program is given, and the learner says whether it refutes the sentence.
 */
import { z } from 'zod';
import { type Evidence, fail, type Posed, reportOrFail } from '../../ask/pose.ts';
import { asked, withProgram } from '../common.ts';
import { claims } from './claims.ts';

const computed = z.strictObject({
  ...asked,
  kind: z.literal('true-false'),
  of: z.literal('claim'),
  claim: z.string(),
  /** A program of the course; it refutes the claim, or shows that a true one holds. The learner does not see it before. */
  proof: z.string(),
  /** What the learner starts from when writing a witness. */
  program: z.string(),
});
const stated = z.strictObject({
  ...asked,
  kind: z.literal('true-false'),
  of: z.literal('stated'),
  program: z.string().optional(),
  truth: z.boolean(),
  source: z.string(),
  go: z.string(),
});
const judged = z.strictObject({
  ...withProgram,
  kind: z.literal('true-false'),
  of: z.literal('refutes'),
  claim: z.string(),
});
export const trueFalse = z.discriminatedUnion('of', [computed, stated, judged]);
type Question = z.infer<typeof trueFalse>;

export async function poseTrueFalse(
  question: Question,
  evidence: Evidence,
  proof: Evidence | undefined,
  labels: readonly [string, string],
): Promise<Posed> {
  const options = [
    { id: 'true', text: labels[0] },
    { id: 'false', text: labels[1] },
  ];
  if (question.of === 'stated')
    return {
      form: { type: 'one', options },
      key: {
        source: { by: 'stated', source: question.source, go: question.go },
        truth: [String(question.truth)],
        lures: question.lures,
        tolerance: 0,
      },
      places: [],
      explain: [],
    };
  if (question.of === 'refutes') return poseRefutes(question, evidence);
  const claim = claims[question.claim] ?? fail(evidence, `there is no claim "${question.claim}"`);
  const report = await (proof ?? fail(evidence, 'it has no proof')).report();
  const truth = String(!claim.refutedBy(report)) as 'true' | 'false';
  if (truth === 'true' && !claim.shownBy?.(report))
    fail(evidence, `the engine does not refute "${question.claim}" with ${question.proof}`);
  if (truth === 'false' && claim.shownBy)
    fail(evidence, `the engine refutes "${question.claim}" with ${question.proof}`);
  return {
    form: { type: 'witness', claim: question.claim, start: evidence.text },
    key: {
      source: { by: 'engine', go: report.goVersion },
      truth: [truth],
      lures: { [truth === 'true' ? 'false' : 'true']: claim.belief, ...question.lures },
      tolerance: 0,
    },
    places: [],
    explain: [],
  };
}

async function poseRefutes(question: z.infer<typeof judged>, evidence: Evidence): Promise<Posed> {
  const claim = claims[question.claim] ?? fail(evidence, `there is no claim "${question.claim}"`);
  const report = await reportOrFail(evidence);
  const { refutes, refutesNot } = evidence.asked;
  return {
    form: {
      type: 'one',
      options: [
        { id: 'refutes', text: refutes },
        { id: 'holds', text: refutesNot },
      ],
    },
    key: {
      source: { by: 'engine', go: report.goVersion },
      truth: [claim.refutedBy(report) ? 'refutes' : 'holds'],
      lures: { holds: claim.belief, ...question.lures },
      tolerance: 0,
    },
    places: report.places,
    explain: [],
  };
}
