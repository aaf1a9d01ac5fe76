/** span-objects: a span of one size class; how many objects does it hold? */
import { BadInput, objectsPerSpan, reservedBytes } from '../../../runtime/index.ts';
import { type Believed, goModels, numberChoices, type RuntimeKind } from '../runtime/kind.ts';
import { heapVersions } from '../runtime/versions.ts';

export interface SpanObjectsTask {
  readonly go: string;
  readonly slot: number;
  readonly pointers: boolean;
}

export interface SpanObjectsKey {
  readonly truth: string;
  readonly objects: number;
  readonly class: number;
  readonly spanBytes: number;
  readonly heapBits: number;
  readonly markBits: number;
  readonly unused: number;
}

const slots = [16, 24, 32, 48, 64, 96, 128, 256, 512, 576, 1024, 2048];

export const spanObjects: RuntimeKind<SpanObjectsTask, SpanObjectsKey> = {
  kind: 'span-objects',
  revision: 1,
  versions: heapVersions,
  variant: (random, go, models = goModels) => {
    const known = slots.filter((slot) => models.heap(go).classes.size.includes(slot));
    return { go, slot: known[random(known.length)]!, pointers: random(2) === 0 };
  },
  key: ({ go, slot, pointers }, models = goModels) => {
    const config = models.heap(go);
    const sizeclass = config.classes.size.indexOf(slot, 1);
    if (sizeclass < 0) throw new BadInput('noSlots', { go, slot });
    const objects = objectsPerSpan(config, sizeclass, pointers);
    const { heapBits, markBits } = reservedBytes(config, sizeclass, pointers);
    const spanBytes = config.classes.npages[sizeclass]! * config.pageSize;
    return {
      truth: String(objects),
      objects,
      class: sizeclass,
      spanBytes,
      heapBits,
      markBits,
      unused: spanBytes - objects * slot - heapBits - markBits,
    };
  },
  believed: ({ slot }, { truth, spanBytes, heapBits, markBits }) => {
    const believed: Believed[] = [{ belief: 'division-only', answer: String(Math.floor(spanBytes / slot)) }];
    if (markBits > 0)
      believed.push({ belief: 'mark-bits-forgotten', answer: String(Math.floor((spanBytes - heapBits) / slot)) });
    if (heapBits > 0)
      believed.push({ belief: 'pointer-bits-forgotten', answer: String(Math.floor((spanBytes - markBits) / slot)) });
    return believed.filter(({ answer }) => answer !== truth);
  },
  choices: (task, key, models = goModels) =>
    numberChoices(
      key.truth,
      spanObjects.believed(task, key, models),
      [key.objects - 1, key.objects + 1, key.objects + 2, key.objects - 2].filter((n) => n > 0),
      4,
    ),
};
