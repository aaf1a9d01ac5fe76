/** parameter-tags: what does the compiler note about each parameter? Callers are judged by these notes alone. */
import { z } from 'zod';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, wordsOf } from '../../ask/pose.ts';
import type { Belief } from '../../beliefs.ts';
import { goVersion, markRef, withProgram } from '../common.ts';

export const parameterTags = z.strictObject({
  ...withProgram,
  kind: z.literal('parameter-tags'),
  go: goVersion.default('1.26'),
  parameters: z.array(z.strictObject(markRef)).min(2).max(8),
});
type Question = z.infer<typeof parameterTags>;

/** The note without the parameter's name, so that notes can be compared. */
function noteOf(line: string, name: string): string {
  return line.replace(`: ${name}`, '').replace(`${name} `, '');
}

export async function poseParameterTags(question: Question, evidence: Evidence): Promise<Posed> {
  const report = await reportOrFail(evidence, question.go);
  const places = question.parameters.map((parameter) => placeAt(evidence, report, parameter));
  const notes = places.map(
    (place) =>
      wordsOf(place)
        .map((line) => noteOf(line, place.name))
        .join(' · ') || '-',
  );
  const common = ['leaking param', 'leaking param content', 'does not escape', 'leaking param to result ~r0 level=0'];
  const all = [...new Set([...notes, ...common])].slice(0, Math.max(4, new Set(notes).size)).sort();
  const right = all.map((note) => ({ id: note, text: note === '-' ? evidence.asked.noLine : `\`${note}\`` }));
  const left = places.map((place, index) => ({ id: String(index), text: `\`${place.name}\` (\`${place.function}\`)` }));
  const lures: Record<string, Belief> = {};
  for (const [index, note] of notes.entries())
    for (const other of all)
      if (other !== note)
        lures[`${index}=${other}`] = other === 'does not escape' ? 'passing-means-heap' : 'leaking-means-heap';
  if (new Set(notes).size < 2) fail(evidence, 'all parameters have the same note');
  return {
    form: { type: 'match', left, right },
    key: {
      source: { by: 'engine', go: question.go },
      truth: notes.map((note, index) => `${index}=${note}`),
      lures: { ...lures, ...question.lures },
      tolerance: 0,
    },
    places,
    explain: [],
  };
}
