/** number: a count that the engine, a model or a recorded run gives. */
import { z } from 'zod';
import {
  Allocator,
  makeConfig,
  makeStackConfig,
  nextGoal,
  objectsPerSpan,
  placementOf,
} from '../../../runtime/index.ts';
import type { AskKey } from '../../ask/key.ts';
import { type Evidence, fail, type Posed, placeAt, reportOrFail } from '../../ask/pose.ts';
import type { PlaceReport } from '../../report.ts';
import { asked, goVersion, markRef } from '../common.ts';
import { recordedSource, recordedText, recording } from '../recording.ts';

const common = {
  ...asked,
  kind: z.literal('number'),
  unit: z.string().default(''),
  tolerance: z.number().min(0).default(0),
};
const engine = { ...common, program: z.string(), go: goVersion.default('1.26') };
const model = { ...common, program: z.string().optional(), go: z.string().default('1.26') };

export const number = z.discriminatedUnion('of', [
  /** Variables and expressions of a function (or of the program) that the compiler puts on the heap. */
  z.strictObject({ ...engine, of: z.literal('heap-places'), function: z.string().optional() }),
  /** Lines that `-m -l` prints about the program. */
  z.strictObject({ ...engine, of: z.literal('lines'), matching: z.string().optional() }),
  /** Steps of the way that the marked value's address takes. */
  z.strictObject({ ...engine, of: z.literal('steps'), ...markRef }),
  /** The line of the marked value's last step. */
  z.strictObject({ ...model, of: z.literal('slot-bytes'), size: z.int().min(0), pointers: z.boolean() }),
  z.strictObject({ ...model, of: z.literal('waste-bytes'), size: z.int().min(0), pointers: z.boolean() }),
  z.strictObject({ ...model, of: z.literal('objects-per-span'), size: z.int().min(1), pointers: z.boolean() }),
  /** Tiny objects of these sizes; after a collection that finds only the kept ones, how many bytes are taken? */
  z.strictObject({
    ...model,
    of: z.literal('tiny-kept'),
    sizes: z.array(z.int().min(1).max(15)).min(2),
    kept: z.array(z.int().min(0)),
  }),
  /** First stacks of so many goroutines, in MiB; of one of them, in bytes. */
  z.strictObject({ ...model, of: z.literal('stack-min'), goroutines: z.int().min(1).optional() }),
  /** The largest stack that doubling reaches below the limit, in MiB. */
  z.strictObject({ ...model, of: z.literal('largest-stack') }),
  /** The heap size, in MiB, at which the next collection should be complete: stacks and globals left out. */
  z.strictObject({ ...model, of: z.literal('heap-goal'), liveMiB: z.int().min(0), gogc: z.int() }),
  /** A number that the program printed when it was recorded: the n-th number behind `after` in its output. */
  z.strictObject({ ...common, ...recording, of: z.literal('recorded'), after: z.string() }),
  /** How many of the lines that were recorded contain that. */
  z.strictObject({ ...common, ...recording, of: z.literal('recorded-lines'), matching: z.string() }),
  z.strictObject({
    ...common,
    of: z.literal('stated'),
    program: z.string().optional(),
    value: z.number(),
    source: z.string(),
    go: z.string(),
  }),
]);
type Question = z.infer<typeof number>;

interface Found {
  readonly value: number;
  readonly source: AskKey['source'];
  readonly places: readonly PlaceReport[];
}

async function find(
  question: Question,
  evidence: Evidence,
  recorded: (program: string, go: string) => string | undefined,
): Promise<Found> {
  const byModel = { by: 'model', go: question.go } as const;
  switch (question.of) {
    case 'heap-places': {
      const report = await reportOrFail(evidence, question.go);
      const places = report.places.filter(
        (place) => place.verdict === 'heap' && (!question.function || place.function === question.function),
      );
      return { value: places.length, source: { by: 'engine', go: question.go }, places };
    }
    case 'lines': {
      const { says } = await reportOrFail(evidence, question.go);
      const matching = says.filter((line) => line.includes(question.matching ?? ''));
      return { value: matching.length, source: { by: 'engine', go: question.go }, places: [] };
    }
    case 'steps': {
      const place = placeAt(evidence, await reportOrFail(evidence, question.go), question);
      return { value: place.steps.length - 1, source: { by: 'engine', go: question.go }, places: [place] };
    }
    case 'slot-bytes':
      return {
        value: placementOf(makeConfig(question.go), question.size, question.pointers).slotBytes,
        source: byModel,
        places: [],
      };
    case 'waste-bytes':
      return {
        value: placementOf(makeConfig(question.go), question.size, question.pointers).wasteBytes,
        source: byModel,
        places: [],
      };
    case 'objects-per-span': {
      const config = makeConfig(question.go);
      const { class: sizeClass } = placementOf(config, question.size, question.pointers);
      return { value: objectsPerSpan(config, sizeClass, question.pointers), source: byModel, places: [] };
    }
    case 'heap-goal': {
      const goal = nextGoal(makeConfig(question.go), question.liveMiB * 2 ** 20, question.gogc);
      return { value: goal / 2 ** 20, source: byModel, places: [] };
    }
    case 'tiny-kept': {
      const allocator = new Allocator(makeConfig(question.go));
      const addresses = question.sizes.map((size) => allocator.malloc(size, false));
      allocator.collect(question.kept.map((index) => addresses[index] ?? fail(evidence, `no object ${index}`)));
      return { value: allocator.live, source: byModel, places: [] };
    }
    case 'stack-min': {
      const { stackMin } = makeStackConfig(question.go);
      const value = question.goroutines === undefined ? stackMin : (stackMin * question.goroutines) / 2 ** 20;
      return { value, source: byModel, places: [] };
    }
    case 'largest-stack': {
      const { stackMin, maxStack } = makeStackConfig(question.go);
      let bytes = stackMin;
      while (bytes * 2 <= maxStack) bytes *= 2;
      return { value: bytes / 2 ** 20, source: byModel, places: [] };
    }
    case 'recorded-lines': {
      const lines = recordedText(question, evidence, recorded).split('\n');
      const value = lines.filter((line) => line.includes(question.matching)).length;
      return { value, source: recordedSource(question), places: [] };
    }
    case 'recorded': {
      const output = recordedText(question, evidence, recorded);
      const at = output.indexOf(question.after);
      const text = at < 0 ? null : /-?\d+(?:\.\d+)?/.exec(output.slice(at + question.after.length));
      if (!text) fail(evidence, `the recorded output has no number behind "${question.after}"`);
      return { value: Number(text[0]), source: recordedSource(question), places: [] };
    }
    case 'stated':
      return { value: question.value, source: { by: 'stated', source: question.source, go: question.go }, places: [] };
  }
}

export async function poseNumber(
  question: Question,
  evidence: Evidence,
  recorded: (program: string, go: string) => string | undefined,
): Promise<Posed> {
  const { value, source, places } = await find(question, evidence, recorded);
  if (String(value) in question.lures) fail(evidence, `the lure ${value} is the truth`);
  return {
    form: { type: 'number', unit: question.unit },
    key: { source, truth: [String(value)], lures: question.lures, tolerance: question.tolerance },
    places,
    explain: [],
  };
}
