/** version-difference: under which Go versions is the marked place on the heap? The engine answers for each of them. */
import { z } from 'zod';
import type { GoVersion } from '../../../analyzer/base/versions.ts';
import { type Evidence, type Posed, placeAt, reportOrFail } from '../../ask/pose.ts';
import type { Belief } from '../../beliefs.ts';
import { goVersion, markRef, withProgram } from '../common.ts';

export const versionDifference = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('version-difference'),
  versions: z.array(goVersion).min(2).default(['1.22', '1.24', '1.25', '1.26']),
});
type Question = z.infer<typeof versionDifference>;

const none = 'none';

export async function poseVersionDifference(question: Question, evidence: Evidence): Promise<Posed> {
  const versions: readonly GoVersion[] = question.versions;
  const places = await Promise.all(
    versions.map(async (go) => placeAt(evidence, await reportOrFail(evidence, go), question)),
  );
  const onHeap = versions.filter((_, index) => places[index]!.verdict === 'heap');
  const lures = Object.fromEntries(
    [...versions, none].flatMap((id): [string, Belief][] => [
      [id, 'old-lists-hold'],
      [`no ${id}`, 'old-lists-hold'],
    ]),
  );
  const options = versions.map((id) => ({ id: id as string, text: `Go ${id}` }));
  return {
    form: { type: 'some', options: [...options, { id: none, text: evidence.asked.noVersion }] },
    key: {
      source: { by: 'engine', go: versions.join(', ') },
      truth: onHeap.length > 0 ? onHeap : [none],
      lures: { ...lures, ...question.lures },
      tolerance: 0,
    },
    places: [places.at(-1)!],
    explain: versions.map(
      (go, index) => `Go ${go}: \`${places[index]!.name}\` → ${evidence.asked[places[index]!.verdict]}`,
    ),
  };
}
