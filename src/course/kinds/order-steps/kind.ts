/**
 * order-steps: put steps in order. They are the way of an address that the engine found, or are written by hand; then a
 * recording or a model orders them, or the order can only be stated, with its source.
 */
import { z } from 'zod';
import type { AskKey } from '../../ask/key.ts';
import { type Evidence, fail, type Posed, placeAt, reportOrFail, shuffled } from '../../ask/pose.ts';
import { asked, goVersion, markRef, withProgram } from '../common.ts';
import { recordedSource, recordedText, recording } from '../recording.ts';
import { orders } from './orders.ts';

const ofPath = z.strictObject({
  ...withProgram,
  ...markRef,
  kind: z.literal('order-steps'),
  of: z.literal('path'),
  go: goVersion.default('1.26'),
});
const written = {
  ...asked,
  kind: z.literal('order-steps'),
  /** Ids; what each says is in the question's texts. */
  items: z.array(z.string()).min(3).max(7),
};
const ofRecorded = z.strictObject({
  ...written,
  ...recording,
  of: z.literal('recorded'),
  /** For each item what its line of the recording looks like: a regular expression. Its first line counts. */
  shows: z.record(z.string(), z.string()),
});
const ofModel = z.strictObject({
  ...written,
  of: z.literal('model'),
  order: z.enum(Object.keys(orders) as [keyof typeof orders]),
  go: z.string().default('1.26'),
});
/** The items stand in the true order. */
const ofStated = z.strictObject({
  ...written,
  of: z.literal('stated'),
  program: z.string().optional(),
  source: z.string(),
  go: z.string(),
});
export const orderSteps = z.discriminatedUnion('of', [ofPath, ofRecorded, ofModel, ofStated]);
type Question = z.infer<typeof orderSteps>;
type Written = Exclude<Question, { of: 'path' }>;
type Recorded = (program: string, name: string) => string | undefined;

/** Items by their positions: each has one, and no two the same. */
function sorted(items: readonly string[], positions: ReadonlyMap<string, number>, evidence: Evidence): string[] {
  for (const id of items) if ((positions.get(id) ?? -1) < 0) fail(evidence, `nothing says when "${id}" comes`);
  if (new Set(items.map((id) => positions.get(id))).size < items.length) fail(evidence, 'two steps come together');
  return [...items].sort((a, b) => positions.get(a)! - positions.get(b)!);
}

function keyOf(question: Written, evidence: Evidence, recorded: Recorded): Pick<AskKey, 'truth' | 'source'> {
  const { items } = question;
  switch (question.of) {
    case 'recorded': {
      const lines = recordedText(question, evidence, recorded).split('\n');
      const first = (id: string) => {
        const shows = new RegExp(question.shows[id] ?? fail(evidence, `what does "${id}" show?`));
        return lines.findIndex((line) => shows.test(line));
      };
      const positions = new Map(items.map((id) => [id, first(id)]));
      return { truth: sorted(items, positions, evidence), source: recordedSource(question) };
    }
    case 'model': {
      const { go } = question;
      return { truth: sorted(items, orders[question.order](go), evidence), source: { by: 'model', go } };
    }
    case 'stated':
      return { truth: items, source: { by: 'stated', source: question.source, go: question.go } };
  }
}

export async function poseOrderSteps(
  question: Question,
  evidence: Evidence,
  texts: Readonly<Record<string, string>>,
  recorded: Recorded,
): Promise<Posed> {
  if (question.of !== 'path') {
    const items = question.items.map((id) => ({
      id,
      text: texts[id] ?? fail(evidence, `no text for the step "${id}"`),
    }));
    return {
      form: { type: 'order', items: shuffled(question.id, items) },
      key: {
        ...keyOf(question, evidence, recorded),
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
