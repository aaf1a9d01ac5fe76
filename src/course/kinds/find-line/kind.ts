/** find-line: which line sends the value to the heap? Any line of the way that its address really took is accepted. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail } from '../../ask/pose.ts';
import { goVersion, markRef, withProgram } from '../common.ts';
import { lineBeliefs } from './line-beliefs.ts';

export const findLine = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('find-line'),
  go: goVersion.default('1.26'),
});
type Question = z.infer<typeof findLine>;

/** Lines on which nothing can happen: comments, brackets, the clauses before the first declaration. */
const NOWHERE = /^\s*(\/\/.*|[{}()]*|package .*|import .*|(\w+ )?"[^"]*")$/;

export async function poseFindLine(question: Question, evidence: Evidence): Promise<Posed> {
  const place = placeAt(evidence, await reportOrFail(evidence, question.go), question);
  if (place.verdict !== 'heap') fail(evidence, `"${question.mark}" stays on the stack: no line sends it to the heap`);
  const way = place.steps.slice(1).flatMap((step) => (step.span ? [step.span.line] : []));
  if (way.length === 0) fail(evidence, `the way of "${question.mark}" has no line in the program`);
  const lines = evidence.text.split('\n').flatMap((line, index) => (NOWHERE.test(line) ? [] : [index + 1]));
  return {
    form: { type: 'line', lines },
    key: {
      source: { by: 'engine', go: question.go },
      truth: [...new Set(way)].map(String),
      lures: {
        ...lineBeliefs(
          evidence.text,
          lines.filter((line) => !way.includes(line)),
        ),
        ...question.lures,
      },
      tolerance: 0,
    },
    places: [place],
    explain: [],
  };
}
